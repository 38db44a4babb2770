// What holds of either model behind its one interface.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "draws.h"
#include "memory/memory.h"

namespace starling {
namespace {

std::vector<MemoryModel> both() {
  return {MemoryModel(default_weights(ModelKind::Fsrs6)), MemoryModel(default_weights(ModelKind::Fsrs7))};
}

Elapsed some_time(Draws& draws) {
  const double days = std::exp(draws.between(-12, 7));
  return {WholeDays{static_cast<int>(days)}, FractionalDays{days}};
}

TEST_CASE("a replay goes step by step") {
  Draws draws{5};
  for (const MemoryModel& model : both())
    for (int card = 0; card < 50; ++card) {
      std::vector<PastReview> past;
      for (int i = 0; i < card; ++i) past.push_back({draws.grade(), some_time(draws)});

      const auto states = replay(model, past);

      REQUIRE(states.size() == past.size());
      for (std::size_t i = 0; i < past.size(); ++i)
        CHECK(states[i] == (i == 0 ? model.first_review(past[0].grade)
                                   : model.after_review(states[i - 1], past[i].elapsed, past[i].grade)));
    }
}

TEST_CASE("the four outcomes are what an answer then does, by either model") {
  Draws draws{6};
  for (const MemoryModel& model : both()) {
    std::optional<MemoryState> before;
    for (int i = 0; i < 200; ++i) {
      const Elapsed elapsed = some_time(draws);
      const auto outcomes = model.outcomes(before, elapsed, 0.93);
      for (const Grade grade : kGrades) {
        const MemoryOutcome& shown = outcomes.at(index_of(grade));
        CHECK(shown.state == (before ? model.after_review(*before, elapsed, grade) : model.first_review(grade)));
        CHECK(shown.interval_days == model.interval_days(shown.state, 0.93));
      }
      before = outcomes.at(static_cast<std::size_t>(draws.below(4))).state;
    }
  }
}

TEST_CASE("FSRS-6 looks at study days alone, FSRS-7 at the clock alone") {
  const std::vector<MemoryModel> models = both();
  const MemoryState before{Stability{5}, Difficulty{5}, Stability{4}};
  const Elapsed night{WholeDays{1}, FractionalDays{0.3}};
  const Elapsed same_day{WholeDays{0}, FractionalDays{0.3}};
  const Elapsed full_day{WholeDays{1}, FractionalDays{1}};

  CHECK(models[0].recall_after(night, before) == models[0].recall_after(full_day, before));
  CHECK(models[0].recall_after(night, before) < models[0].recall_after(same_day, before));
  CHECK(models[1].recall_after(night, before) == models[1].recall_after(same_day, before));
  CHECK(models[1].recall_after(night, before) > models[1].recall_after(full_day, before));
  for (const Grade grade : kGrades) {
    CHECK(models[0].after_review(before, night, grade) == models[0].after_review(before, full_day, grade));
    CHECK(models[1].after_review(before, night, grade) == models[1].after_review(before, same_day, grade));
    CHECK(models[0].after_review(before, night, grade).fast.days == 0);
  }
}

TEST_CASE("days that are added to a span are added to both counts of it") {
  const Elapsed span{WholeDays{2}, FractionalDays{1.75}};
  CHECK(later(span, WholeDays{10}).whole == WholeDays{12});
  CHECK(later(span, WholeDays{10}).exact == FractionalDays{11.75});
  CHECK(elapsed_days(WholeDays{3}).exact == FractionalDays{3});
}

TEST_CASE("a model keeps the weights it was made of") {
  for (const ModelKind kind : kModelKinds) {
    const MemoryModel model(default_weights(kind));
    CHECK(model.kind() == kind);
    CHECK(model.weights() == default_weights(kind));
  }
}

TEST_CASE("whatever stands in a file as a state, every answer is a number inside its range") {
  constexpr double kEndless = std::numeric_limits<double>::infinity();
  const std::vector<double> odd{0.0, -0.0, -1, -1e300, -kEndless, 1e-320, 1e-9, 1, 50, 1e300, kEndless};
  const std::vector<Elapsed> spans{elapsed_days(WholeDays{0}), elapsed_days(WholeDays{-5}),
                                   elapsed_days(WholeDays{std::numeric_limits<int>::max()}),
                                   {WholeDays{1}, FractionalDays{1e300}}, {WholeDays{1}, FractionalDays{1e-300}}};
  for (const MemoryModel& model : both())
    for (const double slow : odd)
      for (const double level : odd)
        for (const double fast : odd)
          for (const Elapsed& elapsed : spans) {
            const MemoryState state{Stability{slow}, Difficulty{level}, Stability{fast}};
            CAPTURE(slow);
            CAPTURE(level);
            CAPTURE(fast);
            const double recall = model.recall_after(elapsed, state);
            CHECK(recall >= 0);
            CHECK(recall <= 1);
            CHECK(model.interval_days(state, 0.9) >= 0);
            CHECK(model.interval_days(state, 0.9) <= 36500);
            for (const MemoryOutcome& outcome : model.outcomes(state, elapsed, 0.9)) {
              CHECK(outcome.state.stability.days > 0);
              CHECK(outcome.state.stability.days <= 36500);
              CHECK(outcome.state.difficulty.level >= 1);
              CHECK(outcome.state.difficulty.level <= 10);
              CHECK(outcome.interval_days >= 0);
            }
          }
}

}  // namespace
}  // namespace starling
