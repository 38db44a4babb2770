// `why`: what is known of one item, and why it is where it is.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <set>
#include <sstream>

#include "cli/chart.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "cli/terminal/terminal.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::size_t kHistoryShown = 10;
constexpr std::size_t kCurvePoints = 60;

bool in_queue(const Queue& queue, const std::string& item) {
  return std::any_of(queue.cards.begin(), queue.cards.end(), [&](const QueuedCard& c) { return c.item->id == item; });
}

// One sentence.
std::string reason(const Study& study, const std::string& item, const ItemState& state) {
  if (state.suspended) return fmt::format("It is suspended: call it back with 'starling card unsuspend {}'.", item);
  if (state.buried_until && *state.buried_until > study.today())
    return fmt::format("It is buried until {}.", short_date(*state.buried_until));
  const CardItem* card = study.library().find(item);
  if (state.standing.phase == Phase::New) {
    if (!card) return "It was not told yet.";
    const ItemStates states = study.store().states();
    const std::string lock = locked_because(study.library(), states, study.settings(), study.queue_day(), *card);
    if (!lock.empty()) return fmt::format("It is not asked yet: {}.", lock);
    if (study.off(study.today())) return "It is open, but today is a day off.";
    if (study.rests(study.today())) return "It is open, but today is a rest day: nothing new.";
    return in_queue(study.queue(), item) ? "It is new and in today's list."
                                         : "It is new and open; today's list is full, or a sibling was met today.";
  }
  const Due& due = state.standing.due;
  if (due.at) return fmt::format("It is in a learning step until {}.", study.rule().time_of_day(*due.at));
  const int days = days_between(study.today(), due.day);
  if (days > 0)
    return fmt::format("It comes back in {} on {}, when recall is expected to be near {:.0f} %.", span_label_days(days),
                       short_date(due.day), study.policy_of(item).desired_retention * 100);
  const std::string since = days == 0 ? "today" : fmt::format("since {}", short_date(due.day));
  if (study.off(study.today())) return fmt::format("It is due {}, but today is a day off.", since);
  if (card && !in_queue(study.queue(), item))
    return fmt::format("It is due {}, but waits: today's minutes or count are used by items nearer to being lost.", since);
  return fmt::format("It is due {}.", since);
}

std::optional<double> recall_now(const Study& study, const ItemState& state, Day on) {
  if (!state.standing.memory) return std::nullopt;
  const Elapsed now = elapsed_since(state.standing, study.now(), study.today());
  return study.model().recall_after(later(now, WholeDays{days_between(study.today(), on)}), *state.standing.memory);
}

// Days until recall falls to 90 %: stability in the sense of either model.

// New weights are filed apart from the items. Those of this item's history are the ones that reckoned its past anew:
// adopted after its first answer. What was undone stays in, as everything else that happened to it.
std::vector<Event> own_history(const std::string& item, std::vector<Event> events) {
  bool answered = false;
  std::erase_if(events, [&](const Event& event) {
    answered = answered || (event.item == item && is_answer(event));
    return event.item != item && !(answered && std::holds_alternative<Adopted>(event.what));
  });
  return events;
}

std::set<EventId> counting_ids(const std::vector<Event>& standing) {
  std::set<EventId> ids;
  for (const Event& event : standing) ids.insert(event.id);
  return ids;
}

Json history_json(const std::vector<Event>& history, const std::vector<Event>& standing, const DayRule& rule) {
  Json list = Json::array();
  const auto counting = counting_ids(standing);
  for (const Event& event : history) {
    Json json{{"event", event.id}, {"at", rule.iso(event.at)}, {"day", to_string(event.day)}, {"text", describe(event)}};
    if (const Reviewed* review = review_of(event)) {
      json["grade"] = to_string(review->grade);
      if (review->took) json["seconds"] = rounded(std::chrono::duration<double>(*review->took).count(), 1);
    }
    json["counts"] = counting.contains(event.id);
    list.push_back(std::move(json));
  }
  return list;
}

