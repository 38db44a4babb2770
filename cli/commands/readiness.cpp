// `readiness`: what will be known on the day of the interview.
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/handing_out.h"
#include "cli/interrupt.h"
#include "cli/open_study.h"
#include "cli/page/readiness.h"
#include "cli/progress.h"
#include "cli/screen/readiness.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Switch kAsPage{"--html", "a page to print, with the path drawn"};

// Nothing when it was stopped.
std::optional<ReadinessView> foreseen(Study& study, int threads, const Interrupt& interrupt, ProgressLine& progress) {
  constexpr double kShareOfWays = 0.4;
  PricesSought sought;  // both play the learner's own days
  if (const auto task = study.guard_task()) {
    auto guard = foresee_ways(*task, threads, {&interrupt.asked(), [&](double share) { progress.show(kShareOfWays * share); }}, &sought);
    if (!guard) return std::nullopt;
    study.keep(*std::move(guard));
  }
  return readiness_of(study, threads,
                      {&interrupt.asked(), [&](double share) { progress.show(kShareOfWays + (1 - kShareOfWays) * share); }}, &sought);
}

std::string readiness_text(const ReadinessView& view, const Arguments& arguments, World& world) {
  if (arguments.json) return to_json(view);
  return readiness_screen(view, Style(world.colour), text_width(world));
}

Exit run_readiness(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const int left = study->timeline().days_left(study->now().day);
  if (left < 1) {
    put_remark(world, left == 0 ? "The interview is today: there are no minutes left to reckon with. The day: starling today"
                                : "The interview is over; a new date: starling init --start DATE --interview DATE");
    return Exit::NotMet;
  }
  const Interrupt interrupt;
  std::optional<ReadinessView> view;
  {
    ProgressLine progress(arguments, world, "simulating");
    view = foreseen(*study, world.threads, interrupt, progress);
  }
  if (!view) {
    if (!arguments.quiet) world.err << kStopped;
    return Exit::NotMet;
  }
  if (arguments.has(kAsPage)) {
    Handout handout(study->library().stories(), !arguments.has(kUnmasked));
    handout.prepare(*view);
    world.out << readiness_page(*view);
    tell_handout(handout.remarks(), arguments, world);
  } else {
    world.out << readiness_text(*view, arguments, world);
  }
  return Exit::Ok;
}

}  // namespace

const Command kReadinessCommand{.name = "readiness",
                                .summary = "what you will know on the day of the interview",
                                .options = {&kAsPage, &kUnmasked},
                                .relations = {excludes(kAsPage, kJson), needs(kUnmasked, kAsPage)},
                                .examples = {"starling readiness", "starling readiness --json", "starling readiness --html > readiness.html"},
                                .pages = true,
                                .run = run_readiness};

}  // namespace starling
