#include "cli/probe_drill.h"

#include <fmt/format.h>

#include <ostream>
#include <utility>

#include "cli/full_screen.h"
#include "cli/open_study.h"
#include "cli/screen/probes.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kAnyWidth = 1'000'000;

}  // namespace

std::string ProbeDrill::own_answer() const {
  const auto at = now().followup;
  return at ? shorten(trimmed(story.followups[*at].answer), kAnyWidth) : "";
}

// What stands there already is no new answer.
void ProbeDrill::mark(ProbeMark mark, std::chrono::milliseconds took, std::string own) {
  if (own == own_answer()) own.clear();
  answers.push_back({now(), mark, took, std::move(own)});
}

Exit run_drill(Study& study, ProbeDrill drill, const std::string& text, const Arguments& arguments, World& world) {
  const std::string id = drill.story.id;
  const std::string file = drill.story.file;
  const bool finished = terminal_by_keys(world) ? drill_by_keys(drill, world) : drill_by_lines(drill, world);
  if (!finished) {
    world.out << "Left before the end; nothing of this drill is kept.\n";
    return Exit::NotMet;
  }
  const DrillKept kept = keep_drill(study, id, text, drill.answers);
  tell_remarks(study, arguments, world);
  std::optional<Day> next;
  for (const ItemId& item : kept.probes) {
    const Day due = study.state(item).standing.due.day;
    if (!next || due < *next) next = due;
  }
  world.out << drill_done_lines(drill.answers, kept, file, next, text_width(world));
  if (kept.not_written.empty()) return Exit::Ok;
  world.err << fmt::format("starling: {}, so it was left as it is. Put this into it yourself:\n{}", kept.not_written, kept.unwritten);
  return Exit::NotMet;
}

}  // namespace starling
