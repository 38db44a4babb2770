// `story lint`: what a coach would mark, as screens and scripts see it.
#include <doctest/doctest.h>

#include <algorithm>

#include "cli/desk.h"
#include "lint/lint.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::widest;

namespace {

void begin_with_samples(Desk& desk) {
  desk.begin();
  desk.add_sample_stories();
}

std::vector<std::string> rules_in(const Json& reply) {
  std::vector<std::string> rules;
  for (const Json& problem : reply["problems"]) rules.push_back(problem["rule"]);
  return rules;
}

}  // namespace

TEST_CASE("a weak story is marked with its places, reasons and advice, and the lint ends with 1") {
  Desk desk;
  begin_with_samples(desk);
  const Reply reply = desk("story lint team-migration");
  CHECK(reply.exit == 1);
  CHECK(reply.err.empty());
  CHECK(contains(reply.out, "stories/story-05-team-migration.toml:"));
  CHECK(contains(reply.out, " we-heavy\n  In the action I or mine is said 1 time, we or ours 7 times: 13 % is I, at"));
  CHECK(contains(reply.out, "  Why: Behind a we nobody can tell"));
  CHECK(contains(reply.out, "  Do: Say of each step who did it"));
  CHECK(contains(reply.out, "  Word: best practice\n"));
  CHECK(contains(reply.out, "  To reach L6: "));
  CHECK_FALSE(contains(reply.out, "No flag does not mean"));
}

TEST_CASE("a clean lint says that it is no measure of quality, and ends with 0") {
  Desk desk;
  begin_with_samples(desk);
  const Reply reply = desk("story lint checkout-cells");
  CHECK(reply.exit == 0);
  CHECK(contains(reply.out, "no flag\n"));
  CHECK(contains(reply.out, "No flag does not mean a good story"));
  CHECK(desk("story lint story/checkout-cells").exit == 0);
}

TEST_CASE("an introduction is measured by its own length, and only what must not leave the house is said of it") {
  Desk desk;
  desk.begin();
  const std::string text = test::text_of(std::filesystem::path(STARLING_SOURCE_ROOT) / "tests/stories/introduction.toml");
  desk.folder.write("study/stories/introduction.toml", text);
  const Reply clean = desk("story lint introduction");
  CHECK(clean.exit == 0);
  CHECK(contains(clean.out, " of 1:15\n"));
  CHECK_FALSE(contains(clean.out, " 0 words"));
  CHECK_FALSE(contains(clean.out, "To reach"));
  std::string leaky = text;
  leaky.replace(leaky.find("I work best"), 11, "Write to someone@example.com. I work best");
  desk.folder.write("study/stories/introduction.toml", leaky);
  CHECK(rules_in(desk("story lint introduction --json").json()) == std::vector<std::string>{"secret"});
}

TEST_CASE("a story that was put away is linted by its name alone") {
  Desk desk;
  begin_with_samples(desk);
  REQUIRE(desk("story archive team-migration").exit == 0);
  CHECK_FALSE(contains(desk("story lint").out, "team-migration"));
  CHECK(contains(desk("story lint team-migration").out, " we-heavy"));
}

TEST_CASE("all stories are linted together, on narrow screens and wide ones") {
  Desk desk;
  begin_with_samples(desk);
  for (const int columns : {40, 80, 100}) {
    desk.columns = columns;
    const Reply reply = desk("story lint");
    CAPTURE(reply.out);
    CHECK(reply.exit == 1);
    CHECK(widest(reply.out) <= columns);
    for (const std::string id : {"checkout-cells", "oncall-load", "wrong-queue", "search-rewrite", "team-migration"})
      CHECK(contains(reply.out, id));
  }
  CHECK(contains(desk("story lint").out, "5 stories, 2 with a flag, "));
}

TEST_CASE("the reply for scripts has the places of deck check and more") {
  Desk desk;
  begin_with_samples(desk);
  const Reply reply = desk("story lint --json");
  CHECK(reply.exit == 1);
  const Json json = reply.json();
  CHECK(json["version"] == 1);
  CHECK(json["stories"].size() == 5);
  for (const Json& problem : json["problems"]) {
    CHECK(problem["card"] == problem["story"]);
    CHECK(problem["line"] > 1);
    for (const std::string key : {"file", "rule", "severity", "text", "why", "advice"}) CHECK_FALSE(problem[key].get<std::string>().empty());
  }
  for (const Json& story : json["stories"]) {
    const auto flags = std::ranges::count_if(json["problems"], [&](const Json& each) { return each["story"] == story["story"]; });
    CHECK(story["flags"] == flags);
    CHECK((story["question"].is_null() || story["question"].get<std::string>().ends_with('?')));
  }
}

