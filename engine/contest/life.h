// One life of a learner: every day's new cards, then the reviews that a rival chooses, until the minutes are gone.
#pragma once

#include <optional>
#include <vector>

#include "calendar/calendar.h"
#include "contest/course.h"
#include "contest/rival.h"

namespace starling {

struct LifeEnd {
  double mean = 0;        // recall on the day, over all cards; 0 for one that was never begun
  double low_decile = 0;  // over the worst tenth
  double hours = 0;       // of all of it
  double most_minutes = 0;  // of reviews on a day
  double most_over = 0;   // seconds by which reviews passed the minutes of a day
  double most_item = 0;   // seconds of the longest review
};

struct ContestRules {
  // Every so many days, at least 1, both models are fitted to what there is, and what foresees better is believed.
  std::optional<int> refit_days;
  // Of the days, by seed: nothing happens on them, and their new cards are begun on the next day that is lived. Nobody is
  // told before.
  double skip = 0;
};

// Chance hangs on the seed, the card and the count of its answers alone: all rivals have the same luck.
[[nodiscard]] LifeEnd live(const Course& course, const Nature& nature, const Rival& rival, Seed seed,
                           const ContestRules& rules);

}  // namespace starling
