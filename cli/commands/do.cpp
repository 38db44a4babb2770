// `do`: the next thing of the day, or the one that is named.
#include <ostream>

#include "cli/commands.h"
#include "cli/doing.h"
#include "cli/open_study.h"
#include "cli/practice_names.h"
#include "cli/screen.h"
#include "cli/screen/to_do.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Operand<Name> kThing{"TASK", {Offer::From::Tasks}};

Exit run_do(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Standpoint from = study->standpoint();
  const DayView day = day_view(from, study->agenda(), {});
  std::optional<ToDo> doing;
  if (const auto named = arguments.value(kThing)) {
    const Tickable what = need_tickable(*study, *named);
    if (!what.is_done()) doing = to_do(from, day, what);
    else if (!arguments.quiet) world.err << paragraph("Done before: " + what.title, text_width(world));
  } else {
    doing = next_to_do(from, day);
  }
  if (arguments.json) {
    world.out << to_do_json(doing);
    return doing ? Exit::Ok : Exit::NotMet;
  }
  if (!doing) {
    if (!arguments.has(kThing)) world.out << "Nothing is left for today.\n";
    return Exit::NotMet;
  }
  if (world.terminal) return do_it(*study, *doing, arguments, world) ? Exit::Ok : Exit::NotMet;
  world.out << to_do_screen(*doing, Style(world.colour), text_width(world));
  return Exit::Ok;
}

}  // namespace

const Command kDoCommand{.name = "do",
                         .operands = {maybe(kThing)},
                         .summary = "the next thing of the day with a clock, and logs it",
                         .examples = {"starling do", "starling do 2", "starling do --json"},
                         .run = run_do};

}  // namespace starling
