#include "cli/wire/json.h"

#include <cmath>

namespace starling {

namespace {

Json due_or_null(const std::optional<Due>& due, const DayRule& rule) { return due ? due_json(*due, rule) : Json(nullptr); }

}  // namespace

Json reply() { return Json{{"version", 1}}; }

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n'; }

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json rounded(std::optional<double> value, int decimals) {
  if (!value || !std::isfinite(*value)) return nullptr;
  const double scale = std::pow(10.0, decimals);
  return std::round(*value * scale) / scale;
}

Json day_json(const std::optional<Day>& day) { return day ? Json(to_string(*day)) : Json(nullptr); }

Json spans_json(std::span<const DaySpan> spans) {
  Json list = Json::array();
  for (const DaySpan& days : spans)
    list.push_back({{"from", to_string(days.first)}, {"to", to_string(days.last)}, {"days", days_between(days.first, days.last) + 1}});
  return list;
}

Json due_json(const Due& due, const DayRule& rule) { return due.at ? Json(rule.iso(*due.at)) : Json(to_string(due.day)); }

Json card_json(const CardView& card, const DayRule& rule) {
  return {{"item", card.item.text()},
          {"kind", to_string(card.item.kind())},
          {"deck", card.deck},
          {"area", card.area},
          {"card_kind", to_string(card.kind)},
          {"state", to_string(card.phase)},
          {"due", due_or_null(card.due, rule)},
          {"recall", rounded(card.recall)},
          {"seconds", card.seconds},
          {"reason", to_string(card.reason)}};
}

Json story_json(const StoryAskedView& story, const DayRule& rule) {
  return {{"item", story.item.text()},
          {"kind", "story"},
          {"title", story.title},
          {"principle", story.principle ? Json(principles()[*story.principle].id) : Json(nullptr)},
          {"state", to_string(story.phase)},
          {"due", due_or_null(story.due, rule)},
          {"recall", rounded(story.recall)},
          {"seconds", story.seconds},
          {"reason", story.reason}};
}

Json outcomes_json(const std::array<Outcome, 4>& outcomes, const DayRule& rule) {
  Json result = Json::object();
  for (const Grade grade : kGrades) {
    const Outcome& outcome = outcomes[index_of(grade)];
    result[std::string(to_string(grade))] = {{"due", due_json(outcome.after.due, rule)},
                                             {"interval_days", outcome.interval_days},
                                             {"label", outcome_label(outcome)}};
  }
  return result;
}

Json task_json(const TaskView& view) {
  const Task& task = *view.task;
  Json json{{"id", task.id},         {"area", to_string(task.area)},       {"title", task.title},
            {"minutes", view.minutes}, {"target", nullptr}, {"done", view.done}, {"source", task.origin.source}};
  if (view.done == std::floor(view.done)) json["done"] = static_cast<std::int64_t>(view.done);
  if (task.count) json["target"] = *task.count;
  if (!task.unit.empty()) json["unit"] = task.unit;
  if (!task.level.empty()) json["level"] = task.level;
  if (!task.principles.empty()) {
    json["principles"] = Json::array();
    for (const std::size_t principle : task.principles) json["principles"].push_back(principles()[principle].id);
  }
  if (!task.exercise.empty()) json["exercise"] = task.exercise;
  if (!task.scale.empty()) json["scale"] = task.scale;
  if (!task.variant_of.empty()) json["variant_of"] = task.variant_of;
  if (!task.mock.empty()) json["mock"] = task.mock;
  if (task.optional) json["optional"] = true;
  json["row"] = task.origin.row;
  return json;
}

Json setting_json(const std::string& value) {
  if (value.empty()) return nullptr;
  Json json = Json::parse(value, nullptr, false);
  return json.is_discarded() ? Json(value) : json;
}

Json problem_json(const Problem& problem) {
  return {{"file", problem.file}, {"line", problem.line}, {"column", problem.column}, {"card", problem.card},
          {"rule", problem.rule}, {"severity", to_string(problem.severity)},
          {"text", problem.text}};
}

}  // namespace starling
