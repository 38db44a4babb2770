#include "cli/reference.h"

#include <fmt/format.h>

#include "cli/help.h"

namespace starling {

namespace {

constexpr int kColumns = 80;

}  // namespace

std::string command_reference(std::span<const Command> commands) {
  std::string text = "# Commands\n\nMade from the command table; `starling --help` says the same.\n\n```\n" +
                     overview(commands, kColumns) + "```\n";
  for (const Command& command : commands)
    if (!command.hidden) text += fmt::format("\n## {}\n\n```\n{}```\n", command.name, command_help(command, kColumns));
  return text;
}

}  // namespace starling
