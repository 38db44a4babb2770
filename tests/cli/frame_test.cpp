#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cli/screen/frame.h"

using namespace starling;

namespace {

std::string lines(const std::string& name, int count) {
  std::string text;
  for (int i = 1; i <= count; ++i) text += name + std::to_string(i) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a screen never has more lines than the window has rows, and its foot is there") {
  for (int rows = 1; rows <= 30; ++rows)
    for (const int body : {0, 1, 5, 40})
      for (const int scroll : {-5, 0, 3, 1000}) {
        CAPTURE(rows);
        CAPTURE(body);
        CAPTURE(scroll);
        const FittedFrame frame = fitted({lines("head", 2), lines("body", body), lines("foot", 3)}, rows, scroll);
        CHECK(static_cast<int>(frame.lines.size()) <= rows);
        CHECK(frame.lines.back() == "foot3");
        CHECK(frame.scroll >= 0);
      }
}

TEST_CASE("scrolling from the first line to the last shows every line of the body") {
  const Frame long_one{lines("head", 1), lines("body", 40), lines("foot", 2)};
  std::vector<bool> seen(41, false);
  for (int scroll = 0; scroll < 60; ++scroll)
    for (const std::string& line : fitted(long_one, 10, scroll).lines)
      if (line.starts_with("body")) seen[static_cast<std::size_t>(std::stoi(line.substr(4)))] = true;
  for (std::size_t i = 1; i <= 40; ++i) CHECK(seen[i]);
}
