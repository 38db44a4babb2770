#include "schedule/order.h"

#include <algorithm>
#include <cstddef>

#include "schedule/schedule.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, kQueueOrders.size()> kWords{"due-day", "lowest-recall", "overdueness",
                                                                   "recall-per-second", "random"};

}  // namespace

std::string_view to_string(QueueOrder order) { return kWords[static_cast<std::size_t>(order)]; }

std::optional<QueueOrder> parse_queue_order(std::string_view text) {
  const auto found = std::find(kWords.begin(), kWords.end(), text);
  if (found == kWords.end()) return std::nullopt;
  return kQueueOrders[static_cast<std::size_t>(found - kWords.begin())];
}

double urgency(QueueOrder order, const DueItem& item) {
  switch (order) {
    case QueueOrder::DueDay:
      return item.days_overdue;
    case QueueOrder::LowestRecall:
      return -item.recall;
    case QueueOrder::Overdueness:
      return static_cast<double>(item.days_overdue) / std::max(1, item.interval_days);
    case QueueOrder::RecallPerSecond:
      return item.recall_gained / std::max(1.0, item.seconds);
    case QueueOrder::Random:
      break;
  }
  return unit_interval(item.seed);
}

double recall_gained(const MemoryModel& model, const MemoryState& state, Elapsed elapsed, WholeDays horizon) {
  const double recall = model.recall_after(elapsed, state);
  const auto later_with = [&](Grade grade) {
    return model.recall_after(elapsed_days(horizon), model.after_review(state, elapsed, grade));
  };
  const double with = recall * later_with(Grade::Good) + (1 - recall) * later_with(Grade::Again);
  return with - model.recall_after(later(elapsed, horizon), state);
}

}  // namespace starling
