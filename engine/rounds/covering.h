// How much do stories cover, where each is given to a few of its principles and each principle wants a few stories?
#pragma once

#include <array>
#include <span>
#include <vector>

#include "rounds/bank.h"

namespace starling {

// Grows story by story and always covers as much as can be: a story that is there already takes another principle where
// that makes room.
class Covering {
 public:
  // A principle takes at most `times` stories, a story at most `most_uses` principles; both above zero.
  Covering(int times, int most_uses) : most_uses_(most_uses) { times_.fill(times); }

  // How many more a principle may take; below what it has, nothing changes.
  void allow(std::size_t principle, int times) { times_[principle] = times; }

  // How much more is covered by it.
  int add(PrincipleSet angles);
  // Uses what room there is since more was allowed.
  void fill();

  [[nodiscard]] int covered(std::size_t principle) const { return counts_[principle]; }
  [[nodiscard]] int total() const { return total_; }
  // What the story added as `index`-th is told for, from 0.
  [[nodiscard]] PrincipleSet given(std::size_t index) const { return given_[index]; }
  void clear();

 private:
  bool grow(std::size_t story);

  int most_uses_;
  std::array<int, kPrincipleCount> times_{};
  std::array<int, kPrincipleCount> counts_{};
  int total_ = 0;
  std::vector<PrincipleSet> angles_;
  std::vector<PrincipleSet> given_;
};

// How many places are covered at most where every principle has 1, 2, … `times` of them.
[[nodiscard]] std::vector<int> most_covered(std::span<const PrincipleSet> stories, int times, int most_uses);

}  // namespace starling
