#include "cli/practice_deeds.h"

#include <fmt/format.h>

#include "cli/screen.h"

namespace starling {

namespace {

// Without its minutes: those of the recall that comes back are others.
std::optional<Answer> answer_to(const Study& study, std::string_view group, std::string_view id, Grade grade) {
  const auto item = ItemId::parse(fmt::format("{}/{}", group, id));
  const Item* found = item ? study.library().find(*item) : nullptr;
  return found ? std::optional(Answer{found, grade, {}}) : std::nullopt;
}

Deed keep(Study& study, Event event, const Task* task, std::optional<double> minutes, const std::optional<Answer>& answer,
          std::optional<Day> on) {
  std::vector<Event> events{std::move(event)};
  if (task) events.emplace_back(TaskDone{task->id, 1, minutes, ""});
  return study.log(events, answer, on);
}

// Three of five is what works end to end; below it the exercise is wanted again soon.
Grade grade_of(std::optional<double> mean) {
  return !mean || *mean >= 3.5 ? Grade::Good : *mean >= 2.5 ? Grade::Hard : Grade::Again;
}

}  // namespace

Written log_problem(Study& study, const TriedProblem& tried, std::optional<Day> on) {
  const CodingProblem* known = tried.known;
  const bool solved = tried.grade != Grade::Again;
  Solved event{known ? known->id : "", known ? "" : tried.title, known ? std::string(to_string(known->size)) : tried.size,
               tried.minutes,          solved, known ? known->patterns : tried.patterns, tried.note};
  const Standpoint from = study.standpoint();
  const Task* task = task_of_problem(from.timeline, from.progress, from.settings.level, on.value_or(from.now.day), event.problem);
  const auto answer = known ? answer_to(study, kProblemGroup, known->id, tried.grade) : std::nullopt;
  std::string text = fmt::format("{}: {}", known ? numbered_title(*known) : tried.title, solved ? "solved" : "not solved yet");
  Deed deed = keep(study, std::move(event), task, tried.minutes, answer, on);
  if (answer) text += fmt::format(", its plan is asked again on {}", short_date(study.state(answer->item->id).standing.due.day));
  return {std::move(deed), text + (known ? "." : ". It is not in the bank."), task};
}

Written log_design(Study& study, const TriedDesign& tried, std::optional<Day> on) {
  const DesignExercise* known = tried.known;
  Designed event{known ? known->id : "", known ? "" : tried.title, tried.level, tried.minutes, tried.scores, tried.note};
  const std::optional<double> mean = mean_score(event.scores);
  const Standpoint from = study.standpoint();
  const Task* task = task_of_design(from.timeline, from.progress, from.settings.level, on.value_or(from.now.day), event.exercise);
  const auto answer = known ? answer_to(study, kExerciseGroup, known->id, grade_of(mean)) : std::nullopt;
  const std::string title = known ? known->title : tried.title;
  return {keep(study, std::move(event), task, tried.minutes, answer, on),
          mean ? fmt::format("{}: {:.2g} of 5.", title, *mean) : title + ": done.", task};
}

std::optional<Written> log_done(Study& study, const Tickable& what, double count, std::optional<double> minutes, const std::string& note,
                                std::optional<Day> on) {
  const auto done = [&]() -> std::vector<Event> {
    const auto now = tickable(study.standpoint(), what.id);
    if (now && now->is_done() && !what.is_done()) return {};
    return {TaskDone{what.id, count, minutes, note}};
  };
  auto deed = study.log_if(done, on);
  if (!deed) return std::nullopt;
  return Written{*std::move(deed), what.task ? "Kept." : fmt::format("Done: {}", what.title), what.task};
}

}  // namespace starling
