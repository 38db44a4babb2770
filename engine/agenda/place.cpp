#include "agenda/place.h"

#include <optional>

namespace starling {

namespace {

std::optional<Why> put_away(const Item& item, const ItemState& state, Day today) {
  switch (item.away) {
    case Away::Suspended:
      return Why::Suspended;
    case Away::Retired:
      return Why::Retired;
    case Away::Draft:
      return Why::Draft;
    case Away::No:
      break;
  }
  if (state.suspended) return Why::Suspended;
  if (state.buried_until && *state.buried_until > today) return Why::Buried;
  return std::nullopt;
}

Place waiting(Why why) { return {Stage::None, why, {}, {}, {}}; }
Place asked(Stage stage, Reason reason) { return {stage, {}, reason, {}, {}}; }
Place later(Stage stage, Why why) { return {stage, why, {}, {}, {}}; }

Place place_of_new(const Item& item, const DayFrame& day, const Wish& wish) {
  if (traits(item.id.kind()).begun_by_hand) return waiting(Why::NotBegun);
  if (!meant_for(item.levels, day.level)) return waiting(Why::OtherLevel);
  if (item.opens > day.plan_day + wish.ahead_days) return waiting(Why::OpensLater);
  if (wish.fresh > 0) return asked(Stage::New, Reason::New);
  if (day.asking == Asking::Nothing) return waiting(Why::DayOff);
  if (day.asking == Asking::ReviewsOnly) return waiting(day.nothing_new);
  return asked(Stage::New, Reason::New);
}

Place place_in_step(const Due& due, Instant now) {
  if (*due.at <= now) return asked(Stage::Steps, Reason::Step);
  if (*due.at <= now + kLearnAhead) return asked(Stage::Soon, Reason::Step);
  return later(Stage::InStep, Why::InStep);
}

Place place_of_seen(const Item& item, const Standing& standing, const Due& due, const DayFrame& day, int ahead_days) {
  const Day today = day.now.day;
  const bool asked_today = standing.last_day >= today;
  if (asked_today && !traits(item.id.kind()).steps) return later(Stage::Later, Why::AskedToday);
  if (due.at) return place_in_step(due, day.now.at);
  if (due.day <= today) return asked(Stage::Due, due.day < today ? Reason::Overdue : Reason::Due);
  if (!asked_today && due.day <= today + std::chrono::days(ahead_days)) return asked(Stage::Due, Reason::Ahead);
  return later(Stage::Later, Why::NotDue);
}

Place place_of_story(const Due& due, const ItemState& state, const DayFrame& day) {
  if (!seen(state)) return asked(Stage::Story, Reason::New);
  const int since = days_between(state.standing.last_day, day.now.day);
  const int over = days_between(due.day, day.now.day);
  if (since <= 0) return waiting(Why::AskedToday);
  if (over >= 0) return asked(Stage::Story, over > 0 ? Reason::Overdue : Reason::Due);
  if (day.plan_week >= day.cooling_from && since > kCoolingDays) return asked(Stage::Story, Reason::Cooling);
  return waiting(Why::NotDue);
}

}  // namespace

namespace {

Place place_by(const Due& due, const Item& item, const ItemState& state, const DayFrame& day, const Wish& wish) {
  if (const auto why = put_away(item, state, day.now.day)) return waiting(*why);
  if (wish.wanted && !wish.wanted(item)) return waiting(Why::NotWished);
  if (item.id.kind() == ItemKind::Story) return place_of_story(due, state, day);
  return seen(state) ? place_of_seen(item, state.standing, due, day, wish.ahead_days) : place_of_new(item, day, wish);
}

}  // namespace

Place place_of(const Item& item, const ItemState& state, const DayFrame& day, const Wish& wish) {
  Due due = state.standing.due;
  std::optional<double> gain;
  bool pays = true;
  // A step is of today, whatever the aim.
  const bool may_be_aimed = seen(state) ? !due.at : item.id.kind() == ItemKind::Story;
  if (day.aimed && may_be_aimed)
    if (const auto aimed = day.aimed(item.id, state.standing)) {
      due.day = aimed->day;
      gain = aimed->gain;
      pays = aimed->gain >= aimed->price;
    }
  Place place = place_by(due, item, state, day, wish);
  place.due = due;
  place.gain = gain;
  place.pays = pays;
  return place;
}

PassPart pass_part(const Item& item, const ItemState& state, const Place& place, const DayFrame& day) {
  const auto pass_day = final_pass_day(day.policy, days_for_reviews(day.days_left, day.nearest_interview));
  if (!pass_day || item.id.kind() == ItemKind::Story || !seen(state) || place.stage == Stage::None) return {};
  const Day begins = day.now.day - std::chrono::days(*pass_day);
  const Standing& standing = state.standing;
  PassPart part;
  part.met = state.first_day.value_or(standing.last_day) < begins;
  part.waiting = part.met && standing.last_day < begins;
  part.open = part.waiting && place.stage == Stage::Later;
  return part;
}

}  // namespace starling
