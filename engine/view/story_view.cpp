#include "view/story_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "view/coverage_view.h"
#include "view/telling.h"
#include "view/words.h"

namespace starling {

namespace {

int seconds_for(int words, int words_per_minute) {
  return static_cast<int>(std::lround(words * 60.0 / std::max(1, words_per_minute)));
}

std::optional<Win> win_of(const Standpoint& from, const Story& story) {
  if (story.from_win.empty()) return std::nullopt;
  for (Win& win : wins_of(from.progress, {}))
    if (to_string(win.deed) == story.from_win) return std::move(win);
  return std::nullopt;
}

}  // namespace

int spoken_by(const Standpoint& from) { return speech_rate(from.states, from.settings.words_per_minute); }

ShownLength shown_length(const Standpoint& from, const Story& story, int seconds, int words_a_minute) {
  const int words = words_of(telling_text(story, seconds));
  return {seconds, words, seconds_for(words, words_a_minute), target_of(story, seconds, from.settings.target_seconds)};
}

StoryView story_view(const Standpoint& from, const Story& story, int words_a_minute) {
  StoryView view{&story,
                 state_of(from.states, story_item(story.id)),
                 missing(story),
                 quality(story),
                 section_words(story),
                 estimated_seconds(story, words_a_minute),
                 target_of(story, kStandardVariant, from.settings.target_seconds)};
  for (std::size_t i = 0; i < kSectionCount; ++i)
    view.wanted[i] = static_cast<int>(std::lround(target_shares()[i] * view.target_seconds * words_a_minute / 60.0));
  for (const int seconds : lengths_of(story)) view.lengths.push_back(shown_length(from, story, seconds, words_a_minute));
  for (const FollowUp& followup : story.followups)
    if (followup.probe)
      if (const auto item = ItemId::parse(fmt::format("probe/{}/{}", story.id, *followup.probe)))
        view.probes.push_back({&followup, state_of(from.states, *item)});
  view.win = win_of(from, story);
  return view;
}

std::string state_word(const StoryView& view) {
  if (view.story->archived) return "archived";
  if (view.missing.empty()) return "complete";
  return view.story->draft ? "draft" : "unfinished";
}

std::string tellings_of(const StoryView& view) {
  if (!seen(view.state)) return "not told yet";
  const Standing& standing = view.state.standing;
  return fmt::format("{}, last on {}, next on {}", counted(view.state.reviews, "telling"), short_date(standing.last_day),
                     short_date(standing.due.day));
}

std::size_t neediest_principle(const Standpoint& from) { return needy_principle(from).principle; }

NeedyPrinciple needy_principle(const Standpoint& from) {
  const Coverage coverage = coverage_view(from).coverage;
  auto step = std::ranges::find(coverage.next, "new", &CoverageStep::action);
  if (step == coverage.next.end()) step = coverage.next.begin();
  const std::size_t principle = step == coverage.next.end() ? 0 : step->principle;
  const PrincipleCoverage& row = coverage.principles[principle];
  const std::string_view name = principles()[principle].name;
  if (step == coverage.next.end()) return {principle, fmt::format("{} is the first of the sixteen, and none of them lacks a story", name)};
  if (row.stories.empty()) return {principle, fmt::format("{} has no story yet", name)};
  if (row.primary == 0) return {principle, fmt::format("{} has no complete story of its own", name)};
  return {principle, fmt::format("{} has {} and needs {}", name, counted(row.angles, "angle"), kGateAngles)};
}

}  // namespace starling
