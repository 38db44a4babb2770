#include "source/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace starling {

namespace {

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0) : fd_(::open(path.c_str(), flags, mode)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool open() const { return fd_ >= 0; }

 private:
  int fd_;
};

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

FileStamp stamp_of(const struct stat& status) {
  return {status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
          static_cast<std::int64_t>(status.st_ino)};
}

[[noreturn]] void fail(std::string_view what, const std::filesystem::path& path) {
  throw FileError(fmt::format("{} {}: {}", what, path.string(), std::strerror(errno)));
}

}  // namespace

std::optional<FileStamp> file_stamp(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return stamp_of(status);
}

std::vector<ListedFile> list_files(const std::filesystem::path& folder, std::string_view ending) {
  std::vector<ListedFile> files;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || !name.ends_with(ending)) continue;
    if (const auto stamp = file_stamp(entry->path())) files.push_back({entry->path(), *stamp});
  }
  std::sort(files.begin(), files.end(), [](const ListedFile& a, const ListedFile& b) { return a.path < b.path; });
  return files;
}

std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
  // Opening a pipe must not wait for somebody to write to it.
  const Descriptor file(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status {};
  if (!file.open() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  if (static_cast<std::uint64_t>(status.st_size) > limit) return std::nullopt;
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t got = ::read(file.get(), text.data() + done, text.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  text.resize(done);
  return text;
}

void write_file(const std::filesystem::path& path, std::string_view text) {
  const std::filesystem::path beside = path.string() + fmt::format(".{}.tmp", ::getpid());
  {
    const Descriptor file(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (!file.open()) fail("cannot write", path);
    while (!text.empty()) {
      const ssize_t put = ::write(file.get(), text.data(), text.size());
      if (put < 0 && errno == EINTR) continue;
      if (put <= 0) {
        ::unlink(beside.c_str());
        fail("cannot write", path);
      }
      text.remove_prefix(static_cast<std::size_t>(put));
    }
    if (::fsync(file.get()) != 0) {
      ::unlink(beside.c_str());
      fail("cannot write", path);
    }
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) {
    ::unlink(beside.c_str());
    fail("cannot write", path);
  }
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw FileError(fmt::format("cannot make the folder {}: {}", folder.string(), error.message()));
}

}  // namespace starling
