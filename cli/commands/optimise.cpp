// `optimise`: weights of the memory model fitted to a log of reviews, judged, and taken over where they predict better.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <numeric>
#include <ostream>
#include <thread>

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "cli/progress.h"
#include "fit/fit.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::size_t kMostLogBytes = 4'000'000'000;
constexpr int kMostEpochs = 1000;
constexpr int kMostThreads = 64;
constexpr int kRolloverOfLogs = 4;  // how other programs cut their days
constexpr std::size_t kMovesShown = 5;

struct Seconds {
  double read = 0;
  double fit = 0;
  double evaluate = 0;
  double time_series = 0;
};

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

// One model, all that is known of it.
struct Report {
  Judged judged;
  Trial trial;
  std::vector<CalibrationBin> calibration;
  Trial in_use;
  Seconds seconds;
  bool kept = false;  // predicts better than what is in use
};

Report report_on(const ReviewLog& log, const Weights& in_use, FitOptions options, Seconds seconds) {
  Report report;
  report.seconds = seconds;
  report.judged.fit = timed(report.seconds.fit, [&] { return fit_weights(log, log.items, options); });
  timed(report.seconds.evaluate, [&] {
    judge(log, report.judged, options.threads);
    return 0;
  });
  TimeSeries series = timed(report.seconds.time_series, [&] { return by_time(log, options); });
  report.trial = std::move(series.trial);
  report.calibration = std::move(series.calibration);
  report.in_use = weights_by_time(log, in_use, options.threads);
  report.kept = report.trial.score.log_loss < report.in_use.score.log_loss &&
                report.judged.fit.extent != FitExtent::Defaults;
  return report;
}

Json pair_json(double standard, double fitted) {
  return {{"default", rounded(standard, 6)}, {"fitted", rounded(fitted, 6)}};
}

Json trial_json(const Trial& trial) {
  return {{"name", trial.name}, {"log_loss", rounded(trial.score.log_loss, 6)},
          {"rmse_bins", rounded(trial.score.rmse_bins, 6)}, {"auc", rounded(trial.ranking, 6)}};
}

Json log_json(const ReviewLog& log, ModelKind kind, const Weights& weights) {
  Json json = reply();
  json["model"] = to_string(kind);
  json["reviews"] = log.reviews();
  json["cards"] = log.cards();
  json["items"] = log.items;
  json["parameters"] = weights.numbers;
  return json;
}

void add_scores(Json& json, const Judged& judged) {
  json["log_loss"] = pair_json(judged.standard.log_loss, judged.fitted.log_loss);
  json["weighted_log_loss"] = pair_json(judged.standard_weighted.log_loss, judged.fitted_weighted.log_loss);
  json["rmse_bins"] = pair_json(judged.standard.rmse_bins, judged.fitted.rmse_bins);
}

void add_seconds(Json& json, const Seconds& seconds) {
  json["seconds"] = {{"read", rounded(seconds.read, 6)}, {"fit", rounded(seconds.fit, 6)},
                     {"evaluate", rounded(seconds.evaluate, 6)}, {"time_series", rounded(seconds.time_series, 6)}};
}

Json report_json(const ReviewLog& log, const Report& report) {
  Json json = log_json(log, report.judged.fit.weights.kind, report.judged.fit.weights);
  add_scores(json, report.judged);
  json["time_series"] = trial_json(report.trial);
  json["time_series"].erase("name");
  json["calibration"] = Json::array();
  for (const CalibrationBin& bin : report.calibration)
    if (bin.count > 0)
      json["calibration"].push_back(
          {{"predicted", rounded(bin.predicted)}, {"recalled", rounded(bin.recalled)}, {"count", bin.count}});
  add_seconds(json, report.seconds);
  json["kept"] = report.kept ? "fitted" : "default";
  return json;
}

Json change_json(const Reschedule& changes) {
  Json json{{"in_review", changes.in_review}, {"moved", changes.moves.size()},
            {"due_before", changes.due_before}, {"due_after", changes.due_after}, {"moves", Json::array()}};
  for (const Move& move : changes.moves)
    json["moves"].push_back({{"item", move.item}, {"from", to_string(move.from)}, {"to", to_string(move.to)}});
  return json;
}

