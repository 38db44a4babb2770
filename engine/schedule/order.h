// Which due item comes first when not all of them fit into the minutes?
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "calendar/calendar.h"
#include "memory/memory.h"

namespace starling {

enum class QueueOrder {
  DueDay,           // what has been due longest
  LowestRecall,     // what is nearest to being lost
  Overdueness,      // what is late by the largest part of its own interval
  RecallPerSecond,  // what a second of review brings most recall
  Random
};

inline constexpr std::array<QueueOrder, 5> kQueueOrders{QueueOrder::DueDay, QueueOrder::LowestRecall,
                                                        QueueOrder::Overdueness, QueueOrder::RecallPerSecond,
                                                        QueueOrder::Random};

// "due-day", "lowest-recall", "overdueness", "recall-per-second", "random".
[[nodiscard]] std::string_view to_string(QueueOrder order);
[[nodiscard]] std::optional<QueueOrder> parse_queue_order(std::string_view text);

// What the orders look at. Each reads only its own number, so the others may stay as they are.
struct DueItem {
  int days_overdue = 0;      // study days since its due day; below zero when it is asked ahead of it
  int interval_days = 1;     // from its last review to its due day; below one counts as one
  double recall = 1;         // chance of recall now
  double recall_gained = 0;  // see below; of RecallPerSecond
  double seconds = 1;        // expected; below one counts as one
  Seed seed{};               // of Random: equal seeds, equal places
};

// The place in the queue: higher is asked first. Always finite. Equal ones go by item id, so that the order is
// total and the same on every machine.
[[nodiscard]] double urgency(QueueOrder order, const DueItem& item);

// How far ahead a review is judged by the recall it saves: one span for all items, so that their gains add up to what
// is known that many days from now.
inline constexpr WholeDays kGainHorizon{30};

// How much higher the chance of recall is expected to be `horizon` from now with a review now than without: good when
// it is recalled, again when it is not. May be below zero.
[[nodiscard]] double recall_gained(const MemoryModel& model, const MemoryState& state, Elapsed elapsed,
                                   WholeDays horizon = kGainHorizon);

}  // namespace starling
