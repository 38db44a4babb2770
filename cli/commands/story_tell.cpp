// `story tell`: title and principle, a clock against the target, then the text and the grades.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/dialogue.h"
#include "cli/open_study.h"
#include "cli/tell.h"
#include "text/text.h"

namespace starling {

namespace {

std::string principles_line(const Story& story) {
  std::string primary;
  std::string others;
  for (const Angle& angle : story.angles) {
    const auto name = principles()[angle.principle].name;
    if (angle.strength == Strength::Primary)
      primary += fmt::format("{}{}", primary.empty() ? "" : " and ", name);
    else
      others += fmt::format("{}{}", others.empty() ? "" : ", ", name);
  }
  if (primary.empty()) primary = "no primary principle";
  return others.empty() ? primary : fmt::format("{} · also {}", primary, others);
}

// The clock and the five sections with the seconds that the target gives each.
std::string clock_face(int seconds, int target, const Style& style, int width) {
  std::string text = fmt::format("{} of {}  ", clock_time(seconds), clock_time(target));
  const int room = std::max(8, std::min(40, width - display_width(text)));
  text += bar(static_cast<double>(seconds) / target, room) + "\n";
  double begin = 0;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const double end = begin + target_shares()[i] * target;
    const bool now = seconds >= begin && (seconds < end || (i + 1 == kSectionCount && seconds <= target));
    const std::string row = fmt::format("{} {:10}  {:>5} to {:>5}", now ? ">" : " ", to_string(kSections[i]),
                                        clock_time(static_cast<int>(std::lround(begin))), clock_time(static_cast<int>(std::lround(end))));
    text += (now ? style.bold(row) : style.dim(row)) + "\n";
    begin = end;
  }
  if (seconds > target) text += style.warn(fmt::format("  {} over the target", clock_time(seconds - target))) + "\n";
  return text;
}

void show_text(Dialogue& talk, const Story& story) {
  const auto words = section_words(story);
  int total = 0;
  for (const int count : words) total += count;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const std::string name = capitalised(to_string(kSections[i]));
    const int share = total == 0 ? 0 : (words[i] * 100 + total / 2) / total;
    talk.say("\n" + talk.style().accent(at_both_ends(name, fmt::format("{} words, {} %", words[i], share), talk.width())) + "\n");
    talk.say(paragraph(story.sections[i], talk.width()));
  }
  for (const StoryMetric& metric : story.metrics)
    talk.say(hanging("  ", fmt::format("{}: {} to {}", metric.name, metric.before, metric.after), talk.width()));
}

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

// False when the learner left before grading.
bool tell(Study& study, const Story& story, World& world) {
  Dialogue talk(world);
  const int target = story.target_seconds.value_or(study.settings().target_seconds);
  talk.clear();
  talk.say(talk.style().bold(paragraph(story.title, talk.width())));
  talk.say(paragraph(principles_line(story), talk.width()) + "\n");
  talk.say(talk.style().dim(paragraph("Tell it aloud. Space or Enter when you are done, q leaves.", talk.width())) + "\n");
  const auto timed = talk.wait([&](int seconds) { return clock_face(seconds, target, talk.style(), talk.width()); });
  if (timed.key == 'q') return false;

  const int seconds = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(timed.took).count());
  talk.clear();
  talk.say(talk.style().bold(paragraph(story.title, talk.width())));
  talk.say(paragraph(length_remark(seconds, target), talk.width()));
  show_text(talk, story);
  const auto parts = ask_parts(talk);
  if (!parts) return false;

  const Item& item = *study.library().find(story_item(story.id));
  const auto outcomes = study.preview(item);
  const Grade proposed = proposed_grade(*parts);
  std::string prompt = "\n";
  for (const Grade grade : kGrades)
    prompt += fmt::format("  {} {:6} next in {}\n", static_cast<int>(grade), to_string(grade),
                          outcome_label(outcomes[index_of(grade)]));
  prompt += talk.style().dim(fmt::format("Enter takes {}, the weakest part.", to_string(proposed))) + "\n";
  const char key = talk.choose(prompt, "1234\nq", grade_key);
  if (key == 'q') return false;
  const Grade grade = key == '\n' ? proposed : static_cast<Grade>(key - '0');
  const AnswerView done = study.answer(item, grade, timed.took, *parts).view;
  talk.say(fmt::format("Kept: {} in {}. Next on {}.\n", to_string(grade), clock_time(seconds),
                       short_date(done.due.day)));
  return true;
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
                                .examples = {"starling story tell", "starling story tell checkout-cells"},
                                .run = run_story_tell};

}  // namespace starling
