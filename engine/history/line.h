// A deed as one line of JSON, and back. What is not written here is not read either: no other file knows the format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "history/deed.h"

namespace starling {

// How the names of files of lines end.
inline constexpr std::string_view kLogEnding = ".jsonl";

// The version that is written. Lines of a higher one are kept and not understood.
inline constexpr int kLineVersion = 1;

// The longest line that is read, in bytes: an adoption that moves some hundred thousand dates.
inline constexpr std::size_t kMaxLineBytes = 16 * 1024 * 1024;

// Without a line feed. The same deed gives the same bytes on every machine. Numbers are finite, texts UTF-8 (what is
// not becomes U+FFFD), and all within the bounds of the grammar: what lies outside is not read again.
[[nodiscard]] std::string written(const Deed& deed);

enum class LineFault {
  None,
  Broken,    // no JSON of this shape: torn, or not ours
  Checksum,  // whole, but not as it was written
  Newer      // of a version that this program does not know
};
struct LineRead {
  std::optional<Deed> deed;      // absent with a fault
  LineFault fault = LineFault::None;
  std::uint32_t checksum = 0;    // as the line has it
};
// `line` without its line feed; any bytes. An event of an unknown kind, or of a known one with fields that are not as
// they are written here, is Unknown and keeps the rest of its deed; a field that is not known is passed over.
[[nodiscard]] LineRead read_line(std::string_view line);

// CRC-32 of what stands before the checksum, as zlib has it.
[[nodiscard]] std::uint32_t line_checksum(std::string_view bytes);

// The one that `deed` is written with.
[[nodiscard]] std::uint32_t checksum_of(const Deed& deed);

}  // namespace starling
