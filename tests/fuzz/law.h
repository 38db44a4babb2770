// What has to hold whatever the bytes are.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace starling {

// An assert that release builds keep.
inline void law(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "law broken: %s\n", what);
  std::abort();
}

}  // namespace starling
