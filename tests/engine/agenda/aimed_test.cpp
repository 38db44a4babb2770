// A day that goes by what a review adds to one day ahead, in place of dates.
#include <algorithm>
#include <map>
#include <memory>

#include "engine/agenda/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

using Aims = std::map<std::string, AimedDue>;

DayFrame aimed(int day, const Aims& aims) {
  DayFrame made = frame(day);
  made.policy = StudyPolicy::Deadline;
  made.aimed = [aims](const ItemId& which, const Standing&) -> std::optional<AimedDue> {
    const auto at = aims.find(which.text());
    return at == aims.end() ? std::nullopt : std::optional(at->second);
  };
  return made;
}
AimedDue on(int day, double gain) { return {kStart + std::chrono::days(day), gain, {}, 1e-3}; }

}  // namespace

TEST_CASE("what is aimed is asked by its gain, whatever its own date") {
  Learner learner = Learner::of_cards(4);
  for (int i = 0; i < 4; ++i) learner.know("mine/c" + std::to_string(i), 0);
  for (int i = 0; i < 4; ++i)
    learner.states.at(id("mine/c" + std::to_string(i))).standing.due = {kStart + std::chrono::days(i < 2 ? 5 : 50), std::nullopt};
  CHECK(learner.on(10).cards().size() == 2);
  const Agenda agenda = learner.on(aimed(10, {{"mine/c0", on(12, 1e-4)}, {"mine/c2", on(10, 2e-3)}, {"mine/c3", on(10, 3e-3)}}));
  // c1 is in no aim: its own date was five days ago.
  CHECK(std::ranges::count(ids(agenda.cards()), "mine/c1") == 1);
  CHECK(std::ranges::count(ids(agenda.cards()), "mine/c0") == 0);
  const Ids order = ids(agenda.cards());
  CHECK(std::ranges::find(order, "mine/c3") < std::ranges::find(order, "mine/c2"));
  CHECK(agenda.counts().due == 3);
  CHECK(agenda.asked(id("mine/c3"))->reason == Reason::Due);
  CHECK(why(learner, agenda, "mine/c0") == "not-due");
  CHECK(agenda.waits(learner.find("mine/c0"))->until->day == kStart + std::chrono::days(12));
}

TEST_CASE("what a short day leaves out waits only where today would have been worth its minutes") {
  Learner learner = Learner::of_cards(6);
  Aims aims;
  for (int i = 0; i < 6; ++i) {
    learner.know("mine/c" + std::to_string(i), 0);
    aims.emplace("mine/c" + std::to_string(i), on(10, i < 4 ? 2e-3 : 1e-5));  // a second of today is worth 1e-3
  }
  DayFrame day = aimed(10, aims);
  CHECK(learner.on(day).counts().due == 6);  // minutes that nothing else wants
  CHECK(learner.on(day).counts().deferred == 0);
  day.minutes = 2.5 * learner.on(day).asked(id("mine/c0"))->seconds / 60;
  CHECK(learner.on(day).counts().due == 2);
  CHECK(learner.on(day).counts().deferred == 2);
  day.minutes = 0;
  CHECK(learner.on(day).counts().deferred == 4);
}

TEST_CASE("a walk through an exercise comes on a day that is shorter than it, before half of that day is gone") {
  Learner learner({item("exercise/chat"), item("mine/a"), item("mine/b")});
  for (const char* each : {"exercise/chat", "mine/a", "mine/b"}) learner.know(each, 0);
  DayFrame day = frame(40);
  day.minutes = 10;
  const Agenda agenda = learner.on(day);
  REQUIRE(agenda.asked(id("exercise/chat")));
  (void)learner.answer("mine/b", Grade::Good, moment(40), 340s);
  CHECK_FALSE(learner.on(day).asked(id("exercise/chat")));
  CHECK(why(learner, learner.on(day), "exercise/chat") == "minutes");
}

