// Text with marked parts: by colour and bold where there is emphasis, in brackets where there is none.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/screen.h"
#include "text/text.h"

namespace starling {

// With a sign of one column before and behind each stretch, so that it can be wrapped. Stretches rise and do not meet.
[[nodiscard]] std::string with_marks(std::string_view text, const std::vector<Stretch>& stretches);

// The signs of wrapped text as emphasis; `plainly` is how the rest looks.
[[nodiscard]] std::string show_marks(std::string_view lines, const Style& style,
                                     const std::function<std::string(std::string_view)>& plainly);

}  // namespace starling
