// `config`: what starling.toml says, key by key, and one of them set anew.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/plan_names.h"
#include "cli/screen.h"
#include "cli/screen/settings.h"
#include "cli/settings_file.h"
#include "cli/unread.h"
#include "cli/wire/settings.h"
#include "doctor/doctor.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Text> kKey{"KEY"};
constexpr Operand<Text> kValue{"VALUE"};
constexpr Switch kUnset{"--unset", "back to the default"};

// Those that end in the same word, or the nearest.
std::string near_keys(const std::string& name) {
  std::vector<std::string> names;
  std::vector<std::string> near;
  for (const SettingKey& key : setting_keys({})) {
    names.push_back(key.name);
    if (!name.empty() && key.name.find(name) != key.name.npos) near.push_back(fmt::format("'{}'", key.name));
  }
  if (near.empty() || near.size() > 3) {
    const std::string nearest = did_you_mean(name, names);
    return nearest.empty() ? "; all of them: starling config" : nearest;
  }
  return fmt::format("; did you mean {}?", fmt::join(near, " or "));
}

SettingKey need_key(const std::string& name) {
  if (auto key = setting_key(name)) return *std::move(key);
  throw UsageError(fmt::format("there is no setting '{}'{}", name, near_keys(name)));
}

SettingView view_of(const SettingKey& key, const Settings& settings) {
  return {key.name, setting_value(settings, key.name), setting_value({}, key.name), key.without};
}

Exit show(const Arguments& arguments, World& world, const Settings& settings, const std::optional<std::string>& name) {
  std::vector<SettingView> views;
  if (name) {
    views.push_back(view_of(need_key(*name), settings));
  } else {
    for (const SettingKey& key : setting_keys(settings)) views.push_back(view_of(key, settings));
  }
  if (arguments.json)
    world.out << settings_json(views);
  else if (name)
    world.out << shown(setting_words(views.front())) << '\n';
  else
    world.out << settings_screen(views, Style(world.colour), text_width(world));
  return Exit::Ok;
}

// A plan that is there and is for the level; a level that the plan is for.
void check_plan(const World& world, const std::string& text, const SettingKey& key, const std::string& value) {
  if (key.name != "plan" && key.name != "level") return;
  const FoundPlans found = find_plans(world);
  const Settings settings = read_settings(text, "starling.toml").settings.value_or(Settings{});
  const Settings after = read_settings(fmt::format("{} = {}\n", key.name, value), "starling.toml").settings.value_or(settings);
  const bool of_plan = key.name == "plan";
  const FoundPlan* plan = of_plan ? &need_plan(found, after.plan) : plan_named(found, settings.plan);
  if (plan) need_level(found, plan->plan, of_plan ? settings.level : after.level);
}

constexpr std::string_view kRetentions = "review.retention.";
constexpr std::string_view kWorths = "review.worth.";

std::vector<std::string> new_warnings(const SettingsFile& before, const std::string& text) {
  std::vector<std::string> warnings;
  for (const Problem& problem : read_settings(text, "starling.toml").problems)
    if (std::ranges::find(before.problems, problem.text, &Problem::text) == before.problems.end()) warnings.push_back(problem.text);
  return warnings;
}

// Of a deck, tag or area that is none: what else the doctor would say.
void add_unknown_name(std::vector<std::string>& warnings, const std::string& key, const Arguments& arguments, World& world) {
  const auto add = [&](const auto& named, std::string_view table, const auto& name_of, const Library& library) {
    if (!key.starts_with(table)) return;
    const auto own = std::ranges::find(named, key.substr(table.size()), name_of);
    if (own == named.end()) return;
    if (const auto finding = unknown_name(*own, library)) warnings.push_back(finding->text);
  };
  if (!key.starts_with(kRetentions) && !key.starts_with(kWorths)) return;
  try {
    const auto study = open_study(arguments, world);
    add(study->settings().retention, kRetentions, &DeckRetention::deck, study->library());
    add(study->settings().worths, kWorths, &NamedWorth::name, study->library());
  } catch (const TextError&) {
    // A mistake in another file is told by every other command.
  }
}

std::string changed_sentence(const SettingsFile& before, const SettingView& after, const SettingKey& key, bool unset) {
  const std::string now = setting_words(after);
  if (!before.settings) return fmt::format("Changed {}: {}.", key.name, now);
  const std::string was = setting_words(view_of(key, *before.settings));
  return was == now ? fmt::format("{} is {} as before; starling.toml says so {}.", key.name, now, unset ? "no more" : "from now on")
                    : fmt::format("Changed {}: {} to {}.", key.name, was, now);
}

Exit change(const Arguments& arguments, World& world, const StudyFolder& folder, const std::string& text) {
  const SettingKey key = need_key(arguments.operand(kKey));
  const bool unset = arguments.has(kUnset);
  if (!unset) check_plan(world, text, key, toml_of(key, *arguments.value(kValue)));
  const SettingsChanged done = change_settings_file(folder, arguments, world, [&](const std::string& now) {
    return unset ? unset_setting(now, key.name) : set_setting(now, key.name, toml_of(key, *arguments.value(kValue)));
  });
  const SettingChange& change = done.change;
  const SettingsFile before = read_settings(text, "starling.toml");
  if (!change.wrong.empty() && !before.settings) refuse_unread_text(before.problems, "starling.toml");
  if (!change.wrong.empty()) throw refused_change(key.name, change.wrong);
  const SettingView after = view_of(key, settings_of_text(change.text));
  std::vector<std::string> warnings = new_warnings(before, change.text);
  if (!unset) add_unknown_name(warnings, key.name, arguments, world);
  if (arguments.json) {
    world.out << settings_json(std::span(&after, 1), SettingsNews{done.changed, warnings});
  } else if (!done.changed) {
    world.out << "Nothing changed.\n";
  } else {
    world.out << paragraph(changed_sentence(before, after, key, unset), text_width(world));
    for (const std::string& warning : warnings) world.out << paragraph(capitalised(warning) + ".", text_width(world));
    if (key.name == "hours_per_week") world.out << paragraph("The plan stays as it is laid. To fit it: starling replan --hours N", text_width(world));
  }
  return Exit::Ok;
}

Exit run_config(const Arguments& arguments, World& world) {
  const StudyFolder folder(study_home(world));
  const std::string text = settings_file_text(folder, arguments);
  if (arguments.has(kValue) || arguments.has(kUnset)) return change(arguments, world, folder, text);
  return show(arguments, world, settings_of_text(text), arguments.value(kKey));
}

}  // namespace

const Command kConfigCommand{.name = "config",
                             .operands = {maybe(kKey), maybe(kValue)},
                             .summary = "the settings, and one of them changed in starling.toml",
                             .options = {&kUnset},
                             .relations = {needs(kUnset, kKey), excludes(kUnset, kValue)},
                             .examples = {"starling config", "starling config review.minutes_per_day 30",
                                          "starling config day.rest_days saturday,sunday",
                                          "starling config --unset review.minutes_per_day"},
                             .pages = true,
                             .run = run_config};

}  // namespace starling
