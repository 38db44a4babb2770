// `simulate`: months of reviews played through for many learners.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <thread>

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/json.h"
#include "cli/minutes_bar.h"
#include "cli/open_study.h"
#include "cli/progress.h"
#include "cli/queue_orders.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kUsualLearners = 20;
constexpr int kMostDays = 3650;
constexpr std::size_t kMostRetentions = 30;
// The noise once a card, beside that of one review.
constexpr double kCardNoise = 4.0 / 3;
constexpr int kDaysOfLine = 28;

// One of the words that `values` go by; UsageError names them all.
template <class Value, std::size_t N>
Value choice(std::string_view option, const std::string& text, const std::array<Value, N>& values,
             std::optional<Value> (*parse)(std::string_view)) {
  if (const auto value = parse(text)) return *value;
  std::vector<std::string> words;
  for (const Value value : values) words.emplace_back(to_string(value));
  const std::string last = words.back();
  words.pop_back();
  throw UsageError(fmt::format("{} takes {} or {}, not '{}'", option, fmt::join(words, ", "), last, text));
}

std::vector<double> retentions_of(const Arguments& arguments, double usual) {
  const auto text = arguments.text("--retention");
  if (!text) return {usual};
  std::vector<double> list;
  for (std::size_t start = 0; start <= text->size();) {
    const std::size_t end = std::min(text->find(',', start), text->size());
    Arguments one;
    one.options["--retention"] = text->substr(start, end - start);
    list.push_back(*one.number("--retention", 0.70, 0.99));
    if (list.size() > kMostRetentions)
      throw UsageError(fmt::format("--retention takes at most {} numbers", kMostRetentions));
    start = end + 1;
  }
  return list;
}

// Weights of an option; without a model named, that which has so many of them.
Weights weights_of(const Arguments& arguments, std::string_view option, const Weights& usual) {
  std::optional<ModelKind> kind;
  if (const auto model = arguments.text("--model")) kind = choice("--model", *model, kModelKinds, parse_model);
  const auto text = arguments.text(option);
  if (!text) return kind && *kind != usual.kind ? default_weights(*kind) : usual;
  const WeightsRead read = read_weights(kind.value_or(ModelKind::Fsrs6), *text);
  if (read.weights) return *read.weights;
  if (!kind)
    if (const WeightsRead newer = read_weights(ModelKind::Fsrs7, *text); newer.weights) return *newer.weights;
  throw UsageError(fmt::format("{}: {}", option, read.problem));
}

int days_until_interview(const Study& study) {
  const int days = days_between(study.today(), study.interview());
  if (days < 1) throw UsageError("the interview is over; say how many days: --days 60");
  return std::min(days, kMostDays);
}

Run base_run(const Arguments& arguments, World& world) {
  Run run;
  const auto days = arguments.integer("--days", 1, kMostDays);
  if (const auto cards = arguments.integer("--cards", 1, 1'000'000)) {
    run.scenario = interview_scenario(*cards);
    run.scenario.days = days.value_or(run.scenario.days);
  } else {
    const auto study = open_study(arguments, world);
    run.scenario = scenario_of(*study, days ? *days : days_until_interview(*study));
    run.believed = study->model().weights();
  }
  if (const auto minutes = arguments.number("--minutes", 0.1, 1440)) run.scenario.minutes_per_day = minutes;
  if (const auto policy = arguments.text("--policy"))
    run.scenario.policy = choice("--policy", *policy, kStudyPolicies, parse_study_policy);
  if (const auto order = arguments.text("--order"))
    run.scenario.order = choice("--order", *order, kQueueOrders, parse_queue_order);
  return run;
}

void set_memory(const Arguments& arguments, Run& run) {
  const Weights believed = weights_of(arguments, "--parameters", run.believed);
  if (believed.kind != run.believed.kind && !run.scenario.known.empty())
    throw UsageError(fmt::format("this folder is reckoned by {}; another model goes with --cards",
                                 to_string(run.believed.kind)));
  run.believed = believed;
  const double noise = arguments.number("--noise", 0, 2).value_or(0);
  if (!arguments.has("--truth") && noise == 0) return;
  Truth truth{weights_of(arguments, "--truth", run.believed), noise, noise * kCardNoise};
  if (truth.weights.kind != run.believed.kind && !run.scenario.known.empty())
    throw UsageError(fmt::format("this folder is reckoned by {}; --truth of another model goes with --cards",
                                 to_string(run.believed.kind)));
  run.truth = std::move(truth);
}

