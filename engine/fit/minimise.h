// The least value of a smooth function whose numbers lie between limits.
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace starling {

// What a function says at one point. `curvature` is a first guess of its second derivatives, the Hessian (row by row,
// lower triangle), asked for once.
struct Slopes {
  double value = 0;
  std::vector<double> gradient;
  std::vector<double> curvature;
};

struct Descent {
  // Value and gradient at a point, and with `curved` also the guess.
  std::function<Slopes(std::span<const double> point, bool curved)> at;
  // Moves a point inside the limits.
  std::function<std::vector<double>(std::vector<double> point)> inside;
  int most_calls = 30;
  std::function<bool()> stopped;  // asked between steps; empty: never
  double enough = 0;  // stops when a step promises to gain less than this
};

struct Settled {
  std::vector<double> point;
  double value = 0;
  int calls = 0;
  std::vector<double> curvature;  // as learnt on the way; lower triangle
};

// Steps of a quasi-Newton method (BFGS, J. Nocedal and S. J. Wright, Numerical Optimization, 2nd edition, chapters 6
// and 18.3 for the damping), which starts from a curvature that is known, each moved inside the limits and shortened
// until the value falls. Never ends above where it began. The curvature of an earlier descent is taken in place of a
// guess.
[[nodiscard]] Settled minimise(const Descent& descent, std::vector<double> from, std::vector<double> curvature = {});

}  // namespace starling
