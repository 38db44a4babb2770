#include "cli/screen/plan_changes.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/screen.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kKindColumns = 9;  // "Dropped  "

std::string change_words(const PlanChangeView& view) {
  if (view.kind == "resumed") return fmt::format("week {}, from {} on", view.week, long_date(view.on.value()));
  if (view.kind == "allocation")
    return fmt::format("{} h of {} for {}, where the plan gives {} h", view.hours, to_string(view.area.value()), view.level, view.plan_hours);
  const std::string what = fmt::format("{} ({}, {})", view.title, view.task, duration(view.minutes));
  if (view.kind == "dropped") return what;
  return fmt::format("{}: {}", view.on ? short_date(*view.on) : "no date", what);
}

std::string_view change_heading(std::string_view kind) {
  return kind == "dropped" ? "Dropped" : kind == "moved" ? "Moved" : kind == "added" ? "Added" : kind == "resumed" ? "Resumed" : "Hours";
}

}  // namespace

std::string room_sentence(const DayRoom& room) {
  const std::string date = short_date(room.date);
  if (room.planned == 0) return fmt::format("{} has no tasks.", date);
  if (room.off) return fmt::format("{} is a day off and has {} of tasks.", date, duration(room.planned));
  std::string text = fmt::format("{} has {} of {}", date, duration(room.planned), duration(room.available));
  if (room.planned > room.available) text += fmt::format(": {} more than there is room for", duration(room.planned - room.available));
  return text + ".";
}

std::string plan_changes_screen(std::span<const PlanChangeView> views, int width) {
  if (views.empty()) return paragraph("The plan is as it was shipped. Change it: starling plan add, move or drop", width);
  std::string text;
  std::string_view last;
  for (const PlanChangeView& view : views) {
    const std::string_view heading = change_heading(view.kind);
    text += hanging(padded(heading == last ? "" : heading, kKindColumns), change_words(view), width);
    last = heading;
  }
  const auto is_of_task = [](const PlanChangeView& view) { return !view.task.empty(); };
  if (std::ranges::any_of(views, is_of_task)) text += paragraph("Take one back: starling plan keep TASK", width);
  if (!std::ranges::all_of(views, is_of_task))
    text += paragraph("A resume and hours are taken back with starling undo, or by hand in plan.toml.", width);
  return text;
}

}  // namespace starling
