#include "plan/pack.h"

#include "plan/days.h"
#include "plan/progress.h"
#include "plan/record.h"
#include "source/source.h"
#include "story/story.h"

namespace starling {

// Found by their arguments' namespace, so these cannot stand in an unnamed one.
static constexpr Area last_of(Area) { return kAreas.back(); }
static constexpr Slot last_of(Slot) { return kSlots.back(); }
static constexpr PlanDayKind last_of(PlanDayKind) { return kPlanDayKinds.back(); }

static bool has_every_day(const Plan& plan) {
  if (plan.days.size() != static_cast<std::size_t>(plan.weeks) * kDaysOfWeek) return false;
  for (std::size_t i = 0; i < plan.days.size(); ++i)
    if (plan_day(plan.days[i].week, plan.days[i].day) != static_cast<int>(i)) return false;
  return plan.interview_day <= plan.weeks * kDaysOfWeek;
}

// What a screen asks a plan that was read for is there: days in order, weeks, phases, the metrics of gates.
static bool is_sound(const Plan& plan) {
  for (int week = 1; week <= plan.weeks; ++week)
    if (!week_of(plan, week) || !phase_of(plan, week)) return false;
  for (const Gate& gate : plan.gates)
    if (gate.evidence == "metric" && !metric_of(plan, gate)) return false;
  return has_every_day(plan);
}

template <class Archive>
static void fields(Archive& archive, Origin& o) {
  archive(o.source, o.row);
}
template <class Archive>
static void fields(Archive& archive, LevelMinutes& m) {
  archive(m.level);
  archive.within(0, kMostMinutes, m.minutes);
}
template <class Archive>
static void fields(Archive& archive, Task& t) {
  archive(t.id, t.slot, t.area, t.title, t.doing, t.done_when, t.minutes_of, t.unit, t.level, t.only, t.problems,
          t.exercise, t.links, t.decks, t.variant_of, t.scale, t.mock, t.optional, t.origin);
  archive.within(0, kMostMinutes, t.minutes);
  archive.within(1, kMostCount, t.count);
  archive.within(0, kPrincipleCount - 1, t.principles);
}
template <class Archive>
static void fields(Archive& archive, PlanDay& d) {
  archive.within(1, kMostWeeks, d.week);
  archive.within(1, kDaysOfWeek, d.day);
  archive(d.title, d.kind, d.rest, d.unlocks, d.tasks);
}
template <class Archive>
static void fields(Archive& archive, Goal& g) {
  archive(g.id, g.area, g.text, g.unit, g.origin);
  archive.within(1, kMostCount, g.count);
}
template <class Archive>
static void fields(Archive& archive, PlanWeek& w) {
  archive.within(1, kMostWeeks, w.number);
  archive(w.title, w.goals, w.origin);
}
template <class Archive>
static void fields(Archive& archive, PhaseOfPlan& p) {
  archive.within(1, kMostPhases, p.number);
  archive.within(1, kMostWeeks, p.first_week, p.last_week);
  archive(p.name, p.origin);
}
template <class Archive>
static void fields(Archive& archive, Month& m) {
  archive.within(1, kMostWeeks, m.number);
  archive(m.theme, m.goals, m.origin);
}
template <class Archive>
static void fields(Archive& archive, LevelHours& l) {
  archive(l.id, l.origin);
  archive.within(0, kMostHours, l.hours_low, l.hours_high, l.week_low, l.week_high, l.default_week);
}
template <class Archive>
static void fields(Archive& archive, Allocation& a) {
  archive(a.level, a.area, a.origin);
  archive.within(0, kMostHours, a.hours);
}
template <class Archive>
static void fields(Archive& archive, MetricTarget& t) {
  archive.within(0, kMostWeeks, t.week);
  archive(t.value);
}
template <class Archive>
static void fields(Archive& archive, Metric& m) {
  archive(m.id, m.title, m.area, m.unit, m.lower_is_better, m.targets, m.levels, m.start, m.origin);
}
template <class Archive>
static void fields(Archive& archive, TemplatePart& p) {
  archive(p.text);
  archive.within(0, kMostMinutes, p.minutes);
}
template <class Archive>
static void fields(Archive& archive, TemplateBlock& b) {
  archive(b.slot, b.start, b.area, b.text, b.parts);
  archive.within(0, kMostMinutes, b.minutes);
}
template <class Archive>
static void fields(Archive& archive, DayTemplate& t) {
  archive(t.id, t.title, t.blocks, t.origin);
  archive.within(1, kMostWeeks, t.first_week, t.last_week);
}
template <class Archive>
static void fields(Archive& archive, Gate& g) {
  archive(g.id, g.area, g.text, g.target, g.unit, g.evidence, g.at_most, g.level, g.mock, g.met_by_count, g.origin);
  archive.within(0, kMostDaysBefore, g.days_before);
  archive.within(1, kMostWeeks, g.month);
}
template <class Archive>
static void fields(Archive& archive, ChecklistItem& i) {
  archive(i.id, i.text, i.gate, i.origin);
}
template <class Archive>
static void fields(Archive& archive, Checklist& c) {
  archive(c.id, c.title, c.slot, c.area, c.items);
  archive.within(0, kMostDaysBefore, c.days_before);
  archive.within(1, kMostWeeks, c.week);
  archive.within(1, kDaysOfWeek, c.day);
  archive.within(0, kMostMinutes, c.minutes);
}
template <class Archive>
static void fields(Archive& archive, CurvePoint& c) {
  archive.within(1, kMostWeeks, c.month);
  archive(c.coding, c.design, c.behavioural, c.origin);
}
template <class Archive>
static void fields(Archive& archive, Tracker& t) {
  archive(t.id, t.title, t.fields, t.origin);
}
template <class Archive>
static void fields(Archive& archive, Advice& a) {
  archive(a.when, a.area, a.text, a.origin);
}
template <class Archive>
static void fields(Archive& archive, Reading& r) {
  archive(r.id, r.seed, r.reading);
}
template <class Archive>
static void fields(Archive& archive, Link& l) {
  archive(l.id, l.name, l.url);
}
template <class Archive>
static void fields(Archive& archive, Plan& p) {
  archive(p.id, p.title, p.licence, p.about);
  archive.within(1, kMostWeeks, p.weeks, p.fewest_weeks, p.most_weeks);
  archive(p.second_attempt);
  archive.within(1, kMostWeeks * kDaysOfWeek, p.interview_day);
  archive(p.levels, p.allocations, p.phases, p.months, p.metrics, p.templates, p.week_list, p.days, p.gates,
          p.checklists, p.curve, p.trackers, p.advice, p.readings, p.links);
  archive.within(1, kMostWeeks, p.shorter, p.longer);
}

std::string pack_plan(const Plan& plan) { return pack(plan); }

std::optional<Plan> unpack_plan(std::string_view bytes) { return unpack<Plan>(bytes); }

}  // namespace starling
