# Functions that make every target of the project alike: language level, warnings, sanitizers.

add_library(vicinia_options INTERFACE)
target_compile_features(vicinia_options INTERFACE cxx_std_20)
target_compile_options(vicinia_options INTERFACE -Wall -Wextra -Wconversion -Wshadow
                       -Wno-maybe-uninitialized  # false alarms inside Boost.Geometry at -O2 and above
                       -Wno-restrict  # false alarms of GCC 12 on std::string (GCC bug 105651)
                       -ffp-contract=off
                       # The compiler tidies its memory less often: an eighth less time, a quarter more memory.
                       $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-expand=300 --param=ggc-min-heapsize=1000000>
                       $<$<BOOL:${VICINIA_WERROR}>:-Werror>)
if(VICINIA_SANITIZE)
  target_compile_options(vicinia_options INTERFACE -fsanitize=${VICINIA_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(vicinia_options INTERFACE -fsanitize=${VICINIA_SANITIZE})
endif()

# Most of a build's time goes into reading Boost's, Qt's and QGIS's headers: several files are compiled as one, so that each is read a few
# times and not two hundred times. Two files of a target must therefore not use one name for two local things. Precompiled headers, which
# help when files are compiled one by one, then take longer to make than they save.
function(vicinia_compile_together name files_at_once)
  if(VICINIA_UNITY)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${files_at_once} DISABLE_PRECOMPILE_HEADERS ON)
  endif()
endfunction()

# vicinia_moc(NAME FILE...): Qt's meta-objects for the headers beside these files (a header without any adds nothing). Qt 6 must have been
# found. CMake's own AUTOMOC gives moc all include paths, so that it reads Boost and the standard library anew for each header: a hundred
# times slower, for nothing that it needs.
function(vicinia_moc name)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/moc/${name}")
  set(all "")
  set(generated "")
  foreach(source ${ARGN})
    string(REGEX REPLACE "\\.cpp$" ".h" header "${source}")
    if(NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${header}")
      continue()
    endif()
    string(MAKE_C_IDENTIFIER "${header}" id)
    add_custom_command(OUTPUT "${folder}/${id}.cpp"
      COMMAND Qt6::moc --no-notes "${CMAKE_CURRENT_SOURCE_DIR}/${header}" -o "${folder}/${id}.cpp"
      DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${header}"
      VERBATIM)
    list(APPEND generated "${folder}/${id}.cpp")
    string(APPEND all "#include \"${id}.cpp\"\n")
  endforeach()
  file(CONFIGURE OUTPUT "${folder}/all.cc" CONTENT "${all}")
  set_source_files_properties(${generated} PROPERTIES HEADER_FILE_ONLY ON)  # made before anything is compiled
  target_sources(${name} PRIVATE "${folder}/all.cc" ${generated})
endfunction()

# vicinia_headers_alone(NAME): every header beside and below the target's sources, compiled by itself and twice over, as part of the target
# `headers_alone`, which a test builds: where several files are compiled as one, a header that lacks an include goes unnoticed. Where a
# folder has several targets, its last one, which stands on the others, lends its settings.
function(vicinia_headers_alone name)
  if(NOT VICINIA_TESTS OR CMAKE_CURRENT_SOURCE_DIR MATCHES "^${PROJECT_SOURCE_DIR}/tests")
    return()
  endif()
  get_property(waiting DIRECTORY PROPERTY vicinia_headers_like SET)
  set_property(DIRECTORY PROPERTY vicinia_headers_like ${name})
  if(NOT waiting)
    cmake_language(DEFER CALL vicinia_add_headers_alone)
  endif()
endfunction()

function(vicinia_add_headers_alone)
  get_property(name DIRECTORY PROPERTY vicinia_headers_like)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  set(sources "")
  foreach(header IN LISTS headers)
    file(RELATIVE_PATH path "${CMAKE_CURRENT_SOURCE_DIR}" "${header}")
    string(MAKE_C_IDENTIFIER "${path}" id)
    set(source "${CMAKE_CURRENT_BINARY_DIR}/headers/${id}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${header}\"\n#include \"${header}\"\n")
    list(APPEND sources "${source}")
  endforeach()
  if(NOT sources)
    return()
  endif()
  add_library(${name}_headers OBJECT EXCLUDE_FROM_ALL ${sources})
  set_target_properties(${name}_headers PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON UNITY_BUILD OFF)
  target_compile_options(${name}_headers PRIVATE -O0)
  target_include_directories(${name}_headers PRIVATE "$<TARGET_PROPERTY:${name},INCLUDE_DIRECTORIES>")
  target_compile_definitions(${name}_headers PRIVATE "$<TARGET_PROPERTY:${name},COMPILE_DEFINITIONS>")
  target_link_libraries(${name}_headers PRIVATE "$<TARGET_PROPERTY:${name},LINK_LIBRARIES>")
  if(NOT TARGET headers_alone)
    add_custom_target(headers_alone)
  endif()
  add_dependencies(headers_alone ${name}_headers)
endfunction()

# vicinia_sources(OUT FOLDER...): every .cpp in and below the folders, so that a new file is not named twice. Looked for again at each build.
function(vicinia_sources out)
  list(TRANSFORM ARGN PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  list(TRANSFORM ARGN APPEND "/*.cpp")
  file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" ${ARGN})
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# vicinia_library(NAME FILE...): a static library with the project's options.
function(vicinia_library name)
  add_library(${name} STATIC ${ARGN})
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(${name} PRIVATE vicinia_options)
  vicinia_compile_together(${name} 20)
  vicinia_headers_alone(${name})
endfunction()

# vicinia_program(NAME FILE...): a program with the project's options.
function(vicinia_program name)
  add_executable(${name} ${ARGN})
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
  target_link_libraries(${name} PRIVATE vicinia_options)
  vicinia_compile_together(${name} 20)
  vicinia_headers_alone(${name})
endfunction()

# vicinia_test(NAME FILES file... LIBRARIES lib... [PRECOMPILE <header>...] [ENVIRONMENT VAR=value...] [TIMEOUT seconds]
#              [SERIAL]):
# a GoogleTest program whose every test is known to CTest by its own name.
function(vicinia_test name)
  cmake_parse_arguments(arg "SERIAL" "TIMEOUT" "FILES;LIBRARIES;ENVIRONMENT;PRECOMPILE" ${ARGN})
  if(NOT VICINIA_TESTS)
    return()
  endif()
  find_package(GTest REQUIRED)
  add_executable(${name} ${arg_FILES})
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
  target_link_libraries(${name} PRIVATE vicinia_options ${arg_LIBRARIES} GTest::gtest GTest::gmock)
  vicinia_compile_together(${name} 10)
  # Tests are compiled more often than they run; what they test is optimised.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O0>)
  list(LENGTH arg_FILES files)
  if(files GREATER 3)  # for fewer, making the header takes longer than reading it
    target_precompile_headers(${name} PRIVATE <gmock/gmock.h> <gtest/gtest.h> <filesystem> <fstream> <string> <vector>
                              ${arg_PRECOMPILE})
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set(properties TIMEOUT ${arg_TIMEOUT})
  if(arg_ENVIRONMENT)
    list(APPEND properties ENVIRONMENT "${arg_ENVIRONMENT}")
  endif()
  if(arg_SERIAL)
    list(APPEND properties RUN_SERIAL TRUE)
  endif()
  target_compile_definitions(${name} PRIVATE
    VICINIA_TEST_DATA_DIR="${PROJECT_SOURCE_DIR}/tests/data"
    VICINIA_RESOURCES_DIR="${PROJECT_SOURCE_DIR}/resources"
    VICINIA_SHARED_DATA_DIR="${PROJECT_SOURCE_DIR}/../shared/data"
    VICINIA_BIN_DIR="${PROJECT_BINARY_DIR}/bin")
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  include(GoogleTest)
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 PROPERTIES ${properties})
endfunction()
