#include "cli/page/reports.h"

#include <fmt/format.h>

#include <array>

#include "cli/page/chart.h"
#include "cli/page/document.h"
#include "cli/page/section.h"
#include "cli/screen.h"
#include "cli/screen/review.h"
#include "page_style.h"

namespace starling {

namespace {

using AreaMinutes = std::array<double, 4>;  // in the order of kAreas

BarChart minutes_chart(std::string id, std::string title, std::string target_word, const AreaMinutes& done, const AreaMinutes& target) {
  BarChart chart{std::move(id), std::move(title), "done", std::move(target_word), {}};
  for (std::size_t i = 0; i < kAreas.size(); ++i)
    chart.bars.push_back({std::string(to_string(kAreas[i])), done[i], target[i], fmt::format("{} of {}", duration(done[i]), duration(target[i]))});
  return chart;
}

AreaMinutes as_minutes(const std::array<int, 4>& minutes) {
  AreaMinutes list{};
  for (std::size_t i = 0; i < list.size(); ++i) list[i] = minutes[i];
  return list;
}

BarChart solved_chart(const WeekReport& report) {
  BarChart chart{"solved", "Problems solved", "solved", "planned", {}};
  const int target = report.problems_target;
  chart.bars.push_back({"all", 1.0 * report.problems.solved, target > 0 ? std::optional<double>(target) : std::nullopt,
                        target > 0 ? fmt::format("{} of {}", report.problems.solved, target) : fmt::format("{}, none planned", report.problems.solved)});
  for (std::size_t i = 0; i < kProblemSizes.size(); ++i)
    chart.bars.push_back({std::string(to_string(kProblemSizes[i])), 1.0 * report.problems.sizes[i].solved, {}, fmt::format("{}", report.problems.sizes[i].solved)});
  return chart;
}

BarChart pace_chart(const WeekReport& report) {
  BarChart chart{"pace", "Minutes a problem", "mean", "target, at most", {}};
  for (std::size_t i = 0; i < kProblemSizes.size(); ++i) {
    const auto mean = report.problems.sizes[i].minutes;
    const auto target = report.size_targets[i];
    std::string said = mean ? fmt::format("{:.0f} min", *mean) : "none timed";
    if (target) said += fmt::format(", target {:g} min", *target);
    chart.bars.push_back({std::string(to_string(kProblemSizes[i])), mean.value_or(0), target, said});
  }
  return chart;
}

std::string charts(std::string_view title, std::string_view drawings) {
  return html_element("section", "\n" + html_element("h2", html_text(title)) + html_element("div", "charts", drawings));
}

ProgressChart progress_of(const MonthReport& report, std::string id, std::string title, double CurvePoint::*expected,
                          ProgressFactors ActualProgress::*actual) {
  ProgressChart chart{std::move(id), std::move(title), 0, {{0, 0.0}}, {}};
  for (const MonthEnd& month : report.expected) {
    chart.weeks = month.week;
    chart.expected.emplace_back(month.week, month.curve.*expected);
  }
  for (const CurveRow& row : report.curve) chart.points.push_back({row.week, row.expected.*expected, (row.actual.*actual).product()});
  return chart;
}

// Questions of one group below one heading.
std::string prompts_html(const MonthReport& report) {
  std::string text;
  std::string group;
  for (const MonthPrompt& prompt : report.prompts) {
    if (prompt.group != group) {
      text += html_element("h2", html_text(prompt.group));
      group = prompt.group;
    }
    text += section_html({capitalised(prompt.text), {}, {}, prompt.found, prompt.found.empty() ? "The log says nothing to this." : ""}, 3);
    text += html_element("p", "own", "Your own words:");
  }
  return html_element("div", "prompts", "\n" + text);
}

std::string sections_html(const std::vector<ReportSection>& sections) {
  std::string text;
  for (const ReportSection& section : sections) text += section_html(section);
  return html_element("div", "sections", "\n" + text);
}

}  // namespace

std::string week_page(const WeekReport& report) {
  std::string body = html_element("p", "lead", html_text(week_dates(report)));
  for (const DaySpan& days : report.breaks) body += html_element("p", "lead", html_text(break_sentence(days, report.first)));
  body += charts("At a glance",
                 "\n" + bar_chart(minutes_chart("minutes", "Minutes of this week", "planned", report.time.minutes, as_minutes(report.planned))) +
                     bar_chart(minutes_chart("so-far", "Minutes so far", "allocation", report.time_so_far.minutes, report.allocated_so_far)) +
                     bar_chart(solved_chart(report)) + bar_chart(pace_chart(report)));
  body += sections_html(week_sections(report));
  return html_document({week_title(report), body, page_style::report});
}

std::string month_page(const MonthReport& report) {
  std::string body = html_element("p", "lead", html_text(month_dates(report)));
  body += charts("Progress, beside what the plan expects",
                 "\n" + progress_chart(progress_of(report, "coding", "Coding", &CurvePoint::coding, &ActualProgress::coding)) +
                     progress_chart(progress_of(report, "design", "Design", &CurvePoint::design, &ActualProgress::design)) +
                     progress_chart(progress_of(report, "behavioural", "Behavioural", &CurvePoint::behavioural, &ActualProgress::behavioural)) +
                     bar_chart(minutes_chart("minutes", "Minutes of this month", "planned", report.time.minutes, as_minutes(report.planned))));
  body += sections_html(month_sections(report));
  body += prompts_html(report);
  return html_document({month_title(report), body, page_style::report});
}

}  // namespace starling
