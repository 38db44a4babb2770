#include <unicode/uchar.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/letters.h"
#include "text/text.h"
#include "text/utf8.h"

namespace starling {

namespace {

using Characters = std::u32string;

bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0x80 && u_isalpha(static_cast<UChar32>(c))); }
bool is_blank(char32_t c) { return c == U' ' || (c >= U'\t' && c <= U'\r') || (c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c))); }
bool is_mark(char32_t c) {
  return c >= 0x80 && (u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK || u_charType(static_cast<UChar32>(c)) == U_COMBINING_SPACING_MARK);
}
bool in_word(char32_t c) {
  return is_letter(c) || is_figure(c) || is_mark(c) || c == U'#' || c == U'@' || c == U'$';
}
bool is_long_dash(char32_t c) { return c >= 0x2012 && c <= 0x2015; }

// A text with what stands around each place; beyond its ends there are blanks.
class Around {
 public:
  explicit Around(const Characters& text) : text_(text) {}
  [[nodiscard]] char32_t operator()(std::size_t at, int step) const {
    const auto place = static_cast<std::ptrdiff_t>(at) + step;
    return place < 0 || place >= static_cast<std::ptrdiff_t>(text_.size()) ? U' ' : text_[static_cast<std::size_t>(place)];
  }
  // The word that ends before `at`, or begins behind it: a letter alone or one with digits is of maths.
  [[nodiscard]] bool short_name(std::size_t at, int step) const {
    std::size_t length = 0;
    bool digit = false;
    for (int away = step; in_word((*this)(at, away)); away += step, ++length) digit = digit || is_figure((*this)(at, away));
    return length == 1 || (length > 0 && digit);
  }
  // A sign between blanks, as in "n – k".
  [[nodiscard]] bool of_names(std::size_t at) const {
    return at > 0 && is_blank((*this)(at, -1)) && is_blank((*this)(at, 1)) && short_name(at - 1, -1) && short_name(at + 1, 1);
  }
  [[nodiscard]] std::size_t length_behind(std::size_t at) const {
    int away = 1;
    while (in_word((*this)(at, away))) ++away;
    return static_cast<std::size_t>(away - 1);
  }

 private:
  const Characters& text_;
};

// One way to write each sign.
Characters plain_signs(const Characters& text) {
  constexpr std::array<std::pair<char32_t, std::u32string_view>, 18> kSigns{{{0x2212, U"-"},
                                                                             {0x2010, U"-"},
                                                                             {0x2011, U"-"},
                                                                             {0x2264, U"<="},
                                                                             {0x2265, U">="},
                                                                             {0x2260, U"!="},
                                                                             {0xAC, U"!"},
                                                                             {0x2192, U"->"},
                                                                             {0xD7, U"*"},
                                                                             {0xB7, U"*"},
                                                                             {0x22C5, U"*"},
                                                                             {0xF7, U"/"},
                                                                             {0x2044, U"/"},
                                                                             {0x2018, U"'"},
                                                                             {0x2019, U"'"},
                                                                             {0x2BC, U"'"},
                                                                             {0x201C, U"\""},
                                                                             {0x201D, U"\""}}};
  const Around around(text);
  Characters result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t c = text[at];
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const auto& known) { return known.first == c; });
    const bool apart = at == 0 || at + 1 == text.size() || (is_blank(text[at - 1]) && is_blank(text[at + 1]));
    if (sign != kSigns.end())
      result += sign->second;
    else if (is_long_dash(c))
      result += apart && !around.of_names(at) ? U' ' : U'-';
    else
      result += c;
  }
  return result;
}

bool holds_text(const Characters& text, std::size_t begin, std::size_t end) {
  return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), in_word);
}

bool dash_counts(const Characters& text, std::size_t at) {
  const Around around(text);
  const char32_t before = around(at, -1);
  const char32_t behind = around(at, 1);
  const bool between = holds_text(text, 0, at) && holds_text(text, at, text.size());
  if (is_blank(before) && is_blank(behind)) return between;
  if (before == U'-' || behind == U'-') {  // "i--", "--i"; not "this -- that"
    std::size_t first = at;
    std::size_t last = at;
    while (first > 0 && text[first - 1] == U'-') --first;
    while (last + 1 < text.size() && text[last + 1] == U'-') ++last;
    const char32_t right = around(last, 1);
    return in_word(around(first, -1)) != (in_word(right) && !is_figure(right));
  }
  if (in_word(before) && in_word(behind)) return around.short_name(at, -1) && around.short_name(at, 1);
  if (before == U')' || before == U']' || behind == U'(') return true;
  return is_blank(before) && is_letter(behind) && around.length_behind(at) <= 3;
}

