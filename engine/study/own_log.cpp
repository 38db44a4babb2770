#include "study/own_log.h"

#include <unordered_map>

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

}  // namespace starling
