#include "history/fold.h"

#include <algorithm>
#include <utility>

#include "history/attempt.h"
#include "history/ledger.h"
#include "history/match.h"
#include "history/names.h"

namespace starling {

namespace {

// When an answer fell, seen from what the item went through before: never earlier than that, unless that was dated by a
// clock far ahead.
Moment fell(const Standing& before, const Moment& said, bool trusted) {
  if (before.phase == Phase::New || (trusted && is_far_ahead(before, said))) return said;
  return {std::max(before.last_at, said.at), std::max(before.last_day, said.day)};
}

// When the item comes back: as long after the answer as was promised, though a slow clock promised it for a day that
// is past.
Due promised(const Due& due, const Moment& said, const Moment& fell) {
  Due moved{due.day + (fell.day - said.day), due.at};
  if (moved.at) *moved.at += fell.at - said.at;
  return moved;
}

void add_telling(Tellings& tellings, const Told& told, const Answered& answer, Day day) {
  if (answer.grade == Grade::Again) tellings.clean_days = 0;
  if (told.clean && (tellings.clean_days == 0 || day != tellings.last_clean)) {
    ++tellings.clean_days;
    tellings.last_clean = day;
  }
  const auto seconds = answer.took ? std::chrono::duration_cast<std::chrono::seconds>(*answer.took).count() : 0;
  if (!measures_pace(told, answer.grade, seconds)) return;
  ++tellings.timed;
  tellings.words += told.words;
  tellings.seconds += static_cast<int>(seconds);
}

void add_answer(ItemState& state, const Answered& answer, const Deed& deed, const MemoryModel& model) {
  const Standing& before = state.standing;
  ++state.reviews;
  if (answer.grade == Grade::Again && before.phase == Phase::Review) ++state.lapses;
  if (answer.took) {
    ++state.timed;
    state.time_spent += *answer.took;
  }
  const Moment said{deed.at, deed.day};
  const Moment now = fell(before, said, answer.trusted);
  if (answer.told) {
    if (!state.tellings) state.tellings.emplace();
    add_telling(*state.tellings, *answer.told, answer, now.day);
  }
  if (!state.first_day) state.first_day = now.day;
  state.buried_until.reset();
  const bool first = before.phase == Phase::New || !before.memory;
  const MemoryState memory = first ? model.first_review(answer.grade)
                                   : model.after_review(*before.memory, elapsed_since(before, now.at, now.day), answer.grade);
  state.standing = {answer.phase, answer.step, memory, now.day, promised(answer.due, said, now), now.at};
}

void import(ItemState& state, const Imported& imported) {
  state.standing = {imported.phase, 0, imported.memory, imported.last_day, imported.due, imported.last_at};
  state.reviews = imported.reviews;
  state.lapses = imported.lapses;
  if (!state.first_day) state.first_day = imported.last_day;
}

// Calls `see(event, deed)` for every event that counts, in order.
template <class See>
void for_each_standing(std::span<const Deed> deeds, const Ledger& ledger, See see) {
  for (std::size_t i = 0; i < deeds.size(); ++i)
    if (ledger.counts[i])
      for (const Event& event : deeds[i].events) see(event, deeds[i]);
}
template <class See>
void for_each_standing(std::span<const Deed> deeds, See see) {
  for_each_standing(deeds, read_ledger(deeds), std::move(see));
}

void note_said(SaidEntries& said, const Replanned& changed, const Deed& deed) {
  if (!changed.after) {
    said.erase(changed.what);
    return;
  }
  const auto before = said.find(changed.what);
  const bool goes_on = renames(deed) && before != said.end() && changed.before == before->second.text;
  said.insert_or_assign(changed.what, SaidEntry{*changed.after, goes_on ? before->second.day : deed.day});
}

Day first_day_of_attempt(std::span<const Deed> deeds, const Ledger& ledger, Day start) {
  Day first = Day::min();
  for_each_standing(deeds, ledger, [&](const Event& event, const Deed& deed) {
    const auto end = end_of_attempt(event, deed.day);
    if (end && *end <= start) first = std::max(first, std::min(*end + std::chrono::days(1), start));
  });
  return first;
}

}  // namespace

bool is_far_ahead(const Standing& standing, const Moment& said) {
  return standing.phase != Phase::New && standing.last_at > said.at + std::chrono::days(1);
}

Outcome as_counted(Outcome outcome, const Standing& before, const Moment& said, bool trusted) {
  const Moment now = fell(before, said, trusted);
  outcome.after.due = promised(outcome.after.due, said, now);
  outcome.after.last_at = now.at;
  outcome.after.last_day = now.day;
  outcome.wait += outcome.interval_days > 0 ? std::chrono::milliseconds(now.day - said.day) : now.at - said.at;
  if (outcome.interval_days > 0) outcome.interval_days += static_cast<int>((now.day - said.day).count());
  return outcome;
}

ItemState apply(ItemState state, const Event& event, const Deed& deed, const MemoryModel& model) {
  std::visit(Match{[&](const Answered& answer) { add_answer(state, answer, deed, model); },
                   [&](const Suspended&) { state.suspended = true; },
                   [&](const Unsuspended&) { state.suspended = false; },
                   [&](const Buried& buried) { state.buried_until = buried.until; },
                   [&](const Moved& moved) {
                     if (state.standing.phase == Phase::Review) state.standing.due = {moved.due, std::nullopt};
                   },
                   [&](const Imported& imported) { import(state, imported); }, [](const auto&) {}},
             event);
  return state;
}

ItemStates fold_items(std::span<const Deed> deeds, const MemoryModel& model) {
  ItemStates states;
  const Ledger ledger = read_ledger(deeds);
  const Names names(deeds, ledger);
  for_each_standing(deeds, ledger, [&](const Event& event, const Deed& deed) {
    const ItemId* item = item_of(event);
    if (!item) return;
    ItemState& state = states[names.now(*item, deed)];
    state = apply(std::move(state), event, deed, model);
  });
  return states;
}

std::optional<Adoption> memory_in_use(std::span<const Deed> deeds, std::optional<ModelKind> kind) {
  std::optional<Adoption> last;
  for_each_standing(deeds, [&](const Event& event, const Deed& deed) {
    const auto* adopted = std::get_if<Adopted>(&event);
    if (adopted && (!kind || adopted->weights.kind() == *kind)) last = {deed.id, adopted->weights};
  });
  return last;
}

PlanProgress fold_plan(std::span<const Deed> deeds, std::optional<Day> start) {
  PlanProgress progress;
  const Ledger ledger = read_ledger(deeds);
  if (start) progress.since = first_day_of_attempt(deeds, ledger, *start);
  for_each_standing(deeds, ledger, [&](const Event& event, const Deed& deed) {
    const bool present = deed.day >= progress.since;
    if (const auto* done = std::get_if<TaskDone>(&event); done && present) {
      DoneTask& task = progress.tasks[done->task];
      task.count += done->count;
      task.minutes += done->minutes.value_or(0);
      task.last = std::max(task.last, deed.day);
    }
    if (const auto* solved = std::get_if<Solved>(&event)) progress.solved.push_back({deed.id, deed.day, *solved});
    if (const auto* designed = std::get_if<Designed>(&event)) progress.designed.push_back({deed.id, deed.day, *designed});
    if (const auto* studied = std::get_if<Studied>(&event)) progress.studied.push_back({deed.id, deed.day, *studied});
    if (const auto* mocked = std::get_if<Mocked>(&event)) progress.mocks.push_back({deed.id, deed.day, *mocked});
    if (const auto* closed = std::get_if<FeedbackClosed>(&event)) progress.closed.emplace(closed->mock, closed->point);
    if (const auto* goals = std::get_if<GoalsSet>(&event); goals && present) progress.goals[goals->week] = goals->goals;
    if (const auto* debriefed = std::get_if<Debriefed>(&event)) progress.debriefed.push_back({deed.id, deed.day, *debriefed});
    if (const auto* outcome = std::get_if<InterviewOutcome>(&event)) progress.outcomes.push_back({deed.id, deed.day, *outcome});
    if (const auto* won = std::get_if<Won>(&event)) progress.wins.push_back({deed.id, deed.day, *won});
    if (const auto* dropped = std::get_if<WinDropped>(&event)) progress.dropped.insert(dropped->win);
    if (const auto* measured = std::get_if<Measured>(&event))
      progress.metrics[measured->metric].push_back({deed.day, measured->value});
  });
  return progress;
}

SaidEntries said_entries(std::span<const Deed> deeds) {
  SaidEntries said;
  for_each_standing(deeds, [&](const Event& event, const Deed& deed) {
    if (const auto* changed = std::get_if<Replanned>(&event)) note_said(said, *changed, deed);
  });
  return said;
}

}  // namespace starling
