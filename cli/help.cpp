#include "cli/help.h"

#include <fmt/format.h>

namespace starling {

namespace {

std::string usage(const Command& command) {
  std::string line = fmt::format("starling {}", command.name);
  if (!command.operands.empty()) line += fmt::format(" {}", operands_text(command));
  return line;
}

std::string option_lines(std::span<const Parameter* const> options) {
  std::string text;
  for (const Parameter* option : options) {
    const std::string left =
        option->value().empty() ? std::string(option->name()) : fmt::format("{} {}", option->name(), option->value());
    text += left.size() > 20 ? fmt::format("  {}\n  {:20} {}\n", left, "", option->help())
                             : fmt::format("  {:20} {}\n", left, option->help());
  }
  return text;
}

}  // namespace

std::string overview(std::span<const Command> commands) {
  std::string text =
      "Starling prepares one candidate for an Amazon L6 or L7 interview:\n"
      "cards, stories and the 24-week plan in one day's list.\n\n"
      "Usage: starling [COMMAND] [OPTIONS]\n\n"
      "Without a command it shows today.\n\nCommands:\n";
  for (const Command& command : commands)
    if (!command.hidden) text += fmt::format("  {:15} {}\n", command.name, command.summary);
  text += "\nOptions for every command:\n" + option_lines(global_options());
  text += "\nMore: starling COMMAND --help\n";
  text +=
      "Exit: 0 done, 1 nothing due or not met, 2 wrong use,\n"
      "3 a text file is wrong, 4 the disk or the database.\n";
  return text;
}

std::string command_help(const Command& command) {
  std::string text = fmt::format("{}: {}\n\nUsage: {}\n", command.name, command.summary, usage(command));
  if (!command.options.empty()) text += "\nOptions:\n" + option_lines(command.options);
  if (!command.examples.empty()) {
    text += "\nExamples:\n";
    for (const auto example : command.examples) text += fmt::format("  {}\n", example);
  }
  text += "\nOptions for every command: starling --help\n";
  return text;
}

}  // namespace starling
