// What lies before a learner: cards, days and what each day allows.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "agenda/agenda.h"
#include "item/item.h"
#include "memory/memory.h"
#include "schedule/schedule.h"
#include "price/price.h"

namespace starling {

// A card that was learnt before the simulation begins. Days count from its first day; those before are negative.
struct KnownCard {
  MemoryState memory;
  int last_day = -1;  // of its last review, at most 0
  int due_day = 0;
  std::optional<int> first_day = std::nullopt;  // of its first one; none: long ago
  bool operator==(const KnownCard&) const = default;
};

// What day 0 has seen already when the simulation begins.
struct DoneAlready {
  double minutes = 0;
  int reviews = 0;
  int fresh = 0;
  int tellings = 0;
  double new_minutes = 0;        // of the minutes, of cards met first on it
  std::vector<int> wholes = {};  // of the cards that were answered (Scenario::wholes)
  bool operator==(const DoneAlready&) const = default;
};

// What lies before a learner. Days count from 0; the end is the day `days`, on which nothing more is done.
struct Scenario {
  int days = 166;                    // 1 to 3,650
  std::optional<int> interview;      // the day of it, which ends the final pass (none: the day `days`) and which no interval passes
  std::optional<int> nearest_interview;  // the fewest days left that reviews go by (see DayFrame)
  std::vector<EarlierDay> earlier;   // days before it that count too, by day; prices heed them, kMostEarlierDays at most
  std::optional<int> days_in_all;    // of the whole preparation up to the interview; none: it begins on day 0
  // New cards that open on each day; days past its end have none. As `minutes_by_day` and `asking` it may know days behind
  // the end, on which prices hang.
  std::vector<int> arrivals;
  // Of those the last so many are begun on their day beside all reviews, and take no minutes of them: problems and
  // exercises that the plan has done on it. Days past its end have none.
  std::vector<int> practised;
  std::vector<KnownCard> known;
  // Cards of one number are schedules of one card: of those one a day is asked. Numbers from 0, by card: the known ones
  // first, then the new ones in the order in which they open. Empty: no card has a sibling.
  std::vector<int> wholes;
  std::vector<ItemWeight> weights;   // by card as `wholes`; empty: 1 each
  std::vector<ItemKind> kinds;       // by card as `wholes`; empty: each is a card
  std::vector<Asking> asking;        // by day; everything on those past its end
  Habits habits;
  std::array<int, 4> steps_after_first{1, 1, 0, 0};  // more looks on the same day, each graded good, by first grade
  int steps_after_lapse = 1;
  std::optional<double> minutes_per_day;  // none: as many as it takes
  std::vector<double> minutes_by_day;     // in place of that, as far as it goes
  std::optional<int> reviews_per_day;
  std::optional<int> new_per_day;
  int stories_per_day = kStoriesPerDay;
  // A card is asked when the seconds that it takes on average are left; then it takes what it takes.
  bool new_within_minutes = false;   // false: every new card is learnt on its day, however full that is
  // Of the days behind the first, the share on which the learner studies, above 0. The others pass with nothing done, by
  // chance; prices heed how many, and nobody knows which.
  double lived = 1;
  DoneAlready done_already;
  double desired_retention = 0.90;   // 0.70 to 0.99
  int maximum_interval_days = 36500;
  bool fuzz = false;
  StudyPolicy policy = StudyPolicy::Plain;
  std::optional<double> base_price;  // what a second is worth elsewhere, where minutes are left over; none: as usual
  QueueOrder order = QueueOrder::RecallPerSecond;  // what is left out when the minutes do not reach
  bool operator==(const Scenario&) const = default;
};

[[nodiscard]] double base_price_of(Thoroughness thoroughness);
// The one with that base price; nothing for another price.
[[nodiscard]] std::optional<Thoroughness> thoroughness_at(double base_price);

// What a review of a card takes, with the looks after a lapse: by its grade, and expected at a chance of recall. What has
// no steps takes the expected time of a card's reviews, by its cost, whatever comes of it: a walk through an exercise
// that was forgotten is no hour.
[[nodiscard]] double seconds_of(const Scenario& scenario, Grade grade);
[[nodiscard]] double seconds_at(const Scenario& scenario, double recall);
// At the desired retention.
[[nodiscard]] double expected_review_seconds(const Scenario& scenario);

// None: as many as it takes.
[[nodiscard]] std::optional<double> minutes_on(const Scenario& scenario, int day);

// Of the card that opens as number `opened`, those known first.
[[nodiscard]] ItemWeight weight_of(const Scenario& scenario, int opened);
// Of all its cards; what costs more lets others pass where the minutes end.
[[nodiscard]] double least_cost(const Scenario& scenario);
[[nodiscard]] ItemKind kind_of(const Scenario& scenario, int opened);

// Cards that are known or have opened before the day.
[[nodiscard]] int opened_before(const Scenario& scenario, int day);
// Of the arrivals of that day.
[[nodiscard]] int practised_on(const Scenario& scenario, std::size_t day);
[[nodiscard]] int practised_in_all(const Scenario& scenario);

// The candidate of the 24-week plan: `cards` open by its weeks, spread over six days of each, and the interview is on
// day 166; 25 minutes of review a day. `cards` other than 1,290 keep the shape.
[[nodiscard]] Scenario interview_scenario(int cards = 1290);
inline constexpr int kInterviewCards = 1290;

}  // namespace starling
