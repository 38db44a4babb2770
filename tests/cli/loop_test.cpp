// The rounds of the interview with commands: what goes where, what is written down, what is refused.
#include <doctest/doctest.h>

#include <set>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;

namespace {

std::string loop_file_of(const Desk& desk) { return test::text_of(desk.home() / "loop.toml"); }

// Without breaks between lines and what they begin with.
std::string in_one_line(const std::string& text) {
  std::string one;
  for (const char c : text)
    if ((c != '\n' && c != ' ') || !one.ends_with(' ')) one += c == '\n' ? ' ' : c;
  return one;
}

// A complete story that is told for the first principle first, and for the others too.
void add_story(Desk& desk, const std::string& id, const std::vector<std::string>& angles, int score = 4) {
  std::string text = "schema = 1\n[story]\nid = \"" + id + "\"\ntitle = \"About " + id + "\"\n";
  for (const std::string& principle : angles)
    text += "[[principle]]\nid = \"" + principle + "\"\nstrength = \"" + (principle == angles.front() ? "primary" : "secondary") + "\"\n";
  text += "[sections]\nsituation = \"It stopped 3 times a week. Nobody knew why.\"\ntask = \"I had to find out why.\"\n"
          "action = \"I read every line of it.\"\nresult = \"It fell from 3 to 0. We were very glad of that.\"\nreflection = \"I would ask much sooner now.\"\n[score]\n";
  for (const char* part : {"situation", "ownership", "action", "result", "principle", "reflection"})
    text += std::string(part) + " = " + std::to_string(score) + "\n";
  text += "[[metric]]\nname = \"stops a week\"\nbefore = \"3\"\nafter = \"0\"\n";
  desk.folder.write("study/stories/" + id + ".toml", text);
}

// Stories of a round, and how many backups.
std::set<std::string> told_in(const Json& loop, const std::string& round) {
  std::set<std::string> ids;
  for (const Json& each : loop["rounds"])
    if (each["id"] == round)
      for (const Json& place : each["principles"])
        for (const char* seat : {"story", "backup"})
          if (!place[seat].is_null()) ids.insert(place[seat]["id"]);
  return ids;
}

}  // namespace

TEST_CASE("of two rounds with one title an id names one") {
  Desk desk;
  desk.begin();
  for (const char* day : {"2026-12-20", "2026-12-10"})
    REQUIRE(desk(std::string("loop add Phone --kind phone-screen --on ") + day).exit == 0);
  CHECK(contains(desk("loop sheet phone").out, "20 Dec"));
  CHECK(contains(desk("loop sheet phone-2").out, "10 Dec"));
  REQUIRE(desk("loop add Owners --kind behavioural --principles OW").exit == 0);
  CHECK_FALSE(contains(in_one_line(desk("loop").out), "Every principle stands in another round."));
  CHECK(desk("loop drop phone").exit == 0);
  CHECK_FALSE(contains(loop_file_of(desk), "2026-12-20"));
  CHECK(contains(loop_file_of(desk), "2026-12-10"));
}

TEST_CASE("without a loop.toml a usual loop of the level stands there, and is said to be a guess") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  const auto said = desk("loop");
  CHECK(said.exit == 0);
  CHECK(contains(in_one_line(said.out), "A usual loop for L6, a guess."));
  CHECK(contains(said.out, "Bar raiser\n  bar-raiser: bar-raiser, 1 h\n"));
  const Json six = desk("loop --json").json();
  CHECK(six["source"] == "usual");
  CHECK(six["summary"]["places"] == 16);
  CHECK(six["rounds"].size() == 6);
  CHECK(six["unasked"].empty());
  desk("config level L7");
  CHECK(desk("loop --json").json()["rounds"][0]["id"] == "architecture");
  CHECK_FALSE(std::filesystem::exists(desk.home() / "loop.toml"));
}

