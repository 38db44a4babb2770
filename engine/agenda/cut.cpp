#include "agenda/cut.h"

#include <algorithm>
#include <queue>
#include <span>

#include "agenda/mixed.h"
#include "agenda/place.h"

namespace starling {

namespace {

std::size_t number_of(Stage stage) { return static_cast<std::size_t>(stage); }

// Those that come behind new ones, or those that do not.
CountByKind only(CountByKind kinds, bool behind_new) {
  for (const ItemKind kind : kItemKinds)
    if (comes_behind_new(kind) != behind_new) kinds[static_cast<std::size_t>(kind)] = 0;
  return kinds;
}

}  // namespace

Turn turn_of(Stage stage) {
  if (stage == Stage::New) return Turn::New;
  return stage == Stage::Steps || stage == Stage::Soon ? Turn::Step : Turn::Review;
}

bool Closed::all(const CountByKind& kinds) const {
  for (std::size_t kind = 0; kind < kinds.size(); ++kind)
    if (kinds[kind] > 0 && !is(kind)) return false;
  return true;
}

void Closed::close(std::size_t kind, Obstacle obstacle) {
  if (obstacle == Obstacle::Minutes) {
    by_kind_[kind] = obstacle;
    return;
  }
  for (auto& each : by_kind_) each = each.value_or(obstacle);
}

std::optional<Obstacle> Closed::any() const {
  std::optional<Obstacle> found;
  for (const auto& each : by_kind_)
    if (each && (!found || *found == Obstacle::Minutes)) found = each;
  return found;
}

void Cut::clear() {
  for (const std::vector<Asked>* list : {&cards_, &stories_})
    for (const Asked& asked : *list) {
      const ItemIndex index = in_.index_of(asked.item);
      in_.entries[index].asked_at.reset();
      in_.wholes.of(index).in_row = false;
    }
  for (const ItemIndex index : followers_) in_.entries[index].follows = false;
  for (const ItemIndex index : behind_) in_.entries[index].behind = false;
  cards_.clear();
  stories_.clear();
  followers_.clear();
  behind_.clear();
  counts_ = {};
  closed_ = {};
  pass_reach_ = 0;
  due_behind_ = false;
}

void Cut::make(Budget left, int stories, const Spent& spent) {
  clear();
  last_group_ = spent.last_group;
  const DayFrame& day = in_.day();
  stories_left_ = stories;
  choose_untold_stories(spent, left);
  const double for_new = seconds_for_new(day.share_of_new, left.seconds_left() + spent.seconds, spent.new_seconds + seconds_of_begun());
  take_seen(in_.steps, in_.steps.size(), Stage::Steps, left);
  if (day.new_first) {
    const double kept = seconds_for_due(left, for_new);
    left.put_by(kept);
    take_new(left);
    left.give_back(kept);
  }
  take_seen(in_.due, in_.due.size(), Stage::Due, left);
  const auto days_left = days_for_reviews(day.days_left, day.nearest_interview);
  if (const auto pass_day = final_pass_day(day.policy, days_left); pass_day && day.asking != Asking::Nothing)
    take_seen(in_.pass, static_cast<std::size_t>(final_pass_share(*pass_day, in_.pass_counts())), Stage::Later, left);
  if (!day.new_first) take_new(left);
  if (!day.aimed) take_practice(left);
  take_seen(in_.soon, in_.soon.size(), Stage::Soon, left);
  choose_stories();
  counts_.due_ended = closed_[number_of(Stage::Due)].any();
  counts_.next = next();
}

double Cut::seconds_of_begun() const {
  double seconds = 0;
  for (const Row* row : {&in_.steps, &in_.soon, &in_.in_step})
    for (const ItemIndex index : row->items()) {
      const Entry& entry = in_.entries[index];
      if (entry.state->first_day == in_.day().now.day) seconds += entry.seconds;
    }
  return seconds;
}

double Cut::seconds_for_due(const Budget& left, double for_new) const {
  const double most = std::max(0.0, left.seconds_left() - for_new);
  double wanted = 0;
  for (const ItemIndex index : in_.due.items()) {
    if (wanted >= most) return most;
    wanted += in_.entries[index].seconds;
  }
  int tellings = stories_left_;
  for (const ItemIndex index : in_.stories.items()) {
    if (tellings <= 0 || wanted >= most) break;
    if (!is_weighed(in_.entries[index])) continue;
    wanted += in_.entries[index].seconds;
    --tellings;
  }
  return std::min(wanted, most);
}

void Cut::take(ItemIndex index, Reason reason, Budget& left, Turn turn) {
  Entry& entry = in_.entries[index];
  left.take(turn, entry.seconds);
  counts_.minutes += entry.seconds / 60.0;
  if (turn == Turn::New) counts_.fresh_minutes += entry.seconds / 60.0;
  entry.asked_at = cards_.size();
  in_.wholes.of(index).in_row = true;
  cards_.push_back({entry.item, entry.state, entry.recall, entry.seconds, reason, entry.urgency});
}

void Cut::take_seen(const Row& row, std::size_t most, Stage stage, Budget& left) {
  const std::size_t before = cards_.size();
  const bool in_step = turn_of(stage) == Turn::Step;
  const bool practice_waits = stage == Stage::Due && !in_.day().aimed;
  const std::size_t taken = take_kinds(practice_waits ? only(row.kinds(), false) : row.kinds(), row, most, stage, left);
  if (stage == Stage::Due) choose_weighed_stories(0, left);
  if (in_step) mix_steps(before, stage);
  const std::size_t behind = in_step ? 0 : mark_behind(stage);
  if (stage == Stage::Due) due_behind_ = behind > 0;
  if (stage == Stage::Later) pass_reach_ = reach(row, most);
  const std::size_t open = row.size() - behind;
  counts_.due += static_cast<int>(taken);
  counts_.deferred += static_cast<int>(std::min(most, open) - taken);
  if (stage == Stage::Due && in_.day().aimed) counts_.deferred -= gaining_by_waiting(row);
}

void Cut::take_practice(Budget& left) {
  const auto taken = static_cast<int>(take_kinds(only(in_.due.kinds(), true), in_.due, in_.due.size(), Stage::Due, left));
  counts_.due += taken;
  counts_.deferred -= taken;
}

std::size_t Cut::take_kinds(const CountByKind& count, const Row& row, std::size_t most, Stage stage, Budget& left) {
  Closed& closed = closed_[number_of(stage)];
  const Turn turn = turn_of(stage);
  const std::size_t before = cards_.size();
  for (std::size_t i = 0, reached = 0; i < row.size() && reached < most && !closed.all(count); ++i) {
    const ItemIndex index = row.items()[i];
    const Entry& entry = in_.entries[index];
    // A sibling would give the answer away, and of one in a step is nothing more to give away.
    if (count[entry.kind()] == 0 || (turn != Turn::Step && in_.wholes.of(index).in_row)) continue;
    ++reached;
    if (stage == Stage::Due) choose_weighed_stories(entry.urgency, left);
    if (closed.is(entry.kind())) continue;
    if (const auto obstacle = left.obstacle(turn, entry.seconds))
      closed.close(entry.kind(), *obstacle);
    else
      take(index, stage == Stage::Later ? Reason::FinalPass : entry.place.reason, left, turn);
  }
  return cards_.size() - before;
}

int Cut::gaining_by_waiting(const Row& row) const {
  return static_cast<int>(std::ranges::count_if(row.items(), [&](ItemIndex index) {
    const Entry& entry = in_.entries[index];
    return !entry.place.pays && !entry.asked_at && !entry.behind;
  }));
}

// How far one has to go to come by `most` that have no sibling before them.
std::size_t Cut::reach(const Row& row, std::size_t most) const {
  std::size_t end = 0;
  for (std::size_t met = 0; end < row.size() && met < most; ++end) met += in_.entries[row.items()[end]].behind ? 0 : 1;
  return end;
}

std::size_t Cut::mark_behind(Stage stage) {
  const std::size_t before = behind_.size();
  for (const Asked& asked : cards_) {
    const auto siblings = in_.wholes.schedules(in_.wholes.of(in_.index_of(asked.item)));
    if (siblings.size() < 2) continue;
    for (const ItemIndex index : siblings) {
      Entry& entry = in_.entries[index];
      const bool here = entry.place.stage == stage && (stage != Stage::Later || entry.pass.open);
      if (!here || entry.asked_at || entry.held || entry.behind) continue;
      entry.behind = true;
      behind_.push_back(index);
    }
  }
  return behind_.size() - before;
}

bool Cut::is_behind_with(std::size_t kind) const {
  return std::ranges::any_of(std::array{Stage::Steps, Stage::Due, Stage::Later}, [&](Stage stage) {
    const Closed& closed = closed_[number_of(stage)];
    return closed.is(kind) && closed.why(kind) == Obstacle::Minutes;
  });
}

void Cut::mix(std::size_t first, std::size_t end) {
  if (end - first < 2) return;
  const auto begin = cards_.begin() + static_cast<std::ptrdiff_t>(first);
  const std::string_view before = first > 0 ? cards_[first - 1].item->id.group() : std::string_view(last_group_);
  const auto today = static_cast<std::uint64_t>(in_.day().now.day.time_since_epoch().count());
  const std::vector<Asked> row = mixed({begin, begin + static_cast<std::ptrdiff_t>(end - first)}, before, today);
  std::ranges::copy(row, begin);
  for (std::size_t i = first; i < end; ++i) in_.entries[in_.index_of(cards_[i].item)].asked_at = i;
}

// Steps that have ended are of one rank. Of those that have not, one that ends earlier is not held back for the sake of
// another deck.
void Cut::mix_steps(std::size_t first, Stage stage) {
  if (stage == Stage::Steps) return mix(first, cards_.size());
  for (std::size_t end = first; first < cards_.size(); first = end) {
    while (end < cards_.size() && cards_[end].state->standing.due == cards_[first].state->standing.due) ++end;
    mix(first, end);
  }
}

// New ones that are ready, and those that may follow because all they lack has been taken before them.
void Cut::take_new(Budget& left) {
  const auto comes_later = [&](ItemIndex a, ItemIndex b) { return in_.entries[a].turn > in_.entries[b].turn; };
  std::priority_queue<ItemIndex, std::vector<ItemIndex>, decltype(comes_later)> following(comes_later);
  const std::span<const ItemIndex> ready = in_.fresh.items();
  Closed& closed = closed_[number_of(Stage::New)];
  CountByKind kinds = in_.fresh.kinds();
  const std::size_t before = cards_.size();
  for (std::size_t i = 0; !closed.all(kinds) && (i < ready.size() || !following.empty());) {
    const bool follows = i == ready.size() || (!following.empty() && comes_later(ready[i], following.top()));
    const ItemIndex index = follows ? following.top() : ready[i];
    if (follows) following.pop();
    else ++i;
    const Entry& entry = in_.entries[index];
    WholeEntry& whole = in_.wholes.of(index);
    if (whole.in_row || closed.is(entry.kind())) continue;
    if (const auto obstacle = obstacle_to_new(left, entry.seconds, is_behind_with(entry.kind()))) {
      closed.close(entry.kind(), *obstacle);
      continue;
    }
    take(index, Reason::New, left, Turn::New);
    follow(whole, entry.turn, [&](ItemIndex follower) {
      following.push(follower);
      ++kinds[in_.entries[follower].kind()];
    });
  }
  mix(before, cards_.size());
  counts_.fresh = static_cast<int>(cards_.size() - before);
  const std::size_t marked = behind_.size();
  (void)mark_behind(Stage::New);
  const auto for_siblings = std::ranges::count_if(behind_.begin() + static_cast<std::ptrdiff_t>(marked), behind_.end(), [&](ItemIndex index) {
    return in_.entries[index].ready || in_.entries[index].follows;
  });
  counts_.fresh_deferred = static_cast<int>(ready.size() + followers_.size()) - counts_.fresh - static_cast<int>(for_siblings);
  counts_.fresh_left = left.count_left(Turn::New);
}

// Those that may follow from now on, since `begun` has been taken at `turn`.
template <class See>
void Cut::follow(const WholeEntry& begun, ItemIndex turn, See see) {
  for (const ItemIndex index : in_.wholes.needed_by(begun)) {
    if (in_.entries[index].follows || !in_.may_follow(index, turn)) continue;
    in_.entries[index].follows = true;
    followers_.push_back(index);
    see(index);
  }
}

namespace {

// Whether it is a story that was never told and has a price.
bool is_priced_untold(const Entry& entry) {
  return entry.place.stage == Stage::Story && entry.place.gain && entry.place.reason == Reason::New;
}

}  // namespace

// One that has cooled is told whatever it adds.
bool Cut::is_weighed(const Entry& entry) {
  return entry.place.stage == Stage::Story && entry.place.gain && entry.place.reason != Reason::Cooling && !is_priced_untold(entry);
}

void Cut::choose(ItemIndex story) {
  Entry& entry = in_.entries[story];
  entry.asked_at = stories_.size();
  stories_.push_back({entry.item, entry.state, entry.recall, entry.seconds, entry.place.reason, 0});
  --stories_left_;
}

// A sitting's own minutes are for cards: then one is told that pays, in minutes beside them.
void Cut::choose_weighed_stories(double least_urgency, Budget& left) {
  for (const ItemIndex index : in_.stories.items()) {
    const Entry& entry = in_.entries[index];
    if (stories_left_ <= 0 || entry.urgency < least_urgency) return;
    if (!is_weighed(entry) || entry.asked_at) continue;
    if (in_.wish().minutes) {
      if (entry.place.pays) choose(index);
    } else if (!left.obstacle(Turn::Step, entry.seconds)) {
      left.put_by(entry.seconds);
      counts_.story_minutes += entry.seconds / 60.0;
      ++counts_.weighed_stories;
      choose(index);
    }
  }
}

// Before all else: a first telling adds more than any review. On a short day one is told, and others only in half of it.
// However few minutes are left, one that was in today's list stays there.
void Cut::choose_untold_stories(const Spent& spent, Budget& left) {
  const bool own_minutes = in_.wish().minutes.has_value();
  const double half = in_.day().minutes * 60 / 2;
  int told = spent.tellings;
  for (const ItemIndex index : in_.stories.items()) {
    const Entry& entry = in_.entries[index];
    if (stories_left_ <= 0) return;
    if (!is_priced_untold(entry) || !entry.place.pays) continue;
    if (told > 0 && !own_minutes && (told + 1) * entry.seconds > half) return;
    ++told;
    choose(index);
    if (own_minutes) continue;
    left.put_by(std::clamp<double>(left.seconds_left(), 0, entry.seconds));
    counts_.story_minutes += entry.seconds / 60.0;
    ++counts_.weighed_stories;
  }
}

void Cut::choose_stories() {
  for (const ItemIndex index : in_.stories.items()) {
    const Entry& entry = in_.entries[index];
    if (stories_left_ > 0 && !is_weighed(entry) && !is_priced_untold(entry)) choose(index);
  }
}

std::optional<Due> Cut::next() const {
  const DayFrame& day = in_.day();
  std::optional<Due> earliest;
  const auto note = [&](const Due& other) {
    if (!earliest || is_earlier(other, *earliest)) earliest = other;
  };
  if (in_.in_step.size() > 0) note(in_.entries[in_.in_step.items().front()].due);
  const auto waiting = std::ranges::find_if(in_.later.items(), [&](ItemIndex i) { return !in_.entries[i].asked_at; });
  if (waiting != in_.later.items().end()) note(in_.entries[*waiting].due);
  if (due_behind_ || in_.due_held() > 0) note({day.now.day + std::chrono::days(1), std::nullopt});
  if (cards_.empty() && counts_.deferred > 0 && day.asking == Asking::Nothing) note({day.now.day, std::nullopt});
  while (earliest && day.off && day.off(earliest->day))
    earliest = Due{earliest->day + std::chrono::days(1), std::nullopt};
  return earliest;
}

std::optional<Obstacle> Cut::obstacle(ItemIndex index) const {
  const Entry& entry = in_.entries[index];
  const Stage stage = entry.place.stage;
  if (stage == Stage::None || stage == Stage::InStep) return std::nullopt;
  if (stage == Stage::Later && !(entry.pass.open && in_.pass.place(index) < pass_reach_)) return std::nullopt;
  if (stage == Stage::Story) return stories_left_ > 0 ? Obstacle::Minutes : Obstacle::Count;
  return closed_[number_of(stage)].why(entry.kind());
}

}  // namespace starling