bool bang_counts(const Characters& text, std::size_t at) {
  const Around around(text);
  const char32_t before = around(at, -1);
  const char32_t behind = around(at, 1);
  if (!in_word(before) && before != U')' && (in_word(behind) || behind == U'(')) return true;
  return before == U')' || around.short_name(at, -1);
}

bool is_of_maths(const Characters& text, std::size_t at) {
  const Around around(text);
  const char32_t before = around(at, -1);
  const char32_t behind = around(at, 1);
  const bool tight = !is_blank(before) && !is_blank(behind);
  switch (text[at]) {
    case U'<':
    case U'>':
    case U'=':
    case U'^':
    case U'[':
    case U'{': return true;
    case U'+': return !(at == 0 && is_figure(behind));
    case U'(': return in_word(before) && !is_blank(behind);
    case U'*': return (in_word(before) || before == U')' || is_blank(before)) && (in_word(behind) || behind == U'(' || is_blank(behind)) &&
                      is_blank(before) == is_blank(behind) && holds_text(text, 0, at) && holds_text(text, at, text.size());
    case U'|': return tight;
    case U'&': return before == U'&' || behind == U'&';
    case U':': return before == U':' || behind == U':';
    case U'!': return bang_counts(text, at);
    case U'-': return dash_counts(text, at);
    default: return false;
  }
}

class AnswerReader {
 public:
  AnswerReader(const Characters& text, AnswerReading reading) : text_(text), around_(text), reading_(reading) {}

  std::vector<std::string> read() {
    for (at_ = 0; at_ < text_.size(); ++at_) take(text_[at_]);
    end_word();
    if (reading_ == AnswerReading::Code && !words_.empty() && words_.back() == ";") words_.pop_back();
    return std::move(words_);
  }

 private:
  [[nodiscard]] bool joins(char32_t c) const {
    const char32_t before = around_(at_, -1);
    const char32_t behind = around_(at_, 1);
    if (c == U'_') return reading_ != AnswerReading::Prose;
    if (!in_word(before) || !in_word(behind)) return false;
    // "fast.next" are three parts, "1.5" is one.
    if (c == U'.') return reading_ != AnswerReading::Code || (is_figure(before) && is_figure(behind));
    if (c == U'\'') return reading_ != AnswerReading::Code;
    return c == U',' && is_figure(before) && is_figure(behind) && reading_ == AnswerReading::Prose;
  }

  void take(char32_t c) {
    const bool minus = c == U'-' && reading_ == AnswerReading::Prose && is_figure(around_(at_, 1)) && !in_word(around_(at_, -1));
    if (in_word(c) || joins(c) || minus)
      append_character(word_, c);
    else
      sign(c);
  }

  void sign(char32_t c) {
    end_word();
    if (is_blank(c) || c == U'_') return;
    if (reading_ == AnswerReading::Prose && c == U'&') return words_.emplace_back("and"), void();
    const bool tight = !is_blank(around_(at_, -1)) && !is_blank(around_(at_, 1));
    const std::u32string_view always = U"%/";
    const bool counts = reading_ == AnswerReading::Code || always.find(c) != always.npos || (c == U':' && tight) ||
                        (reading_ == AnswerReading::Maths ? !is_dress(c) : !is_prose_mark(c));
    if (!counts) return;
    std::string word;
    append_character(word, c);
    words_.push_back(std::move(word));
  }

  static bool is_dress(char32_t c) { return std::u32string_view(U",;:.?\"'`").find(c) != std::u32string_view::npos; }
  static bool is_prose_mark(char32_t c) { return u_ispunct(static_cast<UChar32>(c)) || c == U'~' || c == U'|' || c == U'`' || c == kReplacement; }

  void end_word() {
    if (word_.empty()) return;
    std::string plain = word_;
    if (reading_ == AnswerReading::Prose) std::erase(plain, ',');
    words_.push_back(std::move(plain));
    word_.clear();
  }

  const Characters& text_;
  Around around_;
  AnswerReading reading_;
  std::size_t at_ = 0;
  std::string word_;
  std::vector<std::string> words_;
};

}  // namespace

AnswerReading reading_of(std::string_view answer) {
  const Characters text = plain_signs(plain_letters(answer, true));
  for (std::size_t at = 0; at < text.size(); ++at)
    if (is_of_maths(text, at)) return AnswerReading::Maths;
  return AnswerReading::Prose;
}

std::vector<std::string> answer_words(std::string_view answer, AnswerReading reading, bool keep_case) {
  const Characters text = plain_signs(plain_letters(answer, keep_case));
  std::vector<std::string> words = AnswerReader(text, reading).read();
  if (reading == AnswerReading::Prose)
    for (std::string& word : words) word = american(word);
  return words;
}

}  // namespace starling
