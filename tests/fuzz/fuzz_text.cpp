// Laws of the text room that hold for every text, UTF-8 or not.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "law.h"
#include "text/text.h"

using namespace starling;

namespace {

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return text;
}

bool is_safe(std::string_view line) {
  return is_utf8(line) && std::none_of(line.begin(), line.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
         });
}

void check_fold(std::string_view text) {
  for (const bool keep_case : {false, true}) {
    const std::string once = fold(text, keep_case);
    law(fold(once, keep_case) == once, "folding twice is folding once");
    law(is_utf8(once), "a folded text is UTF-8");
  }
  law(fold(fold(text, true)) == fold(text), "case may go later");
}

// The sign of a line of code that goes on.
std::string without_signs(std::string text) {
  constexpr std::string_view kSign = "↪";
  for (std::size_t at = text.find(kSign); at != text.npos; at = text.find(kSign, at)) text.erase(at, kSign.size());
  return text;
}

void check_lines(std::string_view text, int width) {
  const std::string whole = without_signs(without_blanks(shorten(text, 1'000'000'000)));
  for (const bool code : {false, true}) {
    std::string joined;
    for (const std::string& line : code ? wrap_code(text, width) : wrap(text, width)) {
      const int columns = display_width(line);
      law(columns <= std::max(width, 2), "a line is no wider than asked, nor than the widest cluster");
      law(columns <= width || wrap_code(line, 1).size() == 1, "only one cluster makes a line too wide");
      law(is_safe(line), "a line holds no control characters");
      joined += line;
    }
    law(without_signs(without_blanks(joined)) == whole, "wrapping loses nothing but blanks");
  }
}

void check_shorten(std::string_view text, int width) {
  const std::string cut = shorten(text, width);
  law(display_width(cut) <= width, "a shortened text fits");
  law(is_safe(cut), "a shortened text holds no control characters");
  law(display_width(padded(cut, width)) == width, "a padded text fills its columns");
  law((display_width(text) <= width) == (cut == shorten(text, 1'000'000'000)), "only what does not fit is cut");
}

void check_sentences(std::string_view text) {
  std::size_t end = 0;
  for (const std::string_view sentence : sentences(text)) {
    law(!sentence.empty() && trimmed(sentence) == sentence, "a sentence is trimmed and says something");
    const auto begin = static_cast<std::size_t>(sentence.data() - text.data());
    law(begin >= end && begin + sentence.size() <= text.size(), "sentences are pieces of their text, in its order");
    law(trimmed(text.substr(end, begin - end)).empty(), "between sentences there is white space alone");
    end = begin + sentence.size();
  }
  law(trimmed(text.substr(end)).empty(), "behind the last sentence there is white space alone");
}

void check_excerpt(std::string_view text, int width) {
  const std::string folded = fold(text.substr(0, text.size() / 2));
  const std::string word = folded.substr(0, folded.find(' '));
  const auto piece = find_folded(text, word);
  if (piece) law(fold(text.substr(piece->begin, piece->size)).find(word) != word.npos, "a piece holds its word");
  const Excerpt line = excerpt(text, piece.value_or(TextPiece{}), width);
  const std::string all = line.before + line.piece + line.after;
  law(display_width(all) <= width, "an excerpt fits");
  law(is_safe(all), "an excerpt holds no control characters");
}

void check_quantity(std::string_view text) {
  const std::string plain = with_plain_digits(text);
  law(with_plain_digits(plain) == plain, "plain digits are plain");
  (void)with_digits(text);
  (void)vowel_signs(text);
  if (const auto other = parse_quantity_by_points(text)) law(std::isfinite(other->value), "so it is with its marks the other way round");
  const auto quantity = parse_quantity(text);
  if (!quantity) return;
  law(std::isfinite(quantity->value), "a quantity is finite");
  const auto same = convert(quantity->value, quantity->unit, quantity->unit);
  law(same && *same == quantity->value, "a quantity is itself in its own unit");
  (void)convert(quantity->value, quantity->unit, "ms");
}

void check_distance(std::string_view text) {
  const std::string_view left = text.substr(0, text.size() / 2);
  const std::string_view right = text.substr(text.size() / 2);
  for (const int limit : {0, 1, 2, 5}) {
    const int distance = edit_distance(left, right, limit);
    law(distance == edit_distance(right, left, limit), "a distance is the same both ways");
    law(distance >= 0 && distance <= limit + 1, "a distance stops behind its limit");
  }
  law(edit_distance(text, text, 2) == 0, "a text is no distance from itself");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const int width = 1 + data[0] % 40;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  check_fold(text);
  check_lines(text, width);
  check_shorten(text, width);
  check_sentences(text);
  check_excerpt(text, width);
  check_quantity(text);
  check_distance(text);
  const std::string id = kebab(text);
  law(kebab(id) == id && id.size() <= 60, "an id is its own id");
  law(count_words(text) <= static_cast<int>(text.size()), "a word has a letter");
  law(trimmed(trimmed(text)) == trimmed(text), "trimming twice is trimming once");
  return 0;
}
