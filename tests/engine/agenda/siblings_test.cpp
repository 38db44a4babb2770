// Of one card one schedule a day: the answer to one gives the others away.
#include <algorithm>
#include <map>
#include <set>

#include "engine/agenda/any_learner.h"

using namespace starling;
using namespace starling::test;

namespace {

// Two sides of one card, both due on day 60.
Learner two_sides() {
  Learner learner({item("mine/pair#f"), item("mine/pair#r")});
  learner.know("mine/pair#f", 0);
  learner.know("mine/pair#r", 1);
  return learner;
}

bool in_a_step(const Asked& asked) { return asked.reason == Reason::Step; }

}  // namespace

TEST_CASE("of two sides that are due one is asked, and the other one waits until tomorrow") {
  Learner learner = two_sides();
  Agenda agenda = learner.on(60);
  REQUIRE(agenda.cards().size() == 1);
  const std::string first = agenda.cards()[0].item->id.text();
  const std::string second = first == "mine/pair#f" ? "mine/pair#r" : "mine/pair#f";
  CHECK(why(learner, agenda, second) == "sibling");
  CHECK(agenda.counts().deferred == 0);
  const Due tomorrow{kStart + std::chrono::days(61), std::nullopt};
  CHECK(agenda.counts().next == tomorrow);
  agenda.answered(learner.find(first), learner.answer(first, Grade::Easy, moment(60)), moment(60));
  CHECK(agenda.cards().empty());
  CHECK(why(learner, agenda, second) == "sibling");
  CHECK(agenda.counts().deferred == 0);
  CHECK(agenda.counts().next == tomorrow);
  CHECK(ids(learner.on(61).cards()) == Ids{second});
}

TEST_CASE("a new side waits while the other one is due today, and a due one where the other one was begun today") {
  Learner learner({item("mine/pair#f"), item("mine/pair#r")});
  learner.know("mine/pair#f", 0);
  CHECK(ids(learner.on(60).cards()) == Ids{"mine/pair#f"});
  CHECK(why(learner, learner.on(60), "mine/pair#r") == "sibling");
  CHECK(learner.on(60).counts().fresh_deferred == 0);
  learner.know("mine/pair#r", 60);
  CHECK(learner.on(60).cards().empty());
  CHECK(why(learner, learner.on(60), "mine/pair#f") == "sibling");
}

TEST_CASE("a side in a learning step is asked whatever became of the other one") {
  Learner learner = two_sides();
  (void)learner.answer("mine/pair#f", Grade::Again, moment(60));
  Agenda agenda = learner.on(frame(60, 9h + 15min));
  CHECK(ids(agenda.cards()) == Ids{"mine/pair#f"});
  CHECK(why(learner, agenda, "mine/pair#r") == "sibling");
}

TEST_CASE("a side that is due and has no room is not called a sibling of one that has none either") {
  Learner learner = two_sides();
  DayFrame day = frame(60);
  day.minutes = 0;
  const Agenda agenda = learner.on(day);
  CHECK(why(learner, agenda, "mine/pair#f") == "minutes");
  CHECK(why(learner, agenda, "mine/pair#r") == "minutes");
  CHECK(agenda.counts().deferred == 2);
}

TEST_CASE("an undone answer sets the siblings free") {
  Learner learner = two_sides();
  Agenda agenda = learner.on(60);
  const Ids before = ids(agenda.cards());
  const Item& first = *agenda.cards()[0].item;
  agenda.answered(first, learner.answer(first.id.text(), Grade::Good, moment(60)), moment(60));
  learner.undo();
  agenda.changed(first, learner.spent(moment(60).day), moment(60));
  CHECK(ids(agenda.cards()) == before);
}

TEST_CASE("the final pass asks a card further down in place of a sibling") {
  Learner learner({item("mine/a#1"), item("mine/a#2"), item("mine/b")});
  for (int i = 0; i < 3; ++i) {
    const std::string card = learner.items[static_cast<std::size_t>(i)].id.text();
    learner.know(card, i);
    learner.states.at(id(card)).standing.due = {kStart + std::chrono::days(300), std::nullopt};
  }
  DayFrame day = frame(kPlanDays - 6);
  day.policy = StudyPolicy::FinalPass;
  const Agenda agenda = learner.on(day);
  CHECK(ids(agenda.cards()) == Ids{"mine/a#1", "mine/b"});
  CHECK(agenda.counts().deferred == 0);
  CHECK(why(learner, agenda, "mine/a#2") == "sibling");
}

TEST_CASE("whatever was answered, a day holds one schedule of a card besides steps, and says why the others wait") {
  int waiting = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    Dice dice{SplitMix64(Seed{seed})};
    const int today = any_day(dice);
    Learner learner = any_learner(dice, today);
    for (int answers = dice.below(4); answers > 0; --answers)
      (void)learner.answer(any_of(dice, learner).id.text(), Grade::Good, moment(today), 5s);
    const Agenda agenda = learner.on(any_frame(dice, today), any_wish(dice));
    std::set<std::string_view> wholes(agenda.spent().wholes.begin(), agenda.spent().wholes.end());
    for (const Asked& asked : agenda.cards()) {
      CAPTURE(asked.item->id.text());
      const bool itself = agenda.spent().asked.contains(asked.item->id.text());
      if (!in_a_step(asked) && !itself) CHECK_FALSE(wholes.contains(asked.item->id.whole()));
      wholes.insert(asked.item->id.whole());
    }
    for (const Item& each : learner.items) {
      if (why(learner, agenda, each.id.text()) != "sibling") continue;
      CHECK(wholes.contains(each.id.whole()));
      ++waiting;
    }
    CHECK(agenda.counts().deferred >= 0);
    CHECK(agenda.counts().fresh_deferred >= 0);
  }
  CHECK(waiting > 40);
}
