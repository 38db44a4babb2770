// `story new`, `story list`, `story show`.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/editor.h"
#include "cli/practice_names.h"
#include "cli/open_study.h"
#include "cli/principle_name.h"
#include "cli/screen/stories.h"
#include "cli/wire/wire.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Text> kTitle{"TITLE"};
constexpr Option<PrincipleName> kPrinciple{"--principle", "P", "the principle it is for, id or code"};
constexpr Option<Text> kId{"--id", "ID", "in place of one made from the title"};

Exit run_story_new(const Arguments& arguments, World& world) {
  const std::string title = joined_words(arguments.operands(kTitle));
  if (trimmed(title).empty()) throw UsageError("'story new' needs a title");
  const auto study = open_study(arguments, world);
  const auto given = arguments.value(kPrinciple);
  const std::size_t principle = given ? *given : neediest_principle(study->standpoint());
  const std::string id = kebab(arguments.value(kId).value_or(title));
  if (id.empty()) throw UsageError("the title has no letters for an id; give one with --id");
  const auto path = study->folder().stories() / (id + ".toml");
  if (file_stamp(path) || study->library().story(id))
    throw UsageError(fmt::format("there is a story '{0}' already, in {1}; choose another id with --id, or change that one: "
                                 "starling story edit {0}",
                                 id, (study->library().story(id) ? study->library().place_of_story(id).path : path).string()));

  make_folder(study->folder().stories());
  study->folder().put_schemas();
  write_file(path, new_story_text(id, title, principle, study->settings().level, study->settings().target_seconds));
  if (arguments.json) {
    world.out << new_story_json(id, path.string(), principle);
    return Exit::Ok;
  }
  world.out << paragraph(fmt::format("Made {} for {}.", path.string(), principles()[principle].name), text_width(world));
  if (!world.terminal) return Exit::Ok;
  world.out.flush();
  const std::string said = sentence_of(run_editor(world.editor, path, 1));
  if (!said.empty()) world.out << paragraph(said, text_width(world));
  return Exit::Ok;
}

Exit run_story_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Standpoint from = study->standpoint();
  std::vector<StoryView> views;
  for (const Story& story : study->library().stories()) views.push_back(story_view(from, story));
  if (arguments.json) {
    world.out << stories_json(views, study->rule());
    return Exit::Ok;
  }
  const int width = text_width(world);
  if (views.empty())
    world.out << "No stories yet.\n"
              << paragraph("Write one: starling story new \"Night pages\" --principle BE", width)
              << paragraph(fmt::format("Examples to read: {}", study->content().example_stories().string()), width);
  world.out << stories_screen(views, Style(world.colour), width);
  return Exit::Ok;
}

Exit run_story_show(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const StoryView view = story_view(study->standpoint(), need_story(*study, arguments.operand(kStory)));
  world.out << (arguments.json ? to_json(view, study->rule())
                               : story_screen(view, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

}  // namespace

const Command kStoryNewCommand{.name = "story new",
                               .operands = {some(kTitle)},
                               .summary = "write a new story file and open the editor",
                               .options = {&kPrinciple, &kId},
                               .examples = {"starling story new \"Night pages\" --principle BE"},
                               .run = run_story_new};

const Command kStoryListCommand{.name = "story list",
                                .summary = "your stories and what each lacks",
                                .examples = {"starling story list"},
                                .pages = true,
                                .run = run_story_list};

const Command kStoryShowCommand{.name = "story show",
                                .operands = {one(kStory)},
                                .summary = "one story with its figures",
                                .examples = {"starling story show night-pages"},
                                .pages = true,
                                .run = run_story_show};

}  // namespace starling
