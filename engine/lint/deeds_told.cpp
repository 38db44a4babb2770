// What was done, against whom, and in whose words: decisions, resistance, blame, words in capitals.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lint/finders.h"
#include "lint/phrases.h"

namespace starling {

namespace {

bool is_in(std::string_view word, PhraseList list) {
  const auto words = phrases(list);
  return std::ranges::find(words, word) != words.end();
}

// Whoever the last pronoun before `at` in its sentence stands for is the learner.
std::vector<WordSpan> own_decisions(const SpokenSection& action) {
  std::vector<WordSpan> found;
  bool own = false;
  for (std::size_t at = 0; at < action.words.size(); ++at) {
    const SpokenWord& word = action.words[at];
    if (at > 0 && action.words[at - 1].sentence != word.sentence) own = false;
    if (word.plain == "i" || word.plain.starts_with("i'")) own = true;
    if (is_in(word.plain, PhraseList::Others) || word.plain == "we" || word.plain.starts_with("we'")) own = false;
    if (own && is_in(word.plain, PhraseList::Decisions)) found.push_back({at, 1});
  }
  return found;
}

// "ERP" of "ERP’s"; empty where it is no word in capitals of two to six letters.
std::string_view capitals(std::string_view word) {
  for (const std::string_view mark : {"'s", "’s"})
    if (word.ends_with(mark)) word.remove_suffix(mark.size());
  const bool all = std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  return all && word.size() >= 2 && word.size() <= 6 ? word : std::string_view();
}

// "product store (PIM)" or "PIM (the product store)".
bool is_spelled_out(const SpokenSection& section, const SpokenWord& word) {
  const std::string_view text = section.text;
  const std::size_t end = word.place.begin + word.place.size;
  const bool inside = word.place.begin > 0 && text[word.place.begin - 1] == '(';
  return inside || text.substr(end).starts_with(" (") || text.substr(end).starts_with("(");
}

std::vector<WordSpan> find_blames(const SpokenSection& section) {
  std::vector<WordSpan> found;
  for (const WordSpan span : find_phrases(section, phrases(PhraseList::Blames))) {
    if (span.first == 0) continue;
    const SpokenWord& who = section.words[span.first - 1];
    if (who.sentence == section.words[span.first].sentence && is_in(who.plain, PhraseList::Blamed))
      found.push_back({span.first - 1, span.count + 1});
  }
  return found;
}

}  // namespace

LintFinds find_jargon(const LintCase& c) {
  std::set<std::string_view> seen(c.settings.jargon_allowed.begin(), c.settings.jargon_allowed.end());
  std::vector<SectionSpans> unknown;
  for (const Section section : kSections) {
    const SpokenSection& spoken = c.spoken.of(section);
    SectionSpans spans{section, {}};
    for (std::size_t at = 0; at < spoken.words.size(); ++at) {
      const std::string_view word = capitals(spoken.as_written(spoken.words[at]));
      if (!word.empty() && seen.insert(word).second && !is_spelled_out(spoken, spoken.words[at])) spans.spans.push_back({at, 1});
    }
    if (!spans.spans.empty()) unknown.push_back(std::move(spans));
  }
  const std::size_t count = count_of(unknown);
  const int most = c.settings.whole(LintLimit::JargonWords);
  if (count <= static_cast<std::size_t>(most)) return {};
  return {about_words(c, unknown, fmt::format("{} in capitals are not spelled out; at most {} are wanted.",
                                              numbered(static_cast<int>(count), "word"), most))};
}

LintFinds find_no_conflict(const LintCase& c) {
  const auto found = find_phrases(c.spoken.of(Section::Action), phrases(PhraseList::Conflict));
  if (static_cast<double>(found.size()) >= c.at(LintLimit::ConflictWords)) return {};
  return {about_section(c, Section::Action,
                        found.empty() ? "No word of doubt or resistance stands in the action."
                                      : fmt::format("The action has {} of doubt or resistance; at least {} are wanted.",
                                                    numbered(static_cast<int>(found.size()), "word"),
                                                    c.settings.whole(LintLimit::ConflictWords)))};
}

LintFinds find_no_decision(const LintCase& c) {
  const auto found = own_decisions(c.spoken.of(Section::Action));
  if (static_cast<double>(found.size()) >= c.at(LintLimit::DecisionWords)) return {};
  return {about_section(c, Section::Action,
                        found.empty() ? "No word for a decision stands with I in the action."
                                      : fmt::format("The action has {} with I; at least {} are wanted.",
                                                    numbered(static_cast<int>(found.size()), "decision"),
                                                    c.settings.whole(LintLimit::DecisionWords)))};
}

LintFinds find_blame(const LintCase& c) {
  std::vector<SectionSpans> blames;
  for (const Section section : kSections) {
    if (!find_phrases(c.spoken.of(section), phrases(PhraseList::OwnFaults)).empty()) return {};
    if (auto spans = find_blames(c.spoken.of(section)); !spans.empty()) blames.push_back({section, std::move(spans)});
  }
  const std::size_t count = count_of(blames);
  if (count < static_cast<std::size_t>(c.at(LintLimit::BlameTimes))) return {};
  return {about_words(c, blames, fmt::format("Others are blamed {}, and no sentence names a fault of yours.",
                                             numbered(static_cast<int>(count), "time")))};
}

}  // namespace starling
