// What several commands are given.
#pragma once

#include <array>
#include <string_view>

#include "cli/parameter.h"

namespace starling {

inline constexpr Operand<Name> kItem{"ITEM", {Offer::From::Items}};
inline constexpr Option<Whole> kOnlyWeek{"--week", "N", "only those of this week of the plan", {1, 104}};
inline constexpr Operand<Name> kStory{"ID", {Offer::From::Stories}};
// How a report is printed.
inline constexpr std::array<std::string_view, 3> kFormats{"text", "md", "html"};
inline constexpr Option<Choice<std::string_view>> kFormat{"--format", "FORMAT", "text, md for Markdown, or html, a page to print", {kFormats}};
// Of what is printed to hand to others.
inline constexpr Switch kUnmasked{"--unmasked", "with the words that stories mark as confidential"};

}  // namespace starling
