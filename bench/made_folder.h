// Study folders made for measuring: as many cards and reviews as wanted, always the same ones.
#pragma once

#include <filesystem>

#include "calendar/calendar.h"

namespace starling::bench {

// A temporary folder, gone with the object.
class MadeFolder {
 public:
  // `cards` in decks of 100, each answered `reviews_each` times up to `today()` at the intervals the schedule gave.
  MadeFolder(int cards, int reviews_each);
  ~MadeFolder();
  MadeFolder(const MadeFolder&) = delete;
  MadeFolder& operator=(const MadeFolder&) = delete;

  [[nodiscard]] std::filesystem::path study() const { return path_ / "study"; }
  // What belongs to this machine: cache and state of the folder.
  [[nodiscard]] std::filesystem::path cache() const { return path_ / "cache"; }
  [[nodiscard]] std::filesystem::path state() const { return path_ / "state"; }
  [[nodiscard]] static Day today();

 private:
  std::filesystem::path path_;
};

}  // namespace starling::bench
