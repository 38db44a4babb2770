// `metric list`, `metric set`, `baseline`: figures of the plan that the learner measures.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/logging.h"
#include "cli/open_study.h"
#include "cli/screen.h"
#include "cli/screen/mocks.h"
#include "cli/wire/wire.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Text> kMetric{"METRIC"};
constexpr Operand<Text> kMeasured{"VALUE"};
constexpr Option<Real> kEasy{"--easy", "MIN", "minutes for an easy problem", {1, kLongestLogged}};
constexpr Option<Real> kMedium{"--medium", "MIN", "minutes for a medium problem", {1, kLongestLogged}};
constexpr Option<Real> kDesign{"--design", "PERCENT", "how much of a design was complete", {0, 100}};
constexpr Option<Real> kStories{"--stories", "SCORE", "quality of your stories, of 5", {1, 5}};

const Metric& need_metric(const Plan& plan, const std::string& id) {
  const auto found = std::ranges::find(plan.metrics, id, &Metric::id);
  if (found != plan.metrics.end()) return *found;
  std::vector<std::string> ids;
  for (const Metric& metric : plan.metrics) ids.push_back(metric.id);
  const std::string near = near_ones(id, ids);
  throw UsageError(fmt::format("the plan has no metric '{}'{}", shorten(id, 60), near.empty() ? "; all of them: starling metric list" : near));
}

Exit run_metric_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::vector<MetricView> views = metric_views(study->standpoint());
  world.out << (arguments.json ? metrics_json(views) : metrics_screen(views, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

Exit run_metric_set(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::optional<Day> on = day_given(arguments, *study);
  const Metric& metric = need_metric(study->timeline().plan(), arguments.operand(kMetric));
  const MeasureRead read = read_measure(metric, arguments.operand(kMeasured));
  if (!read.value) throw UsageError(fmt::format("{}: {}", metric.id, read.wrong));
  const Deed deed = study->log({Measured{metric.id, *read.value, metric.unit, note_given(arguments)}}, {}, on);
  tell_remarks(*study, arguments, world);
  tell_written({deed, fmt::format("{}: {}.", metric.title, measure_text(metric, *read.value)), nullptr}, *study, arguments, world);
  return Exit::Ok;
}

Exit run_baseline(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::optional<Day> on = day_given(arguments, *study);
  std::vector<Event> events;
  std::string text;
  const auto add = [&](const Option<Real>& option, const std::string& id) {
    const auto value = arguments.value(option);
    if (!value) return;
    const Metric& metric = need_metric(study->timeline().plan(), id);
    events.emplace_back(Measured{metric.id, *value, metric.unit, "baseline"});
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", metric.title, measure_text(metric, *value));
  };
  add(kEasy, "easy-minutes");
  add(kMedium, "medium-minutes");
  add(kDesign, "design-completeness");
  add(kStories, "story-quality");
  if (events.empty()) return run_metric_list(arguments, world);
  const Deed deed = study->log(events, {}, on);
  tell_remarks(*study, arguments, world);
  tell_written({deed, text + ".", nullptr}, *study, arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kMetricListCommand{.name = "metric list",
                                 .summary = "what is measured: the last value beside its target",
                                 .examples = {"starling metric list", "starling metric list --json"},
                                 .pages = true,
                                 .run = run_metric_list};

const Command kMetricSetCommand{.name = "metric set",
                                .operands = {one(kMetric), one(kMeasured)},
                                .summary = "a figure was measured",
                                .options = {&kNote, &kOn},
                                .examples = {"starling metric set medium-minutes 32", "starling metric set confidence Medium",
                                             "starling metric set story-quality 4.2 --on 2026-11-24"},
                                .run = run_metric_set};

const Command kBaselineCommand{
    .name = "baseline",
    .summary = "the four measures of week 1; without an option what they are so far",
    .options = {&kEasy, &kMedium, &kDesign, &kStories, &kOn},
    .examples = {"starling baseline --easy 14 --medium 38 --design 60 --stories 3", "starling baseline"},
    .run = run_baseline};

}  // namespace starling
