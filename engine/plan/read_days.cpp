#include "plan/read_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "plan/words.h"
#include "story/story.h"
#include "text/text.h"

namespace starling {

namespace {

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
    day.unlocks = fields.texts("unlocks");
    check_unlocks(fields, day);
    for (const TomlTable* table : fields.tables("tasks")) day.tasks.push_back(read_task(*table, day));
    return day;
  }

 private:
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
    task.minutes = static_cast<int>(fields.need_integer("minutes", 1, kMostMinutes));
    const Amount amount = read_amount(fields);
    task.count = amount.count;
    task.unit = amount.unit;
    task.level = read_levels(fields);
    task.principles = read_principles(fields);
    task.exercise = read_exercise(fields);
    task.variant_of = read_variant(fields);
    task.scale = fields.text("scale").value_or("");
    task.mock = fields.word("mock", kMocks).value_or("");
    task.optional = fields.flag("optional").value_or(false);
    task.origin = need_origin(fields);
    fields.finish();
    earlier_.insert(task.id);
    return task;
  }

  std::vector<std::string> read_levels(Fields& fields) const {
    std::vector<std::string> known;
    for (const LevelHours& level : reading_.plan.levels) known.push_back(level.id);
    std::vector<std::string> levels = fields.texts("level");
    for (const std::string& level : levels)
      if (std::find(known.begin(), known.end(), level) == known.end())
        fields.problem("level", "unknown-word", fmt::format("'{}' is no level of this plan", level));
    return levels;
  }

  static std::vector<std::size_t> read_principles(Fields& fields) {
    std::vector<std::size_t> result;
    for (const std::string& word : fields.texts("principles")) {
      const auto principle = find_principle(word);
      if (!principle) {
        const auto near = nearest(word, principle_ids());
        fields.problem("principles", "unknown-principle",
                       near ? fmt::format("'{}' is no leadership principle; did you mean '{}'?", word, *near)
                            : fmt::format("'{}' is no leadership principle", word));
      } else if (std::find(result.begin(), result.end(), *principle) != result.end()) {
        fields.problem("principles", "duplicate-id", fmt::format("principle '{}' is named twice", word));
      } else {
        result.push_back(*principle);
      }
    }
    return result;
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
