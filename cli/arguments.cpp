#include "cli/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace starling {

namespace {

constexpr std::array<std::string_view, 3> kWhen{"auto", "always", "never"};

constexpr Option<Folder> kHome{"--home", "DIR", "the study folder (else $STARLING_HOME, else ~/.local/share/starling)"};
constexpr Option<DateAndTime> kDate{"--date", "YYYY-MM-DD[THH:MM]", "pretend that it is this day"};
constexpr Option<Choice<std::string_view>> kColour{"--color", "WHEN", "auto, always or never", {kWhen}};
constexpr Switch kQuiet{"--quiet", "no remarks on standard error"};
constexpr Switch kNoPager{"--no-pager", "print long output as it is"};
constexpr Switch kHelp{"--help", "show this help"};
constexpr Switch kVersion{"--version", "show the version"};

std::vector<std::string> first_words(std::span<const Command> commands) {
  std::vector<std::string> words;
  for (const Command& command : commands)
    if (!command.hidden) words.emplace_back(command.name.substr(0, command.name.find(' ')));
  return words;
}

[[noreturn]] void refuse_option(std::string_view name, const Command* command, std::span<const Command> commands) {
  if (name.size() > 1 && name[1] >= '0' && name[1] <= '9')
    throw UsageError(fmt::format("{} is below zero, which no number here may be", name));
  std::vector<std::string> known;
  for (const Parameter* option : global_options()) known.emplace_back(option->name());
  if (command)
    for (const Parameter* option : command->options) known.emplace_back(option->name());
  else
    for (const Command& each : commands)
      if (find_option(each.options, name))
        throw UsageError(fmt::format("{0} goes behind its command: starling {1} {0}", name, each.name));
  throw UsageError(fmt::format("unknown option {}{}", name, did_you_mean(name, known)));
}

void check_relation(const Relation& relation, const Command& command, const Arguments& arguments) {
  if (!arguments.has(*relation.option)) return;
  const auto refuse = [&](const std::string& text) {
    throw UsageError(relation.why.empty() ? text : std::string(relation.why));
  };
  const auto name = relation.option->name();
  if (relation.rule == Relation::Rule::OnlyWith) {
    std::string allowed;
    for (const Parameter* other : relation.others)
      allowed += fmt::format("{}{}", allowed.empty() ? "" : " and ", other->name());
    for (const Parameter* other : command.options)
      if (other != relation.option && arguments.has(*other) && std::ranges::count(relation.others, other) == 0)
        refuse(fmt::format("{} goes with {} only, not with {}", name, allowed, other->name()));
    return;
  }
  for (const Parameter* other : relation.others) {
    if (relation.rule == Relation::Rule::Needs && !arguments.has(*other))
      refuse(fmt::format("{} goes with {}", name, other->name()));
    if (relation.rule == Relation::Rule::Excludes && arguments.has(*other))
      refuse(fmt::format("{} does not go with {}", name, other->name()));
  }
}

// Reads one word after the other: the command becomes known on the way.
class Parser {
 public:
  Parser(std::span<const std::string> words, std::span<const Command> commands) : words_(words), commands_(commands) {}

  Call parse() {
    bool only_operands = false;
    while (at_ < words_.size()) {
      const std::string& word = words_[at_++];
      if (only_operands || word.size() < 2 || word[0] != '-')
        take_word(word);
      else if (word == "--")
        only_operands = true;
      else
        take_option(word == "-h" ? "--help" : word == "-V" ? "--version" : word);
    }
    if (call_.topic && call_.command) throw UsageError(fmt::format("'help {}' stands alone", call_.topic->name));
    if (!call_.command && !group_.empty() && call_.help)
      call_.group = group_;
    else if (!call_.command && !group_.empty())
      throw UsageError(
          fmt::format("'{}' needs one of: {}", group_, fmt::join(second_words(commands_, group_), ", ")));
    if (!call_.help && !call_.version) read_all();
    return std::move(call_);
  }

