// Where does a metric of the plan stand?
#pragma once

#include <optional>

#include "calendar/calendar.h"
#include "history/history.h"
#include "plan/plan.h"
#include "report/practised.h"

namespace starling {

// A number in the unit of its metric. It is of, the first that is there: what was measured last; the log (problems,
// designs and mocks with their minutes and scores) or the stories' scores; the start that the plan assumes.
struct MetricValue {
  enum class From { Measured, Log, Start };
  double value = 0;
  From from = From::Measured;
  std::optional<Day> day;  // of what was measured
};

struct MetricFacts {
  const PlanProgress& progress;
  const PracticeTexts& texts;
  std::optional<double> story_quality;  // mean of the complete stories that have scores
  Day first = Day::min();               // what was measured and logged before it is left out
};
// As of `day`, measurements of later days left out; nothing where nothing is known.
[[nodiscard]] std::optional<MetricValue> value_of(const Metric& metric, const MetricFacts& facts, Day day);

// How many of the last problems or designs a mean of the log is made of.
inline constexpr int kLatest = 10;

}  // namespace starling
