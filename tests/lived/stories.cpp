#include "lived/stories.h"

#include <fmt/format.h>

#include "story/story.h"

namespace starling::test {

namespace {

constexpr std::size_t kStories = 25;

std::string angle(std::size_t principle, std::string_view strength) {
  return fmt::format("[[principle]]\nid = \"{}\"\nstrength = \"{}\"\n", principles()[principle].id, strength);
}

}  // namespace

std::vector<MadeStory> made_stories() {
  std::vector<MadeStory> stories;
  for (std::size_t i = 0; i < kStories; ++i) {
    const std::size_t primary = i % kPrincipleCount;
    stories.push_back({fmt::format("made-{:02}", i + 1), fmt::format("Made story {}: {}", i + 1, principles()[primary].name), primary,
                       (primary + 5) % kPrincipleCount, (primary + 11) % kPrincipleCount});
  }
  return stories;
}

std::string whole_text(const MadeStory& story, Day day) {
  return fmt::format(
             "# A fictional story: the people, companies and figures in it are invented.\nschema = 1\n[story]\nid = \"{}\"\n"
             "title = \"{}\"\nfictional = true\nwhen = \"2026-02 to 2026-11\"\nrole = \"Engineering manager, orders\"\n"
             "scope = {{ teams = 3, people = 22, horizon_months = 9 }}\n",
             story.id, story.title) +
         angle(story.primary, "primary") + angle(story.second, "secondary") + angle(story.third, "secondary") +
         "[sections]\nsituation = \"\"\"In February the order service of an invented grocer lost 3 % of its orders each Monday.\"\"\"\n"
         "task = \"\"\"I ran that team, and I took on to bring the loss below 0.1 % by May.\"\"\"\n"
         "action = \"\"\"I read 40 lost orders myself, found one retry without a key behind 36 of them, and wrote down three ways out. "
         "I chose the smallest, asked two other teams for a week each, and showed our numbers to both directors every Friday.\"\"\"\n"
         "result = \"\"\"By the end of April the loss was 0.04 %, and 12 hours of support a week were saved.\"\"\"\n"
         "reflection = \"\"\"I would ask for the key in the first review of such a service.\"\"\"\n"
         "[[metric]]\nname = \"orders lost\"\nbefore = \"3 %\"\nafter = \"0.04 %\"\n"
         "[score]\nsituation = 4\nownership = 5\naction = 4\nresult = 4\nprinciple = 4\nreflection = 4\n" +
         fmt::format("[[revision]]\ndate = {}\nnote = \"Told once, then cut to two minutes.\"\n", to_string(day));
}

}  // namespace starling::test
