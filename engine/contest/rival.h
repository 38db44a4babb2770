// A way to choose each day's reviews, as the others see it.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "contest/course.h"

namespace starling {

// A card that was begun, by what the learner's program knows.
struct ContestCard {
  MemoryState believed;
  int last_day = 0;
  int answers = 0;  // days on which it was asked
};

// What is on the desk when a day's new cards are learnt.
struct Desk {
  const Course& course;
  const MemoryModel& model;  // believed; another one from time to time where its weights are refitted
  std::span<const ContestCard> cards;
  int day = 0;

  [[nodiscard]] int days_left() const { return course.days - day; }
  [[nodiscard]] int waited(const ContestCard& card) const { return day - card.last_day; }
  [[nodiscard]] double recall(const ContestCard& card) const {
    return model.recall_after(elapsed_days(WholeDays{waited(card)}), card.believed);
  }
};

// The cards to review, by their place on the desk, in this order until the minutes are gone. One that was asked today is
// passed over. Called once on each day that is lived, and may remember.
using Way = std::function<std::vector<int>(const Desk& desk)>;

struct Rival {
  std::string name;             // "plain"
  std::string settings;         // ".90"; empty where there are none
  std::function<Way()> begin;   // a way for one life
};

// Those that `is_due`, lowest recall first.
[[nodiscard]] std::vector<int> lowest_recall_first(const Desk& desk, const std::function<bool(const ContestCard&)>& is_due);

}  // namespace starling
