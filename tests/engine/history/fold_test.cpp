#include <doctest/doctest.h>

#include <vector>

#include "support/history.h"

namespace starling {
namespace {

using namespace test;

TEST_CASE("an item stands where its last answer promised") {
  LearnerHistory history;
  Answered answer = answered("lp/why", Grade::Good, Phase::Learning);
  answer.step = 1;
  answer.due = Due{day(2), Instant(20002 * 24h + 12h + 10min)};
  history.add(answer, 2);

  const ItemState state = history.state("lp/why");

  CHECK(state.standing == Standing{Phase::Learning, 1, model().first_review(Grade::Good), day(2), answer.due,
                                   history.deeds.back().at});
  CHECK(state.reviews == 1);
  CHECK(state.first_day == day(2));
  CHECK(seen(state));
  CHECK(in_step(state));
}

TEST_CASE("memory is worked out over the study days between the answers") {
  LearnerHistory history;
  history.answer("lp/why", Grade::Good, 0);
  history.answer("lp/why", Grade::Hard, 4);
  history.answer("lp/why", Grade::Again, 4);
  history.answer("lp/why", Grade::Easy, 30);

  MemoryState memory = model().first_review(Grade::Good);
  memory = model().after_review(memory, elapsed_days(WholeDays{4}), Grade::Hard);
  memory = model().after_review(memory, elapsed_days(WholeDays{0}), Grade::Again);
  memory = model().after_review(memory, elapsed_days(WholeDays{26}), Grade::Easy);

  const ItemState state = history.state("lp/why");
  CHECK(state.standing.memory == memory);
  CHECK(state.standing.last_day == day(30));
  CHECK(state.first_day == day(0));
}

TEST_CASE("only forgetting a card in review is a lapse") {
  LearnerHistory history;
  const auto answer = [&](Grade grade, Phase phase, int on_day = 0) {
    history.add(answered("lp/why", grade, phase), on_day);
    return history.state("lp/why").lapses;
  };
  CHECK(answer(Grade::Again, Phase::Learning) == 0);
  CHECK(answer(Grade::Again, Phase::Learning) == 0);
  CHECK(answer(Grade::Good, Phase::Review) == 0);
  CHECK(answer(Grade::Again, Phase::Relearning, 3) == 1);
  CHECK(answer(Grade::Again, Phase::Relearning, 3) == 1);
  CHECK(answer(Grade::Good, Phase::Review, 3) == 1);
  CHECK(answer(Grade::Again, Phase::Review, 5) == 2);
  CHECK(answer(Grade::Again, Phase::Review, 6) == 3);
  CHECK(history.state("lp/why").reviews == 8);
}

TEST_CASE("time adds up over the answers that were timed") {
  LearnerHistory history;
  Answered timed = answered("story/cells", Grade::Good);
  timed.took = 12s;
  history.add(timed);
  history.answer("story/cells", Grade::Good);
  timed.took = 30500ms;
  history.add(timed);

  CHECK(history.state("story/cells").time_spent == 42500ms);
  CHECK(history.state("story/cells").timed == 2);
  CHECK(history.state("story/cells").reviews == 3);
}

TEST_CASE("how the parts of a story came back changes nothing of when it comes back") {
  LearnerHistory whole;
  LearnerHistory in_parts;
  for (const Grade grade : {Grade::Hard, Grade::Again, Grade::Easy}) {
    Answered telling = answered("story/cells", grade);
    whole.add(telling, static_cast<int>(grade));
    telling.parts = {{"situation", Grade::Easy}, {"figures", Grade::Again}};
    in_parts.add(telling, static_cast<int>(grade));
  }
  CHECK(whole.states() == in_parts.states());
}

TEST_CASE("a buried card comes back with its next answer, a suspended one stays away") {
  LearnerHistory history;
  history.answer("lp/why", Grade::Good);
  history.suspend("lp/why");
  history.bury("lp/why", 9);
  CHECK(history.state("lp/why").buried_until == day(9));

  history.answer("lp/why", Grade::Good, 1);

  CHECK_FALSE(history.state("lp/why").buried_until);
  CHECK(history.state("lp/why").suspended);
  history.unsuspend("lp/why");
  CHECK_FALSE(history.state("lp/why").suspended);
  CHECK(history.state("lp/why").reviews == 2);
}

TEST_CASE("a card may be suspended before its first answer") {
  LearnerHistory history;
  history.suspend("lp/why");
  const ItemState state = history.state("lp/why");
  CHECK(state.suspended);
  CHECK_FALSE(seen(state));
  CHECK(state.standing == Standing{});
  CHECK_FALSE(state.first_day);
}

TEST_CASE("the state that another program had takes the place of what was there, and goes on from it") {
  const MemoryState known{Stability{40}, Difficulty{6}};
  const Imported imported{item("lp/why"), Phase::Review, known, Instant(20005 * 24h), day(5), Due{day(45), {}}, 7, 2};
  LearnerHistory history;
  history.answer("lp/why", Grade::Again, 0);
  history.suspend("lp/why");
  history.add(imported, 9);

  ItemState state = history.state("lp/why");
  CHECK(state.standing == Standing{Phase::Review, 0, known, day(5), Due{day(45), {}}, Instant(20005 * 24h)});
  CHECK(state.reviews == 7);
  CHECK(state.lapses == 2);
  CHECK(state.first_day == day(0));
  CHECK(state.suspended);

  history.answer("lp/why", Grade::Again, 15);
  state = history.state("lp/why");
  CHECK(state.standing.memory == model().after_review(known, elapsed_days(WholeDays{10}), Grade::Again));
  CHECK(state.reviews == 8);
  CHECK(state.lapses == 3);
}

TEST_CASE("of an item that was never met here, an import's last day counts as its first") {
  LearnerHistory history;
  history.add(Imported{item("lp/a"),
                       Phase::Review,
                       {Stability{4}, Difficulty{5}},
                       Instant(20003 * 24h),
                       day(3),
                       Due{day(7), {}},
                       1,
                       0},
              9);
  CHECK(history.state("lp/a").first_day == day(3));
}

TEST_CASE("other weights change what a card's memory is, never when it was promised back") {
  Weights other = default_weights();
  for (std::size_t grade = 0; grade < 4; ++grade) other.numbers()[grade] *= 1.5;
  LearnerHistory history = any_history(Seed{5}, 400);
  for (Deed& deed : history.deeds)
    std::erase_if(deed.events, [](const Event& e) { return std::holds_alternative<Imported>(e); });

  ItemStates before = history.states();
  ItemStates after = fold_items(history.deeds, MemoryModel(other));

  REQUIRE(before.size() == 4);
  CHECK(before != after);
  for (auto* states : {&before, &after})
    for (auto& [id, state] : *states) state.standing.memory.reset();
  CHECK(before == after);
}

TEST_CASE("an answer is folded into just what its button showed") {
  const DayRule rule("Europe/Berlin", 4);
  Policy policy;
  policy.learning_steps = {1min, 10min};
  policy.relearning_steps = {10min};
  SplitMix64 dice(Seed{17});
  ItemState state;
  Instant at = rule.moment(*parse_day("2026-10-20"), 20h);

  for (std::uint64_t count = 0; count < 300; ++count) {
    const std::size_t pressed = dice.below(4);
    const Standing shown =
        outcomes(state.standing, at, rule, policy, model(), seed_from("lp/why", count)).at(pressed).after;
    Answered answer = answered("lp/why", kGrades.at(pressed), shown.phase);
    answer.step = shown.step;
    answer.due = shown.due;
    const Deed deed{{"aaaaaa", 1}, 1, at, rule.utc_offset(at), rule.study_day(at), {answer}};

    state = apply(state, answer, deed, model());
    REQUIRE(state.standing == shown);
    at = state.standing.due.at ? *state.standing.due.at
                               : rule.moment(state.standing.due.day, 6h) + std::chrono::hours(below(dice, 60));
  }
}

TEST_CASE("one deed more is one step more for each of its events, whatever happened before") {
  LearnerHistory history;
  SplitMix64 dice(Seed{3});
  ItemStates expected;
  for (int i = 0; i < 300; ++i) {
    do_anything(history, dice, i / 6);
    const Deed& deed = history.deeds.back();
    for (const Event& event : deed.events)
      if (const ItemId* id = item_of(event)) expected[*id] = apply(expected[*id], event, deed, model());
    REQUIRE(history.states() == expected);
  }
}

TEST_CASE("an event about no item changes no item") {
  const ItemState state = any_history(Seed{4}, 60).state("deck/a");
  const std::vector<Event> others{Adopted{},         TaskDone{"mock", 1, {}, ""}, Measured{"m", 1, "", ""}, SettingSet{}, Replanned{},
                                  Undone{{"aaaaaa", 3}}, Redone{{"aaaaaa", 3}},   Unknown{"sung", "{}"}};
  for (const Event& event : others) {
    CHECK(item_of(event) == nullptr);
    CHECK(apply(state, event, Deed{}, model()) == state);
  }
}

TEST_CASE("what happens to one item leaves the others alone") {
  const LearnerHistory history = any_history(Seed{8}, 300);
  const ItemStates all = history.states();
  REQUIRE(all.size() == 4);

  for (const auto& [id, state] : all) {
    std::vector<Deed> alone = history.deeds;
    for (Deed& deed : alone)
      std::erase_if(deed.events, [&](const Event& e) { return item_of(e) && *item_of(e) != id; });
    CHECK(fold_items(alone, model()) == ItemStates{{id, state}});
  }
}

}  // namespace
}  // namespace starling
