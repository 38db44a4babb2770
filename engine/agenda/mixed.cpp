#include "agenda/mixed.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "calendar/calendar.h"

namespace starling {

namespace {

struct Group {
  std::string_view name;
  std::uint64_t lot = 0;
  std::vector<std::size_t> cards;  // places in the given order
  std::size_t taken = 0;

  [[nodiscard]] std::size_t left() const { return cards.size() - taken; }
  [[nodiscard]] std::size_t head() const { return cards[taken]; }
};

class Mixer {
 public:
  Mixer(const std::vector<Asked>& cards, std::uint64_t seed) : cards_(cards), is_taken_(cards.size()) {
    std::map<std::string_view, std::size_t> numbers;
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const std::string_view name = cards[i].item->id.group();
      const auto [at, fresh] = numbers.try_emplace(name, groups_.size());
      if (fresh) groups_.push_back({name, seed_from(name, seed).value, {}, 0});
      groups_[at->second].cards.push_back(i);
      wholes_.try_emplace(cards[i].item->id.whole(), i);
    }
  }

  std::vector<Asked> mix(std::string_view before) {
    std::vector<Asked> row;
    row.reserve(cards_.size());
    while (row.size() < cards_.size()) {
      Group& group = next(before);
      const std::size_t card = group.head();
      ++group.taken;
      is_taken_[card] = true;
      row.push_back(cards_[card]);
      before = group.name;
    }
    return row;
  }

 private:
  // Whatever it needs stands before it: what comes first in the given order always may.
  [[nodiscard]] bool may_come(std::size_t card) const {
    return std::ranges::all_of(cards_[card].item->needs, [&](const ItemId& need) {
      const auto at = wholes_.find(need.whole());
      return at == wholes_.end() || at->second >= card || is_taken_[at->second];
    });
  }

  Group& next(std::string_view before) {
    Group* best = nullptr;
    const auto rank = [&](const Group& group) { return std::tuple(group.name != before, group.left(), group.lot); };
    for (Group& group : groups_)
      if (group.left() > 0 && (!best || rank(*best) < rank(group)) && may_come(group.head())) best = &group;
    return *best;
  }

  const std::vector<Asked>& cards_;
  std::vector<Group> groups_;
  std::unordered_map<std::string_view, std::size_t> wholes_;
  std::vector<bool> is_taken_;
};

}  // namespace

std::vector<Asked> mixed(const std::vector<Asked>& cards, std::string_view before, std::uint64_t seed) {
  return Mixer(cards, seed).mix(before);
}

}  // namespace starling
