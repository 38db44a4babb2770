#include "study/draft_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace starling {

namespace {

// A start is set before the interview that it must not be behind.
constexpr std::array<std::string_view, 4> kDraftKeys{"start", "interview", "hours_per_week", "day.days_off"};

// Those of the text with what `wanted` adds and takes away: another break may have been planned since `now` was read.
std::vector<DaySpan> days_off_in(std::string_view text, const Settings& now, const Settings& wanted) {
  const auto there = read_settings(text, "starling.toml").settings;
  if (!there || there->days_off == now.days_off) return wanted.days_off;
  const auto has = [](const std::vector<DaySpan>& days, const DaySpan& span) { return std::ranges::find(days, span) != days.end(); };
  std::vector<DaySpan> days = there->days_off;
  std::erase_if(days, [&](const DaySpan& span) { return has(now.days_off, span) && !has(wanted.days_off, span); });
  for (const DaySpan& span : wanted.days_off)
    if (!has(now.days_off, span)) days = with_break(std::move(days), span);
  return days;
}

void set_settings(DraftTexts& texts, const Settings& now, const Settings& wanted) {
  Settings put = wanted;
  put.days_off = days_off_in(texts.settings, now, wanted);
  for (const std::string_view key : kDraftKeys) {
    if (!texts.wrong.empty() || setting_value(wanted, key) == setting_value(now, key)) continue;
    SettingChange change = set_setting(texts.settings, key, setting_value(put, key));
    if (!change.wrong.empty()) texts.wrong = fmt::format("{}: {}", key, change.wrong);
    texts.settings = std::move(change.text);
  }
}

void set_entries(DraftTexts& texts, const PlanChanges& now, const PlanChanges& wanted) {
  const PlanEntries before = plan_entries(now);
  const PlanEntries after = plan_entries(wanted);
  const auto put = [&](const std::string& what, const std::optional<std::string>& value) {
    if (!texts.wrong.empty()) return;
    PlanText change = with_entry(texts.plan, what, value);
    if (!change.wrong.empty()) texts.wrong = fmt::format("plan.toml: {}", change.wrong);
    texts.plan = std::move(change.text);
  };
  // What goes, goes first: a task that was moved may be dropped.
  for (const auto& [what, value] : before)
    if (!after.contains(what)) put(what, std::nullopt);
  for (const auto& [what, value] : after)
    if (const auto old = before.find(what); old == before.end() || old->second != value) put(what, value);
}

}  // namespace

DraftTexts with_draft(const std::string& settings, const std::string& plan, const PlanDraft& now, const PlanDraft& wanted) {
  DraftTexts texts{settings, plan, ""};
  set_settings(texts, now.settings, wanted.settings);
  set_entries(texts, now.changes, wanted.changes);
  return texts;
}

}  // namespace starling
