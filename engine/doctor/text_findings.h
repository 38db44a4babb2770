// What is to be said of the learner's text files beside what their readers say.
#pragma once

#include <filesystem>

#include "doctor/finding.h"
#include "library/library.h"
#include "settings/settings.h"

namespace starling {

// Files and folders of text that are passed over, texts that no other reader looks at and that are no TOML, copies of
// sync programs.
[[nodiscard]] FindingList findings_in_files(const std::filesystem::path& home);

// Decks of the settings that are not there.
[[nodiscard]] FindingList findings_of_unknown_decks(const Settings& settings, const Library& library);

}  // namespace starling
