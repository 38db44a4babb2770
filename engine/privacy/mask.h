// Words that may not leave the house, and a text without them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "privacy/whole_words.h"
#include "story/story.h"
#include "text/text.h"

namespace starling {

// What stands for a word that has nothing of its own to stand for it. It holds no word, so that none can come about by it.
inline constexpr std::string_view kWithheld = "[…]";

struct MarkedPlace {
  Stretch place;
  std::size_t word = 0;  // in `words` of its mask
};
struct MaskedText {
  std::string text;
  int words = 0;  // places that were masked
};

// Marked words are found whole, whatever their case and accents, exactly in the forms that are marked: another ending is
// another word. Longer ones go before shorter ones.
class Mask {
 public:
  // Of one that is marked twice the first with a replacement counts. What holds no letter and no digit marks nothing.
  explicit Mask(std::span<const Confidential> words);

  [[nodiscard]] const std::vector<Confidential>& words() const { return words_; }  // longest first
  // None overlapping, first one first.
  [[nodiscard]] std::vector<MarkedPlace> find(std::string_view text) const;
  // Nothing is found in it any more.
  [[nodiscard]] MaskedText masked(std::string_view text) const;

 private:
  std::vector<Confidential> words_;
  std::vector<FoldedWords> folded_;
};

// As all stories together mark them, those that are put away or drafts too.
[[nodiscard]] std::vector<Confidential> marked_words(std::span<const Story> stories);

}  // namespace starling
