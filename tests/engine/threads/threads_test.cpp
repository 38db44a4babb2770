// Work that several threads share.
#include <doctest/doctest.h>

#include <atomic>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "threads/threads.h"

namespace starling {
namespace {

TEST_CASE("every share is worked on once, whatever the threads") {
  for (const int count : {1, 2, 3, 8}) {
    Threads threads(count);
    for (const std::size_t shares : {0U, 1U, 2U, 7U, 1000U}) {
      std::vector<std::atomic<int>> times(shares);
      threads.run(shares, [&](std::size_t share, std::size_t) { ++times[share]; });
      for (const auto& time : times) CHECK(time == 1);
    }
  }
}

TEST_CASE("one round after the other gives what each gives alone") {
  Threads threads(4);
  std::size_t sum = 0;
  for (std::size_t round = 0; round < 5000; ++round) {
    std::vector<std::size_t> given(1 + round % 9);
    threads.run(given.size(), [&](std::size_t share, std::size_t) { given[share] = round + share; });
    for (const std::size_t each : given) sum += each;
  }
  std::size_t expected = 0;
  for (std::size_t round = 0; round < 5000; ++round)
    for (std::size_t share = 0; share < 1 + round % 9; ++share) expected += round + share;
  CHECK(sum == expected);
}

TEST_CASE("each thread has a number of its own, and the one that called has the first") {
  Threads threads(4);
  REQUIRE(threads.count() <= 4);
  std::vector<std::set<std::thread::id>> seen(threads.count());  // each number's own
  for (int round = 0; round < 200; ++round)
    threads.run(50, [&](std::size_t, std::size_t thread) { seen.at(thread).insert(std::this_thread::get_id()); });
  std::set<std::thread::id> all;
  for (const auto& ids : seen) {
    CHECK(ids.size() <= 1);
    for (const auto id : ids) CHECK(all.insert(id).second);
  }
  CHECK(seen.front() == std::set{std::this_thread::get_id()});
}

TEST_CASE("an exception of any thread reaches the one that called, and the threads go on working") {
  for (const int count : {1, 2, 6}) {
    Threads threads(count);
    for (int round = 0; round < 100; ++round) {
      std::atomic<std::size_t> begun = 0;
      const auto fails = [&](std::size_t share, std::size_t) {
        ++begun;
        if (share >= 10) throw std::runtime_error("memory ran out");
      };
      CHECK_THROWS_WITH_AS(threads.run(1'000'000, fails), "memory ran out", std::runtime_error);
      CHECK(begun <= 10 + threads.count());
      std::atomic<int> done = 0;
      threads.run(20, [&](std::size_t, std::size_t) { ++done; });
      CHECK(done == 20);
    }
  }
}

TEST_CASE("when every share fails one of them is told of") {
  Threads threads(4);
  const auto fails = [](std::size_t, std::size_t) { throw std::logic_error("no"); };
  CHECK_THROWS_AS(threads.run(64, fails), std::logic_error);
}

}  // namespace
}  // namespace starling
