// `today`: the day on one screen.
#include <fmt/format.h>

#include <ostream>
#include <utility>

#include "cli/commands.h"
#include "cli/lost_items.h"
#include "cli/open_study.h"
#include "cli/screen/day.h"
#include "cli/terminal/terminal.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

// Cards that are not asked since they are nowhere to be read.
void add_lost(DayView& view, const Study& study) {
  if (const Problem* problem = unreadable_decks(study.problems()))
    view.notices.push_back({"unreadable", fmt::format("{}: {}.", problem->file, problem->text)});
  if (std::string lost = lost_sentence(lost_items(study.states(), study.library(), study.store().names())); !lost.empty())
    view.notices.push_back({"lost", std::move(lost)});
  if (std::string newer = newer_history_sentence(study); !newer.empty()) view.notices.push_back({"newer", std::move(newer)});
}

Exit run_today(const Arguments& arguments, World& world) {
  const bool begins = begin_where_none(arguments, world);
  const auto study = open_study(arguments, world);
  tell_given_up(*study, arguments, world);
  const Standpoint from = study->standpoint();
  const Agenda agenda = study->agenda();
  DayView view = day_view(from, agenda, study->problems());
  add_lost(view, *study);
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
