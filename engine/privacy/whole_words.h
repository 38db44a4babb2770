// Where does a text hold a word, as a whole one and however it is written?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace starling {

// A text as folded words and signs, each with where it came from: case, accents and what is never seen are gone, and so are
// blanks, dashes and "_". Every apostrophe is '. Where a script sets no blanks between words each letter is a word.
class FoldedWords {
 public:
  explicit FoldedWords(std::string_view text);

  // Where `phrase` stands, none overlapping, first one first.
  [[nodiscard]] std::vector<Stretch> find(const FoldedWords& phrase) const;
  [[nodiscard]] bool holds_word() const { return words_ > 0; }
  [[nodiscard]] std::size_t letters() const;  // without blanks, in bytes
  [[nodiscard]] bool is_same(const FoldedWords& other) const { return pieces_ == other.pieces_; }

 private:
  void add_word(std::string_view text, Stretch place);
  void add_part(std::string_view text, Stretch place);
  void add_signs(std::string_view text, Stretch place);
  void add(std::string piece, Stretch place);

  std::vector<std::string> pieces_;
  std::vector<Stretch> places_;
  std::size_t words_ = 0;
};

}  // namespace starling
