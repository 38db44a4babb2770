#include "study/settings_deed.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <ranges>

#include "settings/settings.h"

namespace starling {

namespace {

using Value = std::optional<std::string>;

// What holds where a file says `value` of `key`; empty: nothing.
std::string meaning(const std::string& key, const Value& value) { return value.value_or(setting_value({}, key)); }

// One key on its way from one value to another.
struct Way {
  std::string key;
  Value from;
  Value to;
};

std::vector<Way> ways_of(const Deed& deed, Back direction) {
  std::vector<Way> ways;
  for (const Event& event : deed.events)
    if (const auto* set = std::get_if<SettingSet>(&event))
      ways.push_back(direction == Back::Undo ? Way{set->key, set->after, set->before}
                                             : Way{set->key, set->before, set->after});
  return ways;
}

// The line may come from anywhere, so that its value counts only as what it is read as.
SettingChange put(std::string_view text, const Way& way) {
  if (!way.to) return unset_setting(text, way.key);
  const auto alone = read_settings(fmt::format("{} = {}\n", way.key, *way.to), "starling.toml").settings;
  if (!alone) return {std::string(text), "is no value of it"};
  return set_setting(text, way.key, setting_value(*alone, way.key));
}

// Why `text` is no place to put `ways` into; empty: it is one.
std::string otherwise_now(const Settings& settings, std::span<const Way> ways) {
  for (const Way& way : ways) {
    if (!setting_key(way.key)) return fmt::format("{} is no setting of this version", way.key);
    const std::string now = setting_value(settings, way.key);
    if (now == meaning(way.key, way.to) || now == meaning(way.key, way.from)) continue;
    return fmt::format("{} is {} by now", way.key, now.empty() ? "not set" : now);
  }
  return "";
}

// Empty where a step on the way could not be read: a start behind the interview.
std::string all_put(std::string_view text, const auto& ways) {
  std::string result(text);
  for (const Way& way : ways) {
    const auto settings = read_settings(result, "starling.toml").settings;
    if (settings && setting_value(*settings, way.key) == meaning(way.key, way.to)) continue;
    SettingChange change = put(result, way);
    if (!change.wrong.empty()) return "";
    result = std::move(change.text);
  }
  return result;
}

}  // namespace

std::vector<Event> settings_events(std::string_view before, std::string_view after) {
  std::vector<Event> events;
  const auto old_settings = read_settings(before, "starling.toml").settings;
  const auto new_settings = read_settings(after, "starling.toml").settings;
  if (!old_settings || !new_settings) return events;
  std::vector<std::string> names;
  for (const Settings* side : {&*old_settings, &*new_settings})
    for (SettingKey& key : setting_keys(*side))
      if (std::ranges::find(names, key.name) == names.end()) names.push_back(std::move(key.name));
  for (std::string& name : names) {
    SettingSet set{std::move(name), {}, {}};
    set.before = written_setting(before, set.key);
    set.after = written_setting(after, set.key);
    if (meaning(set.key, set.before) != meaning(set.key, set.after)) events.emplace_back(std::move(set));
  }
  return events;
}

SettingsBack settings_back(std::string_view text, std::span<const Deed> deeds, Back direction) {
  SettingsBack back{std::string(text), {}};
  for (const Deed& deed : deeds) {
    const std::vector<Way> ways = ways_of(deed, direction);
    if (ways.empty()) continue;
    const auto settings = read_settings(back.text, "starling.toml").settings;
    std::string why = settings ? otherwise_now(*settings, ways) : "starling.toml cannot be read";
    if (why.empty()) {
      std::string put_back = all_put(back.text, ways | std::views::reverse);
      if (put_back.empty()) put_back = all_put(back.text, ways);
      if (put_back.empty())
        why = fmt::format("{} cannot be put back in its place", ways.front().key);
      else
        back.text = std::move(put_back);
    }
    if (!why.empty()) back.left.push_back(why + ": the file stays as it is");
  }
  return back;
}

}  // namespace starling
