#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

void add_state(Json& json, const PracticeState& state, std::string_view group, const DayRule& rule) {
  json["state"] = state_word(state, group);
  json["times"] = state.times;
  json["last"] = day_json(state.last);
  json["due"] = state.due ? due_json(*state.due, rule) : Json(nullptr);
  json["recall"] = rounded(state.recall);
}

Json planned_json(const PlannedTask& planned) {
  return {{"task", planned.task->id}, {"title", planned.task->title}, {"week", planned.week}, {"day", planned.day},
          {"date", day_json(planned.date)}};
}

Json of_problem(const ProblemView& view, const DayRule& rule) {
  const CodingProblem& problem = *view.problem;
  Json json{{"id", problem.id},
            {"item", "problem/" + problem.id},
            {"number", problem.number == 0 ? Json(nullptr) : Json(problem.number)},
            {"title", problem.title},
            {"url", text_or_null(problem.url)},
            {"difficulty", to_string(problem.size)},
            {"patterns", problem.patterns},
            {"week", view.week},
            {"minutes", problem.target_minutes},
            {"premium", problem.premium},
            {"planned", view.planned ? planned_json(*view.planned) : Json(nullptr)}};
  add_state(json, view.state, kProblemGroup, rule);
  return json;
}

Json of_question(const InterviewQuestionView& view, const DayRule& rule) {
  const InterviewQuestion& question = *view.question;
  Json asked = Json::array();
  for (const std::size_t principle : question.principles) asked.push_back(principles()[principle].id);
  Json stories = Json::array();
  for (const Story* story : view.stories) stories.push_back(story->id);
  Json json{{"id", question.id},
            {"item", "question/" + question.id},
            {"text", question.text},
            {"principles", std::move(asked)},
            {"not", question.neighbour ? Json(principles()[*question.neighbour].id) : Json(nullptr)},
            {"examples", question.examples},
            {"levels", question.levels},
            {"for", to_string(question.candidate)},
            {"week", question.week},
            {"why", text_or_null(question.why)},
            {"stories", std::move(stories)}};
  add_state(json, view.state, kQuestionGroup, rule);
  return json;
}

Json of_exercise(const ExerciseView& view, const DayRule& rule) {
  const DesignExercise& exercise = *view.exercise;
  Json json{{"id", exercise.id},
            {"item", "exercise/" + exercise.id},
            {"title", exercise.title},
            {"level", exercise.level},
            {"week", view.week},
            {"minutes", exercise.minutes},
            {"variant_of", text_or_null(exercise.variant_of)},
            {"planned", Json::array()}};
  for (const PlannedTask& planned : view.planned) json["planned"].push_back(planned_json(planned));
  add_state(json, view.state, kExerciseGroup, rule);
  return json;
}

Json rubric_json(const std::vector<std::string>& parts) {
  Json rubric = Json::array();
  for (const std::string& name : parts) {
    const RubricPart* part = rubric_part(name);
    Json marks = Json::array();
    if (part)
      for (const std::string_view mark : part->marks) marks.push_back(mark);
    rubric.push_back({{"part", name}, {"what", part ? Json(part->what) : Json(nullptr)}, {"marks", std::move(marks)}});
  }
  return rubric;
}

}  // namespace

std::string problems_json(std::span<const ProblemView> views, const DayRule& rule) {
  Json json = reply();
  json["problems"] = Json::array();
  for (const ProblemView& view : views) json["problems"].push_back(of_problem(view, rule));
  return line_of(json);
}

std::string problem_json(const ProblemView& view, bool plan, const DayRule& rule) {
  Json json = reply();
  json["problem"] = of_problem(view, rule);
  json["plan"] = nullptr;
  const CodingProblem& problem = *view.problem;
  if (plan)
    json["plan"] = {{"cue", problem.cue}, {"invariant", text_or_null(problem.invariant)}, {"steps", problem.plan},
                    {"complexity", problem.complexity}, {"pitfalls", problem.pitfalls}};
  return line_of(json);
}

