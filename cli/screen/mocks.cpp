#include "cli/screen/mocks.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

std::string scores_text(std::span<const PartScore> scores) {
  std::string text;
  for (const PartScore& part : scores) text += fmt::format("{}{} {:g}", text.empty() ? "" : ", ", part.name, part.score);
  return text;
}

}  // namespace

std::string mocks_screen(const MocksView& view, const Style& style, int width) {
  if (view.mocks.empty()) return paragraph("No mock interview yet. After the first: starling mock add design --score scope=3", width);
  std::string text;
  for (const MockRow& row : view.mocks) {
    const Mocked& mock = *row.mock;
    std::string left = fmt::format("{}  {}", short_date(row.day), mock.type);
    if (!mock.level.empty()) left += " " + mock.level;
    text += style.accent(at_both_ends(shorten(left, std::max(10, width - 12)), fmt::format("{:.1f} of 5", row.mean), width)) + "\n";
    text += hanging("    ", scores_text(mock.scores), width);
    if (row.open > 0) text += hanging("    ", counted(row.open, "point") + " of feedback open", width);
    if (!mock.note.empty()) text += style.dim(hanging("    ", mock.note, width));
  }
  if (!view.latest.empty()) text += "\n" + hanging("Latest: ", scores_text(view.latest), width);
  return text;
}

std::string feedback_screen(std::span<const FeedbackPoint> points, Day since, const Style& style, int width) {
  if (points.empty()) return paragraph("No point of feedback is open.", width);
  std::string text;
  for (const FeedbackPoint& point : points) {
    text += hanging(fmt::format("{:>3} [{}] ", point.number, point.closed ? "x" : " "), point.text, width);
    text += style.dim(hanging("        ", fmt::format("{} mock of {}{}", point.type, short_date(point.day), point.day < since ? ", in an earlier attempt" : ""), width));
  }
  return text;
}

std::string metrics_screen(std::span<const MetricView> views, const Style& style, int width) {
  std::string text;
  for (const MetricView& view : views) {
    const Metric& metric = *view.metric;
    std::string right = view.last ? measure_text(metric, view.last->value) : "not measured";
    if (view.target)
      right += fmt::format(", wanted {}{}", metric.lower_is_better ? "at most " : "", measure_text(metric, *view.target));
    const std::string name = fmt::format("{} ({})", metric.title, metric.id);
    const bool beside = display_width(name) + display_width(right) + 2 <= width;
    const std::string line = beside ? at_both_ends(name, right, width) + "\n" : paragraph(name, width) + hanging("    ", right, width);
    text += view.last && view.target && !view.met ? style.bold(line) : line;
  }
  return text;
}

}  // namespace starling
