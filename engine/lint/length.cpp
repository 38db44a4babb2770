// Is the story too short or too long, as a whole and in its parts?
#include <fmt/format.h>

#include <cmath>

#include "lint/finders.h"
#include "lint/phrases.h"

namespace starling {

namespace {

std::string length_text(const LintCase& c, int words) {
  const double seconds = words * 60.0 / std::max(1, c.context.words_per_minute);
  return fmt::format("The story has {}, {} s at {} a minute", numbered(words, "word"), std::lround(seconds),
                     c.context.words_per_minute);
}

double share_of(const LintCase& c, Section section) {
  return static_cast<double>(c.spoken.words(section)) / std::max(1, c.spoken.words());
}

std::string share_text(const LintCase& c, Section section, double limit) {
  return fmt::format("The {} has {} of {} words, {}", to_string(section), c.spoken.words(section), c.spoken.words(),
                     percent(share_of(c, section), limit));
}

}  // namespace

LintFinds find_short(const LintCase& c) {
  const int words = c.spoken.words();
  const int least = c.settings.whole(LintLimit::ShortWords);
  if (words >= least) return {};
  return {about_whole(fmt::format("{}; at least {} are wanted.", length_text(c, words), least))};
}

LintFinds find_long(const LintCase& c) {
  const int words = c.spoken.words();
  const int most = c.settings.whole(LintLimit::LongWords);
  if (words <= most) return {};
  return {about_whole(fmt::format("{}; at most {} are wanted.", length_text(c, words), most))};
}

LintFinds find_situation_heavy(const LintCase& c) {
  const double share = share_of(c, Section::Situation);
  const double most = c.at(LintLimit::SituationShare);
  if (share <= most) return {};
  LintFound found = about_section(c, Section::Situation, fmt::format("{}; at most {} is wanted.",
                                                                     share_text(c, Section::Situation, most), percent(most)));
  if (share > c.at(LintLimit::SituationErrorShare)) found.severity = Severity::Error;
  return {std::move(found)};
}

LintFinds find_action_thin(const LintCase& c) {
  const double least = c.at(LintLimit::ActionShare);
  if (share_of(c, Section::Action) >= least) return {};
  return {about_section(c, Section::Action,
                        fmt::format("{}; at least {} is wanted.", share_text(c, Section::Action, least), percent(least)))};
}

LintFinds find_no_reflection(const LintCase& c) {
  const int words = c.spoken.words(Section::Reflection);
  const int least = c.settings.whole(LintLimit::ReflectionWords);
  if (words < least)
    return {about_section(c, Section::Reflection,
                          fmt::format("The reflection has {}; at least {} are wanted.", numbered(words, "word"), least))};
  auto platitudes = find_phrases(c.spoken.of(Section::Reflection), phrases(PhraseList::Platitudes));
  if (platitudes.empty()) return {};
  return {about_words(c, {{Section::Reflection, std::move(platitudes)}}, "The reflection says what everybody says.")};
}

}  // namespace starling
