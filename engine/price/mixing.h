// Anderson's mixing of an iteration that goes from x to x + f(x) and rests where f is 0 (D. G. Anderson, J. ACM 12, 1965; as
// H. F. Walker and P. Ni write it, SIAM J. Numer. Anal. 49, 2011): from its last steps, where f would be least. What all
// prices have in common, how dear minutes are on the whole, is right in a few steps so, and not in a hundred without.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <vector>

namespace starling {

class Mixing {
 public:
  // Of so many steps at most; the older ones are forgotten.
  explicit Mixing(std::size_t depth) : depth_(depth) {}

  // x went by `way`, and f changed by `change`: as many numbers each as all others.
  void remember(std::vector<double> way, std::vector<double> change);
  void forget() { steps_.clear(); }
  [[nodiscard]] bool remembers() const { return !steps_.empty(); }

  // Where to go from a place at which f is `f`: f itself where nothing is remembered.
  [[nodiscard]] std::vector<double> step_from(std::span<const double> f) const;

 private:
  struct Step {
    std::vector<double> way;
    std::vector<double> change;
  };
  // How much of each step: f less so much of their changes has the least sum of squares.
  [[nodiscard]] std::vector<double> shares(std::span<const double> f) const;

  std::size_t depth_;
  std::deque<Step> steps_;  // the last one first
};

}  // namespace starling
