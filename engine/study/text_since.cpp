#include "study/text_since.h"

#include <algorithm>
#include <array>

#include "log/log.h"

namespace starling {

std::optional<std::string> text_since_log(const StudyFolder& folder) {
  std::int64_t last = 0;
  for (const LogFile& file : list_log(folder.log()).files) last = std::max(last, file.stamp.modified_ns);
  std::optional<std::string> name;
  for (const auto& texts : std::array{folder.stories(), folder.decks(), folder.changes(), folder.problems(), folder.exercises(), folder.questions()})
    for (const ListedFile& file : list_files(texts, ".toml")) {
      if (file.stamp.modified_ns <= last) continue;
      last = file.stamp.modified_ns;
      name = file.path.lexically_relative(folder.root()).string();
    }
  return name;
}

}  // namespace starling
