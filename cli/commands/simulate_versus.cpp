#include "cli/commands/simulate_versus.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/interrupt.h"
#include "cli/open_study.h"
#include "cli/progress.h"
#include "cli/screen/contest.h"
#include "cli/wire/contest.h"

namespace starling {

namespace {

constexpr std::string_view kEntrantExamples = "plain:0.975, final-pass:0.95, half-left:0.9, r-of-t:0.91/0.985/16, ssp-mmc:730, index:2e-4";

std::vector<Nature> natures_of(const Arguments& arguments, const VersusWish& wish) {
  std::vector<Nature> natures;
  for (const std::string_view name : arguments.value(kTruths).value_or(std::vector<std::string_view>{})) {
    natures.push_back(*nature_named(name));
    if (name == "model") natures.back().weights = wish.believed;
  }
  if (wish.given)
    natures.push_back(nature_of("given", *wish.given, wish.noise));
  else if (natures.empty())
    natures.push_back(nature_of("model", wish.believed, wish.noise));
  return natures;
}

}  // namespace

Entrants::Value Entrants::read(std::string_view what, std::string_view word) const {
  Value entrants;
  for (const std::string_view part : between_commas(word)) {
    if (const auto entrant = parse_entrant(part)) {
      entrants.push_back(*entrant);
      continue;
    }
    const std::size_t colon = part.find(':');
    if (colon != part.npos && parse_contestant(part.substr(0, colon)))
      throw UsageError(fmt::format("{}: '{}' is set otherwise: {}", what, part, kEntrantExamples));
    refuse_word(what, part, offer().words);
  }
  return entrants;
}

Offer Entrants::offer() const {
  Offer offer{Offer::From::Words, {}, true};
  for (const Contestant contestant : kContestants) offer.words.emplace_back(to_string(contestant));
  return offer;
}

Exit run_versus(const Arguments& arguments, World& world, const VersusWish& wish) {
  Contest contest;
  contest.course = interview_course(wish.cards, wish.minutes);
  contest.course.believed = wish.believed;
  contest.entrants = *arguments.value(kVersus);
  contest.natures = natures_of(arguments, wish);
  contest.seeds = wish.seeds;
  contest.refit_days = arguments.value(kRefit);
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
    world.out << contest_json(contest, *result);
  else
    world.out << contest_screen(contest, *result, Style(world.colour), text_width(world));
  return Exit::Ok;
}

}  // namespace starling
