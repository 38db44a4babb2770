// New weights, and the items that move with them.
#include <doctest/doctest.h>

#include "log.h"

namespace starling {
namespace {

Weights weights(ModelKind kind, double easy) {
  Weights result = default_weights(kind);
  result.numbers[3] = easy;
  return result;
}

Weights adopted_in(const std::optional<Event>& event) {
  REQUIRE(event);
  CHECK(event->item == kMemoryItem);
  return std::get<Adopted>(event->what).weights;
}

// Two items in review, due on day 3.
Log two_items() {
  Log log;
  log.add(review(Grade::Good), "lp/a", 0);
  log.add(review(Grade::Good), "lp/b", 0);
  return log;
}

TEST_CASE("one undo takes back new weights and all their moves, one redo brings all of it again") {
  Log log = two_items();
  const auto before = folded(log);
  log.adopt(weights(ModelKind::Fsrs6, 20), {{"lp/a", day(9)}, {"lp/b", day(11)}});
  const auto after = folded(log);
  CHECK(after.at("lp/a").standing.due == Due{day(9), std::nullopt});
  CHECK(after.at("lp/b").standing.due == Due{day(11), std::nullopt});

  REQUIRE(log.undo());
  CHECK(folded(log) == before);
  CHECK_FALSE(last_adoption(log.events));
  REQUIRE(log.redo());
  CHECK(folded(log) == after);
  CHECK(adopted_in(last_adoption(log.events)) == weights(ModelKind::Fsrs6, 20));
  CHECK_FALSE(log.redo());
}

TEST_CASE("a move changes the due day alone, and only of an item in review") {
  Log log;
  Reviewed step = review(Grade::Again, Phase::Learning);
  step.due.at = Instant(std::chrono::days(20000) + 10min);
  log.add(step, "lp/step");
  log.add(review(Grade::Good), "lp/a");
  log.add(Buried{day(2)}, "lp/a");
  auto expected = folded(log);
  expected.at("lp/a").standing.due = Due{day(7), std::nullopt};

  log.adopt(default_weights(), {{"lp/step", day(7)}, {"lp/a", day(7)}});

  CHECK(folded(log) == expected);
}

TEST_CASE("an answer after new weights is kept when they are taken back, and the other items return") {
  Log log = two_items();
  const EventId adoption = log.adopt(default_weights(), {{"lp/a", day(9)}, {"lp/b", day(11)}});
  log.add(review(Grade::Good, Phase::Review, 30), "lp/a", 9);

  log.add(Undone{adoption}, std::string(kMemoryItem), 9);

  CHECK(folded(log).at("lp/a").standing.due.day == day(30));
  CHECK(folded(log).at("lp/a").reviews == 2);
  CHECK(folded(log).at("lp/b").standing.due.day == day(3));
}

TEST_CASE("an answer that is taken back leaves the moves of the new weights before it") {
  Log log = two_items();
  log.adopt(default_weights(), {{"lp/a", day(9)}, {"lp/b", day(11)}});
  const auto before = folded(log);
  log.add(review(Grade::Again, Phase::Relearning), "lp/a", 9);

  REQUIRE(log.undo());

  CHECK(folded(log) == before);
  CHECK(folded(log).at("lp/a").standing.due.day == day(9));
  CHECK(last_adoption(log.events));
}

TEST_CASE("of several adoptions the last one that was not taken back holds, of any model or of one") {
  Log log;
  const Weights first = weights(ModelKind::Fsrs6, 11);
  const Weights second = weights(ModelKind::Fsrs7, 12);
  const Weights third = weights(ModelKind::Fsrs6, 13);
  log.adopt(first, {});
  log.adopt(second, {});
  log.adopt(third, {});

  CHECK(adopted_in(last_adoption(log.events)) == third);
  CHECK(adopted_in(last_adoption(log.events, ModelKind::Fsrs7)) == second);
  log.undo();
  CHECK(adopted_in(last_adoption(log.events)) == second);
  CHECK(adopted_in(last_adoption(log.events, ModelKind::Fsrs6)) == first);
  log.undo();
  CHECK_FALSE(last_adoption(log.events, ModelKind::Fsrs7));
  log.redo();
  CHECK(adopted_in(last_adoption(log.events)) == second);
}

TEST_CASE("a later move wins, and the earlier one again once the later weights are taken back") {
  Log log = two_items();
  log.adopt(default_weights(), {{"lp/a", day(9)}});
  log.adopt(default_weights(), {{"lp/a", day(12)}});
  CHECK(folded(log).at("lp/a").standing.due.day == day(12));
  log.undo();
  CHECK(folded(log).at("lp/a").standing.due.day == day(9));
}

TEST_CASE("a move whose cause is missing, comes later or is no change at all counts for nothing") {
  const Log two = two_items();
  const auto before = folded(two);
  Log undone = two;
  undone.adopt(default_weights(), {});
  undone.undo();
  const EventId cause = undone.events[2].id;
  const EventId undo = undone.events[3].id;
  for (const EventId odd : {EventId{0}, EventId{-1}, EventId{2}, cause, undo, undo + 3, undo + 30}) {
    Log log = undone;
    log.add(Moved{odd, day(99)}, "lp/a");
    CAPTURE(odd);
    CHECK(folded(log) == before);
  }
}

TEST_CASE("a single move cannot be taken back without its weights") {
  Log log = two_items();
  log.adopt(default_weights(), {{"lp/a", day(9)}});
  const auto before = folded(log);
  const EventId move = log.events.back().id;
  log.add(Undone{move}, "lp/a");
  CHECK(folded(log) == before);
  CHECK(last_to_undo(log.events) == move - 3);
}

TEST_CASE("new weights end what can be redone") {
  Log log = two_items();
  log.undo();
  REQUIRE(last_to_redo(log.events));
  log.adopt(default_weights(), {});
  CHECK_FALSE(last_to_redo(log.events));
}

TEST_CASE("weights are no item: nothing is asked under their name") {
  Log log = two_items();
  log.adopt(default_weights(), {});
  CHECK_FALSE(folded(log).contains(std::string(kMemoryItem)));
}

}  // namespace
}  // namespace starling
