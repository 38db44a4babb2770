#include "study/plan_deed.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "plan/plan.h"

namespace starling {

namespace {

using Said = std::optional<std::string>;

// One change of the plan on its way from what was said to what shall be.
struct PlanWay {
  std::string what;
  Said from;
  Said to;
};

std::vector<PlanWay> plan_ways(const Deed& deed, Back direction) {
  std::vector<PlanWay> ways;
  for (const Event& event : deed.events)
    if (const auto* changed = std::get_if<Replanned>(&event))
      ways.push_back(direction == Back::Undo ? PlanWay{changed->what, changed->after, changed->before}
                                             : PlanWay{changed->what, changed->before, changed->after});
  // A task is taken out of one list before it stands in another.
  std::ranges::stable_partition(ways, [](const PlanWay& way) { return !way.to; });
  return ways;
}

Said said_of(const PlanEntries& entries, const std::string& what) {
  const auto at = entries.find(what);
  return at == entries.end() ? std::nullopt : Said(at->second);
}

std::optional<PlanEntries> entries_of(std::string_view text) {
  const auto changes = read_plan_changes(text, "plan.toml").changes;
  return changes ? std::optional(plan_entries(*changes)) : std::nullopt;
}

// Why `text` is no place to put `ways` into; empty: it is one.
std::string plan_otherwise_now(std::string_view text, std::span<const PlanWay> ways) {
  const auto entries = entries_of(text);
  if (!entries) return "plan.toml cannot be read";
  for (const PlanWay& way : ways) {
    const Said now = said_of(*entries, way.what);
    if (now != way.to && now != way.from)
      return fmt::format("what plan.toml says of '{}' is {} by now", way.what, now.value_or("nothing"));
  }
  return "";
}

PlanText all_ways_put(std::string_view text, std::span<const PlanWay> ways) {
  PlanText result{std::string(text), ""};
  for (const PlanWay& way : ways) {
    result = with_entry(result.text, way.what, way.to);
    if (!result.wrong.empty()) break;
  }
  return result;
}

}  // namespace

std::vector<Event> plan_events(std::string_view before, std::string_view after) {
  const auto old_entries = entries_of(before);
  const auto new_entries = entries_of(after);
  std::vector<Event> events;
  if (!old_entries || !new_entries) return events;
  std::set<std::string> names;
  for (const PlanEntries* side : {&*old_entries, &*new_entries})
    for (const auto& [what, value] : *side) names.insert(what);
  for (const std::string& what : names) {
    Replanned changed{what, said_of(*old_entries, what), said_of(*new_entries, what)};
    if (changed.before != changed.after) events.emplace_back(std::move(changed));
  }
  return events;
}

SettingsBack plan_back(std::string_view text, std::span<const Deed> deeds, Back direction) {
  SettingsBack back{std::string(text), {}};
  for (const Deed& deed : deeds) {
    const std::vector<PlanWay> ways = plan_ways(deed, direction);
    if (ways.empty()) continue;
    std::string why = plan_otherwise_now(back.text, ways);
    if (why.empty()) {
      PlanText put = all_ways_put(back.text, ways);
      if (put.wrong.empty())
        back.text = std::move(put.text);
      else
        why = fmt::format("'{}' cannot be put back in its place", ways.front().what);
    }
    if (!why.empty()) back.left.push_back(why + ": the file stays as it is");
  }
  return back;
}

}  // namespace starling
