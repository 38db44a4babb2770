// `card suspend`, `card unsuspend`, `card bury`: putting single items away.
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

using PutAway = Deed (Study::*)(const std::vector<ItemId>&);

Exit change(const Arguments& arguments, World& world, std::string_view verb, PutAway work) {
  const auto study = open_study(arguments, world);
  const std::string named = arguments.operand(kItem);
  const std::vector<ItemId> items = need_schedules(*study, named);
  const Deed deed = ((*study).*work)(items);
  tell_remarks(*study, arguments, world);
  if (arguments.json) {
    world.out << put_away_json(deed, named, items, study->state(items.front()));
    return Exit::Ok;
  }
  world.out << verb << ": " << named;
  if (items.size() > 1) world.out << " with its " << items.size() << " schedules";
  world.out << ". Take it back: starling undo\n";
  return Exit::Ok;
}

Exit run_card_suspend(const Arguments& arguments, World& world) {
  return change(arguments, world, "Suspended", &Study::suspend);
}
Exit run_card_unsuspend(const Arguments& arguments, World& world) {
  return change(arguments, world, "Unsuspended", &Study::unsuspend);
}
Exit run_card_bury(const Arguments& arguments, World& world) {
  return change(arguments, world, "Buried until tomorrow", &Study::bury_until_tomorrow);
}

}  // namespace

const Command kCardSuspendCommand{.name = "card suspend",
                                  .operands = {one(kItem)},
                                  .summary = "stop asking an item or a whole card",
                                  .examples = {"starling card suspend aws-s3/s3-slow-down"},
                                  .run = run_card_suspend};

const Command kCardUnsuspendCommand{.name = "card unsuspend",
                                    .operands = {one(kItem)},
                                    .summary = "ask a suspended item or card again",
                                    .examples = {"starling card unsuspend aws-s3/s3-slow-down"},
                                    .run = run_card_unsuspend};

const Command kCardBuryCommand{.name = "card bury",
                               .operands = {one(kItem)},
                               .summary = "put an item away until tomorrow",
                               .examples = {"starling card bury aws-s3/s3-slow-down"},
                               .run = run_card_bury};

}  // namespace starling
