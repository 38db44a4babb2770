// Which lines are gone from the folder that they were written to?
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "log/newest.h"

namespace starling {

// A line that was written, without its line feed.
struct OwnLine {
  DeedId id;
  std::string text;
  std::string file;  // its name in the device's folder: "2026-11.jsonl"
};

struct LostLines {
  std::vector<std::size_t> lost;  // indices of `lines` that are in no file, rising
  Newest newest;                  // of the device over all files
  std::int64_t before = 0;        // its largest number below the first of `lines` that is its own; 0: there is none
};
// Reads every file below `log`.
[[nodiscard]] LostLines find_lost(const std::filesystem::path& log, const std::vector<OwnLine>& lines,
                                  const std::string& device);

}  // namespace starling
