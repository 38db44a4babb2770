// Where ICU divides a text.
#pragma once

#include <unicode/brkiter.h>

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace starling {

// The places where `breaks` divides `text`, without the beginning. Empty where ICU lacks its data.
[[nodiscard]] std::vector<std::size_t> divide(std::unique_ptr<icu::BreakIterator> breaks, std::string_view text);

}  // namespace starling
