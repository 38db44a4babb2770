#include "simulate/study_ways.h"

#include <algorithm>

namespace starling {

namespace {

constexpr std::array kRetentions{0.85, 0.90, 0.94};
constexpr Seed kSeed{1};
constexpr std::size_t kLearners = 3;
constexpr std::array<double, kLearners> kCounts{0.25, 0.5, 0.25};
constexpr std::size_t kLikely = 1;
constexpr double kLuck = 0.0005;  // of merit

Scenario under(const Scenario& own, const StudyWay& way) {
  Scenario scenario = own;
  scenario.policy = way.policy;
  scenario.desired_retention = way.retention;
  if (way.base_price) scenario.base_price = way.base_price;
  return scenario;
}

double merit(const Scenario& own, const Simulation& life) {
  double sum = (life.mean_recall_at_end + life.lowest_decile_recall_at_end) / 2;
  double worth = 1;
  for (std::size_t i = 0; i < own.earlier.size(); ++i) {
    const EarlierDay& earlier = own.earlier[i];
    sum += earlier.worth * life.recalled_earlier[i] / std::max(1, opened_before(own, earlier.day));
    worth += earlier.worth;
  }
  return sum / worth;
}

}  // namespace

double in_doubt(const std::array<double, kLearners>& of_each) {
  double sum = 0;
  for (std::size_t learner = 0; learner < kLearners; ++learner) sum += kCounts[learner] * of_each[learner];
  return sum;
}

double as_is_likely(const std::array<double, kLearners>& of_each) { return of_each[kLikely]; }

namespace {

// As it is chosen, not as the minutes leave it, which is done anew for each life; nothing where they leave none.
std::optional<double> chosen_base(const Scenario& scenario) {
  if (!PricedScenario::can_price(scenario) || !base_price_of(scenario)) return std::nullopt;
  return scenario.base_price.value_or(base_price_of(Thoroughness::Usual));
}

}  // namespace

StudyWay way_of(const Scenario& scenario) {
  StudyWay way{scenario.policy, scenario.desired_retention, std::nullopt};
  if (scenario.policy == StudyPolicy::Deadline) way.base_price = chosen_base(scenario);
  return way;
}

std::vector<StudyWay> study_ways(const Scenario& own) {
  std::vector<StudyWay> ways;
  const auto add = [&](const StudyWay& way) {
    if (std::ranges::find(ways, way) == ways.end()) ways.push_back(way);
  };
  for (const double retention : kRetentions) add({StudyPolicy::Plain, retention, std::nullopt});
  for (const StudyPolicy policy : {StudyPolicy::Plain, StudyPolicy::FinalPass, StudyPolicy::HalfLeft, StudyPolicy::Rising})
    add({policy, own.desired_retention, std::nullopt});
  if (!PricedScenario::can_price(own)) return ways;
  const auto usual = chosen_base(own);
  add({StudyPolicy::Deadline, own.desired_retention, usual});
  if (usual)
    for (const double base : kBasePrices) add({StudyPolicy::Deadline, own.desired_retention, base});
  return ways;
}

std::optional<std::vector<WayForeseen>> compare_ways(const Scenario& own, const Weights& believed,
                                                     const std::array<double, 3>& factors, int threads, const Watch& watch,
                                                     PricesSought* sought) {
  std::vector<WayForeseen> result;
  std::vector<Run> runs;
  for (const StudyWay& way : study_ways(own)) {
    result.push_back({way, {}, {}, 0, 0});
    for (const double factor : factors) runs.push_back({under(own, way), believed, Truth{believed, 0, 0, factor}});
  }
  const auto lives = simulate(runs, {lives_of(own, 1), threads, kSeed, false, false}, watch, sought);
  if (!lives) return std::nullopt;
  for (std::size_t i = 0; i < result.size(); ++i) {
    for (std::size_t learner = 0; learner < kLearners; ++learner) {
      const Simulation& life = (*lives)[kLearners * i + learner];
      result[i].recall[learner] = life.mean_recall_at_end;
      result[i].lowest_tenth[learner] = life.lowest_decile_recall_at_end;
      result[i].merit += kCounts[learner] * merit(own, life);
    }
    result[i].hours = (*lives)[kLearners * i + kLikely].minutes / 60;
  }
  return result;
}

const WayForeseen* foreseen_under(std::span<const WayForeseen> ways, StudyPolicy policy, const StudyWay& own) {
  const WayForeseen* found = nullptr;
  for (const WayForeseen& each : ways) {
    if (each.way.policy != policy || each.way.retention != own.retention) continue;
    if (!found || each.way == own) found = &each;
  }
  return found;
}

bool are_as_good(std::span<const WayForeseen> ways) {
  const auto [least, most] = std::ranges::minmax(ways, {}, &WayForeseen::merit);
  return most.merit - least.merit < kLuck;
}

const WayForeseen* best_way(std::span<const WayForeseen> ways, const StudyWay& own, bool any_base) {
  const auto best_of = [&](StudyPolicy policy) {
    const WayForeseen* found = foreseen_under(ways, policy, own);
    if (!any_base) return found;
    for (const WayForeseen& each : ways)
      if (found && each.way.policy == policy && each.way.retention == own.retention && each.merit > found->merit + kLuck) found = &each;
    return found;
  };
  const WayForeseen* best = nullptr;
  for (const StudyPolicy policy : kStudyPolicies)
    if (const WayForeseen* found = best_of(policy); found && (!best || found->merit >= best->merit)) best = found;
  return best;
}

}  // namespace starling
