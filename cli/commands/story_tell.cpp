// `story tell`: title and principle, a clock against the target, then the text and the grades.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/full_screen.h"
#include "cli/open_study.h"
#include "cli/tell.h"

namespace starling {

namespace {

bool tell(Study& study, const Story& story, World& world) {
  const bool empty = std::ranges::all_of(story.sections, [](const std::string& section) { return section.empty(); });
  if (empty)
    throw UsageError(fmt::format("'{}' has no text yet, so there is nothing to tell; it is in {}", story.id,
                                 story.file));
  return terminal_by_keys(world) ? tell_by_keys(study, story, world) : tell_by_lines(study, story, world);
}

}  // namespace

bool tell_stories_due(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::vector<Asked> due = study->agenda().stories();
  for (const Asked& asked : due)
    if (!tell(*study, *study->library().story(asked.item->id.name()), world)) break;
  return !due.empty();
}

namespace {

Exit run_story_tell(const Arguments& arguments, World& world) {
  if (arguments.json) throw UsageError("'story tell' is for people; scripts use 'answer story/ID GRADE --seconds N'");
  const auto study = open_study(arguments, world);
  if (const auto id = arguments.value(kStory))
    return tell(*study, need_story(*study, *id), world) ? Exit::Ok : Exit::NotMet;
  const std::vector<Asked> due = study->agenda().stories();
  if (due.empty()) {
    world.out << (study->library().stories().empty() ? "There is no story yet. Write one: starling story new TITLE\n"
                                                   : "No story is due. Tell any one: starling story tell ID\n");
    return Exit::NotMet;
  }
  return tell(*study, *study->library().story(due.front().item->id.name()), world) ? Exit::Ok : Exit::NotMet;
}

}  // namespace

const Command kStoryTellCommand{.name = "story tell",
                                .operands = {maybe(kStory)},
                                .summary = "tell a story against the clock",
                                .examples = {"starling story tell", "starling story tell night-pages"},
                                .run = run_story_tell};

}  // namespace starling
