// What an undo and a redo say that they took back or brought back.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "study/study.h"

namespace starling {

// "Undid", "Redid"
[[nodiscard]] std::string_view verb_of(Back direction);

// "Undid: good for aws-s3/consistency", and of settings what they are by that: lines with a newline behind each. `then` are
// taken back behind it, and `now` holds after all of them.
[[nodiscard]] std::string change_lines(const Deed& deed, std::span<const Deed> then, Back direction, const Settings& now, const Study& study);

}  // namespace starling
