# Configures, builds and tests core alone, with every other library hidden. Beside the build that it is a test of and compiled as that one
# is, so that ccache has most of it; with assertions on, core runs under the sanitizers.
execute_process(
  COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${BUILD} -G Ninja -DCMAKE_BUILD_TYPE=${BUILD_TYPE} -DVICINIA_CORE_ONLY=ON -DVICINIA_UNITY=${UNITY}
          -DVICINIA_WERROR=${WERROR} -DCMAKE_DISABLE_FIND_PACKAGE_Qt5=ON -DCMAKE_DISABLE_FIND_PACKAGE_Qt6=ON
          -DCMAKE_DISABLE_FIND_PACKAGE_GDAL=ON -DCMAKE_DISABLE_FIND_PACKAGE_QGIS=ON
          -DCMAKE_DISABLE_FIND_PACKAGE_Protobuf=ON -DCMAKE_DISABLE_FIND_PACKAGE_gRPC=ON
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${BUILD} -j2 COMMAND_ERROR_IS_FATAL ANY)
# The same tests run one by one, and with all tries of each property, beside everything else.
set(ENV{RC_PARAMS} "max_success=25 max_discard_ratio=100")
execute_process(COMMAND ${BUILD}/bin/core_tests --gtest_brief=1 RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "core's own tests failed")
endif()
