#include "cli/chart.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace starling;

namespace {

// Recall that falls from 1 and jumps back at each review, `gap` days apart.
RecallChart saw_tooth(int reviews, int gap, double lowest) {
  RecallChart chart;
  for (int i = 0; i < reviews; ++i)
    for (int day = 0; day <= gap; ++day)
      chart.points.push_back({static_cast<double>(i * gap + day), 1 - (1 - lowest) * day / gap});
  return chart;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("a curve of one fall is drawn from the upper left to the lower right") {
  RecallChart chart = saw_tooth(1, 30, 0.8);
  chart.ticks = {{0, "0"}, {15, "15"}, {30, "30"}};
  chart.marks = {{15, 'D', "due on day 15"}};
  CHECK(joined(draw(chart, 40, 5)) ==
        "100 % |''--..          :\n"
        "      |      ''---..   :\n"
        " 90 % |             ''---..\n"
        "      |                :   ''---..\n"
        " 80 % |                :          ''--..\n"
        "      +----------------D----------------\n"
        "       0               15\n"
        "       D due on day 15\n");
}

TEST_CASE("each review is an upright stroke from where recall had fallen to") {
  const auto lines = draw(saw_tooth(3, 10, 0.8), 47, 5);
  for (int row = 0; row < 5; ++row) {
    const std::string& line = lines[static_cast<std::size_t>(row)];
    REQUIRE(line.size() > 33);
    CHECK(line[7 + 13] == '|');
    CHECK(line[7 + 26] == '|');
  }
}

TEST_CASE("no line is wider than asked, and every sign is plain ASCII, whatever the curve") {
  for (int width = 20; width <= 100; width += 7)
    for (int height = 3; height <= 12; ++height)
      for (const double lowest : {0.0, 0.03, 0.5, 0.79, 0.999, 1.0}) {
        RecallChart chart = saw_tooth(4, 9, lowest);
        for (const double place : tick_places(0, 36, width / 8)) chart.ticks.push_back({place, std::to_string(place)});
        chart.marks = {{3, 'T', "today"}, {3, 'D', "due, as it happens, on the very same day as today"}, {99, 'I', "far away"}};
        const auto lines = draw(chart, width, height);
        REQUIRE(lines.size() > static_cast<std::size_t>(height));
        for (const std::string& line : lines) {
          CHECK(line.size() <= static_cast<std::size_t>(width));
          CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }));
        }
        CHECK(joined(lines).find("far away") == std::string::npos);
      }
}

TEST_CASE("a lower recall is never drawn above a higher one") {
  const auto height_of = [](double recall) {
    RecallChart chart;
    chart.points = {{0, 0.0}, {10, recall}, {20, recall}};
    const auto lines = draw(chart, 47, 9);
    for (std::size_t row = 0; row < 9; ++row) {
      const char last = lines[row].size() == 47 ? lines[row].back() : ' ';
      if (last != ' ') return static_cast<int>((9 - row) * 3) + (last == '\'' ? 2 : last == '-' ? 1 : 0);
    }
    return -1;
  };
  int before = 0;
  for (int percent = 0; percent <= 100; ++percent) {
    const int height = height_of(percent / 100.0);
    CHECK(height >= before);
    before = height;
  }
  CHECK(before == 9 * 3 + 2);
}

TEST_CASE("without points there is nothing to draw, and a single one is a level line") {
  CHECK(draw({}, 80, 5).empty());
  RecallChart chart;
  chart.points = {{4, 1}};
  CHECK(draw(chart, 40, 5)[0] == "100 % |" + std::string(33, '\''));
}

TEST_CASE("ticks stand on round places and are never more than asked for") {
  CHECK(tick_places(0, 100, 5) == std::vector<double>{0, 50, 100});
  CHECK(tick_places(0, 166, 8) == std::vector<double>{0, 50, 100, 150});
  CHECK(tick_places(0, 3, 9, 1) == std::vector<double>{0, 1, 2, 3});
  for (double span = 0.001; span < 40'000; span *= 1.7)
    for (int most = 2; most <= 12; ++most) {
      const auto places = tick_places(5, 5 + span, most);
      CHECK(places.size() <= static_cast<std::size_t>(most));
      CHECK(places.front() == 5);
      CHECK(places.back() <= 5 + span * (1 + 1e-9));
    }
  CHECK(tick_places(2, 2, 5) == std::vector<double>{2});
}
