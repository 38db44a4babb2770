// What is to be known before a page is handed to others.
#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/world.h"
#include "view/view.h"

namespace starling {

// One line: how many words were masked, and what else of others stands in it. Empty where there is nothing to say.
[[nodiscard]] std::string handout_line(const HandoutRemarks& remarks);

// On `err`; nothing with --quiet.
void tell_handout(const HandoutRemarks& remarks, const Arguments& arguments, World& world);

}  // namespace starling
