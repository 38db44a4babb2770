// The words of one call, read against the commands: which command, its operands and options.
#pragma once

#include <any>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "calendar/calendar.h"
#include "cli/command.h"
#include "cli/topics.h"
#include "cli/usage_error.h"

namespace starling {

class Arguments {
 public:
  // Global options, wherever they stood.
  std::optional<std::string> home;
  std::optional<DayAndTime> date;
  bool json = false;
  bool quiet = false;
  std::string colour = "auto";

  [[nodiscard]] bool has(const Parameter& parameter) const { return find(parameter) != nullptr; }

  // What was given for it; the last where an option stood twice.
  template <class Kind>
  [[nodiscard]] std::optional<typename Kind::Value> value(const Typed<Kind>& parameter) const {
    const std::any* given = find(parameter);
    return given ? std::optional(std::any_cast<typename Kind::Value>(*given)) : std::nullopt;
  }

  // Of an operand that stands once in every call of its command.
  template <class Kind>
  [[nodiscard]] typename Kind::Value operand(const Operand<Kind>& operand) const {
    return value(operand).value();
  }

  // Of an operand that may stand several times.
  template <class Kind>
  [[nodiscard]] std::vector<typename Kind::Value> operands(const Operand<Kind>& operand) const {
    std::vector<typename Kind::Value> list;
    for (const auto& [given, value] : given_)
      if (given == &operand) list.push_back(std::any_cast<typename Kind::Value>(value));
    return list;
  }

  // Of an option that may stand several times.
  template <class Kind>
  [[nodiscard]] std::vector<typename Kind::Value> values(const Option<Kind>& option) const {
    std::vector<typename Kind::Value> list;
    for (const auto& [given, value] : given_)
      if (given == &option) list.push_back(std::any_cast<typename Kind::Value>(value));
    return list;
  }

  // `value` is of the parameter's own type.
  void give(const Parameter& parameter, std::any value) { given_.emplace_back(&parameter, std::move(value)); }

 private:
  [[nodiscard]] const std::any* find(const Parameter& parameter) const;
  std::vector<std::pair<const Parameter*, std::any>> given_;
};

struct Call {
  const Command* command = nullptr;  // absent: no command word
  const HelpTopic* topic = nullptr;  // of help that belongs to no command
  std::string group;                 // of help: the first word of commands of two, where the second is not there
  Arguments arguments;
  bool help = false;
  bool version = false;
  bool pager = true;
};

// The options every command takes.
[[nodiscard]] std::span<const Parameter* const> global_options();
extern const Switch kJson;

// Global options may stand anywhere, those of a command behind its name. Throws UsageError.
[[nodiscard]] Call parse_call(std::span<const std::string> words, std::span<const Command> commands);

}  // namespace starling
