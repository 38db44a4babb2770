#include "cli/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text/text.h"

namespace starling {

Relation needs(const Parameter& option, const Parameter& other) { return {&option, Relation::Rule::Needs, {&other}}; }

Relation excludes(const Parameter& option, const Parameter& other, std::string_view why) {
  return {&option, Relation::Rule::Excludes, {&other}, why};
}

Relation only_with(const Parameter& option, std::vector<const Parameter*> others) {
  return {&option, Relation::Rule::OnlyWith, std::move(others)};
}

std::string operands_text(const Command& command) {
  std::string text;
  for (const OperandPlace& place : command.operands) {
    const std::string name = fmt::format("{}{}", place.operand->name(), place.most < 0 ? "..." : "");
    text += fmt::format("{}{}", text.empty() ? "" : " ", place.least == 0 ? '[' + name + ']' : name);
  }
  return text;
}

const Parameter* find_option(std::span<const Parameter* const> options, std::string_view name) {
  const auto found = std::ranges::find_if(options, [&](const Parameter* option) { return same_spelling(option->name(), name); });
  return found == options.end() ? nullptr : *found;
}

const Command* find_command(std::span<const Command> commands, std::string_view name) {
  const auto found = std::ranges::find_if(
      commands, [&](const Command& each) { return same_spelling(each.name, name) || (!name.empty() && each.also == name); });
  return found == commands.end() ? nullptr : &*found;
}

std::vector<const Command*> of_group(std::span<const Command> commands, std::string_view first) {
  std::vector<const Command*> group;
  for (const Command& each : commands)
    if (each.name.size() > first.size() && each.name.starts_with(first) && each.name[first.size()] == ' ') group.push_back(&each);
  return group;
}

std::vector<std::string> second_words(std::span<const Command> commands, std::string_view first) {
  std::vector<std::string> words;
  for (const Command* each : of_group(commands, first)) words.emplace_back(each->name.substr(first.size() + 1));
  return words;
}

}  // namespace starling
