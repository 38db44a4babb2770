// Text files on disk: bounded reading, and listing in a fixed order.
#pragma once

#include <sys/stat.h>

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

// Tells two states of a file apart without reading it. Times are nanoseconds since 1970.
struct FileStamp {
  std::int64_t size = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  std::int64_t inode = 0;
  auto operator<=>(const FileStamp&) const = default;
};

struct ListedFile {
  std::filesystem::path path;
  FileStamp stamp;
};

// What a folder holds that nobody can read, and why: "is no plain file", "is a link to nothing".
struct PassedOver {
  std::filesystem::path path;  // the folder itself, where that cannot be read
  std::string reason;
};
struct FolderList {
  std::vector<ListedFile> files;
  std::vector<PassedOver> passed_over;
};
// The plain files directly in `folder` whose name ends in `ending`, and what else has such a name, each by name; hidden
// ones and a missing folder give nothing.
[[nodiscard]] FolderList list_folder(const std::filesystem::path& folder, std::string_view ending);
// The files alone.
[[nodiscard]] std::vector<ListedFile> list_files(const std::filesystem::path& folder, std::string_view ending);

[[nodiscard]] FileStamp stamp_of(const struct stat& status);
[[nodiscard]] std::optional<FileStamp> file_stamp(const std::filesystem::path& path);

// Why there is no text of a file.
enum class FileFault {
  None,
  Missing,     // there is nothing of that name
  Unreadable,  // it is there and may not be read, or a link to nothing, or the disk failed
  NotPlain,    // a folder, a pipe, a device
  TooLarge
};
// The text of a file, or why there is none. There is no default for it on purpose: what is missing may be made anew,
// and what is there and cannot be read must not.
struct FileText {
  std::optional<std::string> text;
  FileFault fault = FileFault::None;
  std::string reason;  // behind the file's name: "cannot be read: Permission denied"; empty with a text

  explicit operator bool() const { return text.has_value(); }
  const std::string& operator*() const { return *text; }
  const std::string& value() const { return text.value(); }
};
// The whole file. Waits for nothing.
[[nodiscard]] FileText read_file(const std::filesystem::path& path, std::size_t limit);

}  // namespace starling
