// `gates` and `weak`: what the plan wants reached, and where the learner is furthest from it.
#include <ostream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/screen/gates.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Option<Whole> kMonth{"--month", "N", "only of month N", {1, 99}};

Exit run_gates(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const auto month = arguments.value(kMonth);
  if (const int months = study->timeline().plan().months.back().number; month && *month > months)
    throw UsageError("--month goes from 1 to " + std::to_string(months) + ", not " + std::to_string(*month));
  const GatesView view = gates_view(study->standpoint(), month);
  world.out << (arguments.json ? to_json(view) : gates_screen(view, Style(world.colour), text_width(world)));
  return view.any_missed() ? Exit::NotMet : Exit::Ok;
}

Exit run_weak(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const WeakView view = weak_view(study->standpoint());
  world.out << (arguments.json ? to_json(view) : weak_screen(view, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

}  // namespace

const Command kGatesCommand{.name = "gates",
                            .summary = "what each month should reach, and what shows it; exit 1 where missed",
                            .options = {&kMonth},
                            .examples = {"starling gates", "starling gates --month 2"},
                            .pages = true,
                            .run = run_gates};

const Command kWeakCommand{.name = "weak",
                           .summary = "what is furthest from its target, and minutes to move there",
                           .examples = {"starling weak"},
                           .pages = true,
                           .run = run_weak};

}  // namespace starling
