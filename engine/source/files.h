// Text files on disk: bounded reading, listing in a fixed order, writing beside and renaming.
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

// The regular files directly in `folder` whose name ends in `ending`, by name; hidden ones and a missing folder
// give nothing.
[[nodiscard]] std::vector<ListedFile> list_files(const std::filesystem::path& folder, std::string_view ending);

[[nodiscard]] std::optional<FileStamp> file_stamp(const std::filesystem::path& path);

// The whole file; nothing where it cannot be opened or is larger than `limit` bytes.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

// Writes a temporary file in the same folder, syncs it and renames it over `path`, so that a reader sees the old
// text or the new one. Throws FileError and leaves the old file as it was.
void write_file(const std::filesystem::path& path, std::string_view text);

// Makes a folder and those above it. Throws FileError.
void make_folder(const std::filesystem::path& folder);

}  // namespace starling
