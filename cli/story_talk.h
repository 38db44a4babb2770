// The five short questions of a new story.
#pragma once

#include <functional>
#include <string>

#include "cli/dialogue.h"
#include "story/story.h"
#include "view/view.h"

namespace starling {

struct StoryTalk {
  NeedyPrinciple proposal;
  // Why a story of that title cannot be made, as a sentence without a full stop; empty: it can.
  std::function<std::string(const std::string& title)> refuses;
};
// Asks what `story` does not have yet and puts it there; Enter leaves an answer out, except the title. False at the end of
// input: nothing is to be made.
[[nodiscard]] bool ask_new_story(Dialogue& talk, const StoryTalk& about, NewStory& story);

}  // namespace starling
