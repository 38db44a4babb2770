// Which principles are covered: by the stories, or by the places for them in the plan.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// What the plan wants of the stories by the end of a week.
struct CoverageAim {
  int week = 1;
  int stories = 0;                             // complete ones
  std::array<int, kPrincipleCount> wanted{};   // primary stories of each principle
};

// A win without a story that could become one of a principle that has too few.
struct WinForGap {
  std::size_t principle = 0;
  Win win;
};

// Coverage with all that a coach would say of it.
struct CoverageReport {
  CoverageView view;
  std::optional<BankFacts> facts;   // of the stories; nothing for the slots of a plan
  std::optional<CoverageAim> aim;   // where a week was asked for
  std::vector<WinForGap> wins{};    // the best of each gap first, no win twice
};
struct CoverageWish {
  std::optional<std::string> level;  // another than the learner's
  std::optional<int> week;           // of the plan, from 1
};
[[nodiscard]] CoverageReport coverage_report(const Standpoint& from, const CoverageWish& wish);

// `source`: only slots of "seed", "sibling" or "starling".
[[nodiscard]] CoverageView planned_coverage_view(const Standpoint& from, std::optional<std::string_view> source);

}  // namespace starling
