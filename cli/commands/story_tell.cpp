// `story tell`: title and principle, a clock against the target, the figures, then the text and the grades.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/practice_names.h"
#include "cli/principle_name.h"
#include "cli/tell.h"

namespace starling {

namespace {

constexpr Option<PrincipleName> kTellFor{"--for", "P", "the principle it is told for; without a story one of that principle"};
constexpr Option<Whole> kTellLength{"--length", "SECONDS", "30, 60, 150 or 270, where the story has that length", {30, 270}};

bool has_angle(const Story& story, std::size_t principle) {
  return std::ranges::find(story.angles, principle, &Angle::principle) != story.angles.end();
}

// What is due first, of that principle where one is given; else the one told longest ago. Null where there is none.
const Story* story_to_tell(const Study& study, std::optional<std::size_t> principle) {
  const std::vector<Asked> due = study.agenda().stories();
  for (const Asked& asked : due) {
    const Story* story = study.library().story(asked.item->id.name());
    if (story && (!principle || has_angle(*story, *principle))) return story;
  }
  if (!principle) return nullptr;
  const Story* best = nullptr;
  const auto told = [&](const Story& story) {
    const ItemState state = study.state(story_item(story.id));
    return seen(state) ? state.standing.last_day : Day::min();
  };
  for (const Story& story : study.library().stories())
    if (counts(story) && has_angle(story, *principle) && (!best || told(story) < told(*best))) best = &story;
  return best;
}

void set_length(TellingTask& task, int seconds, const Study& study) {
  const std::vector<int> lengths = lengths_of(*task.story);
  if (std::ranges::find(lengths, seconds) == lengths.end())
    throw UsageError(fmt::format("'{}' has a text for {} seconds, not for {}", task.story->id, fmt::join(lengths, ", "), seconds));
  task.choice.length = seconds;
  task.target_seconds = target_of(*task.story, seconds, study.settings().target_seconds);
}

void set_principle(TellingTask& task, std::size_t principle) {
  if (!has_angle(*task.story, principle))
    throw UsageError(fmt::format("'{}' is no story of {}", task.story->id, principles()[principle].name));
  task.choice.principle = principle;
}

Exit run_story_tell(const Arguments& arguments, World& world) {
  if (arguments.json) throw UsageError("'story tell' is for people; scripts use 'answer story/ID GRADE --seconds N'");
  const auto study = open_study(arguments, world);
  const auto id = arguments.value(kStory);
  const auto principle = arguments.value(kTellFor);
  const Story* story = id ? &need_story(*study, *id) : story_to_tell(*study, principle);
  if (!story) {
    if (principle)
      world.out << fmt::format("No whole story is of {} yet: starling coverage\n", principles()[*principle].name);
    else
      world.out << (study->library().stories().empty() ? "There is no story yet. Write one: starling story new TITLE\n"
                                                     : "No story is due. Tell any one: starling story tell ID\n");
    return Exit::NotMet;
  }
  TellingTask task = next_telling_of(*study, *story);
  if (principle) set_principle(task, *principle);
  if (const auto seconds = arguments.value(kTellLength)) set_length(task, *seconds, *study);
  return tell_story(*study, task, world) ? Exit::Ok : Exit::NotMet;
}

}  // namespace

const Command kStoryTellCommand{.name = "story tell",
                                .operands = {maybe(kStory)},
                                .summary = "tell a story against the clock",
                                .options = {&kTellFor, &kTellLength},
                                .examples = {"starling story tell", "starling story tell night-pages", "starling story tell --for OW"},
                                .run = run_story_tell};

}  // namespace starling
