#include "log/disk.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace starling {

namespace {

std::string what_happened(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "the disk is full: nothing was counted; make room and try again";
    case EFBIG:
      return "no file may grow beyond this size here: nothing was counted";
    case EROFS:
      return "the disk is read-only: nothing was counted; make it writable and try again";
    case EACCES:
    case EPERM:
      return "permission denied: nothing was counted; see who owns it and its mode";
    case EIO:
      return "the disk failed (input/output error): nothing was counted; copy the study folder to another disk";
    default:
      return fmt::format("cannot be written: {}: nothing was counted", std::generic_category().message(error));
  }
}

}  // namespace

Descriptor open_plain(const std::filesystem::path& path) {
  Descriptor file = open_file(path, O_RDONLY);
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  return file;
}

Descriptor open_or_make(const std::filesystem::path& path, int flags) {
  constexpr mode_t kOwnerOnly = 0600;
  Descriptor file = open_file(path, flags);
  if (file.is_open() || errno != ENOENT) return file;
  file = open_file(path, flags | O_CREAT | O_EXCL, kOwnerOnly);
  if (!file.is_open()) return open_file(path, flags | O_CREAT, kOwnerOnly);  // somebody else made it, or a link leads away
  give_to_owner_above(file, path);
  return file;
}

FileIdentity identity_of(const struct stat& status) { return {status.st_dev, status.st_ino}; }

std::optional<FileIdentity> identity_at(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return identity_of(status);
}

std::optional<std::string> read_at(int file, std::int64_t offset, std::size_t bytes) {
  std::string text(bytes, '\0');
  std::size_t done = 0;
  while (done < bytes) {
    const ssize_t got = ::pread(file, text.data() + done, bytes - done, offset + static_cast<std::int64_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  text.resize(done);
  return text;
}

DiskError disk_error(int error, const std::filesystem::path& path) {
  return {error, fmt::format("{}: {}", path.string(), what_happened(error))};
}

void make_private_folder(const std::filesystem::path& folder, const std::filesystem::path& there) {
  const auto make = [&] {
    constexpr mode_t kOwnerOnly = 0700;
    if (::mkdir(folder.c_str(), kOwnerOnly) != 0) return false;
    give_to_owner_above(folder);
    return true;
  };
  if (make()) return;
  const auto above = folder.parent_path();
  if (errno == ENOENT && above != there && above.has_relative_path()) {
    make_private_folder(above, there);
    if (make()) return;
  }
  const int error = errno;
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) throw disk_error(error, folder);
  if (!S_ISDIR(status.st_mode)) throw disk_error(ENOTDIR, folder);
}

void sync_folder(const std::filesystem::path& folder) {
  const Descriptor opened = open_file(folder, O_RDONLY | O_DIRECTORY);
  if (!opened.is_open()) throw disk_error(errno, folder);
  while (::fsync(opened.get()) != 0) {
    if (errno == EINTR) continue;
    // Some file systems cannot sync a folder.
    if (errno == EINVAL || errno == ENOTSUP || errno == ENOSYS) return;
    throw disk_error(errno, folder);
  }
}

}  // namespace starling
