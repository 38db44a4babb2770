// Which days reviews come to: balanced, kept off rest days, and away from days off.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "learner.h"

using namespace starling;
using test::day;
using test::answer;
using test::item;
using test::preview;
using test::state;
using test::DeckLearner;

namespace {

const Day kMonday = day("2026-11-23");

std::string card(int number) { return "mine/c" + std::to_string(number); }

std::string settings(const std::string& of_day, const std::string& of_review = "") {
  return "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n" + of_day + "\n[review]\n" + of_review;
}

// Every card answered easy on that day; how many come back on each.
std::map<Day, int> spread(Study& study, int cards) {
  std::map<Day, int> due;
  for (int i = 0; i < cards; ++i) ++due[answer(study, card(i), Grade::Easy).due()];
  return due;
}

}  // namespace

TEST_CASE("an answer does what its button showed, with loads too") {
  const DeckLearner learner(40, settings("lighter_days = [\"saturday\"]\ndays_off = [\"2026-12-01\"]"));
  Study study = learner.on(kMonday);
  for (int i = 0; i < 40; ++i) {
    const Grade grade = kGrades.at(static_cast<std::size_t>(i) % 4);
    const Outcome shown = preview(study, card(i)).at(index_of(grade));
    const test::Gave done = answer(study, card(i), grade);
    CHECK(done.after.standing == shown.after);
    CHECK(done.view().interval_days == shown.interval_days);
    CHECK(state(study, card(i)) == done.after);
  }
}

TEST_CASE("the same answer after an undo comes back on the same day") {
  const DeckLearner learner(30);
  Study study = learner.on(kMonday);
  for (int i = 0; i < 30; ++i) {
    const test::Gave first = answer(study, card(i), Grade::Easy);
    REQUIRE(study.undo().size() == 1);
    CHECK(answer(study, card(i), Grade::Easy).after == first.after);
  }
}

TEST_CASE("cards answered on one day come back on days as full as each other") {
  const DeckLearner learner(60);
  Study study = learner.on(kMonday);
  const auto due = spread(study, 60);
  REQUIRE(due.size() >= 3);
  int least = 60;
  int most = 0;
  for (const auto& [when, count] : due) {
    least = std::min(least, count);
    most = std::max(most, count);
  }
  CHECK(most - least <= 8);
}

TEST_CASE("no review lands on a rest day that its range can avoid") {
  const DeckLearner learner(40, settings("rest_days = [\"tuesday\"]"));
  for (int week = 0; week < 7; ++week) {
    Study study = learner.on(kMonday + std::chrono::days(week));
    for (int i = 0; i < 40; ++i)
      for (const Outcome& outcome : preview(study, card(i)))
        if (outcome.interval_days >= 3) CHECK(weekday_name(outcome.after.due.day) != "tuesday");
  }
}

TEST_CASE("without load balancing rest days get reviews, and days off still get none") {
  const DeckLearner learner(60, settings("rest_days = [\"tuesday\"]\ndays_off = [\"2026-12-02\"]", "load_balance = false"));
  Study study = learner.on(kMonday);
  const auto due = spread(study, 60);
  CHECK(due.contains(day("2026-12-01")));
  CHECK_FALSE(due.contains(day("2026-12-02")));
}

TEST_CASE("a review that would fall into a holiday comes before or after it") {
  const DeckLearner learner(30, settings("rest_days = []\ndays_off = [\"2026-11-28..2026-12-12\", \"2026-12-14\"]"));
  Study study = learner.on(kMonday);
  for (int i = 0; i < 30; ++i)
    for (const Outcome& outcome : preview(study, card(i))) CHECK_FALSE(is_day_off(study.settings(), outcome.after.due.day));
  // Easy waits 8 days: four days early is nearer than five days late.
  CHECK(answer(study, card(0), Grade::Easy).due() == day("2026-11-27"));
}

TEST_CASE("on a day off nothing is asked, and what was due is asked afterwards within the minutes") {
  const DeckLearner learner(40, settings("rest_days = []\ndays_off = [\"2026-12-04..2026-12-08\"]",
                                         "minutes_per_day = 4\nnew_per_day = 0\nload_balance = false\n"));
  {
    // Given before the days off were announced.
    learner.write("starling.toml", test::kPlainSettings);
    Study study = learner.on(day("2026-11-28"));
    (void)spread(study, 40);
    learner.write("starling.toml", settings("rest_days = []\ndays_off = [\"2026-12-04..2026-12-08\"]",
                                                 "minutes_per_day = 4\nnew_per_day = 0\nload_balance = false\n"));
  }
  for (const char* off : {"2026-12-04", "2026-12-06", "2026-12-08"}) {
    const Study study = learner.on(off);
    const Agenda queue = study.agenda();
    CHECK(queue.cards().empty());
    CHECK(queue.counts().fresh_deferred == 0);
    CHECK(study.agenda().stories().empty());
    if (queue.counts().deferred > 0) CHECK(queue.counts().next == Due{day("2026-12-09"), std::nullopt});
  }
  CHECK(learner.on("2026-12-08").agenda().counts().deferred == 40);

  int asked = 0;
  for (Day on = day("2026-12-09"); on < day("2026-12-12"); on += std::chrono::days(1)) {
    Study study = learner.on(on);
    const Agenda queue = study.agenda();
    CHECK(queue.counts().minutes <= 4 + 1e-9);
    CHECK(queue.counts().due + queue.counts().deferred == 40 - asked);
    for (const Asked& one : queue.cards()) (void)answer(study, one.item->id.text(), Grade::Easy, std::chrono::seconds(12));
    asked += queue.counts().due;
  }
  CHECK(asked == 40);
}

