// `next`, `answer`, `undo`, `redo`: a sitting one step a call.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <span>

#include "cli/changes.h"
#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/dialogue.h"
#include "cli/open_study.h"
#include "cli/queue_options.h"
#include "cli/screen/card.h"
#include "cli/settings_file.h"
#include "cli/wire/wire.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Option<Seconds> kSeconds{"--seconds", "N", "how long the answer took", {0, 86400}};
constexpr Operand<Choice<Grade>> kGrade{"GRADE", {kGrades, parse_grade}};
constexpr Operand<Whole> kCount{"N", {1, 1000}};
constexpr Switch kYes{"--yes", "without a question, however many"};
constexpr int kUnasked = 10;  // more than so many are asked about, and summed up

Exit print_card(const Asked& asked, const Study& study, const Arguments& arguments, World& world) {
  const CardQuestion question = card_question(study.standpoint(), asked, study.face_of(asked.item->id),
                                              study.preview(*asked.item));
  if (arguments.json) {
    world.out << to_json(question, study.rule());
    return Exit::Ok;
  }
  const std::string& item = asked.item->id.text();
  world.out << item << "\n\n"
            << question_lines(question.face, Style(world.colour), text_width(world)) << "\nstarling answer " << item
            << " again|hard|good|easy\n";
  return Exit::Ok;
}

Exit print_story(const Asked& asked, const Study& study, const Arguments& arguments, World& world) {
  const StoryQuestion question = story_question(study.standpoint(), asked, study.preview(*asked.item));
  if (arguments.json)
    world.out << to_json(question, study.rule());
  else
    world.out << asked.item->id.text() << "\n\n" << question.story.title << "\n";
  return Exit::Ok;
}

Exit run_next(const Arguments& arguments, World& world) {
  const Kinds kinds = kinds_from(arguments);
  const auto study = open_study(arguments, world);
  price_today(*study, world.threads);
  const Agenda agenda = study->agenda(wish_from(arguments, study->library()));
  if (kinds.cards && !agenda.cards().empty()) return print_card(agenda.cards().front(), *study, arguments, world);
  if (kinds.stories && !agenda.stories().empty()) return print_story(agenda.stories().front(), *study, arguments, world);
  price_answered(*study, world.threads);
  const NoQuestion none = kinds.cards ? no_question(agenda, study->rule()) : NoQuestion{};
  world.out << (arguments.json ? to_json(none, study->rule()) : no_question_lines(none, "next", arguments, text_width(world)));
  return Exit::NotMet;
}

Exit run_answer(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Item& item = need_item(*study, arguments.operand(kItem));
  AnswerView done = study->answer(item, arguments.operand(kGrade), arguments.value(kSeconds)).view;
  std::string why;
  if (done.suspended || item.away != Away::No || !meant_for(item.levels, study->settings().level)) {
    const Agenda agenda = study->agenda();
    done.kept_away = kept_away(agenda, item);
    if (done.kept_away && !done.became_leech) why = reason_of(study->standpoint(), agenda, item);
  }
  tell_remarks(*study, arguments, world);
  if (arguments.json) {
    world.out << to_json(done, study->rule());
    return Exit::Ok;
  }
  world.out << fmt::format("{}: {}, next {}\n", done.item.text(), to_string(done.grade),
                           done.due.at ? "in " + span_label(done.wait)
                                       : fmt::format("in {} on {}", span_label_days(done.interval_days), short_date(done.due.day)));
  if (done.became_leech) world.out << leech_remark(done) << "\n";
  if (!why.empty()) world.out << paragraph("It is not asked on that day. " + why, text_width(world));
  return Exit::Ok;
}

