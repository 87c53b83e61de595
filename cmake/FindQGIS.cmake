# Finds qgis_core and the Qt that it was built on.
#
# Result: QGIS_FOUND, QGIS_VERSION, QGIS_QT_MAJOR, and the target QGIS::core (headers as SYSTEM, with the Qt modules
# that its headers name). QGIS_ROOT or CMAKE_PREFIX_PATH say where else to look.
#
# Which Qt it is cannot be chosen: it is read off the library, and that Qt is then asked for. So this module is for
# the one directory that uses QGIS; another Qt may be found elsewhere in the same project.

find_path(QGIS_INCLUDE_DIR NAMES qgsapplication.h PATH_SUFFIXES qgis include/qgis)
find_library(QGIS_CORE_LIBRARY NAMES qgis_core)
mark_as_advanced(QGIS_INCLUDE_DIR QGIS_CORE_LIBRARY)

unset(QGIS_VERSION)
unset(QGIS_QT_MAJOR)
if(QGIS_INCLUDE_DIR AND EXISTS "${QGIS_INCLUDE_DIR}/qgsconfig.h")
  file(STRINGS "${QGIS_INCLUDE_DIR}/qgsconfig.h" line REGEX "^#define _QGIS_VERSION \"")
  string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" QGIS_VERSION "${line}")
  # Without its generated headers an installation is only half there.
  foreach(header qgis_core.h qgsmapsettings.h qgsprintlayout.h)
    if(NOT EXISTS "${QGIS_INCLUDE_DIR}/${header}")
      set(QGIS_VERSION "")
      set(QGIS_NOT_FOUND_MESSAGE "${QGIS_INCLUDE_DIR} has no ${header}")
    endif()
  endforeach()
endif()
if(QGIS_CORE_LIBRARY)
  file(REAL_PATH "${QGIS_CORE_LIBRARY}" library)
  file(STRINGS "${library}" needed REGEX "libQt[56]Core\\.so|Qt[56]Core\\.(dll|framework)|QtCore\\.framework" LIMIT_COUNT 1)
  if(needed MATCHES "Qt([56])Core")
    set(QGIS_QT_MAJOR "${CMAKE_MATCH_1}")
  else()
    set(QGIS_NOT_FOUND_MESSAGE "cannot tell which Qt ${library} was built on")
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(QGIS
  REQUIRED_VARS QGIS_CORE_LIBRARY QGIS_INCLUDE_DIR QGIS_QT_MAJOR
  VERSION_VAR QGIS_VERSION
  REASON_FAILURE_MESSAGE "${QGIS_NOT_FOUND_MESSAGE}")

if(QGIS_FOUND AND NOT TARGET QGIS::core)
  set(modules Core Gui Widgets Xml Network Svg PrintSupport Sql Positioning)
  set(present "")
  if(QGIS_QT_MAJOR EQUAL 6)
    find_package(Qt6 REQUIRED COMPONENTS Core Gui Widgets Xml PrintSupport)
    find_package(Qt6 QUIET OPTIONAL_COMPONENTS Network Svg Sql Positioning)
  else()
    find_package(Qt5 5.15 REQUIRED COMPONENTS Core Gui Widgets Xml PrintSupport)
    find_package(Qt5 QUIET OPTIONAL_COMPONENTS Network Svg Sql Positioning)
  endif()
  foreach(module ${modules})
    if(TARGET Qt${QGIS_QT_MAJOR}::${module})
      list(APPEND present Qt${QGIS_QT_MAJOR}::${module})
    endif()
  endforeach()
  # qgswebpage.h, which the layout labels include, is either Qt WebKit's or a stand-in, as QGIS was built.
  set(definitions "")
  file(STRINGS "${library}" webkit REGEX "libQt5WebKit" LIMIT_COUNT 1)
  if(webkit)
    find_package(Qt5WebKitWidgets QUIET)
    if(NOT Qt5WebKitWidgets_FOUND)
      message(FATAL_ERROR "This QGIS was built with Qt WebKit, and its headers need libqt5webkit5-dev")
    endif()
    list(APPEND present Qt5::WebKitWidgets)
    set(definitions WITH_QTWEBKIT)
  endif()
  # Some packages (Debian's) install all headers flat, but a few of them name their source folder.
  set(includes "${QGIS_INCLUDE_DIR}")
  if(NOT EXISTS "${QGIS_INCLUDE_DIR}/scalebar")
    set(forwarding "${CMAKE_CURRENT_BINARY_DIR}/qgis_headers")
    foreach(header qgsscalebarsettings.h qgsscalebarrenderer.h)
      file(CONFIGURE OUTPUT "${forwarding}/scalebar/${header}" CONTENT "#include \"${QGIS_INCLUDE_DIR}/${header}\"\n")
    endforeach()
    list(APPEND includes "${forwarding}")
  endif()
  add_library(QGIS::core UNKNOWN IMPORTED)
  set_target_properties(QGIS::core PROPERTIES
    IMPORTED_LOCATION "${QGIS_CORE_LIBRARY}"
    INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${includes}"
    INTERFACE_INCLUDE_DIRECTORIES "${includes}"
    INTERFACE_COMPILE_DEFINITIONS "${definitions}"
    INTERFACE_LINK_LIBRARIES "${present}")
endif()
