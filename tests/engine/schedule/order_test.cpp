#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "learner.h"

namespace starling {
namespace {

TEST_CASE("each order has a name, and no other name is one") {
  for (const QueueOrder order : kQueueOrders) CHECK(parse_queue_order(to_string(order)) == order);
  CHECK(to_string(QueueOrder::RecallPerSecond) == "recall-per-second");
  for (const char* other : {"", "due", "Due-Day", "random "}) CHECK_FALSE(parse_queue_order(other));
}

TEST_CASE("each order asks first what its name says") {
  const DueItem calm;
  DueItem late = calm;
  late.days_overdue = 9;
  late.interval_days = 90;
  CHECK(urgency(QueueOrder::DueDay, late) > urgency(QueueOrder::DueDay, calm));

  DueItem fading = calm;
  fading.recall = 0.6;
  CHECK(urgency(QueueOrder::LowestRecall, fading) > urgency(QueueOrder::LowestRecall, calm));

  DueItem young = calm;
  young.days_overdue = 2;
  young.interval_days = 4;
  CHECK(urgency(QueueOrder::Overdueness, young) > urgency(QueueOrder::Overdueness, late));
  CHECK(urgency(QueueOrder::DueDay, young) < urgency(QueueOrder::DueDay, late));

  DueItem quick{.recall_gained = 0.1, .seconds = 5};
  DueItem slow{.recall_gained = 0.3, .seconds = 60};
  CHECK(urgency(QueueOrder::RecallPerSecond, quick) > urgency(QueueOrder::RecallPerSecond, slow));

  CHECK(urgency(QueueOrder::Random, DueItem{.seed = Seed{4}}) == urgency(QueueOrder::Random, DueItem{.seed = Seed{4}}));
  CHECK(urgency(QueueOrder::Random, DueItem{.seed = Seed{4}}) != urgency(QueueOrder::Random, DueItem{.seed = Seed{5}}));
}

TEST_CASE("a place in the queue is a finite number for every item") {
  for (const QueueOrder order : kQueueOrders)
    for (const int overdue : {std::numeric_limits<int>::min(), -3, 0, 1, std::numeric_limits<int>::max()})
      for (const int interval : {std::numeric_limits<int>::min(), -1, 0, 1, 36500})
        for (const double seconds : {-1.0, 0.0, 12.0, 1e9})
          CHECK(std::isfinite(urgency(order, {overdue, interval, 0.5, 0.1, seconds, Seed{9}})));
}

TEST_CASE("recall gained is what a review of the usual kind adds some days later") {
  const MemoryModel& model = fsrs6();
  const MemoryState state{Stability{5}, Difficulty{5}};
  const Elapsed elapsed = elapsed_days(WholeDays{5});

  const double recalled = model.recall_after(elapsed, state);
  const double good = model.recall_after(elapsed_days(WholeDays{7}), model.after_review(state, elapsed, Grade::Good));
  const double again = model.recall_after(elapsed_days(WholeDays{7}), model.after_review(state, elapsed, Grade::Again));
  const double without = model.recall_after(elapsed_days(WholeDays{12}), state);

  CHECK(recall_gained(model, state, elapsed, WholeDays{7}) ==
        doctest::Approx(recalled * good + (1 - recalled) * again - without));
}

TEST_CASE("a review at the usual time gains recall in both models, and one of what is known by heart next to nothing") {
  for (const MemoryModel* model : {&fsrs6(), &fsrs7()})
    for (const int stability : {1, 3, 10, 40}) {
      const double fast = model->kind() == ModelKind::Fsrs7 ? stability : 0;
      const MemoryState state{Stability{static_cast<double>(stability)}, Difficulty{5}, Stability{fast}};
      CHECK(recall_gained(*model, state, elapsed_days(WholeDays{stability})) > 0);
      const MemoryState firm{Stability{20000}, Difficulty{5}, Stability{fast > 0 ? 20000.0 : 0}};
      CHECK(std::abs(recall_gained(*model, firm, elapsed_days(WholeDays{1}))) < 0.01);
    }
}

}  // namespace
}  // namespace starling
