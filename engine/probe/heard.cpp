#include "probe/heard.h"

#include <algorithm>

namespace starling {

namespace {

// Words that lead a clause in, and those that nothing ends with.
constexpr std::string_view kLeading[]{"and", "but", "so", "because", "as", "then", "which", "that", "although", "since", "while",
                                      "where", "when", "who", "for", "or", "if"};
constexpr std::string_view kHanging[]{"and", "but", "the", "to",  "of",   "a",   "an",  "that", "in",   "with", "my",   "so",
                                      "as",  "for", "by",  "our", "their", "on", "at",  "from", "or",   "which", "who", "because",
                                      "its", "his", "her", "into", "than", "no", "was", "were", "is",   "it",    "i",   "we"};

constexpr std::string_view kPronouns[]{"i", "we", "they", "he", "she", "it", "you", "nobody", "my", "our", "their"};

bool is_among(std::string_view word, std::span<const std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

bool divides_clauses(std::string_view between) {
  constexpr std::string_view kSigns[]{",", ";", ":", ".", "?", "!", "(", ")", "—", "–", "“", "”", "\"", "…", "。", "、", "«", "»"};
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return between.find(sign) != between.npos; });
}

bool joins(std::string_view word) { return word == "and" || word == "but" || word == "so"; }

// A new sentence, a sign, or "and I".
bool begins_clause(const HeardSection& section, std::size_t at) {
  if (section.words[at].breaks || section.words[at].opens) return true;
  return joins(section.words[at].plain) && at + 1 < section.words.size() && is_among(section.words[at + 1].plain, kPronouns);
}

std::size_t begin_of_clause(const HeardSection& section, std::size_t at) {
  while (at > 0 && !begins_clause(section, at)) --at;
  return at;
}
std::size_t end_of_clause(const HeardSection& section, std::size_t at) {
  while (++at < section.words.size() && !begins_clause(section, at)) {
  }
  return std::min(at, section.words.size());
}

// `end` before the last joining word where that leaves enough behind `kept`, else before the last of the small words.
std::size_t well_cut(const HeardSection& section, HeardSpan kept, std::size_t end) {
  constexpr std::size_t kEnough = 3;
  for (std::size_t at = end; at-- > kept.end + kEnough;)
    if (joins(section.words[at].plain) || section.words[at].plain == "because") return at;
  for (std::size_t at = end; at-- > kept.end + kEnough;)
    if (is_among(section.words[at].plain, kHanging)) return at;
  return end;
}

// Not into `kept`.
HeardSpan tidied(const HeardSection& section, HeardSpan span, HeardSpan kept) {
  const std::size_t clause = end_of_clause(section, kept.end - 1);
  if (span.end < clause) span.end = well_cut(section, kept, span.end);
  while (span.first < kept.first && is_among(section.words[span.first].plain, kLeading)) ++span.first;
  if (span.end < clause)
    while (span.end > kept.end && is_among(section.words[span.end - 1].plain, kHanging)) --span.end;
  return span;
}

HeardSection heard_section(std::string_view text) {
  HeardSection section{text, {}};
  std::vector<std::size_t> openings;  // bytes at which sentences begin
  for (const std::string_view sentence : sentences(text)) openings.push_back(static_cast<std::size_t>(sentence.data() - text.data()));
  std::size_t before = 0;
  std::size_t next = 0;
  for (const Stretch place : words_in(text)) {
    HeardWord word{place, fold(text.substr(place.begin, place.size)), false, false};
    while (next < openings.size() && openings[next] <= place.begin) ++next, word.opens = true;
    word.breaks = divides_clauses(text.substr(before, place.begin - before));
    before = place.begin + place.size;
    section.words.push_back(std::move(word));
  }
  return section;
}

}  // namespace

HeardStory heard(const Story& story) {
  HeardStory heard;
  std::ranges::transform(story.sections, heard.begin(), [](const std::string& text) { return heard_section(text); });
  return heard;
}

std::string quote(const HeardSection& section, HeardSpan span) {
  if (span.first >= span.end) return "";
  const Stretch& last = section.words[span.end - 1].place;
  const std::size_t begin = section.words[span.first].place.begin;
  std::string words;
  for (const char c : section.text.substr(begin, last.begin + last.size - begin)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) words += c;
    else if (!words.ends_with(' ')) words += ' ';
  }
  return words;
}

std::size_t find_phrase(const HeardSection& section, std::string_view phrase, std::size_t from) {
  for (std::size_t at = from; at < section.words.size(); ++at) {
    std::string_view rest = phrase;
    for (std::size_t word = at; word < section.words.size() && rest.starts_with(section.words[word].plain); ++word) {
      rest.remove_prefix(section.words[word].plain.size());
      if (rest.empty()) return at;
      if (!rest.starts_with(' ')) break;
      rest.remove_prefix(1);
    }
  }
  return section.words.size();
}

HeardSpan find_any(const HeardSection& section, std::span<const std::string_view> phrases, std::size_t from) {
  HeardSpan found{section.words.size(), section.words.size()};
  for (const std::string_view phrase : phrases) {
    const std::size_t at = find_phrase(section, phrase, from);
    if (at < found.first) found = {at, at + 1 + static_cast<std::size_t>(std::ranges::count(phrase, ' '))};
  }
  return found;
}

HeardSpan clause_around(const HeardSection& section, HeardSpan span, std::size_t most) {
  std::size_t first = begin_of_clause(section, span.first);
  for (std::size_t at = span.first; at-- > first;)
    if (joins(section.words[at].plain) && span.first - at > 1) first = at;
  const std::size_t before = most * 2 / 3;
  if (span.first - first > before) first = span.first - before;
  const std::size_t end = std::max(span.end, std::min(end_of_clause(section, span.end - 1), first + most));
  return tidied(section, {first, end}, span);
}

HeardSpan clause_from(const HeardSection& section, HeardSpan span, std::size_t most) {
  const std::size_t end = std::max(span.end, std::min(end_of_clause(section, span.end - 1), span.first + most));
  return tidied(section, {span.first, end}, span);
}

}  // namespace starling
