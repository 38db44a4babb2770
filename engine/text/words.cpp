#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/text.h"
#include "text/utf8.h"

namespace starling {

namespace {

constexpr std::size_t kLongestKebab = 60;

// White space beyond ASCII, as bytes, so that both ends can be looked at without decoding from the front.
constexpr std::array<std::string_view, 20> kWideBlanks{
    "\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82", "\xE2\x80\x83",
    "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89", "\xE2\x80\x8A",
    "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80", "\xEF\xBB\xBF"};

bool is_ascii_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::size_t blank_at_front(std::string_view text) {
  if (is_ascii_blank(text.front())) return 1;
  const auto found = std::find_if(kWideBlanks.begin(), kWideBlanks.end(),
                                  [&](std::string_view blank) { return text.starts_with(blank); });
  return found == kWideBlanks.end() ? 0 : found->size();
}

std::size_t blank_at_back(std::string_view text) {
  if (is_ascii_blank(text.back())) return 1;
  const auto found = std::find_if(kWideBlanks.begin(), kWideBlanks.end(),
                                  [&](std::string_view blank) { return text.ends_with(blank); });
  return found == kWideBlanks.end() ? 0 : found->size();
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  const auto type = u_charType(static_cast<UChar32>(c));
  return u_isalnum(static_cast<UChar32>(c)) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

// Does `c` hold a word together between `before` and `after`?
bool is_joint(char32_t before, char32_t c, char32_t after) {
  if (c == U'%') return is_digit(before);
  if (!is_word_character(after)) return false;
  if (c == U'.' || c == U',') return is_digit(before) && is_digit(after);
  return c == U'\'' || c == 0x2019 || c == U'-' || c == 0x2010 || c == 0x2011;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const std::size_t blank = blank_at_front(text);
    if (blank == 0) break;
    text.remove_prefix(blank);
  }
  while (!text.empty()) {
    const std::size_t blank = blank_at_back(text);
    if (blank == 0) break;
    text.remove_suffix(blank);
  }
  return text;
}

int count_words(std::string_view text) {
  const std::u32string characters = to_characters(text);
  int words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < characters.size(); ++at) {
    const char32_t c = characters[at];
    if (is_word_character(c)) {
      if (!inside) ++words;
      inside = true;
    } else if (inside) {
      inside = is_joint(characters[at - 1], c, at + 1 < characters.size() ? characters[at + 1] : U' ');
    }
  }
  return words;
}

bool is_kebab(std::string_view id) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (id.empty() || !plain(id.front()) || !plain(id.back()) || id.find("--") != id.npos) return false;
  return std::all_of(id.begin(), id.end(), [&](char c) { return plain(c) || c == '-'; });
}

std::string kebab(std::string_view title) {
  std::string result;
  bool gap = false;
  for (const char c : fold(title)) {
    const bool counts = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (counts && gap && !result.empty()) result += '-';
    if (counts) result += c;
    if (c != '\'') gap = !counts;
  }
  if (result.size() <= kLongestKebab) return result;
  const bool whole = result[kLongestKebab] == '-';
  result.resize(kLongestKebab);
  const std::size_t last = result.rfind('-');
  if (!whole && last != result.npos) result.resize(last);
  return result;
}

}  // namespace starling
