// A mistake in a text file, with its place and the way out.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace starling {

enum class Severity { Error, Warning };

struct Problem {
  std::string file;
  int line = 1;    // counts from 1
  int column = 1;  // counts from 1
  std::string card;  // id of the card, story or record, where it is known
  std::string rule;  // kebab-case name, such as "unknown-key"
  Severity severity = Severity::Error;
  std::string text;
};

// "decks/lead.toml:14:1: error: card 'why-us' has no back"
[[nodiscard]] std::string to_line(const Problem& problem);

// By line and column; problems of one place keep their order.
void sort_by_place(std::vector<Problem>& problems);

[[nodiscard]] bool has_error(std::span<const Problem> problems);

}  // namespace starling
