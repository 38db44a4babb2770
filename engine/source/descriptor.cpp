#include "source/descriptor.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace starling {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    close();
    number_ = other.release();
  }
  return *this;
}

void Descriptor::close() {
  if (number_ >= 0) ::close(std::exchange(number_, -1));
}

int Descriptor::release() { return std::exchange(number_, -1); }

Descriptor open_file(const std::filesystem::path& path, int flags, mode_t mode) {
  return Descriptor(::open(path.c_str(), flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode));
}

void give_to_owner_above(const Descriptor& made, const std::filesystem::path& path) {
  const std::filesystem::path folder = path.parent_path();
  struct stat above {};
  if (::stat(folder.empty() ? "." : folder.c_str(), &above) != 0 || above.st_uid == ::geteuid()) return;
  struct stat own {};
  if (!made.is_open() || ::fstat(made.get(), &own) != 0 || own.st_uid != ::geteuid()) return;
  // A file that has another name too was there before.
  if (!S_ISDIR(own.st_mode) && own.st_nlink != 1) return;
  [[maybe_unused]] const bool given = ::fchown(made.get(), above.st_uid, above.st_gid) == 0;
}

void give_to_owner_above(const std::filesystem::path& made) { give_to_owner_above(open_file(made, O_RDONLY | O_NOFOLLOW), made); }

}  // namespace starling