TEST_CASE("a story goes to one round, its backup is another story, and what is missing is named with the way out") {
  Desk desk;
  desk.begin();
  add_story(desk, "nights", {"ownership", "dive-deep"}, 5);
  add_story(desk, "queue", {"ownership"}, 3);
  add_story(desk, "cells", {"dive-deep"}, 2);
  add_story(desk, "costs", {"bias-for-action"});
  CHECK(desk.run({"loop", "add", "Bar raiser", "--principles", "OW,dive-deep,HB", "--kind", "bar-raiser", "--minutes", "60", "--on", "2027-05-07"}).exit == 0);
  const Json loop = desk("loop --json").json();
  CHECK(loop["source"] == "loop.toml");
  CHECK(loop["summary"] == Json{{"rounds", 1}, {"places", 3}, {"with_story", 2}, {"with_backup", 1}});
  const Json& asked = loop["rounds"][0]["principles"];
  CHECK(asked[0]["story"]["id"] == "nights");
  CHECK(asked[0]["backup"]["id"] == "queue");
  CHECK(asked[1]["story"]["id"] == "cells");
  CHECK(asked[1]["backup"].is_null());
  CHECK(asked[2]["story"].is_null());
  CHECK(loop["uncovered"].size() == 2);
  CHECK(loop["uncovered"][0] == Json{{"round", "bar-raiser"}, {"principle", "have-backbone"}, {"missing", "story"}, {"action", "new"}, {"story", nullptr}});
  CHECK(loop["uncovered"][1]["missing"] == "backup");
  CHECK(loop["unasked"].size() == 13);
  const std::string screen = desk("loop").out;
  CHECK(contains(screen, "The loop on Fri 7 May 2027\n1 round, 3 places: 2 with a story, 1 with a backup.\n"));
  CHECK(contains(screen, "  OW Ownership\n     Story   About nights (primary, 5.0)\n     Backup  About queue (primary, 3.0)\n"));
  CHECK(contains(in_one_line(screen), "HB: a new one; starling story new TITLE --principle HB"));
}

TEST_CASE("a story that stands nowhere is proposed for another angle before a new one is") {
  Desk desk;
  desk.begin();
  add_story(desk, "nights", {"ownership"});
  desk("loop add Coding --principles BA --kind coding");
  const Json gap = desk("loop --json").json()["uncovered"][0];
  CHECK(gap["action"] == "re-angle");
  CHECK(gap["story"] == "nights");
  CHECK(contains(in_one_line(desk("loop").out), "BA Bias for Action (coding): tell 'About nights' from this angle: starling story edit nights"));
}

TEST_CASE("what was told in a round is not told in the next one, and an undo takes that back") {
  Desk desk;
  desk.begin();
  add_story(desk, "nights", {"ownership"}, 5);
  add_story(desk, "queue", {"ownership"}, 3);
  desk("loop add First --principles OW");
  desk("loop add Second --principles OW");
  CHECK(desk("loop --json").json()["summary"]["with_story"] == 2);
  const auto used = desk("loop used first story/nights");
  CHECK(used.exit == 0);
  CHECK(used.out == "'First' (first) is over; told: nights.\n");
  CHECK(contains(loop_file_of(desk), "used = [\"nights\"]\n\n[[round]]\nid = \"second\""));
  CHECK(told_in(desk("loop --json").json(), "second") == std::set<std::string>{"queue"});
  CHECK(contains(desk("loop").out, "Over; told: nights."));
  CHECK(desk("undo").out == "Undid: the round first changed\n");
  CHECK_FALSE(contains(loop_file_of(desk), "used"));
  CHECK(desk("redo").exit == 0);
  CHECK(contains(loop_file_of(desk), "used = [\"nights\"]"));
}

TEST_CASE("a story that was told is not told again under another id, and an id of no story is named") {
  Desk desk;
  desk.begin();
  add_story(desk, "nights", {"ownership"}, 5);
  add_story(desk, "queue", {"ownership"}, 3);
  desk("loop add First --principles OW");
  desk("loop add Second --principles OW");
  desk("loop used first nights");
  REQUIRE(desk("story rename nights quiet-nights").exit == 0);
  CHECK(contains(desk("loop").out, "Over; told: quiet-nights."));
  CHECK(told_in(desk("loop --json").json(), "second") == std::set<std::string>{"queue"});
  CHECK_FALSE(contains(desk("loop").out, "no story that"));
  desk.folder.write("study/loop.toml", "schema = 1\n[[round]]\nid = \"first\"\ntitle = \"First\"\nused = [\"nights\"]\n");
  CHECK(contains(in_one_line(desk("loop").out), "loop.toml says of what is no story that it was told: nights. Where it has another id by now"));
  CHECK(contains(desk("deck check").out, "loop.toml:5:8: warning: 'nights' is no story"));
  CHECK(contains(desk("doctor").out, "'nights' is no story"));
  desk.folder.write("study/stories/broken.toml", "id = ");
  CHECK_FALSE(contains(desk("loop").out, "is no story"));
}

