#include "cli/screen/gates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "cli/screen/debrief.h"
#include "text/text.h"

namespace starling {

namespace {

// met, missed, open: words of one width, so that colour is not needed.
std::string word_of(const GateView& gate, const Style& style) {
  if (gate.state.passed) return style.good("met   ");
  return gate.missed ? style.bad("missed") : "open  ";
}

// With two decimals at most: 4, 4.56.
std::string number_words(double value) { return fmt::format("{:g}", std::round(value * 100) / 100); }

std::string gate_lines(const GateView& gate, const Style& style, int width) {
  constexpr int kBeside = 10;
  const Gate& of_plan = *gate.state.gate;
  const std::string right = of_plan.evidence == "self" && of_plan.unit == "items" ? "" : figures_of(gate.state);
  const std::string left = "  " + word_of(gate, style) + "  ";
  std::string said = gate.state.said;
  if (!gate.state.passed && of_plan.evidence == "self") said += ": starling check " + of_plan.id;
  const int room = width - kBeside - display_width(right) - 2;
  if (!right.empty() && display_width(of_plan.text) <= room)
    return left + padded(of_plan.text, room) + "  " + right + "\n" + style.dim(paragraph(said, width, kBeside));
  const std::string text = paragraph(of_plan.text, width, kBeside);
  return left + text.substr(kBeside) + style.dim(paragraph(right.empty() ? said : right + "; " + said, width, kBeside));
}

std::string group_of(const GateView& gate, Day today) {
  const Gate& of_plan = *gate.state.gate;
  const std::string name = of_plan.days_before ? fmt::format("{} days before the interview", *of_plan.days_before)
                                               : fmt::format("Month {}", of_plan.month);
  return fmt::format("{}, {} {}", name, gate.due < today ? "was due" : "due", short_date(gate.due));
}

std::string from_words(const MetricValue& now) {
  switch (now.from) {
    case MetricValue::From::Measured: return now.day ? "measured on " + short_date(*now.day) : "measured";
    case MetricValue::From::Log: return "of the log";
    case MetricValue::From::Start: break;
  }
  return "not measured, the plan's own figure";
}

std::string gap_lines(const MetricGap& gap, int place, const Style& style, int width) {
  constexpr int kBeside = 6;
  const std::string right = gap.shortfall > 0 ? fmt::format("short by {:.0f} %", 100 * gap.shortfall) : "reached";
  const std::string left = fmt::format("  {:2}. {} ({})", place, gap.metric->title, to_string(gap.metric->area));
  const bool beside = display_width(left) + display_width(right) + 2 <= width;
  const std::string head = beside ? at_both_ends(left, right, width) + "\n"
                                  : hanging(left.substr(0, kBeside), left.substr(kBeside), width);
  const std::string said = fmt::format("{}{}, target {}{}; {}", beside ? "" : right + ": ", value_words(*gap.metric, gap.now.value),
                                       gap.metric->lower_is_better ? "at most " : "", value_words(*gap.metric, gap.target),
                                       from_words(gap.now));
  return (gap.shortfall > 0 ? head : style.good(head)) + style.dim(paragraph(said, width, kBeside));
}

}  // namespace

std::string value_words(const Metric& metric, double value) {
  const auto place = static_cast<std::size_t>(std::clamp(std::round(value), 0.0, 1000.0));
  if (place >= 1 && place <= metric.levels.size()) return metric.levels[place - 1];
  if (metric.unit == "percent") return number_words(value) + " %";
  if (metric.unit == "score") return number_words(value) + " of 5";
  if (metric.unit == "minutes") return number_words(value) + " min";
  return number_words(value);
}

std::string gates_screen(const GatesView& view, const Style& style, int width) {
  const auto met = std::ranges::count_if(view.gates, [](const GateView& gate) { return gate.state.passed; });
  const auto missed = std::ranges::count_if(view.gates, &GateView::missed);
  const std::string of_them = missed > 0 ? fmt::format(", {} missed", missed) : "";
  std::string text = style.bold(paragraph(fmt::format("{} of {} gates met{}", met, view.gates.size(), of_them), width));
  std::string group;
  for (const GateView& gate : view.gates) {
    if (const std::string of = group_of(gate, view.today); of != group) {
      group = of;
      text += "\n" + style.accent(shorten(group, width)) + "\n";
    }
    text += gate_lines(gate, style, width);
  }
  return text;
}

std::string weak_screen(const WeakView& view, const Style& style, int width) {
  std::string text = style.bold(paragraph(fmt::format("What is furthest from its target in week {}", view.week), width)) + "\n";
  text += from_interview_lines(view.interview, style, width);
  if (view.gaps.ranked.empty()) text += paragraph("Nothing is measured yet: starling baseline, or starling metric set.", width);
  int place = 0;
  for (const MetricGap& gap : view.gaps.ranked) text += gap_lines(gap, ++place, style, width);
  if (view.gaps.shift)
    text += "\n" + paragraph(fmt::format("Move {} minutes a week from {} to {}.", view.gaps.shift->minutes,
                                         to_string(view.gaps.shift->from), to_string(view.gaps.shift->to)),
                             width);
  for (const Advice* advice : view.advice) text += hanging("  - ", advice->text, width);
  std::vector<std::string> titles;
  for (const Metric* metric : view.gaps.unmeasured) titles.push_back(metric->title);
  if (!titles.empty()) text += "\n" + style.dim(paragraph(fmt::format("Not measured yet: {}.", fmt::join(titles, "; ")), width));
  return text;
}

}  // namespace starling
