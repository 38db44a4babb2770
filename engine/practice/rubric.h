// What the parts of a design exercise's score mean, from 0 to 5. Texts of our own.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace starling {

inline constexpr int kBestMark = 5;

struct RubricPart {
  std::string_view name;  // as in the rubric of an exercise
  std::string_view what;  // what is looked at
  std::array<std::string_view, kBestMark + 1> marks;  // what each mark says of it, 0 first
};
// In the order in which an interview meets them.
[[nodiscard]] std::span<const RubricPart> rubric_parts();
// Null for a part of the learner's own.
[[nodiscard]] const RubricPart* rubric_part(std::string_view name);

}  // namespace starling
