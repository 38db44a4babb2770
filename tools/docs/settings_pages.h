// The table of settings as a page for people and as a JSON Schema for editors.
#pragma once

#include <string>

namespace starling {

[[nodiscard]] std::string settings_page();
[[nodiscard]] std::string settings_schema();

}  // namespace starling
