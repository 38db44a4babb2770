#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "settings/settings.h"
#include "support/home.h"

using namespace starling;
using test::day;

namespace {

std::string set(const std::string& text, const std::string& key, const std::string& value) {
  const SettingChange change = set_setting(text, key, value);
  CHECK(change.wrong == "");
  return change.text;
}

std::string unset(const std::string& text, const std::string& key) {
  const SettingChange change = unset_setting(text, key);
  CHECK(change.wrong == "");
  return change.text;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> list(1);
  for (const char c : text) {
    list.back() += c;
    if (c == '\n') list.emplace_back();
  }
  return list;
}

// A value of each key that is not its default.
const std::map<std::string, std::string> kOther{
    {"level", "\"L7\""}, {"role", "\"ic\""}, {"start", "2026-11-30"}, {"interview", "2027-05-14"}, {"hours_per_week", "16"},
    {"plan", "\"other\""}, {"day.time_zone", "\"Europe/Berlin\""}, {"day.rollover_hour", "3"},
    {"day.slots.morning", "45"}, {"day.slots.noon", "0"}, {"day.slots.evening", "90"},
    {"day.rest_days", "[\"monday\"]"}, {"day.lighter_days", "[\"friday\"]"}, {"day.days_off", "[\"2027-02-05\"]"},
    {"review.model", "\"fsrs-6\""}, {"review.desired_retention", "0.85"}, {"review.minutes_per_day", "30"},
    {"review.new_per_day", "7"}, {"review.reviews_per_day", "80"}, {"review.learning_steps", "[\"5m\"]"},
    {"review.relearning_steps", "[]"}, {"review.maximum_interval_days", "90"}, {"review.leech_lapses", "6"},
    {"review.leech_action", "\"suspend\""}, {"review.order", "\"random\""}, {"review.policy", "\"final-pass\""}, {"review.thoroughness", "\"more\""}, {"review.worth.coding", "2"},
    {"review.load_balance", "false"}, {"review.worth_by_plan", "true"}, {"review.weekly_refit", "false"}, {"review.type_cloze", "true"}, {"story.words_per_minute", "150"}, {"story.target_seconds", "120"}, {"story.cards", "false"},
    {"story.lint.jargon_allowed", "[\"ERP\"]"}, {"story.lint.code_names", "[\"Bluebird\"]"}, {"story.lint.off", "[\"passive\"]"}};

// Of a limit of the lint, which has a row in a table of its own, its highest one.
std::string other_value(const SettingKey& key) {
  const auto other = kOther.find(key.name);
  if (other != kOther.end()) return other->second;
  REQUIRE(key.name.starts_with("story.lint."));
  return setting_value(*read_settings(key.name + " = " + std::to_string(static_cast<int>(key.high)) + "\n", "s").settings, key.name);
}

// Those that no learner changes at the beginning are left out of it.
bool is_in_template(const std::string& name) {
  const bool limit = name.starts_with("story.lint.") && name != "story.lint.code_names" && name != "story.lint.off";
  return name != "review.model" && !limit;
}

}  // namespace

TEST_CASE("every setting is changed in its own line of the template, whose comment stays") {
  const std::string whole = settings_text({"L6", day("2026-11-23"), day("2027-05-07"), {}});
  for (const SettingKey& key : setting_keys({})) {
    CAPTURE(key.name);
    const std::string value = other_value(key);
    const std::string text = set(whole, key.name, value);
    CHECK(setting_value(*read_settings(text, "s").settings, key.name) == value);
    const auto before = lines(whole);
    const auto after = lines(text);
    const bool in_template = is_in_template(key.name);
    REQUIRE(after.size() == before.size() + (in_template ? 0 : 1));
    if (!in_template) continue;
    int changed = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (before[i] == after[i]) continue;
      ++changed;
      const std::size_t comment = before[i].find('#', 2);
      if (comment != std::string::npos) CHECK(after[i].ends_with(before[i].substr(comment)));
    }
    CHECK(changed == 1);
    CHECK(set(text, key.name, value) == text);
    // And back: what is unset means its default again.
    const Settings again = *read_settings(unset(text, key.name), "s").settings;
    CHECK(setting_value(again, key.name) == setting_value({}, key.name));
  }
}

