#include "history/read_event.h"

#include <algorithm>
#include <iterator>

#include "history/line_fields.h"

namespace starling {

namespace {

namespace dom = simdjson::dom;

constexpr std::int64_t kLongestAnswer = 7LL * 24 * 3600 * 1000;
constexpr std::int64_t kMostSteps = 1000;
constexpr std::int64_t kMostReviews = 1'000'000;
constexpr std::size_t kMostParts = 100;
constexpr double kMostMinutesPractised = 1e6;
constexpr std::int64_t kFirstYear = 1900;
constexpr std::int64_t kLastYear = 2200;

// Of the object under `key` each name with its value; no two of one name.
template <class Named, class Read>
std::vector<Named> read_named(LineFields& in, std::string_view key, Read read) {
  std::vector<Named> list;
  const auto object = in.get<dom::object>(key);
  if (!object || object->size() == 0 || object->size() > kMostParts) {
    in.refuse();
    return list;
  }
  LineFields values(*object);
  for (const auto [name, value] : *object) {
    if (!is_item_name(name) || name.size() > kLongestName || std::ranges::find(list, name, &Named::name) != list.end()) values.refuse();
    list.push_back({std::string(name), read(values, name)});
  }
  if (!values.fit()) in.refuse();
  return list;
}

Told read_told(LineFields& in) {
  constexpr std::int64_t kLongest = 24 * 3600;
  constexpr std::int64_t kMostWords = 1'000'000;
  constexpr std::size_t kMostMarks = 4;
  Told told;
  const auto object = in.get<dom::object>("told");
  if (!object) return told;
  LineFields fields(*object);
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

Event read_answer(LineFields& in) {
  Answered e{in.item(), in.grade("g"), {}, {}, 0, {}, {}};
  if (in.has("ms")) e.took = std::chrono::milliseconds(in.whole("ms", 0, kLongestAnswer));
  e.phase = in.phase();
  e.step = in.small("s", 0, kMostSteps);
  e.due.day = in.day("due");
  if (in.has("at")) e.due.at = in.instant("at");
  if (in.has("parts")) e.parts = read_named<Part>(in, "parts", [](LineFields& grades, std::string_view name) { return grades.grade(name); });
  if (in.has("told")) e.told = read_told(in);
  e.trusted = in.has("trusted") && in.whole("trusted", 1, 1) == 1;
  return e;
}

Event read_adopted(LineFields& in) {
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

Event read_done(LineFields& in) {
  TaskDone e{std::string(in.text("task", kLongestName)), in.real("count", -1e9, 1e9), {}, {}};
  if (in.has("min")) e.minutes = in.real("min", 0, 1e6);
  if (in.has("note")) e.note = in.text("note", kLongestNote);
  return e;
}

Event read_measured(LineFields& in) {
  Measured e{std::string(in.text("metric", kLongestName)), in.real("value", -1e12, 1e12), {}, {}};
  if (in.has("unit")) e.unit = in.text("unit", kLongestName);
  if (in.has("note")) e.note = in.text("note", kLongestNote);
  return e;
}

std::vector<PartScore> read_scores(LineFields& in) {
  if (!in.has("scores")) return {};
  return read_named<PartScore>(in, "scores", [](LineFields& scores, std::string_view name) { return scores.real(name, 0, kHighestPart); });
}

// What everything practised may have, each as far as there is a place for it.
template <class Practised>
void read_practised(LineFields& in, Practised& e) {
  if constexpr (requires { e.title; }) e.title = in.some_text("title", kLongestNote);
  if constexpr (requires { e.level; }) e.level = in.some_text("level", kLongestName);
  if constexpr (requires { e.scores; }) e.scores = read_scores(in);
  e.minutes = in.some_real("min", 0, kMostMinutesPractised);
  e.note = in.some_text("note", kLongestNote);
}

Event read_solved(LineFields& in) {
  Solved e;
  e.problem = in.some_text("problem", kLongestName);
  e.size = in.some_text("size", kLongestName);
  e.solved = in.whole("ok", 0, 1) == 1;
  if (in.has("patterns")) e.patterns = in.texts("patterns", kLongestName);
  read_practised(in, e);
  return e;
}

Event read_designed(LineFields& in) {
  Designed e;
  e.exercise = in.some_text("exercise", kLongestName);
  read_practised(in, e);
  return e;
}

Event read_studied(LineFields& in) {
  Studied e{std::string(in.text("area", kLongestName)), in.real("min", 0, kMostMinutesPractised), {}};
  e.note = in.some_text("note", kLongestNote);
  return e;
}

Event read_mocked(LineFields& in) {
  Mocked e;
  e.type = in.text("type", kLongestName);
  if (in.has("feedback")) e.feedback = in.texts("feedback", kLongestNote);
  read_practised(in, e);
  return e;
}

Event read_goals(LineFields& in) { return GoalsSet{in.small("week", 1, kMostSteps), in.texts("goals", kLongestNote)}; }

Event read_debriefed(LineFields& in) {
  Debriefed e{std::string(in.text("question", kLongestNote)), {}, {}, {}, {}};
  e.principle = in.some_text("principle", kLongestName);
  e.story = in.some_text("story", kLongestName);
  if (in.has("follow_ups")) e.follow_ups = in.texts("follow_ups", kLongestNote);
  if (in.has("rating")) e.rating = in.small("rating", 1, kHighestRating);
  return e;
}

Event read_outcome(LineFields& in) {
  InterviewOutcome e{std::string(in.text("result", kLongestName)), {}};
  if (std::ranges::find(kResults, e.result) == kResults.end()) in.refuse();
  if (in.has("reasons")) e.reasons = in.texts("reasons", kLongestNote);
  return e;
}

Event read_won(LineFields& in) {
  Won e{std::string(in.text("text", kLongestNote)), {}, {}, {}};
  if (in.has("tags")) e.tags = in.texts("tags", kLongestName);
  e.kind = in.some_text("kind", kLongestName);
  if (in.has("year")) e.year = in.small("year", kFirstYear, kLastYear);
  return e;
}

Event read_set(LineFields& in) {
  SettingSet e{std::string(in.text("key", kLongestName)), {}, {}};
  if (in.has("before")) e.before = in.text("before", kLongestNote);
  if (in.has("after")) e.after = in.text("after", kLongestNote);
  return e;
}

Event read_replanned(LineFields& in) {
  Replanned e{std::string(in.text("what", kLongestName)), {}, {}};
  if (in.has("before")) e.before = in.text("before", kLongestNote);
  if (in.has("after")) e.after = in.text("after", kLongestNote);
  return e;
}

Event read_imported(LineFields& in) {
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
  Event (*read)(LineFields&);
};
constexpr Kind kKinds[] = {
    {"answered", read_answer},
    {"suspended", [](LineFields& in) -> Event { return Suspended{in.item()}; }},
    {"unsuspended", [](LineFields& in) -> Event { return Unsuspended{in.item()}; }},
    {"flagged", [](LineFields& in) -> Event { return Flagged{in.item(), in.some_text("note", kLongestNote)}; }},
    {"unflagged", [](LineFields& in) -> Event { return Unflagged{in.item()}; }},
    {"buried", [](LineFields& in) -> Event { return Buried{in.item(), in.day("until")}; }},
    {"moved", [](LineFields& in) -> Event { return Moved{in.item(), in.day("due")}; }},
    {"adopted", read_adopted},
    {"done", read_done},
    {"measured", read_measured},
    {"solved", read_solved},
    {"designed", read_designed},
    {"studied", read_studied},
    {"mocked", read_mocked},
    {"closed",
     [](LineFields& in) -> Event { return FeedbackClosed{in.deed("mock"), in.small("point", 1, kMostTexts)}; }},
    {"goals", read_goals},
    {"debriefed", read_debriefed},
    {"outcome", read_outcome},
    {"won", read_won},
    {"dropped", [](LineFields& in) -> Event { return WinDropped{in.deed("win")}; }},
    {"set", read_set},
    {"replanned", read_replanned},
    {"imported", read_imported},
    {"renamed", [](LineFields& in) -> Event { return Renamed{in.item(), in.item("to")}; }},
    {"undone", [](LineFields& in) -> Event { return Undone{in.deed(), in.some_order()}; }},
    {"redone", [](LineFields& in) -> Event { return Redone{in.deed(), in.some_order()}; }},
};

}  // namespace

Event read_event(dom::object object) {
  LineFields in(object);
  const std::string_view word = in.text("k", kLongestName);
  const auto kind = std::ranges::find(kKinds, word, &Kind::word);
  if (kind != std::end(kKinds)) {
    Event event = kind->read(in);
    if (in.fit()) return event;
  }
  return Unknown{std::string(word), {}};
}
}  // namespace starling