Effort effort_of(const Arguments& arguments, int usual_learners) {
  Effort effort;
  effort.learners = arguments.integer("--learners", 1, 100'000).value_or(usual_learners);
  effort.seed = Seed{static_cast<std::uint64_t>(arguments.integer("--seed", 0, 2'147'483'647).value_or(0))};
  effort.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return effort;
}

Json simulation_json(const Run& run, const Simulation& result) {
  Json json = reply();
  json["policy"] = to_string(run.scenario.policy);
  json["retention"] = run.scenario.desired_retention;
  json["days"] = Json::array();
  int number = 0;
  for (const SimulatedDay& day : result.days)
    json["days"].push_back({{"day", number++}, {"reviews", rounded(day.reviews)}, {"new", rounded(day.fresh)},
                            {"minutes", rounded(day.minutes)}, {"memorised", rounded(day.memorised)}});
  json["totals"] = {{"reviews", rounded(result.reviews)},
                    {"new", rounded(result.fresh)},
                    {"minutes", rounded(result.minutes)},
                    {"mean_recall_at_end", rounded(result.mean_recall_at_end)},
                    {"lowest_decile_recall_at_end", rounded(result.lowest_decile_recall_at_end)},
                    {"most_minutes_in_a_day", rounded(result.most_minutes_in_a_day)},
                    {"mean_memorised", rounded(result.mean_memorised)},
                    {"backlog_at_end", rounded(result.backlog_at_end)},
                    {"unseen_at_end", rounded(result.unseen_at_end)}};
  return json;
}

int cards_of(const Scenario& scenario) {
  int cards = static_cast<int>(scenario.known.size());
  for (std::size_t day = 0; day < scenario.arrivals.size() && day < static_cast<std::size_t>(scenario.days); ++day)
    cards += scenario.arrivals[day];
  return cards;
}

std::string heading(const Scenario& scenario, const Effort& effort, int width) {
  std::string left = fmt::format("{}, {}", counted(cards_of(scenario), "card"), counted(scenario.days, "day"));
  if (scenario.minutes_per_day) left += fmt::format(", {:g} min a day", *scenario.minutes_per_day);
  return at_both_ends(left, counted(effort.learners, "learner"), width);
}

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

// One line for every four weeks.
void print_months(std::ostream& out, const Scenario& scenario, const Simulation& result, const Style& style, int width) {
  const int bar_width = width - 29;
  double most = scenario.minutes_per_day.value_or(0);
  struct Line {
    int first, last;
    double minutes, known;
  };
  std::vector<Line> lines;
  const int days = static_cast<int>(result.days.size());
  const int of_line = std::max(kDaysOfLine, (days + 11) / 12);
  for (int first = 0; first < days; first += of_line) {
    const int behind = std::min(first + of_line, days);
    double minutes = 0;
    for (int day = first; day < behind; ++day) minutes += result.days[static_cast<std::size_t>(day)].minutes;
    const double known = result.days[static_cast<std::size_t>(behind - 1)].memorised;
    lines.push_back({first + 1, behind, minutes / (behind - first), known});
    most = std::max(most, lines.back().minutes);
  }
  const std::string columns = fmt::format("{:9}  {:{}}  {:>8}{:>7}", "days", "min a day", bar_width, "", "known");
  out << "\n" << style.accent(columns) << "\n";
  for (const Line& line : lines)
    out << fmt::format("{:9}  {}  {:>8.1f}{:>7.0f}\n", fmt::format("{}-{}", line.first, line.last),
                       minutes_bar(line.minutes, scenario.minutes_per_day, most, bar_width), line.minutes, line.known);
}

void print_one(std::ostream& out, const Run& run, const Simulation& result, const Effort& effort, const Style& style,
               int width) {
  const Scenario& scenario = run.scenario;
  out << style.bold(heading(scenario, effort, width)) << "\n"
      << hanging("Policy     ", fmt::format("{}, at {:g} % recall", to_string(scenario.policy),
                                           100 * scenario.desired_retention), width)
      << hanging("Time       ", fmt::format("{:.1f} h, most {:.0f} min a day", result.minutes / 60,
                                           result.most_minutes_in_a_day), width)
      << hanging("Asked      ", fmt::format("{:.0f} reviews, {:.0f} new cards", result.reviews, result.fresh), width)
      << hanging("At the end ", fmt::format("{}, worst tenth {}", percent(result.mean_recall_at_end),
                                           percent(result.lowest_decile_recall_at_end)), width)
      << hanging("Left over  ", fmt::format("{:.0f} due, {:.0f} not begun", result.backlog_at_end,
                                            result.unseen_at_end), width);
  print_months(out, scenario, result, style, width);
}

void print_all(std::ostream& out, std::span<const Run> runs, std::span<const Simulation> results, const Effort& effort,
               const Style& style, int width) {
  const Scenario& scenario = runs.front().scenario;
  out << style.bold(heading(scenario, effort, width)) << "\n"
      << style.dim(fmt::format("Policy {}", to_string(scenario.policy))) << "\n\n";
  const bool wide = width >= 64;
  out << style.accent(wide ? "aimed at    hours   reviews   recall   worst tenth   most a day   left over"
                           : "aim    hours  recall  worst  most  left") << "\n";
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Simulation& r = results[i];
    const std::string aim = fmt::format("{:g} %", 100 * runs[i].scenario.desired_retention);
    out << (wide ? fmt::format("{:>8}  {:>7.1f}  {:>8.0f}  {:>7}  {:>12}  {:>7.0f} min  {:>10.0f}", aim, r.minutes / 60,
                               r.reviews, percent(r.mean_recall_at_end), percent(r.lowest_decile_recall_at_end),
                               r.most_minutes_in_a_day, r.backlog_at_end)
                 : fmt::format("{:6} {:>5.1f}  {:>6.1f}  {:>5.1f}  {:>4.0f}  {:>4.0f}", aim, r.minutes / 60,
                               100 * r.mean_recall_at_end, 100 * r.lowest_decile_recall_at_end, r.most_minutes_in_a_day,
                               r.backlog_at_end))
        << "\n";
  }
}

Exit stopped(const Arguments& arguments, World& world) {
  if (!arguments.quiet) world.err << kStopped;
  return Exit::NotMet;
}

Exit compare_orders(const Arguments& arguments, World& world) {
  for (const auto& [option, value] : arguments.options)
    if (option != "--compare-orders" && option != "--learners" && option != "--seed")
      throw UsageError(fmt::format("--compare-orders goes with --learners and --seed only, not with {}", option));
  if (arguments.json) throw UsageError("--compare-orders prints Markdown; it has no --json");
  const Effort effort = effort_of(arguments, kLearnersOfOrders);
  const Interrupt interrupt;
  std::optional<std::string> page;
  {
    ProgressLine progress(arguments, world, "simulating");
    page = queue_order_page(effort, {&interrupt.asked(), [&](double share) { progress.show(share); }});
  }
  if (!page) return stopped(arguments, world);
  world.out << *page;
  return Exit::Ok;
}

}  // namespace

Exit run_simulate(const Arguments& arguments, World& world) {
  if (arguments.has("--compare-orders")) return compare_orders(arguments, world);
  const Effort effort = effort_of(arguments, kUsualLearners);
  Run base = base_run(arguments, world);
  set_memory(arguments, base);
  std::vector<Run> runs;
  for (const double retention : retentions_of(arguments, base.scenario.desired_retention)) {
    runs.push_back(base);
    runs.back().scenario.desired_retention = retention;
  }
  const Interrupt interrupt;
  std::optional<std::vector<Simulation>> results;
  {
    ProgressLine progress(arguments, world, "simulating");
    results = simulate(runs, effort, {&interrupt.asked(), [&](double share) { progress.show(share); }});
  }
  if (!results) return stopped(arguments, world);
  if (arguments.json) {
    Json json = reply();
    if (runs.size() == 1)
      json = simulation_json(runs[0], (*results)[0]);
    else
      for (std::size_t i = 0; i < runs.size(); ++i) json["runs"].push_back(simulation_json(runs[i], (*results)[i]));
    write_json(world.out, json);
    return Exit::Ok;
  }
  const Style style(world.colour);
  if (runs.size() == 1)
    print_one(world.out, runs[0], (*results)[0], effort, style, text_width(world));
  else
    print_all(world.out, runs, *results, effort, style, text_width(world));
  return Exit::Ok;
}

}  // namespace starling
