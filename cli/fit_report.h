// What `optimise` found out, as JSON and on screen.
#pragma once

#include <string>
#include <vector>

#include "cli/json.h"
#include "cli/world.h"
#include "fit/fit.h"
#include "study/study.h"

namespace starling {

// What each part of the work took.
struct FitSeconds {
  double read = 0;
  double fit = 0;
  double evaluate = 0;
  double time_series = 0;
};

// One model, all that is known of it.
struct FitReport {
  Judged judged;
  Trial trial;
  std::vector<CalibrationBin> calibration;
  Trial in_use;
  FitSeconds seconds;
  bool kept = false;  // predicts better than what is in use
};

// The reply's beginning: how large the log is, and the weights it is about.
[[nodiscard]] Json log_json(const ReviewLog& log, ModelKind kind, const Weights& weights);
void add_scores(Json& json, const Judged& judged);
void add_seconds(Json& json, const FitSeconds& seconds);
[[nodiscard]] Json trial_json(const Trial& trial);
[[nodiscard]] Json report_json(const ReviewLog& log, const FitReport& report);
[[nodiscard]] Json change_json(const Reschedule& changes);
[[nodiscard]] Json steps_json(const OptimalSteps& steps);

void print_log(World& world, const ReviewLog& log);
void print_trials(World& world, const std::vector<FitReport>& reports, const std::vector<Trial>& others);
void print_calibration(World& world, const std::vector<CalibrationBin>& bins);
// The moves that are farthest say most.
void print_moves(World& world, const Reschedule& changes);
// Nothing while too few answers were followed by another.
void print_steps(World& world, const OptimalSteps& steps);
[[nodiscard]] std::string numbers_text(const Weights& weights);

}  // namespace starling
