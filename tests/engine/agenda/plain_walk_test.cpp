// The row as a plain walk over all items would make it: slow, short, and the same.
#include <algorithm>
#include <set>

#include "engine/agenda/any_learner.h"

using namespace starling;
using namespace starling::test;

namespace {

bool is_known(const Learner& learner, const ItemId& need, std::string_view level) {
  for (const auto& [which, state] : learner.states)
    if (which.whole() == need.whole() && (seen(state) || (state.suspended && need.kind() != ItemKind::Story))) return true;
  if (need.kind() == ItemKind::Story) return false;
  return std::ranges::any_of(learner.items, [&](const Item& each) {
    return each.id.whole() == need.whole() && (each.away != Away::No || !meant_for(each.levels, level));
  });
}

bool is_open(const Learner& learner, const Item& each, const DayFrame& day, const Wish& wish) {
  const ItemState& state = state_of(learner.states, each.id);
  if (each.id.kind() == ItemKind::Story || seen(state) || state.suspended || each.away != Away::No) return false;
  if (traits(each.id.kind()).begun_by_hand) return false;
  if (state.buried_until && *state.buried_until > day.now.day) return false;
  return meant_for(each.levels, day.level) && each.opens <= day.plan_day + wish.ahead_days && (!wish.wanted || wish.wanted(each));
}

struct Walk {
  Ids asked;
  int deferred = 0;
};

// Each kind is closed by the first of it that does not fit.
Walk walk_new(const Learner& learner, const DayFrame& day, const Wish& wish, Budget left,
              std::set<std::string_view> siblings, const std::set<ItemKind>& behind) {
  Walk walk;
  if (day.asking != Asking::All && wish.fresh == 0) return walk;
  std::vector<const Item*> open;
  for (const Item& each : learner.items)
    if (is_open(learner, each, day, wish)) open.push_back(&each);
  std::ranges::stable_sort(open, {}, &Item::opens);
  std::set<std::string_view> begun;
  std::set<ItemKind> closed;
  for (const Item* each : open) {
    const auto met = [&](const ItemId& need) { return begun.contains(need.whole()) || is_known(learner, need, day.level); };
    if (siblings.contains(each->id.whole())) continue;
    if (!std::ranges::all_of(each->needs, met)) continue;
    const bool waits = behind.contains(each->id.kind()) && !left.is_granted(Turn::New);
    if (closed.contains(each->id.kind()) || waits || left.obstacle(Turn::New, each->usual.first)) {
      closed.insert(each->id.kind());
      ++walk.deferred;
      continue;
    }
    left.take(Turn::New, each->usual.first);
    begun.insert(each->id.whole());
    siblings.insert(each->id.whole());
    walk.asked.push_back(each->id.text());
  }
  return walk;
}

}  // namespace

TEST_CASE("new cards are those that a plain walk over all of them takes") {
  int asked = 0;
  int deferred = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    Dice dice{SplitMix64(Seed{seed})};
    const int today = any_day(dice);
    Learner learner = any_learner(dice, today);
    const DayFrame day = any_frame(dice, today);
    Wish wish = any_wish(dice);
    wish.limit.reset();
    const Agenda agenda = learner.on(day, wish);
    // Cards that come before the new ones have been taken from the same budget.
    double seconds = (wish.minutes ? *wish.minutes : day.asking == Asking::Nothing ? 0 : day.minutes) * 60;
    Ids fresh;
    std::set<std::string_view> siblings(agenda.spent().wholes.begin(), agenda.spent().wholes.end());
    for (const Asked& card : agenda.cards()) {
      if (card.reason == Reason::New) fresh.push_back(card.item->id.text());
      else if (fresh.empty() && !(card.reason == Reason::Step && *card.state->standing.due.at > day.now.at)) {
        seconds -= card.seconds;
        siblings.insert(card.item->id.whole());
      }
    }
    std::set<ItemKind> behind;  // kinds of which something seen waits for minutes
    for (const Item& each : learner.items) {
      const Standing& standing = state_of(learner.states, each.id).standing;
      const bool to_come = standing.due.at && *standing.due.at > day.now.at;
      if (seen(state_of(learner.states, each.id)) && !to_come && why(learner, agenda, each.id.text()) == "minutes")
        behind.insert(each.id.kind());
    }
    const int of_day = day.asking == Asking::All || wish.fresh == 0 ? day.new_per_day : 0;
    Budget left(seconds, 0, of_day + wish.fresh);
    if (wish.fresh > 0 && !wish.minutes) left.grant(wish.fresh);
    Walk walk = walk_new(learner, day, wish, left, siblings, behind);
    std::ranges::sort(fresh);
    std::ranges::sort(walk.asked);
    CHECK(fresh == walk.asked);  // which ones: their order is that of mixed_test
    CHECK(agenda.counts().fresh_deferred == walk.deferred);
    asked += agenda.counts().fresh;
    deferred += walk.deferred;
  }
  CHECK(asked > 200);
  CHECK(deferred > 200);
}
