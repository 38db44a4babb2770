// What a log says of how a learner answers.
#include <doctest/doctest.h>

#include <numeric>

#include "price/price.h"

using namespace starling;
using Kind = LoggedAnswer::Kind;

namespace {

std::vector<LoggedAnswer> repeated(const LoggedAnswer& answer, int count) {
  return std::vector<LoggedAnswer>(static_cast<std::size_t>(count), answer);
}

}  // namespace

TEST_CASE("a learner without a log has the usual habits") {
  CHECK(habits_from({}) == Habits{});
}

TEST_CASE("fifty answers weigh as much as the usual time") {
  const auto answers = repeated({Kind::Review, Grade::Good, 30.0}, 50);
  const Habits habits = habits_from(answers);
  CHECK(habits.review_seconds[2] == doctest::Approx((30 + 12.38) / 2));
  CHECK(habits.review_seconds[1] == Habits{}.review_seconds[1]);
  CHECK(habits.first_seconds == Habits{}.first_seconds);
}

TEST_CASE("a time of nothing and one of twenty minutes are no answer times") {
  std::vector<LoggedAnswer> answers = repeated({Kind::Step, Grade::Good, 0.0}, 100);
  answers.push_back({Kind::Step, Grade::Good, 1200.0});
  answers.push_back({Kind::Step, Grade::Good, std::nullopt});
  CHECK(habits_from(answers).step_seconds == Habits{}.step_seconds);
}

TEST_CASE("shares move towards the learner's own and still sum to one") {
  std::vector<LoggedAnswer> answers = repeated({Kind::First, Grade::Easy, std::nullopt}, 46);
  const auto reviews = repeated({Kind::Review, Grade::Hard, std::nullopt}, 1000);
  answers.insert(answers.end(), reviews.begin(), reviews.end());
  const auto forgotten = repeated({Kind::Review, Grade::Again, std::nullopt}, 1000);
  answers.insert(answers.end(), forgotten.begin(), forgotten.end());
  const Habits habits = habits_from(answers);
  const double own = 46.0 / 96;
  CHECK(habits.first_shares[3] == doctest::Approx(own * 47 / 50 + (1 - own) * 0.171));
  CHECK(habits.first_shares[0] == doctest::Approx(own * 1 / 50 + (1 - own) * 0.24));
  CHECK(habits.recalled_shares[0] > 0.94);
  CHECK(std::accumulate(habits.first_shares.begin(), habits.first_shares.end(), 0.0) == doctest::Approx(1));
  CHECK(std::accumulate(habits.recalled_shares.begin(), habits.recalled_shares.end(), 0.0) == doctest::Approx(1));
}
