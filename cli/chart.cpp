#include "cli/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace starling {

namespace {

constexpr int kLabelColumns = 6;  // "100 % "
constexpr int kThirds = 3;        // levels inside one row
constexpr double kHighestFloor = 0.8;

class Canvas {
 public:
  Canvas(const RecallChart& chart, int width, int height)
      : chart_(chart), columns_(std::max(10, width - kLabelColumns - 1)), rows_(std::max(3, height)) {
    double lowest = 1;
    for (const auto& point : chart.points) lowest = std::min(lowest, std::clamp(point.recall, 0.0, 1.0));
    floor_ = std::min(kHighestFloor, std::floor(lowest * 10 + 1e-9) / 10);
    first_ = chart.points.front().x;
    last_ = std::max(chart.points.back().x, first_ + 1e-9);
    cells_.assign(static_cast<std::size_t>(rows_), std::string(static_cast<std::size_t>(columns_), ' '));
  }

  std::vector<std::string> lines() {
    draw_marks();
    draw_curve();
    draw_reviews();
    std::vector<std::string> lines;
    for (int row = rows_ - 1; row >= 0; --row) lines.push_back(label(row) + "|" + cells_[static_cast<std::size_t>(row)]);
    lines.push_back(std::string(kLabelColumns, ' ') + axis());
    if (std::string ticks = tick_line(); !ticks.empty()) lines.push_back(std::move(ticks));
    for (std::string& line : lines) line.erase(line.find_last_not_of(' ') + 1);
    for (std::string& line : legend()) lines.push_back(std::move(line));
    return lines;
  }

 private:
  [[nodiscard]] int column(double x) const {
    return static_cast<int>(std::lround((x - first_) / (last_ - first_) * (columns_ - 1)));
  }
  [[nodiscard]] int level(double recall) const {
    const double part = (std::clamp(recall, 0.0, 1.0) - floor_) / (1 - floor_);
    return static_cast<int>(std::lround(part * (kThirds * rows_ - 1)));
  }
  char& cell(int at_column, int row) {
    return cells_[static_cast<std::size_t>(row)][static_cast<std::size_t>(at_column)];
  }
  [[nodiscard]] bool in_range(const RecallChart::Mark& mark) const { return mark.x >= first_ && mark.x <= last_; }

  // The curve at the middle of a column.
  [[nodiscard]] double recall_at(int at_column) const {
    const double x = first_ + (last_ - first_) * at_column / (columns_ - 1);
    const auto& points = chart_.points;
    const auto after = std::find_if(points.begin(), points.end(), [&](const auto& point) { return point.x > x; });
    if (after == points.begin()) return points.front().recall;
    const auto before = after - 1;
    if (after == points.end() || after->recall > before->recall) return before->recall;
    return before->recall + (after->recall - before->recall) * (x - before->x) / (after->x - before->x);
  }

  void draw_marks() {
    for (const auto& mark : chart_.marks)
      if (in_range(mark))
        for (int row = 0; row < rows_; ++row) cell(column(mark.x), row) = ':';
  }
  void draw_curve() {
    constexpr std::string_view kThirdSigns{".-'"};
    int above = rows_ - 1;
    for (int at = 0; at < columns_; ++at) {
      const int here = level(recall_at(at));
      const int row = here / kThirds;
      // A fall of more than a row stays joined.
      for (int between = row + 1; at > 0 && between < above; ++between) cell(at, between) = '|';
      cell(at, row) = kThirdSigns[static_cast<std::size_t>(here % kThirds)];
      above = row;
    }
  }
  void draw_reviews() {
    const auto& points = chart_.points;
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (points[i].recall <= points[i - 1].recall) continue;
      const int from = level(points[i - 1].recall) / kThirds;
      const int to = level(points[i].recall) / kThirds;
      for (int row = from; row <= to; ++row) cell(column(points[i].x), row) = '|';
    }
  }

  // Percent at the top, the bottom and, where there is a middle row, there.
  [[nodiscard]] std::string label(int row) const {
    std::optional<double> value;
    if (row == rows_ - 1) value = 1;
    if (row == 0) value = floor_;
    if (rows_ % 2 == 1 && row == rows_ / 2) value = (1 + floor_) / 2;
    return value ? fmt::format("{:3.0f} % ", *value * 100) : std::string(kLabelColumns, ' ');
  }
  [[nodiscard]] std::string axis() const {
    std::string line(static_cast<std::size_t>(columns_), '-');
    for (auto mark = chart_.marks.rbegin(); mark != chart_.marks.rend(); ++mark)
      if (in_range(*mark)) line[static_cast<std::size_t>(column(mark->x))] = mark->sign;
    return "+" + line;
  }
  [[nodiscard]] std::string tick_line() const {
    std::string line;
    for (const auto& tick : chart_.ticks) {
      const std::size_t start = static_cast<std::size_t>(kLabelColumns + 1 + column(tick.x));
      const bool fits = start + tick.text.size() <= static_cast<std::size_t>(kLabelColumns + 1 + columns_);
      if (!fits || (!line.empty() && start < line.size() + 1)) continue;
      line.resize(start, ' ');
      line += tick.text;
    }
    return line;
  }
  [[nodiscard]] std::vector<std::string> legend() const {
    const std::string indent(kLabelColumns + 1, ' ');
    const auto widest = static_cast<std::size_t>(kLabelColumns + 1 + columns_);
    std::vector<std::string> lines;
    for (const auto& mark : chart_.marks) {
      if (!in_range(mark)) continue;
      const std::string entry = fmt::format("{} {}", mark.sign, mark.text).substr(0, widest - indent.size());
      if (!lines.empty() && lines.back().size() + 3 + entry.size() <= widest)
        lines.back() += "   " + entry;
      else
        lines.push_back(indent + entry);
    }
    return lines;
  }

  const RecallChart& chart_;
  int columns_;
  int rows_;
  double floor_ = 0;
  double first_ = 0;
  double last_ = 1;
  std::vector<std::string> cells_;  // from the lowest row up
};

}  // namespace

std::vector<std::string> draw(const RecallChart& chart, int width, int height) {
  if (chart.points.empty()) return {};
  return Canvas(chart, width, height).lines();
}

std::vector<double> tick_places(double first, double last, int most, double closest) {
  const double span = last - first;
  if (!(span > 0)) return {first};
  const double least = std::max(span / std::max(1, most - 1), closest);
  double step = std::pow(10.0, std::floor(std::log10(least)));
  for (const double more : {2.0, 2.5, 2.0})  // 1, 2, 5, 10
    if (step < least * (1 - 1e-9)) step *= more;
  std::vector<double> places;
  for (int i = 0; i * step <= span * (1 + 1e-9); ++i) places.push_back(first + i * step);
  return places;
}

}  // namespace starling
