// The numbers of `stats`, and how they are put on a screen.
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/screen.h"
#include "report/report.h"

namespace starling {

struct DeckLine {
  int items = 0;
  int seen = 0;
  double recall_sum = 0;  // predicted now, over the seen ones
  DeckRecall answers;
  double minutes = 0;     // of the days shown
};

struct Numbers {
  Day today{};
  int week = 1;  // of the plan
  Done of_today;
  Done of_week;
  Done of_all;
  Recalled retention;
  std::vector<AgeRecall> ages;
  std::vector<WeekRecall> weeks;
  Calibration calibration;
  std::vector<DayDone> days;  // the last one is today
  std::map<std::string, DeckLine> decks;
  int leeches = 0;
  int leech_lapses = 0;
};

// Below this many answers a share says little: it is shown dim, and always with its count.
inline constexpr int kFewAnswers = 20;

// The first screen: the essentials, in 24 rows of 80 columns, and in 20 rows of 40 where it is `low`.
void print_essentials(std::ostream& out, const Numbers& numbers, const Style& style, int width, bool low);

// One section in full: "week", "age", "deck", "calibration" or "day"; others print nothing.
inline constexpr std::string_view kStatsSections[] = {"week", "age", "deck", "calibration", "day"};
void print_section(std::ostream& out, std::string_view section, const Numbers& numbers, const Style& style, int width);

// Recall of the young (below kMatureDays) or the mature.
[[nodiscard]] Recalled recall_of(const std::vector<AgeRecall>& ages, bool mature);

[[nodiscard]] double minutes_of(std::chrono::milliseconds time);

}  // namespace starling
