#include <doctest/doctest.h>

#include <vector>

#include "log.h"

namespace starling {
namespace {

ItemState state_of(const Log& log, const std::string& item = "lp/why") { return folded(log).at(item); }

TEST_CASE("an item stands where its last answer promised") {
  Log log;
  Reviewed answer = review(Grade::Good, Phase::Learning);
  answer.step = 1;
  answer.due = Due{day(2), Instant(20002 * 24h + 10min)};
  log.add(answer, "lp/why", 2);

  const ItemState state = state_of(log);

  CHECK(state.standing == Standing{Phase::Learning, 1, model().first_review(Grade::Good), day(2), answer.due,
                                   log.events.back().at});
  CHECK(state.reviews == 1);
  CHECK(state.first_day == day(2));
}

TEST_CASE("memory is worked out over the study days between the answers") {
  Log log;
  log.add(review(Grade::Good), "lp/why", 0);
  log.add(review(Grade::Hard), "lp/why", 4);
  log.add(review(Grade::Again), "lp/why", 4);
  log.add(review(Grade::Easy), "lp/why", 30);

  MemoryState memory = model().first_review(Grade::Good);
  memory = model().after_review(memory, elapsed_days(WholeDays{4}), Grade::Hard);
  memory = model().after_review(memory, elapsed_days(WholeDays{0}), Grade::Again);
  memory = model().after_review(memory, elapsed_days(WholeDays{26}), Grade::Easy);

  CHECK(state_of(log).standing.memory == memory);
  CHECK(state_of(log).standing.last_day == day(30));
  CHECK(state_of(log).first_day == day(0));
}

TEST_CASE("an answer dated before the last one counts as one of the same day") {
  Log log;
  log.add(review(Grade::Good), "lp/why", 10);
  log.add(review(Grade::Good), "lp/why", 7);

  CHECK(state_of(log).standing.memory ==
        model().after_review(model().first_review(Grade::Good), elapsed_days(WholeDays{0}), Grade::Good));
  CHECK(state_of(log).standing.last_day == day(7));
}

TEST_CASE("an item that an answer left as new starts afresh with the next one") {
  Log log;
  log.add(review(Grade::Easy, Phase::New), "lp/why", 0);
  log.add(review(Grade::Good), "lp/why", 6);
  CHECK(state_of(log).standing.memory == model().first_review(Grade::Good));
}

TEST_CASE("only forgetting a card in review is a lapse") {
  Log log;
  log.add(review(Grade::Again, Phase::Learning));
  log.add(review(Grade::Again, Phase::Learning));
  log.add(review(Grade::Good, Phase::Review));
  CHECK(state_of(log).lapses == 0);

  log.add(review(Grade::Again, Phase::Relearning), "lp/why", 3);
  CHECK(state_of(log).lapses == 1);
  log.add(review(Grade::Again, Phase::Relearning), "lp/why", 3);
  CHECK(state_of(log).lapses == 1);

  log.add(review(Grade::Good, Phase::Review), "lp/why", 3);
  log.add(review(Grade::Again, Phase::Review), "lp/why", 5);
  log.add(review(Grade::Again, Phase::Review), "lp/why", 6);
  CHECK(state_of(log).lapses == 3);
  CHECK(state_of(log).reviews == 8);
}

TEST_CASE("time adds up over the answers that were timed") {
  Log log;
  Reviewed timed = review(Grade::Good);
  timed.took = 12s;
  log.add(timed);
  log.add(review(Grade::Good));
  timed.took = 30500ms;
  log.add(Told{timed, std::nullopt});

  CHECK(state_of(log).time_spent == 42500ms);
  CHECK(state_of(log).timed == 2);
  CHECK(state_of(log).reviews == 3);
}

TEST_CASE("a telling counts like the review in it") {
  Log told;
  Log reviewed;
  for (const Grade grade : {Grade::Hard, Grade::Again, Grade::Easy}) {
    told.add(Told{review(grade), Beats{}}, "story/checkout-cells", static_cast<int>(grade));
    reviewed.add(review(grade), "story/checkout-cells", static_cast<int>(grade));
  }
  CHECK(folded(told) == folded(reviewed));
}

TEST_CASE("a buried card comes back with its next answer, a suspended one stays away") {
  Log log;
  log.add(review(Grade::Good));
  log.add(Suspended{});
  log.add(Buried{day(9)});
  CHECK(state_of(log).buried_until == day(9));

  log.add(review(Grade::Good), "lp/why", 1);

  CHECK_FALSE(state_of(log).buried_until);
  CHECK(state_of(log).suspended);
  log.add(Unsuspended{});
  CHECK_FALSE(state_of(log).suspended);
  CHECK(state_of(log).reviews == 2);
}

TEST_CASE("a card may be suspended before its first answer") {
  Log log;
  log.add(Suspended{});
  CHECK(state_of(log).suspended);
  CHECK(state_of(log).standing == Standing{});
  CHECK_FALSE(state_of(log).first_day);
}

TEST_CASE("other weights change what a card's memory is, never when it was promised back") {
  Weights other = default_weights();
  for (std::size_t grade = 0; grade < 4; ++grade) other.numbers[grade] *= 1.5;
  Log log;
  Dice dice{5};
  for (int i = 0; i < 400; ++i) add_anything(log, dice, i / 8);

  auto before = folded(log);
  auto after = fold(log.events, MemoryModel(other));

  REQUIRE(before.size() == 4);
  CHECK(before != after);
  for (auto* states : {&before, &after})
    for (auto& [item, state] : *states) state.standing.memory.reset();
  CHECK(before == after);
}

TEST_CASE("an answer is folded into just what its button showed") {
  const DayRule rule("Europe/Berlin", 4);
  Policy policy;
  policy.learning_steps = {1min, 10min};
  policy.relearning_steps = {10min};
  Dice dice{17};
  Log log;
  Standing now;
  Instant at = rule.moment(*parse_day("2026-10-20"), 20h);

  for (std::uint64_t count = 0; count < 300; ++count) {
    const int pick = dice.below(4);
    const auto answers = outcomes(now, at, rule, policy, model(), seed_from("lp/why", count));
    const Standing& shown = answers.at(static_cast<std::size_t>(pick)).after;
    Reviewed answer{kGrades.at(static_cast<std::size_t>(pick)), std::nullopt, shown.phase, shown.step, shown.due};
    log.events.push_back({static_cast<EventId>(count + 1), at, rule.study_day(at), "lp/why", answer});

    now = state_of(log).standing;
    REQUIRE(now == shown);
    at = now.due.at ? *now.due.at : rule.moment(now.due.day, 6h) + std::chrono::hours(dice.below(60));
  }
}

TEST_CASE("one event more is one step more, whatever happened before") {
  Log log;
  Dice dice{3};
  auto expected = folded(log);
  for (int i = 0; i < 300; ++i) {
    const std::size_t before = log.events.size();
    add_anything(log, dice, i / 6);
    for (std::size_t at = before; at < log.events.size(); ++at) {
      const Event& event = log.events[at];
      if (event.item != kMemoryItem) expected[event.item] = apply(expected[event.item], event, model());
    }
    REQUIRE(folded(log) == expected);
  }
}

TEST_CASE("what happens to one item leaves the others alone, but for the weights of all") {
  Log log;
  Dice dice{8};
  for (int i = 0; i < 300; ++i) add_anything(log, dice, i / 6);
  const auto all = folded(log);
  REQUIRE(all.size() == 4);

  for (const auto& [item, state] : all) {
    Log alone;
    for (const Event& event : log.events)
      if (event.item == item || event.item == kMemoryItem) alone.events.push_back(event);
    CHECK(folded(alone) == std::map<std::string, ItemState>{{item, state}});
  }
}

TEST_CASE("an undo takes back in words that name the item") {
  Log log;
  log.add(review(Grade::Good), "patterns-two-pointers/invariant");
  log.add(Told{review(Grade::Hard), std::nullopt}, "story/checkout-cells");
  log.add(Suspended{}, "lp/why");
  log.add(Unsuspended{}, "lp/why");
  log.add(Buried{*parse_day("2026-12-23")}, "lp/why");

  CHECK(describe(log.events[0]) == "good for patterns-two-pointers/invariant");
  CHECK(describe(log.events[1]) == "the telling of story/checkout-cells (hard)");
  CHECK(describe(log.events[2]) == "suspended lp/why");
  CHECK(describe(log.events[3]) == "unsuspended lp/why");
  CHECK(describe(log.events[4]) == "buried lp/why until 2026-12-23");

  log.adopt(default_weights(ModelKind::Fsrs7), {{"lp/why", *parse_day("2026-12-24")}});
  CHECK(describe(log.events[5]) == "new weights of fsrs-7");
  CHECK(describe(log.events[6]) == "moved lp/why to 2026-12-24");
}

TEST_CASE("reviews and tellings are answers, other events are not") {
  Log log;
  log.add(review(Grade::Good));
  log.add(Told{review(Grade::Hard), std::nullopt});
  CHECK(review_of(log.events[0])->grade == Grade::Good);
  CHECK(review_of(log.events[1])->grade == Grade::Hard);
  const std::vector<What> others{Suspended{}, Unsuspended{}, Buried{}, Undone{1}, Redone{1}, Adopted{}, Moved{}};
  for (const What& what : others) {
    const Event event{1, {}, {}, "lp/why", what};
    CHECK_FALSE(is_answer(event));
    CHECK(review_of(event) == nullptr);
  }
}

}  // namespace
}  // namespace starling
