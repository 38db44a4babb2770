// A learner's history, deed by deed as one or several devices write it, for the tests of every room.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/chance.h"
#include "history/history.h"

namespace starling::test {

using namespace std::chrono_literals;

// Day 0 is 2024-10-04.
inline Day day(int number) { return Day(std::chrono::days(20000 + number)); }

inline ItemId item(std::string_view id) { return ItemId::parse(id).value(); }

inline Answered answered(std::string_view id, Grade grade, Phase phase = Phase::Review, int due_on_day = 3) {
  return {item(id), grade, {}, phase, 0, Due{day(due_on_day), {}}, {}};
}

inline const MemoryModel& model() {
  static const MemoryModel defaults(default_weights());
  return defaults;
}

struct LearnerHistory {
  std::vector<Deed> deeds;       // in the order of history
  std::string device = "aaaaaa"; // who writes the next one

  // Numbers leave gaps, as they do where a line has not arrived yet. Written at noon, UTC, of that day.
  DeedId add(std::vector<Event> events, int on_day = 0, std::chrono::milliseconds time_of_day = 12h) {
    const Instant at = Instant(day(on_day).time_since_epoch() + time_of_day);
    const std::int64_t largest = deeds.empty() ? 0 : deeds.back().order;
    Deed deed{{device, numbers_[device] += 3},
              std::max(at.time_since_epoch().count(), largest + 1),
              at,
              {},
              day(on_day),
              std::move(events)};
    deeds.push_back(std::move(deed));
    return deeds.back().id;
  }
  DeedId add(Event event, int on_day = 0) { return add(std::vector{std::move(event)}, on_day); }

  DeedId answer(std::string_view id, Grade grade, int on_day = 0, int due_in_days = 3) {
    return add(answered(id, grade, Phase::Review, on_day + due_in_days), on_day);
  }
  // The answer that makes a leech of an item, and puts it away.
  DeedId leech(std::string_view id, int on_day = 0) {
    return add({answered(id, Grade::Again, Phase::Relearning, on_day), Suspended{item(id)}}, on_day);
  }
  DeedId suspend(std::string_view id, int on_day = 0) { return add(Suspended{item(id)}, on_day); }
  DeedId unsuspend(std::string_view id, int on_day = 0) { return add(Unsuspended{item(id)}, on_day); }
  DeedId bury(std::string_view id, int until_day, int on_day = 0) {
    return add(Buried{item(id), day(until_day)}, on_day);
  }
  // New weights and the items they move to a day.
  DeedId adopt(const Weights& weights, const std::vector<std::pair<std::string, int>>& moves, int on_day = 0) {
    std::vector<Event> events{Adopted{weights}};
    for (const auto& [id, due] : moves) events.push_back(Moved{item(id), day(due)});
    return add(std::move(events), on_day);
  }

  // What the two commands do, so many steps in one deed; false where there are not as many.
  bool undo(int steps = 1) {
    std::vector<Event> events;
    LearnerHistory after = *this;
    for (; steps > 0; --steps) {
      const auto target = last_to_undo(after.deeds);
      if (!target) return false;
      events.push_back(Undone{*target});
      after.add(events.back());
    }
    add(std::move(events), last_day());
    return true;
  }
  bool redo() {
    const auto target = last_to_redo(deeds);
    if (target) add(Redone{*target}, last_day());
    return target.has_value();
  }

  [[nodiscard]] ItemStates states() const { return fold_items(deeds, model()); }
  [[nodiscard]] ItemState state(std::string_view id) const { return states().at(item(id)); }

 private:
  [[nodiscard]] int last_day() const { return deeds.empty() ? 0 : days_between(day(0), deeds.back().day); }

