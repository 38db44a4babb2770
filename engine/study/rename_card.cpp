#include "study/rename_card.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kOfStories = "cards of a story go where it goes, starling story rename; one may go on as another of the same story";

bool has_errors(const std::string& text, const std::string& file) {
  return has_error(read_deck(text, file).problems);
}

class Planning {
 public:
  explicit Planning(const Study& study) : study_(study), library_(study.library()) {}

  Renaming of_card(const ItemId& from, const ItemId& to) {
    const bool whole = from.schedule().empty() && to.schedule().empty();
    const bool there = is_there(to, whole);
    if (!there && !(whole && from.group() == to.group() && change_file(from, to))) return refuse_target(from, to);
    if (const auto other = there ? still_there(from, to, whole) : std::nullopt) return refuse_two(*other, from);
    for (const auto& [id, state] : study_.states())
      if (id.kind() == ItemKind::Card && id.whole() == from.whole() && (whole || id == from))
        move(id, state, whole ? with_schedule(to, id.schedule()) : to);
    if (plan_.file) move_what_is_new(from, to);
    if (plan_.moves.empty() && !plan_.file) return refuse(fmt::format("'{}' has no history", from.text()));
    return take();
  }

  Renaming of_deck(std::string_view from, std::string_view to) {
    if (from == to) return refuse("both are the same id");
    const bool there = library_.deck_head(to) != nullptr;
    const DeckHead* old = library_.deck_head(from);
    if (!there && old && Library::is_shipped(*old)) return refuse(fmt::format("'{}' is a shipped deck, and its id stays", from));
    if (!there && !change_deck_file(from, to)) return refuse(fmt::format("there is no deck '{}'", to));
    for (const auto& [id, state] : study_.states()) {
      if (id.kind() != ItemKind::Card || id.group() != from) continue;
      const auto target = ItemId::parse(fmt::format("{}/{}", to, id.name()));
      if (!target) continue;
      const ItemId moved = with_schedule(*target, id.schedule());
      // What stands in both decks are two cards.
      if (!there || (library_.find(moved) && !library_.find(id))) move(id, state, moved);
    }
    if (plan_.moves.empty() && !plan_.file)
      return refuse(fmt::format("no card of '{}' has a history and stands in '{}' alone", from, to));
    return take();
  }

 private:
  Renaming refuse(std::string why) {
    plan_ = {};
    plan_.refused = std::move(why);
    return plan_;
  }

  Renaming refuse_target(const ItemId& from, const ItemId& to) {
    if (!plan_.refused.empty()) return refuse(plan_.refused);
    const DeckHead* deck = library_.deck_head(from.group());
    if (deck && Library::is_shipped(*deck) && whole_card(library_, from.whole())) return refuse_shipped(from);
    return refuse(fmt::format("there is no card '{}' that could go on with it: write it first, or name one that is there",
                              to.text()));
  }

  // The card that would lose its history to another one which is asked beside it. The schedules of one card may follow
  // each other: a blank, or a step of a story, that was put in between.
  [[nodiscard]] std::optional<WholeCard> still_there(const ItemId& from, const ItemId& to, bool whole) const {
    if (from.whole() == to.whole() || (!whole && !library_.find(from))) return std::nullopt;
    return whole_card(library_, from.whole());
  }

  Renaming refuse_two(const WholeCard& other, const ItemId& from) {
    if (const DeckHead* deck = library_.deck_head(from.group()); deck && Library::is_shipped(*deck)) return refuse_shipped(from);
    return refuse(fmt::format("'{}' still stands in {}, so two cards would become one: take it out there, then rename again",
                              from.text(), other.place.name));
  }

  Renaming refuse_shipped(const ItemId& card) { return refuse(fmt::format("'{}' is a shipped card, and its id stays", card.whole())); }

  [[nodiscard]] bool is_there(const ItemId& to, bool whole) const {
    return whole ? whole_card(library_, to.whole()).has_value() : library_.find(to) != nullptr;
  }

  // The id of that schedule, or of the same direction where the card has it under the other name.
  [[nodiscard]] ItemId with_schedule(const ItemId& card, std::string_view schedule) const {
    const ItemId id = *ItemId::parse(std::string(card.whole()) + std::string(schedule));
    const auto other = library_.find(id) ? std::nullopt : same_direction(id);
    return other && library_.find(*other) ? *other : id;
  }

