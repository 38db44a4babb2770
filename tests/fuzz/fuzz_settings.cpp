// Settings from any bytes: either usable and inside their ranges, or refused with a place.
#include <cassert>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "study/study.h"

namespace {

void require(bool law) {
  if (!law) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace starling;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Day day = *parse_day("2026-12-22");
  const BreakRead planned = read_break(text.substr(0, text.find('\n')), day);
  const DaySpan& off = planned.days;
  require(!planned.wrong.empty() || (day <= off.first && off.first <= off.last && days_between(off.first, off.last) <= 366));

  const SettingsFile file = read_settings(text, "starling.toml");
  require(file.settings.has_value() != has_error(file.problems));
  for (const Problem& problem : file.problems) require(problem.line >= 1 && problem.column >= 1);
  if (!file.settings) return 0;
  const Settings& s = *file.settings;
  require(s.desired_retention >= 0.70 && s.desired_retention <= 0.99);
  require(s.minutes_per_day >= 0 && s.new_per_day >= 0 && s.maximum_interval_days >= 1);
  require(!s.start || !s.interview || *s.start <= *s.interview);
  const DayRule rule(s.time_zone, s.rollover_hour);
  require(rule.study_day(rule.moment(day, std::chrono::hours(12))) == day);

  // Changing the dates of any file that can be read gives one that can be read and holds them.
  const Beginning beginning{"L7", day, day + std::chrono::days(165), 16.0};
  const SettingsFile changed = read_settings(change_settings(text, beginning).text, "starling.toml");
  require(changed.settings.has_value());
  require(changed.settings->start == beginning.start && changed.settings->interview == beginning.interview);

  // So does each key by itself: it holds its own default, set or unset, and the rest means what it meant.
  for (const SettingKey& key : setting_keys({})) {
    const std::string value = setting_value({}, key.name);
    if (value.empty()) continue;
    const SettingChange set = set_setting(text, key.name, value);
    const auto after = read_settings(set.text, "starling.toml").settings;
    require(after.has_value());
    require(set.wrong.empty() ? setting_value(*after, key.name) == value : set.text == text);
    require(unset_setting(set.text, key.name).wrong.empty() || !set.wrong.empty() || text.find('{') != text.npos);
  }
  return 0;
}
