#include <doctest/doctest.h>

#include "learner.h"

namespace starling {
namespace {

const Instant kEvening = at("2026-12-22", 19h);

std::array<Outcome, 4> answers(const Standing& before, const Policy& policy, Instant now = kEvening) {
  return outcomes(before, now, berlin(), policy, fsrs6(), Seed{1});
}

Standing standing(Phase phase, int step) {
  return {phase, step, MemoryState{Stability{0.5}, Difficulty{6}}, day("2026-12-22"),
          Due{day("2026-12-22"), kEvening}, kEvening};
}

void check_step(const Outcome& outcome, Phase phase, int step, std::chrono::milliseconds wait) {
  CHECK(outcome.after.phase == phase);
  CHECK(outcome.after.step == step);
  CHECK(outcome.wait == wait);
  CHECK(outcome.interval_days == 0);
  CHECK(outcome.after.due == Due{day("2026-12-22"), kEvening + wait});
}

TEST_CASE("a new card comes back within minutes, and easy sends it to review") {
  const auto result = answers({}, plain_policy());

  check_step(after(result, Grade::Again), Phase::Learning, 0, 1min);
  check_step(after(result, Grade::Hard), Phase::Learning, 0, 5min + 30s);
  check_step(after(result, Grade::Good), Phase::Learning, 1, 10min);
  CHECK(after(result, Grade::Easy).after.phase == Phase::Review);
  CHECK(after(result, Grade::Easy).interval_days == 8);
  CHECK(after(result, Grade::Easy).after.due == Due{day("2026-12-30"), std::nullopt});
}

TEST_CASE("every answer to a new card starts its memory and remembers the study day") {
  const MemoryModel model(default_weights());
  const auto result = answers({}, plain_policy(), at("2026-12-22", 25h));
  for (const Grade grade : kGrades) {
    CHECK(after(result, grade).after.memory == model.first_review(grade));
    CHECK(after(result, grade).after.last_day == day("2026-12-22"));
  }
}

TEST_CASE("at the last learning step hard waits the step again and good graduates to tomorrow or later") {
  const auto result = answers(standing(Phase::Learning, 1), plain_policy());

  check_step(after(result, Grade::Again), Phase::Learning, 0, 1min);
  check_step(after(result, Grade::Hard), Phase::Learning, 1, 10min);
  CHECK(after(result, Grade::Good).after.phase == Phase::Review);
  CHECK(after(result, Grade::Good).after.step == 0);
  CHECK(after(result, Grade::Good).interval_days == 1);
  CHECK(after(result, Grade::Easy).interval_days == 2);
}

TEST_CASE("three good answers walk through three steps and out of them") {
  Policy policy = plain_policy();
  policy.learning_steps = {1min, 10min, 60min};
  Standing now;
  for (const int step : {1, 2}) {
    now = after(answers(now, policy), Grade::Good).after;
    CHECK(now.phase == Phase::Learning);
    CHECK(now.step == step);
  }
  CHECK(after(answers(now, policy), Grade::Good).after.phase == Phase::Review);
  CHECK(after(answers(standing(Phase::Learning, 1), policy), Grade::Hard).wait == 10min);
}

TEST_CASE("with one learning step hard waits half as long again, at most a day more, and good graduates at once") {
  struct Row {
    std::chrono::minutes step;
    std::chrono::milliseconds hard;
  };
  for (const Row& row : {Row{10min, 15min}, Row{1min, 90s}, Row{16h, 24h}, Row{20h, 24h}, Row{24h, 48h},
                         Row{72h, 96h}, Row{240h, 264h}}) {
    Policy policy = plain_policy();
    policy.learning_steps = {row.step};
    CAPTURE(row.step.count());
    CHECK(after(answers({}, policy), Grade::Hard).wait == row.hard);
    CHECK(after(answers({}, policy), Grade::Good).after.phase == Phase::Review);
  }
}

TEST_CASE("hard waits of more than a day are whole days") {
  Policy policy = plain_policy();
  policy.learning_steps = {48h, 72h};
  CHECK(after(answers({}, policy), Grade::Hard).wait == 72h);
  policy.learning_steps = {10min, 24h};
  CHECK(after(answers({}, policy), Grade::Hard).wait == 12h + 5min);
}

TEST_CASE("without learning steps every answer to a new card graduates, and the grades stay in order") {
  Policy policy = plain_policy();
  policy.learning_steps.clear();

  const auto result = answers({}, policy);

  for (const Outcome& outcome : result) {
    CHECK(outcome.after.phase == Phase::Review);
    CHECK_FALSE(outcome.after.due.at);
  }
  CHECK(after(result, Grade::Again).interval_days == 1);
  CHECK(after(result, Grade::Hard).interval_days == 1);
  CHECK(after(result, Grade::Good).interval_days == 2);
  CHECK(after(result, Grade::Easy).interval_days == 8);
}

TEST_CASE("a card whose steps were taken out of the settings graduates with any answer") {
  Policy policy = plain_policy();
  policy.learning_steps.clear();
  policy.relearning_steps.clear();
  for (const Phase phase : {Phase::Learning, Phase::Relearning})
    for (const Outcome& outcome : answers(standing(phase, 1), policy)) {
      CHECK(outcome.after.phase == Phase::Review);
      CHECK(outcome.interval_days >= 1);
    }
}

TEST_CASE("a card at a step that the settings no longer have is at the last one") {
  for (const int step : {2, 7, 1000000}) {
    const auto result = answers(standing(Phase::Learning, step), plain_policy());
    check_step(after(result, Grade::Hard), Phase::Learning, 1, 10min);
    CHECK(after(result, Grade::Good).after.phase == Phase::Review);
  }
  const auto below = answers(standing(Phase::Learning, -3), plain_policy());
  check_step(after(below, Grade::Good), Phase::Learning, 1, 10min);
}

TEST_CASE("a lapse goes to the relearning steps and back to review") {
  const Standing known = in_review(20, 5, day("2026-12-02"), 20);

  const auto lapse = answers(known, plain_policy());
  check_step(after(lapse, Grade::Again), Phase::Relearning, 0, 10min);
  for (const Grade grade : {Grade::Hard, Grade::Good, Grade::Easy})
    CHECK(after(lapse, grade).after.phase == Phase::Review);

  const auto relearnt = answers(after(lapse, Grade::Again).after, plain_policy());
  check_step(after(relearnt, Grade::Again), Phase::Relearning, 0, 10min);
  check_step(after(relearnt, Grade::Hard), Phase::Relearning, 0, 15min);
  CHECK(after(relearnt, Grade::Good).after.phase == Phase::Review);
  CHECK(after(relearnt, Grade::Good).interval_days >= 1);
  CHECK(after(relearnt, Grade::Easy).interval_days > after(relearnt, Grade::Good).interval_days);
}

TEST_CASE("without relearning steps a lapse stays in review and comes back tomorrow at the earliest") {
  Policy policy = plain_policy();
  policy.relearning_steps.clear();
  const Outcome lapse = after(answers(in_review(0.3, 9, day("2026-12-21"), 1), policy), Grade::Again);

  CHECK(lapse.after.phase == Phase::Review);
  CHECK(lapse.interval_days == 1);
  CHECK(lapse.after.due == Due{day("2026-12-23"), std::nullopt});
}

TEST_CASE("a step that reaches past the rollover belongs to the next study day but keeps its moment") {
  const Instant late = at("2026-12-22", 3h + 55min);
  REQUIRE(berlin().study_day(late) == day("2026-12-22"));

  const auto result = answers({}, plain_policy(), late);

  CHECK(after(result, Grade::Again).after.due == Due{day("2026-12-22"), late + 1min});
  CHECK(after(result, Grade::Good).after.due == Due{day("2026-12-23"), late + 10min});
  CHECK(after(result, Grade::Good).interval_days == 0);
}

TEST_CASE("a step of a day or more is due on a day, not at a moment, and never today") {
  Policy policy = plain_policy();
  policy.learning_steps = {24h, 72h};

  const auto result = answers({}, policy);

  CHECK(after(result, Grade::Again).after.due == Due{day("2026-12-23"), std::nullopt});
  CHECK(after(result, Grade::Again).interval_days == 1);
  CHECK(after(result, Grade::Good).after.due == Due{day("2026-12-25"), std::nullopt});
  CHECK(after(result, Grade::Good).interval_days == 3);
  CHECK(after(result, Grade::Good).after.phase == Phase::Learning);
  CHECK(after(result, Grade::Good).wait == 72h);
}

TEST_CASE("a step of one day is due tomorrow even in the night of 25 hours") {
  Policy policy = plain_policy();
  policy.learning_steps = {24h};
  const Instant before_change = at("2026-10-24", 4h + 10min);
  REQUIRE(berlin().study_day(before_change + 24h) == day("2026-10-24"));

  const Outcome again = after(answers({}, policy, before_change), Grade::Again);

  CHECK(again.after.due.day == day("2026-10-25"));
  CHECK(again.interval_days == 1);
}

}  // namespace
}  // namespace starling
