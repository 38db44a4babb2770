#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "draws.h"
#include "memory/memory.h"

namespace starling {
namespace {

constexpr double kEndless = std::numeric_limits<double>::infinity();
constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

// The defaults of FSRS-4.5, the last forerunner with 17 numbers.
const std::vector<double> kSeventeen{0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474,
                                     0.1367, 1.0461, 2.1072, 0.0793,  0.3246, 1.587,  0.2272, 2.8755};

bool within_limits(const Weights& weights) {
  const auto limits = weight_limits(weights.kind());
  if (weights.numbers().size() != limits.size()) return false;
  for (std::size_t i = 0; i < limits.size(); ++i)
    if (!(weights.numbers()[i] >= limits[i].low && weights.numbers()[i] <= limits[i].high)) return false;
  return true;
}

std::vector<double> hostile(Draws& draws, std::size_t count) {
  constexpr std::array kOdd{0.0,  -0.0, -1.0, 1.0,   1e-320, -1e300, 1e300, kEndless, -kEndless, kNoNumber,
                            0.01, 0.5,  2.0,  100.0, 1e-4,   0.85,   4.5,   10.0,     -0.3,      1e9};
  std::vector<double> numbers(count);
  for (double& number : numbers)
    number = draws.below(2) == 0 ? kOdd.at(static_cast<std::size_t>(draws.below(kOdd.size()))) : draws.between(-3, 12);
  return numbers;
}

std::string problem_of(ModelKind kind, const std::vector<double>& numbers) {
  const WeightsRead read = make_weights(kind, numbers);
  CHECK(read.weights.has_value() == read.problem.empty());
  return read.problem;
}

TEST_CASE("a model is named by its own word and no other") {
  for (const ModelKind kind : kModelKinds) CHECK(parse_model(to_string(kind)) == kind);
  for (const char* word : {"", "fsrs", "FSRS-6", "fsrs-5", "fsrs-66", "fsrs-6 "}) CHECK_FALSE(parse_model(word));
}

TEST_CASE("no weights are the default ones, and these are inside their own limits") {
  for (const ModelKind kind : kModelKinds) {
    CHECK(make_weights(kind, {}).weights == default_weights(kind));
    CHECK(read_weights(kind, " \n").weights == default_weights(kind));
    CHECK(make_weights(kind, default_weights(kind).numbers()).weights == default_weights(kind));
    CHECK(within_limits(default_weights(kind)));
    CHECK(clipped(default_weights(kind)) == default_weights(kind));
  }
  CHECK(default_weights(ModelKind::Fsrs6).numbers().size() == 21);
  CHECK(default_weights(ModelKind::Fsrs7).numbers().size() == 34);
}

TEST_CASE("weights of older versions keep their curve of forgetting") {
  std::vector<double> nineteen = kSeventeen;
  nineteen.insert(nineteen.end(), {0.5, 0.6});
  for (const auto& older : {kSeventeen, nineteen}) {
    const Weights wide = make_weights(ModelKind::Fsrs6, older).weights.value();
    REQUIRE(wide.numbers().size() == 21);
    const MemoryModel model(wide);
    for (const int days : {0, 1, 7, 30, 365})
      CHECK(model.recall_after(elapsed_days(WholeDays{days}), {Stability{12}, Difficulty{5}}) ==
            doctest::Approx(std::pow(1 + 19.0 / 81 * days / 12, -0.5)).epsilon(1e-12));
    for (const Grade grade : kGrades)
      CHECK(model.first_review(grade).stability.days == older.at(index_of(grade)));
  }
}

TEST_CASE("seventeen weights begin as difficult as before at both ends, and know no second review in a day") {
  const MemoryModel model(make_weights(ModelKind::Fsrs6, kSeventeen).weights.value());
  CHECK(model.first_review(Grade::Again).difficulty.level == doctest::Approx(5.1618 + 2 * 1.2298));
  CHECK(model.first_review(Grade::Easy).difficulty.level == doctest::Approx(5.1618 - 1.2298));
  const MemoryState before{Stability{3}, Difficulty{5}};
  for (const Grade grade : kGrades)
    CHECK(model.after_review(before, elapsed_days(WholeDays{0}), grade).stability == before.stability);
}

TEST_CASE("nineteen weights keep their numbers") {
  std::vector<double> nineteen = kSeventeen;
  nineteen.insert(nineteen.end(), {0.5, 0.6});
  const Weights wide = make_weights(ModelKind::Fsrs6, nineteen).weights.value();
  nineteen.insert(nineteen.end(), {0, 0.5});
  CHECK(std::ranges::equal(wide.numbers(), nineteen));
}

TEST_CASE("any other count of weights is refused by its number") {
  for (std::size_t count = 1; count < 60; ++count) {
    const std::vector<double> numbers(count, 1.0);
    const bool six = count == 17 || count == 19 || count == 21;
    const bool seven = count == 34;
    const std::string not_so_many = fmt::format("not {}", count);
    CHECK(problem_of(ModelKind::Fsrs6, numbers).ends_with(six ? "" : not_so_many));
    CHECK(problem_of(ModelKind::Fsrs6, numbers).empty() == six);
    CHECK(problem_of(ModelKind::Fsrs7, numbers).ends_with(seven ? "" : not_so_many));
    CHECK(problem_of(ModelKind::Fsrs7, numbers).empty() == seven);
  }
}

TEST_CASE("a weight that is no finite number is refused by its place") {
  for (const ModelKind kind : kModelKinds)
    for (const double odd : {kEndless, -kEndless, kNoNumber}) {
      std::vector<double> numbers(default_weights(kind).numbers().begin(), default_weights(kind).numbers().end());
      numbers[20] = odd;
      CHECK(problem_of(kind, numbers) == "weight 20 is not a finite number");
      CHECK(read_weights(kind, fmt::format("{}", fmt::join(numbers, ","))).problem ==
            "weight 20 is not a finite number");
    }
}

TEST_CASE("weights are read from text as programs print them") {
  const Weights& defaults = default_weights();
  for (const char* between : {",", ", ", " ", "\n", ",\r\n\t"})
    CHECK(read_weights(ModelKind::Fsrs6, fmt::format("{}", fmt::join(defaults.numbers(), between))).weights == defaults);
}

TEST_CASE("text that is no row of weights is refused in words that name the mistake") {
  CHECK(read_weights(ModelKind::Fsrs6, "0.4; 1.2").problem == "'0.4;' is not a number");
  CHECK(read_weights(ModelKind::Fsrs6, "1,2,three").problem == "'three' is not a number");
  CHECK(read_weights(ModelKind::Fsrs6, "1e999").problem == "'1e999' is not a number");
  CHECK(read_weights(ModelKind::Fsrs6, "[1, 2]").problem == "'[1' is not a number");
  CHECK(read_weights(ModelKind::Fsrs7, "1,2").problem == "fsrs-7 has 34 weights, not 2");
  CHECK(read_weights(ModelKind::Fsrs6, std::string(2001, '1')).problem == "weights are at most 2000 characters long");
}

TEST_CASE("whatever a fit answers, clipped weights are inside every limit and stay when clipped again") {
  Draws draws{7};
  for (const ModelKind kind : kModelKinds)
    for (int round = 0; round < 500; ++round) {
      Weights wild = default_weights(kind);
      std::ranges::copy(hostile(draws, wild.numbers().size()), wild.numbers().begin());
      const int steps = draws.below(5);
      const Weights kept = clipped(wild, steps);
      CHECK(within_limits(kept));
      CHECK(clipped(kept, steps) == kept);
      if (kind == ModelKind::Fsrs7) {
        CHECK(std::is_sorted(kept.numbers().begin(), kept.numbers().begin() + 4));
        CHECK(kept.numbers()[25] <= kept.numbers()[26]);
      }
    }
}

TEST_CASE("whatever finite weights are read, they are inside every limit") {
  Draws draws{8};
  for (const ModelKind kind : kModelKinds)
    for (int round = 0; round < 300; ++round)
      for (const std::size_t count : {17U, 19U, 21U, 34U}) {
        std::vector<double> numbers = hostile(draws, count);
        for (double& number : numbers)
          if (!std::isfinite(number)) number = 1e307;
        const WeightsRead read = make_weights(kind, numbers);
        CHECK((!read.weights || within_limits(*read.weights)));
      }
}

// About: the limit leaves out that a low stability grows faster within a day.
TEST_CASE("after a lapse, several relearning steps lift a card to about its old stability and no further") {
  for (const int steps : {2, 3, 5}) {
    Weights eager = default_weights();
    eager.numbers()[17] = eager.numbers()[18] = 2;
    const MemoryState before{Stability{1}, Difficulty{1}};
    const auto relearned = [&](const Weights& weights) {
      const MemoryModel model(weights);
      MemoryState state = model.after_review(before, elapsed_days(WholeDays{9}), Grade::Again);
      for (int i = 0; i < steps; ++i) state = model.after_review(state, elapsed_days(WholeDays{0}), Grade::Good);
      return state.stability;
    };
    CHECK(relearned(eager).days > 10 * before.stability.days);
    CHECK(relearned(clipped(eager, steps)).days < 1.2 * before.stability.days);
  }
}

}  // namespace
}  // namespace starling
