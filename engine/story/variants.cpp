#include "story/variants.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <set>

#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";
constexpr std::array<int, 3> kMarkLengths{60, 150, 270};

// One stretch of a text: what a mark holds, or what stands between two marks (from 0 seconds on).
struct Passage {
  int from_seconds = 0;
  std::string_view text;
};
struct Passages {
  std::vector<Passage> list;
  std::optional<MarkFault> fault;
};

std::optional<int> mark_length(std::string_view word) {
  int seconds = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), seconds);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  if (std::ranges::find(kMarkLengths, seconds) == kMarkLengths.end()) return std::nullopt;
  return seconds;
}

Passages fault(std::size_t at, std::string text) { return {{}, MarkFault{at, std::move(text)}}; }

Passages passages_of(std::string_view marked) {
  Passages passages;
  std::size_t at = 0;
  while (at < marked.size()) {
    const std::size_t open = marked.find(kOpen, at);
    const std::size_t stray = marked.substr(0, open).find(kClose, at);
    if (stray != std::string_view::npos) return fault(stray, "a '}}' closes a passage that no '{{' begins");
    if (open > at) passages.list.push_back({0, marked.substr(at, std::min(open, marked.size()) - at)});
    if (open == std::string_view::npos) break;
    const std::size_t close = marked.find(kClose, open);
    if (close == std::string_view::npos) return fault(open, "the passage that '{{' begins has no '}}'");
    const std::string_view inside = marked.substr(open + kOpen.size(), close - open - kOpen.size());
    if (inside.find(kOpen) != std::string_view::npos) return fault(open, "a passage stands inside another; close the first with '}}'");
    const std::size_t colon = inside.find(':');
    const auto seconds = colon == std::string_view::npos ? std::nullopt : mark_length(trimmed(inside.substr(0, colon)));
    if (!seconds) return fault(open, "a passage begins with its length: {{60: …}}, {{150: …}} or {{270: …}}");
    passages.list.push_back({*seconds, trimmed(inside.substr(colon + 1))});
    at = close + kClose.size();
  }
  return passages;
}

// What is left out leaves no two blanks, and none at the ends.
void append(std::string& text, std::string_view passage) {
  const bool blank = text.empty() || text.back() == ' ' || text.back() == '\n';
  const std::size_t begin = blank ? std::min(passage.find_first_not_of(" "), passage.size()) : 0;
  text += passage.substr(begin);
}

}  // namespace

std::optional<MarkFault> fault_in_marks(std::string_view marked) { return passages_of(marked).fault; }

std::string at_length(std::string_view marked, int seconds) {
  const Passages passages = passages_of(marked);
  if (passages.fault || marked.find(kOpen) == std::string_view::npos) return std::string(marked);
  std::string text;
  for (const Passage& passage : passages.list)
    if (passage.from_seconds <= seconds) append(text, passage.text);
  return std::string(trimmed(text));
}

std::vector<int> marked_lengths(std::string_view marked) {
  std::set<int> lengths;
  for (const Passage& passage : passages_of(marked).list)
    if (passage.from_seconds > 0) lengths.insert(passage.from_seconds);
  return {lengths.begin(), lengths.end()};
}

std::vector<int> lengths_of(const Story& story) {
  std::set<int> lengths{kStandardVariant};
  for (const StoryVariant& variant : story.variants) lengths.insert(variant.seconds);
  for (const std::string& marked : story.marked)
    for (const int seconds : marked_lengths(marked)) {
      lengths.insert(seconds);
      lengths.insert(*std::prev(std::ranges::find(kVariantLengths, seconds)));
    }
  return {lengths.begin(), lengths.end()};
}

std::vector<TellingPiece> telling_text(const Story& story, int seconds) {
  const auto own = std::ranges::find(story.variants, seconds, &StoryVariant::seconds);
  if (own != story.variants.end()) return {{std::nullopt, own->text}};
  if (story.kind == StoryKind::Intro) return {{std::nullopt, story.text}};
  std::vector<TellingPiece> pieces;
  for (const Section section : kSections) {
    const auto i = static_cast<std::size_t>(section);
    pieces.push_back({section, story.marked[i].empty() ? story.sections[i] : at_length(story.marked[i], seconds)});
  }
  return pieces;
}

int words_of(const std::vector<TellingPiece>& pieces) {
  return std::accumulate(pieces.begin(), pieces.end(), 0,
                         [](int sum, const TellingPiece& piece) { return sum + count_words(piece.text); });
}

int target_of(const Story& story, int variant_seconds, int default_seconds) {
  if (variant_seconds != kStandardVariant) return variant_seconds;
  return story.target_seconds.value_or(story.kind == StoryKind::Intro ? kIntroSeconds : default_seconds);
}

}  // namespace starling
