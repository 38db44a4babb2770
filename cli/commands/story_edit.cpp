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
  const std::string id = story_id(arguments.operand(kStory));
  const std::string item = "story/" + id;
  const bool is_read = study->library().story(id) != nullptr;
  if (!is_read)
    if (const auto example = example_of(study->content().example_stories(), id))
      throw UsageError(fmt::format("'{}' is an example to read, {}; stories of your own lie in {}: starling story new "
                                   "TITLE",
                                   id, example->string(), study->folder().stories().string()));
  need_editor(world);
  if (const auto unread = is_read ? std::nullopt : unread_story(study->library(), id))
    return finish_edit(world, arguments, *study, edit_place(world, study->library(), place_to_mend(study->folder(), *unread)), item);
  return finish_edit(world, arguments, *study, edit_story(world, study->library(), need_story(*study, id).id), item);
}

}  // namespace

const Command kStoryEditCommand{.name = "story edit",
                                .operands = {one(kStory)},
                                .summary = "a story of your own in your editor",
                                .examples = {"starling story edit night-pages"},
                                .run = run_story_edit};

}  // namespace starling
