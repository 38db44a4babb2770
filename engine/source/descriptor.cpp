#include "source/descriptor.h"

#include <fcntl.h>
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

}  // namespace starling
