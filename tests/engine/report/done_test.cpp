#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "engine/report/deeds.h"
#include "report/report.h"

using namespace starling;
using namespace starling::test;
using std::chrono::seconds;

namespace {

// The fifth deed puts the card away with the answer.
std::vector<Deed> three_days() {
  Deeds deeds;
  deeds.answer(0, "aws-s3/a", Grade::Good, Phase::Learning, 0, seconds(10))
      .answer(0, "aws-s3/a", Grade::Good, Phase::Review, 2, seconds(6))
      .answer(0, "story/checkout", Grade::Hard, Phase::Review, 2, seconds(170))
      .add(1, Suspended{item("aws-s3/c")})
      .add(1, {Answered{item("aws-s3/b"), Grade::Again, {}, Phase::Learning, 0, {day(1), {}}, {}},
               Suspended{item("aws-s3/b")}})
      .answer(1, "lp-ownership/meaning", Grade::Easy, Phase::Review, 9, seconds(4))
      .add(2, Buried{item("lp-ownership/meaning"), day(3)})
      .answer(2, "aws-s3/a", Grade::Again, Phase::Relearning, 2, seconds(9))
      .answer(2, "story/checkout", Grade::Good, Phase::Review, 9, seconds(150));
  return deeds.list;
}

std::string recalls(const Deeds& deeds) {
  std::string lines;
  for (const DeckRecall& deck : recall_by_deck(recall_tests(deeds.list, model())))
    lines += deck.deck + " " + std::to_string(deck.tests.recalled) + "/" + std::to_string(deck.tests.answers) + "; ";
  return lines;
}

}  // namespace

TEST_CASE("what was done on one day is counted by kind, grade and time") {
  const auto deeds = three_days();

  const Done first = done_on(deeds, day(0), day(0));
  CHECK(first.reviews == 3);
  CHECK(first.new_items == 2);
  CHECK(first.tellings == 1);
  CHECK(first.grades == std::array<int, 4>{0, 1, 2, 0});
  CHECK(first.time == seconds(186));

  const Done second = done_on(deeds, day(1), day(1));
  CHECK(second.reviews == 2);
  CHECK(second.new_items == 2);
  CHECK(second.tellings == 0);
  CHECK(second.grades == std::array<int, 4>{1, 0, 0, 1});
  CHECK(second.time == seconds(4));

  const Done third = done_on(deeds, day(2), day(2));
  CHECK(third.reviews == 2);
  CHECK(third.new_items == 0);
  CHECK(third.time == seconds(159));
}

TEST_CASE("days side by side add up to their run") {
  const auto deeds = three_days();
  const Done all = done_on(deeds, day(0), day(2));
  CHECK(all.reviews == 7);
  CHECK(all.new_items == 4);
  for (int split = -1; split <= 2; ++split) {
    const Done before = done_on(deeds, day(-1), day(split));
    const Done after = done_on(deeds, day(split + 1), day(9));
    CHECK(before.reviews + after.reviews == all.reviews);
    CHECK(before.new_items + after.new_items == all.new_items);
    CHECK(before.tellings + after.tellings == all.tellings);
    CHECK(before.time + after.time == all.time);
    for (std::size_t grade = 0; grade < 4; ++grade)
      CHECK(before.grades[grade] + after.grades[grade] == all.grades[grade]);
  }
}

TEST_CASE("what was met by practice that was logged is not new when it is answered later") {
  Deeds deeds;
  deeds.add(0, {Solved{"lc-0238", "", "medium", 20.0, true, {}, ""},
                Answered{item("problem/lc-0238"), Grade::Good, {}, Phase::Review, 0, {day(3), {}}, {}}})
      .answer(3, "problem/lc-0238", Grade::Good, Phase::Review, 9, seconds(100));
  const Done done = done_on(deeds.list, day(1), day(9));
  CHECK(done.reviews == 1);
  CHECK(done.new_items == 0);
}

TEST_CASE("a run of days that ends before it begins, and an empty log, hold nothing") {
  CHECK(done_on(three_days(), day(2), day(0)).reviews == 0);
  CHECK(done_on({}, day(0), day(9)).reviews == 0);
  CHECK(recall_by_deck({}).empty());
}

