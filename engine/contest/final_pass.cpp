#include "contest/final_pass.h"

#include <fmt/format.h>

#include <algorithm>

#include "contest/plain.h"

namespace starling {

namespace {

constexpr int kPassDays = 14;

}  // namespace

// Each day of the pass has an equal share of all cards: by the end of its n-th day n fourteenths were asked since it
// began. What is due comes first, then those nearest to being lost.
std::vector<int> with_final_pass(const Desk& desk, const std::function<bool(const ContestCard&)>& is_due) {
  std::vector<int> order = lowest_recall_first(desk, is_due);
  if (desk.days_left() > kPassDays) return order;
  const int begins = desk.course.days - kPassDays;
  const auto is_waiting = [&](const ContestCard& card) { return card.last_day < begins; };
  const auto waiting = static_cast<int>(std::ranges::count_if(desk.cards, is_waiting));
  const auto due = static_cast<int>(std::ranges::count_if(
      order, [&](int card) { return is_waiting(desk.cards[static_cast<std::size_t>(card)]); }));
  const int all = static_cast<int>(desk.cards.size());
  const int asked_by_now = (all * (desk.day - begins + 1) + kPassDays - 1) / kPassDays;
  const int wanted = std::clamp(asked_by_now - (all - waiting) - due, 0, waiting - due);
  const std::vector<int> pass =
      lowest_recall_first(desk, [&](const ContestCard& card) { return is_waiting(card) && !is_due(card); });
  order.insert(order.end(), pass.begin(), pass.begin() + std::min(wanted, static_cast<int>(pass.size())));
  return order;
}

Rival final_pass_rival(double retention) {
  const Way way = [retention](const Desk& desk) {
    return with_final_pass(
        desk, [&](const ContestCard& card) { return desk.waited(card) >= plain_interval(desk, card, retention); });
  };
  return {"final-pass", fmt::format("{:g}", retention), [way] { return way; }};
}

}  // namespace starling
