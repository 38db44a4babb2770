#include "view/calendar_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "view/words.h"

namespace starling {

namespace {

constexpr int kMinutesOnEve = 30;  // of cards, at most

constexpr SlotStarts kWeekdayStarts{std::chrono::hours(6), std::chrono::hours(12), std::chrono::hours(19)};
constexpr SlotStarts kFreeDayStarts{std::chrono::hours(9), std::chrono::hours(12), std::chrono::hours(18)};
constexpr SlotStarts kTaperStarts{std::chrono::hours(7), std::chrono::hours(12), std::chrono::hours(18)};
constexpr SlotStarts kRestStarts{std::chrono::hours(10), std::chrono::hours(12), std::chrono::hours(17)};

bool has_templates(PlanDayKind kind) { return kind == PlanDayKind::Weekday || kind == PlanDayKind::Sprint; }

std::chrono::minutes time_of(const TemplateBlock& block) {
  const auto read = parse_day_and_time("2000-01-01T" + block.start);
  return read && read->time_of_day ? *read->time_of_day : kWeekdayStarts[static_cast<std::size_t>(block.slot)];
}

const TemplateBlock* block_of(const DayTemplate& day, Slot slot) {
  const auto at = std::ranges::find(day.blocks, slot, &TemplateBlock::slot);
  return at == day.blocks.end() ? nullptr : &*at;
}

// The plan's templates, in the order in which they are asked for a week.
std::vector<const DayTemplate*> templates_for(const Plan& plan, int week) {
  std::vector<const DayTemplate*> of_week;
  std::vector<const DayTemplate*> others;
  for (const DayTemplate& each : plan.templates)
    (each.first_week <= week && week <= each.last_week ? of_week : others).push_back(&each);
  std::ranges::stable_sort(of_week, {}, [](const DayTemplate* each) { return each->last_week - each->first_week; });
  std::ranges::copy(others, std::back_inserter(of_week));
  return of_week;
}

std::string links_text(const Plan& plan, const Task& task) {
  std::string text;
  for (const std::string& id : task.links)
    if (const auto link = std::ranges::find(plan.links, id, &Link::id); link != plan.links.end())
      text += fmt::format("\n{}: {}", link->name, link->url);
  return text;
}

// What is to be done, and where that is to be found.
std::string task_text(const Standpoint& from, const Task& task) {
  std::string text = task.doing;
  if (!task.done_when.empty()) text += fmt::format("{}Done when: {}", text.empty() ? "" : "\n", task.done_when);
  return text + links_text(from.timeline.plan(), task);
}

// The same below its title, as one of several.
std::string task_part(const Standpoint& from, const Task& task) {
  return fmt::format("- {}{} ({} min)\n{}", is_open(from.progress, task) ? "" : "Done: ", task.title,
                     minutes_for(task, from.settings.level), task_text(from, task));
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "\n\n") + part;
  return text;
}

std::string uid_of(const Plan& plan, std::string_view what) { return fmt::format("{}/{}@starling", plan.id, what); }

// What a date is, whatever date it is: "w05-d2", and where the plan has no day for it how far it is behind one.
std::string day_key(const Timeline& timeline, Day date, const DatedDay& day) {
  const std::string own = fmt::format("w{:02}-d{}", day.week, day.day);
  if (!day.spare) return own;
  const auto reached = timeline.date_of(day.week, day.day);
  if (!reached || *reached > date) return fmt::format("start-spare-{}", days_between(timeline.start(), date) + 1);
  return fmt::format("{}-spare-{}", own, days_between(*reached, date));
}

PlanEvent all_day(PlanEventKind kind, std::string uid, std::string title, std::string text, Day date) {
  const bool busy = kind == PlanEventKind::Interview;
  return {kind, {std::move(uid), std::move(title), std::move(text), date, {}, {}, busy}, {}};
}

// The timed events of one date.
class Hours {
 public:
  Hours(const Standpoint& from, Day date, const DatedDay& day)
      : from_(from), plan_(from.timeline.plan()), date_(date), day_(day), starts_(slot_starts(plan_, day.week, day.kind)) {}

  std::vector<PlanEvent> events() {
    for (const Slot slot : kSlots) {
      add_slot(slot);
      if (slot == Slot::Noon) add_review();
    }
    return std::move(events_);
  }

 private:
  // The tasks in their order; those that are no mocks are one event, which stands where the first of them does.
  void add_slot(Slot slot) {
    std::vector<PlanEvent> of_slot;
    for (const Task* task : day_.tasks) {
      if (task->slot != slot) continue;
      const PlanEventKind kind = task->mock.empty() ? PlanEventKind::Slot : PlanEventKind::Mock;
      auto at = kind == PlanEventKind::Mock ? of_slot.end() : std::ranges::find(of_slot, kind, &PlanEvent::kind);
      if (at == of_slot.end()) at = of_slot.insert(at, PlanEvent{kind, {}, {}});
      at->tasks.push_back(task);
    }
    for (PlanEvent& event : of_slot) {
      int length = 0;
      for (const Task* task : event.tasks) length += minutes_for(*task, from_.settings.level);
      event.event.uid = uid_of(plan_, event.kind == PlanEventKind::Mock ? "task/" + event.tasks.front()->id
                                                                        : fmt::format("{}/{}", key(), to_string(slot)));
      event.event.title = title_of(event, slot);
      event.event.text = text_of(event);
      place(std::move(event), slot, length);
    }
  }

