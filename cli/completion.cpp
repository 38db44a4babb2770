#include "cli/completion.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/arguments.h"
#include "shells.h"

namespace starling {

namespace {

// Where a line stands after the words before the one being typed. What is wrong there is passed over.
class Line {
 public:
  explicit Line(std::span<const Command> commands) : commands_(commands) {}

  void take(const std::string& word) {
    if (awaiting_) {
      note(*awaiting_, word);
      awaiting_ = nullptr;
    } else if (only_operands_ || word.size() < 2 || word[0] != '-') {
      take_plain(word);
    } else if (word == "--") {
      only_operands_ = true;
    } else {
      take_option(word);
    }
  }

  [[nodiscard]] Completion complete(const std::string& word) const {
    Completion completion;
    completion.home = home_;
    if (awaiting_) {
      offer(completion, awaiting_->offer(), "", word);
    } else if (!only_operands_ && word.starts_with('-')) {
      const std::size_t equals = word.find('=');
      const Parameter* option = equals == word.npos ? nullptr : option_of(word.substr(0, equals));
      if (option)
        offer(completion, option->offer(), word.substr(0, equals + 1), word.substr(equals + 1));
      else if (equals == word.npos)
        offer_options(completion, word);
    } else {
      offer_plain(completion, word);
    }
    return completion;
  }

 private:
  [[nodiscard]] const Parameter* option_of(std::string_view name) const {
    const Parameter* own = command_ ? find_option(command_->options, name) : nullptr;
    return own ? own : find_option(global_options(), name);
  }

  void take_option(const std::string& word) {
    const std::size_t equals = word.find('=');
    const Parameter* option = option_of(word.substr(0, equals));
    if (!option || option->value().empty()) return;
    if (equals == word.npos)
      awaiting_ = option;
    else
      note(*option, word.substr(equals + 1));
  }

  void note(const Parameter& option, const std::string& value) {
    if (option.name() == "--home") home_ = value;
  }

  void take_plain(const std::string& word) {
    if (!command_ && prefix_.empty() && word == "help") return;
    const std::string name = prefix_.empty() ? word : prefix_ + ' ' + word;
    const Command* found = find_command(commands_, name);
    if (operands_ == 0 && found) {
      command_ = found;
      prefix_ = name;
    } else if (command_) {
      ++operands_;
    } else {
      prefix_ = name;
    }
  }

  static void offer(Completion& completion, const Offer& offer, const std::string& before, const std::string& typed) {
    completion.from = offer.from;
    const std::size_t comma = offer.list ? typed.rfind(',') : typed.npos;
    completion.before = before + (comma == typed.npos ? "" : typed.substr(0, comma + 1));
    completion.typed = comma == typed.npos ? typed : typed.substr(comma + 1);
    for (const std::string& word : offer.words)
      if (word.starts_with(completion.typed)) completion.words.push_back({word, ""});
  }

  void offer_options(Completion& completion, const std::string& word) const {
    completion.from = Offer::From::Words;
    completion.typed = word;
    const auto add = [&](std::span<const Parameter* const> options) {
      for (const Parameter* option : options)
        if (option->name().starts_with(word)) completion.words.push_back({std::string(option->name()), std::string(option->help())});
    };
    if (command_) add(command_->options);
    add(global_options());
  }

  // The next word of a command, and the operand that stands there.
  void offer_plain(Completion& completion, const std::string& word) const {
    int behind = operands_;
    if (command_)
      for (const OperandPlace& place : command_->operands) {
        if (place.most < 0 || behind < place.most) {
          offer(completion, place.operand->offer(), "", word);
          break;
        }
        behind -= place.most;
      }
    if (operands_ > 0) return;
    const std::string front = prefix_.empty() ? "" : prefix_ + ' ';
    for (const Command& each : commands_) {
      if (each.hidden || !each.name.starts_with(front + word)) continue;
      const std::string rest(each.name.substr(front.size()));
      const std::string next = rest.substr(0, rest.find(' '));
      completion.typed = word;
      if (completion.from == Offer::From::Nothing) completion.from = Offer::From::Words;
      if (std::ranges::count(completion.words, next, &OfferedWord::word) == 0)
        completion.words.push_back(
            {next, next == rest ? std::string(each.summary) : fmt::format("{}", fmt::join(second_words(commands_, front + next), ", "))});
    }
  }

  std::span<const Command> commands_;
  const Command* command_ = nullptr;
  std::string prefix_;                   // the words of the command so far
  const Parameter* awaiting_ = nullptr;  // its value comes next
  bool only_operands_ = false;
  int operands_ = 0;
  std::optional<std::string> home_;
};

constexpr std::array<std::string_view, 3> kShellNames{"bash", "zsh", "fish"};

}  // namespace

std::string_view to_string(Shell shell) { return kShellNames[static_cast<std::size_t>(shell)]; }

std::string_view completion_script(Shell shell) {
  switch (shell) {
    case Shell::Bash: return shells::bash;
    case Shell::Zsh: return shells::zsh;
    case Shell::Fish: break;
  }
  return shells::fish;
}

Completion complete(std::span<const std::string> words, std::span<const Command> commands) {
  if (words.empty()) return {};
  Line line(commands);
  for (const std::string& word : words.first(words.size() - 1)) line.take(word);
  return line.complete(words.back());
}

}  // namespace starling
