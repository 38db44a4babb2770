#include "study/rename_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "rounds/rounds.h"
#include "source/source.h"
#include "study/open_folder.h"
#include "study/plan_deed.h"
#include "study/study_texts.h"
#include "text/text.h"

namespace starling {

namespace {

struct StoryOnDisk {
  std::filesystem::path path;
  std::string text;
};

// Of several with one id that which is named like it, as the library has it.
std::optional<StoryOnDisk> story_on_disk(const StudyFolder& folder, std::string_view id) {
  std::optional<StoryOnDisk> found;
  for (const ListedFile& file : list_files(folder.stories(), ".toml")) {
    const bool named_like_it = file.path.stem() == id;
    if (found && !named_like_it) continue;
    FileText text = read_file(file.path, kMaxTomlBytes);
    if (!text) continue;
    const StoryFile read = read_story(*text, file.path.filename().string());
    if (!read.story || read.story->id != id) continue;
    found = StoryOnDisk{file.path, std::move(*text.text)};
    if (named_like_it) return found;
  }
  return found;
}

void move_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (from == to) return;
  if (read_file(to, 1).fault != FileFault::Missing) throw FileError(fmt::format("{} is there already", to.string()));
  std::error_code error;
  std::filesystem::rename(from, to, error);
  if (error) throw FileError(fmt::format("{} cannot be renamed to {}: {}", from.string(), to.filename().string(), error.message()));
}

// Of a probe or a card of the story; that a principle is asked for is of no story alone.
std::optional<ItemId> id_after_rename(const ItemId& id, std::string_view from, std::string_view to) {
  if (id.kind() == ItemKind::Probe && id.group() == from) return ItemId::parse(fmt::format("probe/{}/{}", to, id.name()));
  if (!is_of_stories(id) || id.name() != from || is_principle_card(id)) return std::nullopt;
  return ItemId::parse(fmt::format("{}/{}{}", kStoryDeck, to, id.schedule()));
}

std::string shown_name(const std::filesystem::path& path) { return "stories/" + path.filename().string(); }

}  // namespace

std::string MovedStory::name() const { return shown_name(to); }

StoryMove story_move(const StudyFolder& folder, std::string_view from, std::string_view to) {
  const auto refuse = [](std::string why) { return StoryMove{std::nullopt, std::move(why)}; };
  const auto there = story_on_disk(folder, from);
  if (!there) return refuse(fmt::format("there is no story '{}'", from));
  if (const auto taken = story_on_disk(folder, to))
    return refuse(fmt::format("there is a story '{}' already, in {}", to, shown_name(taken->path)));
  MovedStory move{there->path, there->path, there->text, ""};
  if (there->path.stem() == from) move.to.replace_filename(fmt::format("{}.toml", to));
  if (move.to != move.from && read_file(move.to, 1).fault != FileFault::Missing)
    return refuse(fmt::format("{} is there already", shown_name(move.to)));
  auto text = with_story_id(there->text, to);
  if (!text) return refuse(fmt::format("the id cannot be changed in {}: change it there", shown_name(there->path)));
  move.after = *std::move(text);
  return {std::move(move), ""};
}

void carry_out(const MovedStory& move) {
  write_file(move.from, move.after);
  try {
    move_file(move.from, move.to);
  } catch (const FileError&) {
    write_file(move.from, move.before);
    throw;
  }
}

void take_back(const MovedStory& move) { carry_out({move.to, move.from, move.after, move.before}); }

StoryRenaming plan_story_renaming(const Study& study, std::string_view from, std::string_view to) {
  StoryRenaming plan;
  const auto refuse = [](std::string why) {
    StoryRenaming refused;
    refused.refused = std::move(why);
    return refused;
  };
  if (from == to) return refuse("both are the same id");
  const auto target = kebab(to) == to && !to.empty() ? ItemId::parse(fmt::format("story/{}", to)) : std::nullopt;
  if (!target) {
    const std::string better = kebab(to);
    return refuse(fmt::format("the id of a story is lower-case words joined by '-', at most 60 letters{}",
                              better.empty() ? "" : fmt::format(", such as '{}'", better)));
  }
  StoryMove move = story_move(study.folder(), from, to);
  if (!move.move) return refuse(move.refused);
  plan.file = std::move(move.move);
  plan.moves.push_back({story_item(from), *target});
  const ItemStates& states = study.states();
  const auto tellings = [&](const ItemId& id) {
    const auto at = states.find(id);
    return at == states.end() ? 0 : at->second.reviews;
  };
  plan.tellings = tellings(story_item(from));
  plan.there = tellings(*target);
  for (const auto& [id, state] : states) {
    const auto goes_on_as = id_after_rename(id, from, to);
    if (!goes_on_as) continue;
    plan.moves.push_back({id, *goes_on_as});
    ++(id.kind() == ItemKind::Probe ? plan.probes : plan.cards);
  }
  std::ranges::sort(plan.moves.begin() + 1, plan.moves.end(), {}, &Renamed::from);
  const std::string rounds = texts_of(study.folder()).rounds;
  if (const RoundText text = with_story_renamed(rounds, from, to); !text.wrong.empty() && rounds.find(from) != rounds.npos)
    plan.rounds_left = fmt::format("what loop.toml says was told stays as it is: {}", text.wrong);
  return plan;
}

Deed carry_out(Study& study, const StoryRenaming& renaming) {
  const Renamed& story = renaming.moves.front();
  const StudyTexts before = texts_of(study.folder());
  StudyTexts after = before;
  after.rounds = with_story_renamed(before.rounds, story.from.name(), story.to.name()).text;
  const Deed deed = study.rename(renaming.moves, rounds_events(before.rounds, after.rounds), [&] {
    carry_out(renaming.file.value());
    try {
      write_texts(study.folder(), before, after);
    } catch (const FileError&) {
      take_back(*renaming.file);
      throw;
    }
  });
  study.read_texts_again();
  return deed;
}

std::vector<MovedStory> follow_renames(const StudyFolder& folder, const std::vector<Deed>& deeds, bool back,
                                       std::vector<std::string>& remarks) {
  std::vector<MovedStory> moved;
  for (const Deed& deed : deeds)
    for (const Event& event : deed.events) {
      const auto* renamed = std::get_if<Renamed>(&event);
      if (!renamed || renamed->from.kind() != ItemKind::Story || renamed->to.kind() != ItemKind::Story) continue;
      const std::string now(back ? renamed->to.name() : renamed->from.name());
      const std::string wanted(back ? renamed->from.name() : renamed->to.name());
      if (!story_on_disk(folder, now) && story_on_disk(folder, wanted)) continue;  // it is as it shall be
      StoryMove move = story_move(folder, now, wanted);
      try {
        if (move.move) carry_out(*move.move);
      } catch (const FileError& error) {
        move = {std::nullopt, error.what()};
      }
      remarks.push_back(move.move ? fmt::format("the story '{}' is '{}' again, in {}", now, wanted, move.move->name())
                                  : fmt::format("{}: the file stays as it is, and its history is that of '{}'", move.refused, wanted));
      if (move.move) moved.push_back(*std::move(move.move));
    }
  return moved;
}

}  // namespace starling
