#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/text.h"
#include "text/utf8.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 21> kSmall{
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::array<std::string_view, 8> kTens{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

// Full-width forms lie at one distance from ASCII.
constexpr char32_t kFromWide = 0xFF10 - U'0';
bool is_wide_sign(char32_t c) { return c == 0xFF05 || (c >= 0xFF0B && c <= 0xFF0F); }  // % + , - . /

bool is_latin_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool in_word(char c) { return is_latin_letter(c) || (c >= '0' && c <= '9') || c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0; }

template <std::size_t N>
int place_in(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  return found == words.end() ? -1 : static_cast<int>(found - words.begin());
}

// A number in words as it grows: "two", "two hundred", "two hundred and five".
class NumberInWords {
 public:
  bool add(std::string_view word) {
    const int small = place_in(kSmall, word);
    const int tens = place_in(kTens, word);
    const std::int64_t rest = current_ % 100;
    const bool only_zero = begun_ && current_ == 0 && total_ == 0;
    if (tens >= 0 && rest == 0 && !only_zero) {
      current_ += (tens + 2) * 10;
    } else if (small >= 0 && small < 20 && !(small == 0 && begun_) && !only_zero &&
               (rest == 0 || (rest >= 20 && rest % 10 == 0 && small < 10))) {
      current_ += small;
    } else if (word == "hundred" && begun_ && current_ > 0 && current_ < 10) {
      current_ *= 100;
    } else if (word == "thousand" && begun_ && current_ > 0 && total_ == 0) {
      total_ = current_ * 1000;
      current_ = 0;
    } else {
      return false;
    }
    begun_ = true;
    return true;
  }
  [[nodiscard]] bool takes_and() const { return begun_ && current_ + total_ > 0 && current_ % 100 == 0; }
  [[nodiscard]] std::int64_t value() const { return total_ + current_; }

 private:
  bool begun_ = false;
  std::int64_t total_ = 0;
  std::int64_t current_ = 0;
};

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_latin_letter(text[at])) ++at;
  return at;
}

std::size_t next_word(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '-') return at + 1;
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

// The end of the number that begins at `at`; `at` itself where there is none.
std::size_t read_number(std::string_view text, std::size_t at, NumberInWords& number) {
  std::size_t end = at;
  for (std::size_t from = at; from < text.size();) {
    const std::size_t stop = word_end(text, from);
    if (stop == from || (stop < text.size() && in_word(text[stop]))) break;
    const std::string word = ascii_lower(text.substr(from, stop - from));
    if (word == "and" && number.takes_and()) {
      NumberInWords longer = number;
      const std::size_t behind = next_word(text, stop);
      const std::size_t last = word_end(text, behind);
      if (!longer.add(ascii_lower(text.substr(behind, last - behind)))) break;
    } else if (word == "a" && from == at) {
      number.add("one");  // of "a hundred" and "a thousand"; without one of them no number has begun
    } else if (number.add(word)) {
      end = stop;
    } else {
      break;
    }
    from = next_word(text, stop);
    if (from == stop) break;
  }
  return end;
}

}  // namespace

std::string with_plain_digits(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    const std::int32_t digit = c < 0x80 ? -1 : u_charDigitValue(static_cast<UChar32>(c));
    if (digit >= 0)
      result += static_cast<char>('0' + digit);
    else if (is_wide_sign(c))
      result += static_cast<char>(c - kFromWide);
    else
      result += text.substr(begin, at - begin);
  }
  return result;
}

std::string with_digits(std::string_view typed) {
  const std::string text = with_plain_digits(typed);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    NumberInWords number;
    const bool begins = is_latin_letter(text[at]) && (at == 0 || !in_word(text[at - 1]));
    const std::size_t end = begins ? read_number(text, at, number) : at;
    if (end > at) {
      result += std::to_string(number.value());
      at = end;
    } else {
      result += text[at++];
    }
  }
  return result;
}

}  // namespace starling
