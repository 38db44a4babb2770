// Shorthands for tests of what reviews are worth.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>

#include "price/price.h"

namespace starling::test {

inline HeldItem held(double stability, double difficulty, int waited_days) {
  return {{Stability{stability}, Difficulty{difficulty}}, waited_days, {}};
}

// So many days of so many minutes.
inline Outlook days_of(int days, double minutes) {
  Outlook outlook;
  outlook.seconds.assign(static_cast<std::size_t>(days), minutes * 60);
  return outlook;
}

// Cards of all sorts, seen in the last days.
inline std::vector<HeldItem> some_cards(int count) {
  std::vector<HeldItem> cards;
  for (int i = 0; i < count; ++i) cards.push_back(held(0.5 + i * 37 % 41, 1 + i * 13 % 9, i % 7));
  return cards;
}

inline ReviewMoves moves_for(const Outlook& outlook, Threads& threads, const Habits& habits = {}) {
  return {default_weights(), habits, LookSteps{}, longest_interval(outlook), threads};
}

// Every look takes as long.
inline Habits even_habits(double seconds) {
  Habits habits;
  habits.first_seconds = habits.review_seconds = {seconds, seconds, seconds, seconds};
  habits.step_seconds = 0;
  return habits;
}

inline double worth_of_recall(double recall, double doubt) { return recall - doubt * (1 - recall) * (1 - recall); }

// What a review leads to, by the memory model itself.
struct AfterReview {
  double chance;
  double seconds;
  MemoryState memory;
};
inline std::array<AfterReview, 4> after_reviews(const Fsrs6& model, const Habits& habits, const MemoryState& memory,
                                                int interval) {
  const double recall = model.recall_after(interval, memory.stability);
  std::array<AfterReview, 4> result{};
  for (const Grade grade : kGrades) {
    const std::size_t i = index_of(grade);
    AfterReview& after = result[i];
    after = {i == 0 ? 1 - recall : recall * habits.recalled_shares[i - 1], habits.review_seconds[i],
             model.after_review(memory, WholeDays{interval}, grade)};
    if (i > 0) continue;
    after.seconds += habits.step_seconds;
    after.memory = model.after_review(after.memory, WholeDays{0}, Grade::Good);
  }
  return result;
}

}  // namespace starling::test
