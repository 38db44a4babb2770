// Lines as they lie in the files below log/, whatever a sync program called them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/history.h"
#include "source/source.h"

namespace starling {

// A file of lines, by its path from the log folder: "k3f9x2/2026-11.jsonl".
struct LogFile {
  std::string name;
  FileStamp stamp;
  bool operator==(const LogFile&) const = default;
};
struct LogListing {
  std::vector<LogFile> files;            // by rising name
  std::vector<std::string> passed_over;  // a sentence each: a pipe, a link in a circle, a folder that cannot be read
};
// Every *.jsonl below `folder` that is a plain file, also behind links, at most four folders deep. Hidden names and
// names that sync programs give to what is on its way (.tmp, ~) are left out in silence. A folder is listed once,
// however many links lead to it. A folder that is not there has none.
[[nodiscard]] LogListing list_log(const std::filesystem::path& folder);

// What of the lines of a device below `folder` this account may not read: "log/k3f9x2/2026-11.jsonl cannot be read:
// Permission denied"; empty: nothing.
[[nodiscard]] std::string why_unread(const std::filesystem::path& folder, std::string_view device);

// Where a line lies in its file, in bytes, without its line feed.
struct LinePlace {
  std::int64_t offset = 0;
  std::int64_t length = 0;
  int line = 1;  // counts from the first line that was read
  bool operator==(const LinePlace&) const = default;
};
// How far a file was read.
struct ReadSoFar {
  std::int64_t end = 0;             // behind the last line that was read, and its line feed
  std::uint32_t last_checksum = 0;  // by which that line is known again: see mark_of in log/lines.h; 0 before any
  bool operator==(const ReadSoFar&) const = default;
};
// Calls `see` for every line that ends in a line feed and lies behind `from.end`, and at last for one that does not
// end so when its checksum holds nevertheless (a file that was cut there). Blank lines are counted and not given. What
// lies between the answered place and the end of the file is a line that is on its way, or torn. Memory stays bounded:
// of a line longer than kMaxLineBytes only its place is given, with the fault Broken.
// Nothing where the file cannot be read, or where the line that ends at `from.end` is not the one it was: then it is
// to be read from its begin.
[[nodiscard]] std::optional<ReadSoFar> read_lines(const std::filesystem::path& file, const ReadSoFar& from,
                                                  const std::function<void(LineRead, const LinePlace&)>& see);

// The bytes of one line; nothing where they are not there.
[[nodiscard]] std::optional<std::string> line_at(const std::filesystem::path& file, const LinePlace& place);

// The same for many lines: the file that was read last stays open for the next one.
class LinesAt {
 public:
  explicit LinesAt(std::filesystem::path log) : log_(std::move(log)) {}
  // `name` is the file's path from the log folder.
  [[nodiscard]] std::optional<std::string> line(const std::string& name, const LinePlace& place);

 private:
  std::filesystem::path log_;
  std::string name_;
  Descriptor opened_;
};

// Numbers of a device that are in no file though a later one is: "k3f9x2 812 to 815".
struct Gap {
  std::string device;
  std::int64_t first = 0;
  std::int64_t last = 0;
  bool operator==(const Gap&) const = default;
};
// By device, then number. Numbers below the first one that is there count as missing too.
[[nodiscard]] std::vector<Gap> gaps_in(std::vector<DeedId> ids);

}  // namespace starling
