// The learner's decisions as values. Every key has a default, so an empty file is valid.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/agenda.h"
#include "calendar/calendar.h"
#include "item/item.h"
#include "lint/lint.h"
#include "schedule/schedule.h"

namespace starling {

// Days of the calendar, both ends included.
struct DaySpan {
  Day first{};
  Day last{};
  [[nodiscard]] bool holds(Day day) const { return first <= day && day <= last; }
  bool operator==(const DaySpan&) const = default;
};

enum class LeechAction {
  Tag,     // it is told, and shown as a leech
  Suspend  // and put away with the answer that made it one
};

// A deck that is remembered better or less well than the rest, and where the file says so.
struct DeckRetention {
  std::string deck;
  double desired_retention = 0.90;  // 0.70 to 0.99
  int line = 1;
  int column = 1;
};

// What knowing an item on the day counts, beside 1 of the others: of a deck, of cards with a tag, of an area.
struct NamedWorth {
  std::string name;
  double worth = 1;  // kLeastItemWorth to kMostItemWorth
  int line = 1;
  int column = 1;
};
inline constexpr double kLeastItemWorth = 0.1;
inline constexpr double kMostItemWorth = 10;
// Different ones beside 1: each has tables of its own when minutes are priced.
inline constexpr std::size_t kMostWorths = 3;

// The word for a policy that is chosen by what is foreseen of each, and what the days go by until that is known.
inline constexpr std::string_view kAutoPolicy = "auto";
inline constexpr StudyPolicy kPolicyUntilForeseen = StudyPolicy::Deadline;

struct Settings {
  std::string level = "L6";             // L6 | L7
  std::string role = "em";              // em: leads people | ic: does not
  std::optional<Day> start;             // absent: the plan begins so that it ends with the interview, or on the first day there is
  std::optional<Day> interview;         // absent: the plan's own interview day
  std::string plan = "amazon-24-week";
  std::optional<double> hours_per_week; // absent: 15 for L6, 17 for L7
  std::string time_zone;                // empty: the system's
  int rollover_hour = 4;
  std::array<int, 3> slot_minutes{60, 30, 120};  // morning, noon, evening
  std::vector<std::string> rest_days{"sunday"};
  std::vector<std::string> lighter_days;         // half the reviews of other days
  std::vector<DaySpan> days_off;                 // announced: nothing is asked, reviews included
  std::optional<ModelKind> model;       // absent: that of the weights adopted last, FSRS-6 before
  double desired_retention = 0.90;
  int new_per_day = 20;
  int reviews_per_day = 120;
  double minutes_per_day = 25;
  std::vector<std::chrono::minutes> learning_steps{std::chrono::minutes(1), std::chrono::minutes(10)};
  std::vector<std::chrono::minutes> relearning_steps{std::chrono::minutes(10)};
  int maximum_interval_days = 180;
  int leech_lapses = 8;
  LeechAction leech_action = LeechAction::Tag;
  QueueOrder order = QueueOrder::RecallPerSecond;
  StudyPolicy policy = StudyPolicy::Plain;
  bool auto_policy = false;              // `policy` is the one that is foreseen to know most
  Thoroughness thoroughness = Thoroughness::Usual;
  bool auto_thoroughness = true;         // it was not written: under auto_policy it is foreseen to be best too
  bool type_cloze = false;               // gaps are typed and checked, not graded by the learner alone
  bool load_balance = true;              // spread reviews over the days of their fuzz range
  bool weekly_refit = true;              // the first sitting of a week fits the weights anew
  std::vector<DeckRetention> retention;  // by deck id
  std::vector<NamedWorth> worths;        // under StudyPolicy::Deadline
  bool worth_by_plan = false;            // cards without a name there count by the hours that the plan gives their area
  int words_per_minute = 140;
  int target_seconds = 150;
  bool story_cards = true;               // stories make cards of themselves
  LintSettings lint;                     // what stories are marked for
};

[[nodiscard]] double hours_per_week(const Settings& settings);

// What an item of this kind and group is scheduled by: a deck with a retention of its own has that, everything else
// the learner's. Kinds that are asked once a day at most have no steps.
[[nodiscard]] Policy policy_of(const Settings& settings, ItemKind kind, std::string_view group = {});

// Reviews aim at a day that was named; where none was, Deadline waits for it and is half-left.
[[nodiscard]] bool aims_at_date(const Settings& settings);
[[nodiscard]] bool waits_for_date(const Settings& settings);
// "review.policy" as the learner wrote it.
[[nodiscard]] std::string_view policy_word(const Settings& settings);
// See DayFrame.
[[nodiscard]] std::optional<int> nearest_interview(const Settings& settings);

// Words of [review.worth] that no deck, tag or area has to have: kinds of items other than cards, what is for one level
// alone, sizes of problems from easy on.
inline constexpr std::array<ItemKind, 5> kWorthKinds{ItemKind::Problem, ItemKind::Exercise, ItemKind::Question, ItemKind::Story, ItemKind::Probe};
inline constexpr std::array<std::string_view, 2> kWorthLevels{"l6", "l7"};
inline constexpr std::array<std::string_view, 3> kWorthSizes{"easy", "medium", "hard"};
// Whether it is one of these.
[[nodiscard]] bool is_worth_word(std::string_view name);
// Nothing for what is for both levels.
[[nodiscard]] std::optional<std::string_view> worth_word(Levels levels);

// Of an item: its deck's, else the greatest of its tags (or of words as good as tags), else that of its area; nothing where
// none has a name there.
[[nodiscard]] std::optional<double> named_worth(std::span<const NamedWorth> worths, std::string_view deck, std::span<const std::string_view> tags,
                                                std::string_view area);

[[nodiscard]] bool is_day_off(const Settings& settings, Day day);
// The first day from `day` on that is not off, or `last` where all before it are; `day` itself where it is behind that.
[[nodiscard]] Day first_day_on(const Settings& settings, Day day, Day last);
[[nodiscard]] bool is_rest_day(const Settings& settings, Day day);
// What a day is to the choice of a day for a review; `rests` says whether the plan or the settings rest on it.
// Without load balancing only days off differ from the rest.
[[nodiscard]] DayKind kind_of_day(const Settings& settings, Day day, bool rests);

// With the lapse that reaches the number of the settings, and again every half of that number further on.
[[nodiscard]] bool tells_leech(const Settings& settings, int lapses_before, int lapses_after);

}  // namespace starling
