// Whatever the bytes are: a story file is read without a crash, and what comes back keeps the room's promises.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

#include "story/story.h"

using namespace starling;

namespace {

void must(bool law) {
  if (!law) std::abort();
}

void check_problems(const StoryFile& file) {
  must(file.story.has_value() == !has_error(file.problems));
  int line = 1;
  for (const Problem& problem : file.problems) {
    must(problem.line >= line && problem.column >= 1);
    must(!problem.text.empty() && !problem.rule.empty());
    line = problem.line;
  }
}

void check_story(const Story& story) {
  must(!story.id.empty() && !story.title.empty());
  must(missing(story).empty() == is_complete(story));
  must(!is_complete(story) || (primary_principle(story).has_value() && !story.draft));
  const auto worth = quality(story);
  must(!worth || (*worth >= 1 && *worth <= 5));
  must(estimated_seconds(story, 140) >= 0);
  must(item_of(story, 150).id.name() == story.id);
  std::set<std::size_t> named;
  for (const Angle& angle : story.angles)
    must(angle.principle < kPrincipleCount && named.insert(angle.principle).second);
}

// A new story may be given any title at all.
void check_new_story(std::string_view title) {
  const std::size_t principle = title.size() % kPrincipleCount;
  const StoryFile file = read_story(new_story_text({"a-story", std::string(title), principle, "L6", 150}), "new.toml");
  must(file.story.has_value() && file.problems.empty());
  must(file.story->draft && primary_principle(*file.story) == principle);
  must(!is_complete(*file.story));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const StoryFile file = read_story(text, "fuzz.toml");
  check_problems(file);
  if (file.story) check_story(*file.story);
  const auto principle = find_principle(text);
  must(!principle || *principle < kPrincipleCount);
  check_new_story(text);
  return 0;
}
