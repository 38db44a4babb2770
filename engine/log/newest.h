// The line with the highest number of a device: what its next number follows.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "log/lines.h"

namespace starling {

struct Newest {
  std::int64_t number = 0;     // 0: there is no line
  std::uint32_t checksum = 0;  // CRC-32 of the line
  bool disputed = false;       // two different lines have this number
  void take(std::int64_t other_number, std::uint32_t other_checksum);
  bool operator==(const Newest&) const = default;
};

// Counts `line` in where it is a deed of `device`; false where it is none.
bool take_line(Newest& newest, std::string_view line, const std::string& device);

// By the last line of the device in each file below `folder`: quick, and right where the device alone appends.
[[nodiscard]] Newest newest_at_ends(const std::filesystem::path& folder, const std::string& device);
// By every line of every file below `folder`.
[[nodiscard]] Newest newest_of_all(const std::filesystem::path& folder, const std::string& device);

}  // namespace starling
