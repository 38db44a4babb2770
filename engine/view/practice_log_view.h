// What was measured and what mock interviews brought, as the learner wrote it down.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "report/report.h"
#include "view/standpoint.h"

namespace starling {

struct MockRow {
  DeedId deed;
  Day day{};
  const Mocked* mock = nullptr;  // of the progress
  double mean = 0;               // of its scores
  int open = 0;                  // points of feedback that are not closed
};
struct MocksView {
  std::vector<MockRow> mocks;      // the last one first
  std::vector<PartScore> latest;   // of each component the score of the last mock of this attempt that has it, by name
};
[[nodiscard]] MocksView mocks_view(const Standpoint& from);

// As measured in the present attempt.
struct MetricView {
  const Metric* metric = nullptr;
  std::optional<Measurement> last;
  std::optional<double> before;   // the one before the last
  std::optional<double> target;   // of this week; nothing before its first date
  bool met = false;               // the last value meets it
};
[[nodiscard]] std::vector<MetricView> metric_views(const Standpoint& from);

// A value as a learner writes it: "32", "32 min", "80 %", "4.5", and a level by its word. `wrong` says what is wanted.
struct MeasureRead {
  std::optional<double> value;
  std::string wrong;
};
[[nodiscard]] MeasureRead read_measure(const Metric& metric, std::string_view text);
// "32 min", "80 %", "4.5 of 5", "Medium".
[[nodiscard]] std::string measure_text(const Metric& metric, double value);

}  // namespace starling
