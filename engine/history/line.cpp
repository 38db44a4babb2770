// The grammar of a line; docs/format.md says the same for people.
//
//   line    {"v":1,"d":DEVICE,"n":NUMBER,"h":ORDER,"t":TIME,"day":DAY,"e":[EVENT,...],"c":CHECKSUM}
//   TIME    "2026-11-25T22:41:03.120+01:00"          DAY  "2026-11-25"
//   CHECKSUM  eight hex digits: CRC-32 of every byte before the comma in front of "c"
//   EVENT   {"k":KIND, ...} with these fields behind the kind, those in brackets only where there is something to say:
//     answered     i ITEM  g 1-4  [ms TOOK]  p PHASE  s STEP  due DAY  [at MS]  [parts {NAME: 1-4}]  [told TOLD]
//     suspended    i ITEM
//     unsuspended  i ITEM
//     flagged      i ITEM  [note TEXT]
//     unflagged    i ITEM
//     buried       i ITEM  until DAY
//     moved        i ITEM  due DAY
//     adopted      model MODEL  w [NUMBER,...]
//     done         task ID  count NUMBER  [min MINUTES]  [note TEXT]
//     measured     metric ID  value NUMBER  [unit TEXT]  [note TEXT]
//     solved       [problem ID]  [title TEXT]  [size SIZE]  [min MINUTES]  ok 0|1  [patterns [ID,...]]  [note TEXT]
//     designed     [exercise ID]  [title TEXT]  [level LEVEL]  [min MINUTES]  [scores {NAME: 0-5}]  [note TEXT]
//     studied      area AREA  min MINUTES  [note TEXT]
//     mocked       type ID  [level LEVEL]  [min MINUTES]  [scores {NAME: 0-5}]  [feedback [TEXT,...]]  [note TEXT]
//     closed       mock DEED  point NUMBER
//     goals        week NUMBER  goals [TEXT,...]
//     debriefed    question TEXT  [principle ID]  [story ID]  [follow_ups [TEXT,...]]  [rating 1-5]
//     outcome      result offer|rejected|waiting|withdrawn  [reasons [TEXT,...]]
//     won          text TEXT  [tags [TEXT,...]]  [kind NAME]  [year YEAR]
//     dropped      win DEED
//     set          key KEY  [before TOML]  [after TOML]
//     imported     i ITEM  p PHASE  stability DAYS  difficulty LEVEL  [fast DAYS]  last DAY  at MS  due DAY  [until MS]
//                  reviews COUNT  lapses COUNT
//     renamed      i ITEM  to ITEM
//     undone       deed DEED
//     redone       deed DEED
//   TOLD    {"len":SECONDS  [,"for":PRINCIPLE]  [,"question":ID]  [,"words":COUNT]  ,"clean":0|1  [,"marks":[SECONDS,...]]}
//   KEY     of starling.toml, "review.minutes_per_day"     TOML  a text: the value as that file writes it
//   PHASE   0 new, 1 learning, 2 review, 3 relearning     MS  milliseconds since 1970     DEED  "k3f9x2-811"
// Keys stand in this order and without blanks, so that equal deeds are equal bytes.
#include "history/line.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace starling {

namespace {

namespace dom = simdjson::dom;
namespace ondemand = simdjson::ondemand;

constexpr std::string_view kChecksumKey = R"(,"c":")";
constexpr std::size_t kChecksumEnd = kChecksumKey.size() + 8 + 2;  // digits, quote and brace

// Bounds that hold for anything a learner can live through; what lies outside was not written here.
constexpr std::int64_t kLatest = 7'300'000'000'000;  // ms: in the year 2201
constexpr std::int64_t kLongestAnswer = 7LL * 24 * 3600 * 1000;
constexpr std::int64_t kMostSteps = 1000;
constexpr std::int64_t kMostReviews = 1'000'000;
constexpr std::size_t kMostParts = 100;
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestNote = 100'000;
constexpr std::size_t kMostTexts = 100;
constexpr double kMostMinutesPractised = 1e6;
constexpr std::int64_t kFirstYear = 1900;
constexpr std::int64_t kLastYear = 2200;

// Writing ------------------------------------------------------------------------------------------------------------

using Text = fmt::memory_buffer;

