#include "memory/powers.h"

#include <doctest/doctest.h>

#include <cmath>

#include "draws.h"

namespace starling {
namespace {

TEST_CASE("logarithms are right to fifteen digits, and that of one is nothing") {
  Draws draws{1};
  for (int i = 0; i < 200'000; ++i) {
    const double x = std::exp(i % 2 == 0 ? draws.between(-60, 60) : draws.between(-0.5, 0.5));
    const Pair both = ln(Pair{x, 2.5});
    CHECK(std::abs(both[0] - std::log(x)) <= 2e-15 * std::abs(std::log(x)));
    CHECK(both[0] == ln(x));
    CHECK(both[1] == ln(2.5));
  }
  CHECK(ln(1) == 0);
}

TEST_CASE("exponentials are right to fourteen digits, and that of nothing is one") {
  Draws draws{2};
  for (int i = 0; i < 200'000; ++i) {
    const double x = i % 2 == 0 ? draws.between(-60, 60) : draws.between(-1, 1);
    const Pair both = exp(Pair{x, -2.5});
    CHECK(std::abs(both[0] - std::exp(x)) <= (1.5 + std::abs(x) / 8) * 1e-15 * std::exp(x));
    CHECK(both[0] == exp(x));
    CHECK(both[1] == exp(-2.5));
  }
  CHECK(exp(0) == 1);
  CHECK(exp(1e9) == exp(700.0));
  CHECK(exp(-1e9) == exp(-700.0));
}

// To the last bit: written down once, so that another compiler or machine is found out.
TEST_CASE("powers have the same digits on every machine") {
  CHECK(ln(2.3065) == 0x1.abe4f686c98bep-1);
  CHECK(exp(1.8722) == 0x1.a02a5fffcdc3p+2);
}

}  // namespace
}  // namespace starling
