// Prints docs/queue-order.md anew.
#include <algorithm>
#include <iostream>
#include <thread>

#include "bench/queue_orders.h"

int main() {
  starling::Effort effort;
  effort.learners = starling::bench::kLearnersOfOrders;
  effort.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  std::cout << starling::bench::queue_order_page(effort);
}
