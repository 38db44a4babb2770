// What an answer keeps to, whenever it is given and whichever model is asked.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "learner.h"

namespace starling {
namespace {

const Day kToday = day("2026-12-22");
const Instant kNoon = at("2026-12-22", 12h);

template <typename Check>
void for_every_time(const Check& check) {
  for (const MemoryModel* model : {&fsrs6(), &fsrs7()})
    for (const int planned : {1, 2, 3, 7, 20, 45, 120})
      for (const int waited : {0, 1, 2, 5, 19, 20, 21, 60, 300})
        for (const double difficulty : {2.0, 5.0, 9.0})
          for (std::uint64_t seed = 0; seed < 12; ++seed) {
            Standing known = in_review(planned, difficulty, kToday - std::chrono::days(waited), planned);
            known.memory->fast = Stability{model->kind() == ModelKind::Fsrs7 ? planned * 0.8 : 0};
            CAPTURE(to_string(model->kind()));
            CAPTURE(planned);
            CAPTURE(waited);
            CAPTURE(difficulty);
            CAPTURE(seed);
            check(known, planned, *model, Seed{seed});
          }
}

TEST_CASE("fuzz alone never shortens the interval of an item that was recalled") {
  Policy policy = plain_policy();
  policy.fuzz = true;
  policy.maximum_interval_days = 36500;
  for_every_time([&](const Standing& known, int planned, const MemoryModel& model, Seed seed) {
    for (const auto& outcome : outcomes(known, kNoon, berlin(), policy, model, seed)) {
      if (outcome.after.phase != Phase::Review) continue;
      const double raw = std::round(model.interval_days(*outcome.after.memory, 0.9));
      if (raw >= planned) CHECK(outcome.interval_days >= planned);
      if (raw > planned) CHECK(outcome.interval_days > planned);
    }
  });
}

TEST_CASE("an interval that shrinks may still shrink") {
  Policy policy = plain_policy();
  policy.fuzz = true;
  // Hard after a long overdue wait of an item whose plan was far too long for its stability.
  const Standing known = in_review(4, 9, kToday - std::chrono::days(4), 60);
  const auto result = outcomes(known, kNoon, berlin(), policy, fsrs6(), Seed{3});
  CHECK(after(result, Grade::Good).interval_days < 30);
}

TEST_CASE("an early or late answer is reckoned by the time that passed, not by the plan") {
  for_every_time([](const Standing& known, int planned, const MemoryModel& model, Seed seed) {
    Standing replanned = known;
    replanned.due.day = known.last_day + std::chrono::days(planned + 17);
    const auto result = outcomes(known, kNoon, berlin(), plain_policy(), model, seed);
    const auto other = outcomes(replanned, kNoon, berlin(), plain_policy(), model, seed);
    const Elapsed elapsed = elapsed_since(known, kNoon, kToday);
    CHECK(elapsed.whole.count == days_between(known.last_day, kToday));
    for (const Grade grade : kGrades) {
      CHECK(after(result, grade).after.memory == model.after_review(*known.memory, elapsed, grade));
      CHECK(after(result, grade).after == after(other, grade).after);
    }
  });
}

TEST_CASE("both models keep hard, good and easy a day apart") {
  Policy policy = plain_policy();
  policy.fuzz = true;
  policy.maximum_interval_days = 36500;
  for_every_time([&](const Standing& known, int, const MemoryModel& model, Seed seed) {
    const auto result = outcomes(known, kNoon, berlin(), policy, model, seed);
    CHECK(after(result, Grade::Hard).interval_days >= 1);
    CHECK(after(result, Grade::Good).interval_days > after(result, Grade::Hard).interval_days);
    CHECK(after(result, Grade::Easy).interval_days > after(result, Grade::Good).interval_days);
  });
}

TEST_CASE("a step of days counts as an interval: a better grade waits longer") {
  for (const auto& steps : {std::vector<std::chrono::minutes>{72h}, {24h, 72h}, {10min, 48h}, {24h, 48h, 240h}})
    for (int step = 0; step < static_cast<int>(steps.size()); ++step)
      for (const bool fuzz : {false, true}) {
        Policy policy = plain_policy();
        policy.learning_steps = steps;
        policy.fuzz = fuzz;
        Standing now = in_review(0.4, 6, kToday, 0);
        now.phase = Phase::Learning;
        now.step = step;
        const auto result = outcomes(now, kNoon, berlin(), policy, fsrs6(), Seed{5});
        CAPTURE(step);
        for (std::size_t i = 1; i < result.size(); ++i) {
          // Two steps are as far apart as the learner set them, in whole days; review stays above either.
          const bool into_review = result.at(i).after.phase == Phase::Review;
          CHECK(result.at(i).interval_days >= result.at(i - 1).interval_days + (into_review ? 1 : 0));
        }
      }
}

TEST_CASE("without steps nothing comes back on the day it was answered, however little was kept") {
  Policy policy = plain_policy();
  policy.learning_steps.clear();
  policy.relearning_steps.clear();
  for (const MemoryModel* model : {&fsrs6(), &fsrs7()})
    for (const Standing& before : {Standing{}, in_review(0.01, 10, kToday, 1), in_review(0.2, 10, kToday, 1)})
      for (const Outcome& outcome : outcomes(before, kNoon, berlin(), policy, *model, Seed{1})) {
        CHECK(outcome.after.due.day > kToday);
        CHECK_FALSE(outcome.after.due.at);
      }
}

}  // namespace
}  // namespace starling
