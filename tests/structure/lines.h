// Texts line by line, and words in them.
#pragma once

#include <cctype>
#include <string_view>

namespace starling::structure {

// Calls `visit(line, number)` for every line, counted from 1, without its newline.
template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    visit(text.substr(0, end), number);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
}

inline bool is_word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

enum class WordEnd { Any, Boundary };

// Whether `word` stands in `line` with no letter, digit or underscore before it, nor after it where asked.
inline bool has_word(std::string_view line, std::string_view word, WordEnd end) {
  for (std::size_t at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
    const std::size_t after = at + word.size();
    const bool begins = at == 0 || !is_word_char(line[at - 1]);
    const bool ends = end == WordEnd::Any || after == line.size() || !is_word_char(line[after]);
    if (begins && ends) return true;
  }
  return false;
}

// Cuts what stands before `separator` off the front of `rest`; all of it where there is none.
inline std::string_view cut(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view front = rest.substr(0, at);
  rest.remove_prefix(at == rest.npos ? rest.size() : at + 1);
  return front;
}

inline std::string_view without_blanks_before(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t");
  return at == text.npos ? std::string_view{} : text.substr(at);
}

}  // namespace starling::structure
