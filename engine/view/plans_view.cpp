#include "view/plans_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/report.h"

namespace starling {

PlansView plans_view(const FoundPlans& found, const Settings& settings, Day today, bool again) {
  PlansView view{settings.level, {}, {}};
  const Day from = std::max(today, settings.start.value_or(today));
  if (settings.interview && *settings.interview >= from) view.weeks = weeks_between(from, *settings.interview);
  const std::vector<PlanSummary> plans = summaries(found);
  const PlanSummary* fitting = view.weeks ? fitting_plan(plans, *view.weeks, settings.level, again) : nullptr;
  for (std::size_t i = 0; i < plans.size(); ++i)
    view.plans.push_back({plans[i], found.plans[i].own, plans[i].id == settings.plan, &plans[i] == fitting});
  return view;
}

std::string next_date_sentence(const Standpoint& from) {
  if (was_rejected(from.progress))
    for (const PlanSummary& plan : summaries(from.library.all_plans()))
      if (plan.second_attempt && plan.most_weeks && has_level(plan, from.settings.level))
        return fmt::format("A second attempt within {}: starling init --plan {} --start DATE --interview DATE; later, without --plan.",
                           counted(*plan.most_weeks, "week"), plan.id);
  return "A new date: starling init --start DATE --interview DATE.";
}

}  // namespace starling
