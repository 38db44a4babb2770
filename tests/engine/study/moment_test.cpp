#include <doctest/doctest.h>

#include "learner.h"

using namespace starling;
using namespace std::chrono_literals;

namespace {

// Whoever looks at it for the `last`-th time sees the evening end: the next look is at the next study day.
class EveningClock final : public Clock {
 public:
  EveningClock(Instant rollover, int last) : rollover_(rollover), looks_left_(last) {}
  [[nodiscard]] Instant now() const override { return looks_left_-- > 0 ? rollover_ - 1ms : rollover_ + 1ms; }

 private:
  Instant rollover_;
  mutable int looks_left_;
};

}  // namespace

TEST_CASE("an answer at the very end of a day is wholly of that day or wholly of the next") {
  const Instant rollover = std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + 4h;
  for (int last = 0; last < 12; ++last) {
    const test::DeckLearner learner(3);
    const EveningClock clock(rollover, last);
    Study study(learner.place(), clock);
    const Did did = study.answer(test::found(study, "mine/c0"), Grade::Easy, {});
    CAPTURE(last);
    const Day day = did.deed.day;
    CHECK(day == test::day(did.deed.at < rollover ? "2026-11-24" : "2026-11-25"));
    CHECK(did.view.due.day == day + std::chrono::days(did.view.interval_days));
  }
}
