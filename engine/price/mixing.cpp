#include "price/mixing.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace starling {

namespace {

constexpr double kRidge = 1e-6;  // steps that are nearly one direction are not told apart by their digits

double product(std::span<const double> a, std::span<const double> b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

// Of a symmetric matrix without a negative direction, row by row; what nothing hangs on is 0.
std::vector<double> solved(std::vector<std::vector<double>> rows, std::vector<double> right) {
  const std::size_t count = right.size();
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t below = i + 1; rows[i][i] > 0 && below < count; ++below) {
      const double share = rows[below][i] / rows[i][i];
      for (std::size_t column = i; column < count; ++column) rows[below][column] -= share * rows[i][column];
      right[below] -= share * right[i];
    }
  std::vector<double> result(count);
  for (std::size_t i = count; i-- > 0;) {
    if (rows[i][i] <= 0) continue;
    double rest = right[i];
    for (std::size_t column = i + 1; column < count; ++column) rest -= rows[i][column] * result[column];
    result[i] = rest / rows[i][i];
  }
  return result;
}

}  // namespace

void Mixing::remember(std::vector<double> way, std::vector<double> change) {
  steps_.push_front({std::move(way), std::move(change)});
  if (steps_.size() > depth_) steps_.pop_back();
}

std::vector<double> Mixing::shares(std::span<const double> f) const {
  std::vector<std::vector<double>> products(steps_.size(), std::vector<double>(steps_.size()));
  std::vector<double> along;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    for (std::size_t j = 0; j < steps_.size(); ++j) products[i][j] = product(steps_[i].change, steps_[j].change);
    products[i][i] *= 1 + kRidge;
    along.push_back(product(steps_[i].change, f));
  }
  return solved(std::move(products), std::move(along));
}

std::vector<double> Mixing::step_from(std::span<const double> f) const {
  std::vector<double> step(f.begin(), f.end());
  const std::vector<double> taken = shares(f);
  for (std::size_t i = 0; i < taken.size(); ++i)
    for (std::size_t at = 0; at < step.size(); ++at) step[at] -= taken[i] * (steps_[i].way[at] + steps_[i].change[at]);
  return step;
}

}  // namespace starling
