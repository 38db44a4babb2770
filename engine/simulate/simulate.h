// How would a learner fare? Whole lives of reviews played through by chance, from one seed.
// One answer's luck depends on the seed, the learner, the card and the count of its reviews alone: neither the order
// of the work nor the number of threads changes a figure.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "memory/memory.h"
#include "schedule/schedule.h"

namespace starling {

// How a learner answers and what it costs, by grade in the order of kGrades. The defaults are those of fsrs-rs'
// simulator, measured over many Anki collections. How often a review is recalled is the memory model's to say.
struct Habits {
  std::array<double, 4> first_shares{0.24, 0.094, 0.495, 0.171};     // of first sights; they sum to 1
  std::array<double, 3> recalled_shares{0.224, 0.631, 0.145};        // hard, good, easy; they sum to 1
  std::array<double, 4> first_seconds{19.58, 18.79, 13.78, 10.71};
  std::array<double, 4> review_seconds{19.38, 17.59, 12.38, 8.94};
  double step_seconds = 16.44;                                       // one more look on the same day
  bool operator==(const Habits&) const = default;
};

// One answer of a log.
struct LoggedAnswer {
  enum class Kind { First, Review, Step };
  Kind kind = Kind::Review;
  Grade grade = Grade::Good;
  std::optional<double> seconds;
};
// A learner's own habits: the mean of the times above 0 and below 20 minutes, and the shares of the grades with one
// added to each, both moved towards `usual` as n / (50 + n) of n answers says.
[[nodiscard]] Habits habits_from(std::span<const LoggedAnswer> answers, const Habits& usual = {});

enum class StudyPolicy {
  Plain,     // every card when its recall is down to the desired retention
  FinalPass  // and once more every card that was not asked in the last kFinalPassDays days
};
inline constexpr int kFinalPassDays = 14;
inline constexpr std::array<StudyPolicy, 2> kStudyPolicies{StudyPolicy::Plain, StudyPolicy::FinalPass};
// "plain", "final-pass".
[[nodiscard]] std::string_view to_string(StudyPolicy policy);
[[nodiscard]] std::optional<StudyPolicy> parse_study_policy(std::string_view text);

// What may be asked on a day.
enum class Asking { All, ReviewsOnly, Nothing };

// A card that was learnt before the simulation begins. Days count from its first day; those before are negative.
struct KnownCard {
  MemoryState memory;
  int last_day = -1;  // of its last review, at most 0
  int due_day = 0;
};

// What day 0 has seen already when the simulation begins.
struct DoneAlready {
  double minutes = 0;
  int reviews = 0;
  int fresh = 0;
};

// What lies before a learner. Days count from 0; the end is the day `days`, on which nothing more is done.
struct Scenario {
  int days = 166;                    // 1 to 3,650
  std::vector<int> arrivals;         // new cards that open on each day; days past its end have none
  std::vector<KnownCard> known;
  std::vector<Asking> asking;        // by day; everything on those past its end
  Habits habits;
  std::array<int, 4> steps_after_first{1, 1, 0, 0};  // more looks on the same day, each graded good, by first grade
  int steps_after_lapse = 1;
  std::optional<double> minutes_per_day;  // none: as many as it takes
  std::optional<int> reviews_per_day;
  std::optional<int> new_per_day;
  bool new_within_minutes = false;   // false: every new card is learnt on its day, however full that is
  DoneAlready done_already;
  double desired_retention = 0.90;   // 0.70 to 0.99
  int maximum_interval_days = 36500;
  bool fuzz = false;
  StudyPolicy policy = StudyPolicy::Plain;
  QueueOrder order = QueueOrder::RecallPerSecond;  // what is left out when the minutes do not reach
};

// The candidate of the 24-week plan: `cards` open by its weeks, spread over six days of each, and the interview is on
// day 166; 25 minutes of review a day. `cards` other than 1,290 keep the shape.
[[nodiscard]] Scenario interview_scenario(int cards = 1290);
inline constexpr int kInterviewCards = 1290;

// How memory really behaves, whatever the scheduler believes. The noise is log-normal with median 1 and multiplies
// stability: once a card when it is first seen, and at every review after that.
struct Truth {
  Weights weights;
  double noise_per_review = 0;  // standard deviation of the logarithm, 0 to 2
  double noise_per_card = 0;
};

struct Run {
  Scenario scenario;
  Weights believed = default_weights();  // the scheduler's
  std::optional<Truth> truth;            // none: the scheduler is right. Known cards are as they are in either case.
};

// Means over the learners.
struct SimulatedDay {
  double reviews = 0;    // of cards seen before that day; looks in steps are not counted
  double fresh = 0;      // new cards
  double minutes = 0;    // of all of it
  double memorised = 0;  // sum of the chances of recall when the day is over
};
struct Simulation {
  std::vector<SimulatedDay> days;
  double reviews = 0;
  double fresh = 0;
  double steps = 0;
  double minutes = 0;
  double mean_recall_at_end = 0;           // over all cards, those never seen included with 0
  double lowest_decile_recall_at_end = 0;  // over the worst tenth of them
  double most_minutes_in_a_day = 0;
  double mean_memorised = 0;               // over the days
  double backlog_at_end = 0;               // cards that were due and not asked
  double unseen_at_end = 0;                // new cards that had opened and were not begun
};

struct Effort {
  int learners = 1;        // 1 to 100,000
  int threads = 1;         // at least 1
  Seed seed{0};
  bool memorised = true;   // without, `memorised` of each day stays 0, and it takes about a third less time
};

// How a long simulation is followed and stopped.
struct Watch {
  const std::atomic<bool>* stop = nullptr;         // set: give up soon
  std::function<void(double share)> progress;      // 0 to 1, rising; called by the thread that called `simulate`
};

// Plays `effort.learners` lives of every run. Nothing when it was stopped. Asserts the ranges above.
[[nodiscard]] std::optional<std::vector<Simulation>> simulate(std::span<const Run> runs, const Effort& effort,
                                                              const Watch& watch = {});

}  // namespace starling
