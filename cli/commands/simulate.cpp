// `simulate`: months of reviews played through for many learners.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/simulate_versus.h"
#include "cli/interrupt.h"
#include "cli/open_study.h"
#include "cli/progress.h"
#include "cli/queue_options.h"
#include "cli/screen/simulation.h"
#include "cli/wire/wire.h"
#include "contest/contest.h"
#include "report/report.h"

namespace starling {

namespace {

constexpr int kUsualLearners = 20;
constexpr int kMostDays = 3650;

constexpr Option<Whole> kDays{"--days", "N", "how many; up to the interview without", {1, kMostDays}};
constexpr Option<Whole> kCards{
    "--cards", "N", "a new learner of so many cards by the plan's weeks, 166 days; without: your folder", {1, 1'000'000}};
// How the days are used: one of the policies, or of them the one under which most would be known.
struct Played {
  std::optional<StudyPolicy> policy;  // none: auto
};
constexpr std::array<Played, kStudyPolicies.size() + 1> kPlayed = [] {
  std::array<Played, kStudyPolicies.size() + 1> all;
  std::ranges::transform(kStudyPolicies, all.begin(), [](StudyPolicy policy) { return Played{policy}; });
  return all;
}();
std::string_view to_string(const Played& played) { return played.policy ? starling::to_string(*played.policy) : kAutoPolicy; }
// Two have another name where ways are set beside each other.
std::optional<Played> parse_played(std::string_view word) {
  if (word == "cepeda") return Played{StudyPolicy::HalfLeft};
  if (word == "index") return Played{StudyPolicy::Deadline};
  if (const auto policy = parse_study_policy(word)) return Played{policy};
  return std::nullopt;
}
constexpr Option<Choice<Played>> kPolicy{
    "--policy", "P",
    "plain; final-pass: once more over everything in the last 14 days; half-left (or cepeda): no interval above half the days left; "
    "r-of-t: a retention that rises in the last weeks; deadline (or index): what adds most to the day of the interview; auto: "
    "of these the one under which most would be known",
    {kPlayed, parse_played}};
constexpr Option<Real> kBasePrice{"--base-price", "P", "under deadline, what a second is worth elsewhere, in cards; as usual without", {0, 1}};
constexpr Option<Reals> kScreen{"--screen", "DAY,W", "a phone screen on that day, from 2, and what it is worth beside the last one; a quarter without W", {2, 0, kMostDays}};
constexpr Option<Reals> kRetention{
    "--retention", "R,R...", "recall to aim at, 0.70 to 0.99; several are set side by side", {30, 0.70, 0.99}};
constexpr Option<Choice<QueueOrder>> kOrder{
    "--order", "O",
    "under the minutes first: due-day, lowest-recall, overdueness, recall-per-second, random",
    {kQueueOrders, parse_queue_order}};
constexpr Option<Choice<ModelKind>> kModelPlayed{"--model", "M", "fsrs-6 or fsrs-7", {kModelKinds, parse_model}};
constexpr Option<Reals> kParameters{"--parameters", "LIST", "the weights that the scheduler believes in", {100}};
constexpr Option<Reals> kTruth{"--truth", "LIST", "the weights by which memory behaves; without: as believed", {100}};
constexpr Option<Real> kNoise{
    "--noise", "X", "how far true stability strays at each review, 0 to 2; 0 without", {0, 2}};
constexpr Option<Whole> kLearners{"--learners", "N", "how many lives to average over; without: 20, with --versus one", {1, 100'000}};
constexpr Option<Whole> kLuckSeed{"--seed", "S", "another number, other luck", {0, 2'147'483'647}};

// Weights of an option; without a model named, that which has so many of them.
Weights weights_of(const Arguments& arguments, const Option<Reals>& option, const Weights& usual) {
  const auto kind = arguments.value(kModelPlayed);
  const auto numbers = arguments.value(option);
  if (!numbers) return kind && *kind != usual.kind() ? default_weights(*kind) : usual;
  const WeightsRead read = make_weights(kind.value_or(ModelKind::Fsrs6), *numbers);
  if (read.weights) return *read.weights;
  if (!kind)
    if (const WeightsRead newer = make_weights(ModelKind::Fsrs7, *numbers); newer.weights) return *newer.weights;
  throw UsageError(fmt::format("{}: {}", option.name(), read.problem));
}

int days_until_interview(const Study& study) {
  const int days = study.timeline().days_left(study.now().day);
  if (days < 1) throw UsageError(fmt::format("the interview is {}; say how many days: --days 60", days == 0 ? "today" : "over"));
  return std::min(days, kMostDays);
}

Run base_run(const Arguments& arguments, World& world) {
  Run run;
  const auto days = arguments.value(kDays);
  if (const auto cards = arguments.value(kCards)) {
    run.scenario = interview_scenario(*cards);
    run.scenario.days = days.value_or(run.scenario.days);
  } else {
    const auto study = open_study(arguments, world);
    run.scenario = study->scenario(days ? *days : days_until_interview(*study));
    run.believed = study->model().weights();
  }
  if (const auto minutes = arguments.value(kMinutes)) {
    run.scenario.minutes_per_day = minutes;
    run.scenario.minutes_by_day.clear();
  }
  if (const auto played = arguments.value(kPolicy); played && played->policy) run.scenario.policy = *played->policy;
  if (const auto screen = arguments.value(kScreen)) {
    const int day = static_cast<int>(screen->front()) - 1;
    const int end = std::min(run.scenario.interview.value_or(run.scenario.days), run.scenario.days);
    if (screen->front() != day + 1 || day < 1 || day + 1 >= end)
      throw UsageError(fmt::format("--screen: '{:g}' is no day from 2 to the one before the last", screen->front()));
    run.scenario.earlier = {EarlierDay{day, screen->size() > 1 ? screen->back() : kUsualEarlierWorth}};
  }
  if (const auto skip = arguments.value(kSkip)) run.scenario.lived = 1 - *skip;
  if (const auto price = arguments.value(kBasePrice)) run.scenario.base_price = price;
  if (const auto order = arguments.value(kOrder)) run.scenario.order = *order;
  return run;
}

void set_memory(const Arguments& arguments, Run& run) {
  const Weights believed = weights_of(arguments, kParameters, run.believed);
  if (believed.kind() != run.believed.kind() && !run.scenario.known.empty())
    throw UsageError(fmt::format("this folder is reckoned by {}; another model goes with --cards",
                                 to_string(run.believed.kind())));
  run.believed = believed;
  const double noise = arguments.value(kNoise).value_or(0);
  if (!arguments.has(kTruth) && noise == 0) return;
  Truth truth{weights_of(arguments, kTruth, run.believed), noise, noise * kCardNoise};
  if (truth.weights.kind() != run.believed.kind() && !run.scenario.known.empty())
    throw UsageError(fmt::format("this folder is reckoned by {}; --truth of another model goes with --cards",
                                 to_string(run.believed.kind())));
  run.truth = std::move(truth);
}

// False where that was stopped.
bool choose_policy(Run& run, int threads, const Watch& watch) {
  const StabilityDoubt doubt = stability_doubt({}, MemoryModel(run.believed));
  const auto ways = compare_ways(run.scenario, run.believed, {low_factor(doubt), likely_factor(doubt), high_factor(doubt)}, threads, watch);
  const WayForeseen* best = ways ? best_way(*ways, way_of(run.scenario), false) : nullptr;
  if (best) run.scenario.policy = best->way.policy;
  return ways.has_value();
}

Effort effort_of(const Arguments& arguments, const World& world, int usual_learners) {
  Effort effort;
  effort.learners = arguments.value(kLearners).value_or(usual_learners);
  effort.seed = Seed{static_cast<std::uint64_t>(arguments.value(kLuckSeed).value_or(0))};
  effort.threads = world.threads;
  return effort;
}

Exit stopped(const Arguments& arguments, World& world) {
  if (!arguments.quiet) world.err << kStopped;
  return Exit::NotMet;
}

constexpr int kVersusCards = 1300;
constexpr int kMostVersusCards = 20'000;
constexpr double kVersusMinutes = 25;
constexpr int kMostLives = 1000;

// A life for each.
std::vector<Seed> seeds_of(const Arguments& arguments) {
  std::vector<Seed> seeds;
  if (const auto named = arguments.value(kSeeds)) {
    for (const double seed : *named) seeds.push_back(Seed{static_cast<std::uint64_t>(seed)});
    return seeds;
  }
  const int lives = arguments.value(kLearners).value_or(1);
  if (lives > kMostLives) throw UsageError(fmt::format("--versus plays {} lives at most", kMostLives));
  const auto first = static_cast<std::uint64_t>(arguments.value(kLuckSeed).value_or(1));
  for (int life = 0; life < lives; ++life) seeds.push_back(Seed{first + static_cast<std::uint64_t>(life)});
  return seeds;
}

Exit run_simulate(const Arguments& arguments, World& world) {
  if (arguments.has(kVersus)) {
    if (arguments.value(kCards).value_or(0) > kMostVersusCards)
      throw UsageError(fmt::format("--versus plays with {} cards at most", kMostVersusCards));
    VersusWish wish{arguments.value(kCards).value_or(kVersusCards), arguments.value(kMinutes).value_or(kVersusMinutes),
                    weights_of(arguments, kParameters, default_weights()), std::nullopt, arguments.value(kNoise).value_or(0), seeds_of(arguments)};
    if (arguments.has(kTruth)) wish.given = weights_of(arguments, kTruth, wish.believed);
    return run_versus(arguments, world, wish);
  }
  const Effort effort = effort_of(arguments, world, kUsualLearners);
  Run base = base_run(arguments, world);
  set_memory(arguments, base);
  std::vector<Run> runs;
  for (const double retention : arguments.value(kRetention).value_or(std::vector{base.scenario.desired_retention})) {
    runs.push_back(base);
    runs.back().scenario.desired_retention = retention;
  }
  const Interrupt interrupt;
  std::optional<std::vector<Simulation>> results;
  {
    const auto played = arguments.value(kPolicy);
    ProgressLine progress(arguments, world, "simulating");
    for (Run& run : runs)
      if (played && !played->policy && !choose_policy(run, effort.threads, {&interrupt.asked(), {}})) return stopped(arguments, world);
    results = simulate(runs, effort, {&interrupt.asked(), [&](double share) { progress.show(share); }});
  }
  if (!results) return stopped(arguments, world);
  if (arguments.json) {
    world.out << simulations_json(runs, *results);
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  world.out << (runs.size() == 1 ? simulation_screen(runs[0], (*results)[0], effort.learners, style, width)
                                 : simulations_screen(runs, *results, effort.learners, style, width));
  return Exit::Ok;
}

}  // namespace

const Command kSimulateCommand{
    .name = "simulate",
    .summary = "months of reviews played through by chance, for many learners",
    .options = {&kDays, &kCards, &kMinutes, &kPolicy, &kBasePrice, &kScreen, &kRetention, &kOrder, &kModelPlayed, &kParameters, &kTruth, &kNoise,
                &kLearners, &kLuckSeed, &kVersus, &kTruths, &kSeeds, &kSkip,
                &kRefit},
    .relations = {needs(kTruths, kVersus), needs(kSeeds, kVersus), needs(kRefit, kVersus),
                  excludes(kVersus, kDays), excludes(kVersus, kPolicy), excludes(kVersus, kBasePrice), excludes(kVersus, kScreen), excludes(kVersus, kRetention), excludes(kVersus, kOrder),
                  excludes(kSeeds, kLearners), excludes(kSeeds, kLuckSeed),
                  excludes(kTruths, kNoise, "the named truths have noise of their own; --noise goes with --truth, or alone")},
    .examples = {"starling simulate",
                 "starling simulate --cards 1290 --minutes 25 --retention 0.80,0.85,0.90,0.95",
                 "starling simulate --cards 1290 --policy final-pass --noise 0.3 --json",
                 "starling simulate --policy auto --minutes 15",
                 "starling simulate --cards 1290 --policy deadline --minutes 15 --screen 85",
                 "starling simulate --cards 1290 --policy deadline --skip 0.25",
                 "starling simulate --versus plain,half-left --cards 100 --minutes 2",
                 "starling simulate --versus plain:0.975,index --cards 100 --minutes 2 --refit 7 --learners 2"},
    .pages = true,
    .run = run_simulate};

}  // namespace starling
