#include "cli/screen/practice.h"

#include <fmt/format.h>

#include "practice/practice.h"
#include "text/text.h"

namespace starling {

namespace {

std::string recall_percent(double recall) { return fmt::format("{:.0f} %", recall * 100); }

}  // namespace

std::string week_mark(int week) { return fmt::format("{:>3}", fmt::format("w{}", week)); }

std::string state_mark(const PracticeState& state, bool narrow) {
  if (!state.done()) return "";
  if (state.failed) return "failed";
  const std::string recall = state.recall ? recall_percent(*state.recall) : "";
  if (narrow) return recall.empty() ? "done" : recall;
  if (!state.due) return "put away";
  return fmt::format("back {}{}", short_date(state.due->day).substr(4), recall.empty() ? "" : ", " + recall);
}

std::string state_sentence(const PracticeState& state, std::string_view group) {
  if (!state.done()) return "Not done yet.";
  std::string text = fmt::format("{}, last on {} ({}).", capitalised(state_word(state, group)), short_date(*state.last),
                                 counted(state.times, "time"));
  if (!state.due) return text + " It is put away.";
  text += fmt::format(" It comes back on {}", short_date(state.due->day));
  return text + (state.recall ? fmt::format("; recall {}.", recall_percent(*state.recall)) : ".");
}

std::string bullet_lines(std::string_view heading, const std::vector<std::string>& lines, const Style& style, int width) {
  if (lines.empty()) return "";
  std::string text = "\n" + style.accent(heading) + "\n";
  for (const std::string& line : lines) text += hanging("  - ", without_emphasis(line), width);
  return text;
}

std::string text_lines(std::string_view heading, std::string_view body, const Style& style, int width) {
  return body.empty() ? "" : "\n" + style.accent(heading) + "\n" + paragraph(without_emphasis(body), width, 2);
}

std::string planned_lines(const PlannedTask& planned, int width) {
  return paragraph(fmt::format("On the plan: {}, week {}, day {}", planned.date ? short_date(*planned.date) : std::string("left out"), planned.week, planned.day), width) +
         paragraph(planned.task->title, width, 2) + paragraph(fmt::format("starling plan show {}", planned.task->id), width, 2);
}

std::string address_line(std::string_view url, int indent) { return fmt::format("{:{}}{}\n", "", indent, url); }

}  // namespace starling
