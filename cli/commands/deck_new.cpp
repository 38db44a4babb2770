// `deck new`: the file of a deck of one's own.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/edit_loop.h"
#include "cli/open_study.h"
#include "cli/unread.h"
#include "cli/wire/wire.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Text> kNewDeckId{"ID"};
constexpr Option<Text> kNewDeckTitle{"--title", "T", "in place of the id"};
constexpr Switch kEdit{"--edit", "open it in your editor"};

UsageError deck_file_taken(const TextPlace& place) { return UsageError(fmt::format("{} is there already; choose another id", place.name)); }

void need_free_id(const Study& study, const std::string& id, const TextPlace& place) {
  if (!is_kebab(id)) {
    const std::string better = kebab(id);
    throw UsageError(fmt::format("deck id '{}' must be lower-case words joined by '-'{}", id,
                                 better.empty() ? "" : fmt::format(", such as '{}'", better)));
  }
  if (is_reserved_deck(id)) throw UsageError(fmt::format("'{0}' is kept for what is in no deck of a file; take another, such as '{0}-cards'", id));
  if (const DeckHead* head = study.library().deck_head(id))
    throw UsageError(fmt::format("there is a deck '{}' already, in {}; choose another id", id, head->file));
  refuse_unread_item(study.library(), id);
  if (read_file(place.path, 1).fault != FileFault::Missing) throw deck_file_taken(place);
}

Exit run_deck_new(const Arguments& arguments, World& world) {
  if (arguments.has(kEdit) && !arguments.json) need_editor(world);
  const auto study = open_study(arguments, world);
  const std::string id = arguments.operand(kNewDeckId);
  const std::string file = id + ".toml";
  EditPlace at{{study->folder().decks() / file, "decks/" + file, 1}, false, {}, ""};
  need_free_id(*study, id, at.place);
  make_folder(study->folder().decks());
  study->folder().put_schemas();
  const std::string text = new_deck_text(id, arguments.value(kNewDeckTitle).value_or(""));
  if (!write_new_file(at.place.path, text)) throw deck_file_taken(at.place);
  const std::string said = fmt::format("Made {}. Cards for it: starling card add {}", at.place.path.string(), id);
  if (arguments.json)
    world.out << edited_json(id, at.place, true, said, {});
  else
    world.out << paragraph(said, text_width(world));
  if (!arguments.has(kEdit) || arguments.json) return Exit::Ok;
  at.before = text;
  world.out.flush();
  const Exit end = finish_edit(world, arguments, *study, edit_place(world, study->library(), std::move(at)), id);
  return end == Exit::NotMet ? Exit::Ok : end;
}

}  // namespace

const Command kDeckNewCommand{.name = "deck new",
                              .operands = {one(kNewDeckId)},
                              .summary = "the file of a deck of your own, with an example of each kind of card",
                              .options = {&kNewDeckTitle, &kEdit},
                              .examples = {"starling deck new mine --title \"What I keep forgetting\"",
                                           "starling deck new mine --edit"},
                              .run = run_deck_new};

}  // namespace starling
