#include "study/queue.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_set>

#include "study/candidates.h"
#include "study/opening.h"

namespace starling {

namespace {

// Today's answers: what they took, how many were new, which cards were met first today.
struct Answered {
  double seconds = 0;
  int reviews = 0;
  int fresh = 0;
  std::unordered_set<std::string> first_met;  // cards, without schedule
};

Answered answered(std::span<const Event> events, const ItemStates& states, Day today) {
  Answered sum;
  std::set<std::string> counted;
  for (const Event& event : events) {
    const auto* review = std::get_if<Reviewed>(&event.what);
    if (!review) continue;
    const ItemState& state = state_of(states, event.item);
    const bool first_today = state.first_day == today && counted.insert(event.item).second;
    const double expected = first_today ? kReviewSeconds : kStepSeconds;
    sum.seconds += review->took ? std::chrono::duration<double>(*review->took).count() : expected;
    if (state.first_day == today) {
      sum.first_met.insert(std::string(card_of(event.item)));
      sum.fresh += first_today ? 1 : 0;
    } else {
      ++sum.reviews;
    }
  }
  return sum;
}

// Fills the queue until the minutes or the counts are used up.
class Cutter {
 public:
  Cutter(Queue& queue, double seconds_left, std::optional<int> limit)
      : queue_(queue), seconds_left_(seconds_left), limit_(limit) {}

  [[nodiscard]] bool fits(const Candidate& card) const {
    if (limit_ && queue_.cards.size() >= static_cast<std::size_t>(std::max(0, *limit_))) return false;
    return card.seconds <= seconds_left_ + 1e-9;
  }
  void take(const Candidate& card) {
    seconds_left_ -= card.seconds;
    queue_.minutes += card.seconds / 60.0;
    queue_.cards.push_back({card.item, *card.state, card.recall, card.seconds, std::string(card.reason)});
  }

 private:
  Queue& queue_;
  double seconds_left_;
  std::optional<int> limit_;
};

void add_seen(Queue& queue, Cutter& cutter, const std::vector<Candidate>& cards, int count_left) {
  bool full = false;
  for (const Candidate& card : cards) {
    full = full || count_left <= 0 || !cutter.fits(card);
    if (full) {
      ++queue.deferred;
      continue;
    }
    --count_left;
    ++queue.due;
    cutter.take(card);
  }
}

void add_fresh(Queue& queue, Cutter& cutter, const std::vector<Candidate>& cards, int count_left, Met& met,
               const Answered& today, const Library& library) {
  for (const Candidate& card : cards) {
    const CardItem& item = *card.item;
    // A sibling would give the answer away on the day its card is first met.
    const bool sibling = met.queued(item) || today.first_met.contains(std::string(card_of(item.id)));
    if (sibling || lacking(library.card(item), met)) continue;
    if (count_left <= 0 || !cutter.fits(card)) {
      ++queue.fresh_deferred;
      continue;
    }
    --count_left;
    ++queue.fresh;
    met.add(item);
    cutter.take(card);
  }
}

// When an item that is due then is asked: on the first day that is not off.
Due not_on_a_day_off(const Settings& settings, Due due) {
  while (is_day_off(settings, due.day)) due = {due.day + std::chrono::days(1), std::nullopt};
  return due;
}

}  // namespace

int expected_seconds(const ItemState& state) {
  if (!seen(state)) return kNewSeconds;
  const double usual = in_step(state) ? kStepSeconds : kReviewSeconds;
  // The learner's own times count as soon as there are a few; one slow answer does not rule.
  constexpr double kWeightOfUsual = 3;
  const double own = std::chrono::duration<double>(state.time_spent).count();
  const double mean = (usual * kWeightOfUsual + own) / (kWeightOfUsual + state.timed);
  return static_cast<int>(std::lround(std::clamp(mean, 2.0, 300.0)));
}

Queue build_queue(const Library& library, const ItemStates& states, std::span<const Event> today_events,
                  const Settings& settings, const QueueDay& day, const MemoryModel& model, const QueueFilter& filter) {
  Queue queue;
  const Sorted sorted = sort_items(library, states, settings, day, model, filter);
  const Answered today = answered(today_events, states, day.today);
  queue.spent_minutes = today.seconds / 60;
  const double minutes_of_day = day.off ? 0 : settings.minutes_per_day;
  queue.budget_minutes = filter.minutes.value_or(minutes_of_day);
  queue.next = sorted.next;

  const double left = filter.minutes ? *filter.minutes * 60 : minutes_of_day * 60 - today.seconds;
  Cutter cutter(queue, left, filter.limit);
  const int reviews_left = std::max(0, settings.reviews_per_day - today.reviews);
  add_seen(queue, cutter, sorted.steps, static_cast<int>(library.items.size()));
  add_seen(queue, cutter, sorted.due, reviews_left);
  Met met(library, states);
  const int fresh_allowed = std::max(0, settings.new_per_day - today.fresh);
  add_fresh(queue, cutter, sorted.fresh, fresh_allowed, met, today, library);
  queue.fresh_left = fresh_allowed - queue.fresh;
  add_seen(queue, cutter, sorted.soon, static_cast<int>(library.items.size()));
  if (queue.cards.empty() && queue.deferred > 0 && day.off) note_next(queue.next, {day.today, std::nullopt});
  if (queue.next) queue.next = not_on_a_day_off(settings, *queue.next);
  return queue;
}

}  // namespace starling
