# Installs the build into a folder of its own, and runs the program from there: it must find its data beside itself.
# -D BUILD=folder -D PREFIX=folder
file(REMOVE_RECURSE "${PREFIX}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${PREFIX}" OUTPUT_QUIET RESULT_VARIABLE failed ERROR_VARIABLE why)
if(failed)
  message(FATAL_ERROR "The installation failed: ${why}")
endif()
foreach(file
    bin/vicinia bin/vicinia-desktop bin/vicinia-map-engine
    share/vicinia/data/vietnam-2007/manifest.json share/vicinia/help/vi/index.html
    share/applications/vicinia.desktop share/mime/packages/vicinia.xml share/icons/hicolor/scalable/apps/vicinia.svg)
  if(NOT EXISTS "${PREFIX}/${file}")
    message(FATAL_ERROR "Not installed: ${file}")
  endif()
endforeach()
foreach(file share/vicinia/data/tools)
  if(EXISTS "${PREFIX}/${file}")
    message(FATAL_ERROR "Of no use to those who install: ${file}")
  endif()
endforeach()
execute_process(COMMAND "${PREFIX}/bin/vicinia" info --language vi OUTPUT_VARIABLE text RESULT_VARIABLE failed)
if(failed OR NOT text MATCHES "UNIDO")
  message(FATAL_ERROR "The installed program does not find its data: ${text}")
endif()
execute_process(COMMAND "${PREFIX}/bin/vicinia" figure --sector I --dpi 40 --out "${PREFIX}/figure.png" RESULT_VARIABLE failed)
if(failed OR NOT EXISTS "${PREFIX}/figure.png")
  message(FATAL_ERROR "The installed engine draws no figure")
endif()
