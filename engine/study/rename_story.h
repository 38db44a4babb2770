// Another id for a story: what moves in the history, and what becomes of its file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/history.h"
#include "library/library.h"

namespace starling {

class Study;

// A story's file on its way to another id; its name goes along where it was that of the old id.
struct MovedStory {
  std::filesystem::path from;
  std::filesystem::path to;  // the same where the name stays
  std::string before;        // the text
  std::string after;
  [[nodiscard]] std::string name() const;  // as shown, after the move: "stories/night-pages.toml"
};
// Looks at the files as they are now. Nothing is written.
struct StoryMove {
  std::optional<MovedStory> move;
  std::string refused;  // a sentence without a full stop; empty: it can be moved
};
[[nodiscard]] StoryMove story_move(const StudyFolder& folder, std::string_view from, std::string_view to);
// The text first, then the name: what a loss of power leaves is a story with the new id. Nothing that is there is written
// over. Throws FileError, and then all is as it was.
void carry_out(const MovedStory& move);
void take_back(const MovedStory& move);

struct StoryRenaming {
  std::vector<Renamed> moves;  // of the history: the story, then those of its probes and cards that have one
  int tellings = 0;            // that move
  int probes = 0;
  int cards = 0;
  int there = 0;               // tellings that the new id has already
  std::optional<MovedStory> file;
  std::string rounds_left;     // a sentence: why loop.toml goes on saying the old id; empty: it takes the new one, or says neither
  std::string refused;         // as above
};
[[nodiscard]] StoryRenaming plan_story_renaming(const Study& study, std::string_view from, std::string_view to);
// History and file, and what loop.toml says was told. The study has read its texts anew. Throws FileError and LogError, and then nothing was changed.
Deed carry_out(Study& study, const StoryRenaming& renaming);

// Brings the files of stories that `deeds` renamed to the ids that they have by an undo (`back`) or a redo of them, in
// their order. Appends a sentence for each, also where a file stays as it is. What was moved comes back, first one first.
[[nodiscard]] std::vector<MovedStory> follow_renames(const StudyFolder& folder, const std::vector<Deed>& deeds, bool back,
                                                     std::vector<std::string>& remarks);

}  // namespace starling
