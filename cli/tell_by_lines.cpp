// Telling a story without a terminal that can move: a line ends it, and a line grades each part.
#include <fmt/format.h>

#include "cli/dialogue.h"
#include "cli/screen/card.h"
#include "cli/screen/telling.h"
#include "cli/tell.h"

namespace starling {

namespace {

std::optional<Grade> ask_grade(Dialogue& talk, std::string_view of_what) {
  const std::string prompt = fmt::format("{:10} 1 again  2 hard  3 good  4 easy: ", of_what);
  const char key = talk.choose(prompt, "1234q", grade_key);
  if (key == 'q') return std::nullopt;
  return static_cast<Grade>(key - '0');
}

std::optional<std::vector<Part>> ask_parts(Dialogue& talk) {
  talk.say("\nHow did each part come back?\n");
  std::vector<Part> parts;
  for (const std::string_view name : kTellingParts) {
    const auto given = ask_grade(talk, capitalised(name));
    if (!given) return std::nullopt;
    parts.push_back({std::string(name), *given});
  }
  return parts;
}

}  // namespace

bool tell_by_lines(Study& study, const Story& story, World& world) {
  Dialogue talk(world);
  const int target = story.target_seconds.value_or(study.settings().target_seconds);
  talk.say("\n" + talk.style().bold(paragraph(story.title, talk.width())));
  talk.say(paragraph(principles_line(story), talk.width()) + "\n");
  talk.say(talk.style().dim(paragraph("Tell it aloud. Enter when you are done, q leaves.", talk.width())) + "\n");
  const Instant began = talk.stopwatch();
  const auto line = talk.ask(clock_face(0, target, talk.style(), talk.width()));
  if (!line || *line == "q") return false;

  const std::chrono::milliseconds took = talk.stopwatch() - began;
  const int seconds = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(took).count());
  talk.say("\n" + talk.style().bold(paragraph(story.title, talk.width())));
  talk.say(paragraph(length_remark(seconds, target), talk.width()));
  talk.say(story_text(story, talk.style(), talk.width()));
  const auto parts = ask_parts(talk);
  if (!parts) return false;

  const Item& item = *study.library().find(story_item(story.id));
  const Grade proposed = proposed_grade(*parts);
  std::string prompt = "\n" + grade_lines(study.preview(item), proposed, talk.style(), talk.width());
  prompt += talk.style().dim(fmt::format("Enter takes {}, the weakest part.", to_string(proposed))) + "\n";
  const char key = talk.choose(prompt, "1234\nq", grade_key);
  if (key == 'q') return false;
  const Grade grade = key == '\n' ? proposed : static_cast<Grade>(key - '0');
  const AnswerView done = study.answer(item, grade, took, *parts).view;
  talk.say(fmt::format("Saved: {}, {}. Next on {}.\n", to_string(grade), clock_time(seconds), short_date(done.due.day)));
  return true;
}

}  // namespace starling
