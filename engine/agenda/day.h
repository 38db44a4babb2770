// A day as the choice sees it, and what a sitting wants of it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "agenda/choice.h"
#include "calendar/calendar.h"
#include "item/item.h"
#include "schedule/schedule.h"

namespace starling {

// When an item is due where what counts is how much of it is known on one day.
struct AimedDue {
  struct Later {
    Day day{};
    double gain = 0;
  };
  Day day{};       // the first on which a review is worth its minutes; behind all that are known where none is
  double gain = 0; // what a review today adds, in items known on that day, for each second
  std::optional<Later> best_later;  // of the days that are known
  double price = 0;                 // of a second today, in the same
};

// What the learner says that knowing an item counts beside others of its kind, above 0; none: they count alike.
using ItemWorth = std::function<double(const Item&)>;
// With what it counts of its own.
[[nodiscard]] inline double worth_of(const Item& item, const ItemWorth& worth) { return item.worth * (worth ? worth(item) : 1); }

// By what was done of the plan in so many days it is foreseen how much will be.
inline constexpr int kPractiseDays = 56;

struct DayFrame {
  Moment now;
  int plan_day = 0;                // days since the plan's start; may be negative
  int plan_week = 1;
  int cooling_from = 13;           // week of the plan from which on stories cool
  std::string level = "L6";
  Asking asking = Asking::All;     // see asking_on in choice.h
  Why nothing_new = Why::RestDay;  // why it is ReviewsOnly, where it is
  int nothing_new_days = kNothingNewDays;  // how many they are
  std::optional<int> days_left;    // to the interview; below zero after it
  std::optional<int> nearest_interview;  // that reviews go by, in days left: kNearestUnnamed where no date was named
  double minutes = 25;             // the day's; a day off has none, whatever stands here, unless a sitting asks for some
  int new_per_day = 20;
  int reviews_per_day = 120;
  int stories_per_day = kStoriesPerDay;
  QueueOrder order = QueueOrder::RecallPerSecond;
  ItemWorth worth;                 // looks into the study that made the frame, and must not outlive it
  StudyPolicy policy = StudyPolicy::Plain;
  Thoroughness thoroughness = Thoroughness::Usual;
  // In place of the date that an item has of its own, where it answers one; none: every item goes by its own.
  std::function<std::optional<AimedDue>(const ItemId&, const Standing&)> aimed;
  std::optional<Day> priced_on;    // the day whose prices that goes by
  bool unsettled = false;          // there would be one, but for these minutes no prices were found
  bool new_first = false;          // new ones have their share of the minutes before what is due
  double share_of_new = kShareOfNew;
  std::vector<ItemId> practised;   // problems and exercises that the plan has done on a day to come
  std::vector<ItemId> planned_lately;  // those that it had in the last kPractiseDays before; of today alone
  std::function<bool(Day)> off;    // days on which nothing is asked, of those to come; none: no day is off
};

// What a sitting asks for beyond the day's own measure. The minutes and the limit are those of the whole sitting: what
// is answered while its agenda lives uses them up.
struct Wish {
  std::function<bool(const Item&)> wanted;  // none: everything
  std::optional<double> minutes;            // in place of the day's, whatever today has seen before
  std::optional<int> limit;                 // at most so many cards more
  int ahead_days = 0;                       // what is due, or opens, within so many days counts as due, or open
  // So many new ones more than the day's number, on a day of rest and a day off too. Without minutes of the sitting's
  // own the day's stop neither as many new ones nor steps. Those that it has begun before this agenda was made count.
  int fresh = 0;
  int fresh_begun = 0;
};

}  // namespace starling
