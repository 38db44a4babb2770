#include "source/writing.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <system_error>
#include <thread>

#include "source/descriptor.h"
#include "source/toml.h"

namespace starling {

namespace {

constexpr mode_t kPrivateFile = 0600;
constexpr mode_t kPrivateFolder = 0700;
constexpr int kMostNames = 100;  // that are tried for a temporary file
constexpr int kMostLinks = 40;
constexpr std::string_view kTemporary = ".tmp";

[[noreturn]] void fail(std::string_view what, const std::filesystem::path& path) {
  throw FileError(fmt::format("{} {}: {}", what, path.string(), std::strerror(errno)));
}

bool is_folder(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

// Where a link leads in the end, whether or not there is a file yet.
std::filesystem::path followed(const std::filesystem::path& path) {
  std::filesystem::path target = path;
  std::error_code error;
  for (int links = 0; std::filesystem::is_symlink(target, error); ++links) {
    if (links == kMostLinks) {
      errno = ELOOP;
      fail("cannot write", path);
    }
    target = target.parent_path() / std::filesystem::read_symlink(target, error);
  }
  return target;
}

// A rename or a new name is safe once its folder is on disk. Some file systems cannot do that, and lose nothing by it.
void sync_folder(const std::filesystem::path& entry) {
  const std::filesystem::path folder = entry.parent_path();
  const Descriptor above = open_file(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
  if (above.is_open()) ::fsync(above.get());
}

std::string temporary_name(const std::filesystem::path& target, int attempt) {
  const std::string other = attempt == 0 ? "" : fmt::format("-{}", attempt);
  return fmt::format("{}.{}{}{}", target.string(), ::getpid(), other, kTemporary);
}

// The process that a temporary file is named after, where it is one of `name`, or of any text where that is empty.
std::optional<pid_t> writer_of(std::string_view file, std::string_view name) {
  if (!file.ends_with(kTemporary)) return std::nullopt;
  file.remove_suffix(kTemporary.size());
  const std::size_t dot = file.rfind('.');
  if (dot == file.npos) return std::nullopt;
  const std::string_view written = file.substr(0, dot);
  if (name.empty() ? !written.ends_with(".toml") : written != name) return std::nullopt;
  const std::string_view id = file.substr(dot + 1, file.find('-', dot) - dot - 1);
  pid_t process = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), process);
  if (error != std::errc{} || end != id.data() + id.size() || process <= 0) return std::nullopt;
  return process;
}

// Nobody holds the lock that its writer keeps while it writes, and its writer is gone, or would be this very process:
// where ids begin anew with each start, as in a container, that is an earlier life.
bool is_abandoned(const std::filesystem::path& path, pid_t writer) {
  if (writer != ::getpid() && (::kill(writer, 0) == 0 || errno != ESRCH)) return false;
  const Descriptor file = open_file(path, O_RDONLY | O_NOFOLLOW);
  return file.is_open() && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0;
}

void remove_abandoned(const std::filesystem::path& folder, std::string_view name) {
  std::error_code error;
  std::filesystem::directory_iterator entry(folder.empty() ? "." : folder, error);
  for (const std::filesystem::directory_iterator end; !error && entry != end; entry.increment(error)) {
    const auto writer = writer_of(entry->path().filename().string(), name);
    if (writer && is_abandoned(entry->path(), *writer)) ::unlink(entry->path().c_str());
  }
}

// A file beside another one that takes its place once it is whole; removed again where it does not come to that. Each
// step says whether it went well; errno says why not.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::filesystem::path& target) {
    for (int attempt = 0; attempt < kMostNames; ++attempt) {
      path_ = temporary_name(target, attempt);
      file_ = open_file(path_, O_WRONLY | O_CREAT | O_EXCL, kPrivateFile);
      if (file_.is_open() || errno != EEXIST) break;
    }
    if (file_.is_open()) ::flock(file_.get(), LOCK_EX | LOCK_NB);
  }
  ~TemporaryFile() {
    if (open() && !renamed_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] bool open() const { return file_.is_open(); }

  // Owner and mode of what it replaces, as far as this user and the file system can: otherwise it is private.
  void take_after(const struct stat& old) const {
    [[maybe_unused]] const bool given = ::fchown(file_.get(), old.st_uid, old.st_gid) == 0;
    ::fchmod(file_.get(), old.st_mode & 07777);
  }

  void give_to_owner_above() const { starling::give_to_owner_above(file_, path_); }

  [[nodiscard]] bool write(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t put = ::write(file_.get(), text.data(), text.size());
      if (put < 0 && errno == EINTR) continue;
      if (put <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(put));
    }
    return ::fsync(file_.get()) == 0;
  }

