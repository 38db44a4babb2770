#include "study/own_log.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace starling {

namespace {

// Calls `see(answer, deed)` for the answers to items of the wanted kinds.
template <class See>
void for_each_answer(std::span<const Deed> standing, Fitted which, See see) {
  for (const Deed& deed : standing)
    for (const Event& event : deed.events)
      if (const auto* answer = std::get_if<Answered>(&event);
          answer && traits(answer->item.kind()).with_cards == (which == Fitted::WithCards))
        see(*answer, deed);
}

}  // namespace

ReviewLog own_log(std::span<const Deed> standing, const DayRule& rule, Fitted which) {
  std::vector<LogRow> rows;
  std::unordered_map<ItemId, std::int64_t> numbers;
  for_each_answer(standing, which, [&](const Answered& answer, const Deed& deed) {
    const auto number = static_cast<std::int64_t>(numbers.size());
    rows.push_back({numbers.try_emplace(answer.item, number).first->second, deed.at, answer.grade});
  });
  return make_log(std::move(rows), rule);
}

OptimalSteps own_steps(std::span<const Deed> standing, double desired_retention, const Weights& weights) {
  std::vector<StepRow> rows;
  std::unordered_map<ItemId, std::pair<std::int64_t, Phase>> cards;
  for_each_answer(standing, Fitted::WithCards, [&](const Answered& answer, const Deed& deed) {
    const auto number = static_cast<std::int64_t>(cards.size());
    auto& [card, before] = cards.try_emplace(answer.item, number, Phase::New).first->second;
    rows.push_back({card, deed.at, answer.grade, static_cast<LogPhase>(before),
                    answer.took.value_or(std::chrono::milliseconds(0))});
    before = answer.phase;
  });
  const Fsrs6Weights* of_six = weights.fsrs6();
  return optimal_steps(rows, desired_retention, (of_six ? *of_six : default_fsrs6_weights()).decay());
}

}  // namespace starling
