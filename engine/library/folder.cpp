#include "library/folder.h"

#include <fmt/format.h>

#include "source/source.h"

namespace starling {

bool StudyFolder::exists() const { return file_stamp(settings()).has_value(); }

void StudyFolder::make(const std::string& settings_text) const {
  make_folder(root_);
  make_folder(stories());
  make_folder(decks());
  if (!file_stamp(root_ / ".gitignore"))
    write_file(root_ / ".gitignore", fmt::format("{}\nrecordings/\nlog/*/lock\n", kBackupsLine));
  if (!file_stamp(root_ / ".gitattributes")) write_file(root_ / ".gitattributes", fmt::format("{}\n", kMergeLine));
  if (!exists()) write_file(settings(), settings_text);
}

}  // namespace starling
