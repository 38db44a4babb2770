#include "study/folder.h"

#include "source/source.h"

namespace starling {

bool StudyFolder::exists() const { return file_stamp(settings()).has_value(); }

void StudyFolder::make(const std::string& settings_text) const {
  make_folder(root_);
  make_folder(stories());
  make_folder(decks());
  if (!file_stamp(root_ / ".gitignore"))
    write_file(root_ / ".gitignore", "history.db\nhistory.db-wal\nhistory.db-shm\nbackups/\n");
  if (!exists()) write_file(settings(), settings_text);
}

}  // namespace starling
