#include "view/stats_view.h"

#include <utility>

namespace starling {

namespace {

constexpr int kWeeks = 8;
constexpr int kDays = 14;

std::map<std::string, DeckNumbers> deck_numbers(const Standpoint& from, std::span<const Deed> standing,
                                                std::span<const RecallTest> tests) {
  std::map<std::string, DeckNumbers> decks;
  for (const Item& item : from.library.items()) {
    if (item.away == Away::Retired) continue;
    DeckNumbers& deck = decks[std::string(deck_or_kind(item.id))];
    ++deck.items;
    const auto state = from.states.find(item.id);
    if (state == from.states.end() || !state->second.standing.memory) continue;
    ++deck.seen;
    const Standing& at = state->second.standing;
    deck.recall_sum += from.model.recall_after(elapsed_since(at, from.now.at, from.now.day), *at.memory);
  }
  for (const DeckRecall& recall : recall_by_deck(tests))
    if (const auto deck = decks.find(recall.deck); deck != decks.end()) deck->second.tests = recall.tests;
  for (const DeckTime& time : time_by_deck(standing, from.now.day - std::chrono::days(kDays - 1), from.now.day))
    if (const auto deck = decks.find(time.deck); deck != decks.end()) deck->second.minutes = minutes_of(time.time);
  return decks;
}

}  // namespace

Recalled recall_of(const std::vector<AgeRecall>& ages, bool mature) {
  Recalled sum;
  for (const AgeRecall& age : ages) {
    if ((age.from_days >= kMatureDays) != mature) continue;
    sum.answers += age.tests.answers;
    sum.recalled += age.tests.recalled;
  }
  return sum;
}

double minutes_of(std::chrono::milliseconds time) {
  return std::chrono::duration<double, std::ratio<60>>(time).count();
}

StatsView stats_view(const Standpoint& from, std::span<const Deed> standing) {
  StatsView view;
  const Day today = from.now.day;
  const auto tests = recall_tests(standing, from.model);
  view.today = today;
  view.week = from.timeline.on(today).week;
  const FirstDays first_days = first_days_of(from.states);
  view.of_today = done_between(standing, first_days, today, today);
  const Day monday = monday_of(today);
  view.of_week = done_between(standing, first_days, monday, monday + std::chrono::days(kDaysOfWeek - 1));
  view.of_all = done_between(standing, first_days, Day::min(), Day::max());
  view.retention = true_retention(tests);
  view.ages = recall_by_age(tests);
  const std::vector<Day> weeks = from.timeline.recent_weeks(today, kWeeks);
  view.weeks = recall_by_week(tests, weeks, weeks.back() + std::chrono::days(6));
  view.calibration = calibration(tests);
  view.days = done_by_day(standing, today - std::chrono::days(kDays - 1), today);
  view.decks = deck_numbers(from, standing, tests);
  view.leech_lapses = from.settings.leech_lapses;
  view.leeches = static_cast<int>(leeches_of(from.states, from.settings.leech_lapses, [&](const ItemId& item) {
                                    return from.library.find(item) != nullptr;
                                  }).size());
  return view;
}

}  // namespace starling
