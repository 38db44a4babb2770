// Every item that is not asked says why, and what it says is true.
#include <set>

#include "engine/agenda/learner.h"

using namespace starling;
using namespace starling::test;

TEST_CASE("a card put away in its text says so, seen or not") {
  for (const bool was_seen : {false, true}) {
    Learner learner({item("mine/a"), item("mine/b"), item("mine/c")});
    learner.items[0].away = Away::Suspended;
    learner.items[1].away = Away::Retired;
    learner.items[2].away = Away::Draft;
    if (was_seen)
      for (const Item& each : learner.items) learner.know(each.id.text(), 0);
    const Agenda agenda = learner.on(60);
    CHECK(agenda.cards().empty());
    CHECK(agenda.counts().deferred == 0);
    CHECK(why(learner, agenda, "mine/a") == "suspended");
    CHECK(why(learner, agenda, "mine/b") == "retired");
    CHECK(why(learner, agenda, "mine/c") == "draft");
  }
}

TEST_CASE("a suspended card is out of sight until it is taken back") {
  Learner learner = Learner::of_cards(1);
  (void)learner.add({Suspended{id("mine/c0")}}, moment(0));
  CHECK(why(learner, learner.on(40), "mine/c0") == "suspended");
  (void)learner.add({Unsuspended{id("mine/c0")}}, moment(40));
  CHECK(why(learner, learner.on(40), "mine/c0") == "asked");
}

TEST_CASE("a buried card tells its day") {
  Learner learner = Learner::of_cards(1);
  (void)learner.add({Buried{id("mine/c0"), kStart + std::chrono::days(1)}}, moment(0));
  const Agenda agenda = learner.on(0);
  CHECK(why(learner, agenda, "mine/c0") == "buried");
  CHECK(agenda.waits(learner.items[0])->until == Due{kStart + std::chrono::days(1), std::nullopt});
  CHECK(why(learner, learner.on(1), "mine/c0") == "asked");
}

TEST_CASE("a new card of the other level waits, and one that was met before the level changed is asked") {
  Learner learner = Learner::of_cards(2);
  for (Item& each : learner.items) each.levels = Levels::L7;
  learner.know("mine/c1", 0);
  const Agenda agenda = learner.on(60);
  CHECK(why(learner, agenda, "mine/c0") == "other-level");
  CHECK(why(learner, agenda, "mine/c1") == "asked");
  DayFrame day = frame(60);
  day.level = "L7";
  CHECK(why(learner, learner.on(day), "mine/c0") == "asked");
}

TEST_CASE("a card of a later week tells the plan's day on which it opens") {
  Learner learner({item("mine/a", 14)});
  const Agenda agenda = learner.on(13);
  CHECK(why(learner, agenda, "mine/a") == "opens-later");
  CHECK(agenda.waits(learner.items[0])->opens == 14);
  CHECK(why(learner, learner.on(14), "mine/a") == "asked");
  CHECK(why(learner, learner.on(-3), "mine/a") == "opens-later");
}

TEST_CASE("before the plan begins no card is new") {
  const Learner learner = Learner::of_cards(1);
  CHECK(why(learner, learner.on(-1), "mine/c0") == "opens-later");
}

TEST_CASE("a card names the first of those it needs that was never met") {
  Learner learner({item("mine/a"), item("mine/b", 50), item("mine/c", 50), item("mine/d")});
  learner.items[3].needs = {id("mine/a"), id("mine/b"), id("mine/c")};
  const Agenda agenda = learner.on(3);
  CHECK(ids(agenda.cards()) == Ids{"mine/a"});
  CHECK(why(learner, agenda, "mine/d") == "needs");
  CHECK(*agenda.waits(learner.items[3])->need == id("mine/b"));
}

TEST_CASE("the other side of a card waits on the day that its card is first met") {
  Learner learner({item("mine/pair#f"), item("mine/pair#r")});
  const Agenda before = learner.on(0);
  CHECK(ids(before.cards()) == Ids{"mine/pair#f"});
  CHECK(why(learner, before, "mine/pair#r") == "sibling");
  CHECK(before.counts().fresh_deferred == 0);
  (void)learner.answer("mine/pair#f", Grade::Easy, moment(0));
  CHECK(why(learner, learner.on(0), "mine/pair#r") == "sibling");
  CHECK(why(learner, learner.on(1), "mine/pair#r") == "asked");
}

TEST_CASE("two sides that both wait for room do not call each other the reason") {
  Learner learner({item("mine/a"), item("mine/pair#f"), item("mine/pair#r")});
  DayFrame day = frame(0);
  day.new_per_day = 1;
  const Agenda agenda = learner.on(day);
  CHECK(why(learner, agenda, "mine/pair#f") == "new-a-day");
  CHECK(why(learner, agenda, "mine/pair#r") == "new-a-day");
  CHECK(agenda.counts().fresh_deferred == 2);
}

TEST_CASE("a card that is not due tells its day, and one in a step its moment") {
  Learner learner = Learner::of_cards(2);
  learner.policy.learning_steps = {120min};
  learner.know("mine/c0", 0);
  (void)learner.answer("mine/c1", Grade::Again, moment(1));
  const Agenda agenda = learner.on(1);
  CHECK(why(learner, agenda, "mine/c0") == "not-due");
  CHECK(agenda.waits(learner.items[0])->until == learner.states.at(id("mine/c0")).standing.due);
  CHECK(why(learner, agenda, "mine/c1") == "in-step");
  CHECK(agenda.waits(learner.items[1])->until == Due{kStart + std::chrono::days(1), moment(1, 11h).at});
}

