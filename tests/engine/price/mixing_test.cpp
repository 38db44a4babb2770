#include "price/mixing.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

using namespace starling;

namespace {

constexpr std::size_t kNumbers = 4;
using Point = std::vector<double>;

// Rests at 3, 4, 5, 6; each number goes a part of the way there, the last a thousandth, and the numbers pull at each other.
Point toward_rest(const Point& x) {
  constexpr std::array kShares{0.9, 0.3, 0.02, 0.001};
  Point f(kNumbers);
  double sum = 0;
  for (std::size_t i = 0; i < kNumbers; ++i) {
    f[i] = kShares[i] * (3.0 + static_cast<double>(i) - x[i]);
    sum += 3.0 + static_cast<double>(i) - x[i];
  }
  for (double& each : f) each += 0.01 * sum;
  return f;
}

double left_over(const Point& x) {
  double most = 0;
  for (const double each : toward_rest(x)) most = std::max(most, std::abs(each));
  return most;
}

Point after(int steps, std::size_t depth) {
  Mixing mixing(depth);
  Point x(kNumbers, 0.0);
  for (int step = 0; step < steps; ++step) {
    const Point f = toward_rest(x);
    const Point by = mixing.step_from(f);
    Point next = x;
    Point change = f;
    for (std::size_t i = 0; i < kNumbers; ++i) next[i] += by[i];
    const Point f_next = toward_rest(next);
    for (std::size_t i = 0; i < kNumbers; ++i) change[i] = f_next[i] - f[i];
    mixing.remember(by, change);
    x = next;
  }
  return x;
}

}  // namespace

TEST_CASE("from as many steps as there are numbers it knows where a straight iteration rests") {
  CHECK(left_over(after(9, kNumbers)) < 1e-6);
  CHECK(left_over(after(9, 1)) > 1e-4);
}

TEST_CASE("where nothing is remembered the step is that of the iteration") {
  Mixing mixing(3);
  const Point f{1, -2, 0, 4};
  CHECK_FALSE(mixing.remembers());
  CHECK(mixing.step_from(f) == f);
  mixing.remember({1, 1, 0, 1}, {0.5, 1, 0, 0});
  CHECK(mixing.remembers());
  CHECK(mixing.step_from(f) != f);
  mixing.forget();
  CHECK(mixing.step_from(f) == f);
}

TEST_CASE("steps that changed nothing, and one that is remembered twice, leave numbers") {
  Mixing mixing(4);
  const Point f{1, -2, 0, 4};
  mixing.remember(Point(4, 0.0), Point(4, 0.0));
  CHECK(mixing.step_from(f) == f);
  for (int i = 0; i < 3; ++i) mixing.remember({1, 1, 0, 1}, {0.5, 1, 0, 0});
  for (const double each : mixing.step_from(f)) CHECK(std::isfinite(each));
}
