// Telling a story without a terminal that can move: a line ends it, its figures are typed, and a line grades each part.
#include <fmt/format.h>

#include "cli/dialogue.h"
#include "cli/screen/card.h"
#include "cli/screen/telling.h"
#include "cli/tell.h"
#include "text/text.h"

namespace starling {

namespace {

std::optional<Grade> ask_grade(Dialogue& talk, std::string_view of_what) {
  const std::string prompt = fmt::format("{:10} 1 again  2 hard  3 good  4 easy: ", of_what);
  const char key = talk.choose(prompt, "1234q", grade_key);
  if (key == 'q') return std::nullopt;
  return static_cast<Grade>(key - '0');
}

bool ask_parts(Dialogue& talk, StoryKind kind, std::vector<Part>& parts) {
  talk.say("\nHow did each part come back?\n");
  for (const std::string_view name : telling_parts(kind)) {
    const auto given = ask_grade(talk, capitalised(name));
    if (!given) return false;
    parts.push_back({std::string(name), *given});
  }
  return true;
}

// What was typed for each line that asks for figures; nothing where the learner leaves.
std::optional<std::vector<FigureAnswer>> ask_figures(Dialogue& talk, const Story& story) {
  std::vector<FigureAnswer> answers;
  for (const FigureAsked& asked : figures_asked(story)) {
    if (answers.empty()) talk.say("\nBefore you see the text: its figures. Enter where none comes.\n");
    const auto line = talk.ask(paragraph(asked.ask, talk.width()) + "> ");
    if (!line || *line == "q") return std::nullopt;
    answers.push_back({asked, *line, figures_given(asked, *line)});
  }
  return answers;
}

std::optional<Grade> ask_whole(Dialogue& talk, const Study& study, const Story& story, const EndedTelling& ended) {
  const auto proposed = proposed_grade(ended);
  const Grade best = best_grade(ended);
  std::string prompt = "\n" + grade_lines(study.preview(*study.library().find(story_item(story.id))), proposed, talk.style(), talk.width());
  if (const std::string why = why_no_better(ended); !why.empty()) prompt += paragraph(why, talk.width());
  if (proposed) prompt += talk.style().dim(fmt::format("Enter takes {}, the weakest part.", to_string(*proposed))) + "\n";
  while (true) {
    const char key = talk.choose(prompt, proposed ? "1234\nq" : "1234q", grade_key);
    if (key == 'q') return std::nullopt;
    const Grade grade = key == '\n' ? *proposed : static_cast<Grade>(key - '0');
    if (grade <= best) return grade;
    talk.say(paragraph(why_no_better(ended), talk.width()));
  }
}

}  // namespace

bool tell_by_lines(Study& study, const TellingTask& task, World& world) {
  Dialogue talk(world);
  const Story& story = *task.story;
  talk.say("\n" + telling_head(task, talk.style(), talk.width()));
  talk.say(talk.style().dim(paragraph("Tell it aloud. Enter when you are done, q leaves.", talk.width())) + "\n");
  const Instant began = talk.stopwatch();
  const auto line = talk.ask(clock_face(story.kind, 0, task.target_seconds, {}, talk.style(), talk.width()));
  if (task.told) task.told();
  if (!line || *line == "q") return false;

  const std::chrono::milliseconds took = talk.stopwatch() - began;
  EndedTelling ended;
  ended.seconds = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(took).count());
  ended.target_seconds = task.target_seconds;
  const auto figures = ask_figures(talk, story);
  if (!figures) return false;
  add_figures(ended, *figures);
  talk.say("\n" + talk.style().bold(paragraph(story.title, talk.width())));
  talk.say(paragraph(length_remark(ended.seconds, ended.target_seconds), talk.width()));
  talk.say(figures_text(*figures, talk.style(), talk.width()));
  talk.say(telling_body(story, task.choice.length, talk.style(), talk.width()));
  if (!ask_parts(talk, story.kind, ended.parts)) return false;
  const auto grade = ask_whole(talk, study, story, ended);
  if (!grade) return false;
  const AnswerView done = keep_telling(study, task, ended, took, {}, *grade);
  talk.say(paragraph(kept_sentence(study, task, done, ended.seconds), talk.width()));
  return true;
}

}  // namespace starling