template <class... Args>
void put(Text& out, fmt::format_string<Args...> form, Args&&... args) {
  fmt::format_to(fmt::appender(out), form, std::forward<Args>(args)...);
}

std::string json_text(std::string_view text) {
  using Json = nlohmann::json;
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::int64_t ms(Instant at) { return at.time_since_epoch().count(); }

// Without the sign of a zero, which would make equal deeds unequal lines.
double plain(double number) { return number + 0.0; }

void put_time(Text& out, Instant at, std::chrono::minutes offset) {
  const auto wall = at.time_since_epoch() + offset;
  const auto midnight = std::chrono::floor<std::chrono::days>(wall);
  const auto clock = std::chrono::hh_mm_ss(wall - midnight);
  const auto away = std::chrono::abs(offset).count();
  put(out, "{}T{:02}:{:02}:{:02}.{:03}{}{:02}:{:02}", to_string(Day(midnight)), clock.hours().count(),
      clock.minutes().count(), clock.seconds().count(), clock.subseconds().count(), offset.count() < 0 ? '-' : '+',
      away / 60, away % 60);
}

void put_told(Text& out, const Told& told) {
  put(out, R"(,"told":{{"len":{})", told.length);
  if (!told.principle.empty()) put(out, R"(,"for":{})", json_text(told.principle));
  if (!told.question.empty()) put(out, R"(,"question":{})", json_text(told.question));
  if (told.words > 0) put(out, R"(,"words":{})", told.words);
  put(out, R"(,"clean":{})", told.clean ? 1 : 0);
  for (std::size_t i = 0; i < told.marks.size(); ++i) put(out, "{}{}", i == 0 ? R"(,"marks":[)" : ",", told.marks[i]);
  put(out, "{}}}", told.marks.empty() ? "" : "]");
}

void put_event(Text& out, const Answered& e) {
  put(out, R"("answered","i":"{}","g":{})", e.item.text(), static_cast<int>(e.grade));
  if (e.took) put(out, R"(,"ms":{})", e.took->count());
  put(out, R"(,"p":{},"s":{},"due":"{}")", static_cast<int>(e.phase), e.step, to_string(e.due.day));
  if (e.due.at) put(out, R"(,"at":{})", ms(*e.due.at));
  if (!e.parts.empty()) {
    put(out, R"(,"parts":{{)");
    for (const Part& part : e.parts)
      put(out, R"({}"{}":{})", &part == &e.parts.front() ? "" : ",", part.name, static_cast<int>(part.grade));
    out.push_back('}');
  }
  if (e.told) put_told(out, *e.told);
}
void put_event(Text& out, const Suspended& e) { put(out, R"("suspended","i":"{}")", e.item.text()); }
void put_event(Text& out, const Unsuspended& e) { put(out, R"("unsuspended","i":"{}")", e.item.text()); }
void put_event(Text& out, const Flagged& e) {
  put(out, R"("flagged","i":"{}")", e.item.text());
  if (!e.note.empty()) put(out, R"(,"note":{})", json_text(e.note));
}
void put_event(Text& out, const Unflagged& e) { put(out, R"("unflagged","i":"{}")", e.item.text()); }
void put_event(Text& out, const Buried& e) {
  put(out, R"("buried","i":"{}","until":"{}")", e.item.text(), to_string(e.until));
}
void put_event(Text& out, const Moved& e) {
  put(out, R"("moved","i":"{}","due":"{}")", e.item.text(), to_string(e.due));
}
void put_event(Text& out, const Adopted& e) {
  put(out, R"("adopted","model":"{}","w":[)", to_string(e.weights.kind()));
  const auto numbers = e.weights.numbers();
  for (std::size_t i = 0; i < numbers.size(); ++i) put(out, "{}{}", i > 0 ? "," : "", plain(numbers[i]));
  out.push_back(']');
}
void put_event(Text& out, const TaskDone& e) {
  put(out, R"("done","task":{},"count":{})", json_text(e.task), plain(e.count));
  if (e.minutes) put(out, R"(,"min":{})", plain(*e.minutes));
  if (!e.note.empty()) put(out, R"(,"note":{})", json_text(e.note));
}
void put_event(Text& out, const Measured& e) {
  put(out, R"("measured","metric":{},"value":{})", json_text(e.metric), plain(e.value));
  if (!e.unit.empty()) put(out, R"(,"unit":{})", json_text(e.unit));
  if (!e.note.empty()) put(out, R"(,"note":{})", json_text(e.note));
}
// In front of it a comma and its key; nothing where there is nothing to say.
void put_some(Text& out, std::string_view key, const std::string& text) {
  if (!text.empty()) put(out, R"(,"{}":{})", key, json_text(text));
}
void put_some(Text& out, std::string_view key, const std::optional<double>& number) {
  if (number) put(out, R"(,"{}":{})", key, plain(*number));
}
void put_some(Text& out, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  put(out, R"(,"{}":[)", key);
  for (const std::string& text : texts) put(out, "{}{}", &text == &texts.front() ? "" : ",", json_text(text));
  out.push_back(']');
}
void put_some(Text& out, std::string_view key, const std::vector<PartScore>& scores) {
  if (scores.empty()) return;
  put(out, R"(,"{}":{{)", key);
  for (const PartScore& part : scores)
    put(out, R"({}"{}":{})", &part == &scores.front() ? "" : ",", part.name, plain(part.score));
  out.push_back('}');
}
void put_event(Text& out, const Solved& e) {
  put(out, R"("solved")");
  put_some(out, "problem", e.problem);
  put_some(out, "title", e.title);
  put_some(out, "size", e.size);
  put_some(out, "min", e.minutes);
  put(out, R"(,"ok":{})", e.solved ? 1 : 0);
  put_some(out, "patterns", e.patterns);
  put_some(out, "note", e.note);
}
void put_event(Text& out, const Designed& e) {
  put(out, R"("designed")");
  put_some(out, "exercise", e.exercise);
  put_some(out, "title", e.title);
  put_some(out, "level", e.level);
  put_some(out, "min", e.minutes);
  put_some(out, "scores", e.scores);
  put_some(out, "note", e.note);
}
void put_event(Text& out, const Studied& e) {
  put(out, R"("studied","area":{},"min":{})", json_text(e.area), plain(e.minutes));
  put_some(out, "note", e.note);
}
void put_event(Text& out, const Mocked& e) {
  put(out, R"("mocked","type":{})", json_text(e.type));
  put_some(out, "level", e.level);
  put_some(out, "min", e.minutes);
  put_some(out, "scores", e.scores);
  put_some(out, "feedback", e.feedback);
  put_some(out, "note", e.note);
}
void put_event(Text& out, const FeedbackClosed& e) {
  put(out, R"("closed","mock":"{}","point":{})", to_string(e.mock), e.point);
}
void put_event(Text& out, const GoalsSet& e) {
  put(out, R"("goals","week":{},"goals":[)", e.week);
  for (const std::string& goal : e.goals) put(out, "{}{}", &goal == &e.goals.front() ? "" : ",", json_text(goal));
  out.push_back(']');
}
void put_event(Text& out, const Debriefed& e) {
  put(out, R"("debriefed","question":{})", json_text(e.question));
  put_some(out, "principle", e.principle);
  put_some(out, "story", e.story);
  put_some(out, "follow_ups", e.follow_ups);
  if (e.rating) put(out, R"(,"rating":{})", *e.rating);
}
void put_event(Text& out, const InterviewOutcome& e) {
  put(out, R"("outcome","result":{})", json_text(e.result));
  put_some(out, "reasons", e.reasons);
}
void put_event(Text& out, const Won& e) {
  put(out, R"("won","text":{})", json_text(e.text));
  put_some(out, "tags", e.tags);
  put_some(out, "kind", e.kind);
  if (e.year) put(out, R"(,"year":{})", *e.year);
}
void put_event(Text& out, const WinDropped& e) { put(out, R"("dropped","win":"{}")", to_string(e.win)); }
void put_event(Text& out, const SettingSet& e) {
  put(out, R"("set","key":{})", json_text(e.key));
  if (e.before) put(out, R"(,"before":{})", json_text(*e.before));
  if (e.after) put(out, R"(,"after":{})", json_text(*e.after));
}
void put_event(Text& out, const Replanned& e) {
  put(out, R"("replanned","what":{})", json_text(e.what));
  if (e.before) put(out, R"(,"before":{})", json_text(*e.before));
  if (e.after) put(out, R"(,"after":{})", json_text(*e.after));
}
void put_event(Text& out, const Imported& e) {
  put(out, R"("imported","i":"{}","p":{},"stability":{},"difficulty":{})", e.item.text(), static_cast<int>(e.phase),
      e.memory.stability.days, e.memory.difficulty.level);
  if (e.memory.fast.days > 0) put(out, R"(,"fast":{})", e.memory.fast.days);
  put(out, R"(,"last":"{}","at":{},"due":"{}")", to_string(e.last_day), ms(e.last_at), to_string(e.due.day));
  if (e.due.at) put(out, R"(,"until":{})", ms(*e.due.at));
  put(out, R"(,"reviews":{},"lapses":{})", e.reviews, e.lapses);
}
void put_event(Text& out, const Renamed& e) {
  put(out, R"("renamed","i":"{}","to":"{}")", e.from.text(), e.to.text());
}
void put_event(Text& out, const Undone& e) { put(out, R"("undone","deed":"{}")", to_string(e.deed)); }
void put_event(Text& out, const Redone& e) { put(out, R"("redone","deed":"{}")", to_string(e.deed)); }

template <class Kind>
void put_whole_event(Text& out, const Kind& event) {
  put(out, R"({{"k":)");
  put_event(out, event);
  out.push_back('}');
}
void put_whole_event(Text& out, const Unknown& event) { put(out, "{}", event.text); }

// All of a line in front of its checksum.
Text checked_part(const Deed& deed) {
  Text out;
  put(out, R"({{"v":{},"d":"{}","n":{},"h":{},"t":")", kLineVersion, deed.id.device, deed.id.number, deed.order);
  put_time(out, deed.at, deed.offset);
  put(out, R"(","day":"{}","e":[)", to_string(deed.day));
  for (const Event& event : deed.events) {
    if (&event != &deed.events.front()) out.push_back(',');
    std::visit([&](const auto& e) { put_whole_event(out, e); }, event);
  }
  out.push_back(']');
  return out;
}

std::string_view view(const Text& text) { return {text.data(), text.size()}; }

// Reading ------------------------------------------------------------------------------------------------------------

// The fields of one JSON object, of equal ones the first. What is asked for and is not there, or is not of its kind,
// makes it unfit; a field that nobody asks for is passed over.
class Members {
 public:
  explicit Members(dom::object object) : object_(object) {}

  [[nodiscard]] bool fit() const { return fit_; }
  [[nodiscard]] bool has(std::string_view key) const { return !object_.at_key(key).error(); }
  void refuse() { fit_ = false; }

  std::int64_t whole(std::string_view key, std::int64_t low, std::int64_t high) {
    return within(get<std::int64_t>(key), low, high);
  }
  int small(std::string_view key, std::int64_t low, std::int64_t high) {
    return static_cast<int>(whole(key, low, high));
  }
  double real(std::string_view key, double low, double high) { return within(get<double>(key), low, high); }
  std::string_view text(std::string_view key, std::size_t most) {
    const auto value = get<std::string_view>(key);
    if (!value || value->size() <= most) return value.value_or("");
    refuse();
    return "";
  }
  Day day(std::string_view key) { return need(parse_day(text(key, kLongestName)), Day{}); }
  Instant instant(std::string_view key) { return Instant(std::chrono::milliseconds(whole(key, -kLatest, kLatest))); }
  ItemId item(std::string_view key = "i") {
    static const ItemId kNone = story_item("none");
    return need(ItemId::parse(text(key, kLongestNote)), kNone);
  }
  DeedId deed(std::string_view key = "deed") { return need(parse_deed_id(text(key, kLongestName)), DeedId{}); }
  // Of a field that may be absent.
  std::string some_text(std::string_view key, std::size_t most) {
    return has(key) ? std::string(text(key, most)) : std::string();
  }
  std::optional<double> some_real(std::string_view key, double low, double high) {
    return has(key) ? std::optional(real(key, low, high)) : std::nullopt;
  }
  std::vector<std::string> texts(std::string_view key, std::size_t most) {
    std::vector<std::string> list;
    const auto array = get<dom::array>(key);
    if (!array) return list;
    for (const dom::element element : *array) {
      std::string_view text;
      if (element.get(text) != simdjson::SUCCESS || text.size() > most || list.size() == kMostTexts) refuse();
      else list.emplace_back(text);
    }
    return list;
  }
  Grade grade(std::string_view key) { return static_cast<Grade>(whole(key, 1, 4)); }
  // Nothing is new after an answer.
  Phase phase() { return static_cast<Phase>(whole("p", 1, 3)); }
  template <class Kind>
  std::optional<Kind> get(std::string_view key) {
    Kind value;
    if (object_.at_key(key).get(value) == simdjson::SUCCESS) return value;
    refuse();
    return std::nullopt;
  }

 private:
  template <class Number>
  Number within(std::optional<Number> number, Number low, Number high) {
    if (number && *number >= low && *number <= high) return *number;
    refuse();
    return low;
  }
  template <class Value>
  Value need(std::optional<Value> value, const Value& otherwise) {
    if (value) return *std::move(value);
    refuse();
    return otherwise;
  }

  dom::object object_;
  bool fit_ = true;
};

bool has_part(const std::vector<Part>& parts, std::string_view name) {
  return std::ranges::find(parts, name, &Part::name) != parts.end();
}

std::vector<Part> read_parts(Members& in) {
  std::vector<Part> parts;
  const auto object = in.get<dom::object>("parts");
  if (!object || object->size() == 0 || object->size() > kMostParts) {
    in.refuse();
    return parts;
  }
  Members grades(*object);
  for (const auto [name, value] : *object) {
    if (!is_item_name(name) || name.size() > kLongestName || has_part(parts, name)) grades.refuse();
    parts.push_back({std::string(name), grades.grade(name)});
  }
  if (!grades.fit()) in.refuse();
  return parts;
}

Told read_told(Members& in) {
  constexpr std::int64_t kLongest = 24 * 3600;
  constexpr std::int64_t kMostWords = 1'000'000;
  constexpr std::size_t kMostMarks = 4;
  Told told;
  const auto object = in.get<dom::object>("told");
  if (!object) return told;
  Members fields(*object);
  told.length = fields.small("len", 1, kLongest);
  told.principle = fields.some_text("for", kLongestName);
  told.question = fields.some_text("question", kLongestName);
  if (fields.has("words")) told.words = fields.small("words", 1, kMostWords);
  told.clean = fields.whole("clean", 0, 1) == 1;
  if (fields.has("marks")) {
    const auto marks = fields.get<dom::array>("marks");
    if (!marks || marks->size() == 0 || marks->size() > kMostMarks) fields.refuse();
    else
      for (const dom::element element : *marks) {
        std::int64_t mark = 0;
        const bool read = element.get(mark) == simdjson::SUCCESS && mark >= 0 && mark <= kLongest;
        if (!read || (!told.marks.empty() && mark < told.marks.back())) fields.refuse();
        else told.marks.push_back(static_cast<int>(mark));
      }
  }
  if (!fields.fit()) in.refuse();
  return told;
}

Event read_answer(Members& in) {
  Answered e{in.item(), in.grade("g"), {}, {}, 0, {}, {}};
  if (in.has("ms")) e.took = std::chrono::milliseconds(in.whole("ms", 0, kLongestAnswer));
  e.phase = in.phase();
  e.step = in.small("s", 0, kMostSteps);
  e.due.day = in.day("due");
  if (in.has("at")) e.due.at = in.instant("at");
  if (in.has("parts")) e.parts = read_parts(in);
  if (in.has("told")) e.told = read_told(in);
  return e;
}

Event read_adopted(Members& in) {
  const auto model = parse_model(in.text("model", kLongestName));
  std::vector<double> numbers;
  if (const auto list = in.get<dom::array>("w"))
    for (const dom::element element : *list) {
      double number = 0;
      if (element.get(number) != simdjson::SUCCESS) in.refuse();
      numbers.push_back(number);
    }
  const WeightsRead read = make_weights(model.value_or(ModelKind::Fsrs6), numbers);
  if (model && !numbers.empty() && read.weights) return Adopted{*read.weights};
  in.refuse();
  return Adopted{};
}

Event read_done(Members& in) {
  TaskDone e{std::string(in.text("task", kLongestName)), in.real("count", -1e9, 1e9), {}, {}};
  if (in.has("min")) e.minutes = in.real("min", 0, 1e6);
  if (in.has("note")) e.note = in.text("note", kLongestNote);
  return e;
}

Event read_measured(Members& in) {
  Measured e{std::string(in.text("metric", kLongestName)), in.real("value", -1e12, 1e12), {}, {}};
  if (in.has("unit")) e.unit = in.text("unit", kLongestName);
  if (in.has("note")) e.note = in.text("note", kLongestNote);
  return e;
}

std::vector<PartScore> read_scores(Members& in) {
  std::vector<PartScore> scores;
  if (!in.has("scores")) return scores;
  const auto object = in.get<dom::object>("scores");
  if (!object || object->size() == 0 || object->size() > kMostParts) {
    in.refuse();
    return scores;
  }
  Members parts(*object);
  for (const auto [name, value] : *object) {
    if (!is_item_name(name) || name.size() > kLongestName || std::ranges::find(scores, name, &PartScore::name) != scores.end())
      parts.refuse();
    scores.push_back({std::string(name), parts.real(name, 0, kHighestPart)});
  }
  if (!parts.fit()) in.refuse();
  return scores;
}

// What everything practised may have, each as far as there is a place for it.
template <class Practised>
void read_practised(Members& in, Practised& e) {
  if constexpr (requires { e.title; }) e.title = in.some_text("title", kLongestNote);
  if constexpr (requires { e.level; }) e.level = in.some_text("level", kLongestName);
  if constexpr (requires { e.scores; }) e.scores = read_scores(in);
  e.minutes = in.some_real("min", 0, kMostMinutesPractised);
  e.note = in.some_text("note", kLongestNote);
}

Event read_solved(Members& in) {
  Solved e;
  e.problem = in.some_text("problem", kLongestName);
  e.size = in.some_text("size", kLongestName);
  e.solved = in.whole("ok", 0, 1) == 1;
  if (in.has("patterns")) e.patterns = in.texts("patterns", kLongestName);
  read_practised(in, e);
  return e;
}

Event read_designed(Members& in) {
  Designed e;
  e.exercise = in.some_text("exercise", kLongestName);
  read_practised(in, e);
  return e;
}

Event read_studied(Members& in) {
  Studied e{std::string(in.text("area", kLongestName)), in.real("min", 0, kMostMinutesPractised), {}};
  e.note = in.some_text("note", kLongestNote);
  return e;
}

Event read_mocked(Members& in) {
  Mocked e;
  e.type = in.text("type", kLongestName);
  if (in.has("feedback")) e.feedback = in.texts("feedback", kLongestNote);
  read_practised(in, e);
  return e;
}

Event read_goals(Members& in) { return GoalsSet{in.small("week", 1, kMostSteps), in.texts("goals", kLongestNote)}; }

Event read_debriefed(Members& in) {
  Debriefed e{std::string(in.text("question", kLongestNote)), {}, {}, {}, {}};
  e.principle = in.some_text("principle", kLongestName);
  e.story = in.some_text("story", kLongestName);
  if (in.has("follow_ups")) e.follow_ups = in.texts("follow_ups", kLongestNote);
  if (in.has("rating")) e.rating = in.small("rating", 1, kHighestRating);
  return e;
}

Event read_outcome(Members& in) {
  InterviewOutcome e{std::string(in.text("result", kLongestName)), {}};
  if (std::ranges::find(kResults, e.result) == kResults.end()) in.refuse();
  if (in.has("reasons")) e.reasons = in.texts("reasons", kLongestNote);
  return e;
}

Event read_won(Members& in) {
  Won e{std::string(in.text("text", kLongestNote)), {}, {}, {}};
  if (in.has("tags")) e.tags = in.texts("tags", kLongestName);
  e.kind = in.some_text("kind", kLongestName);
  if (in.has("year")) e.year = in.small("year", kFirstYear, kLastYear);
  return e;
}

Event read_set(Members& in) {
  SettingSet e{std::string(in.text("key", kLongestName)), {}, {}};
  if (in.has("before")) e.before = in.text("before", kLongestNote);
  if (in.has("after")) e.after = in.text("after", kLongestNote);
  return e;
}

Event read_replanned(Members& in) {
  Replanned e{std::string(in.text("what", kLongestName)), {}, {}};
  if (in.has("before")) e.before = in.text("before", kLongestNote);
  if (in.has("after")) e.after = in.text("after", kLongestNote);
  return e;
}

Event read_imported(Members& in) {
  Imported e{in.item(), in.phase(), {}, {}, {}, {}, 1, 0};
  e.memory.stability.days = in.real("stability", 1e-6, 1e6);
  e.memory.difficulty.level = in.real("difficulty", 1, 10);
  if (in.has("fast")) e.memory.fast.days = in.real("fast", 1e-6, 1e6);
  e.last_day = in.day("last");
  e.last_at = in.instant("at");
  e.due.day = in.day("due");
  if (in.has("until")) e.due.at = in.instant("until");
  e.reviews = in.small("reviews", 1, kMostReviews);
  e.lapses = in.small("lapses", 0, kMostReviews);
  return e;
}

struct Kind {
  std::string_view word;
  Event (*read)(Members&);
};
constexpr Kind kKinds[] = {
    {"answered", read_answer},
    {"suspended", [](Members& in) -> Event { return Suspended{in.item()}; }},
    {"unsuspended", [](Members& in) -> Event { return Unsuspended{in.item()}; }},
    {"flagged", [](Members& in) -> Event { return Flagged{in.item(), in.some_text("note", kLongestNote)}; }},
    {"unflagged", [](Members& in) -> Event { return Unflagged{in.item()}; }},
    {"buried", [](Members& in) -> Event { return Buried{in.item(), in.day("until")}; }},
    {"moved", [](Members& in) -> Event { return Moved{in.item(), in.day("due")}; }},
    {"adopted", read_adopted},
    {"done", read_done},
    {"measured", read_measured},
    {"solved", read_solved},
    {"designed", read_designed},
    {"studied", read_studied},
    {"mocked", read_mocked},
    {"closed",
     [](Members& in) -> Event { return FeedbackClosed{in.deed("mock"), in.small("point", 1, kMostTexts)}; }},
    {"goals", read_goals},
    {"debriefed", read_debriefed},
    {"outcome", read_outcome},
    {"won", read_won},
    {"dropped", [](Members& in) -> Event { return WinDropped{in.deed("win")}; }},
    {"set", read_set},
    {"replanned", read_replanned},
    {"imported", read_imported},
    {"renamed", [](Members& in) -> Event { return Renamed{in.item(), in.item("to")}; }},
    {"undone", [](Members& in) -> Event { return Undone{in.deed()}; }},
    {"redone", [](Members& in) -> Event { return Redone{in.deed()}; }},
};

// An event that is not understood has no text yet.
Event read_event(dom::object object) {
  Members in(object);
  const std::string_view word = in.text("k", kLongestName);
  const auto kind = std::ranges::find(kKinds, word, &Kind::word);
  if (kind != std::end(kKinds)) {
    Event event = kind->read(in);
    if (in.fit()) return event;
  }
  return Unknown{std::string(word), {}};
}

// One event as it stands in its line; blanks between its marks are all one kind, so that it never breaks a line.
std::string in_one_line(std::string_view json) {
  std::string text(json.substr(0, json.find_last_of('}') + 1));
  std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

// The text of what was not understood, word for word: numbers and escapes as they were written.
bool keep_unknown(std::string_view line, std::vector<Event>& events) {
  ondemand::parser parser;
  const simdjson::padded_string padded(line);
  ondemand::document document;
  ondemand::array array;
  if (parser.iterate(padded).get(document) || document["e"].get(array)) return false;
  std::size_t at = 0;
  for (auto element : array) {
    ondemand::object object;
    std::string_view json;
    if (at == events.size() || element.get(object) || object.raw_json().get(json)) return false;
    if (auto* unknown = std::get_if<Unknown>(&events[at])) unknown->text = in_one_line(json);
    ++at;
  }
  return at == events.size();
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

// The wall clock and its offset from "2026-11-25T22:41:03.120+01:00"; false for any other shape.
bool read_time(std::string_view text, Deed& deed) {
  if (text.size() != 29 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[26] != ':')
    return false;
  const auto date = parse_day(text.substr(0, 10));
  const auto hour = digits(text.substr(11, 2)), minute = digits(text.substr(14, 2)), second = digits(text.substr(17, 2));
  const auto thousandths = digits(text.substr(20, 3));
  const auto hours_away = digits(text.substr(24, 2)), minutes_away = digits(text.substr(27, 2));
  const char sign = text[23];
  if (!date || !hour || !minute || !second || !thousandths || !hours_away || !minutes_away) return false;
  if (*hour > 23 || *minute > 59 || *second > 59 || *hours_away > 23 || *minutes_away > 59) return false;
  if (sign != '+' && sign != '-') return false;
  using namespace std::chrono;
  deed.offset = minutes((sign == '-' ? -1 : 1) * (*hours_away * 60 + *minutes_away));
  const milliseconds wall = date->time_since_epoch() + hours(*hour) + minutes(*minute) + seconds(*second) +
                            milliseconds(*thousandths);
  deed.at = Instant(wall - deed.offset);
  return true;
}

// Of one spelling only, so that no damaged bit leaves a checksum as it was.
std::optional<std::uint32_t> written_checksum(std::string_view line) {
  if (line.size() < kChecksumEnd || !line.ends_with("\"}")) return std::nullopt;
  const std::string_view tail = line.substr(line.size() - kChecksumEnd);
  if (!tail.starts_with(kChecksumKey)) return std::nullopt;
  const std::string_view hex = tail.substr(kChecksumKey.size(), 8);
  if (hex.find_first_not_of("0123456789abcdef") != hex.npos) return std::nullopt;
  std::uint32_t value = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  return value;
}

std::optional<Deed> read_deed(std::string_view line, Members& in) {
  Deed deed;
  deed.id.device = in.text("d", kLongestName);
  deed.id.number = in.whole("n", 1, std::int64_t{1} << 53);
  deed.order = in.whole("h", -kLatest, kLatest);
  const std::string_view time = in.text("t", kLongestName);
  deed.day = in.day("day");
  const auto events = in.get<dom::array>("e");
  if (!in.fit() || !is_device_name(deed.id.device) || !read_time(time, deed) || events->size() == 0)
    return std::nullopt;
  bool all_known = true;
  for (const dom::element element : *events) {
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) return std::nullopt;
    deed.events.push_back(read_event(object));
    all_known = all_known && !std::holds_alternative<Unknown>(deed.events.back());
  }
  if (!all_known && !keep_unknown(line, deed.events)) return std::nullopt;
  return deed;
}

// What a whole line of the right checksum says.
LineRead read_json(std::string_view line, dom::parser& parser, LineRead result) {
  dom::object object;
  if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS) return result;
  Members head(object);
  const std::int64_t version = head.whole("v", 1, INT32_MAX);
  if (!head.fit()) return result;
  if (version > kLineVersion) {
    result.fault = LineFault::Newer;
    return result;
  }
  result.deed = read_deed(line, head);
  if (result.deed) result.fault = LineFault::None;
  return result;
}

}  // namespace

std::uint32_t line_checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::uint32_t checksum_of(const Deed& deed) { return line_checksum(view(checked_part(deed))); }

std::string written(const Deed& deed) {
  Text text = checked_part(deed);
  put(text, "{}{:08x}\"}}", kChecksumKey, line_checksum(view(text)));
  return to_string(text);
}

LineRead read_line(std::string_view line) {
  LineRead result;
  result.fault = LineFault::Broken;
  const auto checksum = line.size() <= kMaxLineBytes ? written_checksum(line) : std::nullopt;
  if (!checksum) return result;
  result.checksum = *checksum;
  if (line_checksum(line.substr(0, line.size() - kChecksumEnd)) != *checksum) {
    result.fault = LineFault::Checksum;
    return result;
  }
  // Its memory serves line after line; what a huge one needs is given back.
  constexpr std::size_t kUsualBytes = 64 * 1024;
  thread_local dom::parser usual;
  if (line.size() <= kUsualBytes) return read_json(line, usual, result);
  dom::parser own;
  return read_json(line, own, result);
}

}  // namespace starling
