#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json slots_json(const DayView& view) {
  Json slots = Json::array();
  for (const SlotView& slot : view.slots) {
    Json tasks = Json::array();
    for (const TaskView& task : slot.tasks) {
      Json each = task_json(task);
      each["number"] = task.number;
      tasks.push_back(std::move(each));
    }
    slots.push_back({{"slot", to_string(slot.slot)}, {"minutes", slot.minutes}, {"tasks", std::move(tasks)}});
  }
  return slots;
}

Json checklists_json(const DayView& view) {
  Json lists = Json::array();
  for (const ChecklistView& each : view.checklists) {
    Json items = Json::array();
    for (const ChecklistLine& line : each.lines)
      items.push_back({{"id", line.id}, {"text", line.text}, {"number", line.number}, {"done", line.done}});
    lists.push_back({{"id", each.id}, {"title", each.title}, {"items", std::move(items)}});
  }
  return lists;
}

Json review_json(const AgendaCounts& review, std::span<const CardView> cards, const DayRule& rule) {
  Json items = Json::array();
  for (const CardView& card : cards) items.push_back(card_json(card, rule));
  return {{"due", review.due},
          {"new", review.fresh},
          {"deferred", review.deferred},
          {"new_deferred", review.fresh_deferred},
          {"minutes", rounded(review.minutes, 2)},
          {"new_minutes", rounded(review.fresh_minutes, 2)},
          {"spent_minutes", rounded(review.spent_minutes, 2)},
          {"budget_minutes", review.budget_minutes},
          {"items", std::move(items)}};
}

std::string filled(const std::string& text, const std::string& code) {
  return code.empty() ? text : text.empty() ? code : text + "\n\n" + code;
}

void add_face(Json& json, const CardQuestion& question) {
  const Face& shown = question.face;
  json["front"] = filled(shown.front, shown.code_front);
  json["back"] = filled(shown.back, shown.code ? shown.filled : "");
  json["extra"] = shown.extra;
  json["checked"] = question.checked;
  if (!shown.options.empty()) {
    json["options"] = Json::array();
    for (const ChoiceOption& option : shown.options) json["options"].push_back(option.text);
  }
  if (!shown.items.empty()) json["items"] = shown.items;
}

}  // namespace

std::string to_json(const DayView& view, std::span<const CardView> cards, const DayRule& rule) {
  Json json = reply();
  json["date"] = to_string(view.date);
  json["week"] = view.at.week;
  json["day"] = view.at.day;
  json["phase"] = view.phase;
  json["month"] = view.month;
  json["theme"] = view.theme;
  json["title"] = view.title;
  json["level"] = view.level;
  json["interview"] = {{"date", to_string(view.interview)}, {"days_left", view.days_left}, {"by_plan", view.interview_by_plan}};
  json["slots"] = slots_json(view);
  json["review"] = review_json(view.review, cards, rule);
  json["stories"] = Json::array();
  for (const StoryAskedView& story : view.stories) json["stories"].push_back(story_json(story, rule));
  json["checklists"] = checklists_json(view);
  json["progress"] = {{"tasks", view.week.tasks},
                      {"tasks_done", view.week.tasks_done},
                      {"problems", view.week.problems},
                      {"problems_done", view.week.problems_done}};
  json["minutes"] = {{"planned", view.planned}, {"available", view.available}, {"with_cards", rounded(view.planned + view.review.minutes, 2)}};
  json["notices"] = Json::array();
  for (const Notice& notice : view.notices) json["notices"].push_back({{"kind", notice.kind}, {"text", notice.text}});
  return line_of(json);
}

std::string lists_json(std::span<const ChecklistView> lists) {
  Json json = reply();
  json["checklists"] = Json::array();
  for (const ChecklistView& each : lists) {
    Json items = Json::array();
    for (const ChecklistLine& line : each.lines) items.push_back({{"id", line.id}, {"text", line.text}});
    json["checklists"].push_back({{"id", each.id}, {"title", each.title}, {"items", std::move(items)}});
  }
  return line_of(json);
}

std::string to_json(const CardQuestion& question, const DayRule& rule) {
  Json json = reply();
  json["item"] = card_json(question.card, rule);
  add_face(json, question);
  json["outcomes"] = outcomes_json(question.outcomes, rule);
  return line_of(json);
}

std::string to_json(const StoryQuestion& question, const DayRule& rule) {
  Json json = reply();
  json["item"] = story_json(question.story, rule);
  json["front"] = question.story.title;
  json["back"] = question.text;
  json["extra"] = "";
  json["outcomes"] = outcomes_json(question.outcomes, rule);
  return line_of(json);
}

std::string to_json(const NoQuestion& none, const DayRule& rule) {
  Json json = reply();
  json["item"] = nullptr;
  json["next_due"] = none.next ? due_json(*none.next, rule) : Json(nullptr);
  json["deferred"] = none.deferred;
  json["new_deferred"] = none.fresh_deferred;
  json["reason"] = sentence_of(none);
  json["why"] = none.more ? Json(to_string(none.more->why)) : Json(nullptr);
  json["more"] = nullptr;
  if (none.more && none.more->why != Why::ReviewsADay)
    json["more"] = {{"minutes", none.more->minutes}, {"new", none.more->fresh}, {"ahead", none.more->ahead_days}};
  return line_of(json);
}

std::string to_json(const AnswerView& answer, const DayRule& rule) {
  Json json = reply();
  json["deed"] = to_string(answer.deed);
  json["item"] = answer.item.text();
  json["grade"] = to_string(answer.grade);
  json["state"] = to_string(answer.phase);
  json["due"] = due_json(answer.due, rule);
  json["interval_days"] = answer.interval_days;
  json["stability"] = rounded(answer.days_to_90);
  json["difficulty"] = rounded(answer.difficulty);
  json["leech"] = answer.leech;
  json["suspended"] = answer.suspended;
  json["not_asked"] = answer.kept_away ? Json(to_string(*answer.kept_away)) : Json(nullptr);
  return line_of(json);
}

std::string changes_json(std::span<const Deed> deeds, const Settings& now) {
  Json json = reply();
  json["events"] = Json::array();
  for (const Deed& deed : deeds) {
    Json one{{"deed", to_string(deed.id)}, {"item", nullptr}, {"text", describe(deed)}};
    if (!deed.events.empty())
      if (const ItemId* item = item_of(deed.events.front())) one["item"] = item->text();
    for (const Event& event : deed.events)
      if (const auto* set = std::get_if<SettingSet>(&event))
        one["settings"].push_back({{"key", set->key}, {"value", setting_json(setting_value(now, set->key))}});
    json["events"].push_back(std::move(one));
  }
  return line_of(json);
}

}  // namespace starling
