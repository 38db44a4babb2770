// `deck list`, `deck check`, `deck show`.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <system_error>

#include "cli/commands.h"
#include "cli/lost_items.h"
#include "cli/open_study.h"
#include "cli/screen/decks.h"
#include "cli/wire/wire.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<File> kFile{"FILE"};
constexpr std::string_view kHistory = "log";  // what is wrong with no text
constexpr Operand<Name> kDeck{"DECK", {Offer::From::Decks}};

Exit run_deck_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const auto rows = deck_rows(study->standpoint(), study->agenda());
  world.out << (arguments.json ? decks_json(rows) : decks_screen(rows, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

bool is_there(const std::filesystem::path& file) { return read_file(file, 0).fault != FileFault::Missing; }

// A path, one inside the study folder, or the id of a deck, whose own versions of cards come with it.
std::vector<TextPlace> places_of(const std::string& named, const StudyFolder& folder, const Library& library) {
  if (is_there(named)) return {{named, named, 1}};
  if (const auto inside = folder.root() / named; is_there(inside)) return {{inside, named, 1}};
  if (const DeckHead* head = library.deck_head(named)) {
    std::vector<TextPlace> places{{library.path_of(*head), head->file, 1}};
    const TextPlace changes = library.changes_place(named);
    if (Library::is_shipped(*head) && is_there(changes.path)) places.push_back(changes);
    return places;
  }
  std::vector<std::string> ids;
  for (const DeckHead& head : library.decks()) ids.push_back(head.id);
  throw UsageError(fmt::format("there is no file '{}', and no deck of that id{}", named, did_you_mean(named, ids)));
}

std::vector<NamedText> texts_of(const std::vector<std::string>& files, const StudyFolder& folder, const Library& library) {
  std::vector<NamedText> texts;
  for (const std::string& file : files)
    for (const TextPlace& place : places_of(file, folder, library)) {
      FileText text = read_file(place.path, kMaxTomlBytes);
      if (!text) throw UsageError(fmt::format("{} {}", place.name, text.reason));
      std::error_code error;
      const bool changes = std::filesystem::equivalent(std::filesystem::absolute(place.path).parent_path(),
                                                       folder.changes(), error);
      texts.push_back({place.name, *std::move(text.text), changes});
    }
  return texts;
}

// What has a history and is in no deck; only where there is a study folder.
std::vector<Problem> lost_of(const StudyFolder& folder, const Settings& settings, const Library& library,
                             const World& world) {
  if (!folder.exists()) return {};
  Store store(store_place(study_place(folder, world)));
  (void)store.catch_up(settings.model);
  return as_problems(lost_items(store.states(), library));
}

std::string line_of_problem(const Problem& problem) {
  return problem.file == kHistory ? fmt::format("warning: {}", problem.text) : to_line(problem);
}

// The usual ones where they cannot be read.
Settings settings_of(const StudyFolder& folder) {
  const FileText text = read_file(folder.settings(), kMaxTomlBytes);
  const SettingsFile file = read_settings(text.text.value_or(""), "starling.toml");
  return file.settings.value_or(Settings{});
}

Exit run_deck_check(const Arguments& arguments, World& world) {
  // Nothing is taken from what was kept of an earlier reading, and no study folder is made.
  Store nothing_kept({});
  const StudyFolder folder(study_home(world));
  const Settings settings = settings_of(folder);
  const Library library(folder, ContentFolder(world.content), settings.plan, Settings{}.target_seconds, nothing_kept);
  const auto files = arguments.operands(kFile);
  auto problems = files.empty() ? check_everything(library) : check_decks(texts_of(files, folder, library), library);
  if (files.empty()) std::ranges::move(lost_of(folder, settings, library, world), std::back_inserter(problems));
  if (arguments.json) {
    world.out << problems_json(problems);
  } else {
    for (const Problem& problem : problems) world.out << shown(line_of_problem(problem)) << '\n';
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
                                .examples = {"starling deck check", "starling deck check mine", "starling deck check my-deck.toml --json"},
                                .pages = true,
                                .run = run_deck_check};

const Command kDeckShowCommand{.name = "deck show",
                               .operands = {one(kDeck)},
                               .summary = "the cards of a deck",
                               .examples = {"starling deck show distributed-cap"},
                               .pages = true,
                               .run = run_deck_show};

}  // namespace starling
