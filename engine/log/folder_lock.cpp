#include "log/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

namespace starling {

void FolderLock::take(std::chrono::milliseconds patience) {
  for (;;) {
    if (!file_.is_open()) open();
    wait(patience);
    // The folder may have been moved or replaced, and others lock what is there now.
    if (identity_at(path_) == identity_) return;
    file_.close();
  }
}

void FolderLock::release() {
  if (file_.is_open()) ::flock(file_.get(), LOCK_UN);
}

void FolderLock::open() {
  file_ = open_or_make(path_, O_RDWR);
  if (!file_.is_open() && errno == ENOENT) {
    make_private_folder(path_.parent_path(), there_);
    file_ = open_or_make(path_, O_RDWR);
  }
  struct stat status {};
  if (!file_.is_open() || ::fstat(file_.get(), &status) != 0) throw disk_error(errno, path_);
  identity_ = identity_of(status);
}

void FolderLock::wait(std::chrono::milliseconds patience) const {
  constexpr std::chrono::milliseconds kPause{1};
  for (std::chrono::milliseconds waited{0}; ::flock(file_.get(), LOCK_EX | LOCK_NB) != 0; waited += kPause) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return;
    if (waited >= patience)
      throw LogError(path_.parent_path().string() +
                     ": another Starling is writing there: nothing was counted; try again");
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace starling
