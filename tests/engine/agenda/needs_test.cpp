// Cards that come before others.
#include "engine/agenda/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

// `second` needs `first`; which of them comes first in the deck is told.
Learner pair(bool first_comes_first) {
  Learner learner({item("mine/first"), item("mine/second")});
  learner.items[1].needs = {id("mine/first")};
  if (!first_comes_first) std::swap(learner.items[0], learner.items[1]);
  return learner;
}

}  // namespace

TEST_CASE("a card may follow in the same sitting after the one it needs") {
  CHECK(ids(pair(true).on(0).cards()) == Ids{"mine/first", "mine/second"});
}

TEST_CASE("a card whose need was never met waits even when it comes first in the deck") {
  Learner learner = pair(false);
  const Agenda agenda = learner.on(0);
  CHECK(ids(agenda.cards()) == Ids{"mine/first"});
  CHECK(why(learner, agenda, "mine/second") == "needs");
  CHECK(*agenda.waits(learner.find("mine/second"))->need == id("mine/first"));
  (void)learner.answer("mine/first", Grade::Easy, moment(0));
  CHECK(ids(learner.on(0).cards()) == Ids{"mine/second"});
}

TEST_CASE("a card of the other level holds nobody up") {
  Learner learner = pair(true);
  learner.items[0].levels = Levels::L7;
  DayFrame day = frame(0);
  day.level = "L6";
  CHECK(ids(learner.on(day).cards()) == Ids{"mine/second"});
  day.level = "L7";
  CHECK(ids(learner.on(day).cards()) == Ids{"mine/first", "mine/second"});
}

TEST_CASE("a chain of needs is begun in one sitting where there is room") {
  Learner learner = Learner::of_cards(10);
  for (std::size_t i = 1; i < 10; ++i) learner.items[i].needs = {learner.items[i - 1].id};
  DayFrame day = frame(0);
  day.new_per_day = 4;
  const Agenda agenda = learner.on(day);
  CHECK(ids(agenda.cards()) == Ids{"mine/c0", "mine/c1", "mine/c2", "mine/c3"});
  CHECK(agenda.counts().fresh_deferred == 1);
  CHECK(why(learner, agenda, "mine/c4") == "new-a-day");
  CHECK(why(learner, agenda, "mine/c5") == "needs");
}

TEST_CASE("any side of a card that was met will do, and one that is suspended holds nobody up") {
  Learner learner({item("mine/pair#f"), item("mine/pair#r"), item("mine/after")});
  learner.items[2].needs = {id("mine/pair")};
  learner.items[0].opens = 90;
  learner.items[1].opens = 90;
  CHECK(why(learner, learner.on(0), "mine/after") == "needs");
  (void)learner.add({Suspended{id("mine/pair#r")}}, moment(0));
  CHECK(why(learner, learner.on(0), "mine/after") == "asked");
  learner.undo();
  (void)learner.answer("mine/pair#r", Grade::Good, moment(0));
  CHECK(why(learner, learner.on(0), "mine/after") == "asked");
}

TEST_CASE("a need that is put away in its text holds nobody up, and a buried one does") {
  Learner learner = pair(true);
  learner.items[0].away = Away::Retired;
  CHECK(ids(learner.on(0).cards()) == Ids{"mine/second"});
  learner.items[0].away = Away::No;
  (void)learner.add({Buried{id("mine/first"), kStart + std::chrono::days(1)}}, moment(0));
  CHECK(learner.on(0).cards().empty());
}

TEST_CASE("a card that needs a story waits until it was told: that it stands in today's list, or is put away, is not enough") {
  Learner learner({item("my-stories/night#opening"), item("my-stories/night#beat-1"), item("story/night")});
  for (std::size_t i : {0, 1}) learner.items[i].needs = {id("story/night")};
  CHECK(learner.on(0).stories().size() == 1);
  CHECK(why(learner, learner.on(0), "my-stories/night#opening") == "needs");
  CHECK(learner.on(0).counts().fresh_deferred == 0);
  (void)learner.add({Suspended{id("story/night")}}, moment(0));
  CHECK(why(learner, learner.on(0), "my-stories/night#opening") == "needs");
  learner.undo();
  for (const Away away : {Away::Draft, Away::Retired}) {
    learner.items[2].away = away;
    CHECK(why(learner, learner.on(0), "my-stories/night#opening") == "needs");
  }
  learner.items[2].away = Away::No;
  (void)learner.answer("story/night", Grade::Good, moment(0));
  CHECK(ids(learner.on(0).cards()) == Ids{"my-stories/night#opening"});
  (void)learner.answer("my-stories/night#opening", Grade::Easy, moment(0));
  CHECK(learner.on(0).cards().empty());
  CHECK(ids(learner.on(1).cards()) == Ids{"my-stories/night#beat-1"});
}

TEST_CASE("a need that is nowhere holds the card up, unless it was met before it went") {
  Learner learner({item("mine/second")});
  learner.items[0].needs = {id("mine/first")};
  CHECK(why(learner, learner.on(0), "mine/second") == "needs");
  (void)learner.answer("mine/first#f", Grade::Good, moment(0));
  CHECK(why(learner, learner.on(1), "mine/second") == "asked");
}

TEST_CASE("a card that needs itself never comes") {
  Learner learner({item("mine/a"), item("mine/b")});
  learner.items[0].needs = {id("mine/a")};
  CHECK(ids(learner.on(0).cards()) == Ids{"mine/b"});
  CHECK(why(learner, learner.on(0), "mine/a") == "needs");
}

TEST_CASE("a need that had no room today is the reason of those behind it") {
  Learner learner = pair(true);
  DayFrame day = frame(0);
  day.new_per_day = 0;
  const Agenda agenda = learner.on(day);
  CHECK(why(learner, agenda, "mine/first") == "new-a-day");
  CHECK(why(learner, agenda, "mine/second") == "needs");
  CHECK(agenda.counts().fresh_deferred == 1);
}
