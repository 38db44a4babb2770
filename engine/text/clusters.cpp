#include "text/clusters.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>

#include "text/breaks.h"
#include "text/text.h"
#include "text/utf8.h"

namespace starling {

namespace {

constexpr char32_t kEmojiSelector = 0xFE0F;

// Embeddings, overrides, isolates and the marks, which turn what stands beside them as well.
bool is_bidirectional(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

// Characters that stand alone, take one column and break lines only at blanks and dashes: enough for English prose
// with its quotes, dashes, arrows and signs, so that opening the Unicode data is left for the texts that need it.
bool is_simple(char32_t c) {
  if (c < 0x300) return c != 0xAD && !is_control(c);
  return (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E && c != 0x203C && c != 0x2049) ||
         (c >= 0x2070 && c <= 0x209C) || (c >= 0x2190 && c <= 0x2193) || (c >= 0x2200 && c <= 0x22FF) ||
         (c >= 0x2500 && c <= 0x259F) || c == kReplacement;
}

bool is_simple(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!is_simple(next_character(text, at))) return false;
  return true;
}

int character_width(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  if (character < 0x300) return 1;
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) return 0;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return 0;
  const int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  if (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION)) return 2;
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

int cluster_width(std::string_view cluster) {
  std::size_t at = 0;
  const char32_t first = next_character(cluster, at);
  int width = character_width(first);
  while (at < cluster.size()) {
    const char32_t c = next_character(cluster, at);
    if (c == kEmojiSelector && u_hasBinaryProperty(static_cast<UChar32>(first), UCHAR_EMOJI)) return 2;
    width = std::max(width, character_width(c));
  }
  return width;
}

std::vector<Cluster> single_characters(std::string_view text) {
  std::vector<Cluster> result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    result.push_back({begin, at - begin, character_width(c)});
  }
  return result;
}

std::vector<bool> simple_line_starts(std::string_view text, const std::vector<Cluster>& clusters) {
  std::vector<bool> starts(clusters.size(), false);
  char32_t last = U' ';
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    std::size_t at = clusters[i].begin;
    const char32_t c = next_character(text, at);
    const bool dash = last == U'-' || last == 0x2010 || last == 0x2013;
    const bool letter = u_isalpha(static_cast<UChar32>(c));
    starts[i] = i == 0 || (c != U' ' && (last == U' ' || last == 0x2014 || (dash && letter && i > 1)));
    last = c;
  }
  return starts;
}

}  // namespace

std::string shown(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c == U'\r' && at < text.size() && text[at] == '\n') continue;
    if (c == 0x2028 || c == 0x2029) {
      result += '\n';
    } else if (c != U'\n' && c != U'\t' && (is_control(c) || is_bidirectional(c))) {
      append_character(result, kReplacement);
    } else {
      append_character(result, c);
    }
  }
  return result;
}

std::vector<Cluster> clusters(std::string_view text) {
  if (is_simple(text)) return single_characters(text);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  std::vector<Cluster> result;
  std::size_t begin = 0;
  for (const std::size_t end : divide(std::move(breaks), text)) {
    result.push_back({begin, end - begin, cluster_width(text.substr(begin, end - begin))});
    begin = end;
  }
  return begin == text.size() ? result : single_characters(text);
}

std::vector<bool> line_starts(std::string_view text, const std::vector<Cluster>& clusters) {
  if (is_simple(text)) return simple_line_starts(text, clusters);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  const std::vector<std::size_t> ends = divide(std::move(breaks), text);
  std::vector<bool> starts(clusters.size(), false);
  for (std::size_t i = 0; i < clusters.size(); ++i)
    starts[i] = i == 0 || std::binary_search(ends.begin(), ends.end(), clusters[i].begin);
  return starts;
}

}  // namespace starling
