#include "plan/read_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "plan/words.h"
#include "story/story.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kFirstOfWeekend = 6;

class DayReader {
 public:
  explicit DayReader(PlanReading& reading) : reading_(reading) {}

  PlanDay read(Fields& fields) {
    PlanDay day;
    day.week = static_cast<int>(fields.need_integer("week", 1, reading_.plan.weeks));
    day.day = static_cast<int>(fields.need_integer("day", 1, kDaysOfWeek));
    if (day.week > 0 && day.day > 0) fields.name(fmt::format("week {}, day {}", day.week, day.day), "");
    day.title = fields.need_text("title");
    day.rest = fields.flag("rest").value_or(false);
    day.kind = read_enum(fields, "kind", kPlanDayKinds).value_or(usual_kind(day));
    day.unlocks = fields.texts("unlocks");
    check_unlocks(fields, day);
    for (const TomlTable* table : fields.tables("tasks")) day.tasks.push_back(read_task(*table, day));
    return day;
  }

 private:
  static PlanDayKind usual_kind(const PlanDay& day) {
    if (day.rest) return PlanDayKind::Rest;
    return day.day >= kFirstOfWeekend ? PlanDayKind::Weekend : PlanDayKind::Weekday;
  }

  static void check_unlocks(Fields& fields, const PlanDay& day) {
    std::set<std::string> seen;
    for (const std::string& deck : day.unlocks) {
      if (!is_kebab(deck) || is_reserved_deck(deck)) fields.problem("unlocks", "bad-id", fmt::format("'{}' is no deck id", deck));
      if (!seen.insert(deck).second)
        fields.problem("unlocks", "duplicate-id", fmt::format("deck '{}' unlocks twice on this day", deck));
    }
    if (day.rest && !day.unlocks.empty())
      fields.problem("unlocks", "rest-day", "a rest day has no new cards; unlock the deck on another day");
  }

  Task read_task(const TomlTable& table, const PlanDay& day) {
    const bool placed = day.week > 0 && day.day > 0;
    Fields fields(table, reading_.findings,
                  placed ? fmt::format("a task of week {}, day {}", day.week, day.day) : "a task");
    Task task;
    task.id = need_id(fields, "task", placed ? fmt::format("w{:02}-d{}-", day.week, day.day) : "",
                      reading_.tickable);
    task.slot = need_enum(fields, "slot", kSlots);
    task.area = need_enum(fields, "area", kAreas);
    task.title = fields.need_text("title");
    if (display_width(task.title) > kTitleColumns)
      fields.problem("title", "too-long", fmt::format("a title takes at most {} columns", kTitleColumns));
    task.doing = fields.text("do").value_or("");
    task.done_when = fields.text("done_when").value_or("");
    task.minutes = static_cast<int>(fields.need_integer("minutes", 1, kMostMinutes));
    task.minutes_of = read_minutes_of(fields);
    const Amount amount = read_amount(fields);
    task.count = amount.count;
    task.unit = amount.unit;
    task.level = read_levels(fields, "level", reading_.plan);
    task.only = read_only(fields);
    task.principles = read_principles(fields, "principles");
    task.problems = read_problems(fields);
    count_problems(fields, task);
    task.exercise = read_exercise(fields);
    task.links = read_links_of(fields);
    task.decks = read_decks(fields);
    task.variant_of = read_variant(fields);
    task.scale = fields.text("scale").value_or("");
    task.mock = fields.word("mock", kMocks).value_or("");
    task.optional = fields.flag("optional").value_or(false);
    task.origin = need_origin(fields);
    fields.finish();
    earlier_.insert(task.id);
    return task;
  }

  // Minutes of levels that need others than the task says.
  std::vector<LevelMinutes> read_minutes_of(Fields& fields) const {
    std::vector<LevelMinutes> result;
    const TomlTable* table = fields.table("minutes_of");
    if (!table) return result;
    Fields of(*table, reading_.findings, "minutes_of");
    for (const LevelHours& level : reading_.plan.levels)
      if (const auto minutes = of.integer(level.id, 1, kMostMinutes))
        result.push_back({level.id, static_cast<int>(*minutes)});
    of.finish();
    return result;
  }

  std::string read_only(Fields& fields) const {
    const std::vector<std::string> levels = read_levels(fields, "only", reading_.plan);
    if (levels.size() > 1) fields.problem("only", "wrong-type", "only names one level; without it a task is for both");
    return levels.empty() ? "" : levels.front();
  }

  // Ids of problems, none of which an earlier task has.
  std::vector<std::string> read_problems(Fields& fields) {
    std::vector<std::string> ids = fields.texts("problems");
    for (const std::string& id : ids) {
      if (!is_kebab(id)) fields.problem("problems", "bad-id", fmt::format("'{}' is no problem id", id));
      else if (!problems_.insert(id).second)
        fields.problem("problems", "duplicate-id", fmt::format("problem '{}' is planned twice", id));
    }
    return ids;
  }

  std::vector<std::string> read_links_of(Fields& fields) const {
    std::vector<std::string> ids = fields.texts("links");
    for (const std::string& id : ids)
      if (std::ranges::find(reading_.plan.links, id, &Link::id) == reading_.plan.links.end())
        fields.problem("links", "unknown-link", fmt::format("no [[link]] is called '{}'", id));
    return ids;
  }

  static std::vector<std::string> read_decks(Fields& fields) {
    std::vector<std::string> ids = fields.texts("decks");
    for (const std::string& id : ids)
      if (!is_kebab(id) || is_reserved_deck(id)) fields.problem("decks", "bad-id", fmt::format("'{}' is no deck id", id));
    return ids;
  }

  static std::string read_exercise(Fields& fields) {
    std::string id = fields.text("exercise").value_or("");
    if (!id.empty() && !is_kebab(id))
      fields.problem("exercise", "bad-id", fmt::format("'{}' is no exercise id", id));
    return id;
  }

  std::string read_variant(Fields& fields) const {
    std::string id = fields.text("variant_of").value_or("");
    if (!id.empty() && !earlier_.contains(id))
      fields.problem("variant_of", "unknown-task", fmt::format("no task before this one is called '{}'", id));
    return id;
  }

  PlanReading& reading_;
  std::set<std::string> earlier_;  // ids of the tasks read so far
  std::set<std::string> problems_;  // that they name
};

}  // namespace

void read_days(Fields& root, PlanReading& reading) {
  InOrder order(reading.plan.weeks * kDaysOfWeek, [](int n) {
    const WeekAndDay at = week_and_day(n - 1);
    return fmt::format("week {}, day {}", at.week, at.day);
  });
  DayReader reader(reading);
  for (const TomlTable* table : root.tables("day")) {
    Fields fields(*table, reading.findings, "a day");
    PlanDay day = reader.read(fields);
    const bool placed = day.week > 0 && day.day > 0;
    order.see(fields, "day", placed ? plan_day(day.week, day.day) + 1 : 0);
    fields.finish();
    reading.plan.days.push_back(std::move(day));
  }
  order.finish(root, "day");
}

}  // namespace starling
