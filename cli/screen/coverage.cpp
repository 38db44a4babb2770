#include "cli/screen/coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "text/text.h"

namespace starling {

namespace {

std::string status_text(CoverageStatus status, const Style& style) {
  const std::string word = padded(to_string(status), 7);
  switch (status) {
    case CoverageStatus::Covered: return style.good(word);
    case CoverageStatus::Gap: return style.bad(word);
    case CoverageStatus::Thin:
    case CoverageStatus::Stale: break;
  }
  return style.warn(word);
}

void print_row(std::ostream& out, const PrincipleCoverage& p, const Style& style, int width, bool of_plan) {
  const Principle& principle = principles()[p.principle];
  const bool wide = width >= 64;
  std::string figures = fmt::format("{} + {}", p.primary, p.secondary);
  if (wide && !of_plan)
    figures = fmt::format("{:>7}  {:>7}  {:>10}", figures, p.best_quality ? fmt::format("{:.1f}", *p.best_quality) : "-",
                          p.last_told ? short_date(*p.last_told) : "-");
  const int room = width - 4 - 9 - display_width(figures) - 1;
  out << principle.code << "  " << padded(shorten(principle.name, room), room) << " " << status_text(p.status, style)
      << "  " << style.dim(figures) << "\n";
}

constexpr std::string_view kLegend = "1 + 0: primary + secondary stories; the other words: starling help words";

std::string gate_line(const Coverage& c, int width) {
  if (c.gate_passed) return fmt::format("Month {}'s goal is met.", c.goal.month);
  const auto points = static_cast<int>(c.gate_reasons.size());
  if (width < 64) return fmt::format("Month {}: {}; see coverage --why", c.goal.month, counted(points, "point"));
  return fmt::format("Month {}'s goal is not met yet; {}: starling coverage --why", c.goal.month, counted(points, "point"));
}

}  // namespace

std::string coverage_screen(const CoverageView& covered, const Style& style, int width, bool low) {
  std::ostringstream out;
  const Coverage& c = covered.coverage;
  const bool of_plan = covered.source == "plan";
  const std::string what = of_plan ? counted(c.stories, "story slot") : counted(c.complete, "complete story", "complete stories");
  out << style.bold(at_both_ends(fmt::format("{} of {} principles covered", c.covered, c.principles.size()), low ? "" : what, width)) << "\n";
  if (width >= 64 && !of_plan)
    out << style.dim(at_both_ends("", fmt::format("{:>7}  {:>7}  {:>10}", "stories", "quality", "last told"), width)) << "\n";
  for (const PrincipleCoverage& p : c.principles) print_row(out, p, style, width, of_plan);
  // Header, columns, sixteen rows, a gap, these, the gate and the legend: all of it in 24 lines.
  if (low && !c.next.empty()) out << shorten("Next: " + c.next.front().text, width) << "\n";
  if (!low && !c.next.empty()) out << "\n";
  for (std::size_t i = 0; !low && i < std::min<std::size_t>(2, c.next.size()); ++i)
    out << hanging(i == 0 ? "Next: " : "      ", c.next[i].text, width);
  out << style.dim(paragraph(gate_line(c, width), width));
  if (!low) out << style.dim(paragraph(kLegend, width));
  return out.str();
}

std::string coverage_why_screen(const CoverageView& covered, const Style& style, int width) {
  const Coverage& c = covered.coverage;
  if (c.gate_passed) return fmt::format("Month {}'s goal is met.\n", c.goal.month);
  std::string text = style.bold(paragraph(fmt::format("Month {}'s goal is not met yet:", c.goal.month), width));
  for (const std::string& reason : c.gate_reasons) text += hanging("  - ", reason, width);
  return text + "\n" + style.dim(paragraph(fmt::format("It asks for {} complete stories, and a primary story and two angles for every principle.", c.goal.stories), width)) +
         style.dim(paragraph("gap: no complete story. thin: no complete primary story, or one angle. stale: covered, and not told for 14 "
                             "days once the second half of the plan has begun.",
                             width));
}

}  // namespace starling
