// How a story was told, beside the grade and the time that every answer has; and what many tellings add up to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "memory/memory.h"

namespace starling {

struct Told {
  int length = 150;        // seconds of the variant that was told
  std::string principle;   // it was told for, by id; empty: for none
  std::string question;    // it answered, by id; empty: none
  int words = 0;           // of the text that was told; 0: not known
  bool clean = false;      // every part came back, the figures were right, and it took the time that it may
  std::vector<int> marks;  // seconds at which the sections behind the first one began, rising, at most four
  bool operator==(const Told&) const = default;
};

// Of one story.
struct Tellings {
  int clean_days = 0;      // different days with a clean telling, since the last one that was graded again
  Day last_clean{};        // of them
  int timed = 0;           // tellings that measure how fast the learner speaks (see measures_pace)
  int words = 0;           // of those
  int seconds = 0;
  bool operator==(const Tellings&) const = default;
};
// As many clean days make a story ready.
inline constexpr int kCleanDays = 3;

// Words a minute; as the setting for it takes them.
inline constexpr int kSlowestSpeech = 60;
inline constexpr int kFastestSpeech = 300;
// Whether it says how fast the learner speaks: the text is known, and it was told to its end, which is not known of one that
// was broken off: clean, or not graded again and at least half of its length, and by that no faster or slower than people
// speak. `seconds` is what it took.
[[nodiscard]] bool measures_pace(const Told& told, Grade grade, std::int64_t seconds);

}  // namespace starling
