// Whatever the bytes are: a story that can be read is linted without a crash, every flag is somewhere in its file, and
// every string of any text has a place in it.
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "law.h"
#include "lint/lint.h"
#include "source/source.h"
#include "story/story.h"
#include "text/text.h"

using namespace starling;

namespace {

void check_place(std::string_view file, const FilePoint& place) {
  law(place.line >= 1 && place.column >= 1, "a place counts from 1");
  law(place.line <= std::ranges::count(file, '\n') + 1, "a place is a line of the file");
}

void check_strings(std::string_view text) {
  const TextLayout layout = layout_of(text);
  for (const PlacedValue& value : layout.values) {
    const DecodedString read = decoded(text.substr(value.value, value.end - value.value));
    law(read.text.size() == read.places.size(), "every byte has a place");
    law(std::ranges::is_sorted(read.places), "places do not go back");
    if (value.path.size() != 2) continue;
    const ValueName name{value.path[0], value.path[1]};
    check_place(text, place_of_piece(text, layout, name, read.text, ValuePiece{read.text.size() / 2, 3}));
    check_place(text, place_of_piece(text, layout, name, text.substr(0, 40), ValuePiece{text.size() % 7, 9}));
  }
}

void check_story(const Story& story, std::string_view file) {
  LintSettings settings;
  settings.code_names = {story.title, "a  b", ""};
  for (const LintFlag& flag : lint(story, file, settings, {Day{}, 140, {}})) {
    check_place(file, flag.place);
    law(std::ranges::find(kLintRules, flag.rule) != kLintRules.end(), "a flag is of a rule");
    law(!flag.text.empty() && !flag.why.empty() && !flag.advice.empty(), "a flag says what, why and what to do");
  }
  law(lint_words(story) >= 0, "words are counted");
  for (const std::string_view level : {"L6", "L7"})
    if (const auto fact = missing_fact(story, level)) law(fact->question.ends_with('?'), "a question is one");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_strings(text);
  if (const StoryFile file = read_story(text, "fuzz.toml"); file.story) check_story(*file.story, text);
  // Any text as an action.
  Story story;
  story.id = story.title = "a";
  story.sections.fill(std::string(text));
  check_story(story, text);
  return 0;
}
