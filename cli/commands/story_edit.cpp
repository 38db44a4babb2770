// `story edit`: a story of one's own in the editor.
#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/edit_loop.h"
#include "cli/open_study.h"
#include "source/source.h"

namespace starling {

namespace {

// The file of the example with that id.
std::optional<std::filesystem::path> example_of(const std::filesystem::path& folder, std::string_view id) {
  for (const ListedFile& file : list_files(folder, ".toml")) {
    const FileText text = read_file(file.path, kMaxTomlBytes);
    const StoryFile read = text ? read_story(*text, file.path.filename().string()) : StoryFile{};
    if (read.story && read.story->id == id) return file.path;
  }
  return std::nullopt;
}

Exit run_story_edit(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::string named = arguments.operand(kStory);
  const std::string bare = named.starts_with("story/") ? named.substr(6) : named;
  if (!study->library().story(bare))
    if (const auto example = example_of(study->content().example_stories(), bare))
      throw UsageError(fmt::format("'{}' is an example to read, {}; stories of your own lie in {}: starling story new "
                                   "TITLE",
                                   bare, example->string(), study->folder().stories().string()));
  if (!study->library().story(bare))
    for (const Problem& unread : unread_stories(study->library()))
      if (unread_story_id(unread) == bare)
        return finish_edit(world, arguments, study->library(), edit_place(world, study->library(), place_to_mend(study->folder(), unread)),
                           "story/" + bare);
  const Story& story = need_story(*study, named);
  return finish_edit(world, arguments, study->library(), edit_story(world, study->library(), story.id),
                     "story/" + story.id);
}

}  // namespace

const Command kStoryEditCommand{.name = "story edit",
                                .operands = {one(kStory)},
                                .summary = "a story of your own in your editor",
                                .examples = {"starling story edit night-pages"},
                                .run = run_story_edit};

}  // namespace starling
