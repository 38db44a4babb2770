// Every story that ships and every one of tests/stories.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "probe/probe.h"
#include "source/source.h"
#include "story/story.h"

namespace starling::test {

struct ProbedText {
  std::string name;
  std::string text;
  Story story;
};
inline std::vector<ProbedText> probed_texts() {
  std::vector<ProbedText> all;
  for (const char* folder : {STARLING_SOURCE_ROOT "/decks/examples/stories", STARLING_SOURCE_ROOT "/tests/stories"})
    for (const ListedFile& file : list_files(folder, ".toml")) {
      const std::string text = read_file(file.path, kMaxTomlBytes).value();
      all.push_back({file.path.filename().string(), text, read_story(text, "a.toml").story.value()});
    }
  return all;
}

// A story whose sections say that.
inline Story telling_that(const std::string& action, const std::string& result = "It held.", const std::string& rest = "We met.") {
  Story story;
  story.id = "told";
  story.title = "Told";
  story.angles = {{1, Strength::Primary}};
  story.sections = {rest, rest, action, result, rest};
  return story;
}

inline const ProbeQuestion* made_by(const std::vector<ProbeQuestion>& questions, std::string_view rule) {
  for (const ProbeQuestion& each : questions)
    if (each.rule == rule) return &each;
  return nullptr;
}

}  // namespace starling::test
