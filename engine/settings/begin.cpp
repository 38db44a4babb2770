#include "settings/begin.h"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

#include "settings/keys.h"
#include "settings/read.h"
#include "source/source.h"

namespace starling {

namespace {

std::string set_line(std::string_view key, std::string_view value) { return fmt::format("{} = {}", key, value); }

std::string plan_text(const std::string& id) { return fmt::format("\"{}\"", id); }

// A key whose value is empty is unset.
std::vector<std::pair<std::string, std::string>> top_level(const Beginning& beginning) {
  std::vector<std::pair<std::string, std::string>> keys{
      {"level", fmt::format("\"{}\"", beginning.level)},
      {"start", to_string(beginning.start)},
      {"interview", beginning.interview ? to_string(*beginning.interview) : ""},
  };
  if (beginning.hours_per_week) keys.emplace_back("hours_per_week", fmt::format("{:g}", *beginning.hours_per_week));
  return keys;
}

}  // namespace

std::string settings_text(const Beginning& beginning) {
  std::string text = schema_line("settings", 0) + "# Your decisions. A line with # in front shows the default of its key.\nschema = 1\n";
  for (const auto& [key, value] : top_level(beginning))
    text += value.empty() ? "# The day of the interview, once it is set: starling init --interview DATE\n" : set_line(key, value) + "\n";
  if (!beginning.hours_per_week) text += "# hours_per_week = 15           # the plan's for the level: 15 for L6, 17 for L7 in 24 weeks\n";
  text += "# role = \"em\"                   # ic where you lead nobody: coverage asks less of hiring and caring for people\n";
  const bool usual = beginning.plan.empty() || beginning.plan == Settings{}.plan;
  text += fmt::format("{}plan = {}\n", usual ? "# " : "", plan_text(usual ? Settings{}.plan : beginning.plan));
  text += R"(
[day]
# time_zone = "Europe/Berlin"   # the system's
# rollover_hour = 4             # a study day begins at this hour
# slots = { morning = 60, noon = 30, evening = 120 }   # minutes
# rest_days = ["sunday"]        # reviews only, nothing new
# lighter_days = []             # half the reviews: ["saturday"]
# days_off = []                 # nothing is asked: ["2026-12-24..2027-01-02", "2027-02-05"]

[review]
# desired_retention = 0.90      # 0.70 to 0.99
# minutes_per_day = 25
# new_per_day = 20
# reviews_per_day = 120
# learning_steps = ["1m", "10m"]
# relearning_steps = ["10m"]
# maximum_interval_days = 180
# leech_lapses = 8
# leech_action = "tag"          # or "suspend"
# order = "recall-per-second"   # lowest-recall, due-day, overdueness, random
# policy = "plain"              # auto: what is foreseen to know most on the day; deadline, half-left, r-of-t, final-pass
# thoroughness = "usual"        # less, more: under deadline, minutes that would be left over
# load_balance = true           # even days, and few reviews on rest days
# worth_by_plan = false         # true: cards of areas with many hours for few cards count more
# weekly_refit = true           # weights are fitted to your answers by the first sitting of a week
# type_cloze = false            # true: gaps of cloze and code cards are typed
# [review.retention]            # a deck's own desired retention: patterns-two-pointers = 0.95
# [review.worth]                # what knowing a deck, tag or area counts: coding = 2

[story]
# words_per_minute = 140
# target_seconds = 150
# cards = true                  # once told, a story is asked by its opening, beats and figures: deck my-stories

[story.lint]                    # what stories are marked for: starling story lint --rules
# code_names = []               # internal names that may stand in no story: ["Bluebird"]
# off = []                      # rules that mark nothing: ["passive"]
)";
  return text;
}

SettingChange change_settings(std::string_view text, const Beginning& beginning) {
  SettingChange change{std::string(text), ""};
  auto keys = top_level(beginning);
  if (!beginning.plan.empty()) keys.emplace_back("plan", plan_text(beginning.plan));
  // A start behind the old interview would not be read.
  const auto before = read_settings(text, "starling.toml").settings;
  if (before && before->interview && *before->interview < beginning.start) std::swap(keys[1], keys[2]);
  for (const auto& [key, value] : keys) {
    const bool same = before && setting_value(*before, key) == value;
    if (!same) change = value.empty() ? unset_setting(change.text, key) : set_setting(change.text, key, value);
    if (!change.wrong.empty()) return {std::string(text), change.wrong};
  }
  return change;
}

}  // namespace starling
