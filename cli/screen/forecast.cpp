#include "cli/screen/forecast.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "cli/minutes_bar.h"

namespace starling {

namespace {

// One line: a day, or the mean of several.
struct Line {
  std::string label;
  double reviews = 0;
  double fresh = 0;
  double minutes = 0;
};

Line line_of(const ForecastView& forecast, std::size_t first, std::size_t behind) {
  Line line;
  const Day day = forecast.first + std::chrono::days(first);
  const auto count = static_cast<double>(behind - first);
  line.label = behind - first == 1 ? short_date(day) : fmt::format("from {}", short_date(day).substr(4));
  for (std::size_t i = first; i < behind; ++i) {
    line.reviews += forecast.days[i].reviews / count;
    line.fresh += forecast.days[i].fresh / count;
    line.minutes += forecast.days[i].minutes / count;
  }
  return line;
}

// Day by day as far as `rows` lines reach when the rest goes by weeks.
std::vector<Line> lines_of(const ForecastView& forecast, std::size_t rows) {
  const std::size_t days = forecast.days.size();
  std::size_t single = days;
  while (single > 7 && single + (days - single + 6) / 7 > rows) --single;
  std::vector<Line> lines;
  for (std::size_t i = 0; i < single; ++i) lines.push_back(line_of(forecast, i, i + 1));
  for (std::size_t i = single; i < days; i += 7) lines.push_back(line_of(forecast, i, std::min(i + 7, days)));
  return lines;
}

std::string heading(const ForecastView& forecast, int width) {
  double minutes = 0;
  for (const SimulatedDay& day : forecast.days) minutes += day.minutes;
  return at_both_ends(fmt::format("The next {}", counted(static_cast<int>(forecast.days.size()), "day")),
                      fmt::format("{} of reviews", duration(minutes)), width);
}

}  // namespace

std::string forecast_screen(const ForecastView& forecast, const Style& style, int width, int rows) {
  std::ostringstream out;
  const int other_rows = forecast.lived < 1 ? 7 : 5;  // heading, columns, the note in two lines or four, and the prompt
  const int beside = other_rows + static_cast<int>(forecast.breaks.size());
  const auto lines = lines_of(forecast, static_cast<std::size_t>(std::max(1, rows - beside)));
  double most = forecast.minutes_per_day.value_or(0);
  for (const Line& line : lines) most = std::max(most, line.minutes);
  const bool wide = width >= 64;
  const int bar_width = width - (wide ? 37 : 28);
  out << style.bold(heading(forecast, width)) << "\n"
      << style.accent(wide ? fmt::format("{:11}  {:{}}  {:>7}  {:>5}  {:>6}", "", "", bar_width, "reviews", "new", "min")
                           : fmt::format("{:11} {:{}} {:>5} {:>4} {:>4}", "", "", bar_width, "rev.", "new", "min"))
      << "\n";
  for (const Line& line : lines) {
    const std::string drawn = minutes_bar(line.minutes, forecast.minutes_per_day, most, bar_width);
    const auto [left, reviews, fresh, minutes] = line;
    out << (wide ? fmt::format("{:11}  {}  {:>7.0f}  {:>5.0f}  {:>6.0f}", left, drawn, reviews, fresh, minutes)
                 : fmt::format("{:11} {} {:>5.0f} {:>4.0f} {:>4.0f}", left, drawn, reviews, fresh, minutes))
        << "\n";
  }
  const bool weeks = lines.size() < forecast.days.size();
  std::string note = forecast.minutes_per_day ? fmt::format("| is your limit, {:g} min a day", *forecast.minutes_per_day) : "";
  if (weeks) note += fmt::format("{}'from' is a week's mean day", note.empty() ? "" : "; ");
  if (!note.empty()) note += '.';
  if (forecast.lived < 1) note += fmt::format("{}Of one who studies on each day; you are expected to on {:.0f} %.", note.empty() ? "" : " ", 100 * forecast.lived);
  out << style.dim(paragraph(note, width));
  for (const DaySpan& days : forecast.breaks) out << style.dim(paragraph(break_sentence(days, forecast.first), width));
  return out.str();
}

}  // namespace starling
