#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "report/report.h"

namespace starling {

namespace {

// Items of these families are not cards of a deck.
constexpr std::array<std::string_view, 4> kNotDecks{"story", "probe", "problem", "exercise"};

std::string_view deck_of(std::string_view item) {
  const std::string_view deck = item.substr(0, item.find('/'));
  return std::find(kNotDecks.begin(), kNotDecks.end(), deck) == kNotDecks.end() ? deck : std::string_view();
}

}  // namespace

Done done_between(std::span<const Event> events, Day first, Day last) {
  Done done;
  std::set<std::string_view> seen;
  for (const Event& event : events) {
    const Reviewed* review = review_of(event);
    if (!review) continue;
    const bool is_new = seen.insert(event.item).second;
    if (event.day < first || event.day > last) continue;
    ++done.reviews;
    if (is_new) ++done.new_items;
    if (std::holds_alternative<Told>(event.what)) ++done.tellings;
    ++done.grades[static_cast<std::size_t>(review->grade) - 1];
    if (review->took) done.time += *review->took;
  }
  return done;
}

std::vector<DeckRecall> recall_by_deck(std::span<const Event> events) {
  struct Before {
    Phase phase = Phase::New;
    Day day{};
  };
  std::map<std::string_view, Before> befores;
  std::map<std::string_view, DeckRecall> decks;
  for (const Event& event : events) {
    const Reviewed* review = review_of(event);
    const std::string_view deck = deck_of(event.item);
    if (!review || deck.empty()) continue;
    const Before before = std::exchange(befores[event.item], {review->phase, event.day});
    if (before.phase != Phase::Review || event.day <= before.day) continue;
    DeckRecall& recall = decks[deck];
    ++recall.reviews;
    if (review->grade != Grade::Again) ++recall.recalled;
  }
  std::vector<DeckRecall> result;
  for (auto& [deck, recall] : decks) result.push_back({std::string(deck), recall.reviews, recall.recalled});
  return result;
}

std::vector<DayDone> done_by_day(std::span<const Event> events, Day first, Day last) {
  std::vector<DayDone> days;
  for (Day day = first; day <= last; day += std::chrono::days(1)) days.push_back({day, 0, {}});
  for (const Event& event : events) {
    const Reviewed* review = review_of(event);
    if (!review || event.day < first || event.day > last) continue;
    DayDone& day = days[static_cast<std::size_t>(days_between(first, event.day))];
    ++day.answers;
    if (review->took) day.time += *review->took;
  }
  return days;
}

std::vector<DeckTime> time_by_deck(std::span<const Event> events, Day first, Day last) {
  std::map<std::string_view, DeckTime> decks;
  for (const Event& event : events) {
    const Reviewed* review = review_of(event);
    const std::string_view deck = deck_of(event.item);
    if (!review || deck.empty() || event.day < first || event.day > last) continue;
    DeckTime& sum = decks[deck];
    ++sum.answers;
    if (review->took) sum.time += *review->took;
  }
  std::vector<DeckTime> result;
  for (auto& [deck, sum] : decks) result.push_back({std::string(deck), sum.answers, sum.time});
  return result;
}

}  // namespace starling
