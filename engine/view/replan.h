// What can be done when life was otherwise than the plan: the ways to go on, each with what would come of it.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "history/history.h"
#include "plan/plan.h"
#include "settings/settings.h"
#include "simulate/simulate.h"
#include "view/behind.h"
#include "view/gates_ahead.h"
#include "view/standpoint.h"

namespace starling {

enum class ReplanWay {
  Keep,      // by the calendar; what lies behind stays there
  Compress,  // from the week in which the learner stopped, to the same date: weeks are left out
  Hours,     // what lies behind comes into the next weeks, with more minutes a day
  Drop,      // of what lies behind, what counts most comes into free room; the rest is dropped
  Extend,    // from the week in which the learner stopped, to a later date
  Forward    // the next week now
};
inline constexpr std::array<ReplanWay, 6> kReplanWays{ReplanWay::Keep, ReplanWay::Compress, ReplanWay::Hours,
                                                      ReplanWay::Drop, ReplanWay::Extend,   ReplanWay::Forward};
// "keep", "compress", "hours", "drop", "extend", "ahead".
[[nodiscard]] std::string_view to_string(ReplanWay way);
[[nodiscard]] std::optional<ReplanWay> parse_replan_way(std::string_view word);

// What shall be otherwise, whatever way is taken.
struct ReplanWish {
  std::optional<Day> interview;
  std::vector<DaySpan> off;      // days off beside those that are planned
  std::optional<double> hours;   // a week
  int more_minutes = 30;         // a day of Hours
  bool date_is_free = false;     // the interview may be later, although the settings have a date
  [[nodiscard]] bool empty() const { return !interview && off.empty() && !hours; }
};

// The plan as it would be.
struct PlanDraft {
  Settings settings;
  PlanChanges changes;
};

struct ReplanEffect {
  Day interview{};
  std::vector<int> weeks_left_out;  // rising; those that the learner passed are not among them
  int tasks_left_out = 0;           // open tasks that have no date, or are dropped
  int minutes_left_out = 0;
  int tasks_behind = 0;             // on days that are over
  int moved = 0;                    // tasks that get another date than now
  double minutes_a_day = 0;         // of tasks, over the coming kReplanDays days that have some
  int fullest_week = 0;             // minutes of its tasks, of those to come
  std::vector<GateAhead> out_of_reach;
  std::optional<double> recall;     // mean over all cards on the day of the interview; nothing where it was not asked for
  std::vector<std::string> warnings;  // of the dates, a sentence each
};
inline constexpr int kReplanDays = 28;

struct ReplanOption {
  ReplanWay way = ReplanWay::Keep;
  std::string title;  // "Take up week 8 again, the date stays"
  std::string text;   // one sentence: what it does
  PlanDraft draft;
  ReplanEffect effect;
};

inline constexpr std::size_t kBehindNamed = 3;
struct ReplanView {
  Day today{};
  int behind = 0;          // tasks
  int behind_minutes = 0;
  std::vector<BehindTask> behind_most;  // of them, those that count most, at most kBehindNamed
  std::optional<int> left_off;        // the week in which the learner stopped
  ReplanEffect now;                   // where nothing is changed
  std::vector<ReplanOption> options;  // the first is Keep, which without a wish changes nothing; none where it is over
  bool over = false;                  // the interview is past and no other day is wished: there is nothing to go on with
  bool wished = false;                // so that the first way is another thing than what is now
};

[[nodiscard]] ReplanView replan_view(const Standpoint& from, const PlanChanges& changes, const ReplanWish& wish);
// The plan of a draft over the calendar. `from` is as things stand.
[[nodiscard]] Timeline laid_timeline(const Standpoint& from, const PlanDraft& draft);

struct KeptFromPast {
  PlanDraft draft;
  int moved = 0;    // tasks
  int dropped = 0;
};
// A draft puts the tasks of new days off on others of their weeks. Those that it would put on days that are over come into
// free room of the next weeks; where there is none they are dropped.
[[nodiscard]] KeptFromPast kept_from_past(const Standpoint& from, PlanDraft draft);

// The day of the interview.
struct InterviewDate {
  Day date{};
  int days_left = 0;  // below zero after it
  bool own = false;   // the learner's; else it is the plan's own
};
// "The interview is on Friday, 7 May 2027, in 136 days."
[[nodiscard]] std::string interview_sentence(const InterviewDate& view);

// What is left to say once it is over.
[[nodiscard]] std::string over_sentence(Day interview);

// Why such a wish cannot be; empty: it can. A sentence without a full stop.
[[nodiscard]] std::string wrong_wish(const Standpoint& from, const ReplanWish& wish);

}  // namespace starling
