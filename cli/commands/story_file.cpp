// `story rename`, `story archive`: another id for a story, and putting one away.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/wire/wire.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Text> kNewStoryId{"NEW"};
constexpr Switch kBackAgain{"--back", "take it out again"};

std::string renamed_sentence(const StoryRenaming& renaming, const Story& story, const std::string& to) {
  std::string text = fmt::format("Renamed story/{} to story/{}, in {}", story.id, to, renaming.file->name());
  if (renaming.tellings > 0) text += fmt::format(": {} {} on", counted(renaming.tellings, "telling"), renaming.tellings == 1 ? "goes" : "go");
  if (renaming.there > 0) text += fmt::format(" with the {} that it has", renaming.there);
  if (renaming.probes > 0) text += fmt::format(", and {} with it", counted(renaming.probes, "probe"));
  if (renaming.cards > 0) text += fmt::format(", and the answers to {}", counted(renaming.cards, "card"));
  return text + ". Take it back, the file too: starling undo";
}

Exit run_story_rename(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Story story = need_story(*study, arguments.operand(kStory));
  const std::string to = story_id(arguments.operand(kNewStoryId));
  const StoryRenaming renaming = plan_story_renaming(*study, story.id, to);
  if (!renaming.refused.empty()) throw UsageError(renaming.refused);
  const Deed deed = carry_out(*study, renaming);
  tell_remarks(*study, arguments, world);
  if (!renaming.rounds_left.empty()) put_remark(world, renaming.rounds_left);
  if (arguments.json)
    world.out << renamed_json(renaming.moves, deed, renaming.file->to.string());
  else
    world.out << paragraph(renamed_sentence(renaming, story, to), text_width(world));
  return Exit::Ok;
}

std::string archived_sentence(const std::string& id, bool away, bool changed) {
  if (!changed) return fmt::format("{} is {}.", id, away ? "put away already" : "not put away");
  if (!away) return fmt::format("{} is told and counted again.", id);
  return fmt::format("Put away {0}: neither told nor counted, and its history stays. Take it out again: starling story archive {0} --back", id);
}

Exit run_story_archive(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Story& story = need_story(*study, arguments.operand(kStory));
  const bool away = !arguments.has(kBackAgain);
  const TextPlace place = study->library().place_of_story(story.id);
  bool changed = false;
  change_file(place.path, [&](const FileText& now) {
    if (!now) throw UsageError(fmt::format("{} {}", place.name, now.reason));
    auto text = with_archived(*now, away);
    if (!text) throw UsageError(fmt::format("{} cannot be changed by a command: set archived = {} in its [story]", place.name, away));
    changed = *text != *now;
    return changed ? std::move(text) : std::nullopt;
  });
  const std::string said = archived_sentence(story.id, away, changed);
  world.out << (arguments.json ? archived_json(story.id, place.path.string(), away, changed) : paragraph(said, text_width(world)));
  return Exit::Ok;
}

}  // namespace

const Command kStoryRenameCommand{.name = "story rename",
                                  .operands = {one(kStory), one(kNewStoryId)},
                                  .summary = "another id for a story: file, history, probes and cards go along",
                                  .examples = {"starling story rename night-pages quiet-nights"},
                                  .run = run_story_rename};

const Command kStoryArchiveCommand{.name = "story archive",
                                   .operands = {one(kStory)},
                                   .summary = "put a story away: kept, neither told nor counted",
                                   .options = {&kBackAgain},
                                   .examples = {"starling story archive night-pages", "starling story archive night-pages --back"},
                                   .run = run_story_archive};

}  // namespace starling
