#include "fit/outliers.h"

#include <algorithm>
#include <map>
#include <optional>

namespace starling {

namespace {

constexpr int kLeastCards = 6;
constexpr int kLongestDelay = 100;
constexpr int kLongestDelayAfterEasy = 365;

// The review that a card's first interval ends with; nothing where the past holds none.
std::optional<std::size_t> first_item(const Past& past, std::size_t card) {
  for (std::size_t i = past.log.first[card] + std::size_t{1}; i < past.log.first[card + 1]; ++i)
    if (past.log.is_item(i)) return past.log.item[i] < past.items ? std::optional(i) : std::nullopt;
  return std::nullopt;
}

std::size_t grade_index(const Past& past, std::size_t card) {
  return index_of(past.log.grade[past.log.first[card]]);
}

// Which delays of one first grade are kept.
std::map<int, bool> kept_delays(const std::map<int, int>& cards_by_delay, std::size_t grade) {
  struct Delay {
    int days;
    int cards;
  };
  std::vector<Delay> delays;
  int total = 0;
  for (const auto& [days, cards] : cards_by_delay) {
    delays.push_back({days, cards});
    total += cards;
  }
  std::ranges::sort(delays, [](const Delay& a, const Delay& b) {
    return a.cards != b.cards ? a.cards < b.cards : a.days < b.days;
  });
  const int allowed = std::max(20, total / 20);
  const int longest = grade == 3 ? kLongestDelayAfterEasy : kLongestDelay;
  std::map<int, bool> kept;
  int removed = 0;
  bool removing = true;
  for (const Delay& delay : delays) {
    removing = removing && removed + delay.cards < allowed;
    if (removing) removed += delay.cards;
    kept[delay.days] = !removing && delay.cards >= kLeastCards && delay.days <= longest;
  }
  return kept;
}

}  // namespace

std::vector<bool> outlier_cards(const Past& past) {
  std::array<std::map<int, int>, 4> counts;
  std::vector<std::int32_t> delay(past.log.cards(), 0);
  for (std::size_t card = 0; card < past.log.cards(); ++card)
    if (const auto item = first_item(past, card)) {
      delay[card] = past.log.days[*item];
      ++counts[grade_index(past, card)][delay[card]];
    }
  std::array<std::map<int, bool>, 4> kept;
  for (std::size_t grade = 0; grade < 4; ++grade) kept[grade] = kept_delays(counts[grade], grade);
  std::vector<bool> outliers(past.log.cards(), false);
  for (std::size_t card = 0; card < past.log.cards(); ++card)
    outliers[card] = delay[card] > 0 && !kept[grade_index(past, card)].at(delay[card]);
  return outliers;
}

FirstIntervals first_intervals(const Past& past, const std::vector<bool>& outliers) {
  std::array<std::map<int, FirstIntervals::Group>, 4> groups;
  FirstIntervals result;
  for (std::size_t card = 0; card < past.log.cards(); ++card) {
    if (outliers[card]) continue;
    const auto item = first_item(past, card);
    if (!item) continue;
    const int days = past.log.days[*item];
    const bool recalled = past.log.grade[*item] != Grade::Again;
    auto& group = groups[grade_index(past, card)].try_emplace(days, FirstIntervals::Group{days, 0, 0}).first->second;
    ++group.cards;
    group.recalled += recalled;
    ++result.cards;
    result.recalled += recalled;
  }
  for (std::size_t grade = 0; grade < 4; ++grade)
    for (const auto& [days, group] : groups[grade]) result.by_grade[grade].push_back(group);
  return result;
}

}  // namespace starling
