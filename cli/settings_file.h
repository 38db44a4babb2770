// starling.toml of a study folder, for commands that read and change it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/arguments.h"
#include "cli/usage_error.h"
#include "cli/world.h"
#include "settings/settings.h"
#include "study/study.h"

namespace starling {

// Its text. Throws UsageError where there is no study folder, TextError where it cannot be read.
[[nodiscard]] std::string settings_file_text(const StudyFolder& folder, const Arguments& arguments);
// Throws TextError for a text that is wrong.
[[nodiscard]] Settings settings_of_text(const std::string& text);

// What it says now; what `study` has of it where it cannot be read.
[[nodiscard]] Settings settings_now(const Study& study);

// For a change that is refused: `what` is a key or the file, `wrong` what is wrong with it.
[[nodiscard]] UsageError refused_change(std::string_view what, std::string_view wrong);

// Changes it as `change` says of its text; `undo` takes that back. Where the folder cannot be opened, the change may be
// what mends it: then it is made and no deed is kept.
SettingsChanged change_settings_file(const StudyFolder& folder, const Arguments& arguments, World& world,
                                     const std::function<SettingChange(const std::string& text)>& change);

}  // namespace starling
