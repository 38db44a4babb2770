#include "cli/screen/week.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "text/text.h"

namespace starling {

namespace {

std::string phase_line(const PhaseOfPlan& phase, const Style& style) {
  return style.accent(fmt::format("Phase {}: {}, weeks {} to {}", phase.number, phase.name, phase.first_week,
                                  phase.last_week)) +
         "\n";
}

std::string goal_lines(const PlanWeek& week, int width) {
  std::string text;
  for (const Goal& goal : week.goals) text += hanging("  - ", goal.text, width);
  return text;
}

// "06:00  Coding practice, 1 h: one easy problem 15 min, …"
std::string shape_lines(const DayTemplate& shape, const Style& style, int width) {
  std::string text = "\n" + style.accent(fmt::format("Shape of a day: {}", shape.title)) + "\n";
  for (const TemplateBlock& block : shape.blocks) {
    std::vector<std::string> parts;
    for (const TemplatePart& part : block.parts) parts.push_back(fmt::format("{} {}", part.text, duration(part.minutes)));
    const std::string said = fmt::format("{}, {}{}{}", block.text, duration(block.minutes), parts.empty() ? "" : ": ", fmt::join(parts, ", "));
    text += hanging(fmt::format("  {}  ", block.start), said, width);
  }
  return text;
}

std::string day_lines(const PlanDayView& day, const Style& style, int width) {
  int total = 0;
  for (const TaskView& each : day.tasks) total += each.minutes;
  const std::string name = fmt::format("{} · {}", day.date ? short_date(*day.date) : "Left out", day.title);
  const std::string right = day.rest && day.tasks.empty() ? "rest" : (day.when == PlanDayView::When::Past ? "past, " : "") + duration(total);
  const std::string left = (day.when == PlanDayView::When::Today ? "> " : "") + name;
  const std::string head = at_both_ends(shorten(left, std::max(20, width - display_width(right) - 2)), right, width);
  std::string text = "\n" + (day.when == PlanDayView::When::Past ? style.dim(head) : style.accent(head)) + "\n";
  for (const TaskView& each : day.tasks) {
    const std::string note = duration(each.minutes);
    const int room = width - 4 - display_width(note) - 2;
    text += "  - " + padded(shorten(each.task->title, room), room) + "  " + style.dim(note) + "\n";
  }
  return text;
}

}  // namespace

std::string plan_screen(std::span<const PlanRow> rows, const Style& style, int width) {
  std::string text;
  const PhaseOfPlan* phase = nullptr;
  for (const PlanRow& row : rows) {
    if (row.phase && row.phase != phase) {
      phase = row.phase;
      text += (text.empty() ? "" : "\n") + phase_line(*phase, style);
    }
    const std::string right = fmt::format("{:4.1f} h", row.minutes / 60.0);
    const std::string left = fmt::format("{} {:2}  {:10}  ", row.current ? ">" : " ", row.number,
                                         row.starts ? short_date(*row.starts) : "left out");
    const int room = width - display_width(left) - display_width(right) - 2;
    const std::string line = left + padded(shorten(row.title, room), room) + "  " + right;
    text += (row.current ? style.bold(line) : line) + "\n";
  }
  return text;
}

std::string plan_week_screen(const PlanWeekView& view, const Style& style, int width) {
  std::string text = style.bold(paragraph(fmt::format("Week {}: {}", view.number, view.week->title), width)) +
                     style.dim(paragraph(fmt::format("{} · month {}: {}", view.phase, view.month, view.theme), width));
  if (!view.week->goals.empty()) text += "\n" + style.accent("Goals") + "\n" + goal_lines(*view.week, width);
  for (const DayTemplate* shape : view.shapes) text += shape_lines(*shape, style, width);
  for (const PlanDayView& day : view.days) text += day_lines(day, style, width);
  return text;
}

}  // namespace starling
