#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/screen.h"
#include "cli/topics.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kEachDay[]{"today", "do", "review", "done", "check", "log", "undo", "redo", "why", "search"};
constexpr std::string_view kCards[]{"deck", "card"};
constexpr std::string_view kStories[]{"story", "win", "coverage", "loop"};
constexpr std::string_view kThePlan[]{"plan", "week", "month", "gates", "weak", "sheet", "debrief", "break", "replan", "date", "ics"};
constexpr std::string_view kPractice[]{"problem", "exercise", "question", "mock", "feedback", "metric", "baseline"};
constexpr std::string_view kNumbers[]{"stats", "forecast", "readiness", "optimise", "simulate", "memory"};
constexpr std::string_view kFolder[]{"init", "config", "backup", "restore", "doctor"};
constexpr std::string_view kPrograms[]{"next", "answer", "completion", "man"};

constexpr std::array kGroups{CommandGroup{"Each day", kEachDay},
                             CommandGroup{"Cards and decks", kCards},
                             CommandGroup{"Stories", kStories},
                             CommandGroup{"The plan", kThePlan},
                             CommandGroup{"Problems and exercises", kPractice},
                             CommandGroup{"Looking back and ahead", kNumbers},
                             CommandGroup{"The study folder", kFolder},
                             CommandGroup{"For scripts and shells", kPrograms}};

constexpr std::string_view kExamples[]{"starling init --level L7 --interview 2027-05-14",
                                       "starling review --minutes 10",
                                       "starling story new \"Night pages\" --principle BE",
                                       "starling why aws-s3/s3-slow-down",
                                       "starling help words"};

constexpr int kLeftColumns = 18;
constexpr int kOptionColumns = 23;

// "  left      right", or right below left where the screen is narrow or left is long.
std::string row(std::string_view left, std::string_view right, int columns, int width) {
  const std::string first = fmt::format("  {}", left);
  const bool beside = width >= 60 && display_width(first) < columns;
  return beside ? hanging(padded(first, columns), right, width) : first + "\n" + paragraph(right, width, width >= 60 ? columns : 4);
}

std::string usage(const Command& command) {
  std::string line = fmt::format("starling {}", command.name);
  if (!command.operands.empty()) line += fmt::format(" {}", operands_text(command));
  return line;
}

std::string option_lines(std::span<const Parameter* const> options, int width) {
  std::string text;
  for (const Parameter* option : options)
    text += row(option->value().empty() ? std::string(option->name()) : fmt::format("{} {}", option->name(), option->value()),
                option->help(), kOptionColumns, width);
  return text;
}

std::string_view group_word(std::string_view name) { return name.substr(0, name.find(' ')); }

std::string summary_of(const Command& command) {
  return command.also.empty() ? std::string(command.summary) : fmt::format("{} (also {})", command.summary, command.also);
}

std::string group_lines(const CommandGroup& group, std::span<const Command> commands, int width) {
  std::string text;
  for (const std::string_view word : group.words)
    for (const Command& command : commands)
      if (!command.hidden && group_word(command.name) == word) text += row(command.name, summary_of(command), kLeftColumns, width);
  return text.empty() ? "" : fmt::format("\n{}\n{}", group.title, text);
}

}  // namespace

std::span<const CommandGroup> command_groups() { return kGroups; }

std::string overview(std::span<const Command> commands, int width) {
  std::string text = paragraph("Starling prepares one candidate for an Amazon L6 or L7 interview: cards, stories and a plan by weeks "
                               "in one day's list.", width) +
                     "\n" + paragraph("Usage: starling [COMMAND] [OPTIONS]. Without a command it shows today.", width);
  for (const CommandGroup& group : kGroups) text += group_lines(group, commands, width);
  text += "\nExamples\n";
  for (const std::string_view example : kExamples) text += fmt::format("  {}\n", example);
  text += "\nOptions for every command\n" + option_lines(global_options(), width) + "\nMore\n";
  text += row("COMMAND --help", "options and examples of a command", kLeftColumns, width);
  for (const HelpTopic& topic : help_topics())
    text += row(fmt::format("help {}", topic.name), topic.summary, kLeftColumns, width);
  return text + "\n" + paragraph("Exit: 0 done, 1 nothing due or not met, 2 wrong use, 3 a text file is wrong, 4 the disk or the "
                                 "database.", width);
}

std::string group_help(std::span<const Command> commands, std::string_view first, int width) {
  std::string text;
  for (const Command* command : of_group(commands, first))
    if (!command->hidden) text += row(command->name, summary_of(*command), kLeftColumns, width);
  return text + "\n" + paragraph(fmt::format("Options and examples of one: starling {} --help", of_group(commands, first).front()->name), width);
}

std::string command_help(const Command& command, int width) {
  std::string text = hanging(fmt::format("{}: ", command.name), command.summary, width) + "\n" + hanging("Usage: ", usage(command), width);
  if (!command.also.empty()) text += fmt::format("Also:  starling {}\n", command.also);
  if (!command.options.empty()) text += "\nOptions:\n" + option_lines(command.options, width);
  if (!command.examples.empty()) {
    text += "\nExamples:\n";
    for (const auto example : command.examples) text += fmt::format("  {}\n", example);
  }
  return text + "\n" + paragraph("More options: starling --help", width);
}

}  // namespace starling
