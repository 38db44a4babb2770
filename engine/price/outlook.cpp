#include "price/outlook.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace starling {

namespace {

// Each ratio takes a search's time once more.
constexpr std::size_t kMostRatios = 6;
constexpr double kAlike = 0.22;  // as logarithms: within a quarter

double apart(double ratio, double other) { return std::abs(std::log(ratio / other)); }

// 1 first, and of those no further apart than `alike` one, at most `most`.
std::vector<double> distinct_ratios(const Outlook& outlook, std::span<const FreshItems> opening, double alike, std::size_t most) {
  std::vector<double> ratios{1};
  const auto see = [&](const ItemWeight& weight) {
    const auto is_alike = [&](double ratio) { return apart(weight.ratio(), ratio) <= alike; };
    if (ratios.size() < most && std::ranges::none_of(ratios, is_alike)) ratios.push_back(weight.ratio());
  };
  for (const HeldItem& item : outlook.held) see(item.weight);
  for (const FreshItems& fresh : outlook.fresh) see(fresh.weight);
  for (const FreshItems& fresh : opening) see(fresh.weight);
  return ratios;
}

}  // namespace

std::vector<double> ratios_of(const Outlook& outlook) { return distinct_ratios(outlook, {}, kAlike, kMostRatios); }

std::vector<double> all_ratios_of(const Outlook& outlook, std::span<const FreshItems> opening) {
  return distinct_ratios(outlook, opening, 0, std::numeric_limits<std::size_t>::max());
}

std::size_t nearest_ratio(std::span<const double> ratios, const ItemWeight& weight) {
  if (ratios.size() == 1) return 0;
  const auto nearest = std::ranges::min_element(ratios, {}, [&](double ratio) { return apart(ratio, weight.ratio()); });
  return static_cast<std::size_t>(nearest - ratios.begin());
}

double share_lived(int lived, int asked) {
  constexpr double kDaysOfTrust = 7;
  return (lived + kDaysOfTrust) / (asked + kDaysOfTrust);
}

void expect_skips(Outlook& outlook, double lived) {
  for (double& seconds : std::span(outlook.seconds).subspan(1)) seconds *= lived;
  outlook.lived = lived;
}

std::vector<float> chances_made(const Outlook& outlook) {
  if (outlook.lived >= 1) return {};
  std::vector<float> made(outlook.seconds.size() + 1, 1.0f);
  double all_skipped = 1;
  for (std::size_t left = 1; left < outlook.seconds.size(); ++left) {
    if (outlook.seconds[outlook.seconds.size() - left] > 0) all_skipped *= 1 - outlook.lived;
    made[left] = static_cast<float>(1 - all_skipped);
  }
  return made;
}

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
