#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/letters.h"
#include "text/text.h"
#include "text/utf8.h"

namespace starling {

namespace {

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return is_ascii_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return u_isalnum(static_cast<UChar32>(c));
}

bool is_white(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= U'\t' && c <= U'\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c));
}

bool is_dash(char32_t c) { return c == U'-' || c == U'_' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

// Marks that stand around words. "#", "&", "@" and "%" carry meaning ("C#", "R&D") and stay.
bool is_punctuation(char32_t c) {
  if (c == U'#' || c == U'&' || c == U'@' || c == U'%') return false;
  return u_ispunct(static_cast<UChar32>(c));
}

constexpr char32_t kTatweel = 0x640;  // draws a word out

// The vowel signs of Hebrew and Arabic, which readers leave out.
bool is_vowel_sign(char32_t c) {
  return (c >= 0x591 && c <= 0x5BD) || c == 0x5BF || c == 0x5C1 || c == 0x5C2 || c == 0x5C4 || c == 0x5C5 ||
         c == 0x5C7 || c == kTatweel || (c >= 0x64B && c <= 0x652) || c == 0x670;
}

// Accents of Latin, Greek and Cyrillic. Marks of other scripts are letters of their own to a reader, and the stroke
// of "≠" is no accent.
bool is_accent(char32_t c) {
  if (c == 0x338) return false;
  return is_vowel_sign(c) || (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
         (c >= 0x20D0 && c <= 0x20FF);
}

// The plain form of a raised digit or n, as in n² and 2ⁿ; 0 for anything else. Compatibility forms would make 10⁵
// and 105 the same.
char raised(char32_t c) {
  switch (c) {
    case 0xB9: return '1';
    case 0xB2: return '2';
    case 0xB3: return '3';
    case 0x2070: return '0';
    case 0x207B: return '-';
    case 0x207F: return 'n';
    default: return c >= 0x2074 && c <= 0x2079 ? static_cast<char>('4' + (c - 0x2074)) : '\0';
  }
}

icu::UnicodeString without_raised(std::string_view text) {
  icu::UnicodeString result;
  bool up = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    const char plain = raised(c);
    if (plain != '\0' && !up) result.append(UChar32{'^'});
    result.append(plain != '\0' ? UChar32{plain} : static_cast<UChar32>(c));
    up = plain != '\0';
  }
  return result;
}

// Without accents and without what is never seen.
icu::UnicodeString bare(const icu::UnicodeString& text, UErrorCode& status) {
  const icu::UnicodeString apart = icu::Normalizer2::getNFDInstance(status)->normalize(text, status);
  icu::UnicodeString kept;
  for (int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const UChar32 c = apart.char32At(at);
    if (is_accent(static_cast<char32_t>(c))) continue;
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) continue;
    kept.append(c);
  }
  return icu::Normalizer2::getNFCInstance(status)->normalize(kept, status);
}

std::u32string unified(std::string_view text, bool keep_case) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* same_form = icu::Normalizer2::getNFKCInstance(status);
  const icu::Normalizer2* same_case = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return to_characters(text);
  icu::UnicodeString result = bare(same_form->normalize(without_raised(text), status), status);
  // Accents go first: some turn into letters with the case.
  if (!keep_case) result = bare(same_case->normalize(result, status), status);
  if (U_FAILURE(status)) return to_characters(text);
  std::u32string characters;
  for (int32_t at = 0; at < result.length(); at = result.moveIndex32(at, 1))
    characters += static_cast<char32_t>(result.char32At(at));
  return characters;
}

std::u32string ascii_characters(std::string_view text, bool keep_case) {
  std::u32string characters;
  characters.reserve(text.size());
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    characters += static_cast<char32_t>(upper && !keep_case ? c - 'A' + 'a' : c);
  }
  return characters;
}

// A dash is a sign where a number follows and no word ends before it.
bool is_sign(const std::u32string& text, std::size_t at) {
  return text[at] != U'_' && at + 1 < text.size() && is_ascii_digit(text[at + 1]) &&
         (at == 0 || !is_letter_or_digit(text[at - 1]));
}

char32_t common_form(char32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x2BC) return U'\'';
  if (c == 0x201C || c == 0x201D) return U'"';
  if (c == 0x2044) return U'/';
  return c;
}

void separate_words(std::u32string& text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t c = text[at];
    if (is_white(c)) {
      result += U' ';
    } else if (is_dash(c)) {
      result += is_sign(text, at) ? U'-' : U' ';
    } else if (c == U'%') {
      result += U" % ";
    } else {
      result += common_form(c);
    }
  }
  text = std::move(result);
}

std::u32string_view stripped(std::u32string_view word) {
  const auto is_number = [&] { return word.size() > 1 && word[0] == U'-' && is_ascii_digit(word[1]); };
  while (!word.empty() && is_punctuation(word.front()) && !is_number()) word.remove_prefix(1);
  while (!word.empty() && is_punctuation(word.back())) word.remove_suffix(1);
  return word;
}

}  // namespace

std::u32string plain_letters(std::string_view text, bool keep_case) {
  return is_ascii(text) ? ascii_characters(text, keep_case) : unified(text, keep_case);
}

std::u32string vowel_signs(std::string_view text) {
  std::u32string signs;
  if (is_ascii(text)) return signs;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* apart = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return signs;
  const icu::UnicodeString letters = apart->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  for (int32_t at = 0; U_SUCCESS(status) && at < letters.length(); at = letters.moveIndex32(at, 1))
    if (const auto c = static_cast<char32_t>(letters.char32At(at)); is_vowel_sign(c) && c != kTatweel) signs += c;
  return signs;
}

std::string fold(std::string_view answer, bool keep_case) {
  std::u32string text = plain_letters(answer, keep_case);
  separate_words(text);
  std::string folded;
  std::u32string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(U' '), rest.size());
    const std::u32string_view word = stripped(rest.substr(0, end));
    if (!word.empty() && !folded.empty()) folded += ' ';
    for (const char32_t c : word) append_character(folded, c);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return folded;
}

}  // namespace starling