TEST_CASE("a learner who asks for minutes on a day off gets their reviews, but nothing new") {
  const DeckLearner learner(10, settings("rest_days = []\ndays_off = [\"2026-12-03\"]"));
  {
    Study study = learner.on(kMonday);
    (void)answer(study, card(0), Grade::Easy);
  }
  Wish asked;
  asked.minutes = 10;
  asked.ahead_days = 30;
  const Study day_off = learner.on("2026-12-03");
  CHECK(test::ids(day_off.agenda(asked)) == std::vector<std::string>{card(0)});
}

TEST_CASE("the two sides of a card do not come back on one day where that can be helped") {
  DeckLearner learner(0);
  std::string deck = test::kOwnHead;
  for (int i = 0; i < 20; ++i) {
    const std::string number = std::to_string(i);
    deck += test::own_card("p" + number, "Left " + number, "right " + number, "", "reversible");
  }
  learner.write("decks/mine.toml", deck);
  Study study = learner.on(kMonday);
  for (int i = 0; i < 20; ++i) {
    const std::string pair = "mine/p" + std::to_string(i);
    const Day front = answer(study, pair + "#f", Grade::Easy).due();
    const Day back = answer(study, pair + "#r", Grade::Easy).due();
    CHECK(front != back);
  }
}

TEST_CASE("a deck with a retention of its own comes back sooner or later than the rest") {
  const auto easy_days = [](const std::string& table) {
    const DeckLearner learner(1, test::kPlainSettings + "[review]\nload_balance = false\n" + table);
    const Study study = learner.on(kMonday);
    REQUIRE(study.problems().empty());
    return preview(study, card(0)).at(3).interval_days;
  };
  CHECK(easy_days("[review.retention]\nmine = 0.97\n") < easy_days(""));
  CHECK(easy_days("[review.retention]\nmine = 0.8\n") > easy_days(""));
  CHECK(easy_days("[review.retention]\nlp-dive-deep = 0.8\n") == easy_days(""));
}

TEST_CASE("a retention for a deck that is nowhere is a warning with its place, and the rest holds") {
  const DeckLearner learner(1, test::kPlainSettings + "[review.retention]\nmine = 0.95\n  nowhere = 0.8\n");
  const Study study = learner.on(kMonday);
  REQUIRE(study.problems().size() == 1);
  const Problem& problem = study.problems()[0];
  CHECK(problem.severity == Severity::Warning);
  CHECK(problem.file == "starling.toml");
  CHECK(problem.line == 8);
  CHECK(problem.text.find("nowhere") != std::string::npos);
}

TEST_CASE("on a day off the plan asks nothing, and the days around it take what they have room for") {
  const DeckLearner learner(1, settings("days_off = [\"2026-12-01\"]"));
  const Study study = learner.on(kMonday);
  const Timeline& when = study.timeline();
  const Day off = *parse_day("2026-12-01");
  CHECK(when.day_on(off)->tasks.empty());
  CHECK_FALSE(when.day_on(off + std::chrono::days(1))->tasks.empty());
  CHECK(when.left_out().tasks.size() < day_of(when.plan(), 2, 2)->tasks.size());
}

TEST_CASE("under r-of-t everything comes once more before the interview, and months before it as under plain" * doctest::test_suite("once")) {
  for (const char* today : {"2026-11-24", "2027-03-01", "2027-04-01"}) {
    std::vector<std::vector<Day>> due;
    for (const char* policy : {"plain", "r-of-t"}) {
      const DeckLearner learner(1, settings("", std::string("policy = \"") + policy + "\""));
      due.emplace_back();
      Day on = day(today);
      for (int times = 0; times < 4; ++times) {
        Study then = learner.on(on);
        const test::Gave done = answer(then, card(0), Grade::Easy);
        if (on < then.timeline().interview() && policy == std::string("r-of-t")) CHECK(done.due() < then.timeline().interview());
        due.back().push_back(done.due());
        on = done.due();
      }
    }
    CHECK(due[1].front() <= due[0].front());
    if (std::string(today) == "2026-11-24") CHECK(due[1][1] == due[0][1]);
  }
}

TEST_CASE("under half-left nothing comes back later than half the days left to the interview") {
  for (const char* today : {"2026-11-24", "2027-03-01", "2027-04-20"}) {
    const DeckLearner learner(3, settings("", "policy = \"half-left\"\nnew_per_day = 50"));
    for (int i = 0; i < 3; ++i) {
      Day on = day(today);
      for (int times = 0; times < 4; ++times) {
        Study then = learner.on(on);
        const int half = std::max(1, then.timeline().days_left(on) / 2);
        const test::Gave done = answer(then, card(i), Grade::Easy);
        CHECK(days_between(on, done.due()) <= half);
        on = done.due();
      }
    }
  }
}
