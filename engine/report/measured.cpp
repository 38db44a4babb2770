#include "report/measured.h"

#include "report/mean.h"

namespace starling {

namespace {

bool heeded(const MetricFacts& facts, Day done, Day until) { return facts.first <= done && done <= until; }

std::optional<double> latest_minutes(const MetricFacts& facts, std::string_view size, Day day) {
  Mean mean;
  const auto& solved = facts.progress.solved;
  for (auto at = solved.rbegin(); at != solved.rend() && mean.count < kLatest; ++at)
    if (heeded(facts, at->day, day) && at->what.solved && at->what.minutes && size_of(at->what, facts.texts) == size)
      mean.add(*at->what.minutes);
  return mean.value();
}

std::optional<double> latest_designs(const MetricFacts& facts, Day day) {
  Mean mean;
  const auto& designed = facts.progress.designed;
  for (auto at = designed.rbegin(); at != designed.rend() && mean.count < kLatest; ++at)
    if (heeded(facts, at->day, day) && at->what.minutes) mean.add(*at->what.minutes);
  return mean.value();
}

std::optional<double> latest_mocks(const MetricFacts& facts, Day day) {
  Mean mean;
  const auto& mocks = facts.progress.mocks;
  for (auto at = mocks.rbegin(); at != mocks.rend() && mean.count < kScoredMocks; ++at)
    if (const auto score = mean_score(at->what.scores); score && heeded(facts, at->day, day)) mean.add(*score);
  return mean.value();
}

std::optional<double> of_the_log(const Metric& metric, const MetricFacts& facts, Day day) {
  for (const ProblemSize size : kProblemSizes)
    if (metric.id == std::string(to_string(size)) + "-minutes") return latest_minutes(facts, to_string(size), day);
  if (metric.id == "design-minutes") return latest_designs(facts, day);
  if (metric.id == "mock-score") return latest_mocks(facts, day);
  if (metric.id == "story-quality") return facts.story_quality;
  return std::nullopt;
}

}  // namespace

std::optional<MetricValue> value_of(const Metric& metric, const MetricFacts& facts, Day day) {
  std::optional<MetricValue> value;
  if (const auto measured = facts.progress.metrics.find(metric.id); measured != facts.progress.metrics.end())
    for (const Measurement& each : measured->second)
      if (heeded(facts, each.day, day) && (!value || *value->day <= each.day)) value = {each.value, MetricValue::From::Measured, each.day};
  if (value) return value;
  if (const auto log = of_the_log(metric, facts, day)) return MetricValue{*log, MetricValue::From::Log, {}};
  if (metric.start) return MetricValue{*metric.start, MetricValue::From::Start, {}};
  return std::nullopt;
}

}  // namespace starling