// Empty for what the screen leaves out.
std::string history_line(const Event& event, bool narrow) {
  const auto date = [&](Day day) { return narrow ? short_date(day).substr(4) : to_string(day); };
  if (const Reviewed* review = review_of(event))
    return fmt::format("{:5}{}  next {}", to_string(review->grade),
                       review->took ? fmt::format("  {:3.0f} s", std::chrono::duration<double>(*review->took).count()) : "",
                       review->due.at ? "in a step" : date(review->due.day));
  if (std::holds_alternative<Suspended>(event.what)) return "suspended";
  if (std::holds_alternative<Unsuspended>(event.what)) return "called back";
  if (const auto* buried = std::get_if<Buried>(&event.what)) return fmt::format("buried until {}", date(buried->until));
  if (std::holds_alternative<Adopted>(event.what)) return "new weights";
  if (const auto* moved = std::get_if<Moved>(&event.what)) return fmt::format("new weights  next {}", date(moved->due));
  return "";
}

// Of the events that count. An adoption that moved the item is one line with its move.
void print_history(std::ostream& out, const std::vector<Event>& standing, std::size_t most, const Style& style, int width,
                   bool low) {
  std::set<EventId> causes;
  for (const Event& event : standing)
    if (const auto* moved = std::get_if<Moved>(&event.what)) causes.insert(moved->cause);
  std::vector<std::string> lines;
  for (const Event& event : standing)
    if (const std::string line = history_line(event, width < 60); !line.empty() && !causes.contains(event.id))
      lines.push_back(fmt::format("  {}  {}\n", to_string(event.day), line));
  if (lines.empty()) return;
  if (!low) out << "\n" << style.accent("History") << "\n";
  const std::size_t first = lines.size() > most ? lines.size() - most : 0;
  if (first > 0) out << style.dim(fmt::format("  {} earlier", first)) << "\n";
  for (std::size_t i = first; i < lines.size(); ++i) out << lines[i];
}

RecallChart chart_of(const Study& study, const ItemState& state, const std::vector<CoursePoint>& course, int width) {
  const Day first = course.front().day;
  const auto x = [&](Day day) { return static_cast<double>(days_between(first, day)); };
  const auto dated = [](std::string_view what, Day day) { return fmt::format("{} {}", what, short_date(day).substr(4)); };
  RecallChart chart;
  for (const CoursePoint& point : course) chart.points.push_back({x(point.day), point.recall});
  for (const double place : tick_places(0, x(course.back().day), std::max(2, width / 12), 1))
    chart.ticks.push_back({place, short_date(first + std::chrono::days(std::lround(place))).substr(4)});
  const Day due = state.standing.due.day;
  chart.marks.push_back({x(study.today()), 'T', dated("today", study.today())});
  chart.marks.push_back({x(due), 'D', dated("due", due)});
  chart.marks.push_back({x(study.interview()), 'I', dated("interview", study.interview())});
  return chart;
}

Json curve_json(const std::vector<CoursePoint>& course) {
  Json list = Json::array();
  for (const CoursePoint& point : thinned(course, kCurvePoints))
    list.push_back({{"day", to_string(point.day)}, {"recall", rounded(point.recall)}});
  return list;
}

// Everything the screen and the JSON show.
struct ItemView {
  std::string item;
  ItemState state;
  std::vector<Event> history;   // of this item
  std::vector<Event> standing;  // those of it that count
  std::vector<CoursePoint> course;
  std::array<Outcome, 4> outcomes;
  double retention = 0;
  bool leech = false;
};

ItemView view_of(const Study& study, const std::string& item) {
  ItemView view;
  view.item = item;
  view.state = study.state(item);
  const auto events = study.store().events_of(item);
  view.history = own_history(item, events);
  view.standing = own_history(item, standing_events(events));
  const Day due = view.state.standing.phase == Phase::New ? study.today() : view.state.standing.due.day;
  view.course = recall_course(view.standing, item, study.model(), std::max({study.interview(), due, study.today()}));
  view.outcomes = study.preview(item);
  view.retention = study.policy_of(item).desired_retention;
  view.leech = view.state.lapses >= study.settings().leech_lapses;
  return view;
}

