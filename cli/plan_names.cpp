#include "cli/plan_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/open_study.h"
#include "cli/usage_error.h"

namespace starling {

FoundPlans find_plans(const World& world) {
  return find_plans(StudyFolder(study_home(world)), ContentFolder(world.content));
}

bool was_rejected_before(const Arguments& arguments, const World& world) {
  const StudyFolder folder(study_home(world));
  if (!std::filesystem::exists(folder.settings())) return false;
  try {
    const Study study(study_place(folder, world), world.clock, arguments.date);
    return was_rejected(study.standpoint().progress);
  } catch (const TextError&) {
    return false;  // what is wrong is told by whoever needs it
  }
}

const FoundPlan& need_plan(const FoundPlans& found, std::string_view id) {
  if (const FoundPlan* plan = plan_named(found, id)) return *plan;
  const auto of_its_file = [&](const Problem& each) { return each.file == fmt::format("plans/{}.toml", id); };
  if (const auto mistake = std::ranges::find_if(found.problems, of_its_file); mistake != found.problems.end())
    throw UsageError(fmt::format("the plan '{}' has a mistake: {}; all of them: starling plan --list", id, to_line(*mistake)));
  std::vector<std::string> ids;
  for (const FoundPlan& each : found.plans) ids.push_back(each.plan.id);
  const std::string near = did_you_mean(id, ids);
  throw UsageError(fmt::format("there is no plan '{}'{}", id, near.empty() ? "; all of them: starling plan --list" : near));
}

void need_level(const FoundPlans& found, const Plan& plan, std::string_view level, std::optional<int> weeks) {
  if (has_level(plan, level)) return;
  const std::vector<PlanSummary> plans = summaries(found);
  const PlanSummary* fitting = fitting_plan(plans, weeks.value_or(plan.weeks), level);
  const std::string other = fitting ? fmt::format("for {} there is {}: starling init --level {} --plan {}", level, fitting->id, level, fitting->id)
                                    : std::string("all plans: starling plan --list");
  throw UsageError(fmt::format("the plan {} is not for {}; {}", plan.id, level, other));
}

}  // namespace starling
