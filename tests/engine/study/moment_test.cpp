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

class SetClock final : public Clock {
 public:
  Instant at{};
  [[nodiscard]] Instant now() const override { return at; }
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

TEST_CASE("what a sync program brings while a sitting is open counts from the next second on") {
  const test::DeckLearner learner(3);
  SetClock clock;
  clock.at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + 9h;
  Study study(learner.place(), clock);
  (void)test::answer(study, "mine/c0", Grade::Good);

  const Answered elsewhere{test::item("mine/c1"), Grade::Easy, {}, Phase::Review, 0, Due{test::day("2026-12-05"), {}}, {}};
  const Deed deed{{"other1", 1}, clock.at.time_since_epoch().count() + 1, clock.at, {}, test::day("2026-11-25"), {elsewhere}};
  learner.write("log/other1/2026-11.jsonl", written(deed) + "\n");
  clock.at += 1s;
  (void)test::answer(study, "mine/c2", Grade::Good);

  CHECK(test::state(study, "mine/c0").reviews == 1);
  CHECK(test::state(study, "mine/c1").reviews == 1);
  CHECK(test::state(study, "mine/c2").reviews == 1);
}

TEST_CASE("what another program on this machine answers while a sitting is open counts at once") {
  const test::DeckLearner learner(3);
  SetClock clock;
  clock.at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + 9h;
  Study sitting(learner.place(), clock);
  (void)test::answer(sitting, "mine/c0", Grade::Good);
  Study other(learner.place(), clock);
  (void)test::answer(other, "mine/c1", Grade::Good);
  (void)test::answer(sitting, "mine/c1", Grade::Good);
  CHECK(test::state(sitting, "mine/c1").reviews == 2);
}
