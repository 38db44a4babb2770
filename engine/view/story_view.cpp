#include "view/story_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "view/coverage_view.h"
#include "view/telling.h"
#include "view/words.h"

namespace starling {

StoryView story_view(const Standpoint& from, const Story& story) {
  return {&story,
          state_of(from.states, story_item(story.id)),
          missing(story),
          quality(story),
          section_words(story),
          estimated_seconds(story, speech_rate(from.states, from.settings.words_per_minute)),
          target_of(story, kStandardVariant, from.settings.target_seconds)};
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

std::size_t neediest_principle(const Standpoint& from) {
  const Coverage coverage = coverage_view(from).coverage;
  const auto step = std::ranges::find(coverage.next, "new", &CoverageStep::action);
  if (step != coverage.next.end()) return step->principle;
  return coverage.next.empty() ? 0 : coverage.next.front().principle;
}

}  // namespace starling
