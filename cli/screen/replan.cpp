#include "cli/screen/replan.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "text/text.h"

namespace starling {

namespace {

constexpr int kRowLabelColumns = 20;
constexpr int kWayColumns = 9;
constexpr int kWideEnough = 60;
constexpr std::size_t kGatesNamed = 6;

struct EffectRow {
  std::string_view label;
  std::string (*value)(const ReplanEffect&);
};

constexpr EffectRow kEffectRows[]{
    {"Interview", [](const ReplanEffect& e) { return std::string(short_date(e.interview).substr(4)); }},
    {"Weeks left out", [](const ReplanEffect& e) { return std::to_string(e.weeks_left_out.size()); }},
    {"Tasks left out", [](const ReplanEffect& e) { return std::to_string(e.tasks_left_out); }},
    {"Tasks behind", [](const ReplanEffect& e) { return std::to_string(e.tasks_behind); }},
    {"Tasks moved", [](const ReplanEffect& e) { return std::to_string(e.moved); }},
    {"A day, 4 weeks", [](const ReplanEffect& e) { return duration(e.minutes_a_day); }},
    {"Fullest week", [](const ReplanEffect& e) { return fmt::format("{:.0f} h", e.fullest_week / 60.0); }},
    {"Gates missed", [](const ReplanEffect& e) { return std::to_string(e.out_of_reach.size()); }},
    {"Recall that day", [](const ReplanEffect& e) { return e.recall ? fmt::format("{:.1f} %", 100 * *e.recall) : std::string("-"); }},
};

struct WayColumn {
  std::string head;
  const ReplanEffect* effect = nullptr;
};

// What is as it is now comes first, where the first way changes anything.
std::vector<WayColumn> columns_of(const ReplanView& view) {
  std::vector<WayColumn> columns;
  if (view.wished) columns.push_back({"now", &view.now});
  for (std::size_t i = 0; i < view.options.size(); ++i) columns.push_back({std::to_string(i + 1), &view.options[i].effect});
  return columns;
}

std::string at_right(std::string_view text, int columns) {
  return std::string(static_cast<std::size_t>(std::max(0, columns - display_width(text))), ' ') + std::string(text);
}

std::string table_of(const std::vector<WayColumn>& columns, const Style& style) {
  std::string head = std::string(kRowLabelColumns, ' ');
  for (const WayColumn& column : columns) head += at_right(column.head, kWayColumns);
  std::string text = style.bold(head) + "\n";
  for (const EffectRow& row : kEffectRows) {
    std::string line = padded(row.label, kRowLabelColumns);
    for (const WayColumn& column : columns) line += at_right(row.value(*column.effect), kWayColumns);
    text += line + "\n";
  }
  return text;
}

std::string list_of(const WayColumn& column, const Style& style) {
  std::string text = style.bold(column.head == "now" ? "Now" : column.head) + "\n";
  for (const EffectRow& row : kEffectRows) text += fmt::format("  {}{}\n", padded(row.label, kRowLabelColumns), row.value(*column.effect));
  return text;
}

std::string effects(const std::vector<WayColumn>& columns, const Style& style, int width) {
  if (width >= kWideEnough && kRowLabelColumns + kWayColumns * static_cast<int>(columns.size()) <= width)
    return table_of(columns, style);
  std::string text;
  for (const WayColumn& column : columns) text += (text.empty() ? "" : "\n") + list_of(column, style);
  return text;
}

std::string gates_words(const ReplanEffect& effect) {
  std::vector<std::string> parts;
  for (const GateAhead& each : effect.out_of_reach) {
    if (parts.size() == kGatesNamed) break;
    parts.push_back(fmt::format("{} ({:g} of {:g} by {})", each.gate->text, each.foreseen, each.gate->target, short_date(each.due)));
  }
  if (effect.out_of_reach.size() > kGatesNamed) parts.push_back(fmt::format("{} more", effect.out_of_reach.size() - kGatesNamed));
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string behind_lines(const ReplanView& view, const Style& style, int width) {
  std::string text;
  for (const BehindTask& each : view.behind_most)
    text += style.dim(hanging("  ", fmt::format("{}, {}, {}", each.task->title, short_date(each.date), duration(each.minutes)), width));
  return text.empty() ? "" : paragraph("What counts most of it:", width) + text;
}

std::string standing(const ReplanView& view) {
  if (view.behind == 0) return "Nothing of the plan lies behind.";
  std::string text = fmt::format("{} of the plan {} behind, {}.", counted(view.behind, "task"), view.behind == 1 ? "lies" : "lie",
                                 duration(view.behind_minutes));
  if (view.left_off) text += fmt::format(" Next to nothing was done since week {} began.", *view.left_off);
  return text;
}

}  // namespace

std::string replan_screen(const ReplanView& view, const Style& style, int width) {
  if (view.over) return paragraph(over_sentence(view.now.interview), width);
  std::string text = paragraph(standing(view), width) + behind_lines(view, style, width) + "\n";
  for (std::size_t i = 0; i < view.options.size(); ++i) {
    const ReplanOption& option = view.options[i];
    text += hanging(fmt::format("{:>2}  ", i + 1), fmt::format("{} ({})", option.title, to_string(option.way)), width);
    text += style.dim(paragraph(option.text, width, 4));
  }
  return text + "\n" + effects(columns_of(view), style, width);
}

std::string replan_option_screen(const ReplanView& view, const ReplanOption& option, const Style& style, int width) {
  std::string text = style.bold(option.title) + "\n" + paragraph(option.text, width) + "\n";
  std::vector<WayColumn> columns{{"now", &view.now}, {"then", &option.effect}};
  text += effects(columns, style, width);
  const ReplanEffect& effect = option.effect;
  if (!effect.weeks_left_out.empty())
    text += "\n" + paragraph(fmt::format("Left out: {}.", weeks_in_words(effect.weeks_left_out)), width);
  if (!effect.out_of_reach.empty()) text += "\n" + paragraph("Gates that will be missed: " + gates_words(effect) + ".", width);
  if (!effect.warnings.empty()) text += "\n";
  for (const std::string& warning : effect.warnings) text += paragraph(warning, width);
  return text;
}

}  // namespace starling
