#include "probe/probe_items.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "probe/questions.h"

namespace starling {

namespace {

Away away_of(const Story& story, const FollowUp& followup) {
  if (story.archived || !still_says(story, followup.from)) return Away::Retired;
  return story.draft ? Away::Draft : Away::No;
}

}  // namespace

std::optional<ItemId> probe_item(std::string_view story, int number) { return ItemId::parse(fmt::format("probe/{}/{}", story, number)); }

int number_of_probe(const ItemId& probe) {
  int number = 0;
  const std::string_view name = probe.name();
  (void)std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

std::vector<Item> probe_items(const Story& story) {
  const KindTraits& kind = traits(ItemKind::Probe);
  std::vector<Item> items;
  for (const FollowUp& each : story.followups) {
    if (!each.probe || each.ask.empty()) continue;
    if (auto id = probe_item(story.id, *each.probe))
      items.push_back({*std::move(id), "lp", 0, {}, Levels::Both, away_of(story, each), kind.usual, kind.worth});
  }
  return items;
}

const FollowUp* probe_of(const Story& story, int number) {
  const auto found = std::ranges::find(story.followups, std::optional(number), &FollowUp::probe);
  return found == story.followups.end() ? nullptr : &*found;
}

int highest_probe(const Story& story) {
  int highest = 0;
  for (const FollowUp& each : story.followups) highest = std::max(highest, each.probe.value_or(0));
  return highest;
}

}  // namespace starling