TEST_CASE("stories that were told compete with what is due for the minutes, and those of today are put by") {
  Learner learner({item("story/one"), item("story/two"), item("story/three"), item("story/new"), item("mine/a"), item("mine/b")});
  for (const char* each : {"story/one", "story/two", "story/three"}) learner.know(each, 0);
  for (const char* each : {"mine/a", "mine/b"}) learner.know(each, 0);
  DayFrame day = aimed(10, {{"story/one", on(10, 2e-3)}, {"story/two", on(10, 3e-3)}, {"story/three", on(15, 1e-4)},
                            {"mine/a", on(10, 2e-3)}, {"mine/b", on(10, 1e-3)}});
  day.minutes = 5.3;  // two tellings and a card
  const Agenda agenda = learner.on(day);
  CHECK(ids(agenda.stories()) == Ids{"story/two", "story/one"});
  CHECK(ids(agenda.cards()) == Ids{"mine/a"});
  CHECK(why(learner, agenda, "story/three") == "not-due");
  CHECK(agenda.waits(learner.find("story/three"))->until->day == kStart + std::chrono::days(15));
  day.stories_per_day = 1;
  CHECK(learner.on(day).cards().size() == 2);
  day.stories_per_day = 2;
  CHECK(learner.on(day, minutes(5)).cards().size() == 2);  // a sitting's own minutes are for cards
  day.minutes = 3;  // what adds most, and nothing beside it
  CHECK(ids(learner.on(day).stories()) == Ids{"story/two", "story/new"});
  CHECK(why(learner, learner.on(day), "story/one") == "stories-a-day");
  day.stories_per_day = 3;
  CHECK(why(learner, learner.on(day), "story/one") == "minutes");
  day.stories_per_day = 2;
  day.minutes = 1;
  CHECK(ids(learner.on(day).cards()) == Ids{"mine/a", "mine/b"});
  CHECK(ids(learner.on(day).stories()) == Ids{"story/new"});
  day.minutes = 5.3;
  (void)learner.answer("story/two", Grade::Good, moment(10), 150s);
  CHECK(ids(learner.on(day).stories()) == Ids{"story/one"});
  CHECK(ids(learner.on(day).cards()) == Ids{"mine/a"});
}

TEST_CASE("a story that was never told is told by what that adds, before what is due, in minutes of the day") {
  Learner learner({item("story/a"), item("story/b"), item("story/c"), item("mine/a"), item("mine/b"), item("mine/n")});
  for (const char* each : {"mine/a", "mine/b"}) learner.know(each, 0);
  DayFrame day = aimed(10, {{"story/a", on(10, 1e-4)}, {"story/b", on(10, 2e-2)}, {"story/c", on(10, 3e-2)}, {"mine/a", on(10, 2e-3)}, {"mine/b", on(10, 1e-3)}});
  day.minutes = 25;
  const Agenda agenda = learner.on(day);
  CHECK(ids(agenda.stories()) == Ids{"story/c", "story/b"});
  CHECK(agenda.counts().weighed_stories == 2);
  CHECK(why(learner, agenda, "story/a") == "stories-a-day");
  day.stories_per_day = 3;
  CHECK(ids(learner.on(day).stories()) == Ids{"story/c", "story/b"});  // the third does not pay
  CHECK(why(learner, learner.on(day), "story/a") == "minutes");
  const double each = learner.on(day).stories().front().seconds / 60.0;

  day.minutes = 3.9 * each;  // half of it has no room for two
  CHECK(ids(learner.on(day).stories()) == Ids{"story/c"});
  CHECK(learner.on(day).counts().story_minutes == doctest::Approx(each));
  CHECK(learner.on(day).cards().size() == 3);
  day.minutes = each + 0.5;  // it leaves two cards their time
  CHECK(ids(learner.on(day).stories()) == Ids{"story/c"});
  CHECK(learner.on(day).cards().size() == 2);
  CHECK(ids(learner.on(day, minutes(25)).stories()) == Ids{"story/c", "story/b"});  // a sitting's own minutes are for cards
  CHECK(learner.on(day, minutes(25)).cards().size() == 3);
  (void)learner.answer("mine/a", Grade::Good, moment(10), 150s);
  CHECK(ids(learner.on(day).stories()) == Ids{"story/c"});  // what was in the list of today stays there
  (void)learner.answer("story/c", Grade::Good, moment(10), 150s);
  CHECK(learner.on(day).stories().empty());
}

TEST_CASE("steps are of their hour, and what was told today is not told again, whatever the aim") {
  Learner learner({item("mine/a"), item("story/one")});
  (void)learner.answer("mine/a", Grade::Again, moment(3, 9h));
  (void)learner.answer("story/one", Grade::Easy, moment(3, 9h));
  DayFrame later = aimed(3, {{"mine/a", on(9, 0)}, {"story/one", on(3, 1)}});
  later.now = moment(3, 10h);
  const Agenda agenda = learner.on(later);
  CHECK(ids(agenda.cards()) == Ids{"mine/a"});
  CHECK(agenda.stories().empty());
}

