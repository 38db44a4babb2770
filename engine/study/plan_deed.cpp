#include "study/plan_deed.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "plan/plan.h"
#include "rounds/rounds.h"

namespace starling {

namespace {

using Said = std::optional<std::string>;
using Entries = std::map<std::string, std::string>;

struct EntryPut {
  std::string text;
  std::string wrong;
};
// A file that is changed entry by entry.
struct EntryFile {
  std::string_view name;
  bool (*has)(const Replanned&);
  std::optional<Entries> (*entries)(std::string_view text);
  EntryPut (*put)(std::string_view text, const std::string& what, const Said& value);
};

bool is_round(const Replanned& changed) { return changed.what.starts_with(kRoundEntry); }

const EntryFile kPlanFile{
    "plan.toml", [](const Replanned& changed) { return !is_round(changed); },
    [](std::string_view text) {
      const auto changes = read_plan_changes(text, "plan.toml").changes;
      return changes ? std::optional<Entries>(plan_entries(*changes)) : std::nullopt;
    },
    [](std::string_view text, const std::string& what, const Said& value) {
      PlanText put = with_entry(text, what, value);
      return EntryPut{std::move(put.text), std::move(put.wrong)};
    }};

const EntryFile kRoundsFile{
    "loop.toml", is_round,
    [](std::string_view text) {
      const auto rounds = read_rounds(text, "loop.toml").rounds;
      return rounds ? std::optional<Entries>(round_entries(*rounds)) : std::nullopt;
    },
    [](std::string_view text, const std::string& what, const Said& value) {
      RoundText put = with_round_entry(text, what, value);
      return EntryPut{std::move(put.text), std::move(put.wrong)};
    }};

// One entry on its way from what was said to what shall be.
struct EntryWay {
  std::string what;
  Said from;
  Said to;
};

std::vector<EntryWay> ways_of(const EntryFile& file, const Deed& deed, Back direction) {
  std::vector<EntryWay> ways;
  for (const Event& event : deed.events)
    if (const auto* changed = std::get_if<Replanned>(&event); changed && file.has(*changed))
      ways.push_back(direction == Back::Undo ? EntryWay{changed->what, changed->after, changed->before}
                                             : EntryWay{changed->what, changed->before, changed->after});
  // A task is taken out of one list before it stands in another.
  std::ranges::stable_partition(ways, [](const EntryWay& way) { return !way.to; });
  return ways;
}

Said said_of(const Entries& entries, const std::string& what) {
  const auto at = entries.find(what);
  return at == entries.end() ? std::nullopt : Said(at->second);
}

// Why `text` is no place to put `ways` into; empty: it is one.
std::string otherwise_now(const EntryFile& file, std::string_view text, std::span<const EntryWay> ways) {
  const auto entries = file.entries(text);
  if (!entries) return fmt::format("{} cannot be read", file.name);
  for (const EntryWay& way : ways) {
    const Said now = said_of(*entries, way.what);
    if (now != way.to && now != way.from)
      return fmt::format("what {} says of '{}' is {} by now", file.name, way.what, now.value_or("nothing"));
  }
  return "";
}

// A merge that left the change out, say.
bool is_so_already(const EntryFile& file, std::string_view text, std::span<const EntryWay> ways) {
  const auto entries = file.entries(text);
  return entries && std::ranges::all_of(ways, [&](const EntryWay& way) { return said_of(*entries, way.what) == way.to; });
}

EntryPut all_ways_put(const EntryFile& file, std::string_view text, std::span<const EntryWay> ways) {
  EntryPut result{std::string(text), ""};
  for (const EntryWay& way : ways) {
    result = file.put(result.text, way.what, way.to);
    if (!result.wrong.empty()) break;
  }
  return result;
}

std::vector<Event> events_of(const EntryFile& file, std::string_view before, std::string_view after) {
  const auto old_entries = file.entries(before);
  const auto new_entries = file.entries(after);
  std::vector<Event> events;
  if (!old_entries || !new_entries) return events;
  std::set<std::string> names;
  for (const Entries* side : {&*old_entries, &*new_entries})
    for (const auto& [what, value] : *side) names.insert(what);
  for (const std::string& what : names) {
    Replanned changed{what, said_of(*old_entries, what), said_of(*new_entries, what)};
    if (changed.before != changed.after) events.emplace_back(std::move(changed));
  }
  return events;
}

SettingsBack entries_back(const EntryFile& file, std::string_view text, std::span<const Deed> deeds, Back direction) {
  SettingsBack back{std::string(text), {}};
  for (const Deed& deed : deeds) {
    const std::vector<EntryWay> ways = ways_of(file, deed, direction);
    if (ways.empty()) continue;
    std::string why = otherwise_now(file, back.text, ways);
    if (why.empty() && is_so_already(file, back.text, ways)) {
      why = fmt::format("{} {}", file.name, direction == Back::Undo ? "does not say so any more" : "says so already");
    } else if (why.empty()) {
      EntryPut put = all_ways_put(file, back.text, ways);
      if (put.wrong.empty())
        back.text = std::move(put.text);
      else
        why = fmt::format("'{}' cannot be put back in its place", ways.front().what);
    }
    if (!why.empty()) back.left.push_back(why + ": the file stays as it is");
  }
  return back;
}

bool is_of(const EntryFile& file, const Deed& deed) {
  return std::ranges::any_of(deed.events, [&](const Event& event) {
    const auto* changed = std::get_if<Replanned>(&event);
    return changed && file.has(*changed);
  });
}

}  // namespace

std::vector<Event> plan_events(std::string_view before, std::string_view after) { return events_of(kPlanFile, before, after); }
std::vector<Event> rounds_events(std::string_view before, std::string_view after) { return events_of(kRoundsFile, before, after); }

SettingsBack plan_back(std::string_view text, std::span<const Deed> deeds, Back direction) {
  return entries_back(kPlanFile, text, deeds, direction);
}
SettingsBack rounds_back(std::string_view text, std::span<const Deed> deeds, Back direction) {
  return entries_back(kRoundsFile, text, deeds, direction);
}

bool is_of_plan(const Deed& deed) { return is_of(kPlanFile, deed); }
bool is_of_rounds(const Deed& deed) { return is_of(kRoundsFile, deed); }

}  // namespace starling