TEST_CASE("a second attempt begins with a loop of its own, and what was told in the first is rather not told again") {
  Desk desk;
  desk.begin();
  add_story(desk, "best", {"ownership"}, 5);
  add_story(desk, "fair", {"ownership"}, 4);
  desk("loop used manager best --date 2027-05-07");
  desk("loop add Panel --principles DD --on 2027-02-12 --date 2027-02-01");
  const Json first = desk("loop --json --date 2027-05-10").json();
  CHECK(first["rounds"].size() == 7);
  CHECK(first["earlier_rounds"] == 0);
  REQUIRE(desk("debrief outcome rejected --reason depth --date 2027-05-10").exit == 0);
  REQUIRE(desk("init --start 2027-11-01 --interview 2027-12-10 --yes --date 2027-11-01").exit == 0);
  const Json second = desk("loop --json --date 2027-11-01").json();
  CHECK(second["source"] == "usual");
  CHECK(second["earlier_rounds"] == 7);
  CHECK(second["summary"]["places"] == 16);
  CHECK(told_in(second, "manager-2") == std::set<std::string>{"fair", "best"});
  CHECK(second["rounds"][3]["principles"][0]["story"]["id"] == "fair");
  CHECK(contains(in_one_line(desk("loop --date 2027-11-01").out), "7 rounds of an earlier attempt are left out; what was told there is rather not told again."));
  REQUIRE(desk("loop drop panel --date 2027-11-02").exit == 0);
  CHECK(desk("loop --json --date 2027-11-02").json()["earlier_rounds"] == 6);
  REQUIRE(desk("undo --date 2027-11-02").exit == 0);
  REQUIRE(desk("story rename best quite-other --date 2027-11-02").exit == 0);
  CHECK(desk("loop --json --date 2027-11-02").json()["earlier_rounds"] == 7);
  CHECK(desk("loop used manager-2 fair --date 2027-12-10").exit == 0);
  const Json own = desk("loop --json --date 2027-12-10").json();
  CHECK(own["source"] == "loop.toml");
  CHECK(own["rounds"].size() == 6);
  CHECK(own["summary"]["places"] == 13);
  CHECK(contains(loop_file_of(desk), "used = [\"quite-other\"]"));
}

TEST_CASE("a story told in a phone screen, or named in a debrief, is rather not told again") {
  Desk desk;
  desk.begin();
  add_story(desk, "best", {"ownership"}, 5);
  add_story(desk, "fair", {"ownership"}, 3);
  desk("loop add Second --principles OW");
  CHECK(desk("loop --json").json()["rounds"][0]["principles"][0]["story"]["id"] == "best");
  desk.run({"loop", "add", "Phone", "--principles", "OW", "--kind", "phone-screen", "--on", "2026-11-24"});
  desk("loop used phone best");
  CHECK(desk("loop --json").json()["rounds"][1]["principles"][0]["story"]["id"] == "fair");
  desk("loop drop phone");
  CHECK(desk("loop --json").json()["rounds"][0]["principles"][0]["story"]["id"] == "best");
  desk.run({"debrief", "add", "--question", "When were you wrong?", "--story", "best"});
  CHECK(desk("loop --json").json()["rounds"][0]["principles"][0]["story"]["id"] == "fair");
}

TEST_CASE("review aims at the next three phone screens, and a fourth is told that it waits") {
  Desk desk;
  desk.begin();
  for (const char* day : {"2026-12-20", "2027-01-10", "2027-02-05"})
    CHECK_FALSE(contains(desk(std::string("loop add Phone --kind phone-screen --on ") + day + " --date 2026-11-23").out, "Review aims"));
  CHECK(contains(desk("loop add Phone --kind phone-screen --on 2027-03-05 --date 2026-11-23").out, "Review aims at the next 3 days with a phone screen"));
}

