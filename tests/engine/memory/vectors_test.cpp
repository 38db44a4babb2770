// What published FSRS-6 programs answer: see NOTICE.md beside the files.
#include <map>
#include <optional>
#include <vector>

#include "vectors.h"

namespace starling {
namespace {

std::map<std::string, Weights> weights_of(const json& file) {
  std::map<std::string, Weights> result;
  for (const auto& [name, numbers] : file.at("parameter_sets").items())
    result.emplace(name, make_weights(ModelKind::Fsrs6, numbers.get<std::vector<double>>()).weights.value());
  return result;
}

std::map<std::string, MemoryModel> models(const json& file) {
  std::map<std::string, MemoryModel> result;
  for (const auto& [name, weights] : weights_of(file)) result.emplace(name, MemoryModel(weights));
  return result;
}

std::optional<MemoryState> state_in(const json& pair) {
  if (pair.is_null()) return std::nullopt;
  return MemoryState{Stability{pair.at(0)}, Difficulty{pair.at(1)}};
}

TEST_CASE("each button promises the state and the interval that other FSRS-6 programs promise") {
  const json file = vectors("next_states.json");
  const auto by_name = models(file);
  const double relative = file.at("tolerance").at("relative");
  const double absolute = file.at("tolerance").at("absolute");
  REQUIRE(file.at("cases").size() == 741);

  for (const json& c : file.at("cases")) {
    const MemoryModel& model = by_name.at(c.at("set"));
    const auto ours = model.outcomes(state_in(c.at("state")), elapsed_days(WholeDays{c.at("elapsed")}), c.at("dr"));

    for (const Grade grade : kGrades) {
      const MemoryOutcome& outcome = ours.at(index_of(grade));
      const json& theirs = c.at(std::string(to_string(grade)));
      CAPTURE(c.dump());
      CAPTURE(to_string(grade));
      CHECK(near(outcome.state.stability.days, theirs.at(0), relative, absolute));
      CHECK(near(outcome.state.difficulty.level, theirs.at(1), relative, absolute));
      CHECK(near(outcome.interval_days, theirs.at(2), relative, absolute));
    }
  }
}

TEST_CASE("a long row of reviews, same-day ones included, ends where other FSRS-6 programs end") {
  const json file = vectors("memory_state_sequences.json");
  const auto by_name = models(file);
  const double relative = file.at("tolerance").at("relative");
  REQUIRE(file.at("cases").size() == 360);

  for (const json& c : file.at("cases")) {
    const MemoryModel& model = by_name.at(c.at("set"));
    REQUIRE(c.at("states").size() == c.at("reviews").size());
    std::optional<MemoryState> memory;
    for (std::size_t i = 0; i < c.at("reviews").size(); ++i) {
      const auto grade = static_cast<Grade>(c.at("reviews").at(i).at(0).get<int>());
      const Elapsed elapsed = elapsed_days(WholeDays{c.at("reviews").at(i).at(1)});
      memory = memory ? model.after_review(*memory, elapsed, grade) : model.first_review(grade);

      CAPTURE(c.at("reviews").dump());
      CAPTURE(i);
      CHECK(near(memory->stability.days, c.at("states").at(i).at(0), relative, 0));
      CHECK(near(memory->difficulty.level, c.at("states").at(i).at(1), 0, 1e-4));
    }
  }
}

TEST_CASE("recall fades along the curve that other FSRS-6 programs draw") {
  const json file = vectors("retrievability.json");
  const auto by_name = models(file);
  const double absolute = file.at("tolerance").at("absolute");
  REQUIRE(file.at("cases").size() == 396);

  int whole = 0;
  for (const json& c : file.at("cases")) {
    const MemoryState state{Stability{c.at("stability")}, Difficulty{5}};
    const double days = c.at("elapsed");
    const MemoryModel& model = by_name.at(c.at("set"));
    const Fsrs6 six(*model.weights().fsrs6());

    CAPTURE(c.dump());
    CHECK(near(six.recall_after(days, state.stability), c.at("r"), 0, absolute));
    if (days != std::floor(days)) continue;
    ++whole;
    const Elapsed elapsed{WholeDays{static_cast<int>(days)}, FractionalDays{-1}};  // the clock is not looked at
    CHECK(model.recall_after(elapsed, state) == six.recall_after(days, state.stability));
  }
  CHECK(whole > 200);
}

TEST_CASE("a card that SM-2 scheduled begins with the memory that other FSRS-6 programs give it") {
  const json file = vectors("sm2_migration.json");
  const auto by_name = models(file);
  const double relative = file.at("tolerance").at("relative");
  REQUIRE(file.at("cases").size() == 648);

  for (const json& c : file.at("cases")) {
    const MemoryState ours =
        by_name.at(c.at("set")).from_sm2(c.at("ease_factor"), c.at("interval"), c.at("sm2_retention"));

    CAPTURE(c.dump());
    CHECK(near(ours.stability.days, c.at("state").at(0), relative, 0));
    CHECK(near(ours.difficulty.level, c.at("state").at(1), relative, 0));
  }
}

}  // namespace
}  // namespace starling
