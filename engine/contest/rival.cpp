#include "contest/rival.h"

#include <algorithm>
#include <utility>

namespace starling {

std::vector<int> lowest_recall_first(const Desk& desk, const std::function<bool(const ContestCard&)>& is_due) {
  std::vector<std::pair<double, int>> due;
  for (std::size_t i = 0; i < desk.cards.size(); ++i)
    if (desk.waited(desk.cards[i]) > 0 && is_due(desk.cards[i]))
      due.emplace_back(desk.recall(desk.cards[i]), static_cast<int>(i));
  std::ranges::sort(due);
  std::vector<int> order;
  for (const auto& [recall, card] : due) order.push_back(card);
  return order;
}

}  // namespace starling
