#include "study/leeches.h"

#include <algorithm>
#include <array>
#include <utility>

#include "study/sitting.h"

namespace starling {

bool tells_leech(const Settings& settings, int lapses_before, int lapses_after) {
  const int further = lapses_after - settings.leech_lapses;
  const int every = std::max(1, (settings.leech_lapses + 1) / 2);
  return lapses_after > lapses_before && further >= 0 && further % every == 0;
}

std::vector<Leech> Study::leeches() const {
  std::vector<Leech> list;
  for (const auto& [item, state] : store_.states())
    if (state.lapses >= settings_.leech_lapses && has_item(item))
      list.push_back({item, state.lapses, state.suspended});
  std::ranges::stable_sort(list, std::ranges::greater{}, &Leech::lapses);
  return list;
}

// Two events of one moment, side by side in the log and written together.
Event Study::append_with_suspension(Event answer) {
  const std::array both{answer, Event{0, answer.at, answer.day, answer.item, Suspended{}}};
  store_.append_all(both, model_);
  for (Event& event : store_.events_of(answer.item))
    if (is_answer(event)) answer.id = event.id;
  return answer;
}

// A suspension says nothing of its cause, so it is known by its neighbour: an answer of the same moment to the same
// item, of the kind that suspends by the settings of today. Under other settings the two are taken back one by one.
std::optional<Event> Study::answer_with(const Event& suspension) const {
  if (settings_.leech_action != LeechAction::Suspend || !std::holds_alternative<Suspended>(suspension.what))
    return std::nullopt;
  ItemState state;
  for (const Event& event : standing_events(store_.events_of(suspension.item))) {
    const int lapses = state.lapses;
    state = apply(std::move(state), event, model_);
    const bool beside = event.id + 1 == suspension.id && event.at == suspension.at;
    if (beside && is_answer(event) && tells_leech(settings_, lapses, state.lapses)) return event;
  }
  return std::nullopt;
}

std::optional<Event> Study::undo() {
  auto target = store_.to_undo();
  if (!target) return target;
  if (auto answer = answer_with(*target)) {
    const Instant at = now();
    const std::array both{Event{0, at, rule_.study_day(at), target->item, Undone{target->id}},
                          Event{0, at, rule_.study_day(at), target->item, Undone{answer->id}}};
    store_.append_all(both, model_);
    return answer;
  }
  (void)append(target->item, Undone{target->id});
  if (target->item == kMemoryItem) derive();
  return target;
}

std::optional<Event> Study::redo() {
  auto target = store_.to_redo();
  if (!target) return target;
  (void)append(target->item, Redone{target->id});
  if (target->item == kMemoryItem) derive();
  const auto next = store_.to_redo();
  const auto answer = next ? answer_with(*next) : std::nullopt;
  if (answer && answer->id == target->id) (void)append(next->item, Redone{next->id});
  return target;
}

}  // namespace starling
