// `deck check`: mistakes, warnings, advice; what is old; what was flagged; what can be mended. A file that is named is checked
// as what it is.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <system_error>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/handing_out.h"
#include "cli/lost_items.h"
#include "cli/open_study.h"
#include "cli/screen/deck_report.h"
#include "cli/text_check.h"
#include "cli/wire/wire.h"
#include "decklint/decklint.h"
#include "source/source.h"
#include "text/text.h"
#include "view/view.h"

namespace starling {

namespace {

constexpr Operand<File> kCheckedFile{"FILE"};
constexpr std::string_view kHistory = "log";  // what is wrong with no text
constexpr Switch kStrict{"--strict", "advice as well: the rules that shipped decks are held to"};
constexpr Option<Whole> kStale{"--stale", "DAYS", "only list cards whose facts were looked up longer ago, with their source", {0, 10'000}};
constexpr Switch kFlags{"--flags", "only list the cards that you flagged, with their text and your notes, ready to be sent"};
constexpr Switch kMendDecks{"--fix", "mend what needs no thought: ends of lines, order of tags, the right option always first"};

bool is_there(const std::filesystem::path& file) { return read_file(file, 0).fault != FileFault::Missing; }

bool is_folder(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

// Every deck file in it.
std::vector<TextPlace> places_in(const std::string& folder) {
  std::vector<TextPlace> places;
  for (const ListedFile& file : list_files(folder, ".toml")) places.push_back({file.path, file.path.string(), 1});
  if (places.empty()) throw UsageError(fmt::format("the folder '{}' has no .toml file in it", folder));
  return places;
}

// A path, one inside the study folder, or the id of a deck, whose own versions of cards come with it.
std::vector<TextPlace> places_of(const std::string& named, const StudyFolder& folder, const Library& library) {
  if (is_folder(named)) return places_in(named);
  if (is_there(named)) return {{named, named, 1}};
  if (const auto inside = folder.root() / named; is_there(inside)) return {{inside, named, 1}};
  if (is_reserved_deck(named)) throw UsageError(fmt::format("'{}' is in no deck of a file, and is not checked here", named));
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

std::string need_deck_text(const TextPlace& place) {
  FileText text = read_file(place.path, kMaxTomlBytes);
  if (!text) throw UsageError(fmt::format("{} {}", place.name, text.reason));
  return *std::move(text.text);
}

std::vector<NamedText> texts_of(const std::vector<std::string>& files, const StudyFolder& folder, const Library& library) {
  std::vector<NamedText> texts;
  for (const std::string& file : files)
    for (const TextPlace& place : places_of(file, folder, library)) {
      std::error_code error;
      const bool changes = std::filesystem::equivalent(std::filesystem::absolute(place.path).parent_path(),
                                                       folder.changes(), error);
      texts.push_back({place.name, need_deck_text(place), changes});
    }
  return texts;
}

// What has a history and is in no deck; only where there is a study folder.
std::vector<Problem> lost_of(const StudyFolder& folder, const Settings& settings, const Library& library,
                             const World& world) {
  if (!folder.exists()) return {};
  Store store(store_place(study_place(folder, world)));
  (void)store.catch_up(settings.model);
  return as_problems(lost_items(store.states(), library, store.names()));
}

std::string line_of_problem(const Problem& problem) {
  return problem.file == kHistory ? fmt::format("warning: {}", problem.text) : to_line(problem);
}

SettingsFile settings_file_of(const StudyFolder& folder) {
  const FileText text = read_file(folder.settings(), kMaxTomlBytes);
  return read_settings(text.text.value_or(""), "starling.toml");
}

// Nothing is taken from what was kept of an earlier reading, and no study folder is made.
struct CheckedLibrary {
  explicit CheckedLibrary(World& world)
      : folder(study_home(world)), settings_file(settings_file_of(folder)), settings(settings_file.settings.value_or(Settings{})),
        library(folder, ContentFolder(world.content), settings.plan, StoryReading{}, nothing_kept) {}
  Store nothing_kept{{}};
  StudyFolder folder;
  SettingsFile settings_file;
  Settings settings;  // the usual ones where those cannot be read
  Library library;
};

// The learner's own decks where none is named. What is shipped is mended by its path alone.
std::vector<TextPlace> places_to_mend(const std::vector<std::string>& files, const CheckedLibrary& checked) {
  std::vector<TextPlace> places;
  for (const DeckHead& head : checked.library.decks()) {
    const bool named = std::ranges::find(files, head.id) != files.end() && !is_there(head.id);
    if (named && Library::is_shipped(head))
      throw UsageError(fmt::format("--fix: deck '{}' is shipped and stays as it is", head.id));
    if (files.empty() && !Library::is_shipped(head)) places.push_back({checked.library.path_of(head), head.file, 1});
  }
  for (const std::string& file : files)
    std::ranges::move(places_of(file, checked.folder, checked.library), std::back_inserter(places));
  return places;
}

std::vector<MendedFile> mend_files(const std::vector<std::string>& files, World& world) {
  const CheckedLibrary checked(world);
  std::vector<MendedFile> mended;
  for (const TextPlace& place : places_to_mend(files, checked)) {
    DeckFix fix;
    change_file(place.path, [&](const FileText&) {
      fix = fixed_deck(need_deck_text(place), place.name);
      return fix.changed.empty() ? std::nullopt : std::optional(fix.text);
    });
    if (!fix.changed.empty()) mended.push_back({place.name, std::move(fix.changed)});
  }
  return mended;
}

Exit run_stale(const Arguments& arguments, World& world, int days) {
  const auto study = open_study(arguments, world);
  const auto stale = all_stale_cards(study->library(), study->now().day, days);
  world.out << (arguments.json ? stale_json(stale) : stale_screen(stale, days, Style(world.colour), text_width(world)));
  return stale.empty() ? Exit::Ok : Exit::NotMet;
}

Exit run_flags(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  auto rows = flagged_card_rows(study->standpoint(), flagged_cards(study->standing()));
  if (arguments.json) {
    world.out << flags_json(rows);
    return Exit::Ok;
  }
  Handout handout(study->library().stories(), !arguments.has(kUnmasked));
  handout.prepare(rows);
  world.out << flags_screen(rows, Style(world.colour), text_width(world));
  tell_handout(handout.remarks(), arguments, world);
  return Exit::Ok;
}

Exit run_deck_check(const Arguments& arguments, World& world) {
  const auto files = arguments.operands(kCheckedFile);
  const auto stale_days = arguments.value(kStale);
  if ((stale_days || arguments.has(kFlags)) && (!files.empty() || arguments.has(kMendDecks) || (stale_days && arguments.has(kFlags))))
    throw UsageError("--stale and --flags list cards of all decks; give each of them alone");
  if (stale_days) return run_stale(arguments, world, *stale_days);
  if (arguments.has(kFlags)) return run_flags(arguments, world);
  const std::vector<MendedFile> mended = arguments.has(kMendDecks) ? mend_files(files, world) : std::vector<MendedFile>{};
  const CheckedLibrary checked(world);
  const Library& library = checked.library;
  const Strictness strictness = arguments.has(kStrict) ? Strictness::Strict : Strictness::Usual;
  std::size_t count = library.decks().size();
  std::vector<Problem> problems;
  if (files.empty()) {
    problems = check_everything(library, strictness);
    std::ranges::copy_if(checked.settings_file.problems, std::back_inserter(problems), [](const Problem& each) { return each.severity == Severity::Error; });
    std::ranges::move(lost_of(checked.folder, checked.settings, library, world), std::back_inserter(problems));
  } else {
    auto texts = texts_of(files, checked.folder, library);
    count = texts.size();
    std::erase_if(texts, [&](const NamedText& each) {
      auto found = each.changes ? std::nullopt : problems_of_text(each.text, each.name);
      if (found) std::ranges::move(*found, std::back_inserter(problems));
      return found.has_value();
    });
    std::ranges::move(check_decks(texts, library, strictness), std::back_inserter(problems));
  }
  if (arguments.json) {
    world.out << problems_json(problems, arguments.has(kMendDecks) ? std::optional(mended) : std::nullopt);
  } else {
    if (arguments.has(kMendDecks)) world.out << mended_screen(mended, text_width(world));
    for (const Problem& problem : problems) world.out << shown(line_of_problem(problem)) << '\n';
    if (problems.empty())
      world.out << fmt::format("{}: nothing wrong.\n", counted(static_cast<int>(count), files.empty() ? "deck" : "file"));
  }
  if (has_error(problems)) return Exit::BadText;
  return problems.empty() ? Exit::Ok : Exit::NotMet;
}

}  // namespace

const Command kDeckCheckCommand{.name = "deck check",
                                .operands = {any(kCheckedFile)},
                                .summary = "what is wrong with decks, by file, line and column",
                                .options = {&kStrict, &kStale, &kFlags, &kMendDecks, &kUnmasked},
                                .relations = {needs(kUnmasked, kFlags)},
                                .examples = {"starling deck check", "starling deck check mine", "starling deck check my-deck.toml --json", "starling deck check stories/night-pages.toml",
                                             "starling deck check --stale 180", "starling deck check --flags"},
                                .pages = true,
                                .run = run_deck_check};

}  // namespace starling
