// One change of the plan put into the text of a plan.toml, or taken out of it: comments, order, line ends and everything
// else stay byte for byte.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "plan/changes.h"

namespace starling {

struct PlanText {
  std::string text;   // of the whole file; as it was where something is wrong
  std::string wrong;  // one sentence without a full stop; empty: it went well
};

// Each result can be read and says what was wanted and nothing else anew. An empty text is begun.
// A task of the learner's own is taken out, and one that was moved stands in its place again before it is dropped.
[[nodiscard]] PlanText with_dropped(std::string_view text, std::string_view task);
// One that was dropped is taken back by that; of a task of the learner's own the date becomes another one.
[[nodiscard]] PlanText with_moved(std::string_view text, std::string_view task, Day to);
[[nodiscard]] PlanText with_added(std::string_view text, const AddedTask& added);
// In place of what was said for the same day.
[[nodiscard]] PlanText with_resumed(std::string_view text, const Resumed& resumed);
// Takes back what the text says of a task, or of the plan from a day on; without it, nothing changes.
[[nodiscard]] PlanText without(std::string_view text, std::string_view task);
[[nodiscard]] PlanText without_resumed(std::string_view text, Day on);

// Every change but the allocations, by what it is about ("drop w05-d1-sliding-window", "resume 2027-02-01"): what stands
// there, as TOML between braces. Equal changes have equal texts.
using PlanEntries = std::map<std::string, std::string>;
[[nodiscard]] PlanEntries plan_entries(const PlanChanges& changes);
// The text with `value` for `what`, in place of what stands there, or without it. `value` may come from anywhere: it
// counts only as what it is read as.
[[nodiscard]] PlanText with_entry(std::string_view text, const std::string& what, const std::optional<std::string>& value);

}  // namespace starling
