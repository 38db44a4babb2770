// Whole lives of cards as ts-fsrs scheduled them. What it does otherwise on purpose is translated here, each
// difference where it is met; whatever is not translated must be equal.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "learner.h"

namespace starling {
namespace {

using nlohmann::json;
using std::chrono::days;
using std::chrono::milliseconds;

// Its days are those of UTC, from midnight.
const DayRule& utc() {
  static const DayRule rule("UTC", 0);
  return rule;
}

struct Config {
  Policy policy;
  MemoryModel model{default_weights()};
  bool long_term = false;
};

std::vector<std::chrono::minutes> steps_of(const json& texts) {
  std::vector<std::chrono::minutes> steps;
  for (const std::string text : texts) {
    const int count = std::stoi(text);
    steps.emplace_back(text.back() == 'm' ? count : text.back() == 'h' ? count * 60 : count * 1440);
  }
  return steps;
}

Config config_of(const json& options) {
  Config config;
  config.policy.fuzz = false;
  config.policy.learning_steps = steps_of(options.value("learning_steps", json{"1m", "10m"}));
  config.policy.relearning_steps = steps_of(options.value("relearning_steps", json{"10m"}));
  config.policy.maximum_interval_days = options.value("maximum_interval", 36500);
  config.policy.desired_retention = options.value("request_retention", 0.9);
  Weights weights = default_weights();
  if (options.contains("w")) std::ranges::copy(options.at("w").get<std::array<double, 21>>(), weights.numbers().begin());
  // Its scheduler without a short term has no steps and leaves the weights of the same day out of a lapse.
  config.long_term = !options.value("enable_short_term", true);
  if (config.long_term) {
    config.policy.learning_steps.clear();
    config.policy.relearning_steps.clear();
    weights.numbers()[17] = weights.numbers()[18] = 0;
  }
  config.model = MemoryModel(weights);
  return config;
}

// What ts-fsrs promises for one grade.
struct Promise {
  Phase phase;
  Instant due;
  int days;
  int step;
};

Promise promise_of(const json& preview, Grade grade) {
  const json& row = preview.at(std::to_string(static_cast<int>(grade)));
  return {static_cast<Phase>(row[0].get<int>()), Instant(milliseconds(row[1].get<std::int64_t>())), row[2], row[3]};
}

class Life {
 public:
  explicit Life(const Config& config) : config_(config) {}

  void live(const json& step) {
    now_ = Instant(milliseconds(step.at("now").get<std::int64_t>()));
    CAPTURE(step.dump());
    const auto result = outcomes(standing_, now_, utc(), policy_now(), config_.model, Seed{1});
    for (const Grade grade : kGrades) {
      CAPTURE(to_string(grade));
      check(result, grade, promise_of(step.at("preview"), grade));
    }
    const Grade grade = static_cast<Grade>(step.at("rating").get<int>());
    standing_ = after(result, grade).after;
    const auto close = [](double ours, double theirs) {
      // Theirs are rounded to 8 decimals at every step.
      CHECK(std::abs(ours - theirs) <= 1e-6 * std::max(1.0, theirs));
    };
    close(standing_.memory->stability.days, step.at("stability"));
    close(standing_.memory->difficulty.level, step.at("difficulty"));
    // A step of a day or more is review there and keeps its index; see `policy_now` for what follows from that.
    standing_.phase = static_cast<Phase>(step.at("state").get<int>());
    standing_.step = step.at("learning_step");
  }

 private:
  // An index of a long step that is left over in review is looked up among the relearning steps there, and past their
  // end a lapse has none.
  [[nodiscard]] Policy policy_now() const {
    Policy policy = config_.policy;
    if (standing_.phase == Phase::Review && standing_.step >= static_cast<int>(policy.relearning_steps.size()))
      policy.relearning_steps.clear();
    return policy;
  }

  [[nodiscard]] int raw_days(const std::array<Outcome, 4>& result, Grade grade) const {
    const double interval =
        config_.model.interval_days(*after(result, grade).after.memory, config_.policy.desired_retention);
    return static_cast<int>(
        std::clamp<double>(std::round(interval), 1, config_.policy.maximum_interval_days));
  }

  void check(const std::array<Outcome, 4>& result, Grade grade, const Promise& theirs) const {
    const Outcome& ours = after(result, grade);
    if (theirs.phase == Phase::Review && ours.after.phase != Phase::Review)
      check_long_step(ours, theirs);
    else if (theirs.phase != Phase::Review)
      check_step(ours, grade, theirs);
    else
      check_review(result, grade, theirs);
  }

