// What is asked, in which order, and where the day ends.
#include <algorithm>

#include "engine/agenda/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

// "mine/step" in a step that ends at 9:01, "mine/due" in review, "mine/new" never seen.
Learner three_cards() {
  Learner learner({item("mine/new"), item("mine/due"), item("mine/step")});
  learner.know("mine/due", 0);
  (void)learner.answer("mine/step", Grade::Again, moment(40));
  return learner;
}

}  // namespace

TEST_CASE("steps that have ended come first, then what is due, then what is new, then steps that end soon") {
  const Learner learner = three_cards();
  const Agenda early = learner.on(frame(40, 9h));
  CHECK(ids(early.cards()) == Ids{"mine/due", "mine/new", "mine/step"});
  CHECK(early.asked(id("mine/step"))->reason == Reason::Step);
  const Agenda later = learner.on(frame(40, 9h + 1min));
  CHECK(ids(later.cards()) == Ids{"mine/step", "mine/due", "mine/new"});
  CHECK(later.asked(id("mine/due"))->reason == Reason::Overdue);
  CHECK(later.asked(id("mine/new"))->reason == Reason::New);
  CHECK(later.counts().due == 2);
  CHECK(later.counts().fresh == 1);
}

TEST_CASE("a step that nobody came back to is asked first on the next day") {
  const Learner learner = three_cards();
  CHECK(ids(learner.on(42).cards()).front() == "mine/step");
}

TEST_CASE("new cards come as the plan opens them, and inside a day in the order of the deck") {
  const Learner learner({item("mine/z", 3), item("mine/b", 0), item("mine/a", 0), item("mine/y", 2)});
  CHECK(ids(learner.on(5).cards()) == Ids{"mine/b", "mine/a", "mine/y", "mine/z"});
  CHECK(ids(learner.on(2).cards()) == Ids{"mine/b", "mine/a", "mine/y"});
}

TEST_CASE("equal cards go by their ids, whatever order they were given in") {
  Learner learner({item("mine/c"), item("mine/a"), item("mine/b")});
  for (const char* card : {"mine/b", "mine/c", "mine/a"}) learner.know(card, 0);
  DayFrame day = frame(40);
  day.order = QueueOrder::DueDay;
  CHECK(ids(learner.on(day).cards()) == Ids{"mine/a", "mine/b", "mine/c"});
}

TEST_CASE("the card nearest to being lost is asked first where the order says so") {
  Learner learner = Learner::of_cards(3);
  learner.know("mine/c0", 0);
  learner.know("mine/c1", 10);
  learner.know("mine/c2", 5);
  DayFrame day = frame(60);
  day.order = QueueOrder::LowestRecall;
  CHECK(ids(learner.on(day).cards()) == Ids{"mine/c0", "mine/c2", "mine/c1"});
}

TEST_CASE("of two alike the one that is worth more is asked first") {
  Learner learner = Learner::of_cards(2);
  learner.items[1].worth = 2;
  learner.know("mine/c0", 0);
  learner.know("mine/c1", 0);
  CHECK(ids(learner.on(60).cards()) == Ids{"mine/c1", "mine/c0"});
}

TEST_CASE("the minutes cut what is new, and what waits is counted") {
  const Learner learner = Learner::of_cards(30);
  DayFrame day = frame(0);
  day.minutes = 1;
  const Agenda agenda = learner.on(day);
  CHECK(agenda.counts().fresh == 2);  // 25 seconds each
  CHECK(agenda.counts().minutes <= 1);
  CHECK(agenda.counts().fresh_deferred == 28);
  CHECK(agenda.counts().fresh_left == 18);
  CHECK(agenda.counts().budget_minutes == 1);
}

TEST_CASE("answers of today use up its minutes and its numbers") {
  Learner learner = Learner::of_cards(8);
  DayFrame day = frame(0);
  day.minutes = 2;
  day.new_per_day = 3;
  REQUIRE(learner.on(day).counts().fresh == 3);
  (void)learner.answer("mine/c0", Grade::Easy, day.now, 70s);
  const Agenda after = learner.on(day);
  CHECK(after.counts().spent_minutes == doctest::Approx(70.0 / 60));
  CHECK(after.counts().fresh == 2);
  CHECK(after.counts().fresh_left == 0);
}

