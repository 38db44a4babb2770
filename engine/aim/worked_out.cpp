#include "aim/worked_out.h"

#include <algorithm>
#include <cassert>

#include "simulate/simulate.h"
#include "source/source.h"

namespace starling {

template <class Archive>
void fields(Archive& archive, AimBasis& basis) {
  archive(basis.interview, basis.weights, basis.minutes, basis.base, basis.worths, basis.earlier, basis.reviews_per_day);
}
template <class Archive>
void fields(Archive& archive, AimedItem& item) {
  archive(item.item, item.memory.stability.days, item.memory.difficulty.level, item.memory.fast.days, item.last_day, item.gains);
}
template <class Archive>
void fields(Archive& archive, AimedBeginning& item) {
  archive(item.item, item.gains);
}
AimedBeginning blank_of(std::type_identity<AimedBeginning>) { return {story_item("x"), {}}; }
AimedItem blank_of(std::type_identity<AimedItem>) { return {story_item("x"), {}, {}, {}}; }
template <class Archive>
void fields(Archive& archive, Prices& prices) {
  archive(prices.per_second, prices.heat, prices.dual, prices.overload, prices.unsettled, prices.evaluations);
}
template <class Archive>
void fields(Archive& archive, Aim& aim) {
  archive(aim.first, aim.basis, aim.prices, aim.settled, aim.least, aim.share_of_new, aim.new_gains, aim.items, aim.untold);
}

bool is_sound(const AimedItem& item) { return item.gains.size() <= static_cast<std::size_t>(kAimDays); }
bool is_sound(const AimedBeginning& item) { return item.gains.size() <= static_cast<std::size_t>(kAimDays); }

namespace {

constexpr int kFewestDaysLeft = 2;

}  // namespace

std::optional<AimBasis> aim_basis(std::span<const DayFrame> days, const MemoryModel& model) {
  const auto left = days.empty() ? std::nullopt : days.front().days_left;
  if (!left || *left < kFewestDaysLeft || *left > kMostDaysLeft || *left > std::ssize(days)) return std::nullopt;
  const auto weights = model.weights().numbers();
  AimBasis basis{days.front().now.day + std::chrono::days(*left), {weights.begin(), weights.end()}, {}, base_price_of(days.front().thoroughness), {}, {}, days.front().reviews_per_day};
  for (const DayFrame& day : days.first(static_cast<std::size_t>(*left)))
    basis.minutes.push_back(day.asking == Asking::Nothing ? 0 : std::max(0.0, day.minutes));
  if (std::ranges::all_of(basis.minutes, [](double minutes) { return minutes <= 0; })) return std::nullopt;
  return basis;
}

Weights weights_of(const AimBasis& basis) {
  for (const ModelKind kind : kModelKinds)
    if (weight_limits(kind).size() == basis.weights.size()) return *make_weights(kind, basis.weights).weights;
  assert(false);
  return {};
}

std::vector<Day> days_to_come(std::vector<Day> days, Day today) {
  std::erase_if(days, [&](Day day) { return day <= today; });
  return days;
}

BasisNews news_since(const Aim& aim, Day today, const AimBasis& basis) {
  AimBasis as_of_today = aim.basis;
  as_of_today.minutes = from_today_on(std::move(as_of_today.minutes), aim.first, today);
  as_of_today.earlier = days_to_come(std::move(as_of_today.earlier), today);
  if (as_of_today == basis) return BasisNews::Nothing;
  as_of_today.weights = basis.weights;
  return as_of_today == basis ? BasisNews::WeightsAlone : BasisNews::More;
}

bool reaches(const Aim& aim, Day today) {
  const int since = days_between(aim.first, today);
  return since >= 0 && since < kAimDays;
}

bool holds_on(const Aim& aim, Day today, const AimBasis& basis) {
  return reaches(aim, today) && news_since(aim, today, basis) == BasisNews::Nothing;
}

std::string pack_aim(const Aim& aim) { return pack(aim); }

std::optional<Aim> unpack_aim(std::string_view bytes) { return unpack<Aim>(bytes); }

}  // namespace starling
