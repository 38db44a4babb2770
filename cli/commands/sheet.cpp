// `sheet`: one page for the eve of the interview.
#include "cli/screen/sheet.h"

#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/handing_out.h"
#include "cli/open_study.h"
#include "cli/page/sheet.h"
#include "cli/principle_name.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Option<PrincipleName> kOfPrinciple{"--principle", "P", "only this one, every story that is told for it; id or code"};

Exit run_sheet(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  SheetView view = sheet_view(study->standpoint(), arguments.value(kOfPrinciple));
  if (arguments.json) {
    world.out << to_json(view);
    return Exit::Ok;
  }
  Handout handout(study->library().stories(), !arguments.has(kUnmasked));
  handout.prepare(view);
  if (arguments.value(kFormat) == "md") {
    world.out << sheet_markdown(view);
  } else if (arguments.value(kFormat) == "html") {
    world.out << sheet_page(view);
  } else {
    world.out << sheet_screen(view, Style(world.colour), text_width(world));
  }
  tell_handout(handout.remarks(), arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kSheetCommand{.name = "sheet",
                            .summary = "one page for the eve: openings and figures by principle",
                            .options = {&kOfPrinciple, &kFormat, &kUnmasked},
                            .examples = {"starling sheet", "starling sheet --principle OW", "starling sheet --format html > sheet.html"},
                            .pages = true,
                            .run = run_sheet};

}  // namespace starling