TEST_CASE("a deck's recall counts the answers to cards that were in review before them") {
  Deeds deeds;
  deeds.answer(0, "b-deck/x", Grade::Good, Phase::Learning)   // new before: not counted
      .answer(0, "b-deck/x", Grade::Good, Phase::Review)    // learning before: not counted
      .answer(3, "b-deck/x", Grade::Again, Phase::Relearning)
      .answer(3, "b-deck/x", Grade::Again, Phase::Relearning)  // relearning before: not counted
      .answer(3, "b-deck/x", Grade::Good, Phase::Review)
      .answer(5, "b-deck/x", Grade::Hard, Phase::Review)
      .answer(0, "a-deck/y#f", Grade::Easy, Phase::Review)
      .answer(9, "a-deck/y#f", Grade::Easy, Phase::Review)
      .answer(9, "a-deck/y#r", Grade::Again, Phase::Learning)  // another schedule of the same card: new
      .answer(0, "c-deck/z", Grade::Good, Phase::Review);
  CHECK(recalls(deeds) == "a-deck 1/1; b-deck 1/2; ");
}

TEST_CASE("cards count for their deck and everything else under its kind, and the minutes of every kind are minutes") {
  Deeds deeds;
  for (int on = 0; on < 3; ++on)
    for (const std::string_view id : {"probe/checkout/1", "problem/lc-0076", "exercise/notifications", "question/7f2c",
                                      "story/checkout", "stories/a", "problem-sets/b"})
      deeds.answer(on, id, Grade::Good, Phase::Review, on + 1, seconds(10));
  CHECK(recalls(deeds) == "exercise 2/2; probe 2/2; problem 2/2; problem-sets 2/2; question 2/2; stories 2/2; story 2/2; ");
  std::string times;
  for (const DeckTime& deck : time_by_deck(deeds.list, day(0), day(1)))
    times += deck.deck + " " + std::to_string(deck.time / seconds(1)) + "; ";
  CHECK(times == "exercise 20; probe 20; problem 20; problem-sets 20; question 20; stories 20; story 20; ");
  const Done done = done_on(deeds.list, day(0), day(2));
  CHECK(done.time == seconds(210));
  CHECK(done.tellings == 3);
  CHECK(done.new_items == 7);
}

TEST_CASE("what happens to a card between two answers does not change what it was before") {
  Deeds deeds;
  deeds.answer(0, "deck/a", Grade::Good, Phase::Review)
      .add(1, Suspended{item("deck/a")})
      .add(2, Unsuspended{item("deck/a")})
      .add(2, Buried{item("deck/a"), day(3)})
      .answer(4, "deck/a", Grade::Good, Phase::Review);
  CHECK(recalls(deeds) == "deck 1/1; ");
}

TEST_CASE("every answer is one grade, and no deck recalls more than it was asked") {
  Deeds deeds;
  std::uint32_t dice = 5;
  const auto next = [&](std::uint32_t limit) { return (dice = dice * 1664525 + 1013904223) / 65536 % limit; };
  for (int i = 0; i < 2000; ++i)
    deeds.answer(static_cast<int>(next(30)), "deck-" + std::to_string(next(4)) + "/" + std::to_string(next(50)),
               kGrades[next(4)], static_cast<Phase>(1 + next(3)));

  const Done done = done_on(deeds.list, day(0), day(29));
  CHECK(done.reviews == 2000);
  CHECK(done.grades[0] + done.grades[1] + done.grades[2] + done.grades[3] == 2000);
  CHECK(done.new_items == 200);
  const auto decks = recall_by_deck(recall_tests(deeds.list, model()));
  CHECK(decks.size() == 4);
  CHECK(std::is_sorted(decks.begin(), decks.end(),
                       [](const DeckRecall& a, const DeckRecall& b) { return a.deck < b.deck; }));
  for (const DeckRecall& recall : decks) {
    CHECK(recall.tests.recalled <= recall.tests.answers);
    CHECK(recall.tests.recalled > 0);
  }
}
