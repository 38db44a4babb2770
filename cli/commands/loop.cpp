// `loop` and `loop sheet`: which story goes to which interviewer.
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/handing_out.h"
#include "cli/open_study.h"
#include "cli/page/loop.h"
#include "cli/round_name.h"
#include "cli/screen/loop.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Operand<Name> kRoundOfSheet{"ROUND", {Offer::From::Rounds}};

Exit run_loop(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  LoopView view = loop_view(study->standpoint());
  const auto format = arguments.value(kFormat).value_or("text");
  if (arguments.json || format == "text") {
    world.out << (arguments.json ? to_json(view) : loop_screen(view, Style(world.colour), text_width(world)));
    return Exit::Ok;
  }
  Handout handout(study->library().stories(), !arguments.has(kUnmasked));
  handout.prepare(view);
  world.out << (format == "md" ? loop_markdown(view) : loop_page(view));
  tell_handout(handout.remarks(), arguments, world);
  return Exit::Ok;
}

Exit run_loop_sheet(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const LoopView loop = loop_view(study->standpoint());
  std::vector<Round> rounds;
  for (const LoopRound& each : loop.rounds) rounds.push_back(each.round);
  RoundSheetView view = round_sheet_view(loop, loop.rounds[need_round(rounds, arguments.operand(kRoundOfSheet))]);
  if (arguments.json) {
    world.out << to_json(view);
    return Exit::Ok;
  }
  Handout handout(study->library().stories(), !arguments.has(kUnmasked));
  handout.prepare(view);
  if (arguments.value(kFormat) == "md") {
    world.out << round_sheet_markdown(view);
  } else if (arguments.value(kFormat) == "html") {
    world.out << round_sheet_page(view);
  } else {
    world.out << round_sheet_screen(view, Style(world.colour), text_width(world));
  }
  tell_handout(handout.remarks(), arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kLoopCommand{.name = "loop",
                           .summary = "the rounds of the interview: which story goes to which",
                           .options = {&kFormat, &kUnmasked},
                           .examples = {"starling loop", "starling loop --format html > loop.html"},
                           .pages = true,
                           .run = run_loop};

const Command kLoopSheetCommand{.name = "loop sheet",
                                .operands = {one(kRoundOfSheet)},
                                .summary = "one page for one interviewer, to print",
                                .options = {&kFormat, &kUnmasked},
                                .examples = {"starling loop sheet bar-raiser", "starling loop sheet bar-raiser --format html > bar-raiser.html"},
                                .pages = true,
                                .run = run_loop_sheet};

}  // namespace starling
