// `card suspend`, `card unsuspend`, `card bury`: putting single items away.
#include <algorithm>
#include <optional>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

struct PuttingAway {
  std::string_view done;     // "Suspended"
  std::string_view already;  // "suspended already"
  Deed (Study::*work)(const std::vector<ItemId>&);
  bool (*is_done)(const ItemState& state, Day today);
};

Exit change(const Arguments& arguments, World& world, const PuttingAway& what) {
  const auto study = open_study(arguments, world);
  const std::string named = arguments.operand(kItem);
  const std::vector<ItemId> items = need_schedules(*study, named);
  const Day today = study->now().day;
  const bool already = std::ranges::all_of(items, [&](const ItemId& item) { return what.is_done(study->state(item), today); });
  const std::optional<Deed> deed = already ? std::nullopt : std::optional(((*study).*what.work)(items));
  tell_remarks(*study, arguments, world);
  if (arguments.json) {
    world.out << put_away_json(deed, named, items, study->state(items.front()));
    return Exit::Ok;
  }
  if (already) {
    world.out << named << " is " << what.already << ".\n";
    return Exit::Ok;
  }
  world.out << what.done << ": " << named;
  if (items.size() > 1) world.out << " with its " << items.size() << " schedules";
  world.out << ". Take it back: starling undo\n";
  return Exit::Ok;
}

Exit run_card_suspend(const Arguments& arguments, World& world) {
  return change(arguments, world, {"Suspended", "suspended already", &Study::suspend, [](const ItemState& state, Day) { return state.suspended; }});
}
Exit run_card_unsuspend(const Arguments& arguments, World& world) {
  return change(arguments, world, {"Unsuspended", "not suspended", &Study::unsuspend, [](const ItemState& state, Day) { return !state.suspended; }});
}
Exit run_card_bury(const Arguments& arguments, World& world) {
  return change(arguments, world, {"Buried until tomorrow", "buried already", &Study::bury_until_tomorrow,
                                   [](const ItemState& state, Day today) { return state.buried_until && *state.buried_until > today; }});
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
