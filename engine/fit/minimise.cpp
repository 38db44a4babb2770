#include "fit/minimise.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace starling {

namespace {

// A symmetric matrix, of which the lower triangle is kept row by row.
class Symmetric {
 public:
  Symmetric(std::size_t size, std::vector<double> lower) : size_(size), lower_(std::move(lower)) {}

  double& operator()(std::size_t i, std::size_t j) {
    return lower_[i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i];
  }
  double operator()(std::size_t i, std::size_t j) const {
    return lower_[i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i];
  }
  [[nodiscard]] std::vector<double> times(std::span<const double> v) const {
    std::vector<double> product(size_, 0);
    for (std::size_t i = 0; i < size_; ++i)
      for (std::size_t j = 0; j < size_; ++j) product[i] += (*this)(i, j) * v[j];
    return product;
  }
  [[nodiscard]] const std::vector<double>& lower() const { return lower_; }

 private:
  std::size_t size_;
  std::vector<double> lower_;
};

double dot(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// Solves curvature x = -gradient over the numbers that are `free`, by Cholesky's decomposition; a diagonal that is not
// positive is lifted. The others stay where they are.
std::vector<double> newton_step(const Symmetric& curvature, std::span<const double> gradient,
                                const std::vector<bool>& free) {
  std::vector<std::size_t> index;
  for (std::size_t i = 0; i < free.size(); ++i)
    if (free[i]) index.push_back(i);
  const std::size_t n = index.size();
  std::vector<double> l(n * n, 0);
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = curvature(index[i], index[j]);
      for (std::size_t k = 0; k < j; ++k) sum -= l[i * n + k] * l[j * n + k];
      const double least = 1e-9 * std::max(1e-9, curvature(index[i], index[i]));
      l[i * n + j] = i == j ? std::sqrt(std::max(sum, least)) : sum / l[j * n + j];
    }
    double sum = -gradient[index[i]];
    for (std::size_t k = 0; k < i; ++k) sum -= l[i * n + k] * x[k];
    x[i] = sum / l[i * n + i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) x[i] -= l[k * n + i] * x[k];
    x[i] /= l[i * n + i];
  }
  std::vector<double> step(free.size(), 0);
  for (std::size_t i = 0; i < n; ++i) step[index[i]] = x[i];
  return step;
}

// Numbers that a small step downhill does not press against a limit.
std::vector<bool> free_numbers(const Descent& descent, std::span<const double> point, std::span<const double> gradient,
                               const Symmetric& curvature) {
  std::vector<bool> free(point.size());
  for (std::size_t i = 0; i < point.size(); ++i) {
    std::vector<double> tried(point.begin(), point.end());
    const double step = -gradient[i] / std::max(curvature(i, i), 1e-9);
    tried[i] += std::clamp(step, -1e-4 * (1 + std::abs(tried[i])), 1e-4 * (1 + std::abs(tried[i])));
    free[i] = std::abs(descent.inside(tried)[i] - point[i]) > 1e-12;
  }
  return free;
}

void learn(Symmetric& curvature, std::span<const double> step, std::span<const double> change) {
  const std::vector<double> bent = curvature.times(step);
  const double expected = dot(step, bent);
  if (!(expected > 0)) return;
  const double seen = dot(step, change);
  // Powell's damping: what would make the curvature negative is mixed with what was known.
  const double share = seen >= 0.2 * expected ? 1 : 0.8 * expected / (expected - seen);
  std::vector<double> y(step.size());
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = share * change[i] + (1 - share) * bent[i];
  const double along = dot(step, y);
  for (std::size_t i = 0; i < y.size(); ++i)
    for (std::size_t j = 0; j <= i; ++j) curvature(i, j) += y[i] * y[j] / along - bent[i] * bent[j] / expected;
}

struct Moved {
  std::vector<double> point;
  Slopes slopes;
};

std::optional<Moved> shorten_until_lower(const Descent& descent, std::span<const double> point, const Slopes& here,
                                         std::span<const double> step, int& calls) {
  constexpr double kShorter = 0.3;
  constexpr double kShortest = 1e-3;
  for (double length = 1; length > kShortest && calls < descent.most_calls; length *= kShorter) {
    std::vector<double> next(point.begin(), point.end());
    for (std::size_t i = 0; i < next.size(); ++i) next[i] += length * step[i];
    next = descent.inside(std::move(next));
    Slopes there = descent.at(next, false);
    ++calls;
    double promised = 0;
    for (std::size_t i = 0; i < next.size(); ++i) promised += here.gradient[i] * (next[i] - point[i]);
    if (there.value <= here.value + 1e-4 * std::min(promised, 0.0) && there.value < here.value)
      return Moved{std::move(next), std::move(there)};
  }
  return std::nullopt;
}

}  // namespace

Settled minimise(const Descent& descent, std::vector<double> from, std::vector<double> known) {
  Settled settled{descent.inside(std::move(from)), 0, 1, {}};
  Slopes here = descent.at(settled.point, known.empty());
  bool fresh = known.empty();
  Symmetric curvature(settled.point.size(), fresh ? std::move(here.curvature) : std::move(known));
  while (settled.calls < descent.most_calls && !(descent.stopped && descent.stopped())) {
    const auto free = free_numbers(descent, settled.point, here.gradient, curvature);
    const auto step = newton_step(curvature, here.gradient, free);
    if (-dot(here.gradient, step) / 2 < descent.enough) break;
    auto moved = shorten_until_lower(descent, settled.point, here, step, settled.calls);
    if (!moved) {
      // What was learnt on the way leads nowhere: looked at afresh, once.
      if (fresh || settled.calls >= descent.most_calls) break;
      here = descent.at(settled.point, true);
      ++settled.calls;
      curvature = Symmetric(settled.point.size(), std::move(here.curvature));
      fresh = true;
      continue;
    }
    fresh = false;
    std::vector<double> taken(step.size());
    std::vector<double> change(step.size());
    for (std::size_t i = 0; i < step.size(); ++i) {
      taken[i] = moved->point[i] - settled.point[i];
      change[i] = moved->slopes.gradient[i] - here.gradient[i];
    }
    learn(curvature, taken, change);
    settled.point = std::move(moved->point);
    here = std::move(moved->slopes);
  }
  settled.value = here.value;
  settled.curvature = curvature.lower();
  return settled;
}

}  // namespace starling
