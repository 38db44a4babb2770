// One round put into the text of a loop.toml, or taken out of it: comments, order, line ends and everything else stay
// byte for byte.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rounds/round.h"

namespace starling {

struct RoundText {
  std::string text;   // of the whole file; as it was where something is wrong
  std::string wrong;  // one sentence without a full stop; empty: it went well
};

// Each result can be read and says what was wanted and nothing else anew. An empty text is begun.
// In its place where there is one of that id, else at the end.
[[nodiscard]] RoundText with_round(std::string_view text, const Round& round);
[[nodiscard]] RoundText without_round(std::string_view text, std::string_view id);

// With `to` for the story `from` in what was told in its rounds. As it is where none names it.
[[nodiscard]] RoundText with_story_renamed(std::string_view text, std::string_view from, std::string_view to);

// What the history calls a round: "round bar-raiser".
inline constexpr std::string_view kRoundEntry = "round ";
// Every round by that, as TOML between braces. Equal rounds have equal texts.
using RoundEntries = std::map<std::string, std::string>;
[[nodiscard]] RoundEntries round_entries(std::span<const Round> rounds);
// The text with `value` for `what`, in place of what stands there, or without it. `value` may come from anywhere: it
// counts only as what it is read as.
[[nodiscard]] RoundText with_round_entry(std::string_view text, const std::string& what, const std::optional<std::string>& value);

}  // namespace starling