  [[nodiscard]] bool rename_over(const std::filesystem::path& target) {
    return renamed_ = ::rename(path_.c_str(), target.c_str()) == 0;
  }

  // Fails with EEXIST where something has that name.
  [[nodiscard]] bool take_free_name(const std::filesystem::path& target) {
    renamed_ = ::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0;
    if (renamed_ || (errno != EINVAL && errno != ENOSYS)) return renamed_;
    // A file system that cannot do that: the name is taken first.
    if (!open_file(target, O_WRONLY | O_CREAT | O_EXCL, kPrivateFile).is_open()) return false;
    if (rename_over(target)) return true;
    const int why = errno;
    ::unlink(target.c_str());
    errno = why;
    return false;
  }

 private:
  std::filesystem::path path_;
  Descriptor file_;
  bool renamed_ = false;
};

enum class Taken { Replace, Leave };

// False where there is something that is to be left.
bool put_file(const std::filesystem::path& path, std::string_view text, Taken taken) {
  const std::filesystem::path target = followed(path);
  struct stat old {};
  const bool there = ::stat(target.c_str(), &old) == 0;
  if (there && taken == Taken::Leave) return false;
  if (there && !S_ISREG(old.st_mode)) throw FileError(fmt::format("cannot write {}: it is no plain file", path.string()));
  remove_abandoned(target.parent_path(), target.filename().string());
  TemporaryFile beside(target);
  if (!beside.open()) fail("cannot write", path);
  if (there)
    beside.take_after(old);
  else
    beside.give_to_owner_above();
  if (!beside.write(text)) fail("cannot write", path);
  if (taken == Taken::Leave ? !beside.take_free_name(target) : !beside.rename_over(target)) {
    if (taken == Taken::Leave && errno == EEXIST) return false;
    fail("cannot write", path);
  }
  sync_folder(target);
  return true;
}

// One program at a time changes the texts of a folder. Where the file system knows no locks, nobody is waited for.
class FolderTurn {
 public:
  explicit FolderTurn(const std::filesystem::path& folder) : folder_(open_file(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY)) {
    constexpr std::chrono::milliseconds kPause{1};
    constexpr std::chrono::seconds kMostWait{10};
    for (std::chrono::milliseconds waited{0}; folder_.is_open() && ::flock(folder_.get(), LOCK_EX | LOCK_NB) != 0; waited += kPause) {
      if (errno != EWOULDBLOCK && errno != EINTR) return;
      if (waited >= kMostWait)
        throw FileError(fmt::format("{}: another Starling is writing there: nothing was changed; try again", folder.empty() ? "." : folder.string()));
      std::this_thread::sleep_for(kPause);
    }
  }

 private:
  Descriptor folder_;
};

}  // namespace

void write_file(const std::filesystem::path& path, std::string_view text) { (void)put_file(path, text, Taken::Replace); }

bool write_new_file(const std::filesystem::path& path, std::string_view text) { return put_file(path, text, Taken::Leave); }

void change_file(const std::filesystem::path& path, const std::function<std::optional<std::string>(const FileText& now)>& change) {
  const FolderTurn turn(path.parent_path());
  if (const auto text = change(read_file(path, kMaxTomlBytes))) write_file(path, *text);
}

void make_folder(const std::filesystem::path& folder) {
  std::filesystem::path made;
  for (const std::filesystem::path& part : folder) {
    made /= part;
    if (::mkdir(made.c_str(), kPrivateFolder) == 0) {
      give_to_owner_above(made);
      sync_folder(made);
    } else if (const int error = errno; !is_folder(made)) {
      errno = error == EEXIST ? ENOTDIR : error;
      fail("cannot make the folder", folder);
    }
  }
  remove_abandoned(folder, {});
}

}  // namespace starling
