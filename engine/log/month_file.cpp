#include "log/month_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "log/lines.h"

namespace starling {

namespace {

bool same_time(const timespec& a, const timespec& b) { return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec; }

bool untouched(const struct stat& a, const struct stat& b) {
  return identity_of(a) == identity_of(b) && a.st_size == b.st_size && same_time(a.st_mtim, b.st_mtim) &&
         same_time(a.st_ctim, b.st_ctim);
}

}  // namespace

std::string_view to_string(FileChange change) {
  switch (change) {
    case FileChange::None: return "is as it was";
    case FileChange::Grown: return "has grown";
    case FileChange::Moved: return "was moved";
    case FileChange::Removed: return "was removed";
    case FileChange::Replaced: return "was replaced";
    case FileChange::Cut: return "was cut short";
    case FileChange::Rewritten: return "was written anew";
  }
  return "";
}

FileChange MonthFile::look() {
  if (!file_.is_open()) return FileChange::None;
  struct stat now {};
  if (::stat(path_.c_str(), &now) != 0) return status().st_nlink > 0 ? FileChange::Moved : FileChange::Removed;
  if (untouched(now, known_)) return FileChange::None;
  if (identity_of(now) != identity_of(known_)) return FileChange::Replaced;
  if (now.st_size < end_) return FileChange::Cut;
  if (mark_before(file_.get(), end_) != mark_) return FileChange::Rewritten;
  known_ = now;
  return FileChange::Grown;
}

void MonthFile::open() {
  if (file_.is_open()) return;
  file_ = open_or_make(path_, O_RDWR | O_APPEND);
  if (!file_.is_open()) throw disk_error(errno, path_);
  if (!S_ISREG(status().st_mode)) {
    file_.close();
    throw LogError(path_.string() + ": is no plain file: nothing was counted; move it away");
  }
  remember();
}

void MonthFile::append(std::string_view lines, const std::filesystem::path& home, const std::function<void()>& meanwhile) {
  open();
  const std::int64_t size = status().st_size;
  const bool ended = size == 0 || (size == end_ && is_ended_) || read_at(file_.get(), size - 1, 1) == "\n";
  const std::string bytes = (ended ? "" : "\n") + std::string(lines);
  try {
    write_out(bytes);
    if (meanwhile) {
      begin_sync(size);
      meanwhile();
    }
    sync(size == 0, home);
  } catch (...) {
    take_back(size);
    throw;
  }
  known_ = status();
  end_ = size + static_cast<std::int64_t>(bytes.size());
  mark_ = mark_of(lines);
  is_ended_ = true;
}

void MonthFile::remember() {
  known_ = status();
  end_ = known_.st_size;
  mark_ = mark_before(file_.get(), end_).value_or(0);
  is_ended_ = false;
}

void MonthFile::write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file_.get(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) throw disk_error(errno, path_);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

// Only asks the disk to begin: `sync` waits, and says whether it worked.
void MonthFile::begin_sync(std::int64_t from) const {
  constexpr off64_t kToTheEnd = 0;
  (void)::sync_file_range(file_.get(), from, kToTheEnd, SYNC_FILE_RANGE_WRITE);
}

void MonthFile::sync(bool is_new, const std::filesystem::path& home) const {
  while (::fdatasync(file_.get()) != 0)
    if (errno != EINTR) throw disk_error(errno, path_);
  if (!is_new) return;
  for (auto folder = path_.parent_path();; folder = folder.parent_path()) {
    sync_folder(folder);
    if (folder == home || !folder.has_relative_path()) return;
  }
}

void MonthFile::take_back(std::int64_t size) {
  // Where even this fails the half line is left: it has no checksum, and the next append begins a new line.
  if (status().st_size > size && ::ftruncate(file_.get(), size) == 0) (void)::fdatasync(file_.get());
  known_ = status();
}

struct stat MonthFile::status() const {
  struct stat now {};
  ::fstat(file_.get(), &now);
  return now;
}

}  // namespace starling
