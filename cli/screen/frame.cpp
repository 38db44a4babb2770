#include "cli/screen/frame.h"

#include <algorithm>
#include <string_view>

namespace starling {

namespace {

// Below this many rows there is no room for what can be missed.
constexpr int kLowestWithHead = 8;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

FittedFrame fitted(const Frame& frame, int rows, int scroll) {
  std::vector<std::string> head = lines_of(frame.head);
  std::vector<std::string> body = lines_of(frame.body);
  std::vector<std::string> foot = lines_of(frame.foot);
  const auto count = [](const auto& lines) { return static_cast<int>(lines.size()); };
  if (rows < kLowestWithHead) head.clear();
  // Blank lines that only set parts apart go before anything is scrolled.
  if (count(head) + count(body) + count(foot) > rows) {
    if (!head.empty() && head.back().empty()) head.pop_back();
    if (!foot.empty() && foot.front().empty()) foot.erase(foot.begin());
  }
  while (count(foot) > std::max(1, rows - 1)) foot.erase(foot.begin());
  FittedFrame result;
  int room = std::max(0, rows - count(head) - count(foot));
  result.scrolls = count(body) > room;
  if (result.scrolls && room > 1) --room;  // for the line that says so
  result.page = std::max(1, room);
  result.scroll = std::clamp(scroll, 0, std::max(0, count(body) - room));
  result.lines = std::move(head);
  const auto first = body.begin() + result.scroll;
  std::copy(first, first + std::min(room, count(body) - result.scroll), std::back_inserter(result.lines));
  if (result.scrolls && room >= 1 && count(result.lines) + count(foot) < rows) {
    const bool above = result.scroll > 0;
    const bool below = result.scroll + room < count(body);
    result.lines.push_back(above && below ? "↑ ↓ more" : below ? "↓ more" : "↑ more");
  }
  std::ranges::move(foot, std::back_inserter(result.lines));
  if (result.lines.empty()) result.lines.emplace_back();
  return result;
}

}  // namespace starling
