#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "report/report.h"

using namespace starling;
using std::chrono::seconds;

namespace {

const Day kMonday = *parse_day("2026-12-21");

Day day(int number) { return kMonday + std::chrono::days(number); }

// A log in which each event is a line of its own.
class Log {
 public:
  Log& answer(int on, std::string item, Grade grade, Phase after, std::optional<seconds> took = {}) {
    Reviewed reviewed;
    reviewed.grade = grade;
    reviewed.phase = after;
    reviewed.took = took;
    return add(on, std::move(item), reviewed);
  }
  Log& tell(int on, std::string item, Grade grade, seconds took) {
    Told told;
    told.review.grade = grade;
    told.review.phase = Phase::Review;
    told.review.took = took;
    return add(on, std::move(item), told);
  }
  Log& add(int on, std::string item, What what) {
    const auto id = static_cast<EventId>(events.size()) + 1;
    events.push_back({id, Instant{}, day(on), std::move(item), std::move(what)});
    return *this;
  }
  std::vector<Event> events;
};

Log three_days() {
  Log log;
  log.answer(0, "aws-s3/a", Grade::Good, Phase::Learning, seconds(10))
      .answer(0, "aws-s3/a", Grade::Good, Phase::Review, seconds(6))
      .tell(0, "story/checkout", Grade::Hard, seconds(170))
      .answer(1, "aws-s3/b", Grade::Again, Phase::Learning)
      .add(1, "aws-s3/b", Suspended{})
      .answer(1, "lp-ownership/meaning", Grade::Easy, Phase::Review, seconds(4))
      .add(2, "lp-ownership/meaning", Buried{day(3)})
      .answer(2, "aws-s3/a", Grade::Again, Phase::Relearning, seconds(9))
      .tell(2, "story/checkout", Grade::Good, seconds(150));
  return log;
}

std::string recalls(const Log& log) {
  std::string lines;
  for (const DeckRecall& recall : recall_by_deck(log.events))
    lines += recall.deck + " " + std::to_string(recall.recalled) + "/" + std::to_string(recall.reviews) + "; ";
  return lines;
}

}  // namespace

TEST_CASE("what was done on one day is counted by kind, grade and time") {
  const Log log = three_days();

  const Done first = done_between(log.events, day(0), day(0));
  CHECK(first.reviews == 3);
  CHECK(first.new_items == 2);
  CHECK(first.tellings == 1);
  CHECK(first.grades == std::array<int, 4>{0, 1, 2, 0});
  CHECK(first.time == seconds(186));

  const Done second = done_between(log.events, day(1), day(1));
  CHECK(second.reviews == 2);
  CHECK(second.new_items == 2);
  CHECK(second.tellings == 0);
  CHECK(second.grades == std::array<int, 4>{1, 0, 0, 1});
  CHECK(second.time == seconds(4));

  const Done third = done_between(log.events, day(2), day(2));
  CHECK(third.reviews == 2);
  CHECK(third.new_items == 0);
  CHECK(third.time == seconds(159));
}

TEST_CASE("days side by side add up to their run") {
  const Log log = three_days();
  const Done all = done_between(log.events, day(0), day(2));
  CHECK(all.reviews == 7);
  CHECK(all.new_items == 4);
  for (int split = -1; split <= 2; ++split) {
    const Done before = done_between(log.events, day(-1), day(split));
    const Done after = done_between(log.events, day(split + 1), day(9));
    CHECK(before.reviews + after.reviews == all.reviews);
    CHECK(before.new_items + after.new_items == all.new_items);
    CHECK(before.tellings + after.tellings == all.tellings);
    CHECK(before.time + after.time == all.time);
    for (std::size_t grade = 0; grade < 4; ++grade)
      CHECK(before.grades[grade] + after.grades[grade] == all.grades[grade]);
  }
}

TEST_CASE("a run of days that ends before it begins, and an empty log, hold nothing") {
  CHECK(done_between(three_days().events, day(2), day(0)).reviews == 0);
  CHECK(done_between({}, day(0), day(9)).reviews == 0);
  CHECK(recall_by_deck({}).empty());
}

TEST_CASE("a deck's recall counts the answers to cards that were in review before them") {
  Log log;
  log.answer(0, "b-deck/x", Grade::Good, Phase::Learning)   // new before: not counted
      .answer(0, "b-deck/x", Grade::Good, Phase::Review)    // learning before: not counted
      .answer(3, "b-deck/x", Grade::Again, Phase::Relearning)
      .answer(3, "b-deck/x", Grade::Again, Phase::Relearning)  // relearning before: not counted
      .answer(3, "b-deck/x", Grade::Good, Phase::Review)
      .answer(5, "b-deck/x", Grade::Hard, Phase::Review)
      .answer(0, "a-deck/y#f", Grade::Easy, Phase::Review)
      .answer(9, "a-deck/y#f", Grade::Easy, Phase::Review)
      .answer(9, "a-deck/y#r", Grade::Again, Phase::Learning)  // another schedule of the same card: new
      .answer(0, "c-deck/z", Grade::Good, Phase::Review);
  CHECK(recalls(log) == "a-deck 1/1; b-deck 1/2; ");
}

TEST_CASE("stories, probes, problems and exercises are no cards of a deck") {
  Log log;
  for (int on = 0; on < 3; ++on) {
    log.tell(on, "story/checkout", Grade::Good, seconds(100));
    for (const std::string item : {"probe/checkout/1", "problem/lc-0076", "exercise/notifications",
                                   "story/checkout", "stories/a", "problem-sets/b"})
      log.answer(on, item, Grade::Good, Phase::Review);
  }
  CHECK(recalls(log) == "problem-sets 2/2; stories 2/2; ");
}

TEST_CASE("what happens to a card between two answers does not change what it was before") {
  Log log;
  log.answer(0, "deck/a", Grade::Good, Phase::Review)
      .add(1, "deck/a", Suspended{})
      .add(2, "deck/a", Unsuspended{})
      .add(2, "deck/a", Buried{day(3)})
      .answer(4, "deck/a", Grade::Good, Phase::Review);
  CHECK(recalls(log) == "deck 1/1; ");
}

TEST_CASE("every answer is one grade, and no deck recalls more than it was asked") {
  Log log;
  std::uint32_t dice = 5;
  const auto next = [&](std::uint32_t limit) { return (dice = dice * 1664525 + 1013904223) / 65536 % limit; };
  for (int i = 0; i < 2000; ++i)
    log.answer(static_cast<int>(next(30)), "deck-" + std::to_string(next(4)) + "/" + std::to_string(next(50)),
               kGrades[next(4)], static_cast<Phase>(1 + next(3)));

  const Done done = done_between(log.events, day(0), day(29));
  CHECK(done.reviews == 2000);
  CHECK(done.grades[0] + done.grades[1] + done.grades[2] + done.grades[3] == 2000);
  CHECK(done.new_items == 200);
  const auto decks = recall_by_deck(log.events);
  CHECK(decks.size() == 4);
  CHECK(std::is_sorted(decks.begin(), decks.end(),
                       [](const DeckRecall& a, const DeckRecall& b) { return a.deck < b.deck; }));
  for (const DeckRecall& recall : decks) {
    CHECK(recall.recalled <= recall.reviews);
    CHECK(recall.recalled > 0);
  }
}
