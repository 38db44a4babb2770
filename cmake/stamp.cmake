# starling_stamp (to link): "stamp.h" with kBuildStamp, 16 hex digits over what the sources of the engine say, so that
# a file written by another build is known. The file changes only when a source does.
file(GLOB_RECURSE stamped CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/engine/*.h ${PROJECT_SOURCE_DIR}/engine/*.cpp ${PROJECT_SOURCE_DIR}/engine/*.sql
  ${PROJECT_SOURCE_DIR}/schema/*)
set(stamp_folder ${PROJECT_BINARY_DIR}/stamp)
string(REPLACE ";" "\n" stamped_lines "${stamped}")
file(CONFIGURE OUTPUT ${stamp_folder}/sources.txt CONTENT "${stamped_lines}\n")
add_custom_command(OUTPUT ${stamp_folder}/stamp.h
  COMMAND ${CMAKE_COMMAND} -D SOURCES=${stamp_folder}/sources.txt -D HEADER=${stamp_folder}/stamp.h
    -P ${CMAKE_CURRENT_LIST_DIR}/write_stamp.cmake
  DEPENDS ${stamped} ${stamp_folder}/sources.txt ${CMAKE_CURRENT_LIST_DIR}/write_stamp.cmake
  COMMENT "Stamping the engine's sources" VERBATIM)
add_custom_target(starling_stamp_header DEPENDS ${stamp_folder}/stamp.h)
add_library(starling_stamp INTERFACE)
target_include_directories(starling_stamp INTERFACE ${stamp_folder})
add_dependencies(starling_stamp starling_stamp_header)