  // Another machine may answer it under the old id before it learns of the rename.
  void move_what_is_new(const ItemId& from, const ItemId& to) {
    for (const Item& item : library_.items())
      if (item.id.kind() == ItemKind::Card && item.id.whole() == from.whole() && !study_.states().contains(item.id))
        plan_.moves.push_back({item.id, with_schedule(to, item.id.schedule())});
  }

  void move(const ItemId& from, const ItemState& state, const ItemId& to) {
    plan_.has_history = true;
    plan_.moves.push_back({study_.kept_under(from), to});
    plan_.answers += state.reviews;
    const auto there = study_.states().find(to);
    if (there != study_.states().end()) plan_.answers_there += there->second.reviews;
  }

  bool change(const DeckHead& head, const auto& changed) {
    const TextPlace place{library_.path_of(head), head.file, 1};
    const FileText text = read_file(place.path, kMaxTomlBytes);
    if (!text) return false;
    plan_.file = place;
    plan_.text = changed(*text);
    if (plan_.text != *text && (has_errors(*text, head.file) || !has_errors(plan_.text, head.file))) return true;
    plan_.refused = fmt::format("the id cannot be changed in {}: change it there, then rename again", head.file);
    return false;
  }

  bool change_file(const ItemId& from, const ItemId& to) {
    const DeckHead* head = library_.deck_head(from.group());
    if (!head || Library::is_shipped(*head) || !whole_card(library_, from.whole())) return false;
    return change(*head, [&](std::string_view text) { return with_card_id(text, head->id, from.name(), to.name()); });
  }

  bool change_deck_file(std::string_view from, std::string_view to) {
    const DeckHead* head = library_.deck_head(from);
    if (!head || Library::is_shipped(*head) || is_reserved_deck(to)) return false;
    return change(*head, [&](std::string_view text) { return with_deck_id(text, from, to); });
  }

  Renaming take() {
    std::ranges::sort(plan_.moves, {}, &Renamed::from);
    return std::move(plan_);
  }

  const Study& study_;
  const Library& library_;
  Renaming plan_;
};

}  // namespace

Renaming plan_renaming(const Study& study, std::string_view from, std::string_view to) {
  Renaming refused;
  const auto no_id = [](std::string_view id) {
    return fmt::format("'{}' is no id of a card: lower-case words joined by '-', as in deck/card", id);
  };
  if (from.find('/') == from.npos) {
    if (from == kStoryDeck || to == kStoryDeck) {
      refused.refused = kOfStories;
      return refused;
    }
    if (is_kebab(from) && is_kebab(to)) return Planning(study).of_deck(from, to);
    refused.refused = no_id(is_kebab(from) ? to : from);
    return refused;
  }
  const auto old_id = ItemId::parse(from);
  const bool same_deck = to.find('/') == to.npos;
  const auto new_id = old_id && same_deck ? ItemId::parse(fmt::format("{}/{}", old_id->group(), to)) : ItemId::parse(to);
  if (!old_id || old_id->kind() != ItemKind::Card)
    refused.refused = no_id(from);
  else if (!new_id || new_id->kind() != ItemKind::Card)
    refused.refused = no_id(to);
  else if (*old_id == *new_id)
    refused.refused = "both are the same id";
  else if (is_of_stories(*old_id) != is_of_stories(*new_id) || (is_of_stories(*old_id) && old_id->whole() != new_id->whole()))
    refused.refused = kOfStories;
  else
    return Planning(study).of_card(*old_id, *new_id);
  return refused;
}

std::optional<Deed> carry_out(Study& study, const Renaming& renaming) {
  std::optional<std::string> before;
  if (renaming.file) {
    before = read_file(renaming.file->path, kMaxTomlBytes).text;
    write_file(renaming.file->path, renaming.text);
  }
  std::optional<Deed> deed;
  try {
    if (!renaming.moves.empty()) deed = study.rename(renaming.moves);
  } catch (const LogError&) {
    if (before) write_file(renaming.file->path, *before);
    throw;
  }
  study.read_texts_again();
  return deed;
}

}  // namespace starling
