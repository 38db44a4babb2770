// A file that lines are appended to, and whether it still is what it was when that was done last.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "log/disk.h"
#include "log/reader.h"

namespace starling {

// What happened to it in the meantime.
enum class FileChange {
  None,
  Grown,  // others have appended
  Moved,
  Removed,
  Replaced,
  Cut,
  Rewritten
};
[[nodiscard]] std::string_view to_string(FileChange change);  // "was moved" …

class MonthFile {
 public:
  explicit MonthFile(std::filesystem::path path) : path_(std::move(path)) {}

  // Opens it, and makes it (0600) where it is missing. Throws LogError.
  void open();
  // Since it was opened, appended to or looked for; None where it is not open.
  [[nodiscard]] FileChange look();
  // Appends `lines`, each with its line feed, behind a line feed where the file ends without one; on disk when this
  // returns, with the folders above up to `home` where the file is new. `meanwhile` is called while the disk is at work.
  // Throws LogError, or what `meanwhile` throws, and then what was written of it is taken away again as far as the disk
  // allows.
  void append(std::string_view lines, const std::filesystem::path& home, const std::function<void()>& meanwhile = {});

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // Behind the last append.
  [[nodiscard]] ReadSoFar so_far() const { return {end_, mark_}; }
  // As it was left.
  [[nodiscard]] FileStamp stamp() const { return stamp_of(known_); }

 private:
  void write_out(std::string_view bytes);
  void begin_sync(std::int64_t from) const;
  void sync(bool is_new, const std::filesystem::path& home) const;
  void take_back(std::int64_t size);
  void remember();
  [[nodiscard]] struct stat status() const;

  std::filesystem::path path_;
  Descriptor file_;          // stays open from one deed to the next
  struct stat known_ {};     // as it was left
  std::int64_t end_ = 0;     // behind what was appended last, or of the file when it was opened
  std::uint32_t mark_ = 0;   // of the line before it
  bool is_ended_ = false;    // that line is known to end in a line feed
};

}  // namespace starling
