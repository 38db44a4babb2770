// Items that have a history and no text any more, as far as texts of the learner can be read: what lies in a file with a
// mistake is not lost.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "doctor/doctor.h"
#include "study/study.h"

namespace starling {

[[nodiscard]] FindingList lost_items(const ItemStates& states, const Library& library, const Names& names);

// One line for the day's screen; empty where there are none.
[[nodiscard]] std::string lost_sentence(const FindingList& lost);

// The own decks cannot be read at all: a folder on a disk that is not there. Null where they can.
[[nodiscard]] const Problem* unreadable_decks(std::span<const Problem> problems);

// For the replies of `deck check`.
[[nodiscard]] std::vector<Problem> as_problems(const FindingList& lost);

}  // namespace starling
