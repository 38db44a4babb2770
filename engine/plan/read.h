// What plan does this TOML hold, and what is wrong with it?
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "plan/parts.h"
#include "source/source.h"

namespace starling {

struct PlanFile {
  std::optional<Plan> plan;  // absent when any problem is an error
  std::vector<Problem> problems;
};
[[nodiscard]] PlanFile read_plan(std::string_view text, std::string_view file);

}  // namespace starling
