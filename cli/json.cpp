#include "cli/json.h"

#include <fmt/format.h>

#include <cmath>
#include <ostream>

namespace starling {

Json reply() { return Json{{"version", 1}}; }

void write_json(std::ostream& out, const Json& json) {
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json rounded(std::optional<double> value, int decimals) {
  if (!value || !std::isfinite(*value)) return nullptr;
  const double scale = std::pow(10.0, decimals);
  return std::round(*value * scale) / scale;
}

Json day_json(const std::optional<Day>& day) { return day ? Json(to_string(*day)) : Json(nullptr); }

Json due_json(const Due& due, const DayRule& rule) { return due.at ? Json(rule.iso(*due.at)) : Json(to_string(due.day)); }

std::string leech_remark(const Answered& done) {
  const std::string forgotten = fmt::format("Forgotten {} times: a leech.", done.after.lapses);
  return forgotten + (done.suspended ? " It is put away until you call it back; reword it or split it first."
                                     : " Reword it, split it or suspend it.");
}

std::string outcome_label(const Outcome& outcome) {
  return outcome.interval_days == 0 ? span_label(outcome.wait) : span_label_days(outcome.interval_days);
}

Json card_json(const QueuedCard& card, const Study& study) {
  const Deck& deck = study.library().decks[card.item->deck];
  const bool is_new = card.state.standing.phase == Phase::New;
  return {{"item", card.item->id},
          {"kind", "card"},
          {"deck", deck.id},
          {"area", deck.area},
          {"card_kind", to_string(study.library().card(*card.item).kind)},
          {"state", to_string(card.state.standing.phase)},
          {"due", is_new ? Json(nullptr) : due_json(card.state.standing.due, study.rule())},
          {"recall", rounded(card.recall)},
          {"seconds", card.seconds},
          {"reason", card.reason}};
}

Json story_item_json(const QueuedStory& entry, const Study& study) {
  const Story& story = *entry.story;
  const bool is_new = entry.state.standing.phase == Phase::New;
  const auto principle = primary_principle(story);
  return {{"item", "story/" + story.id},
          {"kind", "story"},
          {"title", story.title},
          {"principle", principle ? Json(principles()[*principle].id) : Json(nullptr)},
          {"state", to_string(entry.state.standing.phase)},
          {"due", is_new ? Json(nullptr) : due_json(entry.state.standing.due, study.rule())},
          {"recall", rounded(entry.recall)},
          {"seconds", story.target_seconds.value_or(study.settings().target_seconds)},
          {"reason", entry.reason}};
}

Json outcomes_json(const std::array<Outcome, 4>& outcomes, const DayRule& rule) {
  Json result = Json::object();
  for (const Grade grade : kGrades) {
    const Outcome& outcome = outcomes[static_cast<std::size_t>(grade) - 1];
    result[std::string(to_string(grade))] = {{"due", due_json(outcome.after.due, rule)},
                                             {"interval_days", outcome.interval_days},
                                             {"label", outcome_label(outcome)}};
  }
  return result;
}

Json task_json(const Task& task) {
  Json json{{"id", task.id},         {"area", to_string(task.area)},       {"title", task.title},
            {"minutes", task.minutes}, {"target", nullptr}, {"done", 0}, {"source", task.origin.source}};
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

Json problem_json(const Problem& problem) {
  return {{"file", problem.file}, {"line", problem.line}, {"column", problem.column}, {"card", problem.card},
          {"rule", problem.rule}, {"severity", problem.severity == Severity::Error ? "error" : "warning"},
          {"text", problem.text}};
}

}  // namespace starling
