#include "cli/commands/simulate_versus.h"

#include "cli/interrupt.h"
#include "cli/open_study.h"
#include "cli/progress.h"
#include "cli/screen/contest.h"
#include "cli/wire/contest.h"

namespace starling {

namespace {

std::vector<Nature> natures_of(const Arguments& arguments, const std::optional<Weights>& given) {
  std::vector<Nature> natures;
  const auto named = arguments.value(kTruths);
  if (named)
    for (const std::string_view name : *named) natures.push_back(*nature_named(name));
  else if (!given)
    natures.push_back(*nature_named("model"));
  if (given) {
    if (!given->fsrs6()) throw UsageError("--versus plays by fsrs-6; --truth takes its 21 weights");
    natures.push_back(nature_of("given", *given));
  }
  return natures;
}

}  // namespace

Exit run_versus(const Arguments& arguments, World& world, int cards, double minutes, const std::optional<Weights>& given) {
  Contest contest;
  contest.course = interview_course(cards, minutes);
  contest.contestants = *arguments.value(kVersus);
  contest.natures = natures_of(arguments, given);
  for (const double seed : arguments.value(kSeeds).value_or(std::vector{1.0}))
    contest.seeds.push_back(Seed{static_cast<std::uint64_t>(seed)});
  contest.refit = arguments.has(kRefit);
  contest.skip = arguments.value(kSkip).value_or(0);
  contest.threads = world.threads;
  const Interrupt interrupt;
  contest.stop = &interrupt.asked();
  std::optional<ContestResult> result;
  {
    ProgressLine progress(arguments, world, "simulating");
    contest.progress = [&](double share) { progress.show(share); };
    result = play(contest);
  }
  if (!result) {
    if (!arguments.quiet) world.err << kStopped;
    return Exit::NotMet;
  }
  if (arguments.json)
    world.out << contest_json(*result);
  else
    world.out << contest_screen(contest, *result, Style(world.colour), text_width(world));
  return Exit::Ok;
}

}  // namespace starling
