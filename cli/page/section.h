// A section of a report as HTML.
#pragma once

#include <string>
#include <string_view>

#include "cli/screen/sections.h"

namespace starling {

// `heading` is the level of its title, 2 to 6.
[[nodiscard]] std::string section_html(const ReportSection& section, int heading = 2);

}  // namespace starling
