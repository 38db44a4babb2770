// The 16 Leadership Principles in the official order.
// Names: https://www.amazon.jobs/content/en/our-workplace/leadership-principles
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

struct Principle {
  std::string_view id;
  std::string_view code;
  std::string_view name;
};

inline constexpr std::size_t kPrincipleCount = 16;
[[nodiscard]] const std::array<Principle, kPrincipleCount>& principles();

// Position in the official order of an id, a two-letter code, a full name or a usual alias ("success and scale",
// "insist on the highest standards", "disagree and commit"), without regard to case, spaces and punctuation.
[[nodiscard]] std::optional<std::size_t> find_principle(std::string_view word);

// All that find_principle takes for it, as it is written: its name first, then code and aliases.
[[nodiscard]] std::vector<std::string> names_of(std::size_t principle);

// Principles whose stories most often serve this one too, nearest first: coaching judgement, for re-angling. At
// least two; none for a position past the sixteen.
[[nodiscard]] std::span<const std::size_t> neighbours(std::size_t principle);

// All ids, for messages that name the nearest valid word.
[[nodiscard]] std::vector<std::string> principle_ids();

}  // namespace starling
