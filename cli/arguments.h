// The words of one call, read against the command table: which command, its operands and options.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "cli/world.h"
#include "memory/memory.h"

namespace starling {

// Wrong use; the text says what and, where there is one, the nearest valid word.
class UsageError : public std::runtime_error {
  using runtime_error::runtime_error;
};

struct Option {
  std::string_view name;   // "--deck"
  std::string_view value;  // "DECK"; empty for a switch
  std::string_view help;
};

class Arguments {
 public:
  std::vector<std::string> operands;
  std::map<std::string, std::string, std::less<>> options;

  // Global options, wherever they stood.
  std::optional<std::string> home;
  std::optional<DayAndTime> date;
  bool json = false;
  bool quiet = false;
  std::string colour = "auto";

  [[nodiscard]] bool has(std::string_view option) const { return options.contains(option); }
  [[nodiscard]] std::optional<std::string> text(std::string_view option) const;
  // Throws UsageError for anything that is not a number in the range.
  [[nodiscard]] std::optional<int> integer(std::string_view option, int low, int high) const;
  [[nodiscard]] std::optional<double> number(std::string_view option, double low, double high) const;
  [[nodiscard]] std::optional<Day> day(std::string_view option) const;
};

struct Command {
  std::string_view name;      // "today", "story new"
  std::string_view operands;  // as shown: "ITEM GRADE", "[WEEK]"
  int least = 0;              // how many operands
  int most = 0;
  std::string_view summary;   // one line
  std::vector<Option> options;
  std::vector<std::string_view> examples;
  Exit (*run)(const Arguments&, World&) = nullptr;
};

struct Call {
  const Command* command = nullptr;  // absent: no command word
  Arguments arguments;
  bool help = false;
  bool version = false;
};

// The options every command takes.
[[nodiscard]] std::span<const Option> global_options();

// Throws UsageError.
[[nodiscard]] Call parse_call(std::span<const std::string> words, std::span<const Command> commands);

// ": did you mean 'X'?" or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& words);

// Throws UsageError where `text` is not a whole number in the range; `what` names it.
[[nodiscard]] int whole_number(std::string_view what, std::string_view text, int low, int high);

}  // namespace starling
