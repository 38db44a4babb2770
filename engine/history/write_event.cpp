#include "history/write_event.h"

#include <nlohmann/json.hpp>

namespace starling {

namespace {

std::string json_text(std::string_view text) {
  using Json = nlohmann::json;
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::int64_t ms(Instant at) { return at.time_since_epoch().count(); }

// Without the sign of a zero, which would make equal deeds unequal lines.
double plain(double number) { return number + 0.0; }

// An object of each name and its value; nothing where there are none.
template <class Named, class Value>
void put_named(LineText& out, std::string_view key, const std::vector<Named>& list, Value value) {
  if (list.empty()) return;
  put(out, R"(,"{}":{{)", key);
  for (const Named& each : list) put(out, R"({}"{}":{})", &each == &list.front() ? "" : ",", each.name, value(each));
  out.push_back('}');
}

void put_told(LineText& out, const Told& told) {
  put(out, R"(,"told":{{"len":{})", told.length);
  if (!told.principle.empty()) put(out, R"(,"for":{})", json_text(told.principle));
  if (!told.question.empty()) put(out, R"(,"question":{})", json_text(told.question));
  if (told.words > 0) put(out, R"(,"words":{})", told.words);
  put(out, R"(,"clean":{})", told.clean ? 1 : 0);
  for (std::size_t i = 0; i < told.marks.size(); ++i) put(out, "{}{}", i == 0 ? R"(,"marks":[)" : ",", told.marks[i]);
  put(out, "{}}}", told.marks.empty() ? "" : "]");
}

void put_fields(LineText& out, const Answered& e) {
  put(out, R"("answered","i":"{}","g":{})", e.item.text(), static_cast<int>(e.grade));
  if (e.took) put(out, R"(,"ms":{})", e.took->count());
  put(out, R"(,"p":{},"s":{},"due":"{}")", static_cast<int>(e.phase), e.step, to_string(e.due.day));
  if (e.due.at) put(out, R"(,"at":{})", ms(*e.due.at));
  put_named(out, "parts", e.parts, [](const Part& part) { return static_cast<int>(part.grade); });
  if (e.told) put_told(out, *e.told);
  if (e.trusted) put(out, R"(,"trusted":1)");
}
void put_fields(LineText& out, const Suspended& e) { put(out, R"("suspended","i":"{}")", e.item.text()); }
void put_fields(LineText& out, const Unsuspended& e) { put(out, R"("unsuspended","i":"{}")", e.item.text()); }
void put_fields(LineText& out, const Flagged& e) {
  put(out, R"("flagged","i":"{}")", e.item.text());
  if (!e.note.empty()) put(out, R"(,"note":{})", json_text(e.note));
}
void put_fields(LineText& out, const Unflagged& e) { put(out, R"("unflagged","i":"{}")", e.item.text()); }
void put_fields(LineText& out, const Buried& e) {
  put(out, R"("buried","i":"{}","until":"{}")", e.item.text(), to_string(e.until));
}
void put_fields(LineText& out, const Moved& e) {
  put(out, R"("moved","i":"{}","due":"{}")", e.item.text(), to_string(e.due));
}
void put_fields(LineText& out, const Adopted& e) {
  put(out, R"("adopted","model":"{}","w":[)", to_string(e.weights.kind()));
  const auto numbers = e.weights.numbers();
  for (std::size_t i = 0; i < numbers.size(); ++i) put(out, "{}{}", i > 0 ? "," : "", plain(numbers[i]));
  out.push_back(']');
}
void put_fields(LineText& out, const TaskDone& e) {
  put(out, R"("done","task":{},"count":{})", json_text(e.task), plain(e.count));
  if (e.minutes) put(out, R"(,"min":{})", plain(*e.minutes));
  if (!e.note.empty()) put(out, R"(,"note":{})", json_text(e.note));
}
void put_fields(LineText& out, const Measured& e) {
  put(out, R"("measured","metric":{},"value":{})", json_text(e.metric), plain(e.value));
  if (!e.unit.empty()) put(out, R"(,"unit":{})", json_text(e.unit));
  if (!e.note.empty()) put(out, R"(,"note":{})", json_text(e.note));
}
// In front of it a comma and its key; nothing where there is nothing to say.
void put_some(LineText& out, std::string_view key, const std::string& text) {
  if (!text.empty()) put(out, R"(,"{}":{})", key, json_text(text));
}
void put_some(LineText& out, std::string_view key, const std::optional<double>& number) {
  if (number) put(out, R"(,"{}":{})", key, plain(*number));
}
void put_some(LineText& out, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  put(out, R"(,"{}":[)", key);
  for (const std::string& text : texts) put(out, "{}{}", &text == &texts.front() ? "" : ",", json_text(text));
  out.push_back(']');
}
void put_some(LineText& out, std::string_view key, const std::vector<PartScore>& scores) {
  put_named(out, key, scores, [](const PartScore& part) { return plain(part.score); });
}
void put_fields(LineText& out, const Solved& e) {
  put(out, R"("solved")");
  put_some(out, "problem", e.problem);
  put_some(out, "title", e.title);
  put_some(out, "size", e.size);
  put_some(out, "min", e.minutes);
  put(out, R"(,"ok":{})", e.solved ? 1 : 0);
  put_some(out, "patterns", e.patterns);
  put_some(out, "note", e.note);
}
void put_fields(LineText& out, const Designed& e) {
  put(out, R"("designed")");
  put_some(out, "exercise", e.exercise);
  put_some(out, "title", e.title);
  put_some(out, "level", e.level);
  put_some(out, "min", e.minutes);
  put_some(out, "scores", e.scores);
  put_some(out, "note", e.note);
}
void put_fields(LineText& out, const Studied& e) {
  put(out, R"("studied","area":{},"min":{})", json_text(e.area), plain(e.minutes));
  put_some(out, "note", e.note);
}
void put_fields(LineText& out, const Mocked& e) {
  put(out, R"("mocked","type":{})", json_text(e.type));
  put_some(out, "level", e.level);
  put_some(out, "min", e.minutes);
  put_some(out, "scores", e.scores);
  put_some(out, "feedback", e.feedback);
  put_some(out, "note", e.note);
}
void put_fields(LineText& out, const FeedbackClosed& e) {
  put(out, R"("closed","mock":"{}","point":{})", to_string(e.mock), e.point);
}
void put_fields(LineText& out, const GoalsSet& e) {
  put(out, R"("goals","week":{},"goals":[)", e.week);
  for (const std::string& goal : e.goals) put(out, "{}{}", &goal == &e.goals.front() ? "" : ",", json_text(goal));
  out.push_back(']');
}
void put_fields(LineText& out, const Debriefed& e) {
  put(out, R"("debriefed","question":{})", json_text(e.question));
  put_some(out, "principle", e.principle);
  put_some(out, "story", e.story);
  put_some(out, "follow_ups", e.follow_ups);
  if (e.rating) put(out, R"(,"rating":{})", *e.rating);
}
void put_fields(LineText& out, const InterviewOutcome& e) {
  put(out, R"("outcome","result":{})", json_text(e.result));
  put_some(out, "reasons", e.reasons);
}
void put_fields(LineText& out, const Won& e) {
  put(out, R"("won","text":{})", json_text(e.text));
  put_some(out, "tags", e.tags);
  put_some(out, "kind", e.kind);
  if (e.year) put(out, R"(,"year":{})", *e.year);
}
void put_fields(LineText& out, const WinDropped& e) { put(out, R"("dropped","win":"{}")", to_string(e.win)); }
void put_fields(LineText& out, const SettingSet& e) {
  put(out, R"("set","key":{})", json_text(e.key));
  if (e.before) put(out, R"(,"before":{})", json_text(*e.before));
  if (e.after) put(out, R"(,"after":{})", json_text(*e.after));
}
void put_fields(LineText& out, const Replanned& e) {
  put(out, R"("replanned","what":{})", json_text(e.what));
  if (e.before) put(out, R"(,"before":{})", json_text(*e.before));
  if (e.after) put(out, R"(,"after":{})", json_text(*e.after));
}
void put_fields(LineText& out, const Imported& e) {
  put(out, R"("imported","i":"{}","p":{},"stability":{},"difficulty":{})", e.item.text(), static_cast<int>(e.phase),
      e.memory.stability.days, e.memory.difficulty.level);
  if (e.memory.fast.days > 0) put(out, R"(,"fast":{})", e.memory.fast.days);
  put(out, R"(,"last":"{}","at":{},"due":"{}")", to_string(e.last_day), ms(e.last_at), to_string(e.due.day));
  if (e.due.at) put(out, R"(,"until":{})", ms(*e.due.at));
  put(out, R"(,"reviews":{},"lapses":{})", e.reviews, e.lapses);
}
void put_fields(LineText& out, const Renamed& e) {
  put(out, R"("renamed","i":"{}","to":"{}")", e.from.text(), e.to.text());
}
void put_meant(LineText& out, std::string_view kind, const DeedId& deed, std::optional<std::int64_t> order) {
  put(out, R"("{}","deed":"{}")", kind, to_string(deed));
  if (order) put(out, R"(,"h":{})", *order);
}
void put_fields(LineText& out, const Undone& e) { put_meant(out, "undone", e.deed, e.order); }
void put_fields(LineText& out, const Redone& e) { put_meant(out, "redone", e.deed, e.order); }

template <class Kind>
void put_whole(LineText& out, const Kind& event) {
  put(out, R"({{"k":)");
  put_fields(out, event);
  out.push_back('}');
}
void put_whole(LineText& out, const Unknown& event) { put(out, "{}", event.text); }
}  // namespace

void put_event(LineText& out, const Event& event) {
  std::visit([&](const auto& e) { put_whole(out, e); }, event);
}

}  // namespace starling
