// What a telling is measured by.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "history/history.h"
#include "memory/memory.h"

namespace starling {

// The parts of a telling that are graded, by name: its four beats and its figures.
inline constexpr std::string_view kTellingParts[] = {"situation", "task", "action", "result", "figures"};

// What is proposed for the whole: a story is as well told as its weakest part. Good without parts.
[[nodiscard]] Grade proposed_grade(std::span<const Part> parts);

// Past this listeners are lost, whatever the target.
inline constexpr int kLongestGoodTelling = 240;

// How long it was beside its target, as a sentence: within a fifth of it is on target.
[[nodiscard]] std::string length_remark(int seconds, int target_seconds);

}  // namespace starling
