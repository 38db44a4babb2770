// An open file that is closed with its scope.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

namespace starling {

class Descriptor {
 public:
  // errno says why it is not open.
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

}  // namespace starling
