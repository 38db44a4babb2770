#include "settings/decisions.h"

#include <algorithm>

namespace starling {

double hours_per_week(const Settings& settings) {
  return settings.hours_per_week.value_or(settings.level == "L7" ? 17 : 15);
}

bool aims_at_date(const Settings& settings) { return settings.policy == StudyPolicy::Deadline && settings.interview.has_value(); }

bool waits_for_date(const Settings& settings) { return settings.policy == StudyPolicy::Deadline && !settings.interview; }

std::string_view policy_word(const Settings& settings) { return settings.auto_policy ? kAutoPolicy : to_string(settings.policy); }

std::optional<int> nearest_interview(const Settings& settings) {
  return settings.interview ? std::nullopt : std::optional(kNearestUnnamed);
}

Policy policy_of(const Settings& settings, ItemKind kind, std::string_view group) {
  Policy policy{.desired_retention = settings.desired_retention,
                .learning_steps = {},
                .relearning_steps = {},
                .maximum_interval_days = settings.maximum_interval_days};
  if (traits(kind).steps) {
    policy.learning_steps = settings.learning_steps;
    policy.relearning_steps = settings.relearning_steps;
  }
  if (kind != ItemKind::Card) return policy;
  const auto own = std::ranges::find(settings.retention, group, &DeckRetention::deck);
  if (own != settings.retention.end()) policy.desired_retention = own->desired_retention;
  return policy;
}

bool is_worth_word(std::string_view name) {
  return std::ranges::any_of(kWorthKinds, [&](ItemKind kind) { return to_string(kind) == name; }) ||
         std::ranges::find(kWorthLevels, name) != kWorthLevels.end() || std::ranges::find(kWorthSizes, name) != kWorthSizes.end();
}

std::optional<std::string_view> worth_word(Levels levels) {
  if (levels == Levels::Both) return std::nullopt;
  return kWorthLevels[levels == Levels::L6 ? 0 : 1];
}

std::optional<double> named_worth(std::span<const NamedWorth> worths, std::string_view deck, std::span<const std::string_view> tags,
                                  std::string_view area) {
  const auto named = [&](std::string_view name) -> std::optional<double> {
    const auto at = std::ranges::find(worths, name, &NamedWorth::name);
    return at == worths.end() ? std::nullopt : std::optional(at->worth);
  };
  if (const auto own = named(deck)) return own;
  std::optional<double> most;
  for (const std::string_view tag : tags) most = std::max(most, named(tag));
  return most ? most : named(area);
}

bool is_day_off(const Settings& settings, Day day) {
  return std::ranges::any_of(settings.days_off, [&](const DaySpan& span) { return span.holds(day); });
}

Day first_day_on(const Settings& settings, Day day, Day last) {
  while (day < last && is_day_off(settings, day)) day += std::chrono::days(1);
  return day;
}

bool is_rest_day(const Settings& settings, Day day) {
  return std::ranges::find(settings.rest_days, weekday_name(day)) != settings.rest_days.end();
}

DayKind kind_of_day(const Settings& settings, Day day, bool rests) {
  if (is_day_off(settings, day)) return DayKind::Off;
  if (!settings.load_balance) return DayKind::Open;
  if (rests) return DayKind::Rest;
  const auto& lighter = settings.lighter_days;
  return std::ranges::find(lighter, weekday_name(day)) != lighter.end() ? DayKind::Lighter : DayKind::Open;
}

bool tells_leech(const Settings& settings, int lapses_before, int lapses_after) {
  const int further = lapses_after - settings.leech_lapses;
  const int every = std::max(1, (settings.leech_lapses + 1) / 2);
  return lapses_after > lapses_before && further >= 0 && further % every == 0;
}

}  // namespace starling
