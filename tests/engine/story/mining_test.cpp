#include "story/mining.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "text/text.h"

using namespace starling;

TEST_CASE("twenty prompts ask for the last five years and for every kind, each once") {
  const std::vector<MinePrompt> prompts = mine_prompts(2026);
  REQUIRE(prompts.size() == kMinePrompts);
  std::set<std::pair<std::string_view, int>> ids;
  std::map<int, int> years;
  for (const MinePrompt& prompt : prompts) {
    CAPTURE(prompt.text);
    CHECK(ids.emplace(prompt.kind, prompt.year.value_or(0)).second);
    CHECK(is_kebab(prompt.kind));
    CHECK(prompt.text.ends_with('?'));
    CHECK(prompt.text.find('{') == prompt.text.npos);
    if (!prompt.year) continue;
    ++years[*prompt.year];
    CHECK(prompt.text.starts_with(std::to_string(*prompt.year)));
  }
  CHECK(years == std::map<int, int>{{2022, 2}, {2023, 2}, {2024, 2}, {2025, 2}, {2026, 2}});
  for (const char* kind : {"peak", "failure", "conflict", "changed-mind", "unasked", "growth"})
    CHECK(std::ranges::any_of(prompts, [&](const MinePrompt& prompt) { return prompt.kind == kind; }));
}
