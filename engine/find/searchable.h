// A deck, a story, a plan as lines to search in, one for each card, story and line of the plan: its id, a tab, its id
// and its first passage folded, a tab, its other passages folded, a newline. Folded texts hold neither tabs nor newlines.
#pragma once

#include <string>
#include <vector>

#include "deck/deck.h"
#include "find/passages.h"
#include "plan/plan.h"
#include "story/story.h"

namespace starling {

[[nodiscard]] std::string searchable(const Deck& deck);
[[nodiscard]] std::string searchable(const Story& story);
[[nodiscard]] std::string searchable(const Plan& plan);
// One such line of anything else; `named` is what the id is called where it is looked for.
[[nodiscard]] std::string searchable_line(const std::string& id, const std::string& named, const std::vector<Passage>& passages);

}  // namespace starling
