// What story does this TOML hold, and what is wrong with it?
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "source/source.h"
#include "story/star.h"

namespace starling {

struct StoryFile {
  std::optional<Story> story;  // absent when anything in the file is an error
  std::vector<Problem> problems;
};
// Only the id and the title must be there: an unfinished story is a valid file, see `missing`. A principle without
// a strength is a primary one. Problems in the order of their places.
[[nodiscard]] StoryFile read_story(std::string_view text, std::string_view file);

// For source/pack.h.
template <class Archive>
void fields(Archive& archive, StoryFile& file) {
  archive(file.story, file.problems);
}

}  // namespace starling
