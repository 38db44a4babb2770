// `why`: what is known of one item, and why it is where it is.
#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/screen/item.h"
#include "cli/terminal/terminal.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr std::size_t kHistoryShown = 10;

// As much of the history as the screen still holds, and a little in any case.
std::size_t history_room(const World& world, const std::string& top) {
  if (!world.terminal) return kHistoryShown;
  const int beside = is_low(world) ? 2 : 4;  // what is earlier and the prompt; a blank and the heading
  const auto left = world.terminal->rows() - beside - static_cast<int>(std::ranges::count(top, '\n'));
  return static_cast<std::size_t>(std::clamp(left, 1, static_cast<int>(kHistoryShown)));
}

Exit run_why(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Item& item = need_item(*study, arguments.operand(kItem));
  const Standpoint from = study->standpoint();
  const ItemView view = item_view(from, study->agenda(), item, study->preview(item), study->history_of(item.id));
  if (arguments.json) {
    world.out << to_json(view, study->rule());
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  const bool low = is_low(world);
  const std::string top = item_screen(view, from, style, width, low);
  world.out << top << history_lines(view, history_room(world, top), style, width, low);
  return Exit::Ok;
}

}  // namespace

const Command kWhyCommand{.name = "why",
                          .operands = {one(kItem)},
                          .summary = "why an item is where it is: state, dates, history",
                          .examples = {"starling why aws-s3/s3-slow-down", "starling why story/night-pages"},
                          .pages = true,
                          .run = run_why};

}  // namespace starling
