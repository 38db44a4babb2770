#include "cli/screen/memory.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "cli/chart.h"

namespace starling {

namespace {

// "<0.01", "0.04", "2.3", "165": days in few columns.
std::string few_digits(double days) {
  if (days < 0.01) return "<0.01";
  return fmt::format("{:.{}f}", days, days < 0.1 ? 2 : days < 99.95 ? 1 : 0);
}

std::string percent(const std::optional<double>& recall) { return recall ? fmt::format("{:.1f} %", *recall * 100) : "-"; }

std::string review_lines(const MemoryModel& model, std::span<const ReviewedOnce> reviews, std::size_t shown,
                         const Style& style, int width) {
  std::ostringstream out;
  const bool wide = width >= 64;
  const std::size_t first = reviews.size() > shown ? reviews.size() - shown : 0;
  out << style.accent(wide ? "    day  grade   recall  stability  difficulty    again    hard    good    easy"
                           : "   day  grade   recall    stab.    diff.")
      << "\n";
  if (first > 0) out << style.dim(fmt::format("  {} earlier; --json has all", first)) << "\n";
  for (std::size_t i = first; i < reviews.size(); ++i) {
    const ReviewedOnce& met = reviews[i];
    std::array<std::string, 4> next;
    for (std::size_t grade = 0; grade < 4; ++grade) next[grade] = few_digits(met.outcomes[grade].interval_days);
    const std::string stability = few_digits(model.days_to_90(met.after));
    if (wide)
      out << fmt::format("{:>7.6g}  {:5}  {:>7}  {:>9}  {:>10.1f}  ", met.given.day, to_string(met.given.grade),
                         percent(met.recall), stability, met.after.difficulty.level)
          << style.dim(fmt::format("{:>7} {:>7} {:>7} {:>7}", next[0], next[1], next[2], next[3])) << "\n";
    else
      out << fmt::format("{:>6.6g}  {:5}  {:>7}  {:>7}  {:>7.1f}\n", met.given.day, to_string(met.given.grade),
                         percent(met.recall), stability, met.after.difficulty.level)
          << style.dim(fmt::format("      next {} / {} / {} / {}", next[0], next[1], next[2], next[3])) << "\n";
  }
  return out.str();
}

RecallChart chart_of(const MemoryModel& model, const ReviewedOnce& last, double retention, int width) {
  RecallChart chart;
  for (const RecallAfter& point : curve_after(model, last, retention)) chart.points.push_back({point.days, point.recall});
  const double end = chart.points.back().x;
  for (const double place : tick_places(0, end, std::max(2, width / 10), model.kind() == ModelKind::Fsrs6 ? 1 : 0))
    chart.ticks.push_back({place, fmt::format("{:g}", place)});
  const double interval = model.interval_days(last.after, retention);
  chart.marks.push_back({interval, 'D', fmt::format("due at {:g} %, after {} days", retention * 100,
                                                     interval < 0.1 ? fmt::format("{:.2g}", interval) : few_digits(interval))});
  return chart;
}

}  // namespace

std::string memory_screen(const MemoryModel& model, std::span<const ReviewedOnce> reviews, double retention,
                          const Style& style, int width, bool low) {
  std::string text = review_lines(model, reviews, low ? 3 : 8, style, width);
  if (!low)
    text += style.dim(paragraph(fmt::format("Stability: days until recall falls to 90 %. At the right, or after 'next': "
                                            "days until {:g} % after again, hard, good and easy.",
                                            retention * 100),
                                width));
  text += "\n" + style.accent("Recall, by days after the last review") + "\n";
  for (const std::string& line : draw(chart_of(model, reviews.back(), retention, width), width, low ? 5 : 7))
    text += line + "\n";
  return text;
}

}  // namespace starling
