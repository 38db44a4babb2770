// What was done, what was recalled, and what the model had foreseen.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "history/history.h"
#include "report/report.h"
#include "view/standpoint.h"

namespace starling {

struct DeckNumbers {
  int items = 0;
  int seen = 0;
  double recall_sum = 0;  // predicted now, over the seen ones
  Recalled tests;  // true retention
  double minutes = 0;     // of the days shown
};

struct StatsView {
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
  std::map<std::string, DeckNumbers> decks;
  int leeches = 0;
  int leech_lapses = 0;
};

// `standing` are the deeds that count, from the beginning.
[[nodiscard]] StatsView stats_view(const Standpoint& from, std::span<const Deed> standing);

// Recall of the young (below kMatureDays) or the mature.
[[nodiscard]] Recalled recall_of(const std::vector<AgeRecall>& ages, bool mature);

[[nodiscard]] double minutes_of(std::chrono::milliseconds time);

}  // namespace starling
