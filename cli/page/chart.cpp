#include "cli/page/chart.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/page/document.h"

namespace starling {

namespace {

constexpr double kChartWidth = 360;  // of the drawing; a narrow telephone shows it as large as it is

// The frame of a drawing: what it shows is said to those who do not see it.
std::string drawing(const std::string& id, const std::string& title, const std::string& said, double height, const std::string& inside) {
  return fmt::format(
      "<figure>\n<figcaption>{0}</figcaption>\n<svg role=\"img\" aria-labelledby=\"{1}-title {1}-desc\" viewBox=\"0 0 {2:g} {3:g}\">\n"
      "<title id=\"{1}-title\">{0}</title>\n<desc id=\"{1}-desc\">{4}</desc>\n{5}</svg>\n</figure>\n",
      html_text(title), id, kChartWidth, height, html_text(said), inside);
}

std::string words_at(std::string_view css_class, double x, double y, std::string_view text) {
  return fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", css_class, x, y, html_text(text));
}

std::string line_from(std::string_view css_class, double x1, double y1, double x2, double y2) {
  return fmt::format("<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", css_class, x1, y1, x2, y2);
}

// Bars ----------------------------------------------------------------------------------------------------------------

constexpr double kBarRow = 42;
constexpr double kBarHeight = 11;
constexpr double kBarLeft = 1;
constexpr double kBarRoom = kChartWidth - 4;

std::string box(std::string_view css_class, double x, double y, double width) {
  return fmt::format("<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:g}\"/>\n", css_class, x, y, width, kBarHeight);
}

// The bar and the line of the target, small, with their words.
std::string bar_key(const BarChart& chart, double y) {
  std::string text = box("value", kBarLeft, y, 16) + words_at("key", kBarLeft + 22, y + 10, chart.value_word);
  if (std::ranges::any_of(chart.bars, [](const Bar& bar) { return bar.target.has_value(); }))
    text += line_from("target", 129, y - 3, 129, y + kBarHeight + 3) + words_at("key", 138, y + 10, chart.target_word);
  return text;
}

double longest_of(const BarChart& chart) {
  double longest = 0;
  for (const Bar& bar : chart.bars) longest = std::max({longest, bar.value, bar.target.value_or(0)});
  return longest > 0 ? longest : 1;
}

// Progress ------------------------------------------------------------------------------------------------------------

constexpr double kLeft = 42;
constexpr double kRight = kChartWidth - 14;
constexpr double kTop = 10;
constexpr double kBottom = 180;
constexpr double kProgressHeight = 234;

struct Scale {
  int weeks;
  [[nodiscard]] double x(double week) const { return kLeft + (kRight - kLeft) * week / weeks; }
  [[nodiscard]] static double y(double percent) { return kBottom - (kBottom - kTop) * std::clamp(percent, 0.0, 100.0) / 100; }
};

std::string percent_axes() {
  std::string text;
  for (int percent = 0; percent <= 100; percent += 25) {
    text += line_from(percent == 0 ? "axis" : "grid", kLeft, Scale::y(percent), kRight, Scale::y(percent));
    text += words_at("tick end", kLeft - 5, Scale::y(percent) + 4, fmt::format("{} %", percent));
  }
  return text + line_from("axis", kLeft, kTop, kLeft, kBottom);
}

std::string axes(const Scale& scale) {
  std::string text = percent_axes();
  const int step = std::max(1, (scale.weeks + 5) / 6);
  for (int week = 0; week <= scale.weeks; week += step) {
    text += line_from("axis", scale.x(week), kBottom, scale.x(week), kBottom + 4);
    text += words_at("tick middle", scale.x(week), kBottom + 17, fmt::format("{}", week));
  }
  return text + words_at("tick end", kRight, kBottom + 32, "end of week");
}

std::string polyline(std::string_view css_class, const std::vector<std::string>& points) {
  return points.size() < 2 ? "" : fmt::format("<polyline class=\"{}\" points=\"{}\"/>\n", css_class, fmt::join(points, " "));
}

std::string corner(const Scale& scale, double week, double percent) {
  return fmt::format("{:.1f},{:.1f}", scale.x(week), Scale::y(percent));
}

std::string expected_line(const ProgressChart& chart, const Scale& scale) {
  std::vector<std::string> corners;
  for (const auto& [week, percent] : chart.expected) corners.push_back(corner(scale, week, percent));
  return polyline("expected", corners);
}

// Broken where a point is not known.
std::string actual_line(const ProgressChart& chart, const Scale& scale) {
  std::string text;
  std::vector<std::string> corners;
  for (const ProgressPoint& point : chart.points) {
    if (!point.actual) {
      text += polyline("actual", corners);
      corners.clear();
      continue;
    }
    corners.push_back(corner(scale, point.week, *point.actual));
  }
  return text + polyline("actual", corners);
}

// The higher of two figures stands above, the lower below.
std::string figures_at(const ProgressPoint& point, const Scale& scale) {
  const double x = scale.x(point.week);
  const bool ahead = point.actual && *point.actual >= point.expected;
  std::string text = words_at("figure expects", x, Scale::y(point.expected) + (ahead ? 16 : -8), fmt::format("{:.0f}", point.expected));
  if (!point.actual) return text;
  text += fmt::format("<circle class=\"actual\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/>\n", x, Scale::y(*point.actual));
  const double below = std::min(Scale::y(*point.actual) + 17, kBottom - 4);
  return text + words_at("figure is", x + (below == kBottom - 4 ? 14 : 0), ahead ? Scale::y(*point.actual) - 8 : below, fmt::format("{:.0f}", *point.actual));
}

std::string progress_key() {
  const double y = kProgressHeight - 10;
  return line_from("actual", 2, y - 4, 26, y - 4) + fmt::format("<circle class=\"actual\" cx=\"14\" cy=\"{:g}\" r=\"4\"/>\n", y - 4) +
         words_at("key", 32, y, "actual") + line_from("expected", 110, y - 4, 138, y - 4) + words_at("key", 144, y, "expected");
}

// Band ----------------------------------------------------------------------------------------------------------------

std::string dates_below(const BandChart& chart, const Scale& scale) {
  std::string text;
  const std::size_t step = std::max<std::size_t>(1, (chart.points.size() + 4) / 5);
  for (std::size_t at = 0; at < chart.points.size(); at += step) {
    const double x = scale.x(static_cast<double>(at));
    text += line_from("axis", x, kBottom, x, kBottom + 4) + words_at("tick middle", x, kBottom + 17, chart.points[at].name);
  }
  return text;
}

std::string line_of(std::string_view css_class, const BandChart& chart, const Scale& scale, double BandPoint::*figure) {
  std::vector<std::string> corners;
  for (std::size_t at = 0; at < chart.points.size(); ++at) corners.push_back(corner(scale, static_cast<double>(at), chart.points[at].*figure));
  return polyline(css_class, corners);
}

std::string band_of(const BandChart& chart, const Scale& scale) {
  std::vector<std::string> corners;
  for (std::size_t at = 0; at < chart.points.size(); ++at) corners.push_back(corner(scale, static_cast<double>(at), chart.points[at].high));
  for (std::size_t at = chart.points.size(); at-- > 0;) corners.push_back(corner(scale, static_cast<double>(at), chart.points[at].low));
  return fmt::format("<polygon class=\"band\" points=\"{}\"/>\n", fmt::join(corners, " "));
}

std::string band_key(const BandChart& chart) {
  const double y = kProgressHeight - 10;
  return line_from("actual", 2, y - 4, 26, y - 4) + words_at("key", 32, y, chart.value_word) + line_from("expected", 150, y - 4, 178, y - 4) +
         words_at("key", 184, y, chart.other_word);
}

}  // namespace

std::string band_chart(const BandChart& chart) {
  const Scale scale{std::max(1, static_cast<int>(chart.points.size()) - 1)};
  std::vector<std::string> said;
  for (const BandPoint& point : chart.points)
    said.push_back(fmt::format("{}: {:.0f}, {:.0f} to {:.0f}; {} {:.0f}", point.name, point.value, point.low, point.high, chart.other_word, point.other));
  return drawing(chart.id, chart.title, fmt::format("In percent. {}.", fmt::join(said, "; ")), kProgressHeight,
                 percent_axes() + dates_below(chart, scale) + band_of(chart, scale) + line_of("expected", chart, scale, &BandPoint::other) +
                     line_of("actual", chart, scale, &BandPoint::value) + band_key(chart));
}

std::string bar_chart(const BarChart& chart) {
  const double scale = kBarRoom / longest_of(chart);
  std::string inside;
  std::vector<std::string> said;
  double y = 0;
  for (const Bar& bar : chart.bars) {
    inside += words_at("name", 0, y + 14, bar.name) + words_at("said end", kChartWidth, y + 14, bar.said);
    if (bar.value > 0) inside += box("value", kBarLeft, y + 22, bar.value * scale);
    inside += line_from("axis", kBarLeft, y + 19, kBarLeft, y + 22 + kBarHeight + 3);
    if (bar.target) inside += line_from("target", kBarLeft + *bar.target * scale, y + 19, kBarLeft + *bar.target * scale, y + 22 + kBarHeight + 3);
    said.push_back(fmt::format("{}: {}", bar.name, bar.said));
    y += kBarRow;
  }
  inside += bar_key(chart, y + 8);
  return drawing(chart.id, chart.title, fmt::format("{}.", fmt::join(said, "; ")), y + 26, inside);
}

std::string progress_chart(const ProgressChart& chart) {
  const Scale scale{std::max(1, chart.weeks)};
  std::string inside = axes(scale) + expected_line(chart, scale) + actual_line(chart, scale);
  std::vector<std::string> said;
  for (const ProgressPoint& point : chart.points) {
    inside += figures_at(point, scale);
    const std::string actual = point.actual ? fmt::format("{:.0f}", *point.actual) : "not known";
    said.push_back(fmt::format("week {}: {}, expected {:.0f}", point.week, actual, point.expected));
  }
  return drawing(chart.id, chart.title, fmt::format("In percent, at the end of weeks. {}.", fmt::join(said, "; ")), kProgressHeight,
                 inside + progress_key());
}

}  // namespace starling
