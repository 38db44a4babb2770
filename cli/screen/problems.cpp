#include "cli/screen/problems.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/screen/practice.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kPatternColumns = 17;

std::string number_column(const CodingProblem& problem) {
  return problem.number > 0 ? fmt::format("{:>4}", problem.number) : "   -";
}

std::string problem_row(const ProblemView& view, const Style& style, int width) {
  const CodingProblem& problem = *view.problem;
  const bool narrow = width < kWholeRowColumns;
  const std::string size = fmt::format("{:6}", to_string(problem.size));
  const std::string pattern = padded(shorten(problem.patterns.front(), kPatternColumns), kPatternColumns);
  const std::string mark = padded(state_mark(view.state, narrow), narrow ? 6 : 17);
  const std::string right = narrow ? fmt::format("{} {} {}", size, week_mark(view.week), mark)
                                   : fmt::format("{} {} {} {:>2}m {}", size, pattern, week_mark(view.week), problem.target_minutes, mark);
  const std::string left = number_column(problem) + " ";
  const int room = width - display_width(left) - 1 - display_width(right);
  const std::string line = left + padded(shorten(problem.title, room), room) + " " + right;
  const std::string whole = line.substr(0, line.find_last_not_of(' ') + 1);
  return (view.state.failed ? style.bad(whole) : view.state.done() ? style.dim(whole) : whole) + "\n";
}

}  // namespace

std::string problem_name(const CodingProblem& problem) {
  return problem.number > 0 ? fmt::format("{}. {}", problem.number, problem.title) : problem.title;
}

namespace {

std::string problem_facts(const ProblemView& view) {
  const CodingProblem& problem = *view.problem;
  return fmt::format("{} · {} · {} · week {}", problem.id, to_string(problem.size), duration(problem.target_minutes), view.week);
}

std::string plan_of_problem(const CodingProblem& problem, const Style& style, int width) {
  std::string text = text_lines("Cue", problem.cue, style, width) + text_lines("Stays true", problem.invariant, style, width);
  text += "\n" + style.accent("Plan") + "\n";
  int step = 0;
  for (const std::string& line : problem.plan) text += hanging(fmt::format("  {}. ", ++step), without_emphasis(line), width);
  return text + text_lines("Cost", problem.complexity, style, width) + bullet_lines("Pitfalls", problem.pitfalls, style, width);
}

}  // namespace

std::string problems_screen(std::span<const ProblemView> views, const Style& style, int width) {
  if (views.empty()) return paragraph("No problem fits.", width);
  std::string text;
  int done = 0;
  int failed = 0;
  for (const ProblemView& view : views) {
    text += problem_row(view, style, width);
    failed += view.state.failed ? 1 : 0;
    done += view.state.done() && !view.state.failed ? 1 : 0;
  }
  std::string sum = fmt::format("{}, {} solved", counted(static_cast<int>(views.size()), "problem"), done);
  if (failed > 0) sum += fmt::format(", {} failed", failed);
  return text + sum + "\n";
}

std::string problem_screen(const ProblemView& view, bool plan, const Style& style, int width) {
  const CodingProblem& problem = *view.problem;
  std::string text = style.bold(paragraph(problem_name(problem), width)) + style.dim(paragraph(problem_facts(view), width)) +
                     style.dim(paragraph(fmt::format("{}", fmt::join(problem.patterns, ", ")), width));
  if (!problem.url.empty()) text += address_line(problem.url);
  if (problem.premium) text += paragraph("Its page wants a subscription.", width);
  text += "\n" + paragraph(state_sentence(view.state, kProblemGroup), width);
  text += view.planned ? planned_lines(*view.planned, width) : paragraph("On no day of the plan.", width);
  if (plan) return text + plan_of_problem(problem, style, width);
  return text + "\n" + style.dim(hanging("The plan, after the attempt: ", fmt::format("starling problem show {} --plan", problem.id), width));
}

std::string next_problems_screen(std::span<const NextProblem> next, const Style& style, int width) {
  if (next.empty()) return paragraph("Every problem was solved; what comes back is in starling review.", width);
  std::string text;
  for (const NextProblem& each : next) {
    const CodingProblem& problem = *each.view.problem;
    text += (text.empty() ? "" : "\n") + style.bold(paragraph(problem_name(problem), width));
    const std::string why = capitalised(each.text) + ".";
    text += each.why == ProblemReason::Failed ? style.bad(paragraph(why, width, 2)) : paragraph(why, width, 2);
    text += style.dim(paragraph(problem_facts(each.view) + (problem.premium ? " · wants a subscription" : ""), width, 2));
    if (!problem.url.empty()) text += address_line(problem.url, 2);
  }
  return text;
}

}  // namespace starling
