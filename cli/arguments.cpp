#include "cli/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "text/text.h"

namespace starling {

namespace {

constexpr std::array<Option, 7> kGlobal{{
    {"--home", "DIR", "the study folder (else $STARLING_HOME, else ~/.local/share/starling)"},
    {"--date", "YYYY-MM-DD[THH:MM]", "pretend that it is this day"},
    {"--json", "", "one JSON value on standard output"},
    {"--color", "WHEN", "auto, always or never"},
    {"--quiet", "", "no remarks on standard error"},
    {"--help", "", "show this help"},
    {"--version", "", "show the version"},
}};

const Option* find_option(std::span<const Option> options, std::string_view name) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.name == name; });
  return found == options.end() ? nullptr : &*found;
}

// Splits "--name=value"; reads `name` from the next word where it takes a value and has none.
struct Given {
  std::string name;
  std::optional<std::string> value;
};

Given split(const std::string& word) {
  const std::size_t equals = word.find('=');
  if (equals == word.npos) return {word, std::nullopt};
  return {word.substr(0, equals), word.substr(equals + 1)};
}

void set_global(Call& call, const std::string& name, const std::string& value) {
  Arguments& arguments = call.arguments;
  if (name == "--home") {
    if (value.empty()) throw UsageError("--home needs a folder");
    arguments.home = value;
  } else if (name == "--date") {
    arguments.date = parse_day_and_time(value);
    if (!arguments.date)
      throw UsageError(fmt::format("'{}' is not a date; write it like 2026-12-22 or 2026-12-22T06:00", value));
  } else if (name == "--json") {
    arguments.json = true;
  } else if (name == "--quiet") {
    arguments.quiet = true;
  } else if (name == "--help") {
    call.help = true;
  } else if (name == "--version") {
    call.version = true;
  } else {
    if (value != "auto" && value != "always" && value != "never")
      throw UsageError(fmt::format("--color takes auto, always or never, not '{}'", value));
    arguments.colour = value;
  }
}

// The command whose one or two words stand at the front of `plain`; takes them away.
const Command* take_command(std::vector<std::string>& plain, std::span<const Command> commands) {
  if (plain.empty()) return nullptr;
  const auto named = [&](const std::string& name) -> const Command* {
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command& c) { return c.name == name; });
    return found == commands.end() ? nullptr : &*found;
  };
  if (plain.size() > 1)
    if (const Command* command = named(plain[0] + ' ' + plain[1])) {
      plain.erase(plain.begin(), plain.begin() + 2);
      return command;
    }
  if (const Command* command = named(plain[0])) {
    plain.erase(plain.begin());
    return command;
  }
  std::vector<std::string> below;  // second words of a group such as "story"
  std::vector<std::string> all;
  for (const Command& command : commands) {
    const std::string name(command.name);
    all.push_back(name.substr(0, name.find(' ')));
    if (name.starts_with(plain[0] + ' ')) below.push_back(name.substr(plain[0].size() + 1));
  }
  if (!below.empty()) {
    const std::string choices = fmt::format("{}", fmt::join(below, ", "));
    if (plain.size() == 1) throw UsageError(fmt::format("'{}' needs one of: {}", plain[0], choices));
    const std::string near = did_you_mean(plain[1], below);
    throw UsageError(fmt::format("'{} {}' is not a command{}", plain[0], plain[1],
                                 near.empty() ? "; use one of: " + choices : near));
  }
  throw UsageError(fmt::format("'{}' is not a command{}", plain[0], did_you_mean(plain[0], all)));
}

void check_operands(const Command& command, const std::vector<std::string>& operands) {
  const int count = static_cast<int>(operands.size());
  if (count < command.least)
    throw UsageError(fmt::format("'{}' needs {}: see 'starling {} --help'", command.name, command.operands, command.name));
  if (command.most >= 0 && count > command.most)
    throw UsageError(fmt::format("'{}' does not take '{}'{}", command.name,
                                 operands[static_cast<std::size_t>(command.most)],
                                 command.operands.empty() ? "" : fmt::format("; it takes {}", command.operands)));
}

}  // namespace

