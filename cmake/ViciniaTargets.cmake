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
  if(VICINIA_SANITIZE STREQUAL "address,undefined")
    # Null pointers and what lies outside an object end the program under the address sanitizer as well; asking at each access takes as long
    # to compile as all the rest.
    target_compile_options(vicinia_options INTERFACE -fno-sanitize=null,alignment,object-size)
  endif()
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
  set(alone "")
  foreach(header IN LISTS headers)
    file(RELATIVE_PATH path "${CMAKE_CURRENT_SOURCE_DIR}" "${header}")
    string(MAKE_C_IDENTIFIER "${path}" id)
    set(source "${CMAKE_CURRENT_BINARY_DIR}/headers/${id}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${header}\"\n#include \"${header}\"\n")
    vicinia_included_headers("${header}" included)
    set(group alone)
    foreach(wide IN LISTS vicinia_wide_headers)
      if("${PROJECT_SOURCE_DIR}/${wide}" IN_LIST included)
        get_filename_component(stem "${wide}" NAME_WE)
        set(group on_${stem})
        break()
      endif()
    endforeach()
    list(APPEND ${group} "${source}")
  endforeach()
  foreach(wide IN LISTS vicinia_wide_headers)
    get_filename_component(stem "${wide}" NAME_WE)
    list(LENGTH on_${stem} count)
    if(count LESS 6)  # for fewer, making the header takes longer than reading it
      list(APPEND alone ${on_${stem}})
      continue()
    endif()
    vicinia_compile_headers(${name} ${name}_headers_on_${stem} "${on_${stem}}")
    target_precompile_headers(${name}_headers_on_${stem} PRIVATE "${PROJECT_SOURCE_DIR}/${wide}")
    target_compile_options(${name}_headers_on_${stem} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)  # so that ccache can keep them
  endforeach()
  vicinia_compile_headers(${name} ${name}_headers "${alone}")
endfunction()

# Headers that many of the tree's headers include, by way of others, and that cost most to read, the widest first. Where a header includes
# one anyway it is read once for all of them, precompiled: that hides nothing, since what it includes is what the header includes too, and
# each header between the two is compiled without it, or stands on it just as well.
set(vicinia_wide_headers
  core/include/vicinia/core/dataset.h
  core/include/vicinia/core/topology/topology.h
  core/include/vicinia/core/geom/types.h
  gis/engine/src/layers/memory_layer.h
  gis/io/include/vicinia/gis/io/table_source.h
  core/include/vicinia/core/base/result.h)

# vicinia_included_headers(HEADER OUT): the project's headers that this one includes, and those that they include.
function(vicinia_included_headers header out)
  get_property(known GLOBAL PROPERTY "vicinia_included_by_${header}" SET)
  if(NOT known)
    set_property(GLOBAL PROPERTY "vicinia_included_by_${header}" "")
    set(all "")
    file(STRINGS "${header}" lines REGEX "^#include +[\"<][^\">]+\\.h[\">]")
    get_filename_component(folder "${header}" DIRECTORY)
    foreach(line IN LISTS lines)
      string(REGEX REPLACE "^#include +[\"<]([^\">]+)[\">].*" "\\1" path "${line}")
      set(found "")
      foreach(root "${folder}" "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/src" "${CMAKE_CURRENT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/core/include"
                   "${PROJECT_SOURCE_DIR}/gis/io/include" "${PROJECT_SOURCE_DIR}/gis/firms/include" "${PROJECT_SOURCE_DIR}/gis/imports/include"
                   "${PROJECT_SOURCE_DIR}/gis/client/include" "${PROJECT_SOURCE_DIR}/app/workspace/include")
        if(EXISTS "${root}/${path}")
          set(found "${root}/${path}")
          break()
        endif()
      endforeach()
      if(found)
        vicinia_included_headers("${found}" inner)
        list(APPEND all "${found}" ${inner})
      endif()
    endforeach()
    list(REMOVE_DUPLICATES all)
    set_property(GLOBAL PROPERTY "vicinia_included_by_${header}" "${all}")
  endif()
  get_property(result GLOBAL PROPERTY "vicinia_included_by_${header}")
  set(${out} "${result}" PARENT_SCOPE)
endfunction()

# vicinia_compile_headers(LIKE NAME SOURCES): an object library of these as LIKE compiles its files, a part of `headers_alone`.
function(vicinia_compile_headers like name sources)
  if(NOT sources)
    return()
  endif()
  add_library(${name} OBJECT EXCLUDE_FROM_ALL ${sources})
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON UNITY_BUILD OFF)
  target_compile_options(${name} PRIVATE -O0)
  target_include_directories(${name} PRIVATE "$<TARGET_PROPERTY:${like},INCLUDE_DIRECTORIES>")
  target_compile_definitions(${name} PRIVATE "$<TARGET_PROPERTY:${like},COMPILE_DEFINITIONS>")
  target_link_libraries(${name} PRIVATE "$<TARGET_PROPERTY:${like},LINK_LIBRARIES>")
  if(NOT TARGET headers_alone)
    add_custom_target(headers_alone)
  endif()
  add_dependencies(headers_alone ${name})
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
#              [SERIAL] [RUNS_PROGRAMS]):
# a GoogleTest program whose every test is known to CTest by its own name. With RUNS_PROGRAMS it knows where this build's programs are.
function(vicinia_test name)
  cmake_parse_arguments(arg "SERIAL;RUNS_PROGRAMS" "TIMEOUT" "FILES;LIBRARIES;ENVIRONMENT;PRECOMPILE" ${ARGN})
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
    VICINIA_SHARED_DATA_DIR="${PROJECT_SOURCE_DIR}/../shared/data")
  if(arg_RUNS_PROGRAMS)
    target_compile_definitions(${name} PRIVATE VICINIA_BIN_DIR="${PROJECT_BINARY_DIR}/bin")
  endif()
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  include(GoogleTest)
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 PROPERTIES ${properties})
endfunction()
