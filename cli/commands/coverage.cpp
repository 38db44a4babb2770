// `coverage`: which Leadership Principles the stories cover, or the plan's story slots would.
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/screen/coverage.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 3> kSources{"seed", "sibling", "starling"};
constexpr Switch kWhy{"--why", "what month 4's goal still asks for, point by point"};
constexpr Switch kPlanned{"--planned", "over the story slots of the plan"};
constexpr Option<Choice<std::string_view>> kSource{
    "--source", "SOURCE", "with --planned: only slots of seed, sibling or starling", {kSources}};

Exit run_coverage(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Standpoint from = study->standpoint();
  const CoverageView view =
      arguments.has(kPlanned) ? planned_coverage_view(from, arguments.value(kSource)) : coverage_view(from);
  if (arguments.has(kWhy) && !arguments.json) {
    world.out << coverage_why_screen(view, Style(world.colour), text_width(world));
    return view.coverage.gate_passed ? Exit::Ok : Exit::NotMet;
  }
  world.out << (arguments.json ? to_json(view)
                               : coverage_screen(view, Style(world.colour), text_width(world), is_low(world)));
  return Exit::Ok;
}

}  // namespace

const Command kCoverageCommand{.name = "coverage",
                               .summary = "which Leadership Principles your stories cover",
                               .options = {&kWhy, &kPlanned, &kSource},
                               .relations = {needs(kSource, kPlanned)},
                               .examples = {"starling coverage", "starling coverage --why", "starling coverage --planned --source seed"},
                               .pages = true,
                               .run = run_coverage};

}  // namespace starling