std::string row(std::string_view name, const Trial& trial, int width) {
  const std::string right =
      fmt::format("{:.4f}  {:.4f}  {:.3f}", trial.score.log_loss, trial.score.rmse_bins, trial.ranking);
  return at_both_ends(fmt::format("  {}", name), right, width) + "\n";
}

void print_trials(World& world, const std::vector<Report>& reports, const std::vector<Trial>& others) {
  const Style style(world.colour);
  const int width = std::min(text_width(world), 64);
  world.out << style.accent(at_both_ends("Fitted to the past, asked what came next", "", width)) << "\n"
            << style.dim(at_both_ends("", "log loss    bins    auc", width)) << "\n";
  for (const Report& report : reports) world.out << row(report.trial.name, report.trial, width);
  for (const Trial& trial : others) world.out << row(trial.name, trial, width);
  world.out << style.dim(paragraph("Log loss and bins (how far predictions are off, group by group): lower is better. "
                                   "auc (does it tell what will be forgotten): higher is.",
                                   width));
}

void print_calibration(World& world, const std::vector<CalibrationBin>& bins) {
  const Style style(world.colour);
  world.out << "\n" << style.accent("Predicted and recalled") << "\n";
  for (const CalibrationBin& bin : bins)
    if (bin.count > 0)
      world.out << fmt::format("  {:5.1f} %  {:5.1f} %  {}\n", 100 * bin.predicted, 100 * bin.recalled,
                               style.dim(counted(static_cast<int>(bin.count), "review")));
}

// The earliest and latest moves say most.
void print_moves(World& world, const Reschedule& changes) {
  std::vector<Move> moves = changes.moves;
  std::stable_sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) {
    return std::abs(days_between(a.from, a.to)) > std::abs(days_between(b.from, b.to));
  });
  const auto earlier = std::count_if(moves.begin(), moves.end(), [](const Move& m) { return m.to < m.from; });
  const auto sum = [](const std::vector<int>& days, std::size_t count) {
    return std::accumulate(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(count), 0);
  };
  const Style style(world.colour);
  const int width = text_width(world);
  world.out << "\n" << style.accent("What would change") << "\n"
            << paragraph(fmt::format("{} of {} items in review move: {} earlier, {} later. Due today and overdue items "
                                     "stay.",
                                     moves.size(), changes.in_review, earlier,
                                     moves.size() - static_cast<std::size_t>(earlier)),
                         width, 2)
            << fmt::format("  due in the next  7 days: {} -> {}\n", sum(changes.due_before, 7), sum(changes.due_after, 7))
            << fmt::format("  due in the next 30 days: {} -> {}\n", sum(changes.due_before, 30), sum(changes.due_after, 30));
  for (std::size_t i = 0; i < std::min(moves.size(), kMovesShown); ++i) {
    const std::string right = fmt::format("{} -> {}", short_date(moves[i].from), short_date(moves[i].to));
    const int room = width - 3 - display_width(right);
    world.out << "  " << padded(shorten(moves[i].item, room), room) << " " << style.dim(right) << "\n";
  }
  if (moves.size() > kMovesShown) world.out << style.dim(fmt::format("  and {} more\n", moves.size() - kMovesShown));
}

std::string seconds_text(const std::vector<std::chrono::seconds>& steps) {
  std::string text;
  for (const auto step : steps) {
    const double minutes = std::chrono::duration<double, std::ratio<60>>(step).count();
    text += fmt::format("{}{:.1f} min", text.empty() ? "" : ", ", minutes);
  }
  return text;
}

// Nothing while too few answers were followed by another.
void print_steps(World& world, const OptimalSteps& steps) {
  if (steps.learning.empty() && steps.relearning.empty()) return;
  const Style style(world.colour);
  world.out << "\n" << style.accent("Steps that your answers speak for") << "\n";
  if (!steps.learning.empty()) world.out << "  learning    " << seconds_text(steps.learning) << "\n";
  if (!steps.relearning.empty()) world.out << "  relearning  " << seconds_text(steps.relearning) << "\n";
  world.out << style.dim(paragraph("Yours to set: learning_steps and relearning_steps in starling.toml.", text_width(world)));
}

