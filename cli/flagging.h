// What is said of a flag, in a sitting and by `card flag`.
#pragma once

#include <string>
#include <string_view>

#include "study/study.h"

namespace starling {

inline constexpr std::string_view kAskForNote = "What is unclear or wrong? Enter alone keeps no note.";

// Behind the card's name: "flagged as unclear or wrong." or that it is suspended, for being flagged twice.
[[nodiscard]] std::string flag_sentence(const Flagging& done);

}  // namespace starling