TEST_CASE("a phone screen is told of from two weeks before it on, up to its day") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("loop add Screening --kind phone-screen --on 2026-12-15 --date 2026-11-23").exit == 0);
  const auto today = [&](const std::string& date) { return desk("today --date " + date).out; };
  CHECK_FALSE(contains(today("2026-11-30"), "Screening"));
  CHECK(contains(today("2026-12-01"), "Screening is in 14 days, on Tue 15 Dec."));
  CHECK(contains(today("2026-12-14"), "Screening is tomorrow, on Tue 15 Dec."));
  REQUIRE(desk("loop add Another --kind phone-screen --on 2026-12-18 --date 2026-11-23").exit == 0);
  CHECK(contains(today("2026-12-14"), "Screening is tomorrow, on Tue 15 Dec."));
  CHECK(contains(today("2026-12-14"), "Another is in 4 days, on Fri 18 Dec."));
  REQUIRE(desk("loop drop another --date 2026-11-23").exit == 0);
  const std::string of_the_day = desk("loop add Late --kind phone-screen --on 2027-05-10 --date 2026-11-23").out;
  CHECK(contains(in_one_line(of_the_day), "Review does not aim at it"));
  CHECK(contains(today("2027-05-09"), "Late is tomorrow"));
  REQUIRE(desk("loop add Twice --kind phone-screen --on 2026-12-15 --date 2026-11-23").exit == 0);
  CHECK(contains(today("2026-12-15"), "Twice is today: starling loop sheet twice"));
  for (const char* drop : {"loop drop late --date 2026-11-23", "loop drop twice --date 2026-11-23"}) REQUIRE(desk(drop).exit == 0);
  CHECK(contains(today("2026-12-15"), "Screening is today: starling loop sheet screening"));
  CHECK_FALSE(contains(today("2026-12-16"), "Screening"));
  // It comes before the loop, of which nothing is known by that.
  const auto loop = [&] { return desk("loop --date 2026-12-01").out; };
  CHECK(contains(in_one_line(loop()), "A usual loop for L6, a guess."));
  CHECK(contains(loop(), "Screening"));
  CHECK(contains(loop(), "Bar raiser"));
  REQUIRE(desk("loop drop screening --date 2026-12-01").exit == 0);
  CHECK_FALSE(contains(today("2026-12-14"), "Screening"));
  CHECK(contains(in_one_line(loop()), "A usual loop for L6, a guess."));
  REQUIRE(desk("undo --date 2026-12-01").exit == 0);
  REQUIRE(desk("loop drop coding-1 --date 2026-12-01").exit == 0);
  CHECK_FALSE(contains(in_one_line(loop()), "a guess."));
  CHECK(contains(loop(), "Screening"));
  CHECK(contains(loop(), "Bar raiser"));
}

TEST_CASE("a change of the usual loop makes it the learner's own") {
  Desk desk;
  desk.begin();
  const auto dropped = desk("loop drop coding-2");
  CHECK(dropped.out == "Dropped: 'Coding, the second' (coding-2).\n");
  const Json loop = desk("loop --json").json();
  CHECK(loop["source"] == "loop.toml");
  CHECK(loop["rounds"].size() == 5);
  CHECK(loop["unasked"] == Json{"highest-standards", "dive-deep"});
  CHECK(desk("undo").out == "Undid: 5 changes of the rounds\n");
  CHECK(desk("loop --json").json()["source"] == "usual");
  CHECK(contains(in_one_line(desk("loop add Mine").out), "From now on your own rounds count in place of the usual ones."));
  CHECK(desk("loop --json").json()["rounds"].size() == 1);
}

TEST_CASE("a round whose principles are not known gets its share of those that no other round has") {
  Desk desk;
  desk.begin();
  desk("loop add First --principles CO,OW");
  desk("loop add Second");
  desk("loop add Lunch --kind lunch");
  const Json rounds = desk("loop --json").json()["rounds"];
  CHECK(rounds[1]["shared"] == true);
  CHECK(rounds[1]["principles"].size() == 3);
  CHECK(rounds[1]["principles"][0]["id"] == "invent-and-simplify");
  CHECK(rounds[2]["principles"].empty());
  CHECK(contains(desk("loop").out, "Nobody asks here"));
}

TEST_CASE("the sheet of a round has openings, figures, backups and two questions") {
  Desk desk;
  desk.begin();
  add_story(desk, "nights", {"ownership"}, 5);
  add_story(desk, "queue", {"ownership"}, 3);
  desk.run({"loop", "add", "Bar raiser", "--principles", "OW,HB", "--kind", "bar-raiser", "--interviewer", "Dana, another team"});
  const auto sheet = desk("loop sheet bar-raiser");
  CHECK(sheet.exit == 0);
  CHECK(contains(sheet.out, "Bar raiser\nbar-raiser, Dana, another team\n"));
  CHECK(contains(sheet.out, "  About nights\n    “It stopped 3 times a week.”\n    - stops a week: 3 → 0\n    - It fell from 3 to 0.\n  Backup: About queue\n"));
  CHECK(contains(sheet.out, "Have Backbone; Disagree and Commit\n  No story is left for it.\n"));
  CHECK(contains(sheet.out, "To ask\n  - "));
  CHECK(desk.run({"loop", "sheet", "Bar raiser", "--json"}).json()["questions"].size() == 2);
  CHECK(contains(desk("loop sheet bar-raiser --format md").out, "# Bar raiser\n\nbar-raiser, Dana, another team\n\n## Ownership\n\n### About nights\n\n> “It") == false);
  CHECK(contains(desk("loop sheet bar-raiser --format md").out, "### About nights\n\n> It stopped 3 times a week.\n\n- stops a week: 3 → 0\n"));
  CHECK(contains(desk("loop sheet bar-raiser --format html").out, "<h3>Backup: About queue</h3>"));
  CHECK(contains(desk("loop --format html").out, "<h2>Bar raiser</h2>"));
  CHECK(contains(desk("loop --format md").out, "## Bar raiser\n"));
}

