// `story tell`: title and principle, a clock against the target, then the text and the grades.
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/tell.h"

namespace starling {

namespace {

Exit run_story_tell(const Arguments& arguments, World& world) {
  if (arguments.json) throw UsageError("'story tell' is for people; scripts use 'answer story/ID GRADE --seconds N'");
  const auto study = open_study(arguments, world);
  if (const auto id = arguments.value(kStory))
    return tell_story(*study, need_story(*study, *id), world) ? Exit::Ok : Exit::NotMet;
  const std::vector<Asked> due = study->agenda().stories();
  if (due.empty()) {
    world.out << (study->library().stories().empty() ? "There is no story yet. Write one: starling story new TITLE\n"
                                                   : "No story is due. Tell any one: starling story tell ID\n");
    return Exit::NotMet;
  }
  return tell_story(*study, *study->library().story(due.front().item->id.name()), world) ? Exit::Ok : Exit::NotMet;
}

}  // namespace

const Command kStoryTellCommand{.name = "story tell",
                                .operands = {maybe(kStory)},
                                .summary = "tell a story against the clock",
                                .examples = {"starling story tell", "starling story tell night-pages"},
                                .run = run_story_tell};

}  // namespace starling
