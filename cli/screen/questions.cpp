#include "cli/screen/questions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/screen/practice.h"
#include "text/text.h"

namespace starling {

namespace {

// "CO, ET"
std::string codes_of(const InterviewQuestion& question) {
  std::vector<std::string_view> codes;
  for (const std::size_t principle : question.principles) codes.push_back(principles()[principle].code);
  return fmt::format("{}", fmt::join(codes, ", "));
}

std::string question_row(const InterviewQuestionView& view, const Style& style, int width) {
  const InterviewQuestion& question = *view.question;
  const std::string facts = fmt::format("{} · {} · week {} · {}", question.id, codes_of(question), question.week,
                                        view.stories.empty() ? "no story" : counted(static_cast<int>(view.stories.size()), "story", "stories"));
  return paragraph(question.text, width) + style.dim(paragraph(facts, width, 2));
}

std::string whom_sentence(const InterviewQuestion& question) {
  const std::string examples = question.examples > 1 ? fmt::format("It asks for {} examples. ", question.examples) : "";
  if (question.candidate == Candidate::Anyone) return examples;
  return examples + fmt::format("It is put to {}.", to_string(question.candidate));
}

}  // namespace

std::string questions_screen(std::span<const InterviewQuestionView> views, const Style& style, int width) {
  if (views.empty()) return paragraph("No question fits.", width);
  std::string text;
  for (const InterviewQuestionView& view : views) text += question_row(view, style, width);
  const auto bare = std::ranges::count_if(views, [](const InterviewQuestionView& view) { return view.stories.empty(); });
  text += paragraph(fmt::format("{}, {} without a story", counted(static_cast<int>(views.size()), "question"), bare), width);
  return text;
}

std::string question_screen(const InterviewQuestionView& view, bool after, const Style& style, int width) {
  const InterviewQuestion& question = *view.question;
  std::string text = style.bold(paragraph(question.text, width));
  text += style.dim(paragraph(fmt::format("{} · {} · week {}", question.id, to_string(levels_of(question.levels)), question.week), width));
  if (const std::string whom = whom_sentence(question); !whom.empty()) text += paragraph(whom, width);
  text += "\n" + paragraph(view.state.done() ? state_sentence(view.state, kQuestionGroup) : "Not drilled yet.", width);
  if (!after)
    return text + "\n" + style.dim(hanging("What it asks after: ", fmt::format("starling question show {} --answer", question.id), width));
  std::vector<std::string> names;
  for (const std::size_t principle : question.principles) names.emplace_back(principles()[principle].name);
  text += bullet_lines("It asks after", names, style, width);
  if (question.neighbour) text += text_lines("Not", principles()[*question.neighbour].name, style, width);
  text += text_lines("Listened for", question.why, style, width);
  std::vector<std::string> titles;
  for (const Story* story : view.stories) titles.push_back(fmt::format("{} ({})", story->title, story->id));
  text += bullet_lines("Yours for it", titles, style, width);
  if (titles.empty()) text += "\n" + paragraph("None of your whole stories is for it: starling coverage", width);
  return text + "\n" + style.dim(hanging("Tell it: ", fmt::format("starling story tell --question {}", question.id), width));
}

}  // namespace starling
