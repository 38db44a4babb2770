#include "cli/screen/telling.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "text/text.h"

namespace starling {

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

std::string telling_head(const TellingTask& task, const Style& style, int width) {
  const Story& story = *task.story;
  std::string text;
  if (!task.question_text.empty()) text += style.accent(paragraph(task.question_text, width));
  text += style.bold(paragraph(story.title, width));
  std::string line = story.kind == StoryKind::Intro ? "Introduction" : principles_line(story);
  if (task.choice.principle && story.angles.size() > 1)
    line = fmt::format("Tell it for {}", principles()[*task.choice.principle].name);
  if (lengths_of(story).size() > 1) line += fmt::format(" · the {}-second text", task.choice.length);
  return text + paragraph(line, width);
}

namespace {

// Calm while there is time, then accented, then in the colour of what is over its time.
std::string clock_bar(int seconds, int target, int room, const Style& style) {
  const std::string drawn = bar(static_cast<double>(seconds) / target, room);
  if (seconds > target) return style.late(drawn);
  return seconds * 5 >= target * 4 ? style.accent(drawn) : drawn;
}

}  // namespace

std::string clock_face(StoryKind kind, int seconds, int target, std::span<const int> marks, const Style& style, int width) {
  std::string text = fmt::format("{} of {}  ", clock_time(seconds), clock_time(target));
  const int room = std::max(8, std::min(40, width - display_width(text)));
  text += clock_bar(seconds, target, room, style) + "\n";
  const auto times = section_times(target);
  for (std::size_t i = 0; kind == StoryKind::Star && i < kSectionCount; ++i) {
    const bool last = i + 1 == kSectionCount;
    const bool by_time = seconds >= times[i] && (seconds < times[i + 1] || (last && seconds <= target));
    const bool now = marks.empty() ? by_time : marks.size() == i;
    std::string row = fmt::format("{} {:10}  {:>5} to {:>5}", now ? ">" : " ", to_string(kSections[i]), clock_time(times[i]),
                                  clock_time(times[i + 1]));
    if (i > 0 && i <= marks.size()) row += fmt::format("  began {}", clock_time(marks[i - 1]));
    text += (now ? style.bold(row) : style.dim(row)) + "\n";
  }
  if (seconds > target) text += style.late(fmt::format("  {} over the target", clock_time(seconds - target))) + "\n";
  return text;
}

std::string marks_text(std::span<const int> marks, int target, const Style& style, int width) {
  std::string text;
  const auto times = section_times(target);
  for (std::size_t i = 0; i < marks.size(); ++i)
    text += fmt::format("{}{} at {} (aim {})", i == 0 ? "" : " · ", to_string(kSections[i + 1]), clock_time(marks[i]), clock_time(times[i + 1]));
  return text.empty() ? "" : style.dim(paragraph(text, width));
}

void add_figures(EndedTelling& ended, std::span<const FigureAnswer> answers) {
  if (answers.empty()) return;
  FiguresGiven all;
  for (const FigureAnswer& answer : answers) all += answer.given;
  ended.figures = all;
  ended.parts.push_back({std::string(kFiguresPart), grade_of(all)});
}

std::string figures_text(std::span<const FigureAnswer> answers, const Style& style, int width) {
  if (answers.empty()) return "";
  FiguresGiven all;
  for (const FigureAnswer& answer : answers) all += answer.given;
  std::string text = "\n" + style.accent(fmt::format("Figures: {} of {} right", all.right, all.of)) + "\n";
  for (const FigureAnswer& answer : answers) {
    const std::string right = fmt::format("{}", fmt::join(answer.asked.right, answer.asked.of == FigureAsked::Of::Metric ? " to " : ", "));
    const std::string typed = trimmed(answer.typed).empty() ? "nothing" : std::string(trimmed(answer.typed));
    const std::string line = answer.given.all() ? right : fmt::format("{}; you typed {}", right, typed);
    const std::string row = hanging(answer.given.all() ? "  = " : "  x ", fmt::format("{}: {}", answer.asked.name, line), width);
    text += answer.given.all() ? style.good(row) : style.bad(row);
  }
  return text;
}

std::string telling_body(const Story& story, int length, const Style& style, int width) {
  const std::vector<TellingPiece> pieces = telling_text(story, length);
  const int total = words_of(pieces);
  std::string text;
  for (const TellingPiece& piece : pieces) {
    const int words = count_words(piece.text);
    if (piece.section) {
      const int share = total == 0 ? 0 : (words * 100 + total / 2) / total;
      const double aim = 100 * target_shares()[static_cast<std::size_t>(*piece.section)];
      text += "\n" + style.accent(at_both_ends(capitalised(to_string(*piece.section)),
                                               fmt::format("{}, {} %, aim {:.0f} %", counted(words, "word"), share, aim), width)) + "\n";
    } else {
      text += "\n" + style.accent(counted(words, "word")) + "\n";
    }
    text += paragraph(trimmed(piece.text), width);
  }
  return text;
}

}  // namespace starling
