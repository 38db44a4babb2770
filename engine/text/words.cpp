#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "text/breaks.h"
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

// Of a script that writes no blanks between words: Thai and its neighbours, Han, kana.
bool is_undivided(char32_t c) {
  if (c < 0xE00) return false;
  const auto character = static_cast<UChar32>(c);
  if (u_getIntPropertyValue(character, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return true;
  if (u_hasBinaryProperty(character, UCHAR_IDEOGRAPHIC)) return true;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(character, &status);
  return U_SUCCESS(status) && (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA);
}

// Word characters and what joins them.
struct WordRun {
  Stretch place;
  bool undivided = false;  // some of it is
};

template <class Found>
void each_run(std::string_view text, Found found) {
  WordRun run;
  bool inside = false;
  char32_t before = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    std::size_t ahead = at;
    const bool in_word = is_word_character(c);
    if (in_word && !inside) run = {{begin, 0}, false};
    if (in_word || (inside && is_joint(before, c, ahead < text.size() ? next_character(text, ahead) : U' '))) {
      inside = true;
      run.place.size = at - run.place.begin;
      run.undivided = run.undivided || is_undivided(c);
    } else if (inside) {
      inside = false;
      found(run);
    }
    before = c;
  }
  if (inside) found(run);
}

bool holds_word(std::string_view part) {
  for (std::size_t at = 0; at < part.size();)
    if (is_word_character(next_character(part, at))) return true;
  return false;
}

// The words of a run as the dictionaries of ICU have them.
std::vector<Stretch> divided(std::string_view text, Stretch run) {
  const std::string_view part = text.substr(run.begin, run.size);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  std::vector<Stretch> words;
  std::size_t begin = 0;
  for (const std::size_t end : divide(std::move(breaks), part)) {
    if (holds_word(part.substr(begin, end - begin))) words.push_back({run.begin + begin, end - begin});
    begin = end;
  }
  return words.empty() ? std::vector<Stretch>{run} : words;
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : trimmed(text)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank || line.empty() || line.back() != ' ') line += blank ? ' ' : c;
  }
  return line;
}

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
  int count = 0;
  each_run(text, [&](WordRun run) { count += run.undivided ? static_cast<int>(divided(text, run.place).size()) : 1; });
  return count;
}

std::vector<Stretch> words_in(std::string_view text) {
  std::vector<Stretch> words;
  each_run(text, [&](WordRun run) {
    if (!run.undivided) return words.push_back(run.place);
    const auto parts = divided(text, run.place);
    words.insert(words.end(), parts.begin(), parts.end());
  });
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
