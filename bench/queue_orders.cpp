#include "bench/queue_orders.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

namespace starling::bench {

namespace {

constexpr int kPauseFirst = 7 * 7;  // week 8
constexpr int kPauseDays = 14;
constexpr int kNewPerDay = 20;      // as in the settings: what opened meanwhile does not come all at once

struct Case {
  double minutes;
  bool pause;
};
constexpr std::array<Case, 6> kCases{{{25, false}, {25, true}, {15, false}, {15, true}, {10, false}, {10, true}}};

Run run_of(const Case& under, QueueOrder order) {
  Run run;
  run.scenario = interview_scenario();
  run.scenario.minutes_per_day = under.minutes;
  run.scenario.new_per_day = kNewPerDay;
  run.scenario.order = order;
  run.truth = Truth{default_weights(), 0.3, 0.4};
  if (under.pause) {
    run.scenario.asking.assign(kPauseFirst + kPauseDays, Asking::All);
    std::fill(run.scenario.asking.begin() + kPauseFirst, run.scenario.asking.end(), Asking::Nothing);
  }
  return run;
}

std::string title(const Case& under) {
  return fmt::format("{:g} minutes a day{}", under.minutes,
                     under.pause ? fmt::format(", {} days without any in weeks 8 and 9", kPauseDays) : "");
}

std::vector<Simulation> play(const Effort& effort) {
  std::vector<Run> runs;
  for (const Case& under : kCases)
    for (const QueueOrder order : kQueueOrders) runs.push_back(run_of(under, order));
  return simulate(runs, effort).value();
}

std::string tables(const std::vector<Simulation>& results) {
  std::string text;
  auto result = results.begin();
  for (const Case& under : kCases) {
    text += fmt::format("\n### {}\n\n| order | hours | recall at the end | worst tenth | left over | known, mean of the "
                        "days |\n| --- | ---: | ---: | ---: | ---: | ---: |\n",
                        title(under));
    for (const QueueOrder order : kQueueOrders) {
      text += fmt::format("| {} | {:.1f} | {:.4f} | {:.3f} | {:.0f} | {:.1f} |\n", to_string(order), result->minutes / 60,
                          result->mean_recall_at_end, result->lowest_decile_recall_at_end, result->backlog_at_end,
                          result->mean_memorised);
      ++result;
    }
  }
  return text;
}

// The order that does best by `figure`, or that all do alike.
std::string best(std::span<const Simulation> results, double Simulation::*figure, double little) {
  const auto [least, most] = std::ranges::minmax_element(results, {}, figure);
  if ((*most).*figure - (*least).*figure < little) return "all alike";
  std::string names;
  for (std::size_t i = 0; i < results.size(); ++i)
    if ((*most).*figure - results[i].*figure < little)
      names += fmt::format("{}{}", names.empty() ? "" : ", ", to_string(kQueueOrders[i]));
  return names;
}

std::string summary(const std::vector<Simulation>& results) {
  constexpr double kLittleRecall = 0.0005;
  constexpr double kLittleTenth = 0.002;
  constexpr double kLittleKnown = 0.3;
  std::string text =
      "\n## Which is best\n\nOrders that come within 0.0005 of the highest recall, 0.002 of the best worst tenth and 0.3 known "
      "cards.\n\n| | recall at the end | worst tenth | known, mean of the days |\n| --- | --- | --- | --- |\n";
  std::size_t first = 0;
  for (const Case& under : kCases) {
    const auto of_case = std::span(results).subspan(first, kQueueOrders.size());
    first += kQueueOrders.size();
    text += fmt::format("| {} | {} | {} | {} |\n", title(under),
                        best(of_case, &Simulation::mean_recall_at_end, kLittleRecall),
                        best(of_case, &Simulation::lowest_decile_recall_at_end, kLittleTenth),
                        best(of_case, &Simulation::mean_memorised, kLittleKnown));
  }
  return text;
}

}  // namespace

std::string first_learner_table(const Effort& effort) {
  Effort one = effort;
  one.learners = 1;
  const auto results = play(one);
  std::string text =
      "\n## The first learner alone\n\nA test plays this one again to see that the page is of the present code: hours "
      "and recall at the end.\n\n|";
  for (const QueueOrder order : kQueueOrders) text += fmt::format(" | {}", to_string(order));
  text += " |\n| --- | --- | --- | --- | --- | --- |\n";
  auto result = results.begin();
  for (const Case& under : kCases) {
    text += fmt::format("| {}", title(under));
    for (std::size_t i = 0; i < kQueueOrders.size(); ++i, ++result)
      text += fmt::format(" | {:.2f}, {:.4f}", result->minutes / 60, result->mean_recall_at_end);
    text += " |\n";
  }
  return text;
}

std::string queue_order_page(const Effort& effort) {
  const auto results = play(effort);
  return fmt::format(
             "# The order of the queue\n\n"
             "Made by `bench/queue-orders`; means over {} learners with equal luck under every order.\n\n"
             "What is asked first matters on the days whose minutes do not reach. Here 1,290 cards open over 18 weeks, "
             "each is aimed at 90 % recall, up to {} new ones a day are learnt whatever the minutes, and the interview is "
             "on day 166. Memory behaves as the weights say, with noise on stability (standard deviation 0.3 of its "
             "logarithm at each review, 0.4 once a card). Left over: cards that were due at the end and were not asked.\n",
             effort.learners, kNewPerDay) +
         summary(results) + "\n## By minutes\n" + tables(results) + first_learner_table(effort);
}

}  // namespace starling::bench