Json view_json(const Study& study, const ItemView& view) {
  const Standing& standing = view.state.standing;
  Json json = reply();
  json["item"] = view.item;
  json["state"] = to_string(standing.phase);
  json["reason"] = reason(study, view.item, view.state);
  json["due"] = standing.phase == Phase::New ? Json(nullptr) : due_json(standing.due, study.rule());
  json["stability"] = standing.memory ? rounded(study.model().days_to_90(*standing.memory)) : Json(nullptr);
  json["difficulty"] = standing.memory ? rounded(standing.memory->difficulty.level) : Json(nullptr);
  json["recall"] = rounded(recall_now(study, view.state, study.today()));
  json["recall_on_interview"] = rounded(recall_now(study, view.state, std::max(study.interview(), study.today())));
  json["retention"] = view.retention;
  json["reviews"] = view.state.reviews;
  json["lapses"] = view.state.lapses;
  json["leech"] = view.leech;
  json["suspended"] = view.state.suspended;
  const auto& buried = view.state.buried_until;
  json["buried_until"] = buried && *buried > study.today() ? day_json(buried) : Json(nullptr);
  json["outcomes"] = outcomes_json(view.outcomes, study.rule());
  json["curve"] = curve_json(view.course);
  json["history"] = history_json(view.history, view.standing, study.rule());
  return json;
}

void print_memory(std::ostream& out, const Study& study, const ItemView& view, int width, bool low) {
  const ItemState& state = view.state;
  const long stability = std::lround(study.model().days_to_90(*state.standing.memory));
  const Day day = std::max(study.interview(), study.today());
  out << fmt::format("{}  recall now       {:5.1f} %  aims at {:g} %\n", low ? "" : "\n",
                     *recall_now(study, state, study.today()) * 100, view.retention * 100)
      << fmt::format("  on the interview {:5.1f} %{}\n", *recall_now(study, state, day) * 100,
                     width < 50 ? "" : "  if no more is done");
  if (low) return;
  out << fmt::format("  falls to 90 % in {}\n", stability > 0 ? span_label_days(static_cast<int>(stability)) : "less than a day")
      << paragraph(fmt::format("difficulty {:.1f} of 10, {}, forgotten {}", state.standing.memory->difficulty.level,
                               counted(state.reviews, "answer"), counted(state.lapses, "time")),
                   width, 2);
}

void print_outcomes(std::ostream& out, const ItemView& view, int width) {
  std::string all;
  for (const Grade grade : kGrades)
    all += fmt::format("{}{} {}", all.empty() ? "" : ", ", to_string(grade),
                       outcome_label(view.outcomes[static_cast<std::size_t>(grade) - 1]));
  out << paragraph("An answer now: " + all, width);
}

// All but the history. A low screen goes without blank lines and headings.
std::string top_of(const Study& study, const ItemView& view, const Style& style, int width, bool low) {
  std::ostringstream out;
  out << style.bold(view.item) << "\n" << paragraph(reason(study, view.item, view.state), width);
  if (view.leech)
    out << style.warn(fmt::format("A leech, forgotten {}.", counted(view.state.lapses, "time"))) << "\n";
  if (view.leech && !low) out << paragraph("A clearer card, or two smaller ones, would help more than more reviews.", width);
  if (view.state.standing.memory) print_memory(out, study, view, width, low);
  if (!view.course.empty()) {
    if (!low) out << "\n" << style.accent("Recall, with no more reviews from now on") << "\n";
    for (const std::string& line : draw(chart_of(study, view.state, view.course, width), width, low ? 4 : 5))
      out << line << "\n";
  }
  if (!low) out << "\n";
  print_outcomes(out, view, width);
  return out.str();
}

// As much of the history as the screen still holds, and a little in any case.
std::size_t history_room(const World& world, const std::string& top) {
  if (!world.terminal) return kHistoryShown;
  const int beside = is_low(world) ? 2 : 4;  // what is earlier and the prompt; a blank and the heading
  const auto left = world.terminal->rows() - beside - static_cast<int>(std::ranges::count(top, '\n'));
  return static_cast<std::size_t>(std::clamp(left, 1, static_cast<int>(kHistoryShown)));
}

}  // namespace

Exit run_why(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const ItemView view = view_of(*study, need_item(*study, arguments.operands[0]));
  if (arguments.json) {
    write_json(world.out, view_json(*study, view));
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  const bool low = is_low(world);
  const std::string top = top_of(*study, view, style, width, low);
  world.out << top;
  print_history(world.out, view.standing, history_room(world, top), style, width, low);
  return Exit::Ok;
}

}  // namespace starling
