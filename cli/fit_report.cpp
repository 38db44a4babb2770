#include "cli/fit_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <ostream>

#include "cli/open_study.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::size_t kMovesShown = 5;

Json pair_json(double standard, double fitted) {
  return {{"default", rounded(standard, 6)}, {"fitted", rounded(fitted, 6)}};
}

std::string row(std::string_view name, const Trial& trial, int width) {
  const std::string right =
      fmt::format("{:.4f}  {:.4f}  {:.3f}", trial.score.log_loss, trial.score.rmse_bins, trial.ranking);
  return at_both_ends(fmt::format("  {}", name), right, width) + "\n";
}

std::string seconds_text(const std::vector<std::chrono::seconds>& steps) {
  std::string text;
  for (const auto step : steps) {
    const double minutes = std::chrono::duration<double, std::ratio<60>>(step).count();
    text += fmt::format("{}{:.1f} min", text.empty() ? "" : ", ", minutes);
  }
  return text;
}

}  // namespace

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

void add_seconds(Json& json, const FitSeconds& seconds) {
  json["seconds"] = {{"read", rounded(seconds.read, 6)}, {"fit", rounded(seconds.fit, 6)},
                     {"evaluate", rounded(seconds.evaluate, 6)}, {"time_series", rounded(seconds.time_series, 6)}};
}

Json report_json(const ReviewLog& log, const FitReport& report) {
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

void print_trials(World& world, const std::vector<FitReport>& reports, const std::vector<Trial>& others) {
  const Style style(world.colour);
  const int width = std::min(text_width(world), 64);
  world.out << style.accent(at_both_ends("Fitted to the past, asked what came next", "", width)) << "\n"
            << style.dim(at_both_ends("", "log loss    bins    auc", width)) << "\n";
  for (const FitReport& report : reports) world.out << row(report.trial.name, report.trial, width);
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

}  // namespace starling
