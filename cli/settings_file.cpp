#include "cli/settings_file.h"

#include <utility>

#include "cli/open_study.h"
#include "source/source.h"

namespace starling {

std::string settings_file_text(const StudyFolder& folder, const Arguments& arguments) {
  FileText file = read_file(folder.settings(), kMaxTomlBytes);
  if (file.fault == FileFault::Missing) throw no_study_folder(folder, arguments);
  if (!file) throw TextError({{"starling.toml", 1, 1, "", "unreadable", Severity::Error, file.reason + "; nothing was changed"}});
  return std::move(*file.text);
}

Settings settings_of_text(const std::string& text) {
  SettingsFile file = read_settings(text, "starling.toml");
  if (!file.settings) throw TextError(std::move(file.problems));
  return std::move(*file.settings);
}

}  // namespace starling
