#include "study/own_log.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

namespace starling {

ReviewLog own_log(const Study& study) {
  std::vector<LogRow> rows;
  std::unordered_map<std::string, std::int64_t> numbers;
  for (const Event& event : standing_events(study.store().events()))
    if (const Reviewed* review = review_of(event)) {
      const auto number = static_cast<std::int64_t>(numbers.size());
      rows.push_back({numbers.try_emplace(event.item, number).first->second, event.at, review->grade});
    }
  return make_log(std::move(rows), study.rule());
}

OptimalSteps own_steps(const Study& study) {
  std::vector<StepRow> rows;
  std::unordered_map<std::string, std::pair<std::int64_t, Phase>> cards;
  for (const Event& event : standing_events(study.store().events())) {
    const auto* review = std::get_if<Reviewed>(&event.what);
    if (!review) continue;
    const auto number = static_cast<std::int64_t>(cards.size());
    auto& [card, before] = cards.try_emplace(event.item, number, Phase::New).first->second;
    rows.push_back({card, event.at, review->grade, static_cast<LogPhase>(before),
                    review->took.value_or(std::chrono::milliseconds(0))});
    before = review->phase;
  }
  const Weights& weights = study.model().kind() == ModelKind::Fsrs6 ? study.model().weights() : default_weights();
  return optimal_steps(rows, study.settings().desired_retention, weights.numbers[20]);
}

}  // namespace starling
