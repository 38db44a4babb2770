// Descriptors, private folders, and what to tell where the disk refuses.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "log/error.h"
#include "source/source.h"

namespace starling {

// For reading; not open where it is no plain file.
[[nodiscard]] Descriptor open_plain(const std::filesystem::path& path);

// Which file it is, whatever its name.
struct FileIdentity {
  std::uint64_t disk = 0;
  std::uint64_t inode = 0;
  auto operator<=>(const FileIdentity&) const = default;
};
[[nodiscard]] FileIdentity identity_of(const struct stat& status);
[[nodiscard]] std::optional<FileIdentity> identity_at(const std::filesystem::path& path);

// `bytes` of them from `offset`, or as many as there are; nothing where reading fails.
[[nodiscard]] std::optional<std::string> read_at(int file, std::int64_t offset, std::size_t bytes);

// What the learner reads when `path` could not be written.
class DiskError : public LogError {
 public:
  DiskError(int error, const std::string& what) : LogError(what), error_(error) {}
  [[nodiscard]] int error() const { return error_; }

 private:
  int error_;  // as in errno
};
[[nodiscard]] DiskError disk_error(int error, const std::filesystem::path& path);

// Opens a file, and makes it where it is not there: for its owner alone, who is the owner of the folder. On failure it is
// not open, and errno says why.
[[nodiscard]] Descriptor open_or_make(const std::filesystem::path& path, int flags);

// Makes what is missing of the folder and of those above it, for its owner alone, but nothing from `there` upwards;
// what is there stays as it is.
void make_private_folder(const std::filesystem::path& folder, const std::filesystem::path& there);

// So that the names in a folder outlive a loss of power.
void sync_folder(const std::filesystem::path& folder);

}  // namespace starling
