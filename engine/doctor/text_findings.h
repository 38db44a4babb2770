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

// Decks, tags and areas that the settings name and nothing has.
[[nodiscard]] FindingList findings_of_unknown_names(const Settings& settings, const Library& library);

}  // namespace starling
