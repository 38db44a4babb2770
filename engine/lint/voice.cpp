// Who speaks, and how sure: I and we, passives, hedges, buzzwords.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "lint/finders.h"
#include "lint/phrases.h"

namespace starling {

namespace {

// I and we of the action.
struct Who {
  std::vector<WordSpan> own;
  std::vector<WordSpan> shared;
  [[nodiscard]] std::size_t both() const { return own.size() + shared.size(); }
  [[nodiscard]] double own_share() const { return static_cast<double>(own.size()) / static_cast<double>(both()); }
};

// US is a country, and the "i" of "i.e." nobody.
bool is_no_person(const SpokenSection& section, WordSpan span) {
  const std::string_view word = section.as_written(section.words[span.first]);
  const std::size_t end = section.words[span.first].place.begin + word.size();
  return word == "US" || (word == "i" && section.text.substr(end, 1) == ".");
}

Who who_acts(const LintCase& c) {
  const SpokenSection& action = c.spoken.of(Section::Action);
  Who who{find_phrases(action, phrases(PhraseList::Own)), find_phrases(action, phrases(PhraseList::Shared))};
  const auto no_person = [&](WordSpan span) { return is_no_person(action, span); };
  std::erase_if(who.own, no_person);
  std::erase_if(who.shared, no_person);
  return who;
}

bool is_comparable(const LintCase& c, const Who& who) { return who.both() > 0 && static_cast<double>(who.both()) >= c.at(LintLimit::WhoWords); }

bool is_participle(std::string_view word) {
  if (word.size() > 3 && word.ends_with("ed") && !word.ends_with("eed")) return true;
  const auto irregular = phrases(PhraseList::Irregular);
  return std::ranges::find(irregular, word) != irregular.end();
}

std::vector<WordSpan> find_participles(const SpokenSection& section) {
  std::vector<WordSpan> found;
  for (std::size_t at = 0; at + 1 < section.words.size(); ++at) {
    const std::string_view word = section.words[at].plain;
    const bool begins = word == "was" || word == "were" || word == "been";
    if (begins && section.words[at].sentence == section.words[at + 1].sentence && is_participle(section.words[at + 1].plain))
      found.push_back({at, 2});
  }
  return found;
}

}  // namespace

LintFinds find_we_heavy(const LintCase& c) {
  const Who who = who_acts(c);
  const double least = c.at(LintLimit::OwnShare);
  if (!is_comparable(c, who) || who.own_share() >= least) return {};
  const std::string text = fmt::format("In the action I or mine is said {}, we or ours {}: {} is I, at least {} is wanted.",
                                       numbered(static_cast<int>(who.own.size()), "time"), numbered(static_cast<int>(who.shared.size()), "time"),
                                       percent(who.own_share(), least), percent(least));
  return {about_words(c, {{Section::Action, who.shared}}, text)};
}

LintFinds find_i_blind(const LintCase& c) {
  const Who who = who_acts(c);
  if (!is_comparable(c, who) || who.own_share() <= c.at(LintLimit::OwnShareMost)) return {};
  if (c.story.people <= c.settings.whole(LintLimit::BlindPeople)) return {};
  return {about_words(c, {{Section::Action, who.own}},
                      fmt::format("The scope has {} people, and {} of {} words for who acted are I or mine.", c.story.people,
                                  who.own.size(), who.both()))};
}

LintFinds find_hedged(const LintCase& c) {
  const auto hedges = find_everywhere(c, phrases(PhraseList::Hedges));
  const int words = std::accumulate(hedges.begin(), hedges.end(), 0,
                                    [](int sum, const SectionSpans& each) { return sum + words_of(each); });
  const double most = c.at(LintLimit::HedgedShare);
  if (words == 0 || words <= most * c.spoken.words()) return {};
  const int count = static_cast<int>(count_of(hedges));
  return {about_words(c, hedges, fmt::format("{} {} {} of the words; at most {} is wanted.", numbered(count, "hedge"),
                                             count == 1 ? "takes" : "take", percent(static_cast<double>(words) / c.spoken.words()),
                                             percent(most)))};
}

LintFinds find_passive(const LintCase& c) {
  if (const auto hidden = find_everywhere(c, phrases(PhraseList::HiddenActors)); !hidden.empty()) {
    LintFound found = about_words(c, hidden, "");
    found.text = fmt::format("'{}' leaves out who did it.", found.words.front());
    return {std::move(found)};
  }
  const auto passives = find_participles(c.spoken.of(Section::Action));
  const int words = c.spoken.words(Section::Action);
  const double in_hundred = 100.0 * static_cast<double>(passives.size()) / std::max(1, words);
  if (passives.empty() || in_hundred <= c.at(LintLimit::PassivesPer100)) return {};
  return {about_words(c, {{Section::Action, passives}},
                      fmt::format("The action has {} in {} words, {:.1f} in 100; at most {:g} are wanted.",
                                  numbered(static_cast<int>(passives.size()), "passive"), words, in_hundred, c.at(LintLimit::PassivesPer100)))};
}

LintFinds find_buzz(const LintCase& c) {
  const auto buzz = find_everywhere(c, phrases(PhraseList::Buzz));
  const std::size_t count = count_of(buzz);
  if (count < static_cast<std::size_t>(c.at(LintLimit::BuzzTimes))) return {};
  return {about_words(c, buzz, fmt::format("{} {} in place of what was done.", numbered(static_cast<int>(count), "buzzword"), count == 1 ? "stands" : "stand"))};
}

}  // namespace starling
