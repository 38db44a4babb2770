#include "view/practice_log_view.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "text/text.h"

namespace starling {

namespace {

constexpr double kMostMinutesMeasured = 24 * 60;

struct Bounds {
  double low;
  double high;
  std::string_view wanted;
};
Bounds bounds_of(const Metric& metric) {
  if (metric.unit == "minutes") return {0.5, kMostMinutesMeasured, "minutes, such as 32"};
  if (metric.unit == "percent") return {0, 100, "percent, 0 to 100"};
  return {1, 5, "a score from 1 to 5, such as 4.5"};
}

MeasureRead read_level(const Metric& metric, std::string_view text) {
  for (std::size_t i = 0; i < metric.levels.size(); ++i)
    if (fold(metric.levels[i]) == fold(text)) return {static_cast<double>(i + 1), ""};
  return {{}, fmt::format("'{}' is none of {}", shorten(text, 40), fmt::join(metric.levels, ", "))};
}

// What stands behind a number and adds nothing to it.
bool is_unit_of(const Metric& metric, std::string_view word) {
  if (word.empty()) return true;
  if (metric.unit == "minutes") return word == "min" || word == "minutes" || word == "m";
  if (metric.unit == "percent") return word == "%" || word == "percent";
  return word == "/5" || word == "of 5";
}

}  // namespace

MocksView mocks_view(const Standpoint& from) {
  MocksView view;
  std::map<std::string, double> latest;
  const std::vector<FeedbackPoint> open = feedback_points(from.progress, Points::Open);
  for (const auto& held : from.progress.mocks) {
    MockRow row{held.deed, held.day, &held.what, mean_score(held.what.scores).value_or(0), 0};
    row.open = static_cast<int>(std::ranges::count(open, held.deed, &FeedbackPoint::mock));
    if (held.day >= from.progress.since)
      for (const PartScore& part : held.what.scores) latest[part.name] = part.score;
    view.mocks.push_back(std::move(row));
  }
  std::ranges::reverse(view.mocks);
  for (const auto& [name, score] : latest) view.latest.push_back({name, score});
  return view;
}

std::vector<MetricView> metric_views(const Standpoint& from) {
  std::vector<MetricView> views;
  const int week = from.timeline.on(from.now.day).week;
  for (const Metric& metric : from.timeline.plan().metrics) {
    MetricView view{&metric, {}, {}, target_in_week(metric, week), false};
    if (const auto series = from.progress.metrics.find(metric.id); series != from.progress.metrics.end())
      for (const Measurement& each : series->second) {
        if (each.day < from.progress.since) continue;
        if (view.last) view.before = view.last->value;
        view.last = each;
      }
    if (view.last && view.target)
      view.met = metric.lower_is_better ? view.last->value <= *view.target : view.last->value >= *view.target;
    views.push_back(std::move(view));
  }
  return views;
}

MeasureRead read_measure(const Metric& metric, std::string_view text) {
  if (!metric.levels.empty()) return read_level(metric, text);
  const Bounds bounds = bounds_of(metric);
  const std::string word(trimmed(text));
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const std::string_view rest = trimmed(std::string_view(word).substr(static_cast<std::size_t>(end - word.data())));
  if (error != std::errc{} || !is_unit_of(metric, rest) || value < bounds.low || value > bounds.high)
    return {{}, fmt::format("'{}' is not {}", shorten(text, 40), bounds.wanted)};
  return {value, ""};
}

std::string measure_text(const Metric& metric, double value) {
  if (!metric.levels.empty()) {
    const auto place = static_cast<std::size_t>(value);
    return place >= 1 && place <= metric.levels.size() ? metric.levels[place - 1] : fmt::format("{:g}", value);
  }
  if (metric.unit == "minutes") return fmt::format("{:g} min", value);
  if (metric.unit == "percent") return fmt::format("{:g} %", value);
  return fmt::format("{:g} of 5", value);
}

}  // namespace starling
