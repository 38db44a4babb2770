// Every plan there is: the shipped ones and the learner's own. Reads each file whole, so only what chooses one asks.
#pragma once

#include <string_view>
#include <vector>

#include "library/folder.h"
#include "plan/plan.h"
#include "source/source.h"

namespace starling {

struct FoundPlan {
  Plan plan;
  bool own = false;  // in the study folder
};
struct FoundPlans {
  std::vector<FoundPlan> plans;   // the shipped ones first, each part by file name
  std::vector<Problem> problems;  // of files that cannot be used; they are left out
};
[[nodiscard]] FoundPlans find_plans(const StudyFolder& study, const ContentFolder& content);

// `problems` and those of `found`, each once: the plan that is followed was read before.
[[nodiscard]] std::vector<Problem> with_problems_of_plans(std::vector<Problem> problems, const FoundPlans& found);
// Null where there is none of this id.
[[nodiscard]] const FoundPlan* plan_named(const FoundPlans& found, std::string_view id);
// In the same order.
[[nodiscard]] std::vector<PlanSummary> summaries(const FoundPlans& found);

}  // namespace starling