TEST_CASE("a telling uses up the minutes that cards have") {
  Learner learner = Learner::of_cards(20);
  learner.items.push_back(item("story/migration"));
  DayFrame day = frame(0);
  day.minutes = 5;
  REQUIRE(learner.on(day).counts().fresh == 12);
  (void)learner.answer("story/migration", Grade::Good, day.now, 150s);
  CHECK(learner.on(day).counts().spent_minutes == doctest::Approx(2.5));
  CHECK(learner.on(day).counts().fresh == 6);
}

TEST_CASE("a sitting of its own minutes begins with all of them and ends when they are used") {
  Learner learner = Learner::of_cards(20);
  (void)learner.answer("mine/c19", Grade::Easy, moment(0), 25min);
  CHECK(learner.on(0).cards().empty());
  Agenda sitting = learner.on(0, minutes(1));
  CHECK(sitting.cards().size() == 2);
  sitting.answered(learner.find("mine/c0"), learner.answer("mine/c0", Grade::Easy, moment(0), 20s), moment(0));
  CHECK(ids(sitting.cards()) == Ids{"mine/c1"});
  CHECK(sitting.counts().budget_minutes == 1);
}

TEST_CASE("a limit counts answers, and one that is taken back counts no more") {
  Learner learner = Learner::of_cards(5);
  Wish two;
  two.limit = 2;
  Agenda sitting = learner.on(0, two);
  REQUIRE(sitting.cards().size() == 2);
  sitting.answered(learner.items[0], learner.answer("mine/c0", Grade::Easy, moment(0)), moment(0));
  CHECK(sitting.cards().size() == 1);
  learner.undo();
  sitting.changed(learner.items[0], learner.spent(kStart), moment(0));
  CHECK(ids(sitting.cards()) == Ids{"mine/c0", "mine/c1"});
}

TEST_CASE("a sitting of one deck asks nothing else") {
  Learner learner({item("mine/a"), item("other/b"), item("other/c")});
  learner.know("other/b", 0);
  Wish mine;
  mine.wanted = [](const Item& each) { return each.id.group() == "mine"; };
  const Agenda agenda = learner.on(1, mine);
  CHECK(ids(agenda.cards()) == Ids{"mine/a"});
  CHECK_FALSE(agenda.counts().next);
}

TEST_CASE("what is due within the days asked for counts as due, but not what today has asked already") {
  Learner learner = Learner::of_cards(2);
  learner.know("mine/c0", 0);
  learner.know("mine/c1", 3);
  Wish ahead;
  ahead.ahead_days = 30;
  CHECK(learner.on(3).cards().empty());
  const Agenda agenda = learner.on(3, ahead);
  CHECK(ids(agenda.cards()) == Ids{"mine/c0"});
  CHECK(agenda.cards()[0].reason == Reason::Ahead);
  CHECK(why(learner, agenda, "mine/c1") == "not-due");
}

TEST_CASE("the next date is the earliest of what is not asked, and never a day off") {
  Learner learner = Learner::of_cards(2);
  learner.know("mine/c0", 0);
  (void)learner.answer("mine/c1", Grade::Again, moment(1));
  const Due due = learner.states.at(id("mine/c0")).standing.due;
  CHECK(learner.on(1).counts().next == due);  // the step is asked, early
  DayFrame day = frame(1);
  day.off = [&](Day on) { return on == due.day || on == due.day + std::chrono::days(1); };
  CHECK(learner.on(day).counts().next == Due{due.day + std::chrono::days(2), std::nullopt});
}

TEST_CASE("a step that ends later today is the next to come") {
  Learner learner = Learner::of_cards(1);
  learner.policy.learning_steps = {120min};
  (void)learner.answer("mine/c0", Grade::Again, moment(0, 9h));
  CHECK(learner.on(frame(0, 9h)).counts().next == Due{kStart, moment(0, 11h).at});
  CHECK(learner.on(frame(0, 10h + 39min)).cards().empty());
  CHECK(learner.on(frame(0, 10h + 40min)).cards().size() == 1);
}

