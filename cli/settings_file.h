// starling.toml of a study folder, for commands that read and change it.
#pragma once

#include <string>

#include "cli/arguments.h"
#include "settings/settings.h"
#include "study/study.h"

namespace starling {

// Its text. Throws UsageError where there is no study folder, TextError where it cannot be read.
[[nodiscard]] std::string settings_file_text(const StudyFolder& folder, const Arguments& arguments);
// Throws TextError for a text that is wrong.
[[nodiscard]] Settings settings_of_text(const std::string& text);

}  // namespace starling
