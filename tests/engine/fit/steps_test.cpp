#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <span>
#include <sstream>

#include "logs.h"

namespace starling {
namespace {

using nlohmann::json;
using std::chrono::seconds;

constexpr double kDecay = 0.1542;
constexpr std::array<const char*, kStepGroups> kNames{"again",         "hard",          "good",
                                                      "againThenGood", "goodThenAgain", "relearning"};

// Reads the columns card_id, review_time, review_rating, review_state and review_duration, in this order.
std::vector<StepRow> rows_of(const std::string& name) {
  std::istringstream text(text_of(name));
  std::string header;
  std::getline(text, header);
  std::vector<StepRow> rows;
  std::int64_t card = 0;
  std::int64_t at_ms = 0;
  int grade = 0;
  int phase = 0;
  int answer_ms = 0;
  char comma = 0;
  while (text >> card >> comma >> at_ms >> comma >> grade >> comma >> phase >> comma >> answer_ms)
    rows.push_back({card, Instant(std::chrono::milliseconds(at_ms)), static_cast<Grade>(grade),
                    static_cast<LogPhase>(phase), std::chrono::milliseconds(answer_ms)});
  return rows;
}

void check_evidence(const StepEvidence& found, const json& wanted) {
  CHECK(found.looks == wanted.at("count"));
  for (std::size_t q = 0; q < 3; ++q)
    CHECK(found.quartiles[q].count() == wanted.at("delayQ" + std::to_string(q + 1)).get<std::int64_t>());
  for (std::size_t q = 0; q < 4; ++q)
    CHECK(std::abs(found.recall_by_quarter[q] - wanted.at("r" + std::to_string(q + 1)).get<double>()) <
          1e-12);
  CHECK(std::abs(found.recall - wanted.at("retention").get<double>()) < 1e-12);
  CHECK(std::abs(found.stability.count() - wanted.at("stability").get<std::int64_t>()) <= 1);
}

void check_steps(std::span<const seconds> found, const json& wanted) {
  REQUIRE(found.size() == wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(std::abs(found[i].count() - wanted[i].get<std::int64_t>()) <= 1);
}

// Cards that are answered `first`, shown again `delay` later and then recalled, but for every eighth.
struct Pairs {
  std::vector<StepRow> rows;
  std::int64_t cards = 0;

  Pairs& add(int count, Grade first, seconds delay, LogPhase phase = LogPhase::New) {
    for (int i = 0; i < count; ++i) {
      const std::int64_t card = cards++;
      const Instant at = kNow - std::chrono::days(900) + std::chrono::minutes(card);
      rows.push_back({card, at, first, phase, 8s});
      const Grade second = i % 8 == 0 ? Grade::Again : Grade::Good;
      rows.push_back({card, at + delay + 5s, second, LogPhase::Relearning, 5s});
    }
    return *this;
  }
  [[nodiscard]] OptimalSteps steps(double retention = 0.9) const {
    return optimal_steps(rows, retention, kDecay);
  }
};

// Where seven of eight recall, recall falls to 90 % in this part of the delay.
constexpr double kStabilityOfDelay = 0.7118;

seconds part_of(seconds delay) {
  return seconds(std::lround(kStabilityOfDelay * static_cast<double>(delay.count())));
}

std::vector<seconds> learning(const Pairs& pairs) { return pairs.steps().learning; }

TEST_CASE("a log speaks for the steps that another program takes from it") {
  const json results = json::parse(text_of("optimal_steps.json")).at("results");
  int compared = 0;
  for (const auto& [log, name] :
       {std::pair{"real_log.csv", "josh_revlog_ms"}, {"made_log.csv", "synth_10000"}}) {
    const std::vector<StepRow> rows = rows_of(log);
    for (const auto& [retention, wanted] : results.at(name).items()) {
      CAPTURE(log);
      CAPTURE(retention);
      const OptimalSteps steps = optimal_steps(rows, std::stod(retention), kDecay);
      for (std::size_t g = 0; g < kStepGroups; ++g) {
        CAPTURE(kNames[g]);
        REQUIRE(steps.groups[g].has_value() == wanted.contains(kNames[g]));
        if (steps.groups[g]) check_evidence(*steps.groups[g], wanted.at(kNames[g]));
      }
      check_steps(steps.learning, wanted.at("recommendedLearningSteps"));
      check_steps(steps.relearning, wanted.at("recommendedRelearningSteps"));
      ++compared;
    }
  }
  CHECK(compared == 6);
}

TEST_CASE("a learner who forgets after a known time is given that time") {
  constexpr double kStability_s = 400;
  const double factor = std::pow(0.9, -1 / kDecay) - 1;
  Dice dice{5};
  std::vector<StepRow> rows;
  for (int card = 0; card < 8000; ++card) {
    const Instant at = kNow - std::chrono::days(300) + std::chrono::minutes(card);
    const auto delay = std::chrono::milliseconds(60'000 + dice.below(1'200'000));
    const double delay_s = static_cast<double>(delay.count()) / 1000;
    const double recall = std::pow(1 + factor * delay_s / kStability_s, -kDecay);
    const Grade second = dice.share() < recall ? Grade::Good : Grade::Again;
    rows.push_back({card, at, Grade::Again, LogPhase::Review, 0s});
    rows.push_back({card, at + delay, second, LogPhase::Relearning, 0s});
  }
  const OptimalSteps steps = optimal_steps(rows, 0.9, kDecay);
  REQUIRE(steps.relearning.size() == 1);
  CHECK(static_cast<double>(steps.relearning[0].count()) == doctest::Approx(kStability_s).epsilon(0.15));
  CHECK(steps.learning.empty());
}

TEST_CASE("fewer than a hundred looks give no step, and fewer than four no figures") {
  CHECK(learning(Pairs().add(100, Grade::Again, 600s)).size() == 1);
  CHECK(learning(Pairs().add(99, Grade::Again, 600s)).empty());
  CHECK(Pairs().add(99, Grade::Again, 600s).steps().of(StepGroup::FirstAgain)->stability == 394s);
  CHECK(Pairs().add(4, Grade::Again, 600s).steps().of(StepGroup::FirstAgain)->looks == 4);
  CHECK_FALSE(Pairs().add(3, Grade::Again, 600s).steps().of(StepGroup::FirstAgain));
  CHECK(Pairs().add(99, Grade::Again, 600s, LogPhase::Review).steps().relearning.empty());
  CHECK(Pairs().add(100, Grade::Again, 600s, LogPhase::Review).steps().relearning.size() == 1);
  CHECK(optimal_steps({}, 0.9, kDecay).learning.empty());
}

TEST_CASE("the second step is the least that hard, good and a good after an again speak for") {
  const seconds again = part_of(100s);
  const auto second = [&](const Pairs& pairs) {
    const auto steps = learning(pairs);
    REQUIRE(steps.size() == 2);
    CHECK(std::abs((steps[0] - again).count()) <= 1);
    return steps[1];
  };
  const auto near = [](seconds found, seconds wanted) { return std::abs((found - wanted).count()) <= 2; };
  const Pairs first = Pairs().add(104, Grade::Again, 100s);
  CHECK(near(second(Pairs(first).add(104, Grade::Good, 1000s)), part_of(1000s)));
  const Pairs hard = Pairs(first).add(104, Grade::Hard, 400s);
  CHECK(near(second(hard), 2 * part_of(400s) - again));
  CHECK(near(second(Pairs(hard).add(104, Grade::Good, 1000s)), 2 * part_of(400s) - again));
  CHECK(near(second(Pairs(hard).add(104, Grade::Good, 500s)), part_of(500s)));
}

TEST_CASE("a good after an again speaks for the second step, beside the cards that were good at first") {
  Pairs pairs;
  pairs.add(160, Grade::Again, 100s);
  for (std::size_t i = 1, looks = 0; i < 320; i += 2) {
    StepRow third = pairs.rows[i];
    if (third.grade == Grade::Again) continue;
    third.at += 305s;
    third.grade = looks++ % 8 == 0 ? Grade::Again : Grade::Good;
    pairs.rows.push_back(third);
  }
  CHECK(pairs.steps().of(StepGroup::AgainThenGood)->looks == 140);
  CHECK(learning(pairs) == std::vector{71s, 204s});
  CHECK(learning(pairs.add(104, Grade::Good, 200s)) == std::vector{71s, 142s});
}

TEST_CASE("the second step is never shorter than the first, and does not stand without it") {
  const auto level = learning(Pairs().add(104, Grade::Again, 100s).add(104, Grade::Good, 50s));
  REQUIRE(level.size() == 2);
  CHECK(level[0] == level[1]);
  CHECK(learning(Pairs().add(104, Grade::Good, 500s)).empty());
  CHECK(learning(Pairs().add(50, Grade::Again, 100s).add(104, Grade::Good, 500s)).empty());
  CHECK(learning(Pairs().add(104, Grade::Again, 90'000s).add(104, Grade::Good, 500s)).empty());
  CHECK(learning(Pairs().add(104, Grade::Again, 100s).add(104, Grade::Good, 90'000s)).size() == 1);
}

TEST_CASE("a learner who forgot nothing, or everything, is proposed no step") {
  for (const Grade same : {Grade::Good, Grade::Again}) {
    Pairs pairs;
    pairs.add(300, Grade::Again, 60s);
    for (std::size_t i = 1; i < pairs.rows.size(); i += 2) pairs.rows[i].grade = same;
    for (const double retention : {0.5, 0.9, 0.99}) CHECK(pairs.steps(retention).learning.empty());
    CHECK(pairs.steps().of(StepGroup::FirstAgain)->looks == 300);
  }
}

TEST_CASE("a higher retention never makes a step longer, and every step is shorter than twelve hours") {
  Pairs extremes;
  extremes.add(120, Grade::Again, 3s).add(120, Grade::Good, 58'000s);
  extremes.add(120, Grade::Again, 9000s, LogPhase::Review);
  for (const std::vector<StepRow>& rows : {rows_of("real_log.csv"), rows_of("made_log.csv"), extremes.rows}) {
    OptimalSteps before;
    for (double retention = 0.98; retention > 0.6; retention -= 0.08) {
      CAPTURE(retention);
      const OptimalSteps steps = optimal_steps(rows, retention, kDecay);
      REQUIRE_FALSE(steps.learning.empty());
      for (std::size_t i = 0; i < std::min(steps.learning.size(), before.learning.size()); ++i)
        CHECK(steps.learning[i] >= before.learning[i]);
      for (std::size_t i = 0; i < std::min(steps.relearning.size(), before.relearning.size()); ++i)
        CHECK(steps.relearning[i] >= before.relearning[i]);
      CHECK(std::ranges::is_sorted(steps.learning));
      for (const auto& kind : {steps.learning, steps.relearning})
        for (const seconds step : kind) {
          CHECK(step >= 1s);
          CHECK(step < 12h);
        }
      before = steps;
    }
  }
}

TEST_CASE("neither the order of the rows nor rows that stand twice change the steps") {
  std::vector<StepRow> rows = rows_of("made_log.csv");
  const OptimalSteps once = optimal_steps(rows, 0.9, kDecay);
  std::ranges::reverse(rows);
  rows.insert(rows.end(), rows.begin(), rows.begin() + 5000);
  const OptimalSteps mixed = optimal_steps(rows, 0.9, kDecay);
  CHECK(once.learning == mixed.learning);
  CHECK(once.relearning == mixed.relearning);
  for (std::size_t g = 0; g < kStepGroups; ++g)
    CHECK(once.groups[g]->recall_by_quarter == mixed.groups[g]->recall_by_quarter);
}

TEST_CASE("a card that was made new again is counted from its new start") {
  Pairs pairs;
  pairs.add(10, Grade::Again, 60s);
  for (std::int64_t card = 0; card < 10; ++card)
    pairs.rows.push_back({card, kNow - std::chrono::days(1000), Grade::Good, LogPhase::Review, 3s});
  const OptimalSteps steps = pairs.steps();
  CHECK(steps.of(StepGroup::FirstAgain)->looks == 10);
  CHECK_FALSE(steps.of(StepGroup::GoodThenAgain));
  CHECK_FALSE(steps.of(StepGroup::Lapse));
}

TEST_CASE("an answer that took longer than the gap before it is a look without delay") {
  Pairs pairs;
  pairs.add(8, Grade::Again, 60s);
  for (std::size_t i = 1; i < pairs.rows.size(); i += 2) pairs.rows[i].answer_time = 900s;
  CHECK(pairs.steps().of(StepGroup::FirstAgain)->quartiles == std::array{0s, 0s, 0s});
}

}  // namespace
}  // namespace starling
