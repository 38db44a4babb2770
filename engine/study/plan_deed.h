// A change of plan.toml or loop.toml as a deed: what of it became another thing, and how an undo or a redo puts it back.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "history/history.h"
#include "study/settings_deed.h"

namespace starling {

// One event for every change of the plan that is another one by the second text; none where one of them cannot be read.
[[nodiscard]] std::vector<Event> plan_events(std::string_view before, std::string_view after);

// As settings_back has it, for the text of plan.toml.
[[nodiscard]] SettingsBack plan_back(std::string_view text, std::span<const Deed> deeds, Back direction);


// The same for the rounds of loop.toml.
[[nodiscard]] std::vector<Event> rounds_events(std::string_view before, std::string_view after);
[[nodiscard]] SettingsBack rounds_back(std::string_view text, std::span<const Deed> deeds, Back direction);

// Whether anything in it is about that file.
[[nodiscard]] bool is_of_plan(const Deed& deed);
[[nodiscard]] bool is_of_rounds(const Deed& deed);

}  // namespace starling
