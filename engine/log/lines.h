// The lines of a file one after the other, in bounded memory. What they say is not looked at here.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "log/reader.h"

namespace starling {

struct RawLine {
  std::string_view text;  // empty where it is too long to be read
  LinePlace place;        // of the text
  std::int64_t next = 0;  // where the next line begins
  bool ended = true;      // by a line feed
  bool too_long = false;  // longer than kMaxLineBytes
};

// Every line from `offset` on, blank ones and a last one that is not ended too. A byte order mark and carriage returns
// that an editor put there belong to no line. False where reading failed.
[[nodiscard]] bool walk_lines(int file, std::int64_t offset, const std::function<void(const RawLine&)>& see);

// By which a file is known again that was read up to some place: CRC-32 of the last line before it without its line
// feed, of the last kMarkedBytes of that line where it is longer.
inline constexpr std::size_t kMarkedBytes = 4096;
[[nodiscard]] std::uint32_t mark_of(std::string_view bytes_before);
// Nothing where the file does not reach as far.
[[nodiscard]] std::optional<std::uint32_t> mark_before(int file, std::int64_t end);

// The text without a byte order mark at the begin of a file, and without a carriage return at its end.
[[nodiscard]] std::string_view without_editor_marks(std::string_view line, bool first_of_file);

}  // namespace starling