  void check_long_step(const Outcome& ours, const Promise& theirs) const {
    CHECK(ours.interval_days == theirs.days);
    CHECK(now_ + ours.wait == theirs.due);
    CHECK(ours.after.due == Due{utc().study_day(theirs.due), std::nullopt});
    CHECK(ours.after.step == theirs.step);
  }

  void check_step(const Outcome& ours, Grade grade, const Promise& theirs) const {
    CHECK(ours.after.phase == theirs.phase);
    CHECK(ours.after.step == theirs.step);
    CHECK(ours.interval_days == theirs.days);
    const auto& steps =
        theirs.phase == Phase::Learning ? config_.policy.learning_steps : config_.policy.relearning_steps;
    milliseconds wait = theirs.due - now_;
    if (grade == Grade::Hard) {
      // Theirs is between the first two steps at every step, in whole minutes; ours at the first alone, and exact.
      const milliseconds middle =
          steps.size() > 1 ? milliseconds(steps[0] + steps[1]) / 2 : milliseconds(steps[0]) * 3 / 2;
      CHECK(wait == std::chrono::floor<std::chrono::minutes>(middle + 30s));
      wait = theirs.step == 0 ? middle : milliseconds(steps[static_cast<std::size_t>(theirs.step)]);
    }
    CHECK(ours.wait == wait);
    CHECK(ours.after.due == Due{utc().study_day(now_ + wait), now_ + wait});
  }

  void check_review(const std::array<Outcome, 4>& result, Grade grade, const Promise& theirs) const {
    const Outcome& ours = after(result, grade);
    int wait = theirs.days;
    CHECK(theirs.due == now_ + days(theirs.days));
    if (config_.long_term)
      wait = without_again_first(result, grade, theirs);
    else if (standing_.phase != Phase::Review)
      wait = apart_while_learning(result, grade, theirs);
    // Theirs may pass the maximum by the day that keeps two grades apart.
    wait = std::min(wait, config_.policy.maximum_interval_days);
    CHECK(ours.after.phase == Phase::Review);
    CHECK(ours.interval_days == wait);
    CHECK(ours.wait == days(wait));
    CHECK(ours.after.due == Due{utc().study_day(now_) + days(wait), std::nullopt});
  }

  // While an item is new or in steps theirs does not keep the grades apart; ours does, a step of days included.
  int apart_while_learning(const std::array<Outcome, 4>& result, Grade grade, const Promise& theirs) const {
    if (grade <= Grade::Hard) return theirs.days;
    CHECK(theirs.days == raw_days(result, grade));
    const Outcome& hard = after(result, Grade::Hard);
    if (grade == Grade::Good) return std::max(theirs.days, hard.interval_days > 0 ? hard.interval_days + 1 : 1);
    const Outcome& good = after(result, Grade::Good);
    return std::max({theirs.days, raw_days(result, Grade::Good) + 1, good.interval_days + 1});
  }

  // Without a short term theirs keeps hard a day above again too; ours lets both wait a day.
  int without_again_first(const std::array<Outcome, 4>& result, Grade grade, const Promise& theirs) const {
    const int again = std::min(raw_days(result, Grade::Again), raw_days(result, Grade::Hard));
    std::array<int, 4> their_days{again, 0, 0, 0};
    std::array<int, 4> our_days{again, 0, 0, 0};
    for (std::size_t i = 1; i < 4; ++i) {
      const int raw = raw_days(result, kGrades.at(i));
      their_days.at(i) = std::max(raw, their_days.at(i - 1) + 1);
      our_days.at(i) = i == 1 ? raw : std::max(raw, our_days.at(i - 1) + 1);
    }
    const std::size_t at = index_of(grade);
    CHECK(theirs.days == their_days.at(at));
    return our_days.at(at);
  }

  const Config& config_;
  Standing standing_;
  Instant now_{};
};

TEST_CASE("175 lives of cards go as ts-fsrs schedules them") {
  std::ifstream file(STARLING_TEST_FILES "/schedule/schedule_sequences.json");
  const json vectors = json::parse(file);
  std::map<std::string, int> lives;

  for (const json& life : vectors.at("cases")) {
    const std::string name = life.at("config");
    const Config config = config_of(vectors.at("configs").at(name));
    CAPTURE(name);
    Life one(config);
    for (const json& step : life.at("steps")) one.live(step);
    ++lives[name];
  }

  CHECK(lives.size() == 7);
  for (const auto& [name, count] : lives) CHECK(count == 25);
}

}  // namespace
}  // namespace starling
