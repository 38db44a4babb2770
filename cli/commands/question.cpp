// `question list`, `question show`.
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/practice_names.h"
#include "cli/principle_name.h"
#include "cli/screen/questions.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 2> kQuestionLevels{"L6", "L7"};

constexpr Operand<Name> kQuestionAsked{"QUESTION", {Offer::From::Questions}};
constexpr Option<PrincipleName> kAskedAfter{"--principle", "P", "only those that ask after it, id or code"};
constexpr Option<Choice<std::string_view>> kMeantFor{"--level", "L", "only those for L6 or L7", {kQuestionLevels}};
constexpr Switch kWithoutStory{"--without-story", "only those that none of your whole stories is for"};
constexpr Switch kWithAnswer{"--answer", "what it asks after, before it was drilled"};

Exit run_question_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  InterviewQuestionFilter filter{arguments.value(kAskedAfter), arguments.value(kOnlyWeek), {}, arguments.has(kWithoutStory)};
  if (const auto level = arguments.value(kMeantFor)) filter.level = std::string(*level);
  auto views = interview_question_views(study->standpoint());
  std::erase_if(views, [&](const InterviewQuestionView& view) { return !fits(view, filter); });
  world.out << (arguments.json ? questions_json(views, study->rule())
                               : questions_screen(views, Style(world.colour), text_width(world)));
  return views.empty() ? Exit::NotMet : Exit::Ok;
}

Exit run_question_show(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const InterviewQuestion& question = need_question(study->library(), joined_words(arguments.operands(kQuestionAsked)));
  const InterviewQuestionView view = interview_question_view(study->standpoint(), question);
  const bool after = arguments.has(kWithAnswer) || view.state.done();
  world.out << (arguments.json ? question_json(view, study->rule())
                               : question_screen(view, after, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

}  // namespace

const Command kQuestionListCommand{.name = "question list",
                                   .summary = "what interviewers ask, by principle, and your stories",
                                   .options = {&kAskedAfter, &kOnlyWeek, &kMeantFor, &kWithoutStory},
                                   .examples = {"starling question list --principle OW", "starling question list --without-story --json"},
                                   .pages = true,
                                   .run = run_question_list};

const Command kQuestionShowCommand{.name = "question show",
                                   .operands = {some(kQuestionAsked)},
                                   .summary = "one question: what it asks after, what you could tell",
                                   .options = {&kWithAnswer},
                                   .examples = {"starling question show walked-past --answer", "starling question show \"walking past\""},
                                   .pages = true,
                                   .run = run_question_show};

}  // namespace starling
