// Telling stories against the clock.
#pragma once

#include "cli/arguments.h"
#include "cli/world.h"

namespace starling {

// Tells what is due today, one after the other. False when nothing was.
bool tell_stories_due(const Arguments& arguments, World& world);

}  // namespace starling
