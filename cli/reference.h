// docs/commands.md, made from the command table.
#pragma once

#include <span>
#include <string>

#include "cli/command.h"

namespace starling {

// Markdown; hidden commands are left out.
[[nodiscard]] std::string command_reference(std::span<const Command> commands);

}  // namespace starling
