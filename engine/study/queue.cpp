#include "study/queue.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_set>

#include "report/report.h"

namespace starling {

namespace {

constexpr ItemState kUnseen{};

const ItemState& state_of(const ItemStates& states, const std::string& item) {
  const auto found = states.find(item);
  return found == states.end() ? kUnseen : found->second;
}

bool seen(const ItemState& state) { return state.standing.phase != Phase::New; }

bool in_step(const ItemState& state) { return state.standing.due.at.has_value(); }

bool asleep(const Card& card, const ItemState& state, Day today) {
  return card.suspended || card.retired || state.suspended || (state.buried_until && *state.buried_until > today);
}

int first_week(const Deck& deck, const Card& card) {
  if (card.week) return *card.week;
  return deck.weeks.empty() ? 1 : *std::min_element(deck.weeks.begin(), deck.weeks.end());
}

// The day of the plan, from 0, on which a card opens: its week's first day, or later when its deck's day comes later.
int opening(const std::optional<int>& unlocked, const Deck& deck, const Card& card) {
  const int week_begins = (first_week(deck, card) - 1) * 7;
  return std::max(week_begins, unlocked.value_or(week_begins));
}

std::string_view card_of(std::string_view item) { return item.substr(0, item.find('#')); }

// Which cards were met, today's queue included, so that what needs them may follow.
class Met {
 public:
  Met(const Library& library, const ItemStates& states) : library_(library), states_(states) {}

  void add(const CardItem& item) { queued_.insert(std::string(card_of(item.id))); }
  [[nodiscard]] bool queued(const CardItem& item) const { return queued_.contains(std::string(card_of(item.id))); }

  // A card that is put away for good holds nobody up; one that is nowhere does, and is reported by `deck check`.
  [[nodiscard]] bool known(const std::string& card) const {
    if (queued_.contains(card)) return true;
    const auto state = states_.lower_bound(card);
    for (auto it = state; it != states_.end() && card_of(it->first) == card; ++it)
      if (seen(it->second) || it->second.suspended) return true;
    if (away_.empty()) list_away();
    return away_.contains(card);
  }

 private:
  void list_away() const {
    away_.insert("");
    for (const Deck& deck : library_.decks)
      for (const Card& card : deck.cards)
        if (card.retired || card.suspended) away_.insert(deck.id + '/' + card.id);
  }

  const Library& library_;
  const ItemStates& states_;
  std::unordered_set<std::string> queued_;
  mutable std::unordered_set<std::string> away_;
};

bool level_fits(const Card& card, const std::string& level) {
  return card.level.empty() || std::find(card.level.begin(), card.level.end(), level) != card.level.end();
}

const std::string* lacking(const Card& card, const Met& met) {
  const auto need = std::find_if(card.needs.begin(), card.needs.end(), [&](const auto& n) { return !met.known(n); });
  return need == card.needs.end() ? nullptr : &*need;
}

bool wanted(const Library& library, const CardItem& item, const QueueFilter& filter) {
  if (!filter.deck.empty() && library.decks[item.deck].id != filter.deck) return false;
  if (filter.tag.empty()) return true;
  const auto& tags = library.card(item).tags;
  return std::find(tags.begin(), tags.end(), filter.tag) != tags.end();
}

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

// A card that may be asked, light enough to sort by the thousand. Points into the library and the states.
struct Candidate {
  const CardItem* item = nullptr;
  const ItemState* state = nullptr;
  std::optional<double> recall;
  int seconds = 0;
  std::string_view reason;
};

struct Sorted {
  std::vector<Candidate> steps;    // steps that have ended
  std::vector<Candidate> due;
  std::vector<Candidate> fresh;
  std::vector<Candidate> soon;     // steps that end within kLearnAhead
  std::optional<Due> next;
};

void note_next(std::optional<Due>& next, const Due& due) {
  const auto earlier = [](const Due& a, const Due& b) {
    if (a.day != b.day) return a.day < b.day;
    return a.at.has_value() && (!b.at || *a.at < *b.at);
  };
  if (!next || earlier(due, *next)) next = due;
}

Candidate candidate(const CardItem& item, const ItemState& state, const QueueDay& day, const Fsrs6& model,
                    std::string_view reason) {
  Candidate card{&item, &state, std::nullopt, expected_seconds(state), reason};
  if (state.standing.memory)
    card.recall = model.recall_after(std::max(0, days_between(state.standing.last_day, day.today)),
                                     state.standing.memory->stability);
  return card;
}

void sort_seen(Sorted& sorted, const CardItem& item, const ItemState& state, const QueueDay& day, const Fsrs6& model,
               int ahead_days) {
  const Due& due = state.standing.due;
  if (in_step(state)) {
    if (*due.at <= day.now)
      sorted.steps.push_back(candidate(item, state, day, model, "step"));
    else if (*due.at <= day.now + kLearnAhead)
      sorted.soon.push_back(candidate(item, state, day, model, "step"));
    else
      note_next(sorted.next, due);
  } else if (due.day <= day.today) {
    sorted.due.push_back(candidate(item, state, day, model, due.day < day.today ? "overdue" : "due"));
  } else if (due.day <= day.today + std::chrono::days(ahead_days)) {
    sorted.due.push_back(candidate(item, state, day, model, "ahead"));
  } else {
    note_next(sorted.next, due);
  }
}

bool nothing_new(const QueueDay& day) {
  if (day.rest) return true;
  if (!day.interview) return false;
  const int left = days_between(day.today, *day.interview);
  return left >= 0 && left <= kNothingNewDays;
}

Sorted sort_items(const Library& library, const ItemStates& states, const Settings& settings, const QueueDay& day,
                  const Fsrs6& model, const QueueFilter& filter) {
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
      sort_seen(sorted, item, state, day, model, filter.ahead_days);
    } else if (fresh_too && level_fits(card, settings.level)) {
      const int opens = opening(unlocked[item.deck], library.decks[item.deck], card);
      if (opens <= day.plan_offset) open.emplace_back(opens, &item);
    }
  }
  std::stable_sort(open.begin(), open.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [opens, item] : open) sorted.fresh.push_back(candidate(*item, kUnseen, day, model, "new"));

