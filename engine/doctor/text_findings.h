// What is to be said of the learner's text files beside what their readers say.
#pragma once

#include <filesystem>
#include <optional>

#include "doctor/finding.h"
#include "library/library.h"
#include "settings/settings.h"

namespace starling {

// Files and folders of text that are passed over, texts that no other reader looks at and that are no TOML, decks, stories
// and plans where nobody looks for them, copies of sync programs.
[[nodiscard]] FindingList findings_in_files(const std::filesystem::path& home);

// Of a deck, tag or area that the settings name: nothing where there is such a one.
[[nodiscard]] std::optional<Finding> unknown_name(const DeckRetention& own, const Library& library);
[[nodiscard]] std::optional<Finding> unknown_name(const NamedWorth& own, const Library& library);
[[nodiscard]] FindingList findings_of_unknown_names(const Settings& settings, const Library& library);

}  // namespace starling
