#include "lint/told.h"

#include <algorithm>
#include <optional>

namespace starling {

namespace {

// "from 164 to 9", within one sentence.
bool has_from_to(const SpokenSection& section) {
  std::optional<std::size_t> from;
  for (const SpokenWord& word : section.words) {
    if (word.plain == "from") from = word.sentence;
    if (word.plain == "to" && from == word.sentence) return true;
  }
  return false;
}

bool has_both_ends(const StoryMetric& metric) { return !trimmed(metric.before).empty() && !trimmed(metric.after).empty(); }

}  // namespace

bool tells(const SpokenSection& section, PhraseList list) { return !find_phrases(section, phrases(list)).empty(); }

bool tells(const SpokenStory& story, PhraseList list) {
  return std::ranges::any_of(story.sections, [list](const SpokenSection& section) { return tells(section, list); });
}

bool has_baseline(const Story& story, const SpokenStory& spoken) {
  const SpokenSection& result = spoken.of(Section::Result);
  const bool arrow = result.text.find("→") != result.text.npos || result.text.find("->") != result.text.npos;
  return arrow || std::ranges::any_of(story.metrics, has_both_ends) || tells(result, PhraseList::Bases) || has_from_to(result);
}

}  // namespace starling
