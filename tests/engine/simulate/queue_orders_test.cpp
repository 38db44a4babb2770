// Whether docs/queue-order.md was printed by the present code.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "bench/queue_orders.h"

using namespace starling;

// All its lives take minutes, so only the first learner's are played again. To print it anew: bench/queue-orders.
TEST_CASE("the page on the order of the queue is written by the present simulation") {
  std::ifstream file(STARLING_SOURCE_ROOT "/docs/queue-order.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  Effort effort;
  effort.threads = 2;
  effort.learners = bench::kLearnersOfOrders;
  CHECK(page.find("means over " + std::to_string(bench::kLearnersOfOrders) + " learners") != std::string::npos);
  CHECK(page.ends_with(bench::first_learner_table(effort)));
}
