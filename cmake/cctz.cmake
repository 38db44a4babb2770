# Debian's libcctz says nothing to CMake or pkg-config.
find_path(CCTZ_INCLUDE cctz/time_zone.h REQUIRED)
find_library(CCTZ_LIBRARY cctz REQUIRED)
mark_as_advanced(CCTZ_INCLUDE CCTZ_LIBRARY)
add_library(cctz INTERFACE IMPORTED)
target_include_directories(cctz INTERFACE ${CCTZ_INCLUDE})
target_link_libraries(cctz INTERFACE ${CCTZ_LIBRARY})
