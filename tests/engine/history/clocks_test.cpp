// Clocks that are wrong, and what must hold nevertheless.
#include <doctest/doctest.h>

#include <cmath>

#include "support/history.h"

namespace starling {
namespace {

using namespace test;

// A card in review, and the answers to it by the clock that wrote them.
struct Learner {
  DayRule rule{"Europe/Berlin", 4};
  Policy policy;
  MemoryModel memory{default_weights()};
  ItemState state;

  [[nodiscard]] Instant at(std::string_view date, std::chrono::minutes time) const {
    return rule.moment(*parse_day(date), time);
  }
  [[nodiscard]] std::array<Outcome, 4> preview(Instant now) const {
    return outcomes(state.standing, now, rule, policy, memory, Seed{7});
  }
  void answer(Instant now, Grade grade) {
    const Standing after = preview(now).at(index_of(grade)).after;
    const Answered answer{item("t/c"), grade, {}, after.phase, after.step, after.due, {}};
    state = apply(state, answer, Deed{{"aaaaaa", 1}, 1, now, 0min, rule.study_day(now), {answer}}, memory);
  }
};

TEST_CASE("an answer under a clock that is a year slow leaves the next preview as if the clock had been right") {
  for (const ModelKind kind : kModelKinds) {
    Learner right;
    right.memory = MemoryModel(default_weights(kind));
    right.answer(right.at("2026-11-25", 10h), Grade::Easy);
    right.answer(right.at("2026-12-04", 10h), Grade::Good);
    Learner slow;
    slow.memory = right.memory;
    slow.state = right.state;

    right.answer(right.at("2026-12-04", 10h + 20min), Grade::Good);
    slow.answer(slow.at("2025-12-04", 10h + 20min), Grade::Good);

    const Instant now = right.at("2026-12-04", 10h + 30min);
    for (const Grade grade : kGrades) {
      const Outcome expected = right.preview(now).at(index_of(grade));
      const Outcome shown = slow.preview(now).at(index_of(grade));
      CAPTURE(to_string(kind));
      CAPTURE(to_string(grade));
      if (kind == ModelKind::Fsrs6) CHECK(shown.after == expected.after);
      CHECK(std::abs(shown.interval_days - expected.interval_days) <= 1);
      CHECK(shown.after.last_at == now);
    }
  }
}

TEST_CASE("an answer whose time is trusted counts from its own, behind what a clock far ahead left on the item") {
  const auto answered_at = [](std::string_view id, int on_day, bool trusted) {
    Answered answer = answered(id, Grade::Good, Phase::Review, on_day + 3);
    answer.trusted = trusted;
    return answer;
  };
  LearnerHistory history;
  history.add(answered_at("lp/why", 400, false), 400);
  const MemoryState first = *history.state("lp/why").standing.memory;
  history.add(answered_at("lp/why", 10, true), 10);
  ItemState state = history.state("lp/why");
  CHECK(state.standing.last_day == day(10));
  CHECK(state.standing.due == Due{day(13), std::nullopt});
  CHECK(state.standing.memory == model().after_review(first, elapsed_days(WholeDays{0}), Grade::Good));

  // From there on it is like any other, and what is not far ahead stays.
  history.add(answered_at("lp/why", 13, false), 13);
  CHECK(history.state("lp/why").standing.last_day == day(13));
  history.add({answered_at("lp/why", 12, true)}, 12, 20h);
  state = history.state("lp/why");
  CHECK(state.standing.last_day == day(13));
  CHECK(state.standing.due == Due{day(16), std::nullopt});
}

TEST_CASE("an answer dated before the last one counts as one of the same day, and the last one's time stays") {
  LearnerHistory history;
  history.answer("lp/why", Grade::Good, 10);
  const ItemState before = history.state("lp/why");
  history.answer("lp/why", Grade::Good, 7);

  const ItemState state = history.state("lp/why");
  CHECK(state.standing.memory ==
        model().after_review(*before.standing.memory, elapsed_days(WholeDays{0}), Grade::Good));
  CHECK(state.standing.last_day == day(10));
  CHECK(state.standing.last_at == before.standing.last_at);
  CHECK(state.standing.due == Due{day(13), std::nullopt});
  CHECK(state.first_day == day(10));
  CHECK(state.reviews == 2);
}

TEST_CASE("whatever clocks say, an item's last time never falls back and its memory stays one") {
  for (const ModelKind kind : kModelKinds) {
    const MemoryModel memory(default_weights(kind));
    SplitMix64 dice(Seed{31});
    for (int life = 0; life < 60; ++life) {
      ItemState state;
      for (int i = 0; i < 50; ++i) {
        const ItemState before = state;
        const int said = 400 + below(dice, 800) - 400 * below(dice, 2);
        const Instant at = Instant(day(said).time_since_epoch() + std::chrono::minutes(below(dice, 3000) - 1500));
        Answered answer = any_answer(dice, said);
        answer.item = item("deck/a");
        state = apply(state, answer, Deed{{"aaaaaa", i + 1}, i, at, 0min, day(said), {answer}}, memory);

        REQUIRE(state.standing.memory);
        CHECK(std::isfinite(state.standing.memory->stability.days));
        CHECK(state.standing.memory->stability.days > 0);
        if (!seen(before)) continue;
        CHECK(state.standing.last_at == std::max(before.standing.last_at, at));
        CHECK(state.standing.last_day == std::max(before.standing.last_day, day(said)));
        CHECK(state.standing.due.day - state.standing.last_day == answer.due.day - day(said));
        if (answer.due.at) CHECK(*state.standing.due.at - state.standing.last_at == *answer.due.at - at);
        CHECK(state.first_day == before.first_day);
      }
    }
  }
}

TEST_CASE("an answer from the far past or future is folded like any other") {
  for (const int said : {-45'000, 100'000}) {
    LearnerHistory history;
    history.answer("lp/why", Grade::Good, 3);
    history.answer("lp/why", Grade::Good, said);
    history.answer("lp/why", Grade::Hard, 4);
    const ItemState state = history.state("lp/why");
    CHECK(state.standing.last_day == day(std::max(4, said)));
    CHECK(std::isfinite(state.standing.memory->stability.days));
  }
}

}  // namespace
}  // namespace starling
