# C libraries as archives where the system has them: each shared one costs every start of the program its mappings and the
# search for its names. Finds SQLite3 and ZLIB so, and makes starling_line_editor.
set(shared_first ${CMAKE_FIND_LIBRARY_SUFFIXES})
set(CMAKE_FIND_LIBRARY_SUFFIXES .a ${shared_first})
find_package(SQLite3 REQUIRED)
find_package(ZLIB REQUIRED)
find_library(EDIT_LIBRARY edit REQUIRED)
find_library(TINFO_LIBRARY tinfo REQUIRED)
set(editor_needs "")
if(EDIT_LIBRARY MATCHES "\\.a$")  # of a shared one the loader knows these
  foreach(name bsd md)
    find_library(${name}_LIBRARY ${name})
    mark_as_advanced(${name}_LIBRARY)
    if(${name}_LIBRARY)
      list(APPEND editor_needs ${${name}_LIBRARY})
    endif()
  endforeach()
endif()
mark_as_advanced(EDIT_LIBRARY TINFO_LIBRARY)
set(CMAKE_FIND_LIBRARY_SUFFIXES ${shared_first})

add_library(starling_line_editor INTERFACE)
target_link_libraries(starling_line_editor INTERFACE ${EDIT_LIBRARY} ${editor_needs} ${TINFO_LIBRARY})
