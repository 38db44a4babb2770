// Telling stories against the clock.
#pragma once

#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/world.h"
#include "study/study.h"

namespace starling {

// Tells what is due today, one after the other. False when nothing was.
bool tell_stories_due(const Arguments& arguments, World& world);

// By keys or by lines. UsageError for a story without a text. False when the learner left before the last grade.
bool tell_story(Study& study, const Story& story, World& world);
// False when the learner left before the last grade; nothing is kept of it then. By keys: the terminal can move.
bool tell_by_keys(Study& study, const Story& story, World& world);
bool tell_by_lines(Study& study, const Story& story, World& world);

}  // namespace starling
