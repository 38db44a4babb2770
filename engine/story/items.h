// What can be asked of a story: to tell it.
#pragma once

#include "item/item.h"
#include "story/star.h"

namespace starling {

// A story that is not whole is a draft, and has no telling yet. A telling takes as long as the story is meant to, else
// `default_target_seconds`.
[[nodiscard]] Item item_of(const Story& story, int default_target_seconds);

}  // namespace starling
