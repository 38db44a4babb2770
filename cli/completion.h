// What could stand where a word is being typed. Works on the command table alone: what is in a study folder is named
// by its kind and looked up by the caller.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace starling {

struct OfferedWord {
  std::string word;
  std::string help;  // may be empty
};

struct Completion {
  Offer::From from = Offer::From::Nothing;
  std::vector<OfferedWord> words = {};  // of From::Words
  std::string before = "";            // what of the typed word stays in front of a candidate: "--deck=", "card,"
  std::string typed = "";             // the part that a candidate begins with
  std::optional<std::string> home = std::nullopt;  // of a --home in front
};

// `words` are those behind the program's name, as far as the cursor; the last is the one being typed and may be empty.
[[nodiscard]] Completion complete(std::span<const std::string> words, std::span<const Command> commands);

enum class Shell { Bash, Zsh, Fish };
inline constexpr std::array<Shell, 3> kShells{Shell::Bash, Shell::Zsh, Shell::Fish};
[[nodiscard]] std::string_view to_string(Shell shell);

// A script for the shell that asks `starling complete -- WORDS...` at each Tab.
[[nodiscard]] std::string_view completion_script(Shell shell);

}  // namespace starling
