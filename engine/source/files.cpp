#include "source/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "source/descriptor.h"

namespace starling {

namespace {

constexpr std::string_view kNotPlain = "is no plain file";

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

std::string larger_than(std::size_t limit) {
  constexpr std::size_t kMiB = 1024 * 1024;
  return limit % kMiB == 0 && limit > 0 ? fmt::format("is larger than {} MiB", limit / kMiB)
                                        : fmt::format("is larger than {} bytes", limit);
}

FileText no_text(const std::filesystem::path& path, int error) {
  struct stat status {};
  const bool missing = error == ENOENT || error == ENOTDIR;
  if (missing && ::lstat(path.c_str(), &status) != 0) return {{}, FileFault::Missing, "is not there"};
  if (missing && S_ISLNK(status.st_mode)) return {{}, FileFault::Unreadable, "is a link to nothing"};
  if (error == ENOTDIR) return {{}, FileFault::Unreadable, "is a file or a pipe, not a folder"};
  return {{}, FileFault::Unreadable, fmt::format("cannot be read: {}", std::strerror(error))};
}

}  // namespace

FileStamp stamp_of(const struct stat& status) {
  return {status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
          static_cast<std::int64_t>(status.st_ino)};
}

std::optional<FileStamp> file_stamp(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return stamp_of(status);
}

FolderList list_folder(const std::filesystem::path& folder, std::string_view ending) {
  FolderList list;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::filesystem::path& path = entry->path();
    const std::string name = path.filename().string();
    if (name.starts_with('.') || !name.ends_with(ending)) continue;
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
      list.passed_over.push_back({path, no_text(path, errno).reason});
    else if (S_ISREG(status.st_mode))
      list.files.push_back({path, stamp_of(status)});
    else
      list.passed_over.push_back({path, std::string(kNotPlain)});
  }
  if (error) {
    FileText why = no_text(folder, error.value());
    if (why.fault != FileFault::Missing) list.passed_over.push_back({folder, std::move(why.reason)});
  }
  const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
  std::sort(list.files.begin(), list.files.end(), by_path);
  std::sort(list.passed_over.begin(), list.passed_over.end(), by_path);
  return list;
}

std::vector<ListedFile> list_files(const std::filesystem::path& folder, std::string_view ending) {
  return list_folder(folder, ending).files;
}

FileText read_file(const std::filesystem::path& path, std::size_t limit) {
  // Opening a pipe must not wait for somebody to write to it.
  const Descriptor file = open_file(path, O_RDONLY);
  if (!file.is_open()) return no_text(path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return no_text(path, errno);
  if (!S_ISREG(status.st_mode)) return {{}, FileFault::NotPlain, std::string(kNotPlain)};
  if (static_cast<std::uint64_t>(status.st_size) > limit) return {{}, FileFault::TooLarge, larger_than(limit)};
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t got = ::read(file.get(), text.data() + done, text.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return no_text(path, errno);
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  text.resize(done);
  return {std::move(text), FileFault::None, {}};
}

}  // namespace starling
