// What a learner says of a story in one line, taken apart: a figure at both ends, a role with how many people.
#pragma once

#include <string>
#include <string_view>

#include "story/star.h"

namespace starling {

// "night pages a week: 23 to 2", "night pages a week from 23 to 2", "23 -> 2 pages". What has no two ends is a name alone.
[[nodiscard]] StoryMetric metric_said(std::string_view line);

struct RoleSaid {
  std::string role;
  int teams = 0;  // 0: not said
  int people = 0;
};
// "senior engineer, 2 teams, fourteen people": parts that are a number with "teams" or "people" (or engineers, reports …)
// are the scope, the others the role as it was typed.
[[nodiscard]] RoleSaid role_said(std::string_view line);

}  // namespace starling
