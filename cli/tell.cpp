#include "cli/tell.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/full_screen.h"
#include "cli/open_study.h"

namespace starling {

bool tell_story(Study& study, const Story& story, World& world) {
  const bool empty = std::ranges::all_of(story.sections, [](const std::string& section) { return section.empty(); });
  if (empty)
    throw UsageError(fmt::format("'{}' has no text yet, so there is nothing to tell; it is in {}", story.id,
                                 story.file));
  return terminal_by_keys(world) ? tell_by_keys(study, story, world) : tell_by_lines(study, story, world);
}

bool tell_stories_due(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::vector<Asked> due = study->agenda().stories();
  for (const Asked& asked : due)
    if (!tell_story(*study, *study->library().story(asked.item->id.name()), world)) break;
  return !due.empty();
}

}  // namespace starling
