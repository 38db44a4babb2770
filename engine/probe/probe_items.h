// What comes back of the follow-ups of a story: those with a number, each asked for by itself.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "item/item.h"
#include "story/story.h"

namespace starling {

// `number` is at least 1; nothing unless the story's id can be one.
[[nodiscard]] std::optional<ItemId> probe_item(std::string_view story, int number);
// Of a probe: its number.
[[nodiscard]] int number_of_probe(const ItemId& probe);

// Each follow-up with a number. Retired where its story is put away or its words are gone from the text, and waiting
// while the story is marked as a draft.
[[nodiscard]] std::vector<Item> probe_items(const Story& story);

// Null where the story has none of that number.
[[nodiscard]] const FollowUp* probe_of(const Story& story, int number);
// The highest number of a probe in the story; 0 for none.
[[nodiscard]] int highest_probe(const Story& story);

}  // namespace starling
