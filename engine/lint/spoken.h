// The sections of a story as words and sentences, in the form in which the rules compare them.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "story/story.h"
#include "text/text.h"

namespace starling {

struct SpokenWord {
  Stretch place;              // in the section's text
  std::string plain;          // small ASCII letters, ’ as ', digits of every script as 0 to 9
  std::size_t sentence = 0;   // number of its sentence
};

struct SpokenSection {
  std::string text;  // the marks {{150: …}} of lengths are blanks, so that places stay
  std::vector<SpokenWord> words;
  [[nodiscard]] std::string_view as_written(const SpokenWord& word) const {
    return std::string_view(text).substr(word.place.begin, word.place.size);
  }
};

struct SpokenStory {
  std::array<SpokenSection, kSectionCount> sections;
  [[nodiscard]] const SpokenSection& of(Section section) const { return sections[static_cast<std::size_t>(section)]; }
  [[nodiscard]] int words(Section section) const { return static_cast<int>(of(section).words.size()); }
  [[nodiscard]] int words() const;
};
[[nodiscard]] SpokenSection spoken(std::string_view text);
// The words of a text in plain form, with one blank between them.
[[nodiscard]] std::string plain_words(std::string_view text);
[[nodiscard]] SpokenStory spoken(const Story& story);

// Neighbouring words of a section.
struct WordSpan {
  std::size_t first = 0;
  std::size_t count = 1;
};
[[nodiscard]] Stretch stretch_of(const SpokenSection& section, WordSpan span);
// Where one of `phrases` stands, each of words with one blank between them, in plain form. Of phrases that begin at one
// word the longest; none overlap.
[[nodiscard]] std::vector<WordSpan> find_phrases(const SpokenSection& section, std::span<const std::string_view> phrases);

// Numbers: words that begin with a digit, or "two" to "hundred" before what it counts.
[[nodiscard]] std::vector<WordSpan> find_numbers(const SpokenSection& section);

}  // namespace starling
