#include "agenda/spent.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace starling {

namespace {

void add(Spent& spent, Day day, const Answered& answer, const ItemState& after, const UsualSeconds& usual) {
  const bool first_answer = spent.asked.insert(answer.item.text()).second;
  const double expected = first_answer ? usual.review : usual.step;
  const double seconds = answer.took ? std::chrono::duration<double>(*answer.took).count() : expected;
  spent.seconds += seconds;
  if (answer.item.kind() == ItemKind::Story) {
    ++spent.tellings;
    return;
  }
  spent.wholes.emplace(answer.item.whole());
  spent.last_group = answer.item.group();
  ++spent.answers;
  if (answer.grade != Grade::Again) ++spent.recalled;
  if (after.first_day != day) {
    ++spent.reviews;
    return;
  }
  spent.new_seconds += seconds;
  if (first_answer) ++spent.begun;
}

}  // namespace

void add_to(Spent& spent, Day day, const Deed& deed, const ItemStates& states, const FindItem& item) {
  if (deed.day != day || is_practice(deed)) return;
  for (const Event& event : deed.events) {
    const auto* answer = std::get_if<Answered>(&event);
    if (!answer) continue;
    const Item* known = item(answer->item);
    const UsualSeconds& usual = known ? known->usual : traits(answer->item.kind()).usual;
    add(spent, day, *answer, state_of(states, answer->item), usual);
  }
}

Spent spent_on(Day day, std::span<const Deed> today, const ItemStates& states, const FindItem& item) {
  Spent spent;
  for (const Deed& deed : today) add_to(spent, day, deed, states, item);
  return spent;
}

int expected_seconds(const Item& item, const ItemState& state) {
  if (!seen(state)) return item.usual.first;
  const double usual = in_step(state) ? item.usual.step : item.usual.review;
  // The learner's own times count as soon as there are a few; one slow answer does not rule.
  constexpr double kWeightOfUsual = 3;
  const double own = std::chrono::duration<double>(state.time_spent).count();
  const double mean = (usual * kWeightOfUsual + own) / (kWeightOfUsual + state.timed);
  return static_cast<int>(std::lround(std::clamp(mean, 2.0, std::max(300.0, 2 * usual))));
}

const ItemState& state_of(const ItemStates& states, const ItemId& item) {
  static const ItemState kUnseen{};
  const auto found = states.find(item);
  return found == states.end() ? kUnseen : found->second;
}

}  // namespace starling
