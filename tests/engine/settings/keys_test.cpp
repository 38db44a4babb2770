// The table of settings, which docs/settings.md and schema/settings.json are made of, against the reader of the file.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "settings/settings.h"

using namespace starling;

namespace {

bool takes(const SettingKey& key, const std::string& value) {
  const SettingChange change = set_setting("", key.name, value);
  return change.wrong.empty() && read_settings(change.text, "starling.toml").settings.has_value();
}

std::vector<SettingKey> every_key() {
  std::vector<SettingKey> keys = setting_keys({});
  keys.push_back(*setting_key("review.retention.aws-s3"));
  return keys;
}

}  // namespace

TEST_CASE("a number is taken from the lowest to the highest that its table says, and no further") {
  for (const SettingKey& key : every_key()) {
    const bool whole = key.wants == SettingWants::Whole;
    if (!whole && key.wants != SettingWants::Number) continue;
    CAPTURE(key.name);
    const double step = whole ? 1 : 0.001;
    CHECK(takes(key, fmt::format("{:g}", key.low)));
    CHECK(takes(key, fmt::format("{:g}", key.high)));
    CHECK_FALSE(takes(key, fmt::format("{}", key.low - step)));
    CHECK_FALSE(takes(key, fmt::format("{}", key.high + step)));
    CHECK(takes(key, "70.5") == (!whole && key.low < 70 && key.high > 71));
  }
}

TEST_CASE("a setting of a few words takes these and no other") {
  for (const SettingKey& key : every_key()) {
    if (key.wants != SettingWants::Word) continue;
    CAPTURE(key.name);
    CHECK(key.words.size() >= 2);
    for (const std::string_view word : key.words) CHECK(takes(key, fmt::format("\"{}\"", word)));
    CHECK_FALSE(takes(key, "\"another\""));
  }
}

TEST_CASE("every setting says what it is for and what holds without it") {
  for (const SettingKey& key : setting_keys({})) {
    CAPTURE(key.name);
    CHECK(key.about.ends_with('.'));
    CHECK(setting_value({}, key.name).empty() == !key.without.empty());
  }
}
