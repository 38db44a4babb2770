// `card flag`, `card unflag`: a card that is unclear or wrong.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/flagging.h"
#include "cli/open_study.h"
#include "cli/practice_names.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Operand<Text> kFlagNote{"NOTE"};

// All schedules of the card, whichever of them was named: it is the text that is flagged.
std::vector<ItemId> need_whole_card(const Study& study, const std::string& named) {
  const ItemId first = need_schedules(study, named).front();
  if (first.kind() != ItemKind::Card) throw UsageError(fmt::format("'{}' is no card; cards alone are flagged", named));
  return need_schedules(study, std::string(card_of(first)));
}

Exit run_card_flag(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::vector<ItemId> items = need_whole_card(*study, arguments.operand(kItem));
  const std::string card(card_of(items.front()));
  const Flagging done = study->flag(items, joined_words(arguments.operands(kFlagNote)));
  tell_remarks(*study, arguments, world);
  if (arguments.json)
    world.out << flagging_json(done, card, items);
  else
    world.out << card << ": " << flag_sentence(done) << " All of them: starling deck check --flags\n";
  return Exit::Ok;
}

Exit run_card_unflag(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::vector<ItemId> items = need_whole_card(*study, arguments.operand(kItem));
  const std::string card(card_of(items.front()));
  if (study->flags_on(items.front()).empty()) throw UsageError(fmt::format("'{}' is not flagged; those that are: starling deck check --flags", card));
  const Deed deed = study->unflag(items);
  tell_remarks(*study, arguments, world);
  const ItemState state = study->state(items.front());
  if (arguments.json)
    world.out << flagging_json({deed, 0, state.suspended}, card, items);
  else
    world.out << card << ": its flags are taken off" << (state.suspended ? "; it is still suspended" : "") << ". Take it back: starling undo\n";
  return Exit::Ok;
}

}  // namespace

const Command kCardFlagCommand{.name = "card flag",
                               .operands = {one(kItem), any(kFlagNote)},
                               .summary = "mark a card as unclear or wrong; twice suspends it",
                               .examples = {"starling card flag aws-s3/s3-slow-down",
                                            "starling card flag aws-s3/s3-slow-down two answers are right"},
                               .run = run_card_flag};

const Command kCardUnflagCommand{.name = "card unflag",
                                 .operands = {one(kItem)},
                                 .summary = "take the flags of a card off, and what they suspended",
                                 .examples = {"starling card unflag aws-s3/s3-slow-down"},
                                 .run = run_card_unflag};

}  // namespace starling