  void add_review() {
    const bool eve = days_between(date_, from_.timeline.interview()) == 1;
    const int wanted = static_cast<int>(std::lround(from_.settings.minutes_per_day));
    const int length = eve ? std::min(wanted, kMinutesOnEve) : wanted;
    if (length < 1) return;
    place({PlanEventKind::Review,
           {uid_of(plan_, key() + "/review"), "Cards that are due",
            fmt::format("starling review: what is due today, in {} minutes at most.", length), {}, {}, {}, true},
           {}},
          Slot::Noon, length);
  }

  void place(PlanEvent event, Slot slot, int length) {
    const std::chrono::minutes rollover = std::chrono::hours(from_.settings.rollover_hour);
    const std::chrono::minutes wanted = std::max(starts_[static_cast<std::size_t>(slot)], rollover);
    const Instant start = std::max(from_.rule.moment(date_, wanted), free_);
    free_ = start + std::chrono::minutes(length);
    event.event.date = date_;
    event.event.start = start;
    event.event.length = std::chrono::minutes(length);
    events_.push_back(std::move(event));
  }

  [[nodiscard]] std::string title_of(const PlanEvent& event, Slot slot) const {
    const bool done = std::ranges::all_of(event.tasks, [&](const Task* task) { return !is_open(from_.progress, *task); });
    const std::string title = event.tasks.size() == 1
                                  ? event.tasks.front()->title
                                  : fmt::format("{}, {}: {} tasks", day_.title, to_string(slot), event.tasks.size());
    return done ? "Done: " + title : title;
  }

  [[nodiscard]] std::string text_of(const PlanEvent& event) const {
    if (event.tasks.size() == 1) return task_text(from_, *event.tasks.front());
    std::vector<std::string> parts;
    for (const Task* task : event.tasks) parts.push_back(task_part(from_, *task));
    return joined(parts);
  }

  [[nodiscard]] std::string key() const { return day_key(from_.timeline, date_, day_); }

  const Standpoint& from_;
  const Plan& plan_;
  Day date_;
  const DatedDay& day_;
  SlotStarts starts_;
  Instant free_ = Instant::min();  // from then on nothing else is placed
  std::vector<PlanEvent> events_;
};

// On its own day, or the first after it that is no day off.
std::optional<Day> shown_on(const Standpoint& from, const Checklist& list) {
  const auto date = from.timeline.date_of(list);
  return date ? std::optional(first_day_on(from.settings, *date, from.timeline.interview())) : std::nullopt;
}

PlanEvent list_event(const Standpoint& from, const Checklist& list, Day date) {
  std::string text;
  for (const ChecklistItem& item : list.items)
    text += fmt::format("{}[{}] {}", text.empty() ? "" : "\n", done_of(from.progress, item.id) >= 1 ? "x" : " ", item.text);
  return all_day(PlanEventKind::List, uid_of(from.timeline.plan(), "list/" + list.id), "Checklist: " + list.title, text, date);
}

PlanEvent interview_event(const Standpoint& from, const DatedDay* day) {
  std::vector<std::string> parts;
  PlanEvent event = all_day(PlanEventKind::Interview, uid_of(from.timeline.plan(), "interview"),
                            "Interview: Amazon " + from.settings.level, "", from.timeline.interview());
  if (day) event.tasks = day->tasks;
  for (const Task* task : event.tasks) parts.push_back(fmt::format("- {}\n{}", task->title, task_text(from, *task)));
  event.event.text = joined(parts);
  return event;
}

void add_date(CalendarView& view, const Standpoint& from, Day date) {
  const auto day = from.timeline.day_on(date);
  const bool interview = date == from.timeline.interview();
  if (interview) view.events.push_back(interview_event(from, day ? &*day : nullptr));
  for (const Checklist& list : view.plan->checklists)
    if (shown_on(from, list) == date) view.events.push_back(list_event(from, list, date));
  if (interview || !day || is_day_off(from.settings, date)) return;
  std::ranges::move(Hours(from, date, *day).events(), std::back_inserter(view.events));
}

}  // namespace

std::string_view to_string(PlanEventKind kind) {
  switch (kind) {
    case PlanEventKind::Slot: return "slot";
    case PlanEventKind::Mock: return "mock";
    case PlanEventKind::Review: return "review";
    case PlanEventKind::List: return "list";
    case PlanEventKind::Interview: return "interview";
  }
  return "";
}

SlotStarts slot_starts(const Plan& plan, int week, PlanDayKind kind) {
  if (kind == PlanDayKind::Taper) return kTaperStarts;
  if (kind == PlanDayKind::Rest) return kRestStarts;
  if (!has_templates(kind)) return kFreeDayStarts;
  SlotStarts starts = kWeekdayStarts;
  const std::vector<const DayTemplate*> templates = templates_for(plan, week);
  for (const Slot slot : kSlots) {
    const auto at = std::ranges::find_if(templates, [&](const DayTemplate* each) { return block_of(*each, slot) != nullptr; });
    if (at != templates.end()) starts[static_cast<std::size_t>(slot)] = time_of(*block_of(**at, slot));
  }
  return starts;
}

CalendarView calendar_view(const Standpoint& from, const DaySpan& span) {
  CalendarView view{&from.timeline.plan(), span.first, span.last, {}};
  for (Day date = span.first; date <= span.last; date += std::chrono::days(1)) add_date(view, from, date);
  for (PlanEvent& each : view.events) {
    each.event.title = calendar_text(each.event.title);
    each.event.text = calendar_text(each.event.text);
  }
  return view;
}

EventCalendar event_calendar(const CalendarView& view, int sequence, Instant made) {
  EventCalendar calendar{"Starling: " + view.plan->title, {}, sequence, made, {}};
  for (const PlanEvent& each : view.events) calendar.events.push_back(each.event);
  return calendar;
}

}  // namespace starling
