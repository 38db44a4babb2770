#include "study/guard.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "aim/aim.h"
#include "source/source.h"

namespace starling {

constexpr StudyPolicy last_of(StudyPolicy) { return kStudyPolicies.back(); }
constexpr Asking last_of(Asking) { return Asking::Nothing; }
constexpr Thoroughness last_of(Thoroughness) { return kThoroughnesses.back(); }

template <class Archive>
void fields(Archive& archive, StudyWay& way) {
  archive(way.policy, way.retention, way.base_price);
}
template <class Archive>
void fields(Archive& archive, WayForeseen& foreseen) {
  archive(foreseen.way, foreseen.recall, foreseen.lowest_tenth, foreseen.merit, foreseen.hours);
}
template <class Archive>
void fields(Archive& archive, GuardBasis::OneDay& day) {
  archive(day.asking, day.minutes);
}
template <class Archive>
void fields(Archive& archive, GuardBasis& basis) {
  archive(basis.interview, basis.days, basis.earlier, basis.new_per_day, basis.reviews_per_day, basis.retention, basis.thoroughness, basis.worths);
}
template <class Archive>
void fields(Archive& archive, Guard& guard) {
  archive(guard.day, guard.basis, guard.weights, guard.items, guard.own, guard.ways);
}

std::optional<Guard> foresee_ways(const GuardTask& task, int threads, const Watch& watch, PricesSought* sought) {
  auto ways = compare_ways(task.scenario, task.believed, task.factors, threads, watch, sought);
  if (!ways) return std::nullopt;
  const auto numbers = task.believed.numbers();
  const auto items = std::accumulate(task.scenario.arrivals.begin(), task.scenario.arrivals.end(), std::ssize(task.scenario.known));
  return Guard{task.today, task.basis, {numbers.begin(), numbers.end()}, static_cast<int>(items), way_of(task.scenario), *std::move(ways)};
}

bool holds_on(const Guard& guard, Day today, const GuardBasis& basis) {
  if (today < guard.day || guard.items == 0) return false;
  GuardBasis as_of_today = guard.basis;
  as_of_today.days = from_today_on(std::move(as_of_today.days), guard.day, today);
  as_of_today.earlier = days_to_come(std::move(as_of_today.earlier), today);
  return as_of_today == basis;
}

std::string pack_guard(const Guard& guard) { return pack(guard); }

std::optional<Guard> unpack_guard(std::string_view bytes) { return unpack<Guard>(bytes); }

}  // namespace starling
