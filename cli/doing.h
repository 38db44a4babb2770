// A person does a thing of the day: the clock beside it, the questions afterwards, and what is written down.
#pragma once

#include "cli/arguments.h"
#include "cli/world.h"
#include "study/study.h"
#include "view/view.h"

namespace starling {

// There is a terminal. False where nothing was done, or it was left; then nothing of it is kept but the answers of a
// sitting. `study` may be read anew.
bool do_it(Study& study, const ToDo& doing, const Arguments& arguments, World& world);

}  // namespace starling
