#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "learner.h"

namespace starling {
namespace {

const Day kReviewDay = day("2026-12-22");
const Instant kReviewMorning = at("2026-12-22", 6h);

template <typename Check>
void for_every_review(const Check& check) {
  for (const double stability : {0.001, 0.3, 1.0, 2.4, 3.0, 9.0, 40.0, 170.0, 3000.0})
    for (const double difficulty : {1.0, 5.0, 10.0})
      for (const int waited : {0, 1, 3, 20, 400})
        for (const double retention : {0.7, 0.9, 0.99})
          for (const int maximum : {1, 2, 3, 30, 180, 36500})
            for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
              Policy policy = plain_policy();
              policy.desired_retention = retention;
              policy.maximum_interval_days = maximum;
              policy.fuzz = seed != 1;
              CAPTURE(stability);
              CAPTURE(difficulty);
              CAPTURE(waited);
              CAPTURE(retention);
              CAPTURE(maximum);
              CAPTURE(seed);
              check(in_review(stability, difficulty, kReviewDay - std::chrono::days(waited), 1), policy, Seed{seed});
            }
}

TEST_CASE("without fuzz a review waits the model's interval in whole days") {
  const Standing known = in_review(20, 5, day("2026-12-02"), 20);
  const MemoryModel model(default_weights());

  const auto result = outcomes(known, kReviewMorning, berlin(), plain_policy(), fsrs6(), Seed{1});

  for (const Grade grade : {Grade::Hard, Grade::Good, Grade::Easy}) {
    const MemoryState state = model.after_review(*known.memory, elapsed_days(WholeDays{20}), grade);
    const int expected = static_cast<int>(std::lround(model.interval_days(state, 0.9)));
    const Outcome& outcome = after(result, grade);
    CHECK(outcome.after.memory == state);
    CHECK(outcome.interval_days == expected);
    CHECK(outcome.wait == std::chrono::days(expected));
    CHECK(outcome.after.due == Due{kReviewDay + std::chrono::days(expected), std::nullopt});
    CHECK(outcome.after.last_day == kReviewDay);
  }
}

TEST_CASE("a higher desired retention brings a card back earlier") {
  const Standing known = in_review(20, 5, day("2026-12-02"), 20);
  int last = 36500;
  for (const double retention : {0.7, 0.8, 0.9, 0.95, 0.99}) {
    Policy policy = plain_policy();
    policy.desired_retention = retention;
    policy.maximum_interval_days = 36500;
    const int now = after(outcomes(known, kReviewMorning, berlin(), policy, fsrs6(), Seed{1}), Grade::Good).interval_days;
    CHECK(now < last);
    last = now;
  }
}

TEST_CASE("hard, good and easy are a day apart at least, but for fuzz at the maximum, with fuzz and without") {
  for_every_review([](const Standing& known, const Policy& policy, Seed seed) {
    const auto apart = [&](const Outcome& outcome) {
      const double interval = fsrs6().interval_days(*outcome.after.memory, policy.desired_retention);
      return policy.fuzz && passes_maximum(interval, policy.maximum_interval_days) ? 0 : 1;
    };
    const auto result = outcomes(known, kReviewMorning, berlin(), policy, fsrs6(), seed);
    const int maximum = policy.maximum_interval_days;
    const int hard = after(result, Grade::Hard).interval_days;
    const int good = after(result, Grade::Good).interval_days;
    const int easy = after(result, Grade::Easy).interval_days;

    CHECK(hard >= 1);
    CHECK(good >= std::min(hard + apart(after(result, Grade::Good)), maximum));
    CHECK(easy >= std::min(good + apart(after(result, Grade::Easy)), maximum));
    CHECK(easy <= maximum);
  });
}

TEST_CASE("no review comes back today, past the maximum, or before one with a worse grade") {
  for_every_review([](const Standing& known, Policy policy, Seed seed) {
    policy.relearning_steps.clear();
    int last = 1;
    for (const Outcome& outcome : outcomes(known, kReviewMorning, berlin(), policy, fsrs6(), seed)) {
      CHECK(outcome.interval_days >= last);
      last = outcome.interval_days;
      CHECK(outcome.after.due.day > kReviewDay);
      CHECK(outcome.after.due.day <= kReviewDay + std::chrono::days(policy.maximum_interval_days));
      CHECK(days_between(kReviewDay, outcome.after.due.day) == outcome.interval_days);
      CHECK(outcome.wait == std::chrono::days(outcome.interval_days));
    }
  });
}

TEST_CASE("fuzz moves a review only inside its range, and reaches every day of it") {
  Policy policy = plain_policy();
  policy.fuzz = true;
  const Standing known = in_review(40, 5, kReviewDay - std::chrono::days(40), 40);
  const MemoryState hard = fsrs6().after_review(*known.memory, elapsed_days(WholeDays{40}), Grade::Hard);
  const FuzzRange range = fuzz_range(hard.stability.days, 1, policy.maximum_interval_days);
  std::set<int> seen;

  for (std::uint64_t review = 0; review < 2000; ++review) {
    const auto result = outcomes(known, kReviewMorning, berlin(), policy, fsrs6(), seed_from("lp/why", review));
    seen.insert(after(result, Grade::Hard).interval_days);
  }

  CHECK(*seen.begin() == range.low);
  CHECK(*seen.rbegin() == range.high);
  CHECK(static_cast<int>(seen.size()) == range.high - range.low + 1);
}

TEST_CASE("two looks at the same buttons show the same, and fuzz never touches the memory") {
  for_every_review([](const Standing& known, const Policy& policy, Seed seed) {
    const auto first = outcomes(known, kReviewMorning, berlin(), policy, fsrs6(), seed);
    const auto second = outcomes(known, kReviewMorning, berlin(), policy, fsrs6(), seed);
    const auto other = outcomes(known, kReviewMorning, berlin(), policy, fsrs6(), Seed{seed.value + 77});
    for (const Grade grade : kGrades) {
      CHECK(after(first, grade).after == after(second, grade).after);
      CHECK(after(first, grade).after.memory == after(other, grade).after.memory);
    }
  });
}

TEST_CASE("a night session counts for the evening before, so the model sees whole study days") {
  const Standing known = in_review(5, 5, day("2026-12-20"), 2);
  const MemoryModel model(default_weights());

  const auto before_rollover = outcomes(known, at("2026-12-21", 25h), berlin(), plain_policy(), fsrs6(), Seed{1});
  const auto after_rollover = outcomes(known, at("2026-12-22", 5h), berlin(), plain_policy(), fsrs6(), Seed{1});

  CHECK(after(before_rollover, Grade::Good).after.memory ==
        model.after_review(*known.memory, elapsed_days(WholeDays{1}), Grade::Good));
  CHECK(after(after_rollover, Grade::Good).after.memory ==
        model.after_review(*known.memory, elapsed_days(WholeDays{2}), Grade::Good));
}

TEST_CASE("a clock set back after a review makes it a review of the same day") {
  const Standing ahead = in_review(5, 5, day("2027-03-01"), 4);
  const Standing same_day = in_review(5, 5, kReviewDay, 4);

  const auto result = outcomes(ahead, kReviewMorning, berlin(), plain_policy(), fsrs6(), Seed{1});
  const auto expected = outcomes(same_day, kReviewMorning, berlin(), plain_policy(), fsrs6(), Seed{1});

  for (const Grade grade : kGrades) CHECK(after(result, grade).after == after(expected, grade).after);
}

TEST_CASE("what lies in a new card's standing does not leak into its first review") {
  Standing odd;
  odd.memory = MemoryState{Stability{500}, Difficulty{1}};
  odd.last_day = day("2020-01-01");
  odd.step = 1;

  const auto result = outcomes(odd, kReviewMorning, berlin(), plain_policy(), fsrs6(), Seed{1});
  const auto expected = outcomes({}, kReviewMorning, berlin(), plain_policy(), fsrs6(), Seed{1});

  for (const Grade grade : kGrades) CHECK(after(result, grade).after == after(expected, grade).after);
}

TEST_CASE("phases go by the field's words") {
  CHECK(to_string(Phase::New) == "new");
  CHECK(to_string(Phase::Learning) == "learning");
  CHECK(to_string(Phase::Review) == "review");
  CHECK(to_string(Phase::Relearning) == "relearning");
}

}  // namespace
}  // namespace starling
