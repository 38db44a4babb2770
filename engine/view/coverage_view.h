// Which principles are covered: by the stories, or by the places for them in the plan.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/report.h"
#include "view/standpoint.h"

namespace starling {

struct CoverageView {
  Day date{};
  std::string level;
  Coverage coverage;
  std::string source;  // "stories" | "plan"
};
[[nodiscard]] CoverageView coverage_view(const Standpoint& from);
// `source`: only slots of "seed", "sibling" or "starling".
[[nodiscard]] CoverageView planned_coverage_view(const Standpoint& from, std::optional<std::string_view> source);

}  // namespace starling
