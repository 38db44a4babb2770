// A card or a story in the learner's editor: opened at its line, looked at afterwards, put back where that is wanted.
// For commands and for a sitting; nothing here prints.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/world.h"
#include "study/study.h"

namespace starling {

// What came of an edit. A sitting reads its texts again where `changed`; of `mistakes` see mended().
struct Edited {
  EditPlace at;                    // what was opened, and what was there before
  bool changed = false;            // the text is another one than before
  std::string said;                // one or two sentences for the learner; never empty
  std::vector<Problem> mistakes;   // that the file has now, each with file, line and column: errors alone
};

// The terminal is to be as a program finds it, on its usual screen. An own version of a shipped card that was made for
// this is gone again where nothing was changed. Throws FileError.
[[nodiscard]] Edited edit_card(const World& world, const Library& library, const ItemId& card);
[[nodiscard]] Edited edit_place(const World& world, const Library& library, EditPlace at);
[[nodiscard]] Edited edit_story(const World& world, const Library& library, std::string_view story);

// Where the edit gave what has a history another id: how that goes on under it. Empty where the id is the same, or nothing
// hangs on it.
[[nodiscard]] std::string new_id_sentence(const ItemStates& states, const ItemId& item, const Edited& edited);

// Once more, at the first mistake. What was there before the first edit is still what is put back.
[[nodiscard]] Edited edit_again(const World& world, const Library& library, const Edited& edited);

// What to do about mistakes that an edit made.
enum class AfterEdit { EditAgain, PutBack, LeaveSo };
inline constexpr std::string_view kMendKeys = "e: edit again · u: put back what was there · Enter: leave it so";
// Where a key counts once Enter was pressed behind it.
inline constexpr std::string_view kMendLines = "e, Enter: edit again · u, Enter: put back what was there · Enter: leave it so";

// Calls `ask` until there is no mistake, or those that are there are left so. `again` is edit_again() where an editor can
// run. Put back, nothing is changed.
[[nodiscard]] Edited mended(Edited edited, const std::function<AfterEdit(const std::vector<Problem>&)>& ask,
                            const std::function<Edited(const Edited&)>& again);

}  // namespace starling
