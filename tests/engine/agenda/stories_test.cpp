// Which stories are told today.
#include "engine/agenda/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

Learner storyteller() {
  return Learner({item("story/d"), item("story/b"), item("story/c"), item("story/a")});
}

}  // namespace

TEST_CASE("stories that nobody told yet wait in the order they were given, two a day") {
  const Learner learner = storyteller();
  CHECK(ids(learner.on(0).stories()) == Ids{"story/d", "story/b"});
  CHECK(learner.on(0).stories()[0].reason == Reason::New);
  CHECK(learner.on(0).cards().empty());
}

TEST_CASE("a story that was told comes back on its day, before those never told, the most faded first") {
  Learner learner = storyteller();
  learner.know("story/c", 0, Grade::Good);
  learner.know("story/a", 3, Grade::Good);
  CHECK(ids(learner.on(0).stories()) == Ids{"story/d"});  // one of the day's two was told
  DayFrame day = frame(40);
  day.stories_per_day = 3;
  const Agenda agenda = learner.on(day);
  CHECK(ids(agenda.stories()) == Ids{"story/c", "story/a", "story/d"});
  CHECK(agenda.stories()[0].reason == Reason::Overdue);
  const Due due = learner.states.at(id("story/c")).standing.due;
  const Agenda then = learner.on(days_between(kStart, due.day));
  CHECK(then.asked(id("story/c"))->reason == Reason::Due);
  CHECK(why(learner, learner.on(1), "story/c") == "not-due");
  CHECK(learner.on(1).waits(learner.find("story/c"))->until == due);
}

TEST_CASE("late in the plan a story that was not told for two weeks has cooled") {
  Learner learner({item("story/a")});
  learner.know("story/a", 80);
  learner.states.at(id("story/a")).standing.due = {kStart + std::chrono::days(150), std::nullopt};
  CHECK(why(learner, learner.on(94), "story/a") == "not-due");
  CHECK(learner.on(95).asked(id("story/a"))->reason == Reason::Cooling);
  DayFrame early = frame(95);
  early.plan_week = 12;
  CHECK(why(learner, learner.on(early), "story/a") == "not-due");
}

TEST_CASE("stories are told on days of rest, in the last days, before the plan begins and without minutes") {
  const Learner learner = storyteller();
  DayFrame none = frame(10);
  none.minutes = 0;
  for (const DayFrame& day : {rest_day(10), frame(kPlanDays - 2), frame(-5), none})
    CHECK(learner.on(day).stories().size() == 2);
  CHECK(learner.on(day_off(10)).stories().empty());
}
