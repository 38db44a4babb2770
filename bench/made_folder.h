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

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] static Day today();

 private:
  std::filesystem::path path_;
};

}  // namespace starling::bench
