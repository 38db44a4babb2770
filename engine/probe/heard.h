// A story as an interviewer hears it: the words of each section as told at the standard length, by sentences and clauses.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "story/story.h"
#include "text/text.h"

namespace starling {

struct HeardWord {
  Stretch place;      // in the section's text
  std::string plain;  // folded
  bool opens = false;   // the first of its sentence
  bool breaks = false;  // a sign that divides clauses stands before it: , ; : . ? ! or a bracket, dash or quotation mark
};

struct HeardSection {
  std::string_view text;
  std::vector<HeardWord> words;
};
using HeardStory = std::array<HeardSection, kSectionCount>;
// `story` outlives it.
[[nodiscard]] HeardStory heard(const Story& story);

// Neighbouring words of a section, from `first` to before `end`.
struct HeardSpan {
  std::size_t first = 0;
  std::size_t end = 0;
};
// As they are written, white space single. Empty for none.
[[nodiscard]] std::string quote(const HeardSection& section, HeardSpan span);

// Where `phrase` begins at or behind `from`: folded words with one blank between them. The size of the section where it
// does not.
[[nodiscard]] std::size_t find_phrase(const HeardSection& section, std::string_view phrase, std::size_t from = 0);
// The first place, from `from` on, of any of them; its end is its beginning where there is none.
[[nodiscard]] HeardSpan find_any(const HeardSection& section, std::span<const std::string_view> phrases, std::size_t from = 0);

// What is said in one breath around `span`: its clause, no longer than `most` words, without the small words that lead it in
// and, where it was cut, none that are left hanging. "And I" begins another clause.
[[nodiscard]] HeardSpan clause_around(const HeardSection& section, HeardSpan span, std::size_t most = 14);
// The same from the beginning of `span` on.
[[nodiscard]] HeardSpan clause_from(const HeardSection& section, HeardSpan span, std::size_t most = 14);

}  // namespace starling
