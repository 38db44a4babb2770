#include <doctest/doctest.h>

#include <algorithm>

#include "texts.h"

using namespace starling;
using test::day;

namespace {

// The one error of a settings text, as "line: text".
std::string error_of(const std::string& text) {
  const Problem problem = test::problem_of(text);
  return std::to_string(problem.line) + ": " + problem.text;
}

}  // namespace

TEST_CASE("an empty settings file is valid and gives every default") {
  const SettingsFile file = read_settings("", "starling.toml");
  REQUIRE(file.settings);
  CHECK(file.problems.empty());
  CHECK(file.settings->level == "L6");
  CHECK(file.settings->desired_retention == 0.90);
  CHECK(file.settings->slot_minutes == std::array{60, 30, 120});
  CHECK(hours_per_week(*file.settings) == 15);
}

TEST_CASE("an L7 learner plans 17 hours a week unless the settings say otherwise") {
  CHECK(hours_per_week(*read_settings("level = \"L7\"", "s").settings) == 17);
  CHECK(hours_per_week(*read_settings("level = \"L7\"\nhours_per_week = 18.5", "s").settings) == 18.5);
}

TEST_CASE("the settings of the interface are all understood") {
  const SettingsFile file = read_settings(R"(
schema = 1
level = "L7"
start = 2026-11-23
interview = 2027-05-07
plan = "amazon-24-week"
hours_per_week = 15
[day]
time_zone = "Europe/Berlin"
rollover_hour = 3
slots = { morning = 30, noon = 0, evening = 90 }
rest_days = ["Sat", "sunday"]
[review]
model = "fsrs-6"
desired_retention = 0.85
new_per_day = 10
reviews_per_day = 80
minutes_per_day = 12.5
learning_steps = ["1m", "10m", "1d"]
relearning_steps = []
maximum_interval_days = 90
leech_lapses = 6
[story]
words_per_minute = 150
target_seconds = 120
)", "starling.toml");
  REQUIRE(file.settings);
  const Settings& s = *file.settings;
  CHECK(s.start == day("2026-11-23"));
  CHECK(s.interview == day("2027-05-07"));
  CHECK(s.rollover_hour == 3);
  CHECK(s.slot_minutes == std::array{30, 0, 90});
  CHECK(s.rest_days == std::vector<std::string>{"saturday", "sunday"});
  CHECK(s.learning_steps.back() == std::chrono::days(1));
  CHECK(s.relearning_steps.empty());
  CHECK(policy_of(s, ItemKind::Card).maximum_interval_days == 90);
  CHECK(policy_of(s, ItemKind::Card).desired_retention == 0.85);
  CHECK(policy_of(s, ItemKind::Story).learning_steps.empty());
}

TEST_CASE("a mistake in the settings is named with its line and the way out") {
  CHECK(error_of("\nlevel = \"L8\"").starts_with("2: "));
  CHECK(error_of("levle = \"L6\"").find("did you mean 'level'") != std::string::npos);
  CHECK(error_of("[review]\ndesired_retention = 0.5").find("0.7 to 0.99") != std::string::npos);
  CHECK(error_of("[review]\nlearning_steps = [\"10 minutes\"]").find("10m") != std::string::npos);
  CHECK(error_of("[day]\ntime_zone = \"Europe/Atlantis\"").starts_with("2: "));
  CHECK(error_of("[day]\nrest_days = [\"funday\"]").find("sunday") != std::string::npos);
  CHECK(error_of("start = \"2026-11-23\"").find("without quotes") != std::string::npos);
  CHECK(error_of("start = 2026-02-30").starts_with("1: "));
  CHECK(error_of("start = 2027-05-08\ninterview = 2027-05-07").find("before the start") != std::string::npos);
}

TEST_CASE("hours outside the plan's range are a warning, not an error") {
  for (const char* hours : {"14.9", "20.1", "40"}) {
    const SettingsFile file = read_settings(std::string("hours_per_week = ") + hours, "s");
    REQUIRE(file.settings);
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].severity == Severity::Warning);
  }
  for (const char* hours : {"15", "17.5", "20"})
    CHECK(read_settings(std::string("hours_per_week = ") + hours, "s").problems.empty());
}