std::span<const Option> global_options() { return kGlobal; }

std::string did_you_mean(std::string_view word, const std::vector<std::string>& words) {
  const auto near = nearest(word, words);
  return near ? fmt::format("; did you mean '{}'?", *near) : "";
}

Call parse_call(std::span<const std::string> words, std::span<const Command> commands) {
  Call call;
  std::vector<std::string> plain;
  std::vector<Given> given;
  bool only_operands = false;
  // Options of commands are looked up after the command is known, yet a value must not be taken for a word of it:
  // so any option that some command gives a value takes the next word.
  const auto takes_value = [&](const std::string& name) {
    if (const Option* global = find_option(kGlobal, name)) return !global->value.empty();
    return std::any_of(commands.begin(), commands.end(), [&](const Command& command) {
      const Option* option = find_option(command.options, name);
      return option && !option->value.empty();
    });
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = words[i] == "-h" ? "--help" : words[i] == "-V" ? "--version" : words[i];
    if (only_operands || word.size() < 2 || word[0] != '-') {
      plain.push_back(word);
    } else if (word == "--") {
      only_operands = true;
    } else {
      Given option = split(word);
      if (!option.value && takes_value(option.name)) {
        if (i + 1 == words.size()) throw UsageError(fmt::format("{} needs a value", option.name));
        option.value = words[++i];
      }
      given.push_back(std::move(option));
    }
  }
  if (plain.size() > 0 && plain[0] == "help") {
    plain.erase(plain.begin());
    call.help = true;
  }
  // Before the command is looked up, so that `--help` works with a wrong one beside it only if it is right.
  call.command = take_command(plain, commands);
  std::vector<std::string> known;
  for (const Option& option : kGlobal) known.emplace_back(option.name);
  if (call.command)
    for (const Option& option : call.command->options) known.emplace_back(option.name);
  for (Given& option : given) {
    const Option* global = find_option(kGlobal, option.name);
    const Option* own = call.command ? find_option(call.command->options, option.name) : nullptr;
    const Option* found = own ? own : global;
    if (!found) throw UsageError(fmt::format("unknown option {}{}", option.name, did_you_mean(option.name, known)));
    if (found->value.empty() && option.value) throw UsageError(fmt::format("{} takes no value", option.name));
    if (own)
      call.arguments.options[option.name] = option.value.value_or("");
    else
      set_global(call, option.name, option.value.value_or(""));
  }
  call.arguments.operands = std::move(plain);
  if (call.command && !call.help) check_operands(*call.command, call.arguments.operands);
  return call;
}

std::optional<std::string> Arguments::text(std::string_view option) const {
  const auto found = options.find(option);
  return found == options.end() ? std::nullopt : std::optional(found->second);
}

int whole_number(std::string_view what, std::string_view text, int low, int high) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high)
    throw UsageError(fmt::format("{} takes a whole number from {} to {}, not '{}'", what, low, high, text));
  return value;
}

std::optional<int> Arguments::integer(std::string_view option, int low, int high) const {
  const auto value = text(option);
  if (!value) return std::nullopt;
  return whole_number(option, *value, low, high);
}

std::optional<double> Arguments::number(std::string_view option, double low, double high) const {
  const auto value = text(option);
  if (!value) return std::nullopt;
  double result = 0;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), result);
  if (error != std::errc{} || end != value->data() + value->size() || !std::isfinite(result) || result < low ||
      result > high)
    throw UsageError(fmt::format("{} takes a number from {:g} to {:g}, not '{}'", option, low, high, *value));
  return result;
}

std::optional<Day> Arguments::day(std::string_view option) const {
  const auto value = text(option);
  if (!value) return std::nullopt;
  const auto day = parse_day(*value);
  if (!day) throw UsageError(fmt::format("'{}' is not a date; write it like 2026-12-22", *value));
  return day;
}

}  // namespace starling
