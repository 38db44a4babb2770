// `optimise`: weights of the memory model fitted to a log of reviews, judged, and taken over where they predict better.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ostream>
#include <thread>

#include "cli/commands.h"
#include "cli/fit_report.h"
#include "cli/interrupt.h"
#include "cli/open_study.h"
#include "cli/progress.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr std::size_t kMostLogBytes = 4'000'000'000;
constexpr int kMostEpochs = 1000;
constexpr int kMostThreads = 64;
constexpr int kRolloverOfLogs = 4;  // how other programs cut their days

// Runs `work` and adds what it took, finer than the world's clocks count.
template <class Work>
auto timed(double& seconds, const Work& work) {
  const auto begin = std::chrono::steady_clock::now();
  auto result = work();
  seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return result;
}

std::optional<ModelKind> model_option(const Arguments& arguments) {
  const auto text = arguments.text("--model");
  if (!text) return std::nullopt;
  if (const auto kind = parse_model(*text)) return kind;
  throw UsageError(fmt::format("--model takes fsrs-6 or fsrs-7, not '{}'", *text));
}

FitOptions fit_options(const Arguments& arguments, const Interrupt& interrupt) {
  FitOptions options;
  options.epochs = arguments.integer("--epochs", 1, kMostEpochs).value_or(0);
  options.seed = static_cast<std::uint64_t>(arguments.integer("--seed", 0, 2'000'000'000).value_or(2023));
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  options.threads = arguments.integer("--threads", 1, kMostThreads).value_or(std::clamp(cores, 1, 8));
  options.stop = &interrupt.asked();
  return options;
}

ReviewLog read_log(const Arguments& arguments, const World& world, const std::string& path) {
  const auto text = read_file(path, kMostLogBytes);
  if (!text) throw UsageError(fmt::format("cannot read {}", path));
  const Instant latest = world.clock.now() + std::chrono::days(1);
  CsvLog csv = read_log_csv(*text, latest);
  if (!csv.problem.empty())
    throw TextError({{path, static_cast<int>(csv.line), 1, "", "review-log", Severity::Error, csv.problem}});
  try {
    return make_log(std::move(csv.rows), DayRule(arguments.text("--time-zone").value_or("UTC"), kRolloverOfLogs));
  } catch (const UnknownTimeZone&) {
    throw UsageError(fmt::format("--time-zone: there is no time zone '{}'", *arguments.text("--time-zone")));
  }
}

FitReport report_on(const ReviewLog& log, const Trial& in_use, const FitOptions& options, const FitSeconds& seconds) {
  FitReport report;
  report.seconds = seconds;
  report.judged.fit = timed(report.seconds.fit, [&] { return fit_weights(log, log.items, options); });
  timed(report.seconds.evaluate, [&] {
    judge(log, report.judged, options.threads);
    return 0;
  });
  TimeSeries series = timed(report.seconds.time_series, [&] { return by_time(log, options); });
  report.trial = std::move(series.trial);
  report.calibration = std::move(series.calibration);
  report.in_use = in_use;
  report.kept = report.trial.score.log_loss < in_use.score.log_loss &&
                report.judged.fit.extent != FitExtent::Defaults;
  return report;
}

// Of given weights, nothing is fitted.
Exit evaluate(const Arguments& arguments, World& world, const ReviewLog& log, ModelKind kind, FitSeconds seconds,
              const FitOptions& options) {
  const WeightsRead read = read_weights(kind, *arguments.text("--evaluate"));
  if (!read.weights) throw UsageError(fmt::format("--evaluate: {}", read.problem));
  Judged judged;
  judged.fit.weights = *read.weights;
  timed(seconds.evaluate, [&] {
    judge(log, judged, options.threads);
    return 0;
  });
  Trial trial = timed(seconds.time_series, [&] { return weights_by_time(log, *read.weights, options.threads); });
  trial.name = "as given";
  if (arguments.json) {
    Json json = log_json(log, kind, *read.weights);
    add_scores(json, judged);
    json["time_series"] = trial_json(trial);
    json["time_series"].erase("name");
    add_seconds(json, seconds);
    json["kept"] = "given";
    write_json(world.out, json);
    return Exit::Ok;
  }
  print_log(world, log);
  world.out << fmt::format("\n  log loss of the defaults  {:.4f}\n  log loss as given         {:.4f}\n\n",
                           judged.standard.log_loss, judged.fitted.log_loss);
  print_trials(world, {}, {trial, constant_by_time(log), sm2_by_time(log)});
  return Exit::Ok;
}

Exit too_little(const Arguments& arguments, World& world, const ReviewLog& log, ModelKind kind,
                const std::string& missing) {
  if (arguments.json) {
    Json json = log_json(log, kind, default_weights(kind));
    json["missing"] = missing;
    json["kept"] = "default";
    write_json(world.out, json);
  } else {
    world.out << paragraph(fmt::format("Nothing to propose yet: {}. The weights stay as they are.", missing), text_width(world));
  }
  return Exit::Ok;
}

// The models that may be proposed, the best of them first in the reply.
std::vector<FitReport> reports_on(const ReviewLog& log, const std::vector<ModelKind>& kinds, const Weights& in_use,
                                  FitOptions options, const FitSeconds& seconds, const Arguments& arguments,
                                  World& world) {
  const Trial as_it_is = weights_by_time(log, in_use, options.threads);
  ProgressLine progress(arguments, world, "fitting");
  std::vector<FitReport> reports;
  for (const ModelKind kind : kinds) {
    progress.show(static_cast<double>(reports.size()) / static_cast<double>(kinds.size()));
    options.kind = kind;
    const bool fitted_before = in_use.kind == kind && in_use != default_weights(kind);
    options.start = fitted_before ? std::optional(in_use) : std::nullopt;
    reports.push_back(report_on(log, as_it_is, options, seconds));
  }
  std::stable_sort(reports.begin(), reports.end(), [](const FitReport& a, const FitReport& b) {
    return a.trial.score.log_loss < b.trial.score.log_loss;
  });
  return reports;
}

Exit optimise_file(const Arguments& arguments, World& world, const FitOptions& options) {
  FitSeconds seconds;
  const ReviewLog log =
      timed(seconds.read, [&] { return read_log(arguments, world, *arguments.text("--from")); });
  const ModelKind kind = model_option(arguments).value_or(ModelKind::Fsrs6);
  if (arguments.has("--evaluate") && log.items > 0) return evaluate(arguments, world, log, kind, seconds, options);
  if (const std::string missing = missing_for_fit(log); !missing.empty())
    return too_little(arguments, world, log, kind, missing);
  const auto reports = reports_on(log, {kind}, default_weights(kind), options, seconds, arguments, world);
  if (options.stop->load()) {
    world.err << kStopped;
    return Exit::NotMet;
  }
  if (arguments.json) {
    write_json(world.out, report_json(log, reports.front()));
    return Exit::Ok;
  }
  const Judged& judged = reports.front().judged;
  print_log(world, log);
  world.out << fmt::format("\n  log loss of the defaults  {:.4f}\n  log loss of the fit       {:.4f}\n\n",
                           judged.standard.log_loss, judged.fitted.log_loss);
  Trial standard = reports.front().in_use;
  standard.name = "defaults";
  print_trials(world, reports, {standard, constant_by_time(log), sm2_by_time(log)});
  print_calibration(world, reports.front().calibration);
  world.out << "\n"
            << hanging("Weights: ", numbers_text(reports.front().kept ? judged.fit.weights : default_weights(kind)),
                       text_width(world));
  if (!reports.front().kept) world.out << "The defaults predict this log better: they are kept.\n";
  return Exit::Ok;
}

void apply(const Arguments& arguments, World& world, Study& study, const Weights& weights, const Reschedule& changes) {
  const std::vector<MovedItem> moves = arguments.has("--keep-dates") ? std::vector<MovedItem>{} : moved_items(changes);
  (void)study.adopt(weights, moves);
  if (arguments.json) return;
  world.out << "\n"
            << paragraph(fmt::format("Taken over: {} with your own weights{}. 'starling undo' takes it back.",
                                     to_string(weights.kind),
                                     moves.empty() ? "" : fmt::format(", {} moved", counted(static_cast<int>(moves.size()), "item"))),
                         text_width(world));
}

Exit optimise_own(const Arguments& arguments, World& world, FitOptions options) {
  const auto study = open_study(arguments, world);
  options.relearning_steps = static_cast<int>(study->settings().relearning_steps.size());
  const auto asked = model_option(arguments);
  const auto fixed = study->settings().model;
  if (asked && fixed && *asked != *fixed)
    throw UsageError(fmt::format("starling.toml says model = \"{}\": take the line out before another one is fitted",
                                 to_string(*fixed)));
  FitSeconds seconds;
  const ReviewLog log = timed(seconds.read, [&] { return own_log(*study); });
  const auto only = asked ? asked : fixed;
  if (const std::string missing = missing_for_fit(log); !missing.empty())
    return too_little(arguments, world, log, only.value_or(study->model().kind()), missing);
  const std::vector<ModelKind> kinds =
      only ? std::vector{*only} : std::vector<ModelKind>(kModelKinds.begin(), kModelKinds.end());
  const auto reports = reports_on(log, kinds, study->model().weights(), options, seconds, arguments, world);
  if (options.stop->load()) {
    world.err << kStopped;
    return Exit::NotMet;
  }
  const FitReport& best = reports.front();
  const Weights& weights = best.judged.fit.weights;
  const Reschedule changes = best.kept ? reschedule(*study, MemoryModel(weights)) : Reschedule{};
  const bool applied = best.kept && arguments.has("--apply");

  if (arguments.json) {
    Json json = report_json(log, best);
    json["kept"] = best.kept ? "fitted" : "in-use";
    json["compared"] = Json::array();
    for (const FitReport& report : reports) json["compared"].push_back(trial_json(report.trial));
    for (const Trial& trial : {best.in_use, constant_by_time(log), sm2_by_time(log)})
      json["compared"].push_back(trial_json(trial));
    json["changes"] = change_json(changes);
    json["steps"] = steps_json(own_steps(*study));
    json["applied"] = applied;
    if (applied) apply(arguments, world, *study, weights, changes);
    write_json(world.out, json);
    return Exit::Ok;
  }
  print_log(world, log);
  world.out << "\n";
  Trial in_use = best.in_use;
  in_use.name = fmt::format("{} in use", to_string(study->model().kind()));
  print_trials(world, reports, {in_use, constant_by_time(log), sm2_by_time(log)});
  if (!best.kept) {
    world.out << "\n" << paragraph("The weights in use predict your answers as well: they stay.", text_width(world));
    return Exit::Ok;
  }
  if (!is_low(world)) print_calibration(world, best.calibration);
  print_moves(world, changes);
  if (!is_low(world)) print_steps(world, own_steps(*study));
  if (applied)
    apply(arguments, world, *study, weights, changes);
  else
    world.out << "\n"
              << paragraph(fmt::format("Proposed: {} with your own weights. Take it over: starling optimise --apply",
                                       to_string(weights.kind)),
                           text_width(world));
  return Exit::Ok;
}

}  // namespace

Exit run_optimise(const Arguments& arguments, World& world) {
  const Interrupt interrupt;
  const FitOptions options = fit_options(arguments, interrupt);
  if (arguments.has("--from")) {
    for (const char* own : {"--apply", "--keep-dates"})
      if (arguments.has(own)) throw UsageError(fmt::format("{} goes with your own folder, not with --from", own));
    return optimise_file(arguments, world, options);
  }
  if (arguments.has("--evaluate")) throw UsageError("--evaluate goes with --from LOG.csv");
  if (arguments.has("--keep-dates") && !arguments.has("--apply")) throw UsageError("--keep-dates goes with --apply");
  return optimise_own(arguments, world, options);
}

}  // namespace starling
