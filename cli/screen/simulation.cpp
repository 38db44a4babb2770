#include "cli/screen/simulation.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "cli/minutes_bar.h"

namespace starling {

namespace {

constexpr int kDaysOfLine = 28;

int cards_of(const Scenario& scenario) {
  int cards = static_cast<int>(scenario.known.size());
  for (std::size_t day = 0; day < scenario.arrivals.size() && day < static_cast<std::size_t>(scenario.days); ++day)
    cards += scenario.arrivals[day];
  return cards;
}

std::string heading(const Scenario& scenario, int learners, int width) {
  std::string left = fmt::format("{}, {}", counted(cards_of(scenario), "card"), counted(scenario.days, "day"));
  if (scenario.minutes_per_day) left += fmt::format(", {:g} min a day", *scenario.minutes_per_day);
  return at_both_ends(left, counted(learners, "learner"), width);
}

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

std::string skipped_text(const Scenario& scenario) { return fmt::format("{:.3g} % of the days", 100 * (1 - scenario.lived)); }

// What the last day leaves undone.
std::string left_over(const Simulation& result) {
  const bool due = result.backlog_at_end >= 0.5;
  const bool unseen = result.unseen_at_end >= 0.5;
  if (!due && !unseen) return "nothing";
  std::string text = due ? fmt::format("{:.0f} due", result.backlog_at_end) : "";
  if (unseen) text += fmt::format("{}{:.0f} never begun", due ? ", " : "", result.unseen_at_end);
  return text;
}

// One line for every four weeks.
void print_months(std::ostream& out, const Scenario& scenario, const Simulation& result, const Style& style, int width) {
  const int bar_width = width - 29;
  double most = scenario.minutes_per_day.value_or(0);
  struct TableLine {
    int first, last;
    double minutes, known;
  };
  std::vector<TableLine> lines;
  const int days = static_cast<int>(result.days.size());
  const int of_line = std::max(kDaysOfLine, (days + 11) / 12);
  for (int first = 0; first < days; first += of_line) {
    const int behind = std::min(first + of_line, days);
    double minutes = 0;
    for (int day = first; day < behind; ++day) minutes += result.days[static_cast<std::size_t>(day)].minutes;
    const double known = result.days[static_cast<std::size_t>(behind - 1)].memorised;
    lines.push_back({first + 1, behind, minutes / (behind - first), known});
    most = std::max(most, lines.back().minutes);
  }
  const std::string columns = fmt::format("{:9}  {:{}}  {:>8}{:>7}", "days", "min a day", bar_width, "", "known");
  out << "\n" << style.accent(columns) << "\n";
  for (const TableLine& line : lines)
    out << fmt::format("{:9}  {}  {:>8.1f}{:>7.0f}\n", fmt::format("{}-{}", line.first, line.last),
                       minutes_bar(line.minutes, scenario.minutes_per_day, most, bar_width), line.minutes, line.known);
}

}  // namespace

std::string simulation_screen(const Run& run, const Simulation& result, int learners, const Style& style, int width) {
  std::ostringstream out;
  const Scenario& scenario = run.scenario;
  out << style.bold(heading(scenario, learners, width)) << "\n"
      << hanging("Policy     ", fmt::format("{}, at {:g} % recall", to_string(scenario.policy),
                                           100 * scenario.desired_retention), width)
      << (scenario.lived < 1 ? hanging("Skipped    ", skipped_text(scenario), width) : "")
      << hanging("Time       ", fmt::format("{:.1f} h, most {:.0f} min a day", result.minutes / 60,
                                           result.most_minutes_in_a_day), width)
      << hanging("Asked      ", fmt::format("{:.0f} reviews, {:.0f} new cards", result.reviews, result.fresh), width)
      << hanging("At the end ", fmt::format("{}, worst tenth {}", percent(result.mean_recall_at_end),
                                           percent(result.lowest_decile_recall_at_end)), width)
      << hanging("Left over  ", left_over(result), width);
  for (std::size_t i = 0; i < scenario.earlier.size(); ++i)
    out << hanging("Screen     ", fmt::format("on day {}, of {} open by then {:.1f} recalled", scenario.earlier[i].day + 1,
                                             opened_before(scenario, scenario.earlier[i].day), result.recalled_earlier[i]), width);
  print_months(out, scenario, result, style, width);
  return out.str();
}

std::string simulations_screen(std::span<const Run> runs, std::span<const Simulation> results, int learners,
                               const Style& style, int width) {
  std::ostringstream out;
  const Scenario& scenario = runs.front().scenario;
  out << style.bold(heading(scenario, learners, width)) << "\n"
      << style.dim(fmt::format("Policy {}{}", to_string(scenario.policy), scenario.lived < 1 ? ", skipped " + skipped_text(scenario) : "")) << "\n\n";
  const bool wide = width >= 64;
  out << style.accent(wide ? "aimed at    hours   reviews   recall   worst tenth   most a day   left over"
                           : "aim    hours  recall  worst  most  left") << "\n";
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Simulation& r = results[i];
    const std::string aim = fmt::format("{:g} %", 100 * runs[i].scenario.desired_retention);
    out << (wide ? fmt::format("{:>8}  {:>7.1f}  {:>8.0f}  {:>7}  {:>12}  {:>7.0f} min  {:>10.0f}", aim, r.minutes / 60,
                               r.reviews, percent(r.mean_recall_at_end), percent(r.lowest_decile_recall_at_end),
                               r.most_minutes_in_a_day, r.backlog_at_end)
                 : fmt::format("{:6} {:>5.1f}  {:>6.1f}  {:>5.1f}  {:>4.0f}  {:>4.0f}", aim, r.minutes / 60,
                               100 * r.mean_recall_at_end, 100 * r.lowest_decile_recall_at_end, r.most_minutes_in_a_day,
                               r.backlog_at_end))
        << "\n";
  }
  return out.str();
}

}  // namespace starling
