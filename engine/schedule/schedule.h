// When should this item come back? Learning and relearning steps, interval limits and fuzz around the memory
// model.
#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "memory/memory.h"
#include "schedule/fuzz.h"
#include "schedule/loads.h"
#include "schedule/order.h"

namespace starling {

enum class Phase { New = 0, Learning, Review, Relearning };  // values are stored: never renumber

// "new", "learning", "review", "relearning".
[[nodiscard]] std::string_view to_string(Phase phase);

// When an item is next due: a day of the learner's calendar, and inside that day a moment while it is in a step of
// less than a day. Without a moment it may be asked at any time of that day.
struct Due {
  Day day{};
  std::optional<Instant> at;
  bool operator==(const Due&) const = default;
};

// Where an item stands between two reviews.
struct Standing {
  Phase phase = Phase::New;
  int step = 0;  // index into the learning or relearning steps; 0 in New and Review
  std::optional<MemoryState> memory;  // present after the first review
  Day last_day{};                     // study day of the last review; meaningless while New
  Due due;                            // meaningless while New
  Instant last_at{};                  // moment of the last review; meaningless while New
  bool operator==(const Standing&) const = default;
};

// The time since the last review, as either model counts it; below zero counts as zero.
[[nodiscard]] Elapsed elapsed_since(const Standing& standing, Instant now, Day today);

// A desired retention that rises to kRisenRetention over the last kRisingDays days before a date: rare reviews while it is
// far, sure recall on it. Retentions and days are the best of those that simulations tried for 25 minutes a day.
inline constexpr int kRisingDays = 24;
inline constexpr double kRisenRetention = 0.995;
// With so many days left, 1 or more; from `usual` on, by a straight line.
[[nodiscard]] double rising_retention(double usual, int days_left);
// Days until recall is down to what is desired on that day. `interval` is until it is down to `usual`; `days_left` are
// those of the day that it counts from, and `recall_after` is of whole days.
[[nodiscard]] double rising_interval(double interval, double usual, int days_left, const std::function<double(int)>& recall_after);

struct Policy {
  double desired_retention = 0.90;                       // 0.70 to 0.99
  // With no steps of a kind nothing comes back on the day it was answered, however short the model's interval is:
  // a new item graduates with its first answer, and a lapse stays in review.
  std::vector<std::chrono::minutes> learning_steps;
  std::vector<std::chrono::minutes> relearning_steps;
  int maximum_interval_days = 180;                       // at least 1
  bool fuzz = true;
  std::optional<int> rises_in = std::nullopt;            // days left to a date for which retention rises; none: it stays
};

// What an answer with one grade leads to.
struct Outcome {
  Standing after;
  int interval_days = 0;                    // 0 while the item comes back within a step of less than a day
  std::chrono::milliseconds wait{};         // until it comes back: the step, or whole days
};

// All four answers at once, in the order of kGrades: what the buttons show and what an answer then does.
//   Grades   hard waits at least a day in review, good a day more than hard, easy a day more than good, whether review
//            or a step of days is where they lead, as far as the maximum allows.
//   Steps    hard waits between the first two steps at the first one (half as long again, at most a day more, where it
//            is the only one) and the same step again later; good takes the next step, easy none. A step is due on the
//            day that `rule` says at its end; one of a day or more never today, and at no moment of its day. A step
//            that the policy no longer has counts as its last one.
//   Early, late  the model is given the time that passed, whatever was planned.
//   Fuzz     of an item in review, a grade whose interval grows keeps above the one before, and one that could keep it
//            does: a good answer is never shortened by fuzz alone. One whose range passes the maximum keeps that range
//            below it instead, whatever the one before was, and may fall on the day of a worse grade.
//   Loads    where given, the day inside the fuzz range is chosen by them (see loads.h), else evenly.
// `seed` decides the fuzz: make it from the item and its count of reviews, so that a preview and the answer agree.
[[nodiscard]] std::array<Outcome, 4> outcomes(const Standing& before, Instant now, const DayRule& rule,
                                              const Policy& policy, const MemoryModel& model, Seed seed,
                                              const DayLoads* loads = nullptr);

// The due day of an item in review whose memory is `review.memory` under `model`. It stays as it is where it is due
// today or overdue, and where it still lies inside the fuzz range of the new interval; else a day of that range, as
// after a review on its last day, and never one that is past.
[[nodiscard]] Day due_under(const MemoryModel& model, const Standing& review, Day today, const Policy& policy, Seed seed,
                            const DayLoads* loads = nullptr);

}  // namespace starling
