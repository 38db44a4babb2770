// `card rename`: another id for a card or a deck, and its history goes on under it.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/wire/wire.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Name> kOld{"OLD", {Offer::From::Items}};
constexpr Operand<Name> kNew{"NEW", {Offer::From::Items}};

// Ids that have a history or a text: what somebody may have meant.
std::vector<std::string> known_ids(const Study& study) {
  std::vector<std::string> ids;
  for (const auto& [item, state] : study.states()) ids.emplace_back(item.whole());
  for (const Item& item : study.library().items()) ids.emplace_back(item.id.whole());
  return ids;
}

std::string sentence(const Renaming& renaming, const std::string& from, const std::string& to) {
  std::string text = fmt::format("Renamed {} to {}", from, to);
  if (renaming.file) text += " in " + renaming.file->name;
  if (!renaming.has_history && renaming.moves.empty()) return text + "; it has no history yet.";
  text += !renaming.has_history ? "; it has no history yet"
          : renaming.answers == 0 ? ": what was suspended, flagged or buried goes on"
                                : fmt::format(": {} {} on", counted(renaming.answers, "answer"), renaming.answers == 1 ? "goes" : "go");
  if (renaming.answers_there > 0) text += fmt::format(" with the {} that it has", renaming.answers_there);
  text += ". Take it back: starling undo";
  return renaming.file ? text + fmt::format(" (the id in {} stays)", renaming.file->name) : text;
}

Exit run_card_rename(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::string from = arguments.operand(kOld);
  std::string to = arguments.operand(kNew);
  const Renaming renaming = plan_renaming(*study, from, to);
  if (!renaming.refused.empty()) {
    const std::vector<std::string> ids = known_ids(*study);
    if (!renaming.refused.ends_with("has no history")) throw UsageError(renaming.refused);
    const bool is_there = std::ranges::find(ids, from) != ids.end();
    throw UsageError(renaming.refused + (is_there ? fmt::format(" that could go on under '{}'", to) : near_ones(from, ids)));
  }
  if (const auto slash = from.find('/'); slash != from.npos && to.find('/') == to.npos) to = from.substr(0, slash + 1) + to;
  const auto deed = carry_out(*study, renaming);
  tell_remarks(*study, arguments, world);
  if (arguments.json)
    world.out << renamed_json(renaming.moves, deed, renaming.file ? renaming.file->path.string() : "");
  else
    world.out << paragraph(sentence(renaming, from, to), text_width(world));
  return Exit::Ok;
}

}  // namespace

const Command kCardRenameCommand{.name = "card rename",
                                 .operands = {one(kOld), one(kNew)},
                                 .summary = "another id for a card or a deck: its history goes on under it",
                                 .examples = {"starling card rename mine/lease mine/lease-term",
                                              "starling card rename mine/lease locks/lease", "starling card rename mine locks"},
                                 .run = run_card_rename};

}  // namespace starling
