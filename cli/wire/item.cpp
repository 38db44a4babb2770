#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr std::size_t kCurvePoints = 60;

// Of that item: a deed may hold the answers to several.
const Answered* answer_to(const ItemId& item, const Deed& deed) {
  for (const Event& event : deed.events)
    if (const auto* answer = std::get_if<Answered>(&event); answer && answer->item == item) return answer;
  return nullptr;
}

Json history_json(const ItemView& view, const DayRule& rule) {
  Json list = Json::array();
  for (const PastDeed& past : view.history) {
    const Deed& deed = past.deed;
    Json json{{"deed", to_string(deed.id)}, {"at", rule.iso(deed.at)}, {"day", to_string(deed.day)}, {"text", describe(deed)}};
    if (const Answered* answer = answer_to(view.item, deed)) {
      json["grade"] = to_string(answer->grade);
      if (answer->took) json["seconds"] = rounded(std::chrono::duration<double>(*answer->took).count(), 1);
    }
    json["counts"] = past.counts;
    list.push_back(std::move(json));
  }
  return list;
}

Json curve_json(const std::vector<CoursePoint>& course) {
  Json list = Json::array();
  for (const CoursePoint& point : thinned(course, kCurvePoints))
    list.push_back({{"day", to_string(point.day)}, {"recall", rounded(point.recall)}});
  return list;
}

}  // namespace

std::string put_away_json(const std::optional<Deed>& deed, const std::string& named, std::span<const ItemId> items,
                          const ItemState& state) {
  Json json = reply();
  json["deed"] = deed ? Json(to_string(deed->id)) : Json();
  json["item"] = named;
  json["items"] = Json::array();
  for (const ItemId& item : items) json["items"].push_back(item.text());
  json["suspended"] = state.suspended;
  json["buried_until"] = day_json(state.buried_until);
  return line_of(json);
}

std::string to_json(const ItemView& view, const DayRule& rule) {
  const Standing& standing = view.state.standing;
  Json json = reply();
  json["item"] = view.item.text();
  json["kind"] = to_string(view.item.kind());
  json["question"] = view.question;
  json["state"] = to_string(standing.phase);
  json["why"] = view.why;
  json["reason"] = view.reason;
  if (!view.about.empty()) json["about"] = view.about;
  json["due"] = seen(view.state) ? due_json(standing.due, rule) : Json(nullptr);
  json["stability"] = rounded(view.days_to_90);
  json["difficulty"] = standing.memory ? rounded(standing.memory->difficulty.level) : Json(nullptr);
  json["recall"] = rounded(view.recall);
  json["recall_on_interview"] = rounded(view.recall_on_interview);
  json["retention"] = view.retention;
  json["reviews"] = view.state.reviews;
  json["lapses"] = view.state.lapses;
  json["leech"] = view.leech;
  json["suspended"] = view.state.suspended;
  json["buried_until"] = day_json(view.buried_until);
  if (!view.flags.empty()) json["flags"] = flags_json(view.flags);
  if (view.aimed) {
    json["aim"] = {{"due", to_string(view.aimed->day)}, {"gain", view.aimed->gain}, {"price", view.aimed->price}};
    if (const auto& later = view.aimed->best_later) json["aim"]["best_later"] = {{"day", to_string(later->day)}, {"gain", later->gain}};
  }
  json["outcomes"] = outcomes_json(view.outcomes, rule);
  json["curve"] = curve_json(view.course);
  json["history"] = history_json(view, rule);
  return line_of(json);
}

}  // namespace starling
