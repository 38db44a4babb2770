#include "deck/answer_separators.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "text/text.h"

namespace starling {

namespace {

constexpr std::size_t kShortName = 2;  // "n", "lo"

struct Separator {
  Stretch place;
  char kind = ';';  // '-' and '/' may be signs of maths, all others are ';'
  std::size_t words_before = 0;
};

struct Separated {
  std::vector<Separator> separators;
  bool holds_phrase = false;  // two words with nothing between them
};

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

struct Sign {
  std::string_view text;
  char kind;
};

// The sign at `at` that may stand between blanks.
Sign spaced_sign(std::string_view text, std::size_t at) {
  constexpr std::array<Sign, 12> kSigns{{{"--", ';'}, {"-", '-'}, {"−", '-'}, {"\u2010", '-'}, {"\u2011", '-'}, {"/", '/'},
                                         {"\u2012", ';'}, {"–", ';'}, {"—", ';'}, {"\u2015", ';'}, {";", ';'}, {":", ';'}}};
  for (const Sign& sign : kSigns)
    if (text.substr(at).starts_with(sign.text)) return sign;
  return {{}, ';'};
}

// "n", "2n", "(lo)": what stands beside a sign of maths.
bool is_short_name(std::string_view word) {
  constexpr std::string_view kMarks = "()[]{}.,;:!?\"'*";
  while (!word.empty() && kMarks.find(word.front()) != kMarks.npos) word.remove_prefix(1);
  while (!word.empty() && kMarks.find(word.back()) != kMarks.npos) word.remove_suffix(1);
  return word.find_first_of("0123456789") != word.npos ||
         std::count_if(word.begin(), word.end(), begins_character) <= static_cast<std::ptrdiff_t>(kShortName);
}

bool beside_short_name(std::string_view text, const Stretch& sign) {
  const std::string_view before = trimmed(text.substr(0, sign.begin));
  const std::string_view behind = trimmed(text.substr(sign.begin + sign.size));
  const std::size_t last = before.find_last_of(" \t");
  return is_short_name(before.substr(last == before.npos ? 0 : last + 1)) || is_short_name(behind.substr(0, behind.find_first_of(" \t")));
}

// Where a separator begins at `at` of `text`; of size 0 where none does.
Separator separator_at(std::string_view text, std::size_t at) {
  const bool blank_before = at > 0 && is_blank(text[at - 1]);
  const bool mark = text[at] == ';' || text[at] == ':' || text[at] == ',';
  const std::string_view dash = "—";
  if (mark && !blank_before && at + 1 < text.size() && is_blank(text[at + 1])) return {{at, 1}, ';', 0};
  if (at > 0 && text.substr(at).starts_with(dash) && at + dash.size() < text.size()) return {{at, dash.size()}, ';', 0};
  const Sign sign = spaced_sign(text, at);
  const std::size_t end = at + sign.text.size();
  if (sign.text.empty() || !blank_before || end >= text.size() || !is_blank(text[end])) return {};
  const Separator found{{at, sign.text.size()}, sign.kind, 0};
  return found.kind != ';' && beside_short_name(text, found.place) ? Separator{} : found;
}

std::size_t words_in(std::string_view clause, bool first) {
  std::vector<std::string> words = answer_words(with_digits(clause), AnswerReading::Prose);
  std::erase_if(words, [](const std::string& word) { return word == "/" || word == "%"; });
  const bool article = first && words.size() > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an");
  return words.size() - (article ? 1 : 0);
}

Separated separated(std::string_view text) {
  Separated result;
  std::size_t begin = 0;
  std::size_t words = 0;
  const auto end_clause = [&](std::size_t end) {
    const std::size_t count = words_in(text.substr(begin, end - begin), begin == 0);
    words += count;
    result.holds_phrase = result.holds_phrase || count > 1;
  };
  for (std::size_t at = 0; at < text.size();) {
    Separator found = separator_at(text, at);
    if (found.place.size == 0) {
      ++at;
      continue;
    }
    end_clause(at);
    found.words_before = words;
    at = begin = at + found.place.size;
    result.separators.push_back(found);
  }
  end_clause(text.size());
  return result;
}

bool are_alike(const Separator& given, const Separator& meant, bool phrases) {
  if (given.kind == ';' && meant.kind == ';') return false;  // nothing to change
  return meant.kind == ';' || (phrases && (given.kind == ';' || given.kind == meant.kind));
}

std::string replaced(std::string_view text, const std::vector<Stretch>& places) {
  std::string result;
  std::size_t from = 0;
  for (const Stretch& place : places) {
    result += text.substr(from, place.begin - from);
    result += ';';
    from = place.begin + place.size;
  }
  result += text.substr(from);
  return result;
}

}  // namespace

AnswerPair with_like_separators(std::string_view given, std::string_view meant) {
  const AnswerPair as_they_are{std::string(given), std::string(meant)};
  const Separated wanted = separated(meant);
  if (wanted.separators.empty()) return as_they_are;
  const Separated typed = separated(given);
  std::vector<Stretch> in_given;
  std::vector<Stretch> in_meant;
  for (const Separator& one : typed.separators) {
    const auto other = std::find_if(wanted.separators.begin(), wanted.separators.end(),
                                    [&](const Separator& separator) { return separator.words_before == one.words_before; });
    if (other == wanted.separators.end() || !are_alike(one, *other, wanted.holds_phrase)) continue;
    if (!in_meant.empty() && in_meant.back().begin >= other->place.begin) continue;
    in_given.push_back(one.place);
    in_meant.push_back(other->place);
  }
  AnswerPair alike{replaced(given, in_given), replaced(meant, in_meant)};
  const bool prose = reading_of(alike.given) == AnswerReading::Prose && reading_of(alike.meant) == AnswerReading::Prose;
  return prose ? alike : as_they_are;
}

}  // namespace starling