 private:
  void take_word(const std::string& word) {
    if (call_.command) {
      // "plan show" where "plan" is a command as well.
      const Command* longer = find_command(commands_, fmt::format("{} {}", call_.command->name, word));
      if (longer && operands_.empty() && !own_options_)
        call_.command = longer;
      else
        operands_.push_back(word);
      return;
    }
    if (group_.empty() && !call_.help && word == "help") {
      call_.help = true;
      return;
    }
    const HelpTopic* topic = call_.help && group_.empty() && !call_.topic ? find_topic(word) : nullptr;
    if (topic) {
      call_.topic = topic;
      return;
    }
    call_.command = find_command(commands_, group_.empty() ? word : group_ + ' ' + word);
    if (call_.command) return;
    if (!group_.empty()) refuse_second(word);
    if (of_group(commands_, word).empty())
      throw UsageError(fmt::format("'{}' is not a command{}", word, did_you_mean(word, first_words(commands_))));
    group_ = word;
  }

  [[noreturn]] void refuse_second(const std::string& word) const {
    const auto known = second_words(commands_, group_);
    const std::string near = did_you_mean(word, known);
    throw UsageError(fmt::format("'{} {}' is not a command{}", group_, word,
                                 near.empty() ? fmt::format("; use one of: {}", fmt::join(known, ", ")) : near));
  }

  // "--name", "--name=value", or "--name" and the next word where it takes a value.
  void take_option(const std::string& word) {
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string name = word.substr(0, equals);
    const Parameter* own = call_.command ? find_option(call_.command->options, name) : nullptr;
    const Parameter* option = own ? own : find_option(global_options(), name);
    if (!option) refuse_option(name, call_.command, commands_);
    own_options_ = own_options_ || own != nullptr;
    const bool has_value = equals < word.size();
    if (option->value().empty()) {
      if (has_value) throw UsageError(fmt::format("{} takes no value", name));
      options_.emplace_back(option, "");
    } else if (has_value) {
      options_.emplace_back(option, word.substr(equals + 1));
    } else {
      if (at_ == words_.size()) throw UsageError(fmt::format("{} needs a value", name));
      options_.emplace_back(option, words_[at_++]);
    }
    call_.help = call_.help || option == &kHelp;
    call_.version = call_.version || option == &kVersion;
    call_.pager = call_.pager && option != &kNoPager;
  }

  void read_all() {
    Arguments& arguments = call_.arguments;
    if (call_.command) read_operands(*call_.command);
    for (const auto& [option, word] : options_) arguments.give(*option, option->read(word));
    arguments.home = arguments.value(kHome);
    arguments.date = arguments.value(kDate);
    arguments.json = arguments.has(kJson);
    arguments.quiet = arguments.has(kQuiet);
    arguments.colour = arguments.value(kColour).value_or("auto");
    if (call_.command)
      for (const Relation& relation : call_.command->relations) check_relation(relation, *call_.command, arguments);
  }

  void read_operands(const Command& command) {
    std::size_t next = 0;
    for (const OperandPlace& place : command.operands) {
      int count = 0;
      for (; next < operands_.size() && count != place.most; ++count, ++next)
        call_.arguments.give(*place.operand, place.operand->read(operands_[next]));
      if (count < place.least)
        throw UsageError(fmt::format("'{0}' needs {1}: see 'starling {0} --help'", command.name, operands_text(command)));
    }
    const std::string takes = operands_text(command);
    if (next < operands_.size())
      throw UsageError(fmt::format("'{}' does not take '{}'{}", command.name, operands_[next],
                                   takes.empty() ? "" : fmt::format("; it takes {}", takes)));
  }

  std::span<const std::string> words_;
  std::span<const Command> commands_;
  std::size_t at_ = 0;
  Call call_;
  std::string group_;  // the first word of a command of two, while the second has not come
  bool own_options_ = false;
  std::vector<std::string> operands_;
  std::vector<std::pair<const Parameter*, std::string>> options_;
};

}  // namespace

constexpr Switch kJson{"--json", "one JSON value on standard output"};

std::span<const Parameter* const> global_options() {
  static constexpr std::array<const Parameter*, 8> kGlobal{&kHome,  &kDate,    &kJson, &kColour,
                                                               &kQuiet, &kNoPager, &kHelp, &kVersion};
  return kGlobal;
}

const std::any* Arguments::find(const Parameter& parameter) const {
  const auto found = std::find_if(given_.rbegin(), given_.rend(), [&](const auto& each) { return each.first == &parameter; });
  return found == given_.rend() ? nullptr : &found->second;
}

Call parse_call(std::span<const std::string> words, std::span<const Command> commands) {
  return Parser(words, commands).parse();
}

}  // namespace starling
