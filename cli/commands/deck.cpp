// `deck list`, `deck check`, `deck show`.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/screen/decks.h"
#include "cli/wire/wire.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<File> kFile{"FILE"};
constexpr Operand<Name> kDeck{"DECK", {Offer::From::Decks}};

Exit run_deck_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const auto rows = deck_rows(study->standpoint(), study->agenda());
  world.out << (arguments.json ? decks_json(rows) : decks_screen(rows, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

std::vector<NamedText> texts_of(const std::vector<std::string>& files) {
  std::vector<NamedText> texts;
  for (const std::string& file : files) {
    FileText text = read_file(file, kMaxTomlBytes);
    if (!text) throw UsageError(fmt::format("{} {}", file, text.reason));
    texts.push_back({file, *std::move(text.text)});
  }
  return texts;
}

// As the settings name it; the usual one where they cannot be read.
std::string plan_of(const StudyFolder& folder) {
  const FileText text = read_file(folder.settings(), kMaxTomlBytes);
  const SettingsFile file = read_settings(text.text.value_or(""), "starling.toml");
  return file.settings.value_or(Settings{}).plan;
}

Exit run_deck_check(const Arguments& arguments, World& world) {
  // Nothing is taken from what was kept of an earlier reading, and no study folder is made.
  Store nothing_kept({});
  const StudyFolder folder(study_home(world));
  const Library library(folder, ContentFolder(world.content), plan_of(folder), Settings{}.target_seconds, nothing_kept);
  const auto files = arguments.operands(kFile);
  const auto problems = files.empty() ? check_everything(library) : check_decks(texts_of(files), library);
  if (arguments.json) {
    world.out << problems_json(problems);
  } else {
    for (const Problem& problem : problems) world.out << shown(to_line(problem)) << '\n';
    if (problems.empty())
      world.out << fmt::format("{}: nothing wrong.\n",
                               files.empty() ? counted(static_cast<int>(library.decks().size()), "deck")
                                             : counted(static_cast<int>(files.size()), "file"));
  }
  if (has_error(problems)) return Exit::BadText;
  return problems.empty() ? Exit::Ok : Exit::NotMet;
}

const Deck& need_deck(const Study& study, const std::string& id) {
  if (const Deck* deck = study.library().deck(id)) return *deck;
  std::vector<std::string> ids;
  for (const DeckHead& head : study.library().decks()) ids.push_back(head.id);
  throw UsageError(fmt::format("there is no deck '{}'{}", id, near_ones(id, ids)));
}

Exit run_deck_show(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Deck& deck = need_deck(*study, arguments.operand(kDeck));
  const int week = opening_week(study->standpoint(), *study->library().deck_head(deck.id));
  world.out << (arguments.json ? deck_json(deck, week, card_rows(deck))
                               : deck_screen(deck, week, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

}  // namespace

const Command kDeckListCommand{.name = "deck list",
                               .summary = "the decks, their cards and when they open",
                               .examples = {"starling deck list"},
                               .pages = true,
                               .run = run_deck_list};

const Command kDeckCheckCommand{.name = "deck check",
                                .operands = {any(kFile)},
                                .summary = "what is wrong with decks, by file, line and column",
                                .examples = {"starling deck check", "starling deck check my-deck.toml --json"},
                                .pages = true,
                                .run = run_deck_check};

const Command kDeckShowCommand{.name = "deck show",
                               .operands = {one(kDeck)},
                               .summary = "the cards of a deck",
                               .examples = {"starling deck show distributed-cap"},
                               .pages = true,
                               .run = run_deck_show};

}  // namespace starling
