#include "source/source.h"

#include <algorithm>

#include "plan/record.h"

namespace starling {

// Found by their arguments' namespace, so these cannot stand in an unnamed one.
template <class Archive>
static void fields(Archive& archive, Origin& o) {
  archive(o.source, o.row);
}
template <class Archive>
static void fields(Archive& archive, Task& t) {
  archive(t.id, t.slot, t.area, t.title, t.minutes, t.count, t.unit, t.level, t.principles, t.exercise,
          t.variant_of, t.scale, t.mock, t.optional, t.origin);
}
template <class Archive>
static void fields(Archive& archive, PlanDay& d) {
  archive(d.week, d.day, d.title, d.rest, d.unlocks, d.tasks);
}
template <class Archive>
static void fields(Archive& archive, Goal& g) {
  archive(g.id, g.area, g.text, g.count, g.unit, g.origin);
}
template <class Archive>
static void fields(Archive& archive, PlanWeek& w) {
  archive(w.number, w.title, w.goals, w.origin);
}
template <class Archive>
static void fields(Archive& archive, PhaseOfPlan& p) {
  archive(p.number, p.name, p.first_week, p.last_week, p.origin);
}
template <class Archive>
static void fields(Archive& archive, Month& m) {
  archive(m.number, m.theme, m.goals, m.origin);
}
template <class Archive>
static void fields(Archive& archive, LevelHours& l) {
  archive(l.id, l.hours_low, l.hours_high, l.week_low, l.week_high, l.default_week, l.origin);
}
template <class Archive>
static void fields(Archive& archive, Allocation& a) {
  archive(a.level, a.area, a.hours, a.origin);
}
template <class Archive>
static void fields(Archive& archive, MetricTarget& t) {
  archive(t.week, t.value);
}
template <class Archive>
static void fields(Archive& archive, Metric& m) {
  archive(m.id, m.title, m.area, m.unit, m.lower_is_better, m.targets, m.levels, m.start, m.origin);
}
template <class Archive>
static void fields(Archive& archive, TemplatePart& p) {
  archive(p.text, p.minutes);
}
template <class Archive>
static void fields(Archive& archive, TemplateBlock& b) {
  archive(b.slot, b.start, b.minutes, b.area, b.text, b.parts);
}
template <class Archive>
static void fields(Archive& archive, DayTemplate& t) {
  archive(t.id, t.title, t.first_week, t.last_week, t.blocks, t.origin);
}
template <class Archive>
static void fields(Archive& archive, Gate& g) {
  archive(g.id, g.month, g.area, g.text, g.target, g.unit, g.evidence, g.at_most, g.origin);
}
template <class Archive>
static void fields(Archive& archive, ChecklistItem& i) {
  archive(i.id, i.text, i.origin);
}
template <class Archive>
static void fields(Archive& archive, Checklist& c) {
  archive(c.id, c.title, c.days_before, c.week, c.day, c.slot, c.area, c.minutes, c.items);
}
template <class Archive>
static void fields(Archive& archive, CurvePoint& c) {
  archive(c.month, c.coding, c.design, c.behavioural, c.origin);
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
static void fields(Archive& archive, Plan& p) {
  archive(p.id, p.title, p.licence, p.weeks, p.interview_day, p.levels, p.allocations, p.phases, p.months,
          p.metrics, p.templates, p.week_list, p.days, p.gates, p.checklists, p.curve, p.trackers, p.advice,
          p.readings);
}

namespace {

// Damaged bytes may still have the right length. What others use as a position must be one.
class Soundness {
 public:
  template <class... Ts>
  void operator()(Ts&... values) {
    (see(values), ...);
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  template <class T>
  void see(T& value) {
    if constexpr (std::is_class_v<T>) fields(*this, value);
  }
  template <class T>
  void see(std::vector<T>& list) {
    for (T& value : list) see(value);
  }
  template <class T>
  void see(std::optional<T>& value) {
    if (value) see(*value);
  }
  void see(std::string&) {}
  void see(Area& area) { good_ = good_ && std::find(kAreas.begin(), kAreas.end(), area) != kAreas.end(); }
  void see(Slot& slot) { good_ = good_ && std::find(kSlots.begin(), kSlots.end(), slot) != kSlots.end(); }
  void see(std::size_t& principle) { good_ = good_ && principle < kPrincipleCount; }

  bool good_ = true;
};

bool is_sound(Plan& plan) {
  if (plan.weeks < 1 || plan.days.size() != static_cast<std::size_t>(plan.weeks) * kDaysOfWeek) return false;
  Soundness soundness;
  soundness(plan);
  return soundness.good();
}

}  // namespace

std::string pack_plan(const Plan& plan) { return pack(plan); }

std::optional<Plan> unpack_plan(std::string_view bytes) {
  auto plan = unpack<Plan>(bytes);
  if (plan && !is_sound(*plan)) return std::nullopt;
  return plan;
}

}  // namespace starling
