// Charts in a terminal, of plain ASCII: they look alike in any locale, with and without colour.
#pragma once

#include <string>
#include <vector>

namespace starling {

// Chance of recall over time. `x` is in any unit that rises, such as days.
struct RecallChart {
  struct Point {
    double x = 0;
    double recall = 0;  // 0 to 1
  };
  struct Mark {
    double x = 0;
    char sign = '^';   // on the axis
    std::string text;  // in the legend
  };
  struct Tick {
    double x = 0;
    std::string text;
  };
  std::vector<Point> points;  // x rises or stays; recall that rises is a review
  std::vector<Tick> ticks;
  std::vector<Mark> marks;  // those outside the points' range are left out
};

// `height` rows (at least 3) of the curve, then the axis with its marks, the ticks that have room, and the legend.
// No line is wider than `width` (at least 20); without points there are none. The curve is drawn with ' - and . for
// the upper, middle and lower third of a row and | for a review; the scale ends below at a full 10 %.
[[nodiscard]] std::vector<std::string> draw(const RecallChart& chart, int width, int height);

// Round places from `first` to `last`, both included, 1, 2 or 5 times a power of ten apart, counted from `first`; at
// most `most` (at least 2). Not closer than `closest` to each other.
[[nodiscard]] std::vector<double> tick_places(double first, double last, int most, double closest = 0);

}  // namespace starling
