// What may not leave the house: addresses, numbers, names of projects, and what calls itself confidential.
#include <fmt/format.h>

#include <algorithm>

#include "lint/finders.h"
#include "privacy/privacy.h"

namespace starling {

namespace {

// A text of the file, and where it is.
struct Kept {
  ValueName name;
  std::string_view value;
  std::optional<Section> section = {};
};

std::vector<Kept> texts_of(const Story& story) {
  std::vector<Kept> texts{{{"story", "title"}, story.title}, {{"story", "role"}, story.role}, {{"story", "text"}, story.text}};
  for (const Section section : kSections)
    texts.push_back({{"sections", to_string(section)}, story.sections[static_cast<std::size_t>(section)], section});
  for (std::size_t i = 0; i < story.metrics.size(); ++i) {
    texts.push_back({{"metric", "name", i}, story.metrics[i].name});
    texts.push_back({{"metric", "before", i}, story.metrics[i].before});
    texts.push_back({{"metric", "after", i}, story.metrics[i].after});
  }
  for (std::size_t i = 0; i < story.followups.size(); ++i) {
    texts.push_back({{"followup", "ask", i}, story.followups[i].ask});
    texts.push_back({{"followup", "answer", i}, story.followups[i].answer});
  }
  return texts;
}

constexpr std::size_t kMostPieces = 12;

// One flag for all pieces of one kind in one text.
void add_pieces(LintFinds& finds, const Kept& kept, std::string_view what, const std::vector<Stretch>& pieces) {
  if (pieces.empty()) return;
  LintFound found{"", {kept.name, kept.value, ValuePiece{pieces.front().begin, pieces.front().size}}, kept.section, {}, Severity::Error};
  for (const Stretch& piece : pieces) {
    std::string word(kept.value.substr(piece.begin, piece.size));
    if (found.words.size() < kMostPieces && std::ranges::find(found.words, word) == found.words.end()) found.words.push_back(std::move(word));
  }
  found.text = fmt::format("{} stands in the text: {}.", what, found.words.front());
  finds.push_back(std::move(found));
}

std::vector<Stretch> pieces_of(const SpokenSection& words, std::span<const std::string_view> phrases) {
  std::vector<Stretch> pieces;
  for (const WordSpan span : find_phrases(words, phrases)) pieces.push_back(stretch_of(words, span));
  return pieces;
}

}  // namespace

LintFinds find_secret(const LintCase& c) {
  std::vector<std::string> plain;
  std::ranges::transform(c.settings.code_names, std::back_inserter(plain), [](const std::string& name) { return plain_words(name); });
  std::erase_if(plain, [](const std::string& name) { return name.empty(); });
  const std::vector<std::string_view> code_names(plain.begin(), plain.end());
  constexpr std::string_view kConfidential[]{"confidential"};
  LintFinds finds;
  for (const Kept& kept : texts_of(c.story)) {
    add_pieces(finds, kept, "An e-mail address", find_mail_addresses(kept.value));
    add_pieces(finds, kept, "A phone number", find_phone_numbers(kept.value));
    const SpokenSection words = spoken(kept.value);
    add_pieces(finds, kept, "The word of a secret", pieces_of(words, kConfidential));
    if (!code_names.empty()) add_pieces(finds, kept, "An internal name", pieces_of(words, code_names));
  }
  return finds;
}

}  // namespace starling
