// A story told shorter or longer: passages with a mark, or a text of its own for a length.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/star.h"

namespace starling {

// Why a text with marks cannot be read: at this byte of it, in words.
struct MarkFault {
  std::size_t at = 0;
  std::string text;
};
// `{{150: …}}` is told from the 150-second variant on; 60, 150 and 270 are the lengths that a mark may name, and marks do
// not stand in one another. Nothing where the text is right or has no marks.
[[nodiscard]] std::optional<MarkFault> fault_in_marks(std::string_view marked);
// What is told of it in a variant of `seconds`. A text with a fault comes back as it is.
[[nodiscard]] std::string at_length(std::string_view marked, int seconds);
// The lengths that its marks name, each once, rising.
[[nodiscard]] std::vector<int> marked_lengths(std::string_view marked);

// The lengths that the story can be told in, rising, kStandardVariant among them: of its own texts, those that its marks
// name, and for each mark the next shorter one, which leaves the passage out. An introduction has only its own texts.
[[nodiscard]] std::vector<int> lengths_of(const Story& story);

// One piece of a telling, to be read through: a section, or the whole where the text is not in sections.
struct TellingPiece {
  std::optional<Section> section;
  std::string text;
};
// `seconds` is one of lengths_of.
[[nodiscard]] std::vector<TellingPiece> telling_text(const Story& story, int seconds);
[[nodiscard]] int words_of(const std::vector<TellingPiece>& pieces);

// How long a telling of that variant is to take: of the standard one what the story asks for, else `default_seconds`;
// of others their own length.
[[nodiscard]] int target_of(const Story& story, int variant_seconds, int default_seconds);

}  // namespace starling
