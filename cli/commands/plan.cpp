// `plan` and `week`: the 24 weeks, one week day by day, and how a week goes.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "text/text.h"

namespace starling {

namespace {

Day week_start(const Study& study, int week) { return date_of(study.start(), week, 1); }

Json goals_json(const PlanWeek& week) {
  Json goals = Json::array();
  for (const Goal& goal : week.goals) {
    Json json{{"id", goal.id}, {"area", to_string(goal.area)}, {"text", goal.text}, {"source", goal.origin.source}};
    if (goal.count) json["count"] = *goal.count;
    if (!goal.unit.empty()) json["unit"] = goal.unit;
    goals.push_back(std::move(json));
  }
  return goals;
}

Json area_json(const std::array<int, 4>& minutes) {
  Json json = Json::object();
  for (const Area area : kAreas) json[std::string(to_string(area))] = minutes[static_cast<std::size_t>(area)];
  return json;
}

Json week_json(const Study& study, int number) {
  const Plan& plan = study.plan();
  const PlanWeek* week = week_of(plan, number);
  const PhaseOfPlan* phase = phase_of(plan, number);
  const Month* month = month_entry(plan, month_of(number));
  Json days = Json::array();
  for (int day = 1; day <= 7; ++day) {
    const PlanDay* entry = day_of(plan, number, day);
    Json tasks = Json::array();
    for (const Task& task : entry->tasks) {
      Json json = task_json(task);
      json["slot"] = to_string(task.slot);
      tasks.push_back(std::move(json));
    }
    days.push_back({{"day", day},
                    {"date", to_string(date_of(study.start(), number, day))},
                    {"title", entry->title},
                    {"rest", entry->rest},
                    {"unlocks", entry->unlocks},
                    {"tasks", std::move(tasks)}});
  }
  return {{"week", number},
          {"starts", to_string(week_start(study, number))},
          {"phase", phase ? phase->name : ""},
          {"month", month_of(number)},
          {"theme", month ? month->theme : ""},
          {"title", week->title},
          {"goals", goals_json(*week)},
          {"days", std::move(days)},
          {"minutes", area_json(area_minutes(plan, number))}};
}

int week_operand(const Arguments& arguments, const Plan& plan, int otherwise) {
  return arguments.operands.empty() ? otherwise : whole_number("the week", arguments.operands[0], 1, plan.weeks);
}

void print_weeks(std::ostream& out, const Study& study, const Style& style, int width) {
  const Plan& plan = study.plan();
  const Position now = study.position();
  std::string phase;
  for (int number = 1; number <= plan.weeks; ++number) {
    const PhaseOfPlan* of_week = phase_of(plan, number);
    if (of_week && of_week->name != phase) {
      phase = of_week->name;
      out << (number == 1 ? "" : "\n")
          << style.accent(fmt::format("Phase {}: {}, weeks {} to {}", of_week->number, phase, of_week->first_week,
                                      of_week->last_week))
          << "\n";
    }
    const bool current = number == now.week && !now.before && !now.after;
    const auto minutes = area_minutes(plan, number);
    const std::string right = fmt::format("{:4.1f} h", (minutes[0] + minutes[1] + minutes[2] + minutes[3]) / 60.0);
    const std::string left = fmt::format("{} {:2}  {:10}  ", current ? ">" : " ", number,
                                         short_date(week_start(study, number)));
    const int room = width - display_width(left) - display_width(right) - 2;
    const std::string row = left + padded(shorten(week_of(plan, number)->title, room), room) + "  " + right;
    out << (current ? style.bold(row) : row) << "\n";
  }
}

void print_week(std::ostream& out, const Study& study, int number, const Style& style, int width) {
  const Plan& plan = study.plan();
  const PlanWeek* week = week_of(plan, number);
  const Month* month = month_entry(plan, month_of(number));
  out << style.bold(paragraph(fmt::format("Week {}: {}", number, week->title), width));
  out << style.dim(paragraph(fmt::format("{} · month {}: {}", phase_of(plan, number)->name, month_of(number),
                                         month ? month->theme : ""),
                             width));
  if (!week->goals.empty()) out << "\n" << style.accent("Goals") << "\n";
  for (const Goal& goal : week->goals) out << hanging("  - ", goal.text, width);
  for (int day = 1; day <= 7; ++day) {
    const PlanDay* entry = day_of(plan, number, day);
    int total = 0;
    for (const Task& task : entry->tasks) total += task.minutes;
    const std::string name = fmt::format("{} · {}", short_date(date_of(study.start(), number, day)), entry->title);
    const std::string right = entry->rest ? "rest" : duration(total);
    out << "\n"
        << style.accent(at_both_ends(shorten(name, std::max(20, width - display_width(right) - 2)), right, width)) << "\n";
    for (const Task& task : entry->tasks) {
      const std::string note = duration(task.minutes);
      const int room = width - 4 - display_width(note) - 2;
      out << "  - " << padded(shorten(task.title, room), room) << "  " << style.dim(note) << "\n";
    }
  }
}

// What was done in a week, beside what was planned.
struct WeekView {
  int number = 1;
  Day first{};
  Day last{};
  Done done;
  std::array<int, 4> planned{};
};

WeekView view_of(const Study& study, int number) {
  WeekView view;
  view.number = number;
  view.first = week_start(study, number);
  view.last = view.first + std::chrono::days(6);
  const auto events = standing_events(study.store().events());
  view.done = done_between(events, view.first, view.last);
  view.planned = area_minutes(study.plan(), number);
  return view;
}

Json week_report_json(const Study& study, const WeekView& view) {
  Json json = reply();
  const Done& done = view.done;
  json["week"] = view.number;
  json["starts"] = to_string(view.first);
  json["ends"] = to_string(view.last);
  json["title"] = week_of(study.plan(), view.number)->title;
  json["goals"] = goals_json(*week_of(study.plan(), view.number));
  json["planned_minutes"] = area_json(view.planned);
  json["hours_per_week"] = hours_per_week(study.settings());
  json["done"] = {{"reviews", done.reviews},
                  {"new", done.new_items},
                  {"tellings", done.tellings},
                  {"minutes", rounded(std::chrono::duration<double>(done.time).count() / 60, 1)}};
  json["metrics"] = Json::array();
  for (const Metric& metric : study.plan().metrics)
    if (const auto target = target_in_week(metric, view.number))
      json["metrics"].push_back({{"id", metric.id}, {"title", metric.title}, {"unit", metric.unit}, {"target", *target}});
  return json;
}

void print_week_report(std::ostream& out, const Study& study, const WeekView& view, const Style& style, int width) {
  const PlanWeek* week = week_of(study.plan(), view.number);
  out << style.bold(paragraph(fmt::format("Week {}: {}", view.number, week->title), width));
  out << style.dim(fmt::format("{} to {}", short_date(view.first), long_date(view.last))) << "\n\n";
  out << style.accent("Goals") << "\n";
  for (const Goal& goal : week->goals) out << hanging("  - ", goal.text, width);
  out << "\n" << style.accent("Planned") << "\n";
  int total = 0;
  for (const Area area : kAreas) {
    const int minutes = view.planned[static_cast<std::size_t>(area)];
    total += minutes;
    out << fmt::format("  {:11} {:>8}\n", to_string(area), duration(minutes));
  }
  out << fmt::format("  {:11} {:>8} of {:g} h a week\n", "together", duration(total), hours_per_week(study.settings()));
  if (total > hours_per_week(study.settings()) * 60 * 1.1)
    out << style.dim(paragraph("More than the hours a week in the settings: full mock loops and the sprint are counted "
                               "at their real length.",
                               width, 2));
  const Done& done = view.done;
  out << "\n" << style.accent("Done") << "\n"
      << fmt::format("  {}, {} of them new, {}\n", counted(done.reviews, "review"), done.new_items,
                     counted(done.tellings, "telling"))
      << fmt::format("  {} of recall\n", duration(std::chrono::duration<double>(done.time).count() / 60));
}

}  // namespace

Exit run_plan(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const int only = week_operand(arguments, study->plan(), 0);
  if (arguments.json) {
    Json json = reply();
    json["plan"] = study->plan().id;
    json["weeks"] = Json::array();
    for (int number = 1; number <= study->plan().weeks; ++number)
      if (only == 0 || only == number) json["weeks"].push_back(week_json(*study, number));
    write_json(world.out, json);
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  if (only == 0)
    print_weeks(world.out, *study, style, width);
  else
    print_week(world.out, *study, only, style, width);
  return Exit::Ok;
}

Exit run_week(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const WeekView view = view_of(*study, week_operand(arguments, study->plan(), study->position().week));
  if (arguments.json)
    write_json(world.out, week_report_json(*study, view));
  else
    print_week_report(world.out, *study, view, Style(world.colour), text_width(world));
  return Exit::Ok;
}

}  // namespace starling