TEST_CASE("one rule alone is shown, off or not; a rule that is off marks nothing; a limit is what the settings say") {
  Desk desk;
  begin_with_samples(desk);
  const auto hedged = rules_in(desk("story lint --rule hedged --json").json());
  CHECK(hedged == std::vector<std::string>{"hedged", "hedged"});
  CHECK(desk("config story.lint.off hedged,short").exit == 0);
  const auto rest = rules_in(desk("story lint --json").json());
  CHECK(std::ranges::count(rest, "hedged") == 0);
  CHECK(std::ranges::count(rest, "short") == 0);
  CHECK(rules_in(desk("story lint --rule hedged --json").json()) == hedged);
  CHECK(desk("config story.lint.long_words 300").exit == 0);
  CHECK(rules_in(desk("story lint checkout-cells --json").json()) == std::vector<std::string>{"long"});
  test::check_refused(desk, "story lint --rule hedge", "hedged");
  test::check_refused(desk, "config story.lint.off hedge", "not a rule", 2);
  test::check_refused(desk, "story lint checkout-cells --rules", "--rules");
}

TEST_CASE("the rules are listed with their definitions and limits as they are now") {
  Desk desk;
  desk.begin("[story.lint]\nshort_words = 150\noff = [\"passive\"]\n");
  desk.columns = 40;
  const std::string narrow = desk("story lint --rules").out;
  CHECK(widest(narrow) <= 40);
  desk.columns = 80;
  const Reply reply = desk("story lint --rules");
  CHECK(reply.exit == 0);
  CHECK(contains(reply.out, "short\n  All sections have fewer than 150 words.\n  story.lint.short_words = 150\n"));
  CHECK(contains(reply.out, "passive (off)\n"));
  const Json json = desk("story lint --rules --json").json();
  CHECK(json["rules"].size() == kLintRules.size());
  CHECK(json["rules"][0]["limits"][0]["key"] == "story.lint.short_words");
  CHECK(json["rules"][0]["limits"][0]["value"] == 150);
}

TEST_CASE("a story file that is wrong ends with 3 and its place, and the other stories are linted") {
  Desk desk;
  begin_with_samples(desk);
  desk.folder.write("study/stories/odd.toml", "schema = 1\n[story]\nid = \"odd\"\ntitle = \"Odd\"\nmood = 1\n");
  const Reply reply = desk("story lint");
  CHECK(reply.exit == 3);
  CHECK(contains(reply.out, "stories/odd.toml:5:"));
  CHECK(contains(reply.out, "team-migration"));
  CHECK(desk("story lint odd").exit == 3);
  CHECK(desk("story lint checkout-cells").exit == 0);
  const Json json = desk("story lint odd --json").json();
  CHECK(json["problems"][0]["rule"] == "unknown-key");
  CHECK(json["stories"].empty());
  test::check_refused(desk, "story lint checkout-cels", "checkout-cells");
}

TEST_CASE("without a story the lint says how to write one, and a new one is a draft that is not scolded") {
  Desk desk;
  desk.begin();
  const Reply none = desk("story lint");
  CHECK(none.exit == 0);
  CHECK(contains(none.out, "starling story new"));
  CHECK(desk("story new Night pages --principle BE").exit == 0);
  const Reply draft = desk("story lint");
  CHECK(draft.exit == 0);
  CHECK(contains(draft.out, "A draft: the rules for a whole text wait."));
}

TEST_CASE("a story that was told for three questions of one interview is the same lead") {
  Desk desk;
  begin_with_samples(desk);
  for (const std::string question : {"Owned?", "Wrong?", "Deep?"})
    CHECK(desk.run({"debrief", "add", "--question", question, "--story", "checkout-cells"}).exit == 0);
  CHECK(rules_in(desk("story lint checkout-cells --json").json()) == std::vector<std::string>{"same-lead"});
}
