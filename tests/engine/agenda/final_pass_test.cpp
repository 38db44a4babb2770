// Once more everything before the interview.
#include <algorithm>
#include <set>

#include "engine/agenda/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

constexpr int kPassCards = 28;

// Cards that were learnt long ago and are due long after the interview, the first of them the longest ago.
Learner ready() {
  Learner learner = Learner::of_cards(kPassCards);
  for (int i = 0; i < kPassCards; ++i) {
    const std::string card = "mine/c" + std::to_string(i);
    learner.know(card, i);
    learner.states.at(id(card)).standing.due = {kStart + std::chrono::days(300), std::nullopt};
  }
  return learner;
}

DayFrame passing(int days_left) {
  DayFrame day = frame(kPlanDays - days_left);
  day.policy = StudyPolicy::FinalPass;
  return day;
}

}  // namespace

TEST_CASE("in the last two weeks an equal share of what is not due is asked once more, the most faded first") {
  const Learner learner = ready();
  CHECK(learner.on(passing(15)).cards().empty());
  const Agenda agenda = learner.on(passing(14));
  CHECK(ids(agenda.cards()) == Ids{"mine/c0", "mine/c1"});
  CHECK(agenda.cards()[0].reason == Reason::FinalPass);
  CHECK(agenda.counts().due == 2);
  CHECK(why(learner, agenda, "mine/c2") == "not-due");
  CHECK(learner.on(passing(0)).cards().empty());
  DayFrame plain = passing(14);
  plain.policy = StudyPolicy::Plain;
  CHECK(learner.on(plain).cards().empty());
}

TEST_CASE("by the interview every card was asked once, and no day asked more than its share") {
  Learner learner = ready();
  std::set<std::string> asked;
  for (int left = kFinalPassDays; left > 0; --left) {
    Agenda agenda = learner.on(passing(left));
    int today = 0;
    while (!agenda.cards().empty()) {
      const Item& first = *agenda.cards()[0].item;
      CHECK(asked.insert(first.id.text()).second);
      const Deed deed = learner.answer(first.id.text(), Grade::Good, agenda.day().now, 12s);
      learner.states.at(first.id).standing.due = {kStart + std::chrono::days(300), std::nullopt};
      agenda.answered(first, deed, agenda.day().now);
      ++today;
    }
    CHECK(today == kPassCards / kFinalPassDays);
  }
  CHECK(asked.size() == kPassCards);
}

TEST_CASE("the pass comes after what is due, without anything new, and within the minutes and the reviews of the day") {
  Learner learner = ready();
  learner.items.push_back(item("mine/new"));
  learner.states.at(id("mine/c27")).standing.due = {kStart + std::chrono::days(kPlanDays - 10), std::nullopt};
  const Agenda agenda = learner.on(passing(7));
  REQUIRE(agenda.cards().size() == 16);
  CHECK(agenda.cards().front().item->id.text() == "mine/c27");
  CHECK(why(learner, agenda, "mine/new") == "last-days");

  DayFrame few = passing(7);
  few.reviews_per_day = 3;
  const Agenda counted = learner.on(few);
  CHECK(counted.counts().due == 3);
  CHECK(counted.counts().deferred == 13);
  CHECK(why(learner, counted, "mine/c2") == "reviews-a-day");
  CHECK(why(learner, counted, "mine/c20") == "not-due");
  few = passing(7);
  few.minutes = 0.5;
  CHECK(why(learner, learner.on(few), "mine/c1") == "minutes");
}

TEST_CASE("a day off has no part in the pass, and the days after it take its share over") {
  const Learner learner = ready();
  DayFrame off = passing(14);
  off.asking = Asking::Nothing;
  const Agenda agenda = learner.on(off);
  CHECK(agenda.cards().empty());
  CHECK(agenda.counts().deferred == 0);
  CHECK(why(learner, agenda, "mine/c0") == "not-due");
  CHECK(learner.on(passing(13)).cards().size() == 4);
}

TEST_CASE("what is put away or buried, stories, and cards met in those days have no part in the pass") {
  Learner learner = ready();
  learner.items[0].away = Away::Retired;
  (void)learner.add({Suspended{id("mine/c1")}}, moment(100));
  (void)learner.add({Buried{id("mine/c2"), moment(kPlanDays).day}}, moment(100));
  learner.items.push_back(item("story/a"));
  learner.know("story/a", 120);
  learner.items.push_back(item("mine/late"));
  learner.know("mine/late", kPlanDays - 10);
  DayFrame day = passing(1);
  day.minutes = 1000;
  const Agenda agenda = learner.on(day);
  CHECK(std::ranges::count(agenda.cards(), Reason::FinalPass, &Asked::reason) == kPassCards - 3);
}

TEST_CASE("the next date leaves out what the pass asks") {
  const Learner learner = ready();
  DayFrame day = passing(1);
  day.minutes = 1000;
  CHECK_FALSE(learner.on(day).counts().next);
  CHECK(learner.on(passing(14)).counts().next == Due{kStart + std::chrono::days(300), std::nullopt});
}
