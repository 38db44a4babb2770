#include "rounds/round.h"

#include <fmt/format.h>

#include <algorithm>

#include "rounds/bank.h"
#include "text/text.h"

namespace starling {

std::string_view to_string(RoundKind kind) {
  switch (kind) {
    case RoundKind::Behavioural: return "behavioural";
    case RoundKind::Coding: return "coding";
    case RoundKind::Design: return "design";
    case RoundKind::Manager: return "manager";
    case RoundKind::BarRaiser: return "bar-raiser";
    case RoundKind::PhoneScreen: return "phone-screen";
    case RoundKind::Lunch: break;
  }
  return "lunch";
}

bool is_over(const Round& round, Day today) { return !round.used.empty() || (round.on && *round.on < today); }

std::vector<const Round*> phone_screens(std::span<const Round> rounds, Day today, Day interview) {
  std::vector<const Round*> screens;
  for (const Round& round : rounds)
    if (round.kind == RoundKind::PhoneScreen && !is_over(round, today) && round.on && *round.on > today && *round.on < interview) screens.push_back(&round);
  std::ranges::stable_sort(screens, {}, [](const Round* round) { return *round->on; });
  return screens;
}

std::vector<Round> in_order_of_days(std::vector<Round> rounds) {
  std::ranges::stable_sort(rounds, [](const Round& a, const Round& b) { return a.on && (!b.on || *a.on < *b.on); });
  return rounds;
}

std::vector<std::vector<std::size_t>> principles_asked(std::span<const Round> rounds) {
  std::vector<std::vector<std::size_t>> asked;
  std::vector<std::size_t> sharing;
  PrincipleSet taken = 0;
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    const Round& round = rounds[i];
    asked.push_back(round.kind == RoundKind::Lunch ? std::vector<std::size_t>() : round.principles);
    if (round.kind == RoundKind::Lunch || round.kind == RoundKind::PhoneScreen) continue;
    if (round.principles.empty()) sharing.push_back(i);
    for (const std::size_t principle : round.principles) taken |= set_of(principle);
  }
  std::size_t turn = 0;
  for (std::size_t principle = 0; principle < kPrincipleCount; ++principle) {
    if (holds(taken, principle) || turn == kSharedPrinciples * sharing.size()) continue;
    asked[sharing[turn++ % sharing.size()]].push_back(principle);
  }
  return asked;
}

std::string round_id(std::string_view title, std::span<const Round> rounds) {
  const std::string name = kebab(std::string(title));
  const std::string id = name.empty() ? "round" : name;
  std::string one = id;
  for (int number = 2; std::ranges::find(rounds, one, &Round::id) != rounds.end(); ++number) one = fmt::format("{}-{}", id, number);
  return one;
}

}  // namespace starling
