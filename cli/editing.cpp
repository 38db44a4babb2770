#include "cli/editing.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/editor.h"

namespace starling {

namespace {

std::string changed_text(const Edited& edited) {
  const std::string& file = edited.at.place.name;
  if (!edited.mistakes.empty()) return fmt::format("{} has a mistake now.", file);
  if (edited.at.made) return fmt::format("Your own version of the card is in {}.", file);
  return fmt::format("Changed {}.", file);
}

bool is_own_version(const EditPlace& at) { return at.place.name.starts_with("decks/changes/"); }

bool has_history(const ItemStates& states, std::string_view whole) {
  return std::ranges::any_of(states, [&](const auto& each) { return each.first.whole() == whole && each.second.reviews > 0; });
}

// `changed_before`: this is not the first time, and what the first one left is there.
Edited run(const World& world, const Library& library, EditPlace at, bool changed_before) {
  Edited edited{std::move(at), changed_before, "", {}};
  if (!edited.at.refused.empty()) {
    edited.said = edited.at.refused;
    return edited;
  }
  const EditorRun run = run_editor(world.editor, edited.at.place.path, edited.at.place.line);
  edited.said = sentence_of(run);
  edited.changed = changed_before || run.changed;
  if (!edited.changed) {
    if (edited.at.made) put_back(edited.at);
    return edited;
  }
  edited.mistakes = mistakes_in(library, edited.at.place);
  if (const auto id = is_own_version(edited.at) ? id_after(edited.at) : std::nullopt; id && edited.mistakes.empty())
    edited.mistakes.push_back({edited.at.place.name, edited.at.place.line, 1, *id, "change-of-nothing", Severity::Error,
                               fmt::format("no shipped card has the id '{}', so this is never asked: an own version keeps '{}'", *id, edited.at.id)});
  edited.said += (edited.said.empty() ? "" : " ") + changed_text(edited);
  return edited;
}

}  // namespace

Edited edit_card(const World& world, const Library& library, const ItemId& card) {
  return run(world, library, place_to_edit(library, card), false);
}

Edited edit_place(const World& world, const Library& library, EditPlace at) {
  return run(world, library, std::move(at), false);
}

Edited edit_story(const World& world, const Library& library, std::string_view story) {
  return run(world, library, place_to_edit_story(library, story), false);
}

std::string new_id_sentence(const ItemStates& states, const ItemId& item, const Edited& edited) {
  const auto id = edited.changed && !is_own_version(edited.at) ? id_after(edited.at) : std::nullopt;
  if (!id) return "";
  if (edited.at.place.name.starts_with("stories/")) {
    if (!has_history(states, story_item(edited.at.id).whole())) return "";
    return fmt::format("What was told of '{0}' does not go on under the id '{1}'. Put '{0}' back, and then: starling story rename {0} {1}",
                       edited.at.id, *id);
  }
  const std::string from = fmt::format("{}/{}", item.group(), edited.at.id);
  if (!has_history(states, from)) return "";
  return fmt::format("Its history goes on with: starling card rename {} {}/{}", from, item.group(), *id);
}

Edited edit_again(const World& world, const Library& library, const Edited& edited) {
  EditPlace at = edited.at;
  if (!edited.mistakes.empty()) at.place.line = edited.mistakes.front().line;
  return run(world, library, std::move(at), true);
}

Edited mended(Edited edited, const std::function<AfterEdit(const std::vector<Problem>&)>& ask,
              const std::function<Edited(const Edited&)>& again) {
  while (!edited.mistakes.empty()) {
    switch (ask(edited.mistakes)) {
      case AfterEdit::EditAgain: edited = again(edited); break;
      case AfterEdit::PutBack:
        put_back(edited.at);
        return {edited.at, false, fmt::format("{} is as it was.", edited.at.place.name), {}};
      case AfterEdit::LeaveSo: return edited;
    }
  }
  return edited;
}

}  // namespace starling
