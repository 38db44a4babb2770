// An open file, closed with the object.
#pragma once

#include <sys/types.h>

#include <filesystem>

namespace starling {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;

  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  void close();

 private:
  int release();
  int number_ = -1;
};

// Opens without waiting for the other end of a pipe, and not for programs that are started later. On failure it is
// not open, and errno says why.
[[nodiscard]] Descriptor open_file(const std::filesystem::path& path, int flags, mode_t mode = 0);

// What this account has just made, a file or a folder, is of whoever owns the folder above it, as far as that is this
// account's to say: what root makes in a folder of somebody else must not be kept from them. A link is left as it is.
void give_to_owner_above(const Descriptor& made, const std::filesystem::path& path);
void give_to_owner_above(const std::filesystem::path& made);

}  // namespace starling
