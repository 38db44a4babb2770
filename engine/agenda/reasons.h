// Why an item is asked, and why another one waits.
#pragma once

#include <optional>
#include <string_view>

#include "item/item.h"
#include "schedule/schedule.h"

namespace starling {

// Why an item is asked.
enum class Reason {
  Step,       // its learning step has ended, or ends soon and nothing else is left
  Due,
  Overdue,
  Ahead,      // asked for before its day
  FinalPass,  // once more before the interview
  Cooling,    // a story that nobody has told for a while
  New
};
// "step", "due", "overdue", "ahead", "final-pass", "cooling", "new".
[[nodiscard]] std::string_view to_string(Reason reason);

// Why an item waits. Where several are true it is one of them.
enum class Why {
  Suspended,   // by the learner, or in its text
  Buried,
  Retired,
  Draft,
  OtherLevel,
  OpensLater,
  Needs,
  Sibling,     // another schedule of the same card was answered today or is asked before it; it waits until tomorrow
  NotDue,
  InStep,      // its step ends later than in kLearnAhead
  NewADay,     // as many new ones as a day has are begun
  ReviewsADay,
  StoriesADay,
  Minutes,
  RestDay,     // new, on a day of reviews only
  DayOff,
  LastDays,    // new, and the interview is too near for it
  Over,        // new, and the interview is behind the learner
  AskedToday,  // of a kind that is asked once a day at most
  NotBegun,    // of a kind that comes back once it was logged, and was not yet
  NotWished    // the sitting asks for others, or for fewer
};
// "suspended", "other-level", "new-a-day" …: stable, for JSON.
[[nodiscard]] std::string_view to_string(Why why);

struct Waits {
  Why why = Why::NotDue;
  std::optional<Due> until;      // Buried, Sibling, NotDue, InStep, AskedToday: when it may be asked
  int opens = 0;                 // OpensLater: day of the plan, from 0
  const ItemId* need = nullptr;  // Needs: the first whole that was never met; of the item's own list
  const ItemId* sibling = nullptr;  // Sibling: the one that is asked, else one that was answered; null if in no text
};

}  // namespace starling
