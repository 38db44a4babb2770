// Study folders made for measuring: as many cards and reviews as wanted, always the same ones.
#pragma once

#include <filesystem>

#include "calendar/calendar.h"

namespace starling::bench {

// What is in a folder.
struct Made {
  int cards = 0;         // in decks of 100
  int reviews_each = 0;  // up to MadeFolder::today(), at the intervals that the schedule gave
  bool plan = false;     // the 24-week plan was lived up to its last week: every task ticked on its day, problems,
                         // designs and mocks in the log; else it is in its fifteenth and nothing of it is done
  int stories = 0;       // whole ones
  int tellings_each = 0; // of every story
};

// A temporary folder, gone with the object.
class MadeFolder {
 public:
  explicit MadeFolder(const Made& made);
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
