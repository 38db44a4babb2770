// What a story offers to ask about: its figures, people, decisions and the rest, each with the words that show it.
#pragma once

#include <string>
#include <vector>

#include "probe/heard.h"
#include "probe/templates.h"

namespace starling {

struct ProbeFind {
  std::string spoken;  // as it stands in the question
  std::string from;    // as it stands in the story
};

// In the order of the story, no two with the same words. None for ProbeSlot::None.
[[nodiscard]] std::vector<ProbeFind> find_for(ProbeSlot slot, const Story& story, const HeardStory& heard);

// Nothing in it goes wrong.
[[nodiscard]] bool is_smooth(const HeardStory& heard);

}  // namespace starling
