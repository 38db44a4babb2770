#include "cli/tell.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/full_screen.h"
#include "cli/open_study.h"
#include "text/text.h"

namespace starling {

void need_whole(const Study& study, const Story& story) {
  if (story.archived)
    throw UsageError(fmt::format("'{0}' is put away; starling story archive {0} --back brings it back", story.id));
  const std::vector<std::string> lacking = missing(story);
  if (lacking.empty()) return;
  throw UsageError(fmt::format("'{}' is not whole yet ({}), so it cannot be told: starling story edit {}. It is in {}", story.id,
                               lacking.front(), story.id, study.library().place_of_story(story.id).path.string()));
}

TellingTask next_telling_of(const Study& study, const Story& story) {
  const TellingChoice choice = next_telling(story, tellings_in(study.history_of(story_item(story.id))));
  return {&story, choice, target_of(story, choice.length, study.settings().target_seconds), {}, {}, {}};
}

bool tell_story(Study& study, const Story& story, World& world) {
  need_whole(study, story);
  return tell_story(study, next_telling_of(study, story), world);
}

bool tell_story(Study& study, const TellingTask& task, World& world) {
  need_whole(study, *task.story);
  return terminal_by_keys(world) ? tell_by_keys(study, task, world) : tell_by_lines(study, task, world);
}

bool tell_stories_due(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::vector<Asked> due = study->agenda().stories();
  for (const Asked& asked : due)
    if (!tell_story(*study, *study->library().story(asked.item->id.name()), world)) break;
  return !due.empty();
}

AnswerView keep_telling(Study& study, const TellingTask& task, const EndedTelling& ended, std::chrono::milliseconds took,
                        const std::vector<int>& marks, Grade grade) {
  const Story& story = *task.story;
  Told told{task.choice.length, {}, task.question, words_of(telling_text(story, task.choice.length)),
            grade >= Grade::Good && is_clean(ended), marks};
  if (task.choice.principle) told.principle = principles()[*task.choice.principle].id;
  return study.answer(*study.library().find(story_item(story.id)), grade, took, ended.parts, std::move(told)).view;
}

std::string kept_sentence(const Study& study, const TellingTask& task, const AnswerView& kept, int seconds) {
  std::string text = fmt::format("Saved: {}, {}. Next on {}.", to_string(kept.grade), clock_time(seconds), short_date(kept.due.day));
  const auto tellings = study.state(kept.item).tellings;
  const int clean = tellings ? tellings->clean_days : 0;
  if (clean >= kCleanDays) return text + fmt::format(" {} is ready: told clean on {} days.", task.story->id, clean);
  return text + fmt::format(" Ready after {} clean tellings on different days; {} so far.", kCleanDays, clean);
}

}  // namespace starling
