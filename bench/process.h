// One run of a program from start to end: how long it took and how much memory it held.
#pragma once

#include <string>
#include <vector>

namespace starling::bench {

struct Run {
  double seconds = 0;
  double peak_megabytes = 0;
  int exit = 0;
};

// Runs `words` with standard output and error thrown away. Throws std::runtime_error where it cannot be started.
[[nodiscard]] Run run(const std::vector<std::string>& words);

}  // namespace starling::bench
