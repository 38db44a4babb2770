#include "settings/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "source/source.h"

namespace starling {

namespace {

constexpr std::string_view kRetention = "review.retention.";

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      result += {'\\', c};
    else if (byte < 0x20 || byte == 0x7f)
      result += fmt::format("\\u{:04X}", byte);
    else
      result += c;
  }
  return result + '"';
}

template <class List, class Text>
std::string listed(const List& list, Text text) {
  std::string result;
  for (const auto& one : list) result += (result.empty() ? "" : ", ") + in_quotes(text(one));
  return "[" + result + "]";
}

std::string step_text(std::chrono::minutes step) {
  const auto count = step.count();
  if (count % (24 * 60) == 0) return fmt::format("{}d", count / (24 * 60));
  return count % 60 == 0 ? fmt::format("{}h", count / 60) : fmt::format("{}m", count);
}

std::string span_text(const DaySpan& span) {
  return span.first == span.last ? to_string(span.first) : to_string(span.first) + ".." + to_string(span.last);
}

std::string day_text(const std::optional<Day>& day) { return day ? to_string(*day) : ""; }

const auto kAsItIs = [](const std::string& text) { return text; };

struct Known {
  std::string_view name;
  SettingForm form;
  std::string (*value)(const Settings&);
  std::string_view without = {};
};

constexpr auto kText = SettingForm::Text;
constexpr auto kBare = SettingForm::Bare;
constexpr auto kList = SettingForm::List;

const std::array kKnown{
    Known{"level", kText, [](const Settings& s) { return in_quotes(s.level); }},
    Known{"start", kBare, [](const Settings& s) { return day_text(s.start); }, "so that the plan ends with the interview"},
    Known{"interview", kBare, [](const Settings& s) { return day_text(s.interview); }, "the plan's own"},
    Known{"hours_per_week", kBare, [](const Settings& s) { return s.hours_per_week ? fmt::format("{}", *s.hours_per_week) : ""; },
          "15 for L6, 17 for L7"},
    Known{"plan", kText, [](const Settings& s) { return in_quotes(s.plan); }},
    Known{"day.time_zone", kText, [](const Settings& s) { return s.time_zone.empty() ? "" : in_quotes(s.time_zone); },
          "the system's"},
    Known{"day.rollover_hour", kBare, [](const Settings& s) { return fmt::format("{}", s.rollover_hour); }},
    Known{"day.slots.morning", kBare, [](const Settings& s) { return fmt::format("{}", s.slot_minutes[0]); }},
    Known{"day.slots.noon", kBare, [](const Settings& s) { return fmt::format("{}", s.slot_minutes[1]); }},
    Known{"day.slots.evening", kBare, [](const Settings& s) { return fmt::format("{}", s.slot_minutes[2]); }},
    Known{"day.rest_days", kList, [](const Settings& s) { return listed(s.rest_days, kAsItIs); }},
    Known{"day.lighter_days", kList, [](const Settings& s) { return listed(s.lighter_days, kAsItIs); }},
    Known{"day.days_off", kList, [](const Settings& s) { return listed(s.days_off, span_text); }},
    Known{"review.model", kText, [](const Settings& s) { return s.model ? in_quotes(to_string(*s.model)) : ""; },
          "that of the weights in use"},
    Known{"review.desired_retention", kBare, [](const Settings& s) { return fmt::format("{}", s.desired_retention); }},
    Known{"review.minutes_per_day", kBare, [](const Settings& s) { return fmt::format("{}", s.minutes_per_day); }},
    Known{"review.new_per_day", kBare, [](const Settings& s) { return fmt::format("{}", s.new_per_day); }},
    Known{"review.reviews_per_day", kBare, [](const Settings& s) { return fmt::format("{}", s.reviews_per_day); }},
    Known{"review.learning_steps", kList, [](const Settings& s) { return listed(s.learning_steps, step_text); }},
    Known{"review.relearning_steps", kList, [](const Settings& s) { return listed(s.relearning_steps, step_text); }},
    Known{"review.maximum_interval_days", kBare, [](const Settings& s) { return fmt::format("{}", s.maximum_interval_days); }},
    Known{"review.leech_lapses", kBare, [](const Settings& s) { return fmt::format("{}", s.leech_lapses); }},
    Known{"review.leech_action", kText,
          [](const Settings& s) { return in_quotes(s.leech_action == LeechAction::Suspend ? "suspend" : "tag"); }},
    Known{"review.order", kText, [](const Settings& s) { return in_quotes(to_string(s.order)); }},
    Known{"review.policy", kText, [](const Settings& s) { return in_quotes(to_string(s.policy)); }},
    Known{"review.load_balance", kBare, [](const Settings& s) { return std::string(s.load_balance ? "true" : "false"); }},
    Known{"review.type_cloze", kBare, [](const Settings& s) { return std::string(s.type_cloze ? "true" : "false"); }},
    Known{"story.words_per_minute", kBare, [](const Settings& s) { return fmt::format("{}", s.words_per_minute); }},
    Known{"story.target_seconds", kBare, [](const Settings& s) { return fmt::format("{}", s.target_seconds); }},
};

SettingKey retention_key(std::string_view deck) { return {std::string(kRetention) += deck, kBare, "review.desired_retention"}; }

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// One TOML value of the wanted type, on one line.
bool is_toml(std::string_view text, SettingForm form) {
  if (text.find('\n') != text.npos) return false;
  const TomlDocument read = parse_toml(fmt::format("v = {}\n", text), "");
  if (!read.root || read.root->members.size() != 1) return false;
  const auto& what = read.root->members[0].value.what;
  if (form == kList) return std::holds_alternative<TomlArray>(what);
  return form != kText || std::holds_alternative<std::string>(what);
}

std::string list_of(std::string_view typed) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= typed.size();) {
    const std::size_t comma = std::min(typed.find(',', at), typed.size());
    if (const auto part = trimmed(typed.substr(at, comma - at)); !part.empty()) parts.emplace_back(part);
    at = comma + 1;
  }
  return listed(parts, kAsItIs);
}

}  // namespace

std::vector<SettingKey> setting_keys(const Settings& settings) {
  std::vector<SettingKey> keys;
  for (const Known& known : kKnown) {
    if (known.name == "story.words_per_minute")
      for (const DeckRetention& own : settings.retention) keys.push_back(retention_key(own.deck));
    keys.push_back({std::string(known.name), known.form, known.without});
  }
  return keys;
}

std::optional<SettingKey> setting_key(std::string_view name) {
  if (name.starts_with(kRetention) && is_item_name(name.substr(kRetention.size())))
    return retention_key(name.substr(kRetention.size()));
  const auto known = std::ranges::find(kKnown, name, &Known::name);
  if (known == kKnown.end()) return std::nullopt;
  return SettingKey{std::string(known->name), known->form, known->without};
}

std::string setting_value(const Settings& settings, std::string_view name) {
  if (name.starts_with(kRetention)) {
    const auto own = std::ranges::find(settings.retention, name.substr(kRetention.size()), &DeckRetention::deck);
    return own == settings.retention.end() ? "" : fmt::format("{}", own->desired_retention);
  }
  const auto known = std::ranges::find(kKnown, name, &Known::name);
  return known == kKnown.end() ? "" : known->value(settings);
}

std::string toml_of(const SettingKey& key, std::string_view typed) {
  const std::string_view word = trimmed(typed);
  if (is_toml(word, key.form)) return std::string(word);
  if (key.form == kList) return list_of(word);
  return in_quotes(word);
}

}  // namespace starling
