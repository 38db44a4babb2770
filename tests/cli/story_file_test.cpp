// What a story looks like beside what is wanted of it; another id for it; putting it away.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::text_of;
using test::widest;

namespace {

const char* kTold = R"([story]
id = "night"
title = "Night pages"
level = "L6"
when = "2025"
role = "Lead"
employer = "Larkfield"
insight = "Fix the alarm first."
scope = { teams = 1, people = 8, money = "40 k EUR" }
target_seconds = 120
[[principle]]
id = "BE"
[sections]
situation = "One two three four five. {{150: Six seven.}}"
task = "One two three four five."
action = "One two three four five six seven eight nine ten."
result = "One two three four five."
reflection = "One two three four five."
[[variant]]
seconds = 60
text = "The short one."
[[followup]]
ask = "Who disagreed?"
answer = "The night shift."
probe = 2
layer = "decision"
)";

}  // namespace

TEST_CASE("a story is shown with what is wanted beside what is there, and the lengths it can be told in") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/stories/night.toml", kTold);
  const std::string shown = desk("story show night").out;
  for (const char* part : {"L6 · 2025 · Lead · Larkfield · 1 team, 8 people, 40 k EUR", "To keep: Fix the alarm first.",
                           "7 words, 22 % · wanted 38, 13 %", "10 words, 31 % · wanted 157, 56 %", "   60 s  3 words, about 0:01 of 1:00",
                           "  150 s  32 words, about 0:14 of 2:00", "Read one: starling story show night --length 60",
                           "probe 2, decision: not asked yet"}) {
    CAPTURE(part);
    CHECK(contains(shown, part));
  }
  const std::string minute = desk("story show night --length 60").out;
  CHECK(contains(minute, "In 60 s: 3 words, about 0:01 of 1:00"));
  CHECK(contains(minute, "The short one."));
  CHECK(contains(desk("story show night --length 150").out, "Situation"));
  check_refused(desk, "story show night --length 270", "has no text of 270 s; it can be told in 60, 150 s");
  check_refused(desk, "story show night --length 90", "30, 60, 150 or 270");
  const Json json = desk("story show night --length 60 --json").json()["story"];
  CHECK(json["wanted_words"]["action"] == 157);
  CHECK(json["words"]["action"] == 10);
  CHECK(json["lengths"].size() == 2);
  CHECK(json["told"]["pieces"][0]["text"] == "The short one.");
  CHECK(json["insight"] == "Fix the alarm first.");
  CHECK(json["scope"]["people"] == 8);
  CHECK(json["followups"][0]["probe"] == 2);
  desk.columns = 40;
  CHECK(widest(desk("story show night").out) <= 40);
  CHECK(widest(desk("story show night --length 60").out) <= 40);
}

TEST_CASE("an introduction is shown with its text alone") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/stories/me.toml", "[story]\nid = \"me\"\ntitle = \"Me\"\nkind = \"intro\"\ntext = \"I build things.\"\n");
  const std::string shown = desk("story show me").out;
  CHECK(contains(shown, "I build things."));
  CHECK_FALSE(contains(shown, "Situation"));
  CHECK(contains(desk("story list").out, "me · introduction"));
}

TEST_CASE("a story that is put away is in no list, is not asked, and comes back as it was") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  const auto path = desk.home() / "stories/story-01-checkout-cells.toml";
  const std::string before = text_of(path);
  CHECK(desk("answer story/checkout-cells good").exit == 0);
  const std::size_t all = desk("story list --json").json()["stories"].size();
  const Reply away = desk("story archive checkout-cells");
  CHECK(away.exit == 0);
  CHECK(contains(away.out, "Put away checkout-cells: neither told nor counted"));
  CHECK(desk("story list --json").json()["stories"].size() == all - 1);
  CHECK(desk("story list --all --json").json()["stories"].size() == all);
  CHECK(contains(desk("story list").out, "1 put away: starling story list --all"));
  CHECK(contains(desk("why story/checkout-cells").out, "retired"));
  CHECK(desk("coverage --json").json()["summary"]["complete"] == desk("coverage --json --date 2026-11-24").json()["summary"]["complete"]);
  CHECK(contains(desk("story archive checkout-cells").out, "is put away already"));
  CHECK(desk("story archive checkout-cells --back --json").json()["changed"] == true);
  CHECK(text_of(path) == before);
  CHECK(contains(desk("story archive checkout-cells --back").out, "is not put away"));
  CHECK(desk("story list --json").json()["stories"][0]["tellings"] == 1);
  check_refused(desk, "story archive nothing", "nothing");
}

TEST_CASE("an undo says of a story that was written since the last deed that it leaves it alone") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/stories/night.toml", kTold);
  const auto file = desk.home() / "stories/night.toml";
  const auto written = [&](std::chrono::hours ago) { std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - ago); };
  written(std::chrono::hours(1));
  REQUIRE(desk("answer story/night good").exit == 0);
  CHECK(desk("undo").err.empty());
  written(std::chrono::hours(-1));
  REQUIRE(desk("redo").exit == 0);
  const Reply undone = desk("undo");
  CHECK(contains(undone.out, "story/night"));
  CHECK(contains(undone.err, "stories/night.toml was written since the last deed."));
  CHECK(desk("undo --quiet").err.empty());
  CHECK(text_of(file) == kTold);
}

TEST_CASE("why of a story's card tells of a rename once") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/stories/night.toml", kTold);
  REQUIRE(desk("answer story/night good").exit == 0);
  REQUIRE(desk("answer my-stories/night#opening good").exit == 0);
  REQUIRE(desk("story rename night quiet").exit == 0);
  for (const char* item : {"story/quiet", "my-stories/quiet#opening"}) {
    const std::string why = desk(std::string("why ") + item).out;
    CHECK(contains(why, "renamed"));
    CHECK_FALSE(contains(why, "renamed, renamed"));
  }
}

TEST_CASE("a renamed story is told of with its tellings, and undo says what became of the file") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/stories/night.toml", kTold);
  CHECK(desk("answer story/night good").exit == 0);
  const Reply renamed = desk("story rename night quiet-nights");
  CHECK(renamed.exit == 0);
  CHECK(contains(renamed.out, "Renamed story/night to story/quiet-nights, in stories/quiet-nights.toml: 1"));
  CHECK(desk("story list --json").json()["stories"][0]["tellings"] == 1);
  const Reply undone = desk("undo");
  CHECK(contains(undone.out, "the rename of story/night to story/quiet-nights"));
  CHECK(contains(undone.err, "the story 'quiet-nights' is 'night' again, in stories/night.toml"));
  CHECK(text_of(desk.home() / "stories/night.toml") == kTold);
  CHECK(desk("story rename story/night story/other --json").json()["renamed"][0]["to"] == "story/other");
  check_refused(desk, "story rename night x", "night");
  check_refused(desk, "story rename other Two Words", "does not take");
  check_refused(desk, "story rename other X_y", "such as 'x-y'");
  check_refused(desk, "story rename other other", "both are the same id");
}
