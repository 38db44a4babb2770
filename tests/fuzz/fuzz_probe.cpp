// Any text as a story: its questions are about what it says, and a follow-up that is put into it reads back, with every
// other byte where it was.
#include <cstdint>
#include <string>
#include <string_view>

#include "law.h"
#include "probe/probe.h"
#include "text/text.h"

using namespace starling;

namespace {

void look_at_questions(const Story& story) {
  for (const ProbeQuestion& each : probe_questions(story)) {
    law(!each.ask.empty() && is_utf8(each.ask), "a question is text");
    law(still_says(story, each.from), "a question is about words that are there");
  }
  for (const DrillStep& step : drill(story, Seed{1})) law(!step.followup || *step.followup < story.followups.size(), "a step knows its follow-up");
  for (const Item& item : probe_items(story)) law(item.id.group() == story.id && probe_of(story, number_of_probe(item.id)), "an item is a probe of the story");
}

void look_at_edit(std::string_view text) {
  const StoryFile before = read_story(text, "fuzz.toml");
  const FollowUp added{"Why “so”?", "As \\ it was.", before.story ? highest_probe(*before.story) + 1 : 1, Layer::Role, "so"};
  const FollowUpEdit edits[]{{{}, added}};
  const StoryEdit edit = with_followups(text, "fuzz.toml", edits);
  if (!edit.wrong.empty()) return law(edit.text == text, "a refused edit changes nothing");
  law(before.story.has_value(), "only a story is edited");
  const StoryFile after = read_story(edit.text, "fuzz.toml");
  law(after.story && after.story->followups.size() == before.story->followups.size() + 1, "one follow-up more");
  const std::size_t at = edit.text.find("[[followup]]\nask = \"Why “so”?\"");
  const std::size_t windows = edit.text.find("[[followup]]\r\nask = \"Why “so”?\"");
  law(at != edit.text.npos || windows != edit.text.npos, "the block is there");
  (void)line_of_probe(edit.text, *added.probe);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const StoryFile file = read_story(text, "fuzz.toml");
  if (file.story) look_at_questions(*file.story);
  look_at_edit(text);
  Story said;
  said.id = "said";
  said.sections.fill(std::string(text));
  for (const ProbeQuestion& each : probe_questions(said)) law(each.ask.find_first_of("{}") == each.ask.npos, "no slot is left open");
  return 0;
}
