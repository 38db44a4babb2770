// What happened, in order, and what state does that add up to? Events are written once and never changed; every
// state is a fold of them. An undo is an event that takes another one out of the sum.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "calendar/calendar.h"
#include "memory/memory.h"
#include "schedule/schedule.h"

namespace starling {

using EventId = std::int64_t;  // counts from 1 in the order of happening; 0 is no event

// An answer, and what was promised for it: where the item stood afterwards and when it comes back. The memory
// state is not part of it, since a replay with other weights gives another one.
struct Reviewed {
  Grade grade = Grade::Again;
  std::optional<std::chrono::milliseconds> took;
  Phase phase = Phase::Review;  // after the answer
  int step = 0;
  Due due;
  bool operator==(const Reviewed&) const = default;
};

// How the parts of a story came back, each graded like a card. `figures` are its numbers.
struct Beats {
  Grade situation = Grade::Good;
  Grade task = Grade::Good;
  Grade action = Grade::Good;
  Grade result = Grade::Good;
  Grade figures = Grade::Good;
  bool operator==(const Beats&) const = default;
};

// A review of a story: told aloud against the clock. `review.took` is the length of the telling.
struct Told {
  Reviewed review;
  std::optional<Beats> beats;  // absent where only one grade was given
  bool operator==(const Told&) const = default;
};

struct Suspended {
  bool operator==(const Suspended&) const = default;
};
struct Unsuspended {
  bool operator==(const Unsuspended&) const = default;
};
// Out of sight until the study day `until` begins.
struct Buried {
  Day until{};
  bool operator==(const Buried&) const = default;
};
struct Undone {
  EventId target = 0;
  bool operator==(const Undone&) const = default;
};
struct Redone {
  EventId target = 0;
  bool operator==(const Redone&) const = default;
};

// From here on memory is reckoned with other weights, all of the past included. Its item is kMemoryItem.
struct Adopted {
  Weights weights;
  bool operator==(const Adopted&) const = default;
};
// An item in review comes back on another day, since weights were adopted. It counts as long as that adoption does.
struct Moved {
  EventId cause = 0;
  Day due{};
  bool operator==(const Moved&) const = default;
};

using What = std::variant<Reviewed, Told, Suspended, Unsuspended, Buried, Undone, Redone, Adopted, Moved>;

// What an adoption is filed under; no card or story is called so.
inline constexpr std::string_view kMemoryItem = "memory";

struct Event {
  EventId id = 0;
  Instant at{};
  Day day{};         // the study day it fell on, by the rule of that time
  std::string item;  // "deck/card#f", "story/ID"; of an undo or redo, the item of its target
  What what;
  bool operator==(const Event&) const = default;
};

// What the events of one item add up to.
struct ItemState {
  Standing standing;
  int reviews = 0;
  int lapses = 0;  // answers of "again" while in review
  bool suspended = false;
  std::optional<Day> buried_until;
  std::optional<Day> first_day;              // study day of the first answer
  std::chrono::milliseconds time_spent{};    // over the answers that were timed
  int timed = 0;
  bool operator==(const ItemState&) const = default;
};

// One event more. Total and pure: any event may follow any state. Undone and Redone change nothing here; `fold`
// and `standing_events` leave out what they take back.
[[nodiscard]] ItemState apply(ItemState state, const Event& event, const MemoryModel& model);

// In the functions below `events` rise by id, gaps allowed. An undo or redo whose target is missing, comes
// later, is itself an undo or redo or a single move, or is already as wanted changes nothing. Whoever asks for some
// items gives the events of kMemoryItem too.

// The events that count, in order: neither undone nor undos or redos themselves.
[[nodiscard]] std::vector<Event> standing_events(std::span<const Event> events);

// The state of every item after all events.
[[nodiscard]] std::map<std::string, ItemState> fold(std::span<const Event> events, const MemoryModel& model);

// The weights that hold after all events: those adopted last, of `kind` where one is given.
[[nodiscard]] std::optional<Event> last_adoption(std::span<const Event> events, std::optional<ModelKind> kind = {});

// What `undo` would take back: the last event that counts, an adoption with all its moves as one.
[[nodiscard]] std::optional<EventId> last_to_undo(std::span<const Event> events);

// What `redo` would bring back: the target of the latest undo that still holds, as long as nothing new happened
// since. After several undos in a row that is one after the other, last undone first.
[[nodiscard]] std::optional<EventId> last_to_redo(std::span<const Event> events);

[[nodiscard]] bool is_answer(const Event& event);
// The review in it, of a card or of a story; null for other events.
[[nodiscard]] const Reviewed* review_of(const Event& event);

// What an undo says it took back: "good for patterns-two-pointers/invariant", "the telling of story/checkout-cells
// (hard)", "suspended story/checkout-cells".
[[nodiscard]] std::string describe(const Event& event);

}  // namespace starling
