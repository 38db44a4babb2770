// What does the history add up to? Several folds over the same deeds, each in order and each total: any event may
// follow any state.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "calendar/calendar.h"
#include "history/deed.h"
#include "item/item.h"
#include "memory/memory.h"
#include "schedule/schedule.h"

namespace starling {

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
  std::optional<Tellings> tellings = {};     // of a story that was told since it is known how
  bool operator==(const ItemState&) const = default;
};

[[nodiscard]] inline bool seen(const ItemState& state) { return state.standing.phase != Phase::New; }
// In a learning or relearning step of less than a day.
[[nodiscard]] inline bool in_step(const ItemState& state) { return state.standing.due.at.has_value(); }

using ItemStates = std::unordered_map<ItemId, ItemState>;

// The state after one event more of the item that `event` is about; `deed` is the one it belongs to. An event about
// no item changes nothing. The time between answers is never below zero, and the last one never falls back, whatever
// a clock said: an answer dated before the last one counts as given with it, and what it promised counts from there.
// Only what lies more than a day ahead of an answer whose time is trusted counts as given with that answer.
[[nodiscard]] ItemState apply(ItemState state, const Event& event, const Deed& deed, const MemoryModel& model);

// What an answer given at `said` leads to, as `apply` will have it. `outcome` counts from `said`, as what is written does;
// seen from there it is the longer, the further the clock is behind the last answer, unless its time is `trusted`.
[[nodiscard]] Outcome as_counted(Outcome outcome, const Standing& before, const Moment& said, bool trusted = false);

// Whether the item has a time that lies more than a day ahead of `said`.
[[nodiscard]] bool is_far_ahead(const Standing& standing, const Moment& said);

// In the functions below `deeds` are in the order of history; undos and redos among them are heeded, and items stand
// under the ids that they have after all renames.

// The state of every item after all deeds. Items whose events were all taken back are not among them.
[[nodiscard]] ItemStates fold_items(std::span<const Deed> deeds, const MemoryModel& model);

// Weights and the deed that adopted them.
struct Adoption {
  DeedId deed;
  Weights weights;
};
// The weights that hold after all deeds: those adopted last, of `kind` where one is given.
[[nodiscard]] std::optional<Adoption> memory_in_use(std::span<const Deed> deeds, std::optional<ModelKind> kind = {});

struct Measurement {
  Day day{};
  double value = 0;
  bool operator==(const Measurement&) const = default;
};
// What was done of the plan.
struct DoneTask {
  double count = 0;
  double minutes = 0;  // of what was timed
  Day last{};
  bool operator==(const DoneTask&) const = default;
};
// Something that was practised, and when; the deed is what an undo takes back.
template <class Practised>
struct OnDay {
  DeedId deed;
  Day day{};
  Practised what;
  bool operator==(const OnDay&) const = default;
};
struct PlanProgress {
  Day since = Day::min();                // the first day of the present attempt: tasks and goals of weeks are of it alone
  std::map<std::string, DoneTask> tasks;
  std::vector<OnDay<Solved>> solved;      // each list in the order of history
  std::vector<OnDay<Designed>> designed;
  std::vector<OnDay<Studied>> studied;
  std::vector<OnDay<Mocked>> mocks;
  std::set<std::pair<DeedId, int>> closed;           // points of the feedback of mocks
  std::map<int, std::vector<std::string>> goals;     // of weeks
  std::map<std::string, std::vector<Measurement>> metrics;  // by id
  std::vector<OnDay<Debriefed>> debriefed;           // in the order of history, as the next
  std::vector<OnDay<InterviewOutcome>> outcomes;
  std::vector<OnDay<Won>> wins;                      // in the order of history; dropped ones too
  std::set<DeedId> dropped;                          // of wins
  bool operator==(const PlanProgress&) const = default;
};
// Of a plan from `start` on: the present attempt begins behind the last one that ended before it (see end_of_attempt), on
// the start at the latest. Without a start everything is of one attempt.
[[nodiscard]] PlanProgress fold_plan(std::span<const Deed> deeds, std::optional<Day> start = {});

// What a change by command wrote last into plan.toml or loop.toml, and when; a rename of a story that it names leaves the day.
// The files say what holds.
struct SaidEntry {
  std::string text;
  Day day{};
  bool operator==(const SaidEntry&) const = default;
};
// By what they are about, as Replanned names it; what was taken out is not there.
using SaidEntries = std::map<std::string, SaidEntry>;
[[nodiscard]] SaidEntries said_entries(std::span<const Deed> deeds);

}  // namespace starling
