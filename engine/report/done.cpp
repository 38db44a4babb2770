#include "report/done.h"

#include <map>
#include <string_view>
#include <unordered_set>

#include "report/recall.h"

namespace starling {

namespace {

// Calls `see(answer, day)` for every answer of a sitting, in order.
template <class See>
void for_each_answer(std::span<const Deed> deeds, See see) {
  for (const Deed& deed : deeds) {
    if (is_practice(deed)) continue;
    for (const Event& event : deed.events)
      if (const auto* answer = std::get_if<Answered>(&event)) see(*answer, deed.day);
  }
}

std::chrono::milliseconds time_of(const Answered& answer) { return answer.took.value_or(std::chrono::milliseconds(0)); }

}  // namespace

FirstDays first_days_of(const ItemStates& states) {
  return [&states](const ItemId& item) {
    const auto state = states.find(item);
    return state == states.end() ? std::nullopt : state->second.first_day;
  };
}

Done done_between(std::span<const Deed> deeds, const FirstDays& first_days, Day first, Day last) {
  Done done;
  std::unordered_set<std::string_view> seen;
  for_each_answer(deeds, [&](const Answered& answer, Day day) {
    if (day < first || day > last) return;
    const auto met = first_days(answer.item);
    ++done.reviews;
    if (seen.insert(answer.item.text()).second && met && first <= *met && *met <= last) ++done.new_items;
    if (answer.item.kind() == ItemKind::Story) ++done.tellings;
    ++done.grades[index_of(answer.grade)];
    done.time += time_of(answer);
  });
  return done;
}

std::vector<DayDone> done_by_day(std::span<const Deed> deeds, Day first, Day last) {
  std::vector<DayDone> days;
  for (Day day = first; day <= last; day += std::chrono::days(1)) days.push_back({day, 0, {}});
  for_each_answer(deeds, [&](const Answered& answer, Day day) {
    if (day < first || day > last) return;
    DayDone& done = days[static_cast<std::size_t>(days_between(first, day))];
    ++done.answers;
    done.time += time_of(answer);
  });
  return days;
}

std::vector<DeckTime> time_by_deck(std::span<const Deed> deeds, Day first, Day last) {
  std::map<std::string_view, DeckTime> decks;
  for_each_answer(deeds, [&](const Answered& answer, Day day) {
    if (day < first || day > last) return;
    DeckTime& deck = decks[deck_or_kind(answer.item)];
    ++deck.answers;
    deck.time += time_of(answer);
  });
  std::vector<DeckTime> result;
  for (auto& [id, deck] : decks) result.push_back({std::string(id), deck.answers, deck.time});
  return result;
}

}  // namespace starling
