// A deed is what one undo takes back: an answer with the suspension of its leech, new weights with every date they
// move. Its events are written together or not at all, once, and never changed.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/calendar.h"
#include "history/practised.h"
#include "history/told.h"
#include "history/won.h"
#include "item/item.h"
#include "memory/memory.h"
#include "schedule/schedule.h"

namespace starling {

// Whose line it is, and which of that device's: "k3f9x2-812".
struct DeedId {
  std::string device;       // six lower-case letters and digits
  std::int64_t number = 0;  // from 1
  auto operator<=>(const DeedId&) const = default;
};
[[nodiscard]] std::string to_string(const DeedId& id);
[[nodiscard]] std::optional<DeedId> parse_deed_id(std::string_view text);
[[nodiscard]] bool is_device_name(std::string_view text);

// How one part of an answer came back: a section of a story ("situation"), its "figures".
struct Part {
  std::string name;  // lower-case words joined by "-"
  Grade grade = Grade::Good;
  bool operator==(const Part&) const = default;
};

// An answer to an item of any kind, and what was promised for it: where the item stood afterwards and when it comes
// back. The memory state is not part of it, since a replay with other weights gives another one.
struct Answered {
  ItemId item;
  Grade grade = Grade::Again;
  std::optional<std::chrono::milliseconds> took;  // of a story the length of the telling
  Phase phase = Phase::Review;                    // after the answer
  int step = 0;
  Due due;
  std::vector<Part> parts;                        // no two of one name
  std::optional<Told> told = {};                  // of a story
  bool trusted = false;  // what the item had before has a time far ahead of this one, and that time was the wrong one
  bool operator==(const Answered&) const = default;
};
struct Suspended {
  ItemId item;
  bool operator==(const Suspended&) const = default;
};
struct Unsuspended {
  ItemId item;
  bool operator==(const Unsuspended&) const = default;
};
// The learner found it unclear or wrong. Once it was flagged twice, its suspension stands in the same deed.
struct Flagged {
  ItemId item;
  std::string note;
  bool operator==(const Flagged&) const = default;
};
// All flags of it are taken off.
struct Unflagged {
  ItemId item;
  bool operator==(const Unflagged&) const = default;
};
// Out of sight until the study day `until` begins.
struct Buried {
  ItemId item;
  Day until{};
  bool operator==(const Buried&) const = default;
};
// An item in review comes back on another day.
struct Moved {
  ItemId item;
  Day due{};
  bool operator==(const Moved&) const = default;
};
// From here on memory is reckoned with other weights, all of the past included.
struct Adopted {
  Weights weights;
  bool operator==(const Adopted&) const = default;
};
// Something of the plan was done: a task, or so many of what it counts.
struct TaskDone {
  std::string task;  // an id of the plan
  double count = 1;
  std::optional<double> minutes;
  std::string note;
  bool operator==(const TaskDone&) const = default;
};
struct Measured {
  std::string metric;  // an id of the plan
  double value = 0;
  std::string unit;
  std::string note;
  bool operator==(const Measured&) const = default;
};
// A key of starling.toml was set, or left to its default again. The values are as they are written there; absent: the
// key was not. What holds is what the file says: this is what an undo of it goes back to.
struct SettingSet {
  std::string key;  // "level", "review.minutes_per_day"
  std::optional<std::string> before;
  std::optional<std::string> after;
  bool operator==(const SettingSet&) const = default;
};
// What plan.toml says of a task, or of the plan from a day on, or loop.toml of a round, became another thing: "drop
// w05-d1-mock", "resume 2027-02-01", "round bar-raiser". The values are TOML between braces; absent: the file says nothing.
struct Replanned {
  std::string what;
  std::optional<std::string> before;
  std::optional<std::string> after;
  bool operator==(const Replanned&) const = default;
};
// A point of a mock's feedback is dealt with.
struct FeedbackClosed {
  DeedId mock;    // the deed of the mock
  int point = 1;  // of its list, from 1
  bool operator==(const FeedbackClosed&) const = default;
};
// A win is taken off the list.
struct WinDropped {
  DeedId win;  // the deed of the win
  bool operator==(const WinDropped&) const = default;
};
// What the learner wants of a week; takes the place of what was wanted before.
struct GoalsSet {
  int week = 1;
  std::vector<std::string> goals;
  bool operator==(const GoalsSet&) const = default;
};
// The state that another program had for an item: it takes the place of everything before.
struct Imported {
  ItemId item;
  Phase phase = Phase::Review;
  MemoryState memory;
  Instant last_at{};
  Day last_day{};
  Due due;
  int reviews = 1;
  int lapses = 0;
  bool operator==(const Imported&) const = default;
};
// From here on all that was before of `from` is of `to`, beside what `to` has of its own.
struct Renamed {
  ItemId from;
  ItemId to;
  bool operator==(const Renamed&) const = default;
};
// Where a machine was cloned, two deeds have one id: the order says which of them is meant. Without it, as older lines
// have it, all of that id are.
struct Undone {
  DeedId deed;
  std::optional<std::int64_t> order = {};
  bool operator==(const Undone&) const = default;
};
struct Redone {
  DeedId deed;
  std::optional<std::int64_t> order = {};
  bool operator==(const Redone&) const = default;
};
// Written by a newer Starling: kept as JSON, adds up to nothing.
struct Unknown {
  std::string kind;
  std::string text;
  bool operator==(const Unknown&) const = default;
};

using Event = std::variant<Answered, Suspended, Unsuspended, Flagged, Unflagged, Buried, Moved, Adopted, TaskDone,
                           Measured, Solved, Designed, Studied, Mocked, FeedbackClosed, GoalsSet, Debriefed, InterviewOutcome, Won, WinDropped, SettingSet,
                           Replanned, Imported, Renamed, Undone, Redone, Unknown>;

// The item that an event is about; null where it is about none, or moves one to another name.
[[nodiscard]] const ItemId* item_of(const Event& event);

struct Deed {
  DeedId id;
  // Rises along the history whatever the clocks said: the wall clock in ms since 1970, or one more than the largest
  // that was known when it was written.
  std::int64_t order = 0;
  Instant at{};                    // by the wall clock
  std::chrono::minutes offset{};   // of that clock from UTC
  Day day{};                       // the study day by the rule of that time
  std::vector<Event> events;       // at least one
  bool operator==(const Deed&) const = default;
};

// What takes this one deed back.
[[nodiscard]] inline Undone undone(const Deed& deed) { return {deed.id, deed.order}; }
[[nodiscard]] inline Redone redone(const Deed& deed) { return {deed.id, deed.order}; }

// The order of history, the same on every machine: by `order`, device and number, and by their checksums where a
// cloned machine wrote two deeds under one id.
[[nodiscard]] bool comes_before(const Deed& a, const Deed& b);

// The deeds in the order of history, each once, however they came together.
[[nodiscard]] std::vector<Deed> in_order(std::vector<Deed> deeds);

// It takes back or brings back other deeds, and cannot be taken back itself.
[[nodiscard]] bool is_control(const Deed& deed);

// Whether it changed starling.toml.
[[nodiscard]] bool sets_settings(const Deed& deed);

// Whether it changed plan.toml.
[[nodiscard]] bool changes_plan(const Deed& deed);
// Whether it gives an item another id.
[[nodiscard]] bool renames(const Deed& deed);

// The answer in it; null for other deeds.
[[nodiscard]] const Answered* answer_in(const Deed& deed);

// Something that was practised outside of the sittings: an answer in it takes nothing of a day's minutes, and is none of
// the day's reviews.
[[nodiscard]] bool is_practice(const Deed& deed);
// The learner may say of it which day it was done on: beside the sittings, or noted of what happened.
[[nodiscard]] bool may_name_its_day(const Deed& deed);

// The titles of what a deed names by its id; a function that is not there, or that answers nothing, leaves the id.
struct TitlesOf {
  std::function<std::string(std::string_view id)> task;  // and lines of checklists, goals, gates
  std::function<std::string(std::string_view id)> problem;
  std::function<std::string(std::string_view id)> exercise;
};

// What an undo says it took back: "good for patterns-two-pointers/invariant", "the telling of story/checkout-cells
// (hard)", "new weights of fsrs-6, 12 dates moved", "1 of “Write your first STAR story”".
[[nodiscard]] std::string describe(const Deed& deed, const TitlesOf& titles = {});

}  // namespace starling
