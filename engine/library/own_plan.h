// The learner's plan.toml beside the plan of the content, and loop.toml.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "library/folder.h"
#include "plan/plan.h"
#include "rounds/rounds.h"
#include "source/source.h"

namespace starling {

// None where there is no such file, or something is wrong with it, which is among `problems` then.
[[nodiscard]] PlanChanges read_own_plan(const StudyFolder& study, const Plan& plan, std::vector<Problem>& problems);
[[nodiscard]] std::vector<Round> read_own_rounds(const StudyFolder& study, const std::function<bool(std::string_view id)>& is_story,
                                                 std::vector<Problem>& problems);

}  // namespace starling
