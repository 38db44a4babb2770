// Text as characters in the form in which letters are compared.
#pragma once

#include <string>
#include <string_view>

namespace starling {

// Compatibility forms unified, accents gone, and case too unless `keep_case`; marks and blanks as they are.
[[nodiscard]] std::u32string plain_letters(std::string_view text, bool keep_case);

}  // namespace starling
