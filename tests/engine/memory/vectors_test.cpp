#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "memory/memory.h"

namespace starling {
namespace {

using nlohmann::json;

// What published FSRS-6 programs answer: see NOTICE.md beside the files.
json vectors(const std::string& name) {
  std::ifstream file(std::string(STARLING_TEST_FILES) + "/memory/" + name);
  REQUIRE(file.good());
  return json::parse(file);
}

std::map<std::string, Fsrs6> models(const json& file) {
  std::map<std::string, Fsrs6> result;
  for (const auto& [name, numbers] : file.at("parameter_sets").items())
    result.emplace(name, Fsrs6(Weights{numbers.get<std::array<double, 21>>()}));
  return result;
}

bool near(double ours, double theirs, double relative, double absolute) {
  return std::abs(ours - theirs) <= std::max(absolute, relative * std::abs(theirs));
}

std::optional<MemoryState> state_of(const json& pair) {
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
    const Fsrs6& model = by_name.at(c.at("set"));
    const auto ours = model.outcomes(state_of(c.at("state")), WholeDays{c.at("elapsed")}, c.at("dr"));

    for (const Grade grade : kGrades) {
      const MemoryOutcome& outcome = ours.at(static_cast<std::size_t>(grade) - 1);
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
    const Fsrs6& model = by_name.at(c.at("set"));
    REQUIRE(c.at("states").size() == c.at("reviews").size());
    std::optional<MemoryState> memory;
    for (std::size_t i = 0; i < c.at("reviews").size(); ++i) {
      const auto grade = static_cast<Grade>(c.at("reviews").at(i).at(0).get<int>());
      const WholeDays elapsed{c.at("reviews").at(i).at(1)};
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

  for (const json& c : file.at("cases")) {
    const double ours = by_name.at(c.at("set")).recall_after(c.at("elapsed"), Stability{c.at("stability")});

    CAPTURE(c.dump());
    CHECK(near(ours, c.at("r"), 0, absolute));
  }
}

}  // namespace
}  // namespace starling
