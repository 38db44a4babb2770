// A screen that fits its window: a head and a foot that stay, and between them a body that scrolls where it is longer.
#pragma once

#include <string>
#include <vector>

namespace starling {

// Each is lines with a newline behind every one.
struct Frame {
  std::string head;
  std::string body;
  std::string foot;
};

struct FittedFrame {
  std::vector<std::string> lines;  // no more than the rows, at least one
  int scroll = 0;                  // lines of the body above the window: what was asked for, within its bounds
  int page = 1;                    // lines of the body in the window
  bool scrolls = false;
};
// `rows` of at least 1. Where it is low the foot comes first, then the body, then the head.
[[nodiscard]] FittedFrame fitted(const Frame& frame, int rows, int scroll);

}  // namespace starling
