#include "doctor/text_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>

#include "backup/backup.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kToml = ".toml";

bool is_of_log(std::string_view name) { return name == "log" || is_log_name(name); }

// Decks, stories, plans, settings, the changes of the plan and the rounds have readers of their own.
bool has_reader(std::string_view name) {
  if (name == "starling.toml" || name == "plan.toml" || name == "loop.toml") return true;
  for (const std::string_view folder : {"decks/changes/", "decks/", "plans/", "stories/"})
    if (name.starts_with(folder)) return name.find('/', folder.size()) == name.npos;
  return false;
}

// Those whose files are read, each before the one that it lies in.
constexpr std::array<std::string_view, 7> kFoldersOfTexts{"decks/changes", "decks/exercises", "decks/problems", "decks/questions",
                                                          "decks",         "plans",           "stories"};

// A text that was written to be asked, and is asked by nobody.
void add_unread(const std::string& name, FindingList& found) {
  const auto folder = std::ranges::find_if(kFoldersOfTexts, [&](std::string_view each) {
    return name.starts_with(each) && name.size() > each.size() && name[each.size()] == '/';
  });
  if (folder == kFoldersOfTexts.end() || !fold(name).ends_with(kToml)) return;
  if (name.ends_with(kToml) && name.rfind('/') == folder->size()) return;
  found.push_back({Gravity::Warning, "unread-text", name, 0, 0,
                   fmt::format("nobody reads this file: of {0}/ is read what lies in {0}/ itself, under a name that ends in .toml", *folder),
                   "move or rename it; what is not to be read is better in notes/", {}});
}

void add_syntax(const KeptFile& file, FindingList& found) {
  const auto text = read_file(file.path, kMaxTomlBytes);
  if (!text) {
    found.push_back({Gravity::Error, "unreadable", file.name, 0, 0, text.reason, "", {}});
    return;
  }
  for (const Problem& problem : parse_toml(*text, file.name).problems) found.push_back(finding_of(problem));
}

void add_copy(const std::filesystem::path& home, const std::string& name, FindingList& found) {
  const std::size_t slash = name.rfind('/');
  const std::size_t begin = slash == name.npos ? 0 : slash + 1;
  const auto original = original_of(std::string_view(name).substr(begin));
  std::error_code error;
  if (!original || !std::filesystem::exists(home / name.substr(0, begin) / *original, error)) return;
  found.push_back({Gravity::Warning, "conflict-copy", name, 0, 0,
                   fmt::format("a sync program left this copy of {}{}", name.substr(0, begin), *original),
                   "take over what is right in it and delete it", {}});
}

// Copies of starling.toml, plan.toml and loop.toml are no texts that anybody reads.
void add_copies_at_top(const std::filesystem::path& home, FindingList& found) {
  std::error_code error;
  for (std::filesystem::directory_iterator entry(home, error), end; !error && entry != end; entry.increment(error))
    if (const std::string name = entry->path().filename().string(); name.ends_with(kToml)) add_copy(home, name, found);
}

bool names_items(const Library& library, std::string_view name) {
  return is_worth_word(name) || library.may_name_deck(name) || std::ranges::any_of(library.items(), [&](const Item& item) {
           return item.area == name ||
                  (item.id.kind() == ItemKind::Card && std::ranges::find(library.card(item.id).tags, name) != library.card(item.id).tags.end());
         });
}

}  // namespace

FindingList findings_in_files(const std::filesystem::path& home) {
  FindingList found;
  const KeptListing listing = list_kept_files(home);
  for (const LeftOut& left : listing.left_out)
    if (left.is_text && !is_of_log(left.name))
      found.push_back({Gravity::Error, "passed-over", left.name, 0, 0, left.why + ": it is passed over",
                       "put a file or a folder that can be read in its place", {}});
  for (const KeptFile& file : listing.files)
    if (file.name.ends_with(kToml) && !has_reader(file.name)) add_syntax(file, found);
  for (const KeptFile& file : listing.files) add_unread(file.name, found);
  add_copies_at_top(home, found);
  for (const KeptFile& file : listing.files)
    if (file.name.find('/') != file.name.npos && !is_of_log(file.name)) add_copy(home, file.name, found);
  return found;
}

std::optional<Finding> unknown_name(const DeckRetention& own, const Library& library) {
  if (library.may_name_deck(own.deck)) return std::nullopt;
  return Finding{Gravity::Warning, "unknown-deck", "starling.toml", own.line, own.column,
                 fmt::format("[review.retention] there is no deck '{}'", own.deck), "", {}};
}

std::optional<Finding> unknown_name(const NamedWorth& own, const Library& library) {
  if (names_items(library, own.name)) return std::nullopt;
  return Finding{Gravity::Warning, "unknown-name", "starling.toml", own.line, own.column,
                 fmt::format("[review.worth] there is no deck, tag, area, kind, level or size '{}'", own.name), "", {}};
}

FindingList findings_of_unknown_names(const Settings& settings, const Library& library) {
  FindingList found;
  const auto look = [&](const auto& named) {
    for (const auto& own : named)
      if (auto finding = unknown_name(own, library)) found.push_back(*std::move(finding));
  };
  look(settings.retention);
  look(settings.worths);
  return found;
}

}  // namespace starling
