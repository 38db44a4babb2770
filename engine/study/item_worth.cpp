#include "study/item_worth.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "report/report.h"

namespace starling {

namespace {

bool is_in_use(const Item& item, std::string_view level) {
  return item.id.kind() == ItemKind::Card && item.away == Away::No && meant_for(item.levels, level);
}

}  // namespace

PlanWorth::PlanWorth(const Library& library, const Plan& plan, std::string_view level) {
  worth_.fill(1);
  std::array<double, kAreas.size()> cards{};
  double all_cards = 0;
  double all_hours = 0;
  for (const Item& item : library.items())
    if (const auto area = area_of_deck(item.area); area && is_in_use(item, level)) ++cards[static_cast<std::size_t>(*area)];
  for (const Area area : kAreas) {
    if (cards[static_cast<std::size_t>(area)] == 0) continue;
    all_cards += cards[static_cast<std::size_t>(area)];
    all_hours += weekly_hours(plan, level, area);
  }
  for (const Area area : kAreas) {
    const double hours = weekly_hours(plan, level, area);
    const double own = cards[static_cast<std::size_t>(area)];
    if (own > 0 && hours > 0) worth_[static_cast<std::size_t>(area)] = std::clamp(std::sqrt(hours / all_hours * all_cards / own), kLeastItemWorth, kMostItemWorth);
  }
}

double PlanWorth::of_word(std::string_view word) const {
  const auto area = area_of_deck(word);
  return area ? of(*area) : 1;
}

ItemWorths::ItemWorths(const Settings& settings, std::shared_ptr<const Library> library, const Plan& plan)
    : library_(std::move(library)), named_(settings.worths) {
  if (settings.worth_by_plan) by_plan_.emplace(*library_, plan, settings.level);
}

std::optional<double> ItemWorths::named(const Item& item) const {
  if (named_.empty()) return std::nullopt;
  std::vector<std::string_view> words;
  if (const auto level = worth_word(item.levels)) words.push_back(*level);
  if (item.id.kind() == ItemKind::Problem)
    if (const CodingProblem* problem = library_->coding_problem(item.id.name())) words.push_back(to_string(problem->size));
  // No deck has the name of a kind.
  if (item.id.kind() != ItemKind::Card) return named_worth(named_, to_string(item.id.kind()), words, item.area);
  for (const std::string& tag : library_->card(item.id).tags) words.emplace_back(tag);
  return named_worth(named_, item.id.group(), words, item.area);
}

double ItemWorths::of(const Item& item) const {
  const bool is_card = item.id.kind() == ItemKind::Card;
  const double worth = named(item).value_or(is_card && by_plan_ ? by_plan_->of_word(item.area) : 1);
  if (item.id.kind() != ItemKind::Story) return worth;
  const bool is_only = std::ranges::any_of(only(), [&](const Story* story) { return story && story->id == item.id.name(); });
  return is_only ? kWorthOfOnlyStory * worth : worth;
}

std::string ItemWorths::basis() const {
  std::string text;
  for (const NamedWorth& each : named_) text += fmt::format("{} {}\n", each.name, each.worth);
  if (by_plan_)
    for (const Area area : kAreas) text += fmt::format("{} by plan {:.3f}\n", to_string(area), by_plan_->of(area));
  for (const Story* story : only())
    if (story) text += fmt::format("{} only\n", story->id);
  return text;
}

const std::array<const Story*, kPrincipleCount>& ItemWorths::only() const {
  if (!only_) only_ = only_stories(library_->stories());
  return *only_;
}

}  // namespace starling
