// The queue of a day: what is due and new, in order, cut by the minutes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "memory/memory.h"
#include "schedule/schedule.h"
#include "store/store.h"
#include "study/library.h"
#include "study/settings.h"

namespace starling {

// Seconds that an answer is expected to take before the learner's own times are known.
// Reviews: the mean of the simulator's answer times; new cards with their steps (content targets).
inline constexpr int kReviewSeconds = 12;
inline constexpr int kNewSeconds = 25;
inline constexpr int kStepSeconds = 10;

// A step that ends within this time is taken early when nothing else is left.
inline constexpr std::chrono::minutes kLearnAhead{20};

// In the last days before the interview nothing new is begun: it would not be kept.
inline constexpr int kNothingNewDays = 5;

struct QueuedCard {
  const CardItem* item = nullptr;
  ItemState state;               // default for a new item
  std::optional<double> recall;  // chance of recall now; absent for a new item
  int seconds = 0;               // expected
  std::string reason;            // "due" | "overdue" | "step" | "new" | "ahead"
};

struct QueueFilter {
  std::string deck;             // empty: every deck
  std::string tag;              // empty: every tag
  std::optional<double> minutes;  // in place of the day's budget
  std::optional<int> limit;     // at most so many items
  int ahead_days = 0;           // items due within so many days count as due
};

struct Queue {
  std::vector<QueuedCard> cards;  // in the order to ask
  int due = 0;                    // of `cards`, those seen before
  int fresh = 0;                  // of `cards`, those never seen
  int deferred = 0;               // due today, but past the minutes or the count
  int fresh_deferred = 0;         // new ones that the plan has opened and today has no room for
  int fresh_left = 0;             // how many more new ones the count of the day allows
  double minutes = 0;             // expected for `cards`
  double budget_minutes = 0;      // the day's
  double spent_minutes = 0;       // answered today, timed or as expected
  std::optional<Due> next;        // the earliest due date of what is not in `cards`
};

// What the queue depends on besides cards and their states.
struct QueueDay {
  Instant now{};
  Day today{};
  int plan_offset = 0;          // days since the plan's start; may be negative
  int plan_week = 1;
  bool rest = false;            // nothing new today
  std::optional<Day> interview;
  bool off = false;             // a day off: nothing at all, unless the learner asks for minutes
};

// `today_events` are the events of today that count. Steps that have ended come first, then what is due in the order
// of the settings, then new cards. What does not fit into the minutes waits and is in the queue of the next day; where
// a day has more minutes than items that become due, a backlog grows smaller.
[[nodiscard]] Queue build_queue(const Library& library, const ItemStates& states, std::span<const Event> today_events,
                                const Settings& settings, const QueueDay& day, const MemoryModel& model,
                                const QueueFilter& filter = {});

// Why a card that was never seen may not be asked yet, in words; empty when it may.
[[nodiscard]] std::string locked_because(const Library& library, const ItemStates& states, const Settings& settings,
                                         const QueueDay& day, const CardItem& item);

[[nodiscard]] int expected_seconds(const ItemState& state);

struct QueuedStory {
  const Story* story = nullptr;
  ItemState state;
  std::optional<double> recall;
  std::string reason;  // "not told yet", "due today", "due for 3 days", "not told for 15 days"
  bool due = false;
};

// Complete stories that want telling today, most urgent first; at most `most`, and fewer by those told today.
[[nodiscard]] std::vector<QueuedStory> build_story_queue(const Library& library, const ItemStates& states,
                                                         const QueueDay& day, const MemoryModel& model, int most);

// Stories asked for on one day.
inline constexpr int kStoriesPerDay = 2;

}  // namespace starling
