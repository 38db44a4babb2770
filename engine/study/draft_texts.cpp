#include "study/draft_texts.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <string_view>

namespace starling {

namespace {

// A start is set before the interview that it must not be behind.
constexpr std::array<std::string_view, 4> kDraftKeys{"start", "interview", "hours_per_week", "day.days_off"};

void set_settings(DraftTexts& texts, const Settings& now, const Settings& wanted) {
  for (const std::string_view key : kDraftKeys) {
    const std::string value = setting_value(wanted, key);
    if (!texts.wrong.empty() || value == setting_value(now, key)) continue;
    SettingChange change = set_setting(texts.settings, key, value);
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
