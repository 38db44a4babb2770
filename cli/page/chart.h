// Charts as SVG inside a page: each with a title and all its figures in words, legible without colour.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace starling {

struct Bar {
  std::string name;
  double value = 0;              // not below 0
  std::optional<double> target;  // in the unit of the value
  std::string said;              // both in words: "2 h 50 of 4 h"
};
struct BarChart {
  std::string id;  // of the page, "minutes"
  std::string title;
  std::string value_word;   // "done"
  std::string target_word;  // "planned"
  std::vector<Bar> bars;
};
// A bar a row, its length in proportion to the longest value or target of the chart.
[[nodiscard]] std::string bar_chart(const BarChart& chart);

// Percent at the end of weeks.
struct ProgressPoint {
  int week = 1;
  double expected = 0;
  std::optional<double> actual;  // nothing: not known
};
struct ProgressChart {
  std::string id;
  std::string title;
  int weeks = 24;                                // of the axis
  std::vector<std::pair<int, double>> expected;  // the whole line, from week 0
  std::vector<ProgressPoint> points;             // so far
};
// What is expected is a dashed line, what is so a solid one with a dot a point; each dot has its figure.
[[nodiscard]] std::string progress_chart(const ProgressChart& chart);

// Percent over a row of days, between what is low and what is high.
struct BandPoint {
  double value = 0;
  double low = 0;
  double high = 0;
  double other = 0;   // of a second line
  std::string name;   // "22 Jan"
};
struct BandChart {
  std::string id;
  std::string title;
  std::string value_word;  // of the line and its band
  std::string other_word;  // of the dashed line
  std::vector<BandPoint> points;  // evenly apart
};
[[nodiscard]] std::string band_chart(const BandChart& chart);

}  // namespace starling