// "Undid 42: 40 answers and 2 changes", and the days they were done on.
std::string summary_of(const std::vector<Deed>& deeds, std::string_view verb) {
  const auto answers = static_cast<int>(std::ranges::count_if(deeds, [](const Deed& deed) { return answer_in(deed) != nullptr; }));
  const int changes = static_cast<int>(deeds.size()) - answers;
  std::string what = answers > 0 ? counted(answers, "answer") : "";
  if (changes > 0) what += (what.empty() ? "" : " and ") + counted(changes, "change");
  const auto [first, last] = std::ranges::minmax(deeds, {}, &Deed::day);
  const std::string when = first.day == last.day ? fmt::format("of {}", short_date(first.day))
                                                 : fmt::format("of {} to {}", short_date(first.day), short_date(last.day));
  return fmt::format("{} {}: {} {}", verb, deeds.size(), what, when);
}

Exit print_changes(const std::vector<Deed>& deeds, Back direction, const Study& study, const Arguments& arguments,
                   World& world) {
  const Settings now = settings_now(study);
  if (arguments.json)
    world.out << changes_json(deeds, now);
  else if (deeds.empty())
    world.out << (direction == Back::Undo ? "There is nothing to undo.\n" : "There is nothing to redo.\n");
  else if (deeds.size() > kUnasked)
    world.out << summary_of(deeds, verb_of(direction)) << "\n";
  else
    for (std::size_t i = 0; i < deeds.size(); ++i) world.out << change_lines(deeds[i], std::span(deeds).subspan(i + 1), direction, now, study);
  return deeds.empty() ? Exit::NotMet : Exit::Ok;
}

// A person is asked before many go at once; a program is not.
bool agrees(int count, std::string_view verb, const Arguments& arguments, World& world) {
  if (count <= kUnasked || !world.terminal || arguments.json || arguments.has(kYes)) return true;
  const std::string said = Dialogue(world).ask(fmt::format("{} the last {}? y or n: ", verb, count)).value_or("");
  return said.starts_with('y') || said.starts_with('Y');
}

Exit run_undo(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const int count = arguments.value(kCount).value_or(1);
  if (!agrees(count, "Undo", arguments, world)) return Exit::NotMet;
  const auto text = text_since_log(study->folder());
  const std::vector<Deed> taken = study->undo(count);
  tell_remarks(*study, arguments, world);
  // A rename writes its file behind its line, and takes it back.
  if (text && !arguments.quiet && std::ranges::none_of(taken, renames))
    world.err << paragraph(fmt::format("{} was written since the last deed. Undo leaves stories and decks as they are; git brings them back.", *text), text_width(world));
  return print_changes(taken, Back::Undo, *study, arguments, world);
}

Exit run_redo(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const int count = arguments.value(kCount).value_or(1);
  if (!agrees(count, "Redo", arguments, world)) return Exit::NotMet;
  const std::vector<Deed> back = study->redo(count);
  tell_remarks(*study, arguments, world);
  return print_changes(back, Back::Redo, *study, arguments, world);
}

}  // namespace

const Command kNextCommand{.name = "next",
                           .summary = "the next item, for scripts and editors",
                           .options = queue_options(),
                           .examples = {"starling next --json"},
                           .run = run_next};

const Command kAnswerCommand{.name = "answer",
                             .operands = {one(kItem), one(kGrade)},
                             .summary = "grade an item: again, hard, good or easy",
                             .options = {&kSeconds},
                             .examples = {"starling answer aws-s3/s3-slow-down good --seconds 9",
                                          "starling answer story/night-pages 3 --seconds 158"},
                             .run = run_answer};

const Command kUndoCommand{.name = "undo",
                           .operands = {maybe(kCount)},
                           .summary = "undo the last answer or change, or the last N",
                           .options = {&kYes},
                           .examples = {"starling undo", "starling undo 3"},
                           .run = run_undo};

const Command kRedoCommand{.name = "redo",
                           .operands = {maybe(kCount)},
                           .summary = "redo what the last undo took, or the last N",
                           .options = {&kYes},
                           .examples = {"starling redo", "starling redo 3"},
                           .run = run_redo};

}  // namespace starling
