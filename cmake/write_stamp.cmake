# Run while building: cmake -D SOURCES=LIST -D HEADER=FILE -P write_stamp.cmake, where LIST names one file a line.
# The digests are sorted, so neither the order of the list nor where the tree lies makes a difference.
file(STRINGS ${SOURCES} sources)
set(digests "")
foreach(source IN LISTS sources)
  file(SHA256 ${source} digest)
  list(APPEND digests ${digest})
endforeach()
list(SORT digests)
string(SHA256 stamp "${digests}")
string(SUBSTRING ${stamp} 0 16 stamp)
file(CONFIGURE OUTPUT ${HEADER} CONTENT
"#pragma once
#include <string_view>
namespace starling {
inline constexpr std::string_view kBuildStamp = \"${stamp}\";
}
")
