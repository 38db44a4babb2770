#include "cli/screen/fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "text/text.h"
#include "view/view.h"

namespace starling {

namespace {

constexpr std::size_t kMovesShown = 5;

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

int first_days(const std::vector<int>& days, std::size_t count) {
  return std::accumulate(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(std::min(count, days.size())), 0);
}

}  // namespace

std::string log_line(const ReviewLog& log, int width) {
  return paragraph(fmt::format("{} of {}; {} came a day or more after the one before.",
                               counted(static_cast<int>(log.reviews()), "review"),
                               counted(static_cast<int>(log.cards()), "item"), log.items),
                   width);
}

std::string loss_lines(const WeightsJudged& judged, std::string_view of_what) {
  return fmt::format("\n  log loss of the defaults  {:.4f}\n  log loss {:16} {:.4f}\n\n", judged.defaults.log_loss, of_what,
                     judged.weights.log_loss);
}

std::string trial_lines(std::span<const ModelCandidate> candidates, std::span<const Trial> others, const Style& style, int width) {
  const int columns = std::min(width, 64);
  std::string text = style.accent(at_both_ends("Fitted to the past, asked what came next", "", columns)) + "\n" +
                     style.dim(at_both_ends("", "log loss    bins    auc", columns)) + "\n";
  for (const ModelCandidate& each : candidates) text += row(each.by_time.trial.name, each.by_time.trial, columns);
  for (const Trial& trial : others) text += row(trial.name, trial, columns);
  return text + style.dim(paragraph("Lower is better: log loss, how wrong the predictions are, and bins, the same group by "
                                    "group. Higher is better: auc, does it tell what will be forgotten?",
                                    columns));
}

std::string calibration_lines(std::span<const CalibrationBin> bins, const Style& style) {
  std::string text = "\n" + style.accent("Predicted and recalled") + "\n";
  for (const CalibrationBin& bin : bins)
    if (bin.count > 0)
      text += fmt::format("  {:5.1f} %  {:5.1f} %  {}\n", 100 * bin.predicted, 100 * bin.recalled,
                          style.dim(counted(static_cast<int>(bin.count), "review")));
  return text;
}

std::string move_lines(const Reschedule& changes, const Style& style, int width) {
  std::vector<Move> moves = changes.moves;
  std::ranges::stable_sort(moves, std::ranges::greater{},
                           [](const Move& m) { return std::abs(days_between(m.from, m.to)); });
  const auto earlier = std::ranges::count_if(moves, [](const Move& m) { return m.to < m.from; });
  std::string text = "\n" + style.accent("What would change") + "\n" +
                     paragraph(fmt::format("{} of {} items in review move: {} earlier, {} later. Due today and overdue "
                                           "items stay.",
                                           moves.size(), changes.in_review, earlier,
                                           moves.size() - static_cast<std::size_t>(earlier)),
                               width, 2);
  for (const std::size_t days : {7U, 30U})
    text += fmt::format("  due in the next {:2} days: {} -> {}\n", days, first_days(changes.due_before, days),
                        first_days(changes.due_after, days));
  for (std::size_t i = 0; i < std::min(moves.size(), kMovesShown); ++i) {
    const std::string right = fmt::format("{} -> {}", short_date(moves[i].from), short_date(moves[i].to));
    const int room = width - 3 - display_width(right);
    text += "  " + padded(shorten(moves[i].item.text(), room), room) + " " + style.dim(right) + "\n";
  }
  if (moves.size() > kMovesShown) text += style.dim(fmt::format("  and {} more\n", moves.size() - kMovesShown));
  return text;
}

std::string step_lines(const OptimalSteps& steps, const Style& style, int width) {
  if (steps.learning.empty() && steps.relearning.empty()) return "";
  std::string text = "\n" + style.accent("Steps that your answers speak for") + "\n";
  if (!steps.learning.empty()) text += "  learning    " + seconds_text(steps.learning) + "\n";
  if (!steps.relearning.empty()) text += "  relearning  " + seconds_text(steps.relearning) + "\n";
  return text + style.dim(paragraph("Yours to set: learning_steps and relearning_steps in starling.toml.", width));
}

std::string numbers_text(const Weights& weights) {
  std::string text;
  for (const double number : weights.numbers()) text += fmt::format("{}{:.4f}", text.empty() ? "" : ", ", number);
  return text;
}

}  // namespace starling
