#include "cli/screen/coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "text/text.h"

namespace starling {

namespace {

std::string status_text(CoverageStatus status, const Style& style) {
  const std::string word = padded(to_string(status), 7);
  return status == CoverageStatus::Covered ? style.good(word) : style.warn(word);
}

void print_row(std::ostream& out, const PrincipleCoverage& p, const Style& style, int width, bool of_plan) {
  const Principle& principle = principles()[p.principle];
  const bool wide = width >= 64;
  std::string figures = fmt::format("{} + {}", p.primary, p.secondary);
  if (wide && !of_plan)
    figures = fmt::format("{:>7}  {:>7}  {:>9}", figures, p.best_quality ? fmt::format("{:.1f}", *p.best_quality) : "-",
                          p.last_told ? short_date(*p.last_told) : "-");
  const int room = width - 4 - 9 - display_width(figures) - 1;
  out << principle.code << "  " << padded(shorten(principle.name, room), room) << " " << status_text(p.status, style)
      << "  " << style.dim(figures) << "\n";
}

}  // namespace

std::string coverage_screen(const CoverageView& covered, const Style& style, int width, bool low) {
  std::ostringstream out;
  const Coverage& c = covered.coverage;
  const bool of_plan = covered.source == "plan";
  const std::string what = of_plan ? counted(c.stories, "story slot") : counted(c.complete, "complete story", "complete stories");
  out << style.bold(at_both_ends(fmt::format("{} of {} principles covered", c.covered, c.principles.size()), low ? "" : what, width)) << "\n";
  if (width >= 64 && !of_plan)
    out << style.dim(at_both_ends("", fmt::format("{:>7}  {:>7}  {:>9}", "stories", "quality", "last told"), width)) << "\n";
  for (const PrincipleCoverage& p : c.principles) print_row(out, p, style, width, of_plan);
  // Header, columns, sixteen rows, a gap, these and the gate: all of it in 24 lines.
  const std::size_t shown = low ? 1 : 3;
  if (!c.next.empty() && !low) out << "\n";
  for (std::size_t i = 0; i < std::min(shown, c.next.size()); ++i)
    out << hanging(i == 0 ? "Next: " : "      ", c.next[i].text, width);
  if (low) return out.str();
  const std::string gate = c.gate_passed ? "The gate of month 4 is met."
                                         : fmt::format("The gate of month 4 is not met: {}.",
                                                       counted(static_cast<int>(c.gate_reasons.size()), "reason"));
  out << style.dim(paragraph(gate, width));
  return out.str();
}

}  // namespace starling
