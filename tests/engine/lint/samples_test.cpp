// The five example stories against what a coach measured on them.
#include <doctest/doctest.h>

#include "stories.h"

using namespace starling;
using test::day;

namespace {

struct Measured {
  std::string name;
  int words;
  std::vector<std::string> rules;
};

// The rules that were tried on the examples by hand.
bool was_tried(std::string_view rule) {
  constexpr std::string_view tried[]{"short", "long", "situation-heavy", "action-thin", "we-heavy", "no-number", "one-number",
                                     "no-date", "hedged", "jargon", "no-reflection"};
  return std::ranges::find(tried, rule) != std::end(tried);
}

std::string sample_file(const std::string& name) {
  return read_file(STARLING_SOURCE_ROOT "/decks/examples/stories/" + name + ".toml", kMaxTomlBytes).text.value();
}

std::vector<LintFlag> flags_of_sample(const std::string& name) {
  const std::string text = sample_file(name);
  return lint(*read_story(text, name + ".toml").story, text, {}, {day("2026-11-26"), 150, {}});
}

}  // namespace

TEST_CASE("the example stories are marked as a coach marked them by hand") {
  const std::vector<Measured> samples{
      {"story-01-checkout-cells", 345, {}},
      {"story-02-oncall-load", 235, {}},
      {"story-03-wrong-queue", 242, {}},
      {"story-04-search-rewrite", 211, {"action-thin", "hedged", "no-reflection", "one-number", "situation-heavy"}},
      {"story-05-team-migration", 116, {"hedged", "no-date", "no-number", "no-reflection", "short", "we-heavy"}}};
  for (const Measured& sample : samples) {
    CAPTURE(sample.name);
    CHECK(lint_words(*read_story(sample_file(sample.name), "s").story) == sample.words);
    auto rules = test::rules_of(flags_of_sample(sample.name));
    std::erase_if(rules, [](const std::string& rule) { return !was_tried(rule); });
    CHECK(rules == sample.rules);
  }
}

TEST_CASE("the three good examples have no flag at all, the weak ones more than were measured") {
  for (const std::string name : {"story-01-checkout-cells", "story-02-oncall-load", "story-03-wrong-queue"}) {
    CAPTURE(name);
    CHECK(test::rules_of(flags_of_sample(name)).empty());
  }
  const auto weak = test::rules_of(flags_of_sample("story-05-team-migration"));
  for (const std::string rule : {"buzz", "no-decision", "passive"}) CHECK(std::ranges::find(weak, rule) != weak.end());
}

TEST_CASE("the figures of a flag are those of the text") {
  const auto flags = flags_of_sample("story-04-search-rewrite");
  const auto heavy = std::ranges::find(flags, "situation-heavy", &LintFlag::rule);
  REQUIRE(heavy != flags.end());
  CHECK(heavy->text == "The situation has 124 of 211 words, 59 %; at most 25 % is wanted.");
  CHECK(heavy->severity == Severity::Error);
  CHECK(heavy->section == Section::Situation);
  const auto weak = flags_of_sample("story-05-team-migration");
  const auto we = std::ranges::find(weak, "we-heavy", &LintFlag::rule);
  REQUIRE(we != weak.end());
  CHECK(we->text == "In the action I or mine is said 1 time, we or ours 7 times: 13 % is I, at least 60 % is wanted.");
  CHECK(we->words == std::vector<std::string>{"We"});
  const auto hedged = std::ranges::find(weak, "hedged", &LintFlag::rule);
  CHECK(hedged->text == "11 hedges take 12.9 % of the words; at most 1.5 % is wanted.");
  CHECK(hedged->words.front() == "basically");
}
