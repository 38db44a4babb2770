#include "lint/spoken.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "lint/phrases.h"

namespace starling {

namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// "{{150: told from there on}}" without its marks.
std::string without_length_marks(std::string_view text) {
  std::string result(text);
  bool closes = true;
  for (std::size_t at = result.find("{{"); at != result.npos; at = result.find("{{", at + 2)) {
    std::size_t end = at + 2;
    while (end < result.size() && is_ascii_digit(result[end])) ++end;
    if (end == at + 2 || end == result.size() || result[end] != ':') continue;
    std::fill(result.begin() + static_cast<std::ptrdiff_t>(at), result.begin() + static_cast<std::ptrdiff_t>(end) + 1, ' ');
    const std::size_t closing = closes ? result.find("}}", end) : result.npos;
    closes = closing != result.npos;
    if (closes) result[closing] = result[closing + 1] = ' ';
  }
  return result;
}

std::string plain_form(std::string_view word) {
  std::string plain = ascii_lower(is_ascii(word) ? std::string(word) : with_plain_digits(word));
  constexpr std::string_view kApostrophe = "’";
  for (std::size_t at = plain.find(kApostrophe); at != plain.npos; at = plain.find(kApostrophe, at))
    plain.replace(at, kApostrophe.size(), "'");
  return plain;
}

// With each sign of percent that stands alone.
std::vector<Stretch> spoken_words(std::string_view text) {
  std::vector<Stretch> words;
  std::size_t sign = text.find('%');
  for (const Stretch& word : words_in(text)) {
    for (; sign < word.begin; sign = text.find('%', sign + 1)) words.push_back({sign, 1});
    words.push_back(word);
    while (sign < word.begin + word.size) sign = text.find('%', sign + 1);  // "63%" is one word
  }
  for (; sign != text.npos; sign = text.find('%', sign + 1)) words.push_back({sign, 1});
  return words;
}

using PhraseWords = std::vector<std::string_view>;

PhraseWords words_of_phrase(std::string_view phrase) {
  PhraseWords words;
  for (std::size_t at = 0; at <= phrase.size();) {
    const std::size_t blank = std::min(phrase.find(' ', at), phrase.size());
    words.push_back(phrase.substr(at, blank - at));
    at = blank + 1;
  }
  return words;
}

bool stands_at(const SpokenSection& section, std::size_t at, const PhraseWords& phrase) {
  if (section.words.size() - at < phrase.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i)
    if (section.words[at + i].plain != phrase[i]) return false;
  return true;
}

bool is_one_of(std::string_view word, PhraseList list) {
  const auto words = phrases(list);
  return std::ranges::find(words, word) != words.end();
}

// "six teams", "two hundred", "two a month"; not "two of them".
bool counts_something(const SpokenSection& section, std::size_t at) {
  if (at + 1 >= section.words.size()) return false;
  const SpokenWord& next = section.words[at + 1];
  if (next.sentence != section.words[at].sentence) return false;
  const bool each = (next.plain == "a" || next.plain == "an" || next.plain == "per") && at + 2 < section.words.size();
  return each ? is_one_of(section.words[at + 2].plain, PhraseList::TimeUnits) : !is_one_of(next.plain, PhraseList::NoUnits);
}

}  // namespace

int SpokenStory::words() const {
  return std::accumulate(kSections.begin(), kSections.end(), 0, [this](int sum, Section each) { return sum + words(each); });
}

SpokenSection spoken(std::string_view text) {
  SpokenSection section{without_length_marks(text), {}};
  const std::string_view clean = section.text;
  const auto ends = sentences(clean);
  std::size_t sentence = 0;
  for (const Stretch& place : spoken_words(clean)) {
    const char* begin = clean.data() + place.begin;
    while (sentence < ends.size() && begin >= ends[sentence].data() + ends[sentence].size()) ++sentence;
    section.words.push_back({place, plain_form(clean.substr(place.begin, place.size)), sentence});
  }
  return section;
}

std::string plain_words(std::string_view text) {
  std::string plain;
  for (const SpokenWord& word : spoken(text).words) plain += (plain.empty() ? "" : " ") + word.plain;
  return plain;
}

SpokenStory spoken(const Story& story) {
  SpokenStory result;
  std::ranges::transform(story.sections, result.sections.begin(), [](const std::string& text) { return spoken(text); });
  return result;
}

Stretch stretch_of(const SpokenSection& section, WordSpan span) {
  const Stretch& first = section.words[span.first].place;
  const Stretch& last = section.words[span.first + span.count - 1].place;
  return {first.begin, last.begin + last.size - first.begin};
}

std::vector<WordSpan> find_phrases(const SpokenSection& section, std::span<const std::string_view> phrases) {
  std::unordered_map<std::string_view, std::vector<PhraseWords>> by_first;
  for (const std::string_view phrase : phrases) {
    PhraseWords words = words_of_phrase(phrase);
    const std::string_view first = words.front();
    by_first[first].push_back(std::move(words));
  }
  std::vector<WordSpan> found;
  for (std::size_t at = 0; at < section.words.size();) {
    std::size_t longest = 0;
    if (const auto from = by_first.find(section.words[at].plain); from != by_first.end())
      for (const PhraseWords& phrase : from->second)
        if (phrase.size() > longest && stands_at(section, at, phrase)) longest = phrase.size();
    if (longest > 0) found.push_back({at, longest});
    at += std::max<std::size_t>(longest, 1);
  }
  return found;
}

std::vector<WordSpan> find_numbers(const SpokenSection& section) {
  std::vector<WordSpan> found;
  for (std::size_t at = 0; at < section.words.size(); ++at) {
    const std::string_view word = section.words[at].plain;
    const bool digits = is_ascii_digit(word.front());  // "K8s" and "p99" are names
    // Of "twenty-five" the first part says it.
    const std::string_view first = word.substr(0, word.find('-'));
    if (digits || (is_one_of(first, PhraseList::NumberWords) && counts_something(section, at))) found.push_back({at, 1});
  }
  return found;
}

}  // namespace starling
