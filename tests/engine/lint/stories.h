// Stories for the lint: a plain one that no rule marks, and the same with one part changed.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"
#include "source/source.h"
#include "story/story.h"
#include "support/home.h"

namespace starling::test {

inline constexpr std::string_view kSituation =
    "In March 2025 our checkout failed for 40 minutes twice in one month, and 3,000 orders were lost each time it did.";
inline constexpr std::string_view kTask = "I took it on to bring these failures to none by the summer, with the people I had.";
inline constexpr std::string_view kAction =
    "I first read the reports of both failures and found that one slow call held every thread. I proposed a time limit on it, but "
    "Dana, who owned the call, feared that orders would be dropped. I asked her for her worst case and measured it for a week: one "
    "order in 9,000 took longer. I decided to keep those in a queue rather than drop them, and wrote the page that says why. Two "
    "teams use the same call, so I showed them my figures and let them choose the day. In May the queue itself filled up in a test. "
    "I stopped the change for ten days, which cost us the date that I had promised, and put a limit on the queue as well. Then I "
    "moved one shop a day, looked at its errors each evening, and went back once when they rose. I also set the rule that every "
    "new call gets a limit on its first day, and gave the rule an owner in the platform team so that it would not depend on me.";
inline constexpr std::string_view kResult =
    "Since June no failure of this kind has lasted longer than 2 minutes, down from 40, and lost orders fell from 6,000 in a month "
    "to 11. The change cost 30 days of two people. Four other teams took up the rule within half a year.";
inline constexpr std::string_view kReflection = "I should have tested the queue before I promised a date; now I test the newest part first.";

// As it stands in a file; each section on a line of its own.
struct Draftable {
  std::string head = "when = \"2025-03 to 2025-09\"\nscope = { teams = 3, people = 4, horizon_months = 10 }\n";
  std::string situation{kSituation};
  std::string task{kTask};
  std::string action{kAction};
  std::string result{kResult};
  std::string reflection{kReflection};
  std::string tail;

  [[nodiscard]] std::string text() const {
    return fmt::format("schema = 1\n[story]\nid = \"a\"\ntitle = \"A\"\n{}[sections]\nsituation = \"{}\"\ntask = \"{}\"\naction = "
                       "\"{}\"\nresult = \"{}\"\nreflection = \"{}\"\n{}",
                       head, situation, task, action, result, reflection, tail);
  }
};

inline std::vector<LintFlag> flags_of_text(const std::string& text, const LintSettings& settings = {}, LintContext context = {}) {
  const StoryFile file = read_story(text, "a.toml");
  for (const Problem& problem : file.problems) INFO(to_line(problem));
  REQUIRE(file.story);
  if (context.today == Day{}) context.today = day("2026-11-26");
  return lint(*file.story, text, settings, context);
}

inline std::vector<std::string> rules_of(const std::vector<LintFlag>& flags) {
  std::vector<std::string> rules;
  for (const LintFlag& flag : flags) rules.emplace_back(flag.rule);
  std::ranges::sort(rules);
  return rules;
}
inline std::vector<std::string> rules_of_text(const std::string& text, const LintSettings& settings = {}) {
  return rules_of(flags_of_text(text, settings));
}

inline bool marks(const std::string& text, std::string_view rule, const LintSettings& settings = {}) {
  const auto rules = rules_of_text(text, settings);
  return std::ranges::find(rules, rule) != rules.end();
}

// So many words without a meaning to any rule.
inline std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += i % 9 == 8 ? "stone. " : "stone ";
  return text;
}

}  // namespace starling::test
