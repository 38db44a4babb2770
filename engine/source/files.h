// Text files on disk: bounded reading, listing in a fixed order, writing beside and renaming, private by default.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

// A file that could not be written or a folder that could not be made; the text says which and why.
class FileError : public std::runtime_error {
  using runtime_error::runtime_error;
};

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

// Writes a temporary file beside `path`, `name.PID.tmp`, syncs it and renames it over `path`, so that a reader sees the
// old text or the new one, whatever else writes there. A link is followed and what it leads to is written. What is
// replaced keeps its mode, a new file is its owner's alone (0600). Temporary files of `path` that no program writes any
// more are removed. Throws FileError and leaves the old file as it was; so it does where there is no plain file.
void write_file(const std::filesystem::path& path, std::string_view text);

// Makes a folder and those above it, its owner's alone (0700); what is there is left as it is, but for temporary files
// of texts that no program writes any more. Throws FileError.
void make_folder(const std::filesystem::path& folder);

}  // namespace starling