TEST_CASE("on a day off nothing is asked, what is due is counted, and the day after it is named") {
  Learner learner = Learner::of_cards(40);
  for (int i = 0; i < 30; ++i) learner.know("mine/c" + std::to_string(i), 0);
  DayFrame off = day_off(30);
  off.off = [&](Day on) { return on <= kStart + std::chrono::days(31); };
  const Agenda agenda = learner.on(off);
  CHECK(agenda.cards().empty());
  CHECK(agenda.counts().deferred == 30);
  CHECK(agenda.counts().fresh_deferred == 0);
  CHECK(agenda.counts().budget_minutes == 0);
  CHECK(agenda.counts().next == Due{kStart + std::chrono::days(32), std::nullopt});
  // One who asks for minutes gets reviews, and nothing new.
  const Agenda asked = learner.on(off, minutes(100));
  CHECK(asked.counts().due == 30);
  CHECK(asked.counts().fresh == 0);
}

TEST_CASE("problems and exercises are asked in one row with cards, each with seconds of its own") {
  Learner learner({item("mine/a"), item("problem/lc-0001"), item("exercise/url-shortener"), item("probe/migration/1"),
                   item("question/7f2c")});
  CHECK(learner.on(0).cards().size() == 3);
  CHECK(why(learner, learner.on(0), "problem/lc-0001") == "not-begun");
  for (const char* each : {"problem/lc-0001", "exercise/url-shortener"}) learner.know(each, 0);
  DayFrame day = frame(60);
  day.minutes = 60;
  const Agenda agenda = learner.on(day);
  CHECK(agenda.cards().size() >= 2);
  CHECK(agenda.asked(id("exercise/url-shortener"))->seconds == 900);
  CHECK(agenda.asked(id("problem/lc-0001"))->seconds == 180);
}

TEST_CASE("an exercise that is too long for what is left of the day holds no card up") {
  Learner learner({item("exercise/url-shortener"), item("mine/a"), item("exercise/chat")});
  DayFrame day = frame(0);
  day.minutes = 10;
  CHECK(ids(learner.on(day).cards()) == Ids{"mine/a"});
  for (const char* each : {"exercise/url-shortener", "mine/a", "exercise/chat"}) learner.know(each, 0);
  day = frame(60);
  day.minutes = 16;
  day.order = QueueOrder::DueDay;
  const Agenda agenda = learner.on(day);
  CHECK(ids(agenda.cards()) == Ids{"mine/a", "exercise/chat"});
  CHECK(agenda.counts().deferred == 1);
  CHECK(why(learner, agenda, "exercise/url-shortener") == "minutes");
}

TEST_CASE("what is practised comes behind new cards, and in the minutes that they leave") {
  Learner learner({item("exercise/chat"), item("problem/lc-0001"), item("mine/a"), item("mine/new")});
  for (const char* each : {"exercise/chat", "problem/lc-0001", "mine/a"}) learner.know(each, 0);
  DayFrame day = frame(60);
  day.order = QueueOrder::DueDay;
  day.minutes = 25;
  const Agenda agenda = learner.on(day);
  CHECK(ids(agenda.cards()) == Ids{"mine/a", "mine/new", "exercise/chat", "problem/lc-0001"});
  CHECK(agenda.counts().due == 3);
  CHECK(agenda.counts().deferred == 0);
  day.minutes = 16;
  const Agenda shorter = learner.on(day);
  CHECK(ids(shorter.cards()) == Ids{"mine/a", "mine/new", "exercise/chat"});
  CHECK(shorter.counts().deferred == 1);
  CHECK(why(learner, shorter, "problem/lc-0001") == "minutes");
  day.minutes = 1;
  CHECK(ids(learner.on(day).cards()) == Ids{"mine/a", "mine/new"});
}

TEST_CASE("the usual seconds give way to the learner's own") {
  const Item card = item("mine/a");
  ItemState state;
  CHECK(expected_seconds(card, state) == 25);
  state.standing.phase = Phase::Review;
  CHECK(expected_seconds(card, state) == 12);
  state.timed = 97;
  state.time_spent = 97 * 40s;
  CHECK(expected_seconds(card, state) == 39);
  state.time_spent = 97 * 4000s;
  CHECK(expected_seconds(card, state) == 300);
  state.standing.due.at = Instant{};
  state.timed = 0;
  state.time_spent = 0s;
  CHECK(expected_seconds(card, state) == 10);
  CHECK(expected_seconds(item("exercise/chat"), state) == 900);
}

TEST_CASE("a learner without items has an empty day") {
  const Learner learner;
  const Agenda agenda = learner.on(0);
  CHECK(agenda.cards().empty());
  CHECK(agenda.stories().empty());
  CHECK_FALSE(agenda.counts().next);
  CHECK(agenda.asked(id("mine/a")) == nullptr);
}
