// `stats`: what was done, what was recalled, and what the model had foreseen.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/screen/stats.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Option<Choice<std::string_view>> kBy{
    "--by", "SECTION", "more of one: week, age, deck, calibration or day", {kStatsSections}};
constexpr Switch kAll{"--all", "every section"};

Exit run_stats(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const StatsView numbers = stats_view(study->standpoint(), study->standing());
  if (arguments.json) {
    world.out << to_json(numbers);
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  if (const auto section = arguments.value(kBy)) {
    print_section(world.out, *section, numbers, style, width);
    return Exit::Ok;
  }
  print_essentials(world.out, numbers, style, width, is_low(world));
  if (arguments.has(kAll) && numbers.of_all.reviews > 0)
    for (const std::string_view each : kStatsSections) {
      world.out << "\n";
      print_section(world.out, each, numbers, style, width);
    }
  return Exit::Ok;
}

}  // namespace

const Command kStatsCommand{.name = "stats",
                            .summary = "what was done, what was recalled, and what the model foresaw",
                            .options = {&kBy, &kAll},
                            .relations = {excludes(kAll, kBy, "--all shows every section: leave --by out")},
                            .examples = {"starling stats", "starling stats --by calibration", "starling stats --all"},
                            .pages = true,
                            .run = run_stats};

}  // namespace starling
