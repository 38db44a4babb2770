// Is the learner behind the plan, or ahead of it?
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "history/history.h"
#include "plan/plan.h"

namespace starling {

inline constexpr int kPaceDays = 14;      // that are looked at
inline constexpr int kFewestPaceDays = 7; // of the plan among them, or nothing is said
inline constexpr double kBehindShare = 0.7;
inline constexpr double kAheadShare = 1.2;

struct Pace {
  int days = 0;             // of the plan that were looked at
  double planned = 0;       // minutes of their tasks, optional ones left out
  double done = 0;          // of those, by what was ticked
  double minutes = 0;       // that went into anything on those days
  // Of the tasks planned, by their minutes; 1 where nothing was planned.
  [[nodiscard]] double share() const { return planned > 0 ? done / planned : 1; }
  [[nodiscard]] bool known() const { return days >= kFewestPaceDays && planned > 0; }
  [[nodiscard]] bool behind() const { return known() && share() < kBehindShare; }
  // All of it done, and a fifth more.
  [[nodiscard]] bool ahead() const { return known() && done >= planned - 0.5 && minutes >= kAheadShare * planned; }
};

// `days` are the plan's days that fell on those days; `minutes` went into anything on them.
[[nodiscard]] Pace pace_of(std::span<const PlanDay* const> days, const PlanProgress& progress, std::string_view level,
                           double minutes);

// Of the plan's, for an occasion ("behind", "ahead", "struggling") and, where one is given, an area; in its order.
[[nodiscard]] std::vector<const Advice*> advice_for(const Plan& plan, std::string_view when, std::optional<Area> area = {});

}  // namespace starling
