// `card show`, `card edit`: one card with its text, and its text in the editor.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/edit_loop.h"
#include "cli/open_study.h"
#include "cli/screen/whole_card.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Operand<Name> kCard{"CARD", {Offer::From::Items}};

WholeCard need_card(const Study& study, const std::string& named) {
  if (auto whole = whole_card(study.library(), named)) return *std::move(whole);
  const ItemId item = need_schedules(study, named).front();  // refuses what is not there
  throw UsageError(fmt::format("'{}' is no card", item.text()));
}

Exit run_card_show(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const WholeCard whole = need_card(*study, arguments.operand(kCard));
  world.out << (arguments.json ? whole_card_json(whole)
                               : whole_card_screen(whole, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

Exit run_card_edit(const Arguments& arguments, World& world) {
  need_editor(world);
  const auto study = open_study(arguments, world);
  const std::string& named = arguments.operand(kCard);
  if (const auto unread = whole_card(study->library(), named) ? std::nullopt : why_unread(study->library(), named))
    return finish_edit(world, arguments, *study, edit_place(world, study->library(), place_to_mend(study->folder(), *unread)), named);
  const WholeCard whole = need_card(*study, named);
  const std::string id = whole.deck->id + "/" + whole.card->id;
  return finish_edit(world, arguments, *study, edit_card(world, study->library(), whole.items.front()), id);
}

}  // namespace

const Command kCardShowCommand{.name = "card show",
                               .operands = {one(kCard)},
                               .summary = "one card: its text, answers and options, and where it lies",
                               .examples = {"starling card show aws-s3/s3-slow-down"},
                               .run = run_card_show};

const Command kCardEditCommand{.name = "card edit",
                               .operands = {one(kCard)},
                               .summary = "a card in your editor; of a shipped one a version of your own is made",
                               .examples = {"starling card edit aws-s3/s3-slow-down"},
                               .run = run_card_edit};

}  // namespace starling
