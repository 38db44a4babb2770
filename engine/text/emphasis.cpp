#include <unicode/uchar.h>

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

constexpr char32_t kNoCharacter = 0;

// Signs of Unicode's private use stand for nothing that is read: what is behind them counts.
bool is_private(char32_t letter) { return letter >= 0xE000 && letter <= 0xF8FF; }

class Stars {
 public:
  explicit Stars(std::string_view text) : text_(to_characters(text)) {}

  std::string without_emphasis() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (text_[at] == U'`') at = copy_code(at);
      else if (const std::size_t end = opens(at) ? end_of(at) : 0; end != 0) copy(at + 1, end), at = end;
      else copy(at, at + 1);
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] char32_t beside(std::size_t at, int step) const {
    do at += static_cast<std::size_t>(step);  // below 0 it is beyond the end
    while (at < text_.size() && is_private(text_[at]));
    return at < text_.size() ? text_[at] : kNoCharacter;
  }
  static bool is_word(char32_t letter) { return u_isalnum(static_cast<UChar32>(letter)) != 0 || letter == U'_'; }
  [[nodiscard]] bool stands_alone(std::size_t at) const { return beside(at, -1) != U'*' && beside(at, 1) != U'*'; }

  [[nodiscard]] bool opens(std::size_t at) const {
    return text_[at] == U'*' && stands_alone(at) && !is_word(beside(at, -1)) && u_isalpha(static_cast<UChar32>(beside(at, 1))) != 0;
  }
  // The next star of the line, where it closes what the one at `open` begins; 0 where it does not.
  [[nodiscard]] std::size_t end_of(std::size_t open) const {
    for (std::size_t at = open + 1; at < text_.size() && text_[at] != U'\n' && text_[at] != U'`'; ++at)
      if (text_[at] == U'*') return stands_alone(at) && is_word(beside(at, -1)) && !is_word(beside(at, 1)) ? at : 0;
    return 0;
  }

  void copy(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) append_character(result_, text_[at]);
  }
  // Up to the backquote that ends it, whose place comes back; one alone is a sign.
  std::size_t copy_code(std::size_t begin) {
    const std::size_t end = std::min(text_.find(U'`', begin + 1), text_.size());
    const std::size_t last = end == text_.size() ? begin : end;
    copy(begin, last + 1);
    return last;
  }

  std::u32string text_;
  std::string result_;
};

}  // namespace

std::string without_emphasis(std::string_view text) {
  if (text.find('*') == text.npos) return std::string(text);
  return Stars(text).without_emphasis();
}

}  // namespace starling