TEST_CASE("what the counts of a day leave over names the count, and what the minutes leave over the minutes") {
  Learner learner = Learner::of_cards(6);
  for (const char* card : {"mine/c0", "mine/c1", "mine/c2"}) learner.know(card, 0);
  DayFrame day = frame(60);
  day.order = QueueOrder::DueDay;
  day.reviews_per_day = 2;
  day.new_per_day = 1;
  const Agenda counted = learner.on(day);
  CHECK(ids(counted.cards()) == Ids{"mine/c0", "mine/c1", "mine/c3"});
  CHECK(why(learner, counted, "mine/c2") == "reviews-a-day");
  CHECK(why(learner, counted, "mine/c4") == "new-a-day");
  day = frame(60);
  day.order = QueueOrder::DueDay;
  day.minutes = 1;  // 12 + 12 + 12 seconds, and 24 are left
  const Agenda timed = learner.on(day);
  CHECK(timed.cards().size() == 3);
  CHECK(why(learner, timed, "mine/c3") == "minutes");
  day.minutes = 0.5;
  CHECK(why(learner, learner.on(day), "mine/c2") == "minutes");
}

TEST_CASE("on a day of rest what is new waits for that reason") {
  Learner learner = Learner::of_cards(2);
  learner.know("mine/c1", 0);
  const Agenda agenda = learner.on(rest_day(60));
  CHECK(ids(agenda.cards()) == Ids{"mine/c1"});
  CHECK(why(learner, agenda, "mine/c0") == "rest-day");
}

TEST_CASE("in the last days before the interview nothing is begun, and that is the reason") {
  const Learner learner = Learner::of_cards(1);
  CHECK(why(learner, learner.on(kPlanDays - 22), "mine/c0") == "asked");
  for (const int left : {21, 5, 1, 0}) CHECK(why(learner, learner.on(kPlanDays - left), "mine/c0") == "last-days");
}

TEST_CASE("after the interview what is known goes on, and what is new waits until it is asked for") {
  Learner learner = Learner::of_cards(2);
  learner.know("mine/c1", 0);
  const Agenda agenda = learner.on(kPlanDays + 1);
  CHECK(ids(agenda.cards()) == Ids{"mine/c1"});
  CHECK(why(learner, agenda, "mine/c0") == "over");
  Wish wish;
  wish.fresh = 1;
  CHECK(why(learner, learner.on(kPlanDays + 1, wish), "mine/c0") == "asked");
}

TEST_CASE("on a day off everything that would be asked waits for the day off") {
  Learner learner({item("mine/a"), item("mine/b"), item("mine/c"), item("story/migration")});
  learner.know("mine/a", 0);
  (void)learner.answer("mine/c", Grade::Again, moment(59, 9h));
  const Agenda agenda = learner.on(day_off(60));
  for (const char* each : {"mine/a", "mine/b", "mine/c", "story/migration"})
    CHECK(why(learner, agenda, each) == "day-off");
}

TEST_CASE("what a sitting does not want waits because of the sitting") {
  Learner learner({item("mine/a"), item("mine/b"), item("other/c")});
  Wish wish;
  wish.wanted = [](const Item& each) { return each.id.group() == "mine"; };
  wish.limit = 1;
  const Agenda agenda = learner.on(0, wish);
  CHECK(why(learner, agenda, "mine/a") == "asked");
  CHECK(why(learner, agenda, "mine/b") == "not-wished");
  CHECK(why(learner, agenda, "other/c") == "not-wished");
}

TEST_CASE("a problem is asked once a day at most, however it went") {
  Learner learner({item("problem/lc-0001")});
  (void)learner.answer("problem/lc-0001", Grade::Again, moment(0));
  learner.states.at(id("problem/lc-0001")).standing.due = {kStart, std::nullopt};
  const Agenda agenda = learner.on(0);
  CHECK(why(learner, agenda, "problem/lc-0001") == "asked-today");
  CHECK(why(learner, learner.on(1), "problem/lc-0001") == "asked");
}

TEST_CASE("a story beyond those of the day says so, and one that was told today too") {
  Learner learner({item("story/a"), item("story/b"), item("story/c")});
  (void)learner.answer("story/b", Grade::Good, moment(0), 150s);
  const Agenda agenda = learner.on(0);
  CHECK(ids(agenda.stories()) == Ids{"story/a"});
  CHECK(why(learner, agenda, "story/b") == "asked-today");
  CHECK(why(learner, agenda, "story/c") == "stories-a-day");
}

TEST_CASE("every reason has a word of its own") {
  std::set<std::string_view> words;
  for (int why = 0; why <= static_cast<int>(Why::NotWished); ++why) words.insert(to_string(static_cast<Why>(why)));
  CHECK(words.size() == static_cast<std::size_t>(Why::NotWished) + 1);
  CHECK(to_string(Why::NotWished) == "not-wished");
  CHECK(to_string(Why::OtherLevel) == "other-level");
  CHECK(to_string(Why::ReviewsADay) == "reviews-a-day");
  CHECK(to_string(Reason::FinalPass) == "final-pass");
  CHECK(to_string(Reason::New) == "new");
}
