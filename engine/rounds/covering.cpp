#include "rounds/covering.h"

#include <bit>

namespace starling {

namespace {

std::size_t lowest(PrincipleSet set) { return static_cast<std::size_t>(std::countr_zero(set)); }

}  // namespace

int Covering::add(PrincipleSet angles) {
  angles_.push_back(angles);
  given_.push_back(0);
  const int before = total_;
  while (grow(angles_.size() - 1)) {
  }
  return total_ - before;
}

void Covering::fill() {
  for (std::size_t story = 0; story < angles_.size(); ++story)
    while (grow(story)) {
    }
}

void Covering::clear() {
  counts_.fill(0);
  total_ = 0;
  angles_.clear();
  given_.clear();
}

// One place more for `story`, by a chain of stories that each give a principle up and take another one.
bool Covering::grow(std::size_t story) {
  if (std::popcount(given_[story]) >= most_uses_) return false;
  std::array<std::size_t, kPrincipleCount> taker{};  // the story that would take the principle
  std::array<std::size_t, kPrincipleCount> left{};   // and what it would give up for it
  PrincipleSet met = angles_[story] & ~given_[story];
  PrincipleSet ahead = met;
  for (PrincipleSet rest = met; rest != 0; rest &= rest - 1) {
    taker[lowest(rest)] = story;
    left[lowest(rest)] = kPrincipleCount;
  }
  while (ahead != 0) {
    const std::size_t principle = lowest(ahead);
    ahead &= ahead - 1;
    if (counts_[principle] < times_[principle]) {
      ++counts_[principle];
      ++total_;
      for (std::size_t at = principle; at != kPrincipleCount; at = left[at]) {
        given_[taker[at]] |= set_of(at);
        if (left[at] != kPrincipleCount) given_[taker[at]] &= ~set_of(left[at]);
      }
      return true;
    }
    for (std::size_t other = 0; other < angles_.size(); ++other) {
      if (!holds(given_[other], principle)) continue;
      const PrincipleSet fresh = angles_[other] & ~given_[other] & ~met;
      met |= fresh;
      ahead |= fresh;
      for (PrincipleSet rest = fresh; rest != 0; rest &= rest - 1) {
        taker[lowest(rest)] = other;
        left[lowest(rest)] = principle;
      }
    }
  }
  return false;
}

std::vector<int> most_covered(std::span<const PrincipleSet> stories, int times, int most_uses) {
  Covering covering(1, most_uses);
  for (const PrincipleSet angles : stories) covering.add(angles);
  std::vector<int> totals{covering.total()};
  for (int time = 2; time <= times; ++time) {
    for (std::size_t principle = 0; principle < kPrincipleCount; ++principle) covering.allow(principle, time);
    covering.fill();
    totals.push_back(covering.total());
  }
  return totals;
}

}  // namespace starling
