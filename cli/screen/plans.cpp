#include "cli/screen/plans.h"

#include <fmt/format.h>

namespace starling {

namespace {

// "13 weeks or more", "up to 17 weeks", "5 to 15 weeks"; of one that is taken by name alone nothing.
std::string range_text(const PlanSummary& plan) {
  if (plan.fewest_weeks && plan.most_weeks) return fmt::format("for {} to {} weeks", *plan.fewest_weeks, *plan.most_weeks);
  if (plan.fewest_weeks) return fmt::format("for {} or more", counted(*plan.fewest_weeks, "week"));
  return plan.most_weeks ? fmt::format("for up to {}", counted(*plan.most_weeks, "week")) : "";
}

std::string hours_text(const PlanSummary& plan) {
  std::string text;
  for (const HoursOfLevel& each : plan.levels) text += fmt::format("{}{} {} h", text.empty() ? "" : ", ", each.level, each.hours);
  return text;
}

std::string mark_text(const PlanOnOffer& each) {
  if (each.followed) return each.fits ? "yours, and it fits best" : "yours";
  return each.fits ? "fits best" : "";
}

std::string plan_lines(const PlanOnOffer& each, const Style& style, int width) {
  const PlanSummary& plan = each.plan;
  std::string figures = fmt::format("{}: {}", counted(plan.weeks, "week"), hours_text(plan));
  if (const std::string range = range_text(plan); !range.empty()) figures += "; " + range;
  if (each.own) figures += "; from your study folder";
  std::string text = style.accent(at_both_ends(plan.id, mark_text(each), width)) + "\n" + paragraph(plan.title, width, 2);
  if (!plan.about.empty()) text += paragraph(plan.about, width, 2);
  return text + style.dim(paragraph(figures, width, 2));
}

}  // namespace

std::string plans_screen(const PlansView& view, const Style& style, int width) {
  const std::string there = view.weeks ? fmt::format("{} to the interview", counted(*view.weeks, "week")) : "no date for the interview yet";
  std::string text = style.bold(at_both_ends(fmt::format("Plans, you aim at {}", view.level), there, width)) + "\n";
  for (const PlanOnOffer& each : view.plans) text += "\n" + plan_lines(each, style, width);
  return text + "\n" + style.dim(paragraph("Take one: starling init --plan ID", width));
}

}  // namespace starling
