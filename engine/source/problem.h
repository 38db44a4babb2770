// A mistake in a text file, with its place and the way out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

// Advice is for whoever wants to write well: `deck check` holds what is shipped to it, and a deck of one's own on wish.
enum class Severity { Error, Warning, Advice };
// "error", "warning", "advice"
[[nodiscard]] std::string_view to_string(Severity severity);

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

// Nobody reads more of one file, and a file can be wrong in a million places.
inline constexpr std::size_t kMostProblems = 1000;
// Appends to the problems of one file. In place of the first one too many stands one that says so, and the rest is
// left out; that one is an error where any of the rest is.
void add_problem(std::vector<Problem>& problems, Problem problem);
// No further one would be kept.
[[nodiscard]] inline bool is_full(std::span<const Problem> problems) { return problems.size() > kMostProblems; }

// For source/pack.h.
constexpr Severity last_of(Severity) { return Severity::Advice; }
template <class Archive>
void fields(Archive& archive, Problem& p) {
  archive(p.file);
  archive.within(1, INT32_MAX, p.line, p.column);
  archive(p.card, p.rule, p.severity, p.text);
}

}  // namespace starling
