// A change of starling.toml as a deed: which keys it set, and how an undo or a redo puts them back. Texts in, texts out.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "history/history.h"

namespace starling {

// One event for every key that is another one by the second text; none where one of them cannot be read.
[[nodiscard]] std::vector<Event> settings_events(std::string_view before, std::string_view after);

enum class Back { Undo, Redo };

struct SettingsBack {
  std::string text;               // of the whole file
  std::vector<std::string> left;  // sentences without a full stop: what was left as it is, and why
};
// Puts back what `deeds` set, in their order. A deed whose keys hold what neither side of it says is left alone as a
// whole: somebody decided otherwise since, with an editor. What already is as it shall be is as good as done, so that
// an undo that was cut off can be given again.
[[nodiscard]] SettingsBack settings_back(std::string_view text, std::span<const Deed> deeds, Back direction);

}  // namespace starling
