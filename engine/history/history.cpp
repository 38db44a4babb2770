#include "history/history.h"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

#include "history/ledger.h"

namespace starling {

namespace {

MemoryState remembered(const Standing& before, const Event& event, Grade grade, const MemoryModel& model) {
  if (before.phase == Phase::New || !before.memory) return model.first_review(grade);
  return model.after_review(*before.memory, elapsed_since(before, event.at, event.day), grade);
}

void add_review(ItemState& state, const Reviewed& review, const Event& event, const MemoryModel& model) {
  ++state.reviews;
  if (review.grade == Grade::Again && state.standing.phase == Phase::Review) ++state.lapses;
  if (review.took) {
    ++state.timed;
    state.time_spent += *review.took;
  }
  if (!state.first_day) state.first_day = event.day;
  state.buried_until.reset();
  const MemoryState memory = remembered(state.standing, event, review.grade, model);
  state.standing = {review.phase, review.step, memory, event.day, review.due, event.at};
}

template <typename... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};
template <typename... Cases>
Match(Cases...) -> Match<Cases...>;

}  // namespace

ItemState apply(ItemState state, const Event& event, const MemoryModel& model) {
  std::visit(Match{[&](const Reviewed& review) { add_review(state, review, event, model); },
                   [&](const Told& told) { add_review(state, told.review, event, model); },
                   [&](const Suspended&) { state.suspended = true; },
                   [&](const Unsuspended&) { state.suspended = false; },
                   [&](const Buried& buried) { state.buried_until = buried.until; },
                   [&](const Moved& moved) {
                     if (state.standing.phase == Phase::Review) state.standing.due = {moved.due, std::nullopt};
                   },
                   [](const Undone&) {}, [](const Redone&) {}, [](const Adopted&) {}},
             event.what);
  return state;
}

std::map<std::string, ItemState> fold(std::span<const Event> events, const MemoryModel& model) {
  const Ledger ledger = read_ledger(events);
  std::map<std::string, ItemState> states;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (!ledger.counts[i] || std::holds_alternative<Adopted>(events[i].what)) continue;
    ItemState& state = states[events[i].item];
    state = apply(std::move(state), events[i], model);
  }
  return states;
}

std::optional<Event> last_adoption(std::span<const Event> events, std::optional<ModelKind> kind) {
  const Ledger ledger = read_ledger(events);
  for (std::size_t i = events.size(); i > 0; --i) {
    const auto* adopted = std::get_if<Adopted>(&events[i - 1].what);
    if (adopted && ledger.counts[i - 1] && (!kind || adopted->weights.kind == *kind)) return events[i - 1];
  }
  return std::nullopt;
}

const Reviewed* review_of(const Event& event) {
  if (const auto* told = std::get_if<Told>(&event.what)) return &told->review;
  return std::get_if<Reviewed>(&event.what);
}

bool is_answer(const Event& event) { return review_of(event) != nullptr; }

std::string describe(const Event& event) {
  const std::string& item = event.item;
  return std::visit(
      Match{[&](const Reviewed& review) { return fmt::format("{} for {}", to_string(review.grade), item); },
            [&](const Told& told) {
              return fmt::format("the telling of {} ({})", item, to_string(told.review.grade));
            },
            [&](const Suspended&) { return fmt::format("suspended {}", item); },
            [&](const Unsuspended&) { return fmt::format("unsuspended {}", item); },
            [&](const Buried& buried) { return fmt::format("buried {} until {}", item, to_string(buried.until)); },
            [&](const Undone&) { return fmt::format("the undo for {}", item); },
            [&](const Redone&) { return fmt::format("the redo for {}", item); },
            [](const Adopted& adopted) { return fmt::format("new weights of {}", to_string(adopted.weights.kind)); },
            [&](const Moved& moved) { return fmt::format("moved {} to {}", item, to_string(moved.due)); }},
      event.what);
}

}  // namespace starling
