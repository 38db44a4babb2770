// Where a learner changes a card: in the file of its own deck, or, for a shipped one, in an own version beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "item/item.h"
#include "library/library.h"
#include "source/source.h"

namespace starling {

struct EditPlace {
  TextPlace place;                    // as it is to be opened
  bool made = false;                  // an own version was copied there just now
  std::optional<std::string> before;  // the whole file before that; nothing where there was no file
  std::string refused;                // a sentence; where there is one, the rest says only where the card lies
  std::string id = {};                // of the card or the story that was opened, without its deck; empty: of no single one
};

// Finds the place of a card that is there, or makes it: the text of a shipped card is copied byte for byte into the
// file of changes, under its id. A file of changes with a mistake is opened at the mistake instead. Throws FileError.
[[nodiscard]] EditPlace place_to_edit(const Library& library, const ItemId& card);
[[nodiscard]] EditPlace place_to_edit_story(const Library& library, std::string_view story);

// Story files that no story could be read from: of each the first error.
[[nodiscard]] std::vector<Problem> unread_stories(const Library& library);
// The name that the story of such a file goes by: that of the file.
[[nodiscard]] std::string unread_story_id(const Problem& unread);
[[nodiscard]] std::optional<Problem> unread_story(const Library& library, std::string_view id);
// The error that keeps an item, or a deck or a story that is named alone, from being read: of its whole file, or of the
// card. Nothing where there is none, and where it lies in no file of the learner.
[[nodiscard]] std::optional<Problem> why_unread(const Library& library, std::string_view item);
// Where it is mended: at the error.
[[nodiscard]] EditPlace place_to_mend(const StudyFolder& folder, const Problem& unread);

// The one id that came into the file in the place of the one that was opened. Nothing where that is still there, where none
// or several are new, or where the file cannot be read.
[[nodiscard]] std::optional<std::string> id_after(const EditPlace& edited);

// The file as it was before. Throws FileError.
void put_back(const EditPlace& edited);

// What is wrong with a file of the learner as it is now, beside everything else that is in use: errors alone.
[[nodiscard]] std::vector<Problem> mistakes_in(const Library& library, const TextPlace& place);

}  // namespace starling
