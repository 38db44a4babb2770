// More than the day holds: what is asked for, and what is proposed where nothing more is asked.
#include <algorithm>

#include "engine/agenda/any_learner.h"

using namespace starling;
using namespace starling::test;

namespace {

Wish more_new(int count) {
  Wish wish;
  wish.fresh = count;
  return wish;
}

Wish wish_of(const More& more, Wish like) {
  Wish wish;
  wish.wanted = std::move(like.wanted);
  if (more.minutes > 0) wish.minutes = more.minutes;
  wish.fresh = more.fresh;
  wish.ahead_days = more.ahead_days;
  return wish;
}

// Begins everything that a sitting asks; how many that were.
int begin_all(Learner& learner, const DayFrame& day, const Wish& wish, std::chrono::seconds each) {
  Agenda sitting = learner.on(day, wish);
  int begun = 0;
  while (!sitting.cards().empty() && begun < 100) {
    const Item& first = *sitting.cards().front().item;
    sitting.answered(first, learner.answer(first.id.text(), Grade::Easy, day.now, each), day.now);
    ++begun;
  }
  return begun;
}

}  // namespace

TEST_CASE("when the day's number is begun a sitting may ask for more, again and again") {
  Learner learner = Learner::of_cards(60);
  const DayFrame day = frame(0);
  CHECK(begin_all(learner, day, {}, 5s) == 20);
  const auto more = learner.on(day).more();
  REQUIRE(more);
  CHECK(more->why == Why::NewADay);
  CHECK(more->fresh == 10);
  CHECK(more->minutes == 0);
  CHECK(begin_all(learner, day, more_new(10), 5s) == 10);
  CHECK(begin_all(learner, day, more_new(3), 5s) == 3);
}

TEST_CASE("the day's minutes do not stop the new ones that are asked for, nor their steps") {
  Learner learner = Learner::of_cards(60);
  const DayFrame day = frame(0);
  CHECK(begin_all(learner, day, {}, 2min) == 13);  // 25 minutes
  CHECK(learner.on(day).more()->why == Why::Minutes);
  CHECK(learner.on(day).more()->minutes == 10);
  CHECK(begin_all(learner, day, more_new(4), 2min) == 4);
  (void)learner.answer("mine/c59", Grade::Again, day.now, 9s);
  CHECK(learner.on(day).cards().empty());
  CHECK(learner.on(day, more_new(1)).cards().back().reason == Reason::Step);
  Wish both = more_new(4);
  both.minutes = 1;
  CHECK(learner.on(day, both).counts().fresh == 2);  // 25 seconds each
}

TEST_CASE("new ones that are asked for are begun on a day of rest, on a day off and in the last days") {
  const Learner learner = Learner::of_cards(60);
  for (const DayFrame& day : {rest_day(60), day_off(60), frame(kPlanDays - 2)}) {
    CHECK(learner.on(day).cards().empty());
    CHECK(learner.on(day).more()->fresh == 10);
    CHECK(learner.on(day, more_new(7)).counts().fresh == 7);
  }
}

TEST_CASE("what the plan opens within the days asked for is open") {
  Learner learner({item("mine/a", 7), item("mine/b", 9)});
  const auto more = learner.on(0).more();
  REQUIRE(more);
  CHECK(more->why == Why::OpensLater);
  CHECK(more->on == kStart + std::chrono::days(7));
  Wish ahead;
  ahead.ahead_days = more->ahead_days;
  CHECK(ids(learner.on(0, ahead).cards()) == Ids{"mine/a"});
}

TEST_CASE("nothing new is begun while something that is due waits for minutes") {
  Learner learner({item("mine/slow"), item("mine/new"), item("mine/other")});
  learner.items[1].usual.first = 5;
  learner.know("mine/slow", 0);
  (void)learner.answer("mine/other", Grade::Easy, moment(60), 30s);  // more than half of the day is gone
  ItemState& slow = learner.states.at(id("mine/slow"));
  slow.timed = 50;
  slow.time_spent = 50 * 60s;
  DayFrame day = frame(60);
  day.minutes = 0.7;
  const Agenda agenda = learner.on(day);
  CHECK(agenda.cards().empty());
  CHECK(why(learner, agenda, "mine/new") == "minutes");
  CHECK(ids(learner.on(day, more_new(1)).cards()) == Ids{"mine/new"});
}

TEST_CASE("what is proposed where nothing is asked leads to a question, whatever the day and the sitting") {
  int proposed = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    CAPTURE(seed);
    Dice dice{SplitMix64(Seed{seed})};
    const int today = any_day(dice);
    Learner learner = any_learner(dice, today);
    DayFrame day = any_frame(dice, today);
    if (dice.one_in(2)) day.minutes = dice.below(3);
    Wish wish = any_wish(dice);
    wish.limit.reset();
    for (int answers = dice.below(6); answers > 0; --answers)
      (void)learner.answer(any_of(dice, learner).id.text(), Grade::Easy, moment(today), 50s);
    const Agenda agenda = learner.on(day, wish);
    const auto more = agenda.more();
    if (!agenda.cards().empty()) CHECK_FALSE(more);
    if (!more || more->why == Why::ReviewsADay) continue;
    CAPTURE(to_string(more->why));
    CAPTURE(more->minutes);
    CAPTURE(more->fresh);
    CAPTURE(more->ahead_days);
    CHECK_FALSE(learner.on(day, wish_of(*more, wish)).cards().empty());
    ++proposed;
  }
  CHECK(proposed > 200);
}
