#include "study/candidates.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "study/opening.h"

namespace starling {

namespace {

bool asleep(const Card& card, const ItemState& state, Day today) {
  return card.suspended || card.retired || state.suspended || (state.buried_until && *state.buried_until > today);
}

bool wanted(const Library& library, const CardItem& item, const QueueFilter& filter) {
  if (!filter.deck.empty() && library.decks[item.deck].id != filter.deck) return false;
  if (filter.tag.empty()) return true;
  const auto& tags = library.card(item).tags;
  return std::find(tags.begin(), tags.end(), filter.tag) != tags.end();
}

// Everything that the items of a day are weighed by.
struct Weighing {
  const QueueDay& day;
  const MemoryModel& model;
  QueueOrder order;
};

double urgency_of(const Candidate& card, const Weighing& by) {
  const Standing& standing = card.state->standing;
  DueItem item;
  item.days_overdue = days_between(standing.due.day, by.day.today);
  item.interval_days = days_between(standing.last_day, standing.due.day);
  item.recall = card.recall.value_or(0);
  item.seconds = card.seconds;
  if (by.order == QueueOrder::RecallPerSecond && standing.memory)
    item.recall_gained =
        recall_gained(by.model, *standing.memory, elapsed_since(standing, by.day.now, by.day.today));
  if (by.order == QueueOrder::Random)
    item.seed = seed_from(card.item->id, static_cast<std::uint64_t>(by.day.today.time_since_epoch().count()));
  return urgency(by.order, item);
}

Candidate candidate(const CardItem& item, const ItemState& state, const Weighing& by, std::string_view reason) {
  Candidate card{&item, &state, std::nullopt, expected_seconds(state), reason};
  const Standing& standing = state.standing;
  if (standing.memory)
    card.recall = by.model.recall_after(elapsed_since(standing, by.day.now, by.day.today), *standing.memory);
  if (seen(state) && !in_step(state)) card.urgency = urgency_of(card, by);
  return card;
}

void sort_seen(Sorted& sorted, const CardItem& item, const ItemState& state, const Weighing& by, int ahead_days) {
  const Due& due = state.standing.due;
  const QueueDay& day = by.day;
  if (in_step(state)) {
    if (*due.at <= day.now)
      sorted.steps.push_back(candidate(item, state, by, "step"));
    else if (*due.at <= day.now + kLearnAhead)
      sorted.soon.push_back(candidate(item, state, by, "step"));
    else
      note_next(sorted.next, due);
  } else if (due.day <= day.today) {
    sorted.due.push_back(candidate(item, state, by, due.day < day.today ? "overdue" : "due"));
  } else if (due.day <= day.today + std::chrono::days(ahead_days)) {
    sorted.due.push_back(candidate(item, state, by, "ahead"));
  } else {
    note_next(sorted.next, due);
  }
}

bool nothing_new(const QueueDay& day) {
  if (day.rest || day.off) return true;
  if (!day.interview) return false;
  const int left = days_between(day.today, *day.interview);
  return left >= 0 && left <= kNothingNewDays;
}

void put_in_order(Sorted& sorted) {
  const auto by_step = [](const Candidate& a, const Candidate& b) {
    return std::tie(*a.state->standing.due.at, a.item->id) < std::tie(*b.state->standing.due.at, b.item->id);
  };
  std::sort(sorted.steps.begin(), sorted.steps.end(), by_step);
  std::sort(sorted.soon.begin(), sorted.soon.end(), by_step);
  std::sort(sorted.due.begin(), sorted.due.end(), [](const Candidate& a, const Candidate& b) {
    if (a.urgency != b.urgency) return a.urgency > b.urgency;
    return a.item->id < b.item->id;
  });
}

}  // namespace

bool in_step(const ItemState& state) { return state.standing.due.at.has_value(); }

void note_next(std::optional<Due>& next, const Due& due) {
  const auto earlier = [](const Due& a, const Due& b) {
    if (a.day != b.day) return a.day < b.day;
    return a.at.has_value() && (!b.at || *a.at < *b.at);
  };
  if (!next || earlier(due, *next)) next = due;
}

Sorted sort_items(const Library& library, const ItemStates& states, const Settings& settings, const QueueDay& day,
                  const MemoryModel& model, const QueueFilter& filter) {
  const Weighing by{day, model, settings.order};
  Sorted sorted;
  const bool fresh_too = !nothing_new(day);
  std::vector<std::pair<int, const CardItem*>> open;
  std::vector<std::optional<int>> unlocked(library.decks.size());
  if (library.plan)
    for (std::size_t d = 0; d < library.decks.size(); ++d)
      unlocked[d] = unlock_offset(*library.plan, library.decks[d].id);

  for (const CardItem& item : library.items) {
    const Card& card = library.card(item);
    if (!wanted(library, item, filter)) continue;
    const ItemState& state = state_of(states, item.id);
    if (asleep(card, state, day.today)) continue;
    if (seen(state)) {
      sort_seen(sorted, item, state, by, filter.ahead_days);
    } else if (fresh_too && level_fits(card, settings.level)) {
      const int opens = opening(unlocked[item.deck], library.decks[item.deck], card);
      if (opens <= day.plan_offset) open.emplace_back(opens, &item);
    }
  }
  std::stable_sort(open.begin(), open.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [opens, item] : open)
    sorted.fresh.push_back(candidate(*item, state_of(states, item->id), by, "new"));

  put_in_order(sorted);
  return sorted;
}

}  // namespace starling
