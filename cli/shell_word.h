// A name in a command that is there to be copied.
#pragma once

#include <string>
#include <string_view>

namespace starling {

// As it is where a shell takes it for one word, else between single quotes: "'bb (1)'".
[[nodiscard]] std::string shell_word(std::string_view name);

}  // namespace starling