std::string next_problems_json(std::span<const NextProblem> next, const DayRule& rule) {
  Json json = reply();
  json["problems"] = Json::array();
  for (const NextProblem& each : next) {
    Json problem = of_problem(each.view, rule);
    problem["why"] = to_string(each.why);
    problem["reason"] = each.text;
    json["problems"].push_back(std::move(problem));
  }
  return line_of(json);
}

std::string questions_json(std::span<const InterviewQuestionView> views, const DayRule& rule) {
  Json list = Json::array();
  for (const InterviewQuestionView& view : views) list.push_back(of_question(view, rule));
  Json json = reply();
  json["questions"] = std::move(list);
  return line_of(json);
}

std::string question_json(const InterviewQuestionView& view, const DayRule& rule) {
  Json json = reply();
  json["question"] = of_question(view, rule);
  return line_of(json);
}

std::string exercises_json(std::span<const ExerciseView> views, const DayRule& rule) {
  Json json = reply();
  json["exercises"] = Json::array();
  for (const ExerciseView& view : views) json["exercises"].push_back(of_exercise(view, rule));
  return line_of(json);
}

std::string exercise_json(const ExerciseView& view, std::span<const LevelPrompt> prompts, bool after, const DayRule& rule) {
  const DesignExercise& exercise = *view.exercise;
  Json json = reply();
  json["exercise"] = of_exercise(view, rule);
  json["brief"] = exercise.brief;
  json["clarify"] = exercise.clarify;
  json["prompts"] = Json::array();
  for (const LevelPrompt& prompt : prompts) json["prompts"].push_back({{"level", prompt.level}, {"text", prompt.text}});
  json["after"] = nullptr;
  if (!after) return line_of(json);
  json["after"] = {{"scale", exercise.scale}, {"tradeoffs", exercise.tradeoffs}, {"deep_dives", exercise.deep_dives},
                   {"hit_list", exercise.hit_list}, {"rubric", rubric_json(exercise.rubric)}, {"larger", nullptr}};
  if (view.larger)
    json["after"]["larger"] = {{"id", view.larger->id}, {"title", view.larger->title}, {"brief", view.larger->brief}};
  return line_of(json);
}

std::string whole_task_json(const WholeTask& whole, const DayRule& rule) {
  const Task& task = *whole.task.task;
  Json json = reply();
  json["task"] = task_json(whole.task);
  json["week"] = whole.week;
  json["day"] = whole.day;
  json["date"] = day_json(whole.date);
  json["changed"] = text_or_null(std::string(to_string(whole.by)));
  json["slot"] = to_string(task.slot);
  json["minutes"] = whole.task.minutes;
  json["do"] = task.doing;
  json["done_when"] = text_or_null(task.done_when);
  json["problems"] = Json::array();
  for (const auto& each : whole.problems) {
    Json problem{{"id", each.id}, {"title", nullptr}, {"url", nullptr}};
    if (each.problem) problem["title"] = each.problem->title, problem["url"] = text_or_null(each.problem->url);
    add_state(problem, each.state, kProblemGroup, rule);
    json["problems"].push_back(std::move(problem));
  }
  json["exercise"] = nullptr;
  if (whole.exercise) json["exercise"] = {{"id", whole.exercise->id}, {"title", whole.exercise->title}};
  json["links"] = Json::array();
  for (const Link* link : whole.links) json["links"].push_back({{"id", link->id}, {"name", link->name}, {"url", link->url}});
  json["decks"] = Json::array();
  for (const auto& deck : whole.decks)
    json["decks"].push_back({{"id", deck.id}, {"title", deck.head ? Json(deck.head->title) : Json(nullptr)}});
  json["minutes_done"] = rounded(whole.done.minutes, 2);
  json["last_done"] = whole.done.count > 0 ? Json(to_string(whole.done.last)) : Json(nullptr);
  return line_of(json);
}

}  // namespace starling
