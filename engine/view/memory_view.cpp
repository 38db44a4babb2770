#include "view/memory_view.h"

#include <algorithm>
#include <cmath>

namespace starling {

namespace {

constexpr int kCurvePoints = 60;

Elapsed span_of(double days) { return {WholeDays{static_cast<int>(days)}, FractionalDays{days}}; }

}  // namespace

std::vector<ReviewedOnce> review_all(const MemoryModel& model, const std::vector<ReviewGiven>& sequence, double retention) {
  std::vector<ReviewedOnce> list;
  std::optional<MemoryState> state;
  double last_day = 0;
  for (const ReviewGiven& given : sequence) {
    const Elapsed elapsed = span_of(given.day - last_day);
    ReviewedOnce met;
    met.given = given;
    if (state) met.recall = model.recall_after(elapsed, *state);
    met.outcomes = model.outcomes(state, elapsed, retention);
    met.after = met.outcomes[index_of(given.grade)].state;
    state = met.after;
    last_day = given.day;
    list.push_back(met);
  }
  return list;
}

std::vector<RecallAfter> curve_after(const MemoryModel& model, const ReviewedOnce& last, double retention) {
  const double interval = std::max(model.interval_days(last.after, retention), model.days_to_90(last.after));
  const bool whole = model.kind() == ModelKind::Fsrs6;
  double span = std::min(3 * interval, kLastDayOfSequence);
  if (whole) span = std::max(5.0, std::ceil(span));
  std::vector<RecallAfter> points;
  double before = -1;
  for (int i = 0; i < kCurvePoints; ++i) {
    double days = span * i / (kCurvePoints - 1);
    if (whole) days = std::round(days);
    if (days == before) continue;
    before = days;
    points.push_back({days, model.recall_after(span_of(days), last.after)});
  }
  return points;
}

}  // namespace starling