TEST_CASE("what is wrong is refused, and nothing is written") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  check_refused(desk, "loop drop coding-3", "did you mean 'coding-");
  check_refused(desk, "loop sheet nobody", "there are: coding-1, coding-2, design, manager, behavioural, bar-raiser");
  check_refused(desk, "loop used coding-1 nope", "there is no story 'nope'");
  check_refused(desk, "loop add A --principles OW,XX", "'XX' is not a principle");
  check_refused(desk, "loop add A --principles OW,DD,HB,CO,FR,BE,ET", "--principles takes at most 6 principles, not 7");
  check_refused(desk, "loop add A --kind raiser", "--kind takes behavioural");
  check_refused(desk, "loop add A --minutes 1000", "--minutes");
  check_refused(desk, "loop add " + std::string(57, 'A'), "at most 56 columns");
  CHECK(desk.run({"loop", "add", " "}).exit == 2);
  CHECK(desk.run({"loop", "add", "A", "--interviewer", std::string(201, 'x')}).exit == 2);
  CHECK_FALSE(std::filesystem::exists(desk.home() / "loop.toml"));
  CHECK(desk("undo").exit == 1);
}

TEST_CASE("a principle whose name has a comma is one of several too") {
  Desk desk;
  desk.begin();
  const auto asked = [&](const std::string& id, const std::string& names) {
    REQUIRE(desk.run({"loop", "add", id, "--principles", names}).exit == 0);
    return desk("loop --json").json().dump();
  };
  CHECK(contains(asked("First", "Are Right, A Lot"), "are-right-a-lot"));
  const std::string several = desk.run({"loop", "add", "Second", "--principles", "OW,are right, a lot,Have Backbone; Disagree and Commit,DD"}).out;
  std::string flat = several;
  std::ranges::replace(flat, '\n', ' ');
  CHECK(contains(flat, "Ownership; Are Right, A Lot; Have Backbone; Disagree and Commit; Dive Deep."));
  check_refused(desk, "loop add Third --principles OW,A", "'A' is not a principle");
}

TEST_CASE("a loop.toml with a mistake is told of, the guess goes on without it, and no command writes into it") {
  Desk desk;
  desk.begin();
  const std::string broken = "schema = 1\n[[round]]\nid = \"a\"\ntitle = \"A\"\nprinciples = [\"ownershp\"]\n";
  desk.folder.write("study/loop.toml", broken);
  const auto said = desk("loop");
  CHECK(contains(said.err, "loop.toml:5:14: error: 'ownershp' is not a principle; did you mean 'ownership'?"));
  CHECK(contains(in_one_line(said.out), "loop.toml has a mistake; until it is mended, a usual loop for L6 stands here."));
  CHECK(desk("deck check").exit == 3);
  check_refused(desk, "loop add B", "loop.toml:5:14: error: it cannot be read; mend it: ", 3);
  check_refused(desk, "loop drop coding-2", "loop.toml:5:14: error: it cannot be read; mend it: ", 3);
  CHECK(loop_file_of(desk) == broken);
}

TEST_CASE("Tab offers the rounds, those of the usual loop too") {
  Desk desk;
  desk.begin();
  CHECK(desk.run({"complete", "--", "loop", "drop", "coding"}).out == "words\ncoding-1\ncoding-2\n");
  desk("loop add Bar raiser");
  CHECK(desk.run({"complete", "--", "loop", "sheet", ""}).out == "words\nbar-raiser\n");
}

TEST_CASE("the loop fits a window of forty columns") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  desk.columns = 40;
  CHECK(test::widest(desk("loop").out) <= 40);
  CHECK(test::widest(desk("loop sheet manager").out) <= 40);
}

TEST_CASE("a round whose title is a kind is of that kind") {
  Desk desk;
  desk.begin();
  const std::size_t usual = desk("loop --json").json()["rounds"].size();
  REQUIRE(desk("loop add Phone screen --on 2026-12-15 --date 2026-11-23").exit == 0);
  const Json rounds = desk("loop --json").json()["rounds"];
  CHECK(rounds.size() == usual + 1);
  CHECK(std::ranges::count(rounds, "phone-screen", [](const Json& each) { return each["kind"].get<std::string>(); }) == 1);
}
