#include <algorithm>
#include <iterator>
#include <utility>

#include "text/clusters.h"
#include "text/text.h"
#include "text/utf8.h"

namespace starling {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";

bool holds(std::string_view text, std::string_view word) { return fold(text).find(word) != std::string::npos; }

// Where characters begin, and the end.
std::vector<std::size_t> character_places(std::string_view text) {
  std::vector<std::size_t> places{0};
  for (std::size_t at = 0; at < text.size(); places.push_back(at)) (void)next_character(text, at);
  return places;
}

// Marks on the last letter belong to it.
std::size_t with_marks(std::string_view text, std::size_t end) {
  while (end < text.size()) {
    std::size_t next = end;
    if (next_character(text, next) < 0x80 || !fold(text.substr(end, next - end)).empty()) break;
    end = next;
  }
  return end;
}

// The smallest piece of `token`, which has no blanks and holds the word. A longer piece holds what a shorter one does, but
// for marks that are dropped at its ends, so the ends are looked for by halves.
TextPiece shrunk(std::string_view token, std::string_view word) {
  const std::vector<std::size_t> places = character_places(token);
  const auto last = std::partition_point(places.begin(), places.end(),
                                         [&](std::size_t end) { return !holds(token.substr(0, end), word); });
  if (last == places.end()) return {0, token.size()};
  const auto behind_first = std::partition_point(places.begin(), last, [&](std::size_t begin) {
    return holds(token.substr(begin, *last - begin), word);
  });
  const std::size_t begin = behind_first == places.begin() ? 0 : *std::prev(behind_first);
  return {begin, with_marks(token, *last) - begin};
}

// One line: white space of any length is a blank.
std::string flowing(std::string_view text) {
  std::string result;
  for (const char c : shown(text)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank || result.empty() || result.back() != ' ') result += blank ? ' ' : c;
  }
  return result;
}

// Where the columns of a text end that fit, from its front or from its back.
std::size_t end_of_columns(const std::vector<Cluster>& all, int width) {
  std::size_t end = 0;
  for (const Cluster& cluster : all) {
    if ((width -= cluster.width) < 0) break;
    end = cluster.begin + cluster.size;
  }
  return end;
}
std::size_t begin_of_columns(const std::vector<Cluster>& all, std::size_t size, int width) {
  std::size_t begin = size;
  for (auto cluster = all.rbegin(); cluster != all.rend(); ++cluster) {
    if ((width -= cluster->width) < 0) break;
    begin = cluster->begin;
  }
  return begin;
}

// Cut where a word ends; inside one only where it is all there is.
std::string first_columns(const std::string& text, int width) {
  if (display_width(text) <= width) return text;
  if (width < 1) return "";
  std::string kept = text.substr(0, end_of_columns(clusters(text), width - 1));
  const std::size_t blank = kept.rfind(' ');
  if (text[kept.size()] != ' ' && blank != kept.npos) kept.resize(blank);
  kept.resize(kept.find_last_not_of(' ') + 1);
  return kept + "…";
}
std::string last_columns(const std::string& text, int width) {
  if (display_width(text) <= width) return text;
  if (width < 1) return "";
  const std::size_t begin = begin_of_columns(clusters(text), text.size(), width - 1);
  std::string kept = text.substr(begin);
  const std::size_t blank = kept.find(' ');
  if (begin > 0 && text[begin - 1] != ' ' && blank + 1 < kept.size()) kept.erase(0, blank + 1);
  kept.erase(0, kept.find_first_not_of(' '));
  return "…" + kept;
}

}  // namespace

std::optional<TextPiece> find_folded(std::string_view text, std::string_view word) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_not_of(kBlanks, at), text.size());
    const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
    const std::string_view token = text.substr(begin, end - begin);
    if (!word.empty() && holds(token, word)) {
      const TextPiece inside = shrunk(token, word);
      return TextPiece{begin + inside.begin, inside.size};
    }
    at = end;
  }
  return std::nullopt;
}

Excerpt excerpt(std::string_view text, TextPiece piece, int width) {
  constexpr int kShareBefore = 3;
  std::string before = flowing(text.substr(0, piece.begin));
  std::string hit = flowing(text.substr(piece.begin, piece.size));
  std::string after = flowing(text.substr(piece.begin + piece.size));
  before.erase(0, before.find_first_not_of(' '));
  after.resize(after.find_last_not_of(' ') + 1);
  const int room = width - display_width(hit);
  if (room < 2) return {"", shorten(hit, width), ""};
  const int wanted = room - display_width(after);
  before = last_columns(before, std::max(wanted, room / kShareBefore));
  after = first_columns(after, room - display_width(before));
  // Characters may join over the ends of a piece and take more columns then.
  if (display_width(before + hit + after) > width) return {"", shorten(hit, width), ""};
  return {std::move(before), std::move(hit), std::move(after)};
}

}  // namespace starling
