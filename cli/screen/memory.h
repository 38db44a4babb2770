// A run of reviews as text.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// `reviews` has at least one.
[[nodiscard]] std::string memory_screen(const MemoryModel& model, std::span<const ReviewedOnce> reviews, double retention,
                                        const Style& style, int width, bool low);

}  // namespace starling