TEST_CASE("where they come first, new ones have their share of the minutes and what is due leaves") {
  constexpr int kEach = 12;
  Learner learner = Learner::of_cards(2 * kEach);
  Aims aims;
  for (int i = 0; i < kEach; ++i) {
    learner.know("mine/c" + std::to_string(i), 0);
    aims.emplace("mine/c" + std::to_string(i), on(10, 1e-3));
  }
  DayFrame day = aimed(10, aims);
  const Agenda all = learner.on(day);
  const double review = all.asked(id("mine/c0"))->seconds;
  const double first_sight = all.asked(id("mine/c20"))->seconds;
  const auto fresh_in = [&](double seconds) {
    day.minutes = seconds / 60;
    return learner.on(day).counts().fresh;
  };
  CHECK(fresh_in(kEach * review) == 0);  // without it what is due comes before
  day.new_first = true;
  const double tight = 9 * review;
  CHECK(fresh_in(tight) == static_cast<int>(kShareOfNew * tight / first_sight));
  const Agenda agenda = learner.on(day);
  CHECK(agenda.cards().front().reason == Reason::New);
  CHECK(agenda.counts().due > 0);
  CHECK(agenda.counts().minutes <= day.minutes);
  day.share_of_new = 1;
  CHECK(fresh_in(tight) == static_cast<int>(tight / first_sight));
  day.new_first = false;
  CHECK(fresh_in(kEach * review + 5 * first_sight) == 5);
}

TEST_CASE("new ones that come first leave room for as many stories as a day tells, and for no more") {
  const auto learner_with = [](int stories) {
    Learner learner = Learner::of_cards(24);
    for (int i = 0; i < stories; ++i) {
      const std::string name = "story/s" + std::to_string(i);
      learner.items.push_back(item(name));
      learner.know(name, 0);
    }
    return learner;
  };
  Aims aims;
  for (int i = 0; i < 6; ++i) aims.emplace("story/s" + std::to_string(i), on(10, 1e-3));
  const auto fresh_with = [&](int stories, int stories_per_day) {
    DayFrame day = aimed(10, aims);
    day.new_first = true;
    day.minutes = 10;
    day.stories_per_day = stories_per_day;
    Learner learner = learner_with(stories);
    return learner.on(day).counts().fresh;
  };
  CHECK(fresh_with(6, 0) == fresh_with(0, 0));
  CHECK(fresh_with(6, 1) == fresh_with(1, 1));
  CHECK(fresh_with(6, 1) < fresh_with(6, 0));
  CHECK(fresh_with(6, 2) <= fresh_with(6, 1));
}

TEST_CASE("steps to come of what was begun today are of the share of new ones") {
  Learner learner = Learner::of_cards(24);
  Aims aims;
  for (int i = 0; i < 12; ++i) {
    learner.know("mine/c" + std::to_string(i), 0);
    aims.emplace("mine/c" + std::to_string(i), on(10, 1e-3));
  }
  DayFrame day = aimed(10, aims);
  day.new_first = true;
  const double first_sight = learner.on(day).asked(id("mine/c20"))->seconds;
  const double share = 4.3 * first_sight;
  day.minutes = share / kShareOfNew / 60;
  CHECK(learner.on(day).counts().fresh == 4);
  (void)learner.answer("mine/c12", Grade::Again, moment(10, 8h), 25s);
  const ItemState& begun = learner.states.at(id("mine/c12"));
  REQUIRE(in_step(begun));
  const double step = expected_seconds(learner.find("mine/c12"), begun);
  CHECK(learner.on(day).counts().fresh == static_cast<int>((share - 25 - step) / first_sight));
}

TEST_CASE("an answer moves its item to the day that its new gains say") {
  Learner learner = Learner::of_cards(2);
  for (const char* card : {"mine/c0", "mine/c1"}) learner.know(card, 0);
  const auto aims = std::make_shared<Aims>(Aims{{"mine/c0", on(10, 2e-3)}, {"mine/c1", on(10, 1e-3)}});
  DayFrame day = frame(10);
  day.aimed = [aims](const ItemId& which, const Standing&) { return std::optional(aims->at(which.text())); };
  Agenda agenda = learner.on(day);
  CHECK(ids(agenda.cards()) == Ids{"mine/c0", "mine/c1"});
  const Deed deed = learner.answer("mine/c0", Grade::Good, agenda.day().now, 12s);
  aims->at("mine/c0") = on(14, 0);
  agenda.answered(learner.find("mine/c0"), deed, agenda.day().now);
  CHECK(ids(agenda.cards()) == Ids{"mine/c1"});
  CHECK(agenda.waits(learner.find("mine/c0"))->until->day == kStart + std::chrono::days(14));
}
