// `story list`, `story show`.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/screen/stories.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Switch kArchivedToo{"--all", "those that are put away too"};
constexpr std::array<std::string_view, kVariantLengths.size()> kLengthWords{"30", "60", "150", "270"};
constexpr Option<Choice<std::string_view>> kLength{"--length", "S", "as it is told in 30, 60, 150 or 270 s", {kLengthWords}};

Exit run_story_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Standpoint from = study->standpoint();
  std::vector<StoryView> views;
  const int words_a_minute = spoken_by(from);
  int away = 0;
  for (const Story& story : study->library().stories()) {
    const bool shown = !story.archived || arguments.has(kArchivedToo);
    away += shown ? 0 : 1;
    if (shown) views.push_back(story_view(from, story, words_a_minute));
  }
  if (arguments.json) {
    world.out << stories_json(views, study->rule());
    return Exit::Ok;
  }
  const int width = text_width(world);
  for (const std::string& sentence : about_missing_stories(*study)) world.out << paragraph(sentence, width);
  world.out << stories_screen(views, Style(world.colour), width);
  if (away > 0) world.out << paragraph(fmt::format("{} put away: starling story list --all", away), width);
  return Exit::Ok;
}

// The variant that was asked for.
std::optional<ShownLength> length_given(const Arguments& arguments, const Standpoint& from, const Story& story, int words_a_minute) {
  const auto word = arguments.value(kLength);
  if (!word) return std::nullopt;
  const std::vector<int> lengths = lengths_of(story);
  const auto known = std::ranges::find(lengths, std::stoi(std::string(*word)));
  if (known == lengths.end())
    throw UsageError(fmt::format("'{}' has no text of {} s; it can be told in {} s. Write one: starling story edit {}", story.id, *word,
                                 fmt::join(lengths, ", "), story.id));
  return shown_length(from, story, *known, words_a_minute);
}

Exit run_story_show(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Standpoint from = study->standpoint();
  const Story& story = need_story(*study, arguments.operand(kStory));
  const int words_a_minute = spoken_by(from);
  const auto told = length_given(arguments, from, story, words_a_minute);
  const StoryView view = story_view(from, story, words_a_minute);
  const Style style(world.colour);
  world.out << (arguments.json ? story_json(view, told, study->rule())
                : told         ? told_screen(story, *told, style, text_width(world))
                               : story_screen(view, style, text_width(world)));
  return Exit::Ok;
}

}  // namespace

const Command kStoryListCommand{.name = "story list",
                                .summary = "your stories and what each lacks",
                                .options = {&kArchivedToo},
                                .examples = {"starling story list", "starling story list --all"},
                                .pages = true,
                                .run = run_story_list};

const Command kStoryShowCommand{.name = "story show",
                                .operands = {one(kStory)},
                                .summary = "one story: what is there beside what is wanted",
                                .options = {&kLength},
                                .examples = {"starling story show night-pages", "starling story show night-pages --length 150"},
                                .pages = true,
                                .run = run_story_show};

}  // namespace starling
