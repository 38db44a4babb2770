// Plans as a learner names them, and whether they are for the level.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/arguments.h"
#include "cli/world.h"
#include "library/library.h"

namespace starling {

// Of a study folder that is there or would be made.
[[nodiscard]] FoundPlans find_plans(const World& world);

// Whether the last outcome that was logged in the study folder is a rejection; not where it cannot be opened.
[[nodiscard]] bool was_rejected_before(const Arguments& arguments, const World& world);

// The plan of this id, or UsageError with the first mistake of its file or the nearest id.
[[nodiscard]] const FoundPlan& need_plan(const FoundPlans& found, std::string_view id);

// UsageError where the plan is not for the level, with the one that is and fits so many weeks; without a number those of
// the plan.
void need_level(const FoundPlans& found, const Plan& plan, std::string_view level, std::optional<int> weeks = {});

}  // namespace starling
