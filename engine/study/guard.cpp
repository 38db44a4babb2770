#include "study/guard.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "source/source.h"

namespace starling {

constexpr StudyPolicy last_of(StudyPolicy) { return kStudyPolicies.back(); }

template <class Archive>
void fields(Archive& archive, StudyWay& way) {
  archive(way.policy, way.retention, way.base_price);
}
template <class Archive>
void fields(Archive& archive, WayForeseen& foreseen) {
  archive(foreseen.way, foreseen.recall, foreseen.lowest_tenth, foreseen.merit, foreseen.hours);
}
template <class Archive>
void fields(Archive& archive, Guard& guard) {
  archive(guard.day, guard.interview, guard.minutes, guard.weights, guard.earlier, guard.items, guard.own, guard.ways);
}

std::optional<Guard> foresee_ways(const GuardTask& task, int threads, const Watch& watch) {
  auto ways = compare_ways(task.scenario, task.believed, task.factors, threads, watch);
  if (!ways) return std::nullopt;
  const auto numbers = task.believed.numbers();
  const auto items = std::accumulate(task.scenario.arrivals.begin(), task.scenario.arrivals.end(), std::ssize(task.scenario.known));
  std::vector<Day> earlier;
  for (const EarlierDay& each : task.scenario.earlier) earlier.push_back(task.today + std::chrono::days(each.day));
  return Guard{task.today, task.interview, task.scenario.minutes_per_day.value_or(0), {numbers.begin(), numbers.end()}, std::move(earlier),
               static_cast<int>(items), way_of(task.scenario), *std::move(ways)};
}

std::string pack_guard(const Guard& guard) { return pack(guard); }

std::optional<Guard> unpack_guard(std::string_view bytes) { return unpack<Guard>(bytes); }

}  // namespace starling
