#include "library/plans.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace starling {

namespace {

// A plan is looked up by the name of its file.
void add_plan(FoundPlans& found, const std::filesystem::path& path, bool own) {
  const std::string name = fmt::format("plans/{}", path.filename().string());
  const auto refuse = [&](std::string rule, std::string text) {
    found.problems.push_back({name, 1, 1, "", std::move(rule), Severity::Error, std::move(text)});
  };
  const FileText text = read_file(path, kMaxTomlBytes);
  if (!text) return refuse("unreadable", text.reason);
  PlanFile file = read_plan(*text, name);
  if (!file.plan) {
    found.problems.insert(found.problems.end(), file.problems.begin(), file.problems.end());
  } else if (file.plan->id != path.stem().string()) {
    refuse("bad-id", fmt::format("the plan '{0}' belongs into a file called {0}.toml", file.plan->id));
  } else if (plan_named(found, file.plan->id)) {
    refuse("duplicate-id", fmt::format("there is a shipped plan '{}' already", file.plan->id));
  } else {
    found.plans.push_back({std::move(*file.plan), own});
  }
}

}  // namespace

FoundPlans find_plans(const StudyFolder& study, const ContentFolder& content) {
  FoundPlans found;
  for (const ListedFile& file : list_files(content.plans(), ".toml")) add_plan(found, file.path, false);
  for (const ListedFile& file : list_files(study.plans(), ".toml")) add_plan(found, file.path, true);
  return found;
}

std::vector<Problem> with_problems_of_plans(std::vector<Problem> problems, const FoundPlans& found) {
  const std::size_t before = problems.size();
  for (const Problem& each : found.problems) {
    const auto is_same = [&](const Problem& other) {
      return std::tie(other.file, other.line, other.column, other.text) == std::tie(each.file, each.line, each.column, each.text);
    };
    if (std::none_of(problems.begin(), problems.begin() + static_cast<std::ptrdiff_t>(before), is_same)) problems.push_back(each);
  }
  return problems;
}

const FoundPlan* plan_named(const FoundPlans& found, std::string_view id) {
  for (const FoundPlan& each : found.plans)
    if (each.plan.id == id) return &each;
  return nullptr;
}

std::vector<PlanSummary> summaries(const FoundPlans& found) {
  std::vector<PlanSummary> list;
  for (const FoundPlan& each : found.plans) list.push_back(summary_of(each.plan));
  return list;
}

}  // namespace starling
