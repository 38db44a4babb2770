// `today`: the day on one screen.
#include <ostream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/screen/day.h"
#include "cli/terminal/terminal.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Exit run_today(const Arguments& arguments, World& world) {
  const bool begins = begin_where_none(arguments, world);
  const auto study = open_study(arguments, world);
  const Standpoint from = study->standpoint();
  const Agenda agenda = study->agenda();
  const DayView view = day_view(from, agenda, study->problems());
  if (arguments.json) {
    world.out << to_json(view, cards_asked(from, agenda), study->rule());
    if (begins) tell_beginning(*study, arguments, world);
    return Exit::Ok;
  }
  const int width = text_width(world);
  world.out << day_screen(view, Style(world.colour), width, is_low(world)) << std::flush;
  // Last, so that it does not scroll away.
  if (begins) tell_beginning(*study, arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kTodayCommand{.name = "today",
                            .summary = "the day: tasks, what is due, which story to tell",
                            .examples = {"starling today", "starling today --date 2026-12-22", "starling today --json"},
                            .run = run_today};

}  // namespace starling
