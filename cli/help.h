// Help as text, made from the command table.
#pragma once

#include <span>
#include <string>

#include "cli/arguments.h"

namespace starling {

[[nodiscard]] std::string overview(std::span<const Command> commands);
[[nodiscard]] std::string command_help(const Command& command);

}  // namespace starling
