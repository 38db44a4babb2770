#include "price/outlook.h"

#include <algorithm>

namespace starling {

int left_when_reviewed(const HeldItem& item, int days_left) {
  return std::max(0, days_left + std::min(item.waited_days, kLongestWait));
}

int longest_wait(const Outlook& outlook) {
  int longest = 0;
  for (const HeldItem& item : outlook.held) longest = std::max(longest, std::min(item.waited_days, kLongestWait));
  return longest;
}

int longest_interval(const Outlook& outlook) { return std::max(1, outlook.days_left() + longest_wait(outlook) - 1); }

}  // namespace starling
