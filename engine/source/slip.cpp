#include "source/slip.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

#include "source/dotted.h"
#include "source/value_place.h"

namespace starling {

namespace {

// The byte of the line where a text in quotes begins that does not end on it, as far as the line is plain.
std::optional<std::size_t> unclosed_quote(std::string_view line) {
  std::size_t began = 0;
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote == 0 && c == '#') return std::nullopt;
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
      began = i;
    } else if (quote == '"' && c == '\\') {
      ++i;
    } else if (c == quote) {
      quote = 0;
    }
  }
  return quote == 0 ? std::nullopt : std::optional(began);
}

int characters_in(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool says(const Problem& problem, std::string_view words) { return problem.text.find(words) != problem.text.npos; }

// The library takes the end of the line for a control character in the text, and the end of the file for itself.
bool tell_unclosed_quote(Problem& problem, std::string_view line) {
  line = line.substr(0, line.find_last_not_of('\r') + 1);
  const bool at_end = problem.column > characters_in(line);
  if (!at_end || (!says(problem, "control characters") && !says(problem, "end-of-file"))) return false;
  const auto began = unclosed_quote(line);
  if (!began) return false;
  problem.column = characters_in(line.substr(0, *began)) + 1;
  problem.text = "the text that begins here has no closing quote on its line";
  return true;
}

// Three quotes that nobody closed take all that follows for their text.
bool tell_unclosed_quotes(Problem& problem, std::string_view text) {
  const auto open = says(problem, "end-of-file") ? open_quotes(text) : std::nullopt;
  if (!open) return false;
  const FilePoint began = point_at(text, text.size() - open->size());
  problem.line = began.line;
  problem.column = began.column;
  problem.text = fmt::format("the text that begins here is not closed by {}", open->substr(0, 3));
  return true;
}

// The byte of a column, which counts characters from 1.
std::size_t byte_of(std::string_view line, int column) {
  int characters = 0;
  for (std::size_t at = 0; at < line.size(); ++at)
    if ((static_cast<unsigned char>(line[at]) & 0xC0) != 0x80 && ++characters == column) return at;
  return line.size();
}

bool is_curly(std::string_view text) {
  constexpr std::array kQuotes{"\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "\u201A"};
  return std::ranges::any_of(kQuotes, [&](std::string_view quote) { return text.starts_with(quote); });
}

// A word where a value is to stand, which has no quotes or those of a word processor.
bool tell_unquoted(Problem& problem, std::string_view line) {
  if (says(problem, "escape sequence")) return false;
  std::size_t at = byte_of(line, problem.column);
  const bool in_value = says(problem, "could not determine value type") || says(problem, "parsing boolean") || says(problem, "parsing floating-point");
  if (in_value)
    while (at > 0 && std::string_view(" \t=,[{").find(line[at - 1]) == std::string_view::npos) --at;
  const std::string_view word = line.substr(at);
  const bool curly = is_curly(word);
  const auto is_of_word = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; };
  if (!curly && (!in_value || word.empty() || !is_of_word(word.front()))) return false;
  problem.column = characters_in(line.substr(0, at)) + 1;
  problem.text = curly ? "curly quotes are no quotes here: write straight ones, \"" : "a text stands between quotes, \"like this\"; without them stand numbers, dates, true and false";
  return true;
}

// A heading of one bracket that stands twice, or beside one of two.
bool tell_brackets(Problem& problem, std::string_view line) {
  if (!says(problem, "cannot redefine existing table") && !says(problem, "cannot redefine existing array")) return false;
  const std::size_t begin = line.find_first_not_of(" \t[");
  const std::size_t end = line.find(']');
  if (line.find_first_not_of(" \t") == line.npos || line[line.find_first_not_of(" \t")] != '[' || begin >= end || end == line.npos) return false;
  problem.text = fmt::format("there is a [{0}] already: write its lines under that one; only what may stand several times has two brackets each time, [[{0}]]",
                             line.substr(begin, end - begin));
  return true;
}

}  // namespace

std::string_view line_of(std::string_view text, int line) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // in no column of the library
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  for (; line > 1 && !text.empty(); --line) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return text.substr(0, text.find('\n'));
}

void tell_slip(Problem& problem, std::string_view text) {
  const std::string_view line = line_of(text, problem.line);
  if (!tell_unclosed_quotes(problem, text) && !tell_unclosed_quote(problem, line) && !tell_unquoted(problem, line)) tell_brackets(problem, line);
}

}  // namespace starling
