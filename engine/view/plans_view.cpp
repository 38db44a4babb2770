#include "view/plans_view.h"

#include <algorithm>

namespace starling {

PlansView plans_view(const FoundPlans& found, const Settings& settings, Day today) {
  PlansView view{settings.level, {}, {}};
  const Day from = std::max(today, settings.start.value_or(today));
  if (settings.interview && *settings.interview >= from) view.weeks = weeks_between(from, *settings.interview);
  const std::vector<PlanSummary> plans = summaries(found);
  const PlanSummary* fitting = view.weeks ? fitting_plan(plans, *view.weeks, settings.level) : nullptr;
  for (std::size_t i = 0; i < plans.size(); ++i)
    view.plans.push_back({plans[i], found.plans[i].own, plans[i].id == settings.plan, &plans[i] == fitting});
  return view;
}

}  // namespace starling
