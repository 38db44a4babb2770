#include "study/edit_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include "probe/probe.h"

namespace starling {

namespace {

constexpr std::string_view kChanges = "decks/changes/";
constexpr std::string_view kStories = "stories/";

std::optional<std::string> text_at(const TextPlace& place) { return read_file(place.path, kMaxTomlBytes).text; }

const Card* find_card(const std::optional<Deck>& deck, std::string_view id) {
  if (!deck) return nullptr;
  const auto found = std::ranges::find(deck->cards, id, &Card::id);
  return found == deck->cards.end() ? nullptr : &*found;
}

// The line of the first mistake that keeps the card from being read there: of the whole file, or of the card.
std::optional<int> line_of_mistake(const DeckFile& changes, std::string_view card) {
  for (const Problem& problem : changes.problems)
    if (problem.severity == Severity::Error && (!changes.deck || problem.card == card)) return problem.line;
  return std::nullopt;
}

// An own version of a shipped card in the file of changes that `edit` is to lead to.
void make_own_version(const Library& library, const DeckHead& deck, std::string_view id, EditPlace& edit) {
  const auto refuse = [&](std::string why) { edit.refused = std::move(why); };
  const auto shipped = library.shipped_deck(deck.id);
  const Card* original = find_card(shipped, id);
  const FileText shipped_text = read_file(library.path_of(deck), kMaxTomlBytes);
  const auto copied = original && shipped_text ? card_text_at(*shipped_text, original->line) : std::nullopt;
  if (!copied) return refuse(fmt::format("The text of card '{}' cannot be copied out of {}.", id, deck.file));
  make_folder(edit.place.path.parent_path());
  change_file(edit.place.path, [&](const FileText& now) -> std::optional<std::string> {
    edit.before = now.text;
    std::string text = now.text.value_or("");
    const bool is_there = find_card(read_changes(text, edit.place.name).deck, id) != nullptr;  // by now
    if (!is_there) text = with_own_version(text, deck.id, *shipped_text, *copied);
    const DeckFile read = read_changes(text, edit.place.name);
    const Card* own = find_card(read.deck, id);
    if (!own || (!now && now.fault != FileFault::Missing)) {
      refuse(fmt::format("The text of card '{}' cannot be put into {}.", id, edit.place.name));
      return std::nullopt;
    }
    edit.place.line = own->line;
    edit.made = !is_there;
    return is_there ? std::nullopt : std::optional(std::move(text));
  });
}

std::vector<Problem> errors_of(std::vector<Problem> problems, std::string_view file) {
  std::erase_if(problems, [&](const Problem& problem) { return problem.severity != Severity::Error || problem.file != file; });
  return problems;
}

// The decks in use, with `changed` in the place of the one of its id.
std::vector<Deck> beside_others(const Library& library, Deck changed) {
  std::vector<Deck> decks{std::move(changed)};
  for (const DeckHead& head : library.decks())
    if (const Deck* deck = head.id == decks.front().id ? nullptr : library.deck(head.id)) decks.push_back(*deck);
  return decks;
}

}  // namespace

std::vector<Problem> unread_stories(const Library& library) {
  std::vector<Problem> unread;
  const auto is_read = [&](const Problem& problem) {
    return std::ranges::any_of(library.stories(), [&](const Story& story) { return library.place_of_story(story.id).name == problem.file; });
  };
  for (const Problem& problem : library.problems()) {
    if (problem.severity != Severity::Error || !problem.file.starts_with(kStories) || is_read(problem)) continue;
    if (std::ranges::find(unread, problem.file, &Problem::file) == unread.end()) unread.push_back(problem);
  }
  return unread;
}

std::string unread_story_id(const Problem& unread) { return std::filesystem::path(unread.file).stem().string(); }

std::optional<Problem> unread_story(const Library& library, std::string_view id) {
  const std::vector<Problem> unread = unread_stories(library);
  const auto at = std::ranges::find(unread, id, unread_story_id);
  return at == unread.end() ? std::nullopt : std::optional(*at);
}

std::optional<Problem> why_unread(const Library& library, std::string_view item) {
  const std::size_t stroke = std::min(item.find('/'), item.size());
  const std::string_view group = item.substr(0, stroke);
  const std::string_view name = item.substr(std::min(stroke + 1, item.size()));
  if (group == "story") return unread_story(library, name);
  if (group == "probe") return unread_story(library, name.substr(0, name.find('/')));
  const DeckHead* head = library.deck_head(group);
  if (head && Library::is_shipped(*head)) return std::nullopt;
  const std::string file = head ? head->file : fmt::format("decks/{}.toml", group);
  // A file of that name can hold a deck with another id.
  if (!head && std::ranges::find(library.decks(), file, &DeckHead::file) != library.decks().end()) return std::nullopt;
  const auto& problems = library.problems();
  const auto error = std::ranges::find_if(problems, [&](const Problem& problem) {
    return problem.severity == Severity::Error && problem.file == file &&
           (!head || (!problem.card.empty() && problem.card == name.substr(0, name.find('#'))));
  });
  return error == problems.end() ? std::nullopt : std::optional(*error);
}

EditPlace place_to_mend(const StudyFolder& folder, const Problem& unread) {
  EditPlace edit{{folder.root() / unread.file, unread.file, unread.line}, false, {}, ""};
  const FileText now = read_file(edit.place.path, kMaxTomlBytes);
  edit.before = now.text;
  if (!now) edit.refused = fmt::format("{} {}.", unread.file, now.reason);
  return edit;
}

EditPlace place_to_edit(const Library& library, const ItemId& card) {
  if (card.kind() == ItemKind::Probe) {
    EditPlace edit = place_to_edit_story(library, card.group());
    edit.place.line = line_of_probe(edit.before.value_or(""), number_of_probe(card)).value_or(1);
    return edit;
  }
  if (is_of_stories(card)) {
    EditPlace edit = place_to_edit_story(library, library.story_of_card(card).id);
    edit.place.line = library.place_of(card).line;
    return edit;
  }
  if (card.kind() != ItemKind::Card)
    return {{}, false, {}, fmt::format("A{} {} is changed in its own file, not from here.",
                                       card.kind() == ItemKind::Exercise ? "n" : "", to_string(card.kind()))};
  const DeckHead& deck = *library.deck_head(card.group());
  EditPlace edit{library.place_of(card), false, {}, ""};
  const bool is_own = !Library::is_shipped(deck) || library.card(card).own;
  if (!is_own) edit.place = library.changes_place(deck.id);
  const FileText now = read_file(edit.place.path, kMaxTomlBytes);
  edit.before = now.text;
  edit.id = card.name();
  if (!now && now.fault != FileFault::Missing) edit.refused = fmt::format("{} {}.", edit.place.name, now.reason);
  if (is_own || !edit.refused.empty()) return edit;
  if (now) {
    const DeckFile changes = read_changes(*now, edit.place.name);
    if (const auto line = line_of_mistake(changes, card.name())) {
      edit.place.line = *line;
      return edit;
    }
  }
  make_own_version(library, deck, card.name(), edit);
  return edit;
}

EditPlace place_to_edit_story(const Library& library, std::string_view story) {
  EditPlace edit{library.place_of_story(story), false, {}, ""};
  edit.before = text_at(edit.place);
  edit.id = story;
  return edit;
}

namespace {

// Of the cards or the story in a file.
std::vector<std::string> ids_in(const std::string& text, const std::string& name) {
  std::vector<std::string> ids;
  if (name.starts_with(kStories)) {
    if (const auto story = read_story(text, name).story) ids.push_back(story->id);
    return ids;
  }
  const DeckFile read = name.starts_with(kChanges) ? read_changes(text, name) : read_deck(text, name);
  if (read.deck) std::ranges::transform(read.deck->cards, std::back_inserter(ids), &Card::id);
  return ids;
}

}  // namespace

std::optional<std::string> id_after(const EditPlace& edited) {
  const auto now = edited.id.empty() ? std::nullopt : text_at(edited.place);
  if (!now) return std::nullopt;
  const std::vector<std::string> before = ids_in(edited.before.value_or(""), edited.place.name);
  std::vector<std::string> after = ids_in(*now, edited.place.name);
  if (std::ranges::find(after, edited.id) != after.end()) return std::nullopt;
  std::erase_if(after, [&](const std::string& id) { return std::ranges::find(before, id) != before.end(); });
  return after.size() == 1 ? std::optional(after.front()) : std::nullopt;
}

void put_back(const EditPlace& edited) {
  if (edited.before) {
    write_file(edited.place.path, *edited.before);
    return;
  }
  std::error_code error;
  std::filesystem::remove(edited.place.path, error);
}

std::vector<Problem> mistakes_in(const Library& library, const TextPlace& place) {
  const FileText text = read_file(place.path, kMaxTomlBytes);
  if (!text) return {{place.name, 1, 1, "", "unreadable", Severity::Error, text.reason}};
  if (place.name.starts_with(kStories)) return errors_of(read_story(*text, place.name).problems, place.name);
  const bool changes = place.name.starts_with(kChanges);
  DeckFile read = changes ? read_changes(*text, place.name) : read_deck(*text, place.name);
  std::vector<Problem> problems = std::move(read.problems);
  if (!read.deck) return errors_of(std::move(problems), place.name);
  std::optional<Deck> whole = std::move(read.deck);
  if (changes) {
    const Deck own = *std::move(whole);
    whole = library.shipped_deck(own.id);
    if (whole) put_own_versions(*whole, own);
  }
  if (whole) std::ranges::move(check_together(beside_others(library, *std::move(whole))), std::back_inserter(problems));
  return errors_of(std::move(problems), place.name);
}

}  // namespace starling
