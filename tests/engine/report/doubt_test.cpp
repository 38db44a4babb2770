// How far memory may stray, as the answers tell it.
#include <doctest/doctest.h>

#include "memory/memory.h"
#include "report/report.h"

using namespace starling;

namespace {

constexpr double kDecay = 0.1542;

// So many tests of memory that were foreseen at nine in ten, of which this share was recalled.
std::vector<RecallTest> tests_of(int count, double recalled) {
  std::vector<RecallTest> tests;
  for (int i = 0; i < count; ++i) {
    RecallTest test;
    test.predicted = 0.9;
    test.recalled = i < recalled * count;
    tests.push_back(test);
  }
  return tests;
}

}  // namespace

TEST_CASE("before any answer a learner is as others are, give or take a third") {
  const StabilityDoubt doubt = stability_doubt({}, kDecay);
  CHECK(doubt.mean == 0);
  CHECK(doubt.deviation == doctest::Approx(kSpreadOfLearners));
  CHECK(low_factor(doubt) < 0.65);
  CHECK(high_factor(doubt) > 1.5);
}

TEST_CASE("answers that were foreseen narrow the doubt and do not move it") {
  double before = kSpreadOfLearners;
  for (const int count : {50, 500, 5000}) {
    const StabilityDoubt doubt = stability_doubt(tests_of(count, 0.9), kDecay);
    CHECK(std::abs(doubt.mean) < 0.01);
    CHECK(doubt.deviation < before);
    before = doubt.deviation;
  }
  CHECK(before < 0.07);
}

TEST_CASE("who recalls more than was foreseen keeps longer, who recalls less forgets sooner") {
  CHECK(stability_doubt(tests_of(1000, 0.95), kDecay).mean > 0.3);
  CHECK(stability_doubt(tests_of(1000, 0.85), kDecay).mean < -0.3);
  for (const double recalled : {0.0, 1.0}) {
    const StabilityDoubt doubt = stability_doubt(tests_of(100'000, recalled), kDecay);
    CHECK(std::abs(doubt.mean) <= 1);
    CHECK(doubt.deviation > 0);
  }
}

TEST_CASE("tests that were as good as certain, or hopeless, are numbers too") {
  for (const double predicted : {0.0, 1e-12, 1.0}) {
    std::vector<RecallTest> tests = tests_of(100, 0.5);
    for (RecallTest& test : tests) test.predicted = predicted;
    const StabilityDoubt doubt = stability_doubt(tests, kDecay);
    CHECK(std::isfinite(doubt.mean));
    CHECK(std::isfinite(doubt.deviation));
  }
}
