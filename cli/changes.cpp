#include "cli/changes.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/screen/settings.h"
#include "text/text.h"

namespace starling {

namespace {

bool sets(const Deed& deed, const std::string& key) {
  return std::ranges::any_of(deed.events, [&](const Event& event) {
    const auto* set = std::get_if<SettingSet>(&event);
    return set && set->key == key;
  });
}

// By a tick of another machine, say.
bool stays_done(const Deed& deed, const Study& study) {
  return std::ranges::any_of(deed.events, [&](const Event& event) {
    const auto* done = std::get_if<TaskDone>(&event);
    return done && tickable(study.standpoint(), done->task).value_or(Tickable{}).is_done();
  });
}

// As the plan and the banks call things now.
TitlesOf titles_of(const Study& study) {
  const auto title = [](const auto* found) { return found ? found->title : std::string(); };
  return {[&study](std::string_view id) { return tickable(study.standpoint(), id).value_or(Tickable{}).title; },
          [&study, title](std::string_view id) { return title(study.library().coding_problem(id)); },
          [&study, title](std::string_view id) { return title(study.library().design_exercise(id)); }};
}

}  // namespace

std::string_view verb_of(Back direction) { return direction == Back::Undo ? "Undid" : "Redid"; }

std::string change_lines(const Deed& deed, std::span<const Deed> then, Back direction, const Settings& now, const Study& study) {
  std::string text;
  Deed others = deed;  // what goes with settings: the tasks that a break moves
  others.events.clear();
  for (const Event& event : deed.events) {
    const auto* set = std::get_if<SettingSet>(&event);
    if (!set) {
      others.events.push_back(event);
      continue;
    }
    const bool again = std::ranges::any_of(then, [&](const Deed& other) { return sets(other, set->key); });
    text += set_back_words(*set, direction, again ? value_back(*set, direction) : setting_value(now, set->key)) + "\n";
  }
  if (!others.events.empty() || text.empty()) text += fmt::format("{}: {}\n", verb_of(direction), describe(others, titles_of(study)));
  if (direction == Back::Undo && stays_done(deed, study)) text += "It stays done: it was ticked more than once.\n";
  return shown(text);  // the history may hold what others wrote
}

}  // namespace starling
