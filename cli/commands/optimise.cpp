// `optimise`: weights of the memory model fitted to a log of reviews, judged, and taken over where they predict better.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ostream>

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/open_study.h"
#include "cli/progress.h"
#include "cli/screen/fit.h"
#include "cli/wire/fit.h"
#include "source/source.h"

namespace starling {

namespace {

// Of a proposal without weights.
std::string_view why_kept(const Proposal& proposal) {
  const Score& best = proposal.candidates.front().by_time.trial.score;
  if (best.log_loss >= proposal.in_use.score.log_loss) return "predict the answers as well: they stay.";
  return proposal.candidates.front().certainty < kSureEnough
             ? "stay: the fit is better by no more than chance may give."
             : "stay: the fit has the lower log loss, but is further off group by group (bins).";
}

constexpr std::size_t kMostLogBytes = 4'000'000'000;
constexpr int kUsualThreads = 8;    // more gain little
constexpr int kRolloverOfLogs = 4;  // how other programs cut their days

constexpr Switch kApply{"--apply", "take them over and move what they move; 'undo' takes it back"};
constexpr Switch kAuto{"--auto", "as the first sitting of a week: fit, take over what foresees better, say so in a line"};
constexpr Switch kKeepDates{"--keep-dates", "with --apply: what is due stays where it is"};
constexpr Option<Choice<ModelKind>> kModelToFit{"--model", "M",
                                           "fsrs-6 or fsrs-7; without: whichever predicts better, fsrs-6 with --from",
                                           {kModelKinds, parse_model}};
constexpr Option<File> kFrom{"--from", "LOG.csv",
                             "another program's log: card_id, review_time (ms), review_rating (1-4)"};
constexpr Option<Reals> kEvaluate{"--evaluate", "LIST", "with --from: judge these weights, fit nothing", {100}};
constexpr Option<Zone> kTimeZone{"--time-zone", "ZONE", "with --from: where its days begin at four; UTC without"};
constexpr Option<Whole> kEpochs{"--epochs", "N", "passes over the log at most", {1, 1000}};
constexpr Option<Whole> kSampleSeed{"--seed", "N", "another number, another sample for the first steps",
                                    {0, 2'000'000'000}};
constexpr Option<Whole> kThreads{"--threads", "N", "all cores without; the result is the same", {1, 64}};

double seconds_now(const World& world) { return std::chrono::duration<double>(world.work_clock.now()).count(); }

// Runs `work` and adds what it took.
template <class Work>
auto timed(const World& world, double& seconds, const Work& work) {
  const double began = seconds_now(world);
  auto result = work();
  seconds += seconds_now(world) - began;
  return result;
}

FitOptions fit_options(const Arguments& arguments, const World& world, const Interrupt& interrupt) {
  FitOptions options;
  options.epochs = arguments.value(kEpochs).value_or(0);
  options.seed = static_cast<std::uint64_t>(arguments.value(kSampleSeed).value_or(2023));
  options.threads = arguments.value(kThreads).value_or(std::min(world.threads, kUsualThreads));
  options.stop = &interrupt.asked();
  return options;
}

ReviewLog read_log(const Arguments& arguments, const World& world, const std::string& path) {
  const auto text = read_file(path, kMostLogBytes);
  if (!text) throw UsageError(fmt::format("{} {}", path, text.reason));
  const Instant latest = world.clock.now() + std::chrono::days(1);
  CsvLog csv = read_log_csv(*text, latest);
  if (!csv.problem.empty())
    throw TextError({{path, static_cast<int>(csv.line), 1, "", "review-log", Severity::Error, csv.problem}});
  return make_log(std::move(csv.rows), DayRule(arguments.value(kTimeZone).value_or("UTC"), kRolloverOfLogs));
}

// Of given weights, nothing is fitted.
Exit evaluate(const Arguments& arguments, World& world, const ReviewLog& log, ModelKind kind, double read_seconds,
              const FitOptions& options) {
  const WeightsRead read = make_weights(kind, *arguments.value(kEvaluate));
  if (!read.weights) throw UsageError(fmt::format("--evaluate: {}", read.problem));
  FitSeconds seconds;
  const Items items = items_of(log);
  const TimeSplit split(log, items, options.threads);
  const WeightsJudged judged =
      timed(world, seconds.evaluate, [&] { return judge(log, items, *read.weights, options.threads); });
  const Trial trial = timed(world, seconds.time_series, [&] { return split.weights("as given", *read.weights); });
  if (arguments.json) {
    world.out << evaluated_json(log, *read.weights, judged, trial, read_seconds, seconds);
    return Exit::Ok;
  }
  const int width = text_width(world);
  const std::array others{trial, split.constant(), split.sm2()};
  world.out << log_line(log, width) << loss_lines(judged, "as given") << trial_lines({}, others, Style(world.colour), width);
  return Exit::Ok;
}

Exit too_little(const Arguments& arguments, World& world, const ReviewLog& log, ModelKind kind,
                const std::string& missing) {
  world.out << (arguments.json
                    ? too_little_json(log, kind, missing)
                    : paragraph(fmt::format("Nothing to propose yet: {}. The weights stay as they are.", missing),
                                text_width(world)));
  return Exit::Ok;
}

Proposal proposal_for(const ReviewLog& log, const ProposalOptions& options, const Arguments& arguments, World& world) {
  ProgressLine progress(arguments, world, "fitting");
  return propose(log, options, {[&] { return seconds_now(world); }, [&](double share) { progress.show(share); }});
}

Exit stopped(World& world) {
  world.err << kStopped;
  return Exit::NotMet;
}

Exit optimise_file(const Arguments& arguments, World& world, const FitOptions& options) {
  double read_seconds = 0;
  const ReviewLog log =
      timed(world, read_seconds, [&] { return read_log(arguments, world, *arguments.value(kFrom)); });
  const ModelKind kind = arguments.value(kModelToFit).value_or(ModelKind::Fsrs6);
  if (arguments.has(kEvaluate) && log.items > 0) return evaluate(arguments, world, log, kind, read_seconds, options);
  const Proposal proposal = proposal_for(log, {kind, default_weights(kind), options}, arguments, world);
  if (!proposal.missing.empty()) return too_little(arguments, world, log, kind, proposal.missing);
  if (proposal.stopped) return stopped(world);
  if (arguments.json) {
    world.out << proposal_json(log, proposal, read_seconds);
    return Exit::Ok;
  }
  const ModelCandidate& best = proposal.candidates.front();
  const Style style(world.colour);
  const int width = text_width(world);
  Trial standard = proposal.in_use;
  standard.name = "defaults";
  const std::array others{standard, proposal.constant, proposal.sm2};
  const Weights* weights = proposal.weights();
  world.out << log_line(log, width) << loss_lines(best.whole, "of the fit")
            << trial_lines(proposal.candidates, others, style, width) << calibration_lines(best.by_time.calibration, style)
            << "\n" << hanging("Weights: ", numbers_text(weights ? *weights : default_weights(kind)), width);
  if (!weights) world.out << paragraph(fmt::format("The defaults {}", why_kept(proposal)), width);
  return Exit::Ok;
}

// Answers how many dates moved.
std::size_t apply(const Arguments& arguments, World& world, Study& study, const Weights& weights,
                  const Reschedule& changes) {
  const Deed deed = study.adopt(weights, arguments.has(kKeepDates) ? std::vector<Move>{} : changes.moves);
  tell_remarks(study, arguments, world);
  return deed.events.size() - 1;
}

void print_own(World& world, const ReviewLog& log, const OwnProposal& own, ModelKind in_use_kind) {
  const Style style(world.colour);
  const int width = text_width(world);
  Trial in_use = own.proposal.in_use;
  in_use.name = fmt::format("{} in use", to_string(in_use_kind));
  const std::array others{in_use, own.proposal.constant, own.proposal.sm2};
  world.out << log_line(log, width) << "\n" << trial_lines(own.proposal.candidates, others, style, width);
  if (!own.proposal.weights()) {
    world.out << "\n" << paragraph(fmt::format("The weights in use {}", why_kept(own.proposal)), width);
    return;
  }
  if (!is_low(world)) world.out << calibration_lines(own.proposal.candidates.front().by_time.calibration, style);
  world.out << move_lines(own.changes, style, width);
  if (!is_low(world)) world.out << step_lines(own.steps, style, width);
}

std::string outcome_sentence(const Weights& weights, bool applied, std::size_t moved) {
  if (!applied)
    return fmt::format("Proposed: {} with your own weights. Take it over: starling optimise --apply", to_string(weights.kind()));
  return fmt::format("Taken over: {} with your own weights{}. 'starling undo' takes it back.", to_string(weights.kind()),
                     moved == 0 ? "" : fmt::format(", {} moved", counted(static_cast<int>(moved), "item")));
}

Exit optimise_auto(const Arguments& arguments, World& world, const FitOptions& options) {
  const auto study = open_study(arguments, world);
  RefitTask task = refit_task(*study, options.threads);
  const int relearning_steps = task.options.fit.relearning_steps;
  task.options.fit = options;
  task.options.fit.relearning_steps = relearning_steps;
  const BestFit found = [&] {
    ProgressLine progress(arguments, world, "fitting");
    return best_fit(task.log, task.options, [&](double share) { progress.show(share); });
  }();
  if (found.stopped) return stopped(world);
  const Refit refit = take_over(*study, task, found);
  tell_remarks(*study, arguments, world);
  if (refit.is_adopted) price_anew(*study, options.threads);
  world.out << (arguments.json ? refit_json(task.log, refit, study->model().weights()) : paragraph(refit_sentence(refit), text_width(world)));
  return Exit::Ok;
}

// The one model that may be proposed, where there is only one.
std::optional<ModelKind> only_model(const Arguments& arguments, const Settings& settings) {
  const auto asked = arguments.value(kModelToFit);
  if (asked && settings.model && *asked != *settings.model)
    throw UsageError(fmt::format("starling.toml says model = \"{}\": take the line out before another one is fitted",
                                 to_string(*settings.model)));
  return asked ? asked : settings.model;
}

Exit optimise_own(const Arguments& arguments, World& world, FitOptions options) {
  const auto study = open_study(arguments, world);
  const Settings& settings = study->settings();
  options.relearning_steps = static_cast<int>(settings.relearning_steps.size());
  const auto only = only_model(arguments, settings);
  const std::vector<Deed> standing = study->standing();
  double read_seconds = 0;
  // Stories are remembered in another way than cards: they are reckoned by the cards' weights and not fitted with them.
  const ReviewLog log =
      timed(world, read_seconds, [&] { return own_log(standing, study->rule(), Fitted::WithCards); });
  const Proposal proposal = proposal_for(log, {only, study->model().weights(), options}, arguments, world);
  if (!proposal.missing.empty())
    return too_little(arguments, world, log, only.value_or(study->model().kind()), proposal.missing);
  if (proposal.stopped) return stopped(world);
  const Weights* weights = proposal.weights();
  const ModelKind in_use = study->model().kind();
  const Reschedule changes = weights ? study->reschedule_by(MemoryModel(*weights)) : Reschedule{};
  const OptimalSteps steps = own_steps(standing, settings.desired_retention, study->model().weights());
  const OwnProposal own{proposal, changes, steps, weights && arguments.has(kApply)};
  const std::size_t moved = own.applied ? apply(arguments, world, *study, *weights, changes) : 0;
  if (arguments.json) {
    world.out << own_proposal_json(log, own, read_seconds);
    return Exit::Ok;
  }
  print_own(world, log, own, in_use);
  if (weights) world.out << "\n" << paragraph(outcome_sentence(*weights, own.applied, moved), text_width(world));
  return Exit::Ok;
}

Exit run_optimise(const Arguments& arguments, World& world) {
  const Interrupt interrupt;
  const FitOptions options = fit_options(arguments, world, interrupt);
  if (arguments.has(kAuto)) return optimise_auto(arguments, world, options);
  return arguments.has(kFrom) ? optimise_file(arguments, world, options) : optimise_own(arguments, world, options);
}

}  // namespace

const Command kOptimiseCommand{
    .name = "optimise",
    .also = "optimize",
    .summary = "weights of the memory model fitted to your own answers",
    .options = {&kApply, &kAuto, &kKeepDates, &kModelToFit, &kFrom, &kEvaluate, &kTimeZone, &kEpochs, &kSampleSeed, &kThreads},
    .relations = {excludes(kAuto, kApply, "--auto takes over what foresees better by itself"),
                  excludes(kAuto, kFrom, "--auto goes with your own folder, not with --from"),
                  excludes(kAuto, kModelToFit, "--auto fits all models; review.model in starling.toml names one"),
                  excludes(kApply, kFrom, "--apply goes with your own folder, not with --from"),
                  needs(kKeepDates, kApply), needs(kEvaluate, kFrom), needs(kTimeZone, kFrom)},
    .examples = {"starling optimise", "starling optimise --apply", "starling optimise --auto",
                 "starling optimise --from reviews.csv --model fsrs-7 --json"},
    .run = run_optimise};

}  // namespace starling
