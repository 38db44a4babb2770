// The definition of a command: what it takes, what it says of itself, what runs. Parsing, help, completion, the manual
// and docs/commands.md are made from it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/parameter.h"
#include "cli/world.h"

namespace starling {

class Arguments;

// An operand in its place, and how often it may stand there.
struct OperandPlace {
  const Parameter* operand;
  int least;
  int most;  // below zero: no end
};
[[nodiscard]] constexpr OperandPlace one(const Parameter& operand) { return {&operand, 1, 1}; }
[[nodiscard]] constexpr OperandPlace maybe(const Parameter& operand) { return {&operand, 0, 1}; }
[[nodiscard]] constexpr OperandPlace some(const Parameter& operand) { return {&operand, 1, -1}; }  // the last of its command
[[nodiscard]] constexpr OperandPlace any(const Parameter& operand) { return {&operand, 0, -1}; }   // the last of its command

// What may stand beside an option. Operands count as well as options.
struct Relation {
  enum class Rule { Needs, Excludes, OnlyWith };
  const Parameter* option;
  Rule rule;
  std::vector<const Parameter*> others;
  std::string_view why = {};  // the whole sentence; a plain one is made where it is empty
};
// `option` goes only where `other` is.
[[nodiscard]] Relation needs(const Parameter& option, const Parameter& other);
[[nodiscard]] Relation excludes(const Parameter& option, const Parameter& other, std::string_view why = {});
// No other option of the command beside `option` but these.
[[nodiscard]] Relation only_with(const Parameter& option, std::vector<const Parameter*> others);

struct Command {
  std::string_view name = {};  // "today", "story new"
  std::string_view also = {};  // another spelling
  std::vector<OperandPlace> operands = {};
  std::string_view summary = {};  // one line
  std::vector<const Parameter*> options = {};
  std::vector<Relation> relations = {};
  std::vector<std::string_view> examples = {};
  bool pages = false;   // what it prints may be longer than a window, and nobody answers to it
  bool hidden = false;  // for programs: help, manual and completion leave it out
  Exit (*run)(const Arguments&, World&) = nullptr;
};

// "ITEM GRADE", "[WEEK]", "[FILE...]".
[[nodiscard]] std::string operands_text(const Command& command);

// Absent where there is none.
[[nodiscard]] const Parameter* find_option(std::span<const Parameter* const> options, std::string_view name);
[[nodiscard]] const Command* find_command(std::span<const Command> commands, std::string_view name);
// The commands of two words whose first is `first`, and their second words: "list", "check", "show" of "deck".
[[nodiscard]] std::vector<const Command*> of_group(std::span<const Command> commands, std::string_view first);
[[nodiscard]] std::vector<std::string> second_words(std::span<const Command> commands, std::string_view first);

}  // namespace starling