TEST_CASE("a comment behind a value, the order of lines and their ends stay when it is changed") {
  CHECK(set("schema = 1\r\nlevel = \"L6\"\r\nstart = 2026-11-23   # the Monday after the trip\r\n", "level", "\"L7\"") ==
        "schema = 1\r\nlevel = \"L7\"\r\nstart = 2026-11-23   # the Monday after the trip\r\n");
  CHECK(set("[review]\r\n# minutes_per_day = 25 # a day\r\n", "review.minutes_per_day", "30") ==
        "[review]\r\nminutes_per_day = 30 # a day\r\n");
}

TEST_CASE("a key is found however TOML lets it be written") {
  CHECK(set("review.minutes_per_day = 20\n", "review.minutes_per_day", "30") == "review.minutes_per_day = 30\n");
  CHECK(set("review = { minutes_per_day = 20 }\n", "review.minutes_per_day", "30") == "review = { minutes_per_day = 30 }\n");
  CHECK(set("review = { new_per_day = 20 }\n", "review.minutes_per_day", "30") ==
        "review = { new_per_day = 20, minutes_per_day = 30 }\n");
  CHECK(set("\"level\" = 'L6'\n", "level", "\"L7\"") == "\"level\" = \"L7\"\n");
  CHECK(set("[day]\nrest_days = [\n  \"sunday\", # church\n]\n", "day.rest_days", "[]") == "[day]\nrest_days = []\n");
}

TEST_CASE("what is not there is put into its table, or a new one at the end") {
  CHECK(set("", "review.minutes_per_day", "30") == "[review]\nminutes_per_day = 30\n");
  CHECK(set("level = \"L6\"\n[review]\nnew_per_day = 5\n\n[story]\n", "review.minutes_per_day", "30") ==
        "level = \"L6\"\n[review]\nnew_per_day = 5\nminutes_per_day = 30\n\n[story]\n");
  CHECK(set("[review]\nnew_per_day = 5", "level", "\"L7\"") == "level = \"L7\"\n[review]\nnew_per_day = 5");
  CHECK(set("[review]\nnew_per_day = 5", "review.retention.aws-s3", "0.95") ==
        "[review]\nnew_per_day = 5\nretention.aws-s3 = 0.95\n");
  CHECK(set("[review.retention]\n", "review.retention.aws-s3", "0.95") == "[review.retention]\naws-s3 = 0.95\n");
}

TEST_CASE("a wrong value changes nothing and is told in the words of the file's reader") {
  const SettingChange change = set_setting("level = \"L6\"\n", "review.desired_retention", "2");
  CHECK(change.text == "level = \"L6\"\n");
  CHECK(change.wrong.find("0.99") != std::string::npos);
  CHECK(set_setting("interview = 2027-05-07\n", "start", "2027-06-01").wrong.find("before the start") != std::string::npos);
}

TEST_CASE("a file that could not be read for one key is mended by it") {
  CHECK(set("level = \"L9\"\n", "level", "\"L7\"") == "level = \"L7\"\n");
}

TEST_CASE("what a person types becomes the value that the key takes") {
  CHECK(toml_of(*setting_key("day.time_zone"), "Europe/Berlin") == "\"Europe/Berlin\"");
  CHECK(toml_of(*setting_key("day.rest_days"), "saturday, sunday") == "[\"saturday\", \"sunday\"]");
  CHECK(toml_of(*setting_key("day.rest_days"), "") == "[]");
  CHECK(toml_of(*setting_key("story.lint.off"), "passive,old") == "[\"passive\", \"old\"]");
  CHECK(toml_of(*setting_key("review.minutes_per_day"), "30") == "30");
  CHECK(toml_of(*setting_key("review.minutes_per_day"), "a\"b\n") == "\"a\\\"b\\u000A\"");
  CHECK_FALSE(setting_key("minutes_per_day"));
}
