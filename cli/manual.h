// The manual page, made from the command table.
#pragma once

#include <span>
#include <string>

#include "cli/command.h"

namespace starling {

// troff with the macros of man(7); hidden commands are left out.
[[nodiscard]] std::string manual_page(std::span<const Command> commands);

}  // namespace starling