Json steps_json(const OptimalSteps& steps) {
  Json json{{"learning_seconds", Json::array()}, {"relearning_seconds", Json::array()}};
  for (const auto step : steps.learning) json["learning_seconds"].push_back(step.count());
  for (const auto step : steps.relearning) json["relearning_seconds"].push_back(step.count());
  return json;
}

std::string numbers_text(const Weights& weights) {
  std::string text;
  for (const double number : weights.numbers) text += fmt::format("{}{:.4f}", text.empty() ? "" : ", ", number);
  return text;
}

void print_log(World& world, const ReviewLog& log) {
  world.out << paragraph(fmt::format("{} of {}; {} came a day or more after the one before.",
                                     counted(static_cast<int>(log.reviews()), "review"),
                                     counted(static_cast<int>(log.cards()), "item"), log.items),
                         text_width(world));
}

// Of given weights, nothing is fitted.
Exit evaluate(const Arguments& arguments, World& world, const ReviewLog& log, ModelKind kind, Seconds seconds,
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
std::vector<Report> reports_on(const ReviewLog& log, const std::vector<ModelKind>& kinds, const MemoryModel* in_use,
                               FitOptions options, const Seconds& seconds, const Arguments& arguments, World& world) {
  ProgressLine progress(arguments, world, "fitting");
  std::vector<Report> reports;
  for (const ModelKind kind : kinds) {
    progress.show(static_cast<double>(reports.size()) / static_cast<double>(kinds.size()));
    options.kind = kind;
    const bool same = in_use && in_use->kind() == kind;
    options.start = same && in_use->weights() != default_weights(kind) ? std::optional(in_use->weights()) : std::nullopt;
    reports.push_back(report_on(log, in_use ? in_use->weights() : default_weights(kind), options, seconds));
  }
  std::stable_sort(reports.begin(), reports.end(), [](const Report& a, const Report& b) {
    return a.trial.score.log_loss < b.trial.score.log_loss;
  });
  return reports;
}

Exit optimise_file(const Arguments& arguments, World& world, const FitOptions& options) {
  Seconds seconds;
  const ReviewLog log =
      timed(seconds.read, [&] { return read_log(arguments, world, *arguments.text("--from")); });
  const ModelKind kind = model_option(arguments).value_or(ModelKind::Fsrs6);
  if (arguments.has("--evaluate") && log.items > 0) return evaluate(arguments, world, log, kind, seconds, options);
  if (const std::string missing = missing_for_fit(log); !missing.empty())
    return too_little(arguments, world, log, kind, missing);
  const auto reports = reports_on(log, {kind}, nullptr, options, seconds, arguments, world);
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

Exit optimise_own(const Arguments& arguments, World& world, const FitOptions& options) {
  const auto study = open_study(arguments, world);
  const auto asked = model_option(arguments);
  const auto fixed = study->settings().model;
  if (asked && fixed && *asked != *fixed)
    throw UsageError(fmt::format("starling.toml says model = \"{}\": take the line out before another one is fitted",
                                 to_string(*fixed)));
  Seconds seconds;
  const ReviewLog log = timed(seconds.read, [&] { return own_log(*study); });
  const auto only = asked ? asked : fixed;
  if (const std::string missing = missing_for_fit(log); !missing.empty())
    return too_little(arguments, world, log, only.value_or(study->model().kind()), missing);
  const std::vector<ModelKind> kinds =
      only ? std::vector{*only} : std::vector<ModelKind>(kModelKinds.begin(), kModelKinds.end());
  const auto reports = reports_on(log, kinds, &study->model(), options, seconds, arguments, world);
  if (options.stop->load()) {
    world.err << kStopped;
    return Exit::NotMet;
  }
  const Report& best = reports.front();
  const Weights& weights = best.judged.fit.weights;
  const Reschedule changes = best.kept ? reschedule(*study, MemoryModel(weights)) : Reschedule{};
  const bool applied = best.kept && arguments.has("--apply");

  if (arguments.json) {
    Json json = report_json(log, best);
    json["kept"] = best.kept ? "fitted" : "in-use";
    json["compared"] = Json::array();
    for (const Report& report : reports) json["compared"].push_back(trial_json(report.trial));
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
