#include "library/own_plan.h"

#include <algorithm>
#include <iterator>

namespace starling {

PlanChanges read_own_plan(const StudyFolder& study, const Plan& plan, std::vector<Problem>& problems) {
  const FileText text = read_file(study.plan(), kMaxTomlBytes);
  if (text.fault == FileFault::Missing) return {};
  if (!text) {
    problems.push_back({"plan.toml", 1, 1, "", "unreadable", Severity::Error, text.reason});
    return {};
  }
  PlanChangesFile file = read_plan_changes(*text, "plan.toml", plan);
  std::ranges::move(file.problems, std::back_inserter(problems));
  return std::move(file.changes).value_or(PlanChanges{});
}

std::vector<Round> read_own_rounds(const StudyFolder& study, const std::function<bool(std::string_view id)>& is_story,
                                   std::vector<Problem>& problems) {
  const FileText text = read_file(study.loop(), kMaxTomlBytes);
  if (text.fault == FileFault::Missing) return {};
  if (!text) {
    problems.push_back({"loop.toml", 1, 1, "", "unreadable", Severity::Error, text.reason});
    return {};
  }
  RoundsFile file = read_rounds(*text, "loop.toml", is_story);
  std::ranges::move(file.problems, std::back_inserter(problems));
  return std::move(file.rounds).value_or(std::vector<Round>{});
}

}  // namespace starling
