// Help as text, made from the command table.
#pragma once

#include <span>
#include <string>

#include "cli/arguments.h"

namespace starling {

// Commands by what a learner does with them, named by their first words.
struct CommandGroup {
  std::string_view title;
  std::span<const std::string_view> words;
};
[[nodiscard]] std::span<const CommandGroup> command_groups();

[[nodiscard]] std::string overview(std::span<const Command> commands, int width);
// What the commands do whose first word is `first`.
[[nodiscard]] std::string group_help(std::span<const Command> commands, std::string_view first, int width);
[[nodiscard]] std::string command_help(const Command& command, int width);

}  // namespace starling
