#include "simulate/scenario.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>

namespace starling {

namespace {

// New cards by week of the plan.
constexpr std::array<int, 18> kWeeks{20, 100, 70, 60, 70, 110, 100, 100, 90, 90, 70, 70, 80, 70, 50, 50, 60, 40};
constexpr int kStudyDaysPerWeek = 6;

}  // namespace

std::optional<Thoroughness> thoroughness_at(double base_price) {
  for (const Thoroughness each : kThoroughnesses)
    if (base_price_of(each) == base_price) return each;
  return std::nullopt;
}

double base_price_of(Thoroughness thoroughness) { return kBasePrices[static_cast<std::size_t>(thoroughness)]; }

std::optional<double> minutes_on(const Scenario& scenario, int day) {
  const auto at = static_cast<std::size_t>(day);
  return at < scenario.minutes_by_day.size() ? std::optional(scenario.minutes_by_day[at]) : scenario.minutes_per_day;
}

double seconds_of(const Scenario& scenario, Grade grade) {
  const Habits& habits = scenario.habits;
  const double steps = grade == Grade::Again ? scenario.steps_after_lapse * habits.step_seconds : 0;
  return habits.review_seconds[index_of(grade)] + steps;
}

double seconds_at(const Scenario& scenario, double recall) {
  double recalled = 0;
  for (std::size_t i = 0; i < 3; ++i) recalled += scenario.habits.recalled_shares[i] * scenario.habits.review_seconds[i + 1];
  return recall * recalled + (1 - recall) * seconds_of(scenario, Grade::Again);
}

double expected_review_seconds(const Scenario& scenario) { return seconds_at(scenario, scenario.desired_retention); }

ItemWeight weight_of(const Scenario& scenario, int opened) {
  const auto at = static_cast<std::size_t>(opened);
  return at < scenario.weights.size() ? scenario.weights[at] : ItemWeight{};
}

double least_cost(const Scenario& scenario) {
  double least = ItemWeight{}.cost;
  for (const ItemWeight& each : scenario.weights) least = std::min(least, each.cost);
  return least;
}

ItemKind kind_of(const Scenario& scenario, int opened) {
  const auto at = static_cast<std::size_t>(opened);
  return at < scenario.kinds.size() ? scenario.kinds[at] : ItemKind::Card;
}

int opened_before(const Scenario& scenario, int day) {
  const std::ptrdiff_t days = std::clamp<std::ptrdiff_t>(day, 0, std::ssize(scenario.arrivals));
  return std::accumulate(scenario.arrivals.begin(), scenario.arrivals.begin() + days, static_cast<int>(scenario.known.size()));
}

int practised_on(const Scenario& scenario, std::size_t day) { return day < scenario.practised.size() ? scenario.practised[day] : 0; }

int practised_in_all(const Scenario& scenario) { return std::accumulate(scenario.practised.begin(), scenario.practised.end(), 0); }

Scenario interview_scenario(int cards) {
  Scenario scenario;
  scenario.minutes_per_day = 25;
  const std::int64_t all = std::accumulate(kWeeks.begin(), kWeeks.end(), 0) * kStudyDaysPerWeek;
  std::int64_t share = 0;  // of all, up to and with the day
  int opened = 0;
  for (const int of_week : kWeeks) {
    for (int day = 0; day < 7; ++day) {
      if (day < kStudyDaysPerWeek) share += of_week;
      const int now = static_cast<int>(cards * share / all);
      scenario.arrivals.push_back(now - opened);
      opened = now;
    }
  }
  return scenario;
}

}  // namespace starling
