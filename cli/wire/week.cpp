#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

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

Json shape_json(const DayTemplate& shape) {
  Json blocks = Json::array();
  for (const TemplateBlock& block : shape.blocks) {
    Json parts = Json::array();
    for (const TemplatePart& part : block.parts) parts.push_back({{"text", part.text}, {"minutes", part.minutes}});
    blocks.push_back({{"slot", to_string(block.slot)}, {"start", block.start}, {"minutes", block.minutes}, {"text", block.text},
                      {"parts", std::move(parts)}});
  }
  return {{"id", shape.id}, {"title", shape.title}, {"blocks", std::move(blocks)}};
}

Json tasks_json(const PlanDayView& day) {
  Json tasks = Json::array();
  for (const TaskView& each : day.tasks) {
    Json json = task_json(each);
    json["slot"] = to_string(each.task->slot);
    tasks.push_back(std::move(json));
  }
  return tasks;
}

// Who goes by the number or the date of a day finds each once: what has no date is apart.
Json week_json(const PlanWeekView& view) {
  Json days = Json::array();
  Json left_out = Json::array();
  for (const PlanDayView& day : view.days) {
    if (day.date)
      days.push_back({{"day", day.day},
                      {"date", day_json(day.date)},
                      {"title", day.title},
                      {"rest", day.rest},
                      {"unlocks", day.unlocks},
                      {"tasks", tasks_json(day)}});
    else if (!day.tasks.empty())
      left_out.push_back({{"day", day.day}, {"title", day.title}, {"tasks", tasks_json(day)}});
  }
  Json shapes = Json::array();
  for (const DayTemplate* shape : view.shapes) shapes.push_back(shape_json(*shape));
  return {{"week", view.number},
          {"starts", day_json(view.starts)},
          {"phase", view.phase},
          {"month", view.month},
          {"theme", view.theme},
          {"title", view.week->title},
          {"goals", goals_json(*view.week)},
          {"days", std::move(days)},
          {"left_out", std::move(left_out)},
          {"minutes", area_json(view.minutes)},
          {"shapes", std::move(shapes)}};
}

}  // namespace

std::string plan_json(const std::string& plan, std::span<const PlanWeekView> weeks) {
  Json json = reply();
  json["plan"] = plan;
  json["weeks"] = Json::array();
  for (const PlanWeekView& week : weeks) json["weeks"].push_back(week_json(week));
  return line_of(json);
}

std::string to_json(const BeginningView& view) {
  Json json = reply();
  json["home"] = view.home;
  json["made"] = view.made;
  json["level"] = view.level;
  json["plan"] = view.plan;
  json["start"] = to_string(view.start);
  json["interview"] = to_string(view.interview);
  json["interview_by_plan"] = view.interview_by_plan;
  json["hours_per_week"] = view.hours_per_week;
  json["warnings"] = view.warnings;
  return line_of(json);
}

std::string to_json(const PlansView& view) {
  Json json = reply();
  json["level"] = view.level;
  json["weeks"] = view.weeks ? Json(*view.weeks) : Json(nullptr);
  json["plans"] = Json::array();
  for (const PlanOnOffer& each : view.plans) {
    const PlanSummary& plan = each.plan;
    Json levels = Json::array();
    for (const HoursOfLevel& of : plan.levels) levels.push_back({{"level", of.level}, {"hours", of.hours}});
    json["plans"].push_back({{"id", plan.id},
                             {"title", plan.title},
                             {"about", plan.about},
                             {"weeks", plan.weeks},
                             {"fewest_weeks", plan.fewest_weeks ? Json(*plan.fewest_weeks) : Json(nullptr)},
                             {"most_weeks", plan.most_weeks ? Json(*plan.most_weeks) : Json(nullptr)},
                             {"levels", std::move(levels)},
                             {"own", each.own},
                             {"followed", each.followed},
                             {"fits", each.fits}});
  }
  return line_of(json);
}

std::string to_json(const WeekReport& report) {
  Json json = reply();
  json["week"] = report.number;
  json["starts"] = report.left_out ? Json() : day_json(report.first);
  json["ends"] = report.left_out ? Json() : day_json(report.last);
  json["title"] = report.week->title;
  json["goals"] = goals_json(*report.week);
  json["planned_minutes"] = area_json(report.planned);
  json["hours_per_week"] = report.hours_per_week;
  json["level"] = report.level ? Json{{"id", report.level->id},
                                      {"hours", {report.level->hours_low, report.level->hours_high}},
                                      {"hours_per_week", {report.level->week_low, report.level->week_high}}}
                               : Json();
  json["done"] = did_json(report.done);
  json["tasks"] = {{"done", report.tasks_done}, {"planned", report.tasks}};
  json["metrics"] = Json::array();
  for (const auto& [metric, target] : report.metrics)
    json["metrics"].push_back({{"id", metric->id}, {"title", metric->title}, {"unit", metric->unit}, {"target", target}});
  json["breaks"] = spans_json(report.breaks);
  Json practised = practised_json(report.problems, report.designs, report.stories, report.mocks);
  practised["problems"]["target"] = report.problems_target;
  practised["designs"]["target"] = report.designs_target;
  practised["mocks"]["target"] = report.mocks_target;
  json["practised"] = std::move(practised);
  json["own_goals"] = report.own_goals;
  json["next_goals"] = report.next_goals;
  json["minutes"] = time_json(report.time);
  json["minutes_so_far"] = time_json(report.time_so_far);
  json["allocated_so_far"] = Json::object();
  for (const Area area : kAreas)
    json["allocated_so_far"][std::string(to_string(area))] = rounded(report.allocated_so_far[static_cast<std::size_t>(area)], 1);
  json["advice"] = Json::array();
  for (const AdviceGiven& advice : report.advice)
    json["advice"].push_back({{"when", advice.when}, {"because", advice.because}, {"advice", advice_json(advice.list)}});
  return line_of(json);
}

}  // namespace starling
