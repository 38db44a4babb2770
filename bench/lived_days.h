// Days lived through sittings, as a person would: a learner who recalls as the memory model says, grades and takes as long
// as people do, and tells the stories that are asked.
#pragma once

#include <string>
#include <string_view>

#include "study/study.h"

namespace starling::bench {

struct LivedDay {
  double minutes = 0;  // of cards
  double told = 0;     // minutes of tellings
  double limit = 0;
  double longest = 0;  // of one answer, in minutes
  int begun = 0;
};
// Stands at noon of a day, in UTC, and goes on with the answers.
class SittingClock final : public Clock {
 public:
  explicit SittingClock(Day day) : now_(std::chrono::sys_days(day.time_since_epoch()) + std::chrono::hours(12)) {}
  [[nodiscard]] Instant now() const override { return now_; }
  void pass(double seconds) { now_ += std::chrono::milliseconds(static_cast<int>(seconds * 1000)); }

 private:
  Instant now_;
};

// All that the study's day asks; `clock` is the study's. Luck hangs on the item and the count of its answers alone. With threads, at least 1, the
// sitting works out first what its minutes are worth, where the policy goes by that.
LivedDay live_day(Study& study, SittingClock& clock, int threads);

// Does the problems and exercises that the plan has on the study's day, those done before once more; with the luck of
// `live_day`, but in the plan's own time.
void practise(Study& study);

// What a learner of `level` knows on the day of the interview, if no more is done: of the cards and questions that could
// be met, of the stories, and of what was practised.
struct KnownOnTheDay {
  int items = 0;
  int begun = 0;
  double mean = 0;        // recall over all of them, 0 of those never begun
  double low_decile = 0;  // over the worst tenth
  [[nodiscard]] double forgotten() const { return items * (1 - mean); }
};
[[nodiscard]] KnownOnTheDay known_on_the_day(const Study& study, std::string_view level);

// A row of docs/ready.md.
[[nodiscard]] std::string ready_row(int minutes_a_day, StudyPolicy policy, const KnownOnTheDay& known, double hours);

// A card or a question.
[[nodiscard]] bool is_drilled(const Item& item);

}  // namespace starling::bench
