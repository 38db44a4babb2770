// Every key of starling.toml by its name, with its value as it is written there.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "settings/decisions.h"

namespace starling {

enum class SettingForm { Text, Bare, List };  // in quotes; a number, a date, true or false; a list of texts
enum class SettingWants { Text, Word, Date, Flag, Whole, Number, Weekdays, Spans, Steps, Texts, Words };
[[nodiscard]] SettingForm form_of(SettingWants wants);

struct SettingKey {
  std::string name;              // "level", "review.minutes_per_day", "review.retention.aws-s3"
  SettingWants wants = SettingWants::Text;
  std::string_view about = {};    // one sentence for a person
  std::string_view without = {};  // what an absent value means, in words
  double low = 0;                 // of numbers, both ends included
  double high = 0;
  std::vector<std::string_view> words = {};  // of Word: one of these; of Words: any of them
};

// In the order of the file. Those of `review.retention` and `review.worth` are the ones that `settings` holds.
[[nodiscard]] std::vector<SettingKey> setting_keys(const Settings& settings);
// By its whole name; any deck's retention is one, and any name's worth.
[[nodiscard]] std::optional<SettingKey> setting_key(std::string_view name);

// As TOML; empty where it is absent.
[[nodiscard]] std::string setting_value(const Settings& settings, std::string_view name);

// What is wrong with a value that the key does not take, without a full stop: "'soon' is not a date such as 2026-12-22".
// Empty where reading it says more.
[[nodiscard]] std::string refusal(const SettingKey& key, std::string_view value);

// What a person typed as TOML: quotes where the form wants them, "saturday,sunday" as a list. What is TOML already
// stays as it is.
[[nodiscard]] std::string toml_of(const SettingKey& key, std::string_view typed);

}  // namespace starling
