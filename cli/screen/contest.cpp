#include "cli/screen/contest.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <sstream>
#include <string_view>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

namespace {

constexpr int kContestFigures = 41;  // columns of figures in a wide line
constexpr int kWideContest = 68;
constexpr std::string_view kBase = "base ";

std::string contest_line(const ContestLine& line, bool wide, int width) {
  if (!wide) {
    // Of one way several lines differ by their base price.
    const bool has_base = line.settings.starts_with(kBase);
    return fmt::format("{:12} {:>6.1f} {:>6.1f} {:>6.0f} {:>6.1f}", has_base ? line.name + " " + line.settings.substr(kBase.size()) : line.name,
                       100 * line.mean, 100 * line.low_decile, line.forgotten, line.hours);
  }
  const std::string name = line.settings.empty() ? line.name : line.name + " " + line.settings;
  return fmt::format("{:{}}{:>8.1f} %{:>11.1f} %{:>10.0f}{:>8.1f}", name, width - kContestFigures, 100 * line.mean,
                     100 * line.low_decile, line.forgotten, line.hours);
}

}  // namespace

std::string contest_screen(const Contest& contest, const ContestResult& result, const Style& style, int width) {
  std::ostringstream out;
  const Course& course = contest.course;
  const int cards = std::accumulate(course.fresh.begin(), course.fresh.end(), 0);
  const std::string what =
      fmt::format("{}, {}{}, {:g} min a day", counted(cards, "card"), counted(course.days, "day"),
                  contest.skip > 0 ? fmt::format(" ({:g} % skipped)", 100 * contest.skip) : "", course.minutes);
  const std::string lives = counted(static_cast<int>(contest.seeds.size()), "life", "lives");
  const bool fits = static_cast<int>(what.size() + lives.size()) + 1 < width;
  out << (fits ? style.bold(at_both_ends(what, lives, width)) + "\n" : paragraph(what + ", " + lives, width));
  const bool wide = width >= kWideContest;
  for (const ContestBound& bound : result.bounds) {
    const std::string most = bound.mean ? fmt::format("bound {:.1f} %", 100 * *bound.mean) : "";
    out << "\n" << at_both_ends("Truth: " + bound.nature, most, width) << "\n";
    out << style.accent(wide ? fmt::format("{:{}}{:>10}{:>13}{:>10}{:>8}", "way", width - kContestFigures, "recall", "worst tenth",
                                           "forgotten", "hours")
                             : fmt::format("{:12} {:>6} {:>6} {:>6} {:>6}", "way", "recall", "worst", "lost", "hours"))
        << "\n";
    for (const ContestLine& line : result.lines)
      if (line.nature == bound.nature) out << contest_line(line, wide, width) << "\n";
  }
  if (!std::ranges::all_of(result.lines, &ContestLine::keeps_minutes))
    out << "\n" << hanging("", "A day was longer than its minutes by more than one review.", width);
  return out.str();
}

}  // namespace starling