  const auto by_step = [](const Candidate& a, const Candidate& b) {
    return std::tie(*a.state->standing.due.at, a.item->id) < std::tie(*b.state->standing.due.at, b.item->id);
  };
  std::sort(sorted.steps.begin(), sorted.steps.end(), by_step);
  std::sort(sorted.soon.begin(), sorted.soon.end(), by_step);
  // Lowest recall first: under a cap of minutes the card nearest to being lost is not the one left out.
  std::sort(sorted.due.begin(), sorted.due.end(), [](const Candidate& a, const Candidate& b) {
    if (a.recall != b.recall) return a.recall < b.recall;
    return a.item->id < b.item->id;
  });
  return sorted;
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

std::string locked_because(const Library& library, const ItemStates& states, const Settings& settings,
                           const QueueDay& day, const CardItem& item) {
  const Card& card = library.card(item);
  const Deck& deck = library.decks[item.deck];
  if (card.retired) return "the card is retired";
  if (!level_fits(card, settings.level)) return fmt::format("the card is for {} only", card.level.front());
  const auto unlocked = library.plan ? unlock_offset(*library.plan, deck.id) : std::nullopt;
  const int opens = opening(unlocked, deck, card);
  if (opens > day.plan_offset) return fmt::format("it opens in week {}, day {}", opens / 7 + 1, opens % 7 + 1);
  const Met met(library, states);
  if (const std::string* need = lacking(card, met)) return fmt::format("it needs {} first", *need);
  return "";
}

Queue build_queue(const Library& library, const ItemStates& states, std::span<const Event> today_events,
                  const Settings& settings, const QueueDay& day, const Fsrs6& model, const QueueFilter& filter) {
  Queue queue;
  const Sorted sorted = sort_items(library, states, settings, day, model, filter);
  const Answered today = answered(today_events, states, day.today);
  queue.spent_minutes = today.seconds / 60;
  queue.budget_minutes = filter.minutes.value_or(settings.minutes_per_day);
  queue.next = sorted.next;

  const double left = filter.minutes ? *filter.minutes * 60 : settings.minutes_per_day * 60 - today.seconds;
  Cutter cutter(queue, left, filter.limit);
  const int reviews_left = std::max(0, settings.reviews_per_day - today.reviews);
  add_seen(queue, cutter, sorted.steps, static_cast<int>(library.items.size()));
  add_seen(queue, cutter, sorted.due, reviews_left);
  Met met(library, states);
  const int fresh_allowed = std::max(0, settings.new_per_day - today.fresh);
  add_fresh(queue, cutter, sorted.fresh, fresh_allowed, met, today, library);
  queue.fresh_left = fresh_allowed - queue.fresh;
  add_seen(queue, cutter, sorted.soon, static_cast<int>(library.items.size()));
  return queue;
}

std::vector<QueuedStory> build_story_queue(const Library& library, const ItemStates& states, const QueueDay& day,
                                           const Fsrs6& model, int most) {
  std::vector<QueuedStory> queue;
  int told_today = 0;
  for (const Story& story : library.stories) {
    if (!is_complete(story)) continue;
    const ItemState& state = state_of(states, "story/" + story.id);
    if (state.suspended || (state.buried_until && *state.buried_until > day.today)) continue;
    QueuedStory entry{&story, state, std::nullopt, "not told yet", true};
    if (seen(state)) {
      const int since = days_between(state.standing.last_day, day.today);
      const int over = days_between(state.standing.due.day, day.today);
      if (since <= 0) ++told_today;
      if (since <= 0) continue;
      entry.recall = model.recall_after(since, state.standing.memory->stability);
      if (over == 0) entry.reason = "due today";
      else if (over > 0) entry.reason = fmt::format("due for {} day{}", over, over == 1 ? "" : "s");
      else if (day.plan_week >= kStaleFromWeek && since > kWarmDays) entry.reason = fmt::format("not told for {} days", since);
      else continue;
    }
    queue.push_back(std::move(entry));
  }
  // Told before and fading first, then those never told, in the order of their files.
  std::stable_sort(queue.begin(), queue.end(), [](const QueuedStory& a, const QueuedStory& b) {
    return a.recall.value_or(2) < b.recall.value_or(2);
  });
  const auto room = static_cast<std::size_t>(std::max(0, most - told_today));
  if (queue.size() > room) queue.resize(room);
  return queue;
}

}  // namespace starling
