#include "price/habits.h"

#include <cstddef>

namespace starling {

namespace {

// So many answers weigh as much as the usual figures.
constexpr double kWeightOfUsual = 50;
constexpr double kLongestSeconds = 20 * 60;

struct Mean {
  double sum = 0;
  int count = 0;

  void add(const std::optional<double>& value) {
    if (!value || !(*value > 0) || !(*value < kLongestSeconds)) return;
    sum += *value;
    ++count;
  }
  [[nodiscard]] double towards(double usual) const { return (sum + kWeightOfUsual * usual) / (count + kWeightOfUsual); }
};

template <std::size_t N>
std::array<double, N> shares_towards(const std::array<int, N>& counts, const std::array<double, N>& usual) {
  int all = 0;
  for (const int count : counts) all += count;
  const double own = all / (kWeightOfUsual + all);
  std::array<double, N> shares{};
  for (std::size_t i = 0; i < N; ++i)
    shares[i] = own * (counts[i] + 1) / (all + static_cast<double>(N)) + (1 - own) * usual[i];
  return shares;
}

}  // namespace

Habits habits_from(std::span<const LoggedAnswer> answers, const Habits& usual) {
  std::array<Mean, 4> first;
  std::array<Mean, 4> review;
  Mean step;
  std::array<int, 4> first_counts{};
  std::array<int, 3> recalled_counts{};
  for (const LoggedAnswer& answer : answers) {
    const std::size_t grade = index_of(answer.grade);
    switch (answer.kind) {
      case LoggedAnswer::Kind::First:
        first[grade].add(answer.seconds);
        ++first_counts[grade];
        break;
      case LoggedAnswer::Kind::Review:
        review[grade].add(answer.seconds);
        if (grade > 0) ++recalled_counts[grade - 1];
        break;
      case LoggedAnswer::Kind::Step:
        step.add(answer.seconds);
        break;
    }
  }
  Habits habits;
  habits.first_shares = shares_towards(first_counts, usual.first_shares);
  habits.recalled_shares = shares_towards(recalled_counts, usual.recalled_shares);
  for (std::size_t i = 0; i < 4; ++i) {
    habits.first_seconds[i] = first[i].towards(usual.first_seconds[i]);
    habits.review_seconds[i] = review[i].towards(usual.review_seconds[i]);
  }
  habits.step_seconds = step.towards(usual.step_seconds);
  return habits;
}

}  // namespace starling