TEST_CASE("a new folder's settings say what was decided and show every other default") {
  const Beginning beginning{"L7", day("2026-11-23"), day("2027-05-14"), 18.0};
  const SettingsFile file = read_settings(settings_text(beginning), "s");
  REQUIRE(file.settings);
  CHECK(file.settings->level == "L7");
  CHECK(file.settings->start == beginning.start);
  CHECK(file.settings->interview == beginning.interview);
  CHECK(file.settings->hours_per_week == 18.0);

  // Every commented default, switched on, is valid and is the default.
  const SettingsFile full = read_settings(test::defaults_switched_on(), "s");
  REQUIRE(full.settings);
  const Settings defaults;
  CHECK(full.settings->learning_steps == defaults.learning_steps);
  CHECK(full.settings->slot_minutes == defaults.slot_minutes);
  CHECK(full.settings->rest_days == defaults.rest_days);
  CHECK(full.settings->minutes_per_day == defaults.minutes_per_day);
  CHECK(full.settings->target_seconds == defaults.target_seconds);
  CHECK(full.settings->leech_lapses == defaults.leech_lapses);
}

TEST_CASE("changing the dates keeps every other line of the learner's settings") {
  const std::string text =
      "# mine\nlevel = \"L6\"   # for now\n\n[review]\nminutes_per_day = 40 # long commute\n";
  const std::string changed = change_settings(text, {"L7", day("2026-11-23"), day("2027-05-14"), {}}).text;
  CHECK(changed.find("level = \"L7\"   # for now\n") != std::string::npos);
  CHECK(changed.find("# mine\n") == 0);
  CHECK(changed.find("minutes_per_day = 40 # long commute") != std::string::npos);
  const SettingsFile file = read_settings(changed, "s");
  REQUIRE(file.settings);
  CHECK(file.settings->level == "L7");
  CHECK(file.settings->interview == day("2027-05-14"));
  CHECK(file.settings->minutes_per_day == 40);
  CHECK(change_settings(changed, {"L7", day("2026-11-23"), day("2027-05-14"), {}}).text == changed);
}

TEST_CASE("a key of the same name inside a table is not the top-level one") {
  const std::string changed = change_settings("[review]\n# start = no\n", {"L6", day("2026-11-23"), day("2027-05-07"), {}}).text;
  CHECK(read_settings(changed, "s").settings);
}

TEST_CASE("steps are whole minutes, hours or days up to a month") {
  CHECK(parse_step("1m") == std::chrono::minutes(1));
  CHECK(parse_step("2h") == std::chrono::minutes(120));
  CHECK(parse_step("30d") == std::chrono::days(30));
  for (const char* wrong : {"", "m", "0m", "-1m", "31d", "1s", "1.5h", "1 m", "99999999999m"}) CHECK_FALSE(parse_step(wrong));
}

TEST_CASE("limits and words of the lint are read, and a rule that is none is named with its place") {
  const std::string head = "[story.lint]\n";
  const SettingsFile file = read_settings(head + "short_words = 150\nhedged_share = 0.02\noff = [\"old\", \"buzz\"]\njargon_allowed = []\ncode_names = \"Bluebird\"\n", "s");
  REQUIRE(file.settings);
  const LintSettings& lint = file.settings->lint;
  CHECK(lint.whole(LintLimit::ShortWords) == 150);
  CHECK(lint.at(LintLimit::HedgedShare) == 0.02);
  CHECK(lint.whole(LintLimit::LongWords) == 450);
  CHECK(lint.off == std::vector<std::string>{"old", "buzz"});
  CHECK(lint.jargon_allowed.empty());
  CHECK(lint.code_names == std::vector<std::string>{"Bluebird"});
  const Problem wrong = test::problem_of(head + "off = [\"olde\"]\n");
  CHECK(wrong.line == 2);
  CHECK(wrong.text.find("'olde' is not a rule") != std::string::npos);
  CHECK(test::problem_of(head + "short_words = 1.5\n").line == 2);
  CHECK(test::problem_of(head + "shrot_words = 1\n").text.find("short_words") != std::string::npos);
}
