#include "privacy/whole_words.h"

#include <algorithm>
#include <utility>

namespace starling {

namespace {

std::string_view piece_of(std::string_view text, Stretch place) { return text.substr(place.begin, place.size); }

// Soft hyphens, joiners and marks of direction.
bool is_unseen(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x180B && c <= 0x180E) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool separates_words(char32_t c) {
  if (c < 0x80) return c == U' ' || c == U'-' || c == U'_' || (c >= U'\t' && c <= U'\r');
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || (c >= 0x2010 && c <= 0x2015) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x2212 || c == 0x3000;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0xFF07; }

// Of a script that sets no blanks between words: Thai and its neighbours, kana, Han.
bool stands_alone(char32_t c) {
  return (c >= 0xE00 && c <= 0xEFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) || (c >= 0x2E80 && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool holds_only_unseen(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!is_unseen(next_character(text, at))) return false;
  return true;
}

// Words between which nothing is seen are one.
std::vector<Stretch> seen_words(std::string_view text) {
  std::vector<Stretch> words;
  for (const Stretch place : words_in(text)) {
    const std::size_t end = words.empty() ? 0 : words.back().begin + words.back().size;
    if (!words.empty() && place.begin > end && holds_only_unseen(text.substr(end, place.begin - end)))
      words.back().size = place.begin + place.size - words.back().begin;
    else
      words.push_back(place);
  }
  return words;
}

}  // namespace

FoldedWords::FoldedWords(std::string_view text) {
  std::size_t end = 0;
  for (const Stretch place : seen_words(text)) {
    add_signs(text, {end, place.begin - end});
    add_word(text, place);
    end = place.begin + place.size;
  }
  add_signs(text, {end, text.size() - end});
}

// What joins a word, as in "Larkfield's" and "larkfield-wide", divides it here; letters that stand alone do so too.
void FoldedWords::add_word(std::string_view text, Stretch place) {
  std::size_t begin = place.begin;
  const std::size_t last = place.begin + place.size;
  for (std::size_t at = begin; at < last;) {
    const std::size_t here = at;
    const char32_t c = next_character(text, at);
    const bool alone = stands_alone(c);
    const bool ascii_sign = c < 0x80 && !(c >= U'0' && c <= U'9') && !(c >= U'a' && c <= U'z') && !(c >= U'A' && c <= U'Z');
    if (!alone && !ascii_sign && !separates_words(c) && !is_apostrophe(c)) continue;
    add_part(text, {begin, here - begin});
    if (alone)
      add_part(text, {here, at - here});
    else
      add_signs(text, {here, at - here});
    begin = at;
  }
  add_part(text, {begin, last - begin});
}

void FoldedWords::add_part(std::string_view text, Stretch place) {
  if (place.size == 0) return;
  std::string folded = fold(piece_of(text, place));
  if (folded.empty()) folded = piece_of(text, place);
  ++words_;
  add(std::move(folded), place);
}

void FoldedWords::add_signs(std::string_view text, Stretch place) {
  const std::size_t end = place.begin + place.size;
  for (std::size_t at = place.begin; at < end;) {
    const std::size_t here = at;
    const char32_t c = next_character(text, at);
    if (separates_words(c) || is_unseen(c)) continue;
    add(is_apostrophe(c) ? "'" : std::string(piece_of(text, {here, at - here})), {here, at - here});
  }
}

void FoldedWords::add(std::string piece, Stretch place) {
  pieces_.push_back(std::move(piece));
  places_.push_back(place);
}

std::size_t FoldedWords::letters() const {
  std::size_t count = 0;
  for (const std::string& piece : pieces_) count += piece.size();
  return count;
}

std::vector<Stretch> FoldedWords::find(const FoldedWords& phrase) const {
  std::vector<Stretch> found;
  if (phrase.pieces_.empty()) return found;
  for (auto at = pieces_.begin(); (at = std::search(at, pieces_.end(), phrase.pieces_.begin(), phrase.pieces_.end())) != pieces_.end();) {
    const auto first = static_cast<std::size_t>(at - pieces_.begin());
    const Stretch& last = places_[first + phrase.pieces_.size() - 1];
    found.push_back({places_[first].begin, last.begin + last.size - places_[first].begin});
    at += static_cast<std::ptrdiff_t>(phrase.pieces_.size());
  }
  return found;
}

}  // namespace starling
