#include "privacy/mask.h"

#include <algorithm>
#include <utility>

namespace starling {

namespace {

bool says_nothing(std::string_view replacement) { return trimmed(replacement).empty() || replacement == kWithheld; }

bool overlaps(Stretch a, Stretch b) { return a.begin < b.begin + b.size && b.begin < a.begin + a.size; }

struct FoldedWord {
  Confidential word;
  FoldedWords letters;
};

std::vector<FoldedWord> each_once(std::span<const Confidential> words) {
  std::vector<FoldedWord> list;
  for (const Confidential& each : words) {
    FoldedWords letters(each.word);
    if (!letters.holds_word()) continue;
    const auto same = std::ranges::find_if(list, [&](const FoldedWord& other) { return other.letters.is_same(letters); });
    if (same == list.end())
      list.push_back({each, std::move(letters)});
    else if (says_nothing(same->word.replacement))
      same->word.replacement = each.replacement;
  }
  return list;
}

std::string with_replacements(std::string_view text, std::span<const MarkedPlace> places, std::span<const Confidential> words) {
  std::string result;
  std::size_t at = 0;
  for (const MarkedPlace& each : places) {
    result += text.substr(at, each.place.begin - at);
    result += words.empty() ? kWithheld : std::string_view(words[each.word].replacement);
    at = each.place.begin + each.place.size;
  }
  return result.append(text.substr(at));
}

}  // namespace

Mask::Mask(std::span<const Confidential> words) {
  std::vector<FoldedWord> list = each_once(words);
  std::ranges::stable_sort(list, std::ranges::greater(), [](const FoldedWord& each) { return each.letters.letters(); });
  for (FoldedWord& each : list) {
    words_.push_back(std::move(each.word));
    folded_.push_back(std::move(each.letters));
  }
  for (Confidential& each : words_)
    if (says_nothing(each.replacement) || !find(each.replacement).empty()) each.replacement = kWithheld;
}

std::vector<MarkedPlace> Mask::find(std::string_view text) const {
  std::vector<MarkedPlace> found;
  if (words_.empty()) return found;
  const FoldedWords letters(text);
  for (std::size_t word = 0; word < words_.size(); ++word)
    for (const Stretch place : letters.find(folded_[word]))
      if (std::ranges::none_of(found, [&](const MarkedPlace& other) { return overlaps(other.place, place); })) found.push_back({place, word});
  std::ranges::sort(found, {}, [](const MarkedPlace& each) { return each.place.begin; });
  return found;
}

MaskedText Mask::masked(std::string_view text) const {
  std::vector<MarkedPlace> places = find(text);
  MaskedText result{with_replacements(text, places, words_), static_cast<int>(places.size())};
  // A replacement beside what was left can make a marked word of two: each turn takes letters away.
  while (!places.empty()) {
    places = find(result.text);
    result.words += static_cast<int>(places.size());
    result.text = with_replacements(result.text, places, {});
  }
  return result;
}

std::vector<Confidential> marked_words(std::span<const Story> stories) {
  std::vector<Confidential> words;
  for (const Story& story : stories) words.insert(words.end(), story.confidential.begin(), story.confidential.end());
  return words;
}

}  // namespace starling
