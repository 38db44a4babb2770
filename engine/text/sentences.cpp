#include <algorithm>
#include <array>

#include "text/text.h"
#include "text/utf8.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 20> kShortened{"approx", "ca", "cf",  "dr", "e.g", "eg", "fig", "i.e", "ie", "inc",
                                                      "jr",     "ltd", "mr", "mrs", "ms", "no", "prof", "sr", "st", "vs"};

bool is_sentence_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_full_width_end(char32_t c) { return c == U'。' || c == U'！' || c == U'？'; }
bool ends_sentence(char32_t c) { return c == U'.' || c == U'!' || c == U'?' || c == U'…'; }
bool closes_sentence(char32_t c) {
  return std::u32string_view(U"\"')]*_’”»›」』）").find(c) != std::u32string_view::npos;
}

// Of `text` that ends with the full stop.
bool is_shortened_word(std::string_view text) {
  text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && !is_sentence_blank(text[begin - 1]) && text[begin - 1] != '(') --begin;
  const std::string word = ascii_lower(text.substr(begin));
  const bool initial = word.size() == 1 && text[begin] >= 'A' && text[begin] <= 'Z' && word != "i";
  return initial || std::ranges::find(kShortened, word) != kShortened.end();
}

// What stands behind the blanks at `at`.
struct Behind {
  bool end = false;  // an empty line, or nothing
  bool small_letter = false;
};
Behind behind(std::string_view text, std::size_t at) {
  int lines = 0;
  while (at < text.size() && is_sentence_blank(text[at])) lines += text[at++] == '\n' ? 1 : 0;
  if (at == text.size() || lines > 1) return {true, false};
  return {false, text[at] >= 'a' && text[at] <= 'z'};
}

// Where the sentence that begins with `text` ends.
std::size_t end_of_sentence(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_sentence_blank(text[at])) {
      if (behind(text, at).end) return at;
      ++at;
      continue;
    }
    const char32_t c = next_character(text, at);
    if (!ends_sentence(c) && !is_full_width_end(c)) continue;
    const std::size_t mark = at;
    for (std::size_t next = at; next < text.size();) {
      const char32_t closing = next_character(text, next);
      if (!closes_sentence(closing) && !ends_sentence(closing) && !is_full_width_end(closing)) break;
      at = next;
    }
    if (is_full_width_end(c)) return at;
    if (at < text.size() && !is_sentence_blank(text[at])) continue;
    const Behind next = behind(text, at);
    if (!next.end && (next.small_letter || (c == U'.' && at == mark && is_shortened_word(text.substr(0, at))))) continue;
    return at;
  }
  return text.size();
}

}  // namespace

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> list;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const std::size_t end = end_of_sentence(text);
    list.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(end);
  }
  return list;
}

}  // namespace starling