  std::map<std::string, std::int64_t> numbers_;
};

// Chance -------------------------------------------------------------------------------------------------------------

inline int below(SplitMix64& dice, int limit) {
  return static_cast<int>(dice.below(static_cast<std::uint64_t>(limit)));
}
template <class Values>
const auto& pick(SplitMix64& dice, const Values& values) {
  return values[dice.below(std::size(values))];
}

// One of a few, so that things happen to the same one again and again.
inline ItemId any_item(SplitMix64& dice) {
  static const std::vector<ItemId> kItems{item("deck/a"), item("deck/b#f"), item("deck/b#r"), item("story/cells")};
  return pick(dice, kItems);
}

inline Weights any_weights(SplitMix64& dice) {
  Weights weights = default_weights(pick(dice, kModelKinds));
  weights.numbers()[3] += static_cast<double>(dice.below(50)) / 7.0;
  return weights;
}

inline Answered any_answer(SplitMix64& dice, int on_day) {
  Answered answer{any_item(dice), pick(dice, kGrades), {}, static_cast<Phase>(1 + below(dice, 3)), below(dice, 3),
                  Due{day(on_day + below(dice, 20)), {}}, {}};
  if (answer.phase != Phase::Review && below(dice, 3) > 0)
    answer.due = {day(on_day), Instant(day(on_day).time_since_epoch() + 12h + 10min)};
  if (below(dice, 2) == 0) answer.took = std::chrono::milliseconds(dice.below(90'000));
  if (answer.item.kind() == ItemKind::Story)
    answer.parts = {{"situation", pick(dice, kGrades)}, {"figures", Grade::Hard}};
  if (answer.item.kind() == ItemKind::Story && below(dice, 2) == 0)
    answer.told = {60, "ownership", "", below(dice, 400), below(dice, 2) == 0, {5, 20, below(dice, 60) + 20}};
  return answer;
}

// The events of anything that a learner may do on a day, short of an undo.
inline std::vector<Event> anything(SplitMix64& dice, int on_day) {
  const ItemId id = any_item(dice);
  switch (below(dice, 20)) {
    case 0:
      return {Suspended{id}};
    case 1:
      return below(dice, 2) == 0 ? std::vector<Event>{Unsuspended{id}} : std::vector<Event>{Flagged{id, "why"}, Unflagged{id}};
    case 2:
      return {Buried{id, day(on_day + 1)}};
    case 3: {
      const Answered answer = any_answer(dice, on_day);
      return {answer, Suspended{answer.item}};
    }
    case 4: {
      std::vector<Event> events{Adopted{any_weights(dice)}};
      for (int left = below(dice, 4); left > 0; --left)
        events.push_back(Moved{any_item(dice), day(on_day + 1 + below(dice, 30))});
      return events;
    }
    case 5:
      return {TaskDone{pick(dice, std::array{"lc-daily", "mock"}), 1.0 + below(dice, 3), 25.0, ""}};
    case 6:
      return {Measured{"mock-score", below(dice, 9) / 2.0, "points", "after lunch"}};
    case 7:
      return {SettingSet{"interview", {}, to_string(day(on_day + 60))}, TaskDone{"plan", 1, {}, ""}};
    case 8:
      return {Imported{id, Phase::Review, model().first_review(Grade::Good),
                       Instant(day(on_day - 9).time_since_epoch()), day(on_day - 9), Due{day(on_day + 5), {}}, 4, 1}};
    case 10:
      return {Solved{"lc-0076", "", "hard", 31.5, below(dice, 2) == 0, {"sliding-window"}, ""}, any_answer(dice, on_day),
              TaskDone{"lc-daily", 1, 31.5, ""}};
    case 11:
      return {Designed{"", "Our own queue", "", 45.0, {{"scope", below(dice, 11) / 2.0}}, "too shallow"}};
    case 12:
      return {Mocked{"bar-raiser", "L7", {}, {{"depth", 4.5}}, {"say I", "one figure"}, ""}};
    case 13:
      return {FeedbackClosed{{"k3f9x2", 1 + below(dice, 30)}, 1 + below(dice, 2)}, Studied{"coding", 20, ""},
              GoalsSet{1 + below(dice, 24), {"sleep", "run"}}};
    case 14:
      return {Debriefed{"A time you were wrong?", "are-right-a-lot", "checkout-cells", {"Who told you?"}, 1 + below(dice, 5)},
              InterviewOutcome{std::string(pick(dice, kResults)), {"depth"}}};
    case 15:
      return {Won{"cut paging by 40 %", {"unasked"}, "peak", 2025}};
    case 16:
      return {WinDropped{{"k3f9x2", 1 + below(dice, 30)}}};
    case 9:
      return {Unknown{"sung", R"({"k":"sung","i":"song/a","tune":[1,2.50]})"}};
    default:
      return {any_answer(dice, on_day)};
  }
}

inline void do_anything(LearnerHistory& history, SplitMix64& dice, int on_day) {
  history.add(anything(dice, on_day), on_day);
}

// Undos and redos among it.
inline void do_or_undo_anything(LearnerHistory& history, SplitMix64& dice, int on_day) {
  switch (below(dice, 6)) {
    case 0: history.undo(); break;
    case 1: history.redo(); break;
    default: do_anything(history, dice, on_day);
  }
}
// And renames.
inline void do_undo_or_rename_anything(LearnerHistory& history, SplitMix64& dice, int on_day) {
  if (below(dice, 4) == 0)
    history.add(Renamed{any_item(dice), any_item(dice)}, on_day);
  else
    do_or_undo_anything(history, dice, on_day);
}

// A learner's doings for so many deeds, four a day.
inline LearnerHistory any_history(Seed seed, int length) {
  LearnerHistory history;
  SplitMix64 dice(seed);
  for (int i = 0; i < length; ++i) do_anything(history, dice, i / 4);
  return history;
}

}  // namespace starling::test
