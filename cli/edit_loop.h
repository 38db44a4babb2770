// An edit from the command line: what came of it is told, and mistakes are the learner's to mend or to take back.
#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/editing.h"
#include "cli/world.h"

namespace starling {

// Before anything is written for an editor: UsageError where there is none and nobody at a terminal.
void need_editor(const World& world);

// `id` names the card, the story or the deck in the reply. On a terminal it asks what to do about a mistake; elsewhere, and with
// --json, mistakes are told and stay: BadText. NotMet where nothing was changed.
Exit finish_edit(World& world, const Arguments& arguments, const Study& study, Edited edited, const std::string& id);

}  // namespace starling
