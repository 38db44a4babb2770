// New weights, and the items that move with them.
#include <doctest/doctest.h>

#include "support/history.h"

namespace starling {
namespace {

using namespace test;

Weights weights(ModelKind kind, double easy) {
  Weights result = default_weights(kind);
  result.numbers()[3] = easy;
  return result;
}

std::optional<Weights> in_use(const LearnerHistory& history, std::optional<ModelKind> kind = {}) {
  const auto adoption = memory_in_use(history.deeds, kind);
  return adoption ? std::optional(adoption->weights) : std::nullopt;
}

// Two items in review, due on day 3.
LearnerHistory two_items() {
  LearnerHistory history;
  history.answer("lp/a", Grade::Good);
  history.answer("lp/b", Grade::Good);
  return history;
}

TEST_CASE("one undo takes back new weights and all their moves, one redo brings all of it again") {
  LearnerHistory history = two_items();
  const ItemStates before = history.states();
  const DeedId adoption = history.adopt(weights(ModelKind::Fsrs6, 20), {{"lp/a", 9}, {"lp/b", 11}});
  const ItemStates after = history.states();
  CHECK(after.at(item("lp/a")).standing.due == Due{day(9), std::nullopt});
  CHECK(after.at(item("lp/b")).standing.due == Due{day(11), std::nullopt});
  CHECK(memory_in_use(history.deeds)->deed == adoption);

  REQUIRE(history.undo());
  CHECK(history.states() == before);
  CHECK_FALSE(in_use(history));
  REQUIRE(history.redo());
  CHECK(history.states() == after);
  CHECK(in_use(history) == weights(ModelKind::Fsrs6, 20));
  CHECK_FALSE(history.redo());
}

TEST_CASE("a move changes the due day alone, and only of an item in review") {
  LearnerHistory history;
  Answered step = answered("lp/step", Grade::Again, Phase::Learning);
  step.due.at = Instant(20000 * 24h + 10min);
  history.add(step);
  history.answer("lp/a", Grade::Good);
  history.bury("lp/a", 2);
  ItemStates expected = history.states();
  expected.at(item("lp/a")).standing.due = Due{day(7), std::nullopt};

  history.adopt(default_weights(), {{"lp/step", 7}, {"lp/a", 7}});

  CHECK(history.states() == expected);
}

TEST_CASE("an answer after new weights is kept when they are taken back, and the other items return") {
  LearnerHistory history = two_items();
  const DeedId adoption = history.adopt(default_weights(), {{"lp/a", 9}, {"lp/b", 11}});
  history.answer("lp/a", Grade::Good, 9, 21);

  history.add(Undone{adoption}, 9);

  CHECK(history.state("lp/a").standing.due.day == day(30));
  CHECK(history.state("lp/a").reviews == 2);
  CHECK(history.state("lp/b").standing.due.day == day(3));
}

TEST_CASE("an answer that is taken back leaves the moves of the new weights before it") {
  LearnerHistory history = two_items();
  history.adopt(default_weights(), {{"lp/a", 9}, {"lp/b", 11}});
  const ItemStates before = history.states();
  history.answer("lp/a", Grade::Again, 9);

  REQUIRE(history.undo());

  CHECK(history.states() == before);
  CHECK(history.state("lp/a").standing.due.day == day(9));
  CHECK(in_use(history));
}

TEST_CASE("of several adoptions the last one that was not taken back holds, of any model or of one") {
  LearnerHistory history;
  const Weights first = weights(ModelKind::Fsrs6, 11);
  const Weights second = weights(ModelKind::Fsrs7, 12);
  const Weights third = weights(ModelKind::Fsrs6, 13);
  for (const Weights& adopted : {first, second, third}) history.adopt(adopted, {});

  CHECK(in_use(history) == third);
  CHECK(in_use(history, ModelKind::Fsrs7) == second);
  history.undo();
  CHECK(in_use(history) == second);
  CHECK(in_use(history, ModelKind::Fsrs6) == first);
  history.undo();
  CHECK_FALSE(in_use(history, ModelKind::Fsrs7));
  history.redo();
  CHECK(in_use(history) == second);
}

TEST_CASE("a later move wins, and the earlier one again once the later weights are taken back") {
  LearnerHistory history = two_items();
  history.adopt(default_weights(), {{"lp/a", 9}});
  history.adopt(default_weights(), {{"lp/a", 12}});
  CHECK(history.state("lp/a").standing.due.day == day(12));
  history.undo();
  CHECK(history.state("lp/a").standing.due.day == day(9));
}

TEST_CASE("new weights end what can be redone") {
  LearnerHistory history = two_items();
  history.undo();
  REQUIRE(last_to_redo(history.deeds));
  history.adopt(default_weights(), {});
  CHECK_FALSE(last_to_redo(history.deeds));
}

TEST_CASE("new weights that move nothing are no item's business") {
  LearnerHistory history = two_items();
  const ItemStates before = history.states();
  history.adopt(default_weights(), {});
  CHECK(history.states() == before);
}

}  // namespace
}  // namespace starling
