// Follow-up questions of a story: the list, the drill, and what comes back of it.
#include <doctest/doctest.h>

#include "tests/cli/desk.h"

using namespace starling;
using namespace starling::test;

namespace {

const std::string kStoryFile = "stories/story-01-checkout-cells.toml";

// A desk with the sample stories and a terminal.
struct Drilling {
  Desk desk;
  ScriptedTerminal terminal;
  Drilling() {
    desk.begin();
    desk.add_sample_stories();
    desk.terminal = &terminal;
  }
  Reply drill(const std::string& keys, const std::vector<std::string>& lines = {}, const std::string& more = "") {
    terminal.keys.assign(keys.begin(), keys.end());
    terminal.lines = typed_lines(lines);
    terminal.seen.clear();
    return desk("story probe checkout-cells " + more);
  }
  [[nodiscard]] std::string file() const { return text_of(desk.home() / kStoryFile); }
  Json why(const std::string& item) {
    desk.terminal = nullptr;
    Json reply = desk("why " + item + " --json --date 2026-12-01").json();
    desk.terminal = &terminal;
    return reply;
  }
};

std::vector<std::string> drill_asks(Desk& desk) {
  std::vector<std::string> asks;
  const Json reply = desk("story probe checkout-cells --json").json();
  for (const Json& step : reply["drill"]) asks.push_back(step["ask"]);
  return asks;
}

}  // namespace

TEST_CASE("a drill asks one question after the other, and keeps those without an answer") {
  Drilling drilling;
  const std::vector<std::string> asks = drill_asks(drilling.desk);
  REQUIRE(asks.size() == 7);
  const Reply done = drilling.drill(" rsrrrrn\n", {"Eleven percent.", ""});
  CAPTURE(done.err);
  CHECK(done.exit == 0);
  CHECK(contains(drilling.terminal.seen[0], "1 of 7 · "));
  CHECK(contains(drilling.terminal.seen[0], "of 0:30"));
  CHECK(contains(drilling.terminal.seen.back(), "shaky  " + asks[1].substr(0, 30)));
  CHECK(contains(done.out, "5 ready, 1 shaky, 1 none."));
  CHECK(contains(done.out, "  probe/checkout-cells/1\n  probe/checkout-cells/2\n"));
  CHECK(contains(drilling.file(), "answer = \"Eleven percent.\"\nprobe = 1\n"));
  CHECK(contains(drilling.file(), "probe = 2\n"));
  CHECK(drilling.why("probe/checkout-cells/1")["history"][0]["grade"] == "hard");
  CHECK(drilling.why("probe/checkout-cells/2")["history"][0]["grade"] == "again");
  const Reply undone = drilling.desk("undo");
  CHECK(undone.exit == 0);
  CHECK(drilling.why("probe/checkout-cells/1")["reviews"] == 0);
  CHECK(drilling.why("probe/checkout-cells/2")["reviews"] == 0);
}

TEST_CASE("in a drill ? has the keys, and a key that means nothing says so") {
  Drilling drilling;
  CHECK(drilling.drill("b?xrrrrrrri\n").exit == 0);
  CHECK(contains(drilling.terminal.seen[1], "? shows the keys"));
  CHECK(contains(drilling.terminal.seen[2], "Keys of a sitting"));
  CHECK(contains(drilling.terminal.seen[3], "1 of 7 · "));
  CHECK(contains(drilling.terminal.seen.back(), "? shows the keys"));
}

TEST_CASE("u asks the question before again, also at the end, and Esc takes a mark back") {
  Drilling drilling;
  drilling.terminal.lines = {{"", TypedLine::End::Escape}};
  drilling.terminal.keys = {'r', 'r', 'u', 's', 'r', 'r', 'r', 'r', 'r', 'r', 'u', 'r', '\n'};
  const Reply done = drilling.desk("story probe checkout-cells");
  CHECK(done.exit == 0);
  CHECK(contains(done.out, "7 ready, 0 shaky, 0 none."));
  CHECK_FALSE(contains(done.out, "To come back"));
  CHECK_FALSE(contains(drilling.file(), "probe ="));
}

TEST_CASE("q asks before a drill is dropped, and nothing of it is kept") {
  Drilling drilling;
  const std::string before = drilling.file();
  const Reply left = drilling.drill("sqq", {"Something."});
  CHECK(left.exit == 1);
  CHECK(contains(left.out, "nothing of this drill is kept"));
  CHECK(contains(drilling.terminal.seen.back(), "q again leaves; nothing of this drill is kept."));
  CHECK(drilling.file() == before);
  const Reply stayed = drilling.drill("qrqrrrrrr\n");
  CHECK(stayed.exit == 0);
}

TEST_CASE("an answer that runs over half a minute is told so") {
  Drilling drilling;
  drilling.terminal.waits = 40;  // a second each by this clock
  (void)drilling.drill("");
  CHECK(contains(drilling.terminal.seen[10], "of 0:30"));
  CHECK_FALSE(contains(drilling.terminal.seen[10], "s over"));
  CHECK(contains(drilling.terminal.seen[39], "s over: come to the point."));
}

TEST_CASE("a drill fits a small window") {
  for (const auto& [columns, rows] : {std::pair(80, 24), std::pair(40, 20)}) {
    Drilling drilling;
    drilling.terminal.width = columns;
    drilling.terminal.height = rows;
    drilling.desk.columns = columns;
    const Reply done = drilling.drill("sssssss\n", std::vector<std::string>(7, "An answer of mine."));
    CHECK(done.exit == 0);
    for (const std::string& screen : drilling.terminal.seen) {
      CAPTURE(screen);
      CHECK(widest(screen) <= columns);
    }
    CHECK(widest(drilling.desk("story probe checkout-cells --list").out) <= columns);
  }
}

TEST_CASE("a drill without a terminal goes line by line to the same end") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  desk.in = "\nready\n\nshaky\nMine.\n\nu\n\nn\n\n\nr\n\nr\n\nr\n\nr\n\nr\n\n";
  const Reply done = desk("story probe checkout-cells");
  CAPTURE(done.out);
  CHECK(done.exit == 0);
  CHECK(contains(done.out, "1 of 7 · "));
  CHECK(contains(done.out, "6 ready, 0 shaky, 1 none."));
  desk.in = "\nr\nq\n\nq\nq\n";
  CHECK(desk("story probe checkout-cells").exit == 1);
}

TEST_CASE("a drill about a principle asks about it, and one that the story is not told for is refused") {
  Drilling drilling;
  const Json reply = drilling.desk("story probe checkout-cells --principle OW --steps 5 --json").json();
  CHECK(reply["drill"].size() == 5);
  for (const Json& row : reply["probes"]) CHECK(row["principle"] == "ownership");
  check_refused(drilling.desk, "story probe checkout-cells --principle FR", "is not told for Frugality");
  check_refused(drilling.desk, "story probe checkout-cells --steps 4", "5 to 12");
  CHECK(contains(drilling.desk("story probe --help").out, "5 to 12"));
  check_refused(drilling.desk, "story probe checkout-cell", "checkout-cells");
}

TEST_CASE("an introduction and a draft have no drill, and a draft still has its questions") {
  Desk desk;
  desk.begin();
  for (const char* name : {"introduction", "noise-behind-the-depot"})
    desk.folder.write(std::string("study/stories/") + name + ".toml", text_of(std::string(STARLING_SOURCE_ROOT "/tests/stories/") + name + ".toml"));
  check_refused(desk, "story probe introduction", "is an introduction");
  check_refused(desk, "story probe introduction --list", "is an introduction");
  check_refused(desk, "story probe noise-behind-the-depot", "has no drill yet");
  CHECK(desk("story probe noise-behind-the-depot --list").exit == 0);
  CHECK(desk("story probe noise-behind-the-depot --json").json()["drill"].empty());
}

TEST_CASE("the list shows every question under its layer with the words that made it") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  const std::string list = desk("story probe checkout-cells --list").out;
  for (const char* layer : {"Context\n", "Role\n", "Decision\n", "Execution\n", "Result\n", "Learning\n"}) CHECK(contains(list, layer));
  CHECK(contains(list, "decision · “I stopped the rollout for three weeks”"));
  CHECK(contains(list, "What was the director’s strongest argument?"));
}

TEST_CASE("a probe is asked in a sitting with its story, and shows the learner's own answer") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/stories/four-months-late.toml", text_of(STARLING_SOURCE_ROOT "/tests/stories/four-months-late.toml"));
  const Json next = desk("next --kind probe --json").json();
  CHECK(next["item"]["item"] == "probe/four-months-late/1");
  CHECK(next["item"]["kind"] == "probe");
  CHECK(next["item"]["deck"] == "probe");
  CHECK(next["item"]["seconds"] == 30);
  CHECK(contains(next["front"], "Telling nine hospitals that my date was wrong"));
  CHECK(contains(next["front"], "What did she say, in her words?"));
  CHECK(contains(next["back"], "I have it on the page from that day."));
  CHECK(contains(next["extra"], "You people tell us things"));
  CHECK(desk("answer probe/four-months-late/1 good --seconds 20").exit == 0);
  CHECK(desk("next --kind probe --json").json()["item"]["item"] == "probe/four-months-late/2");

  ScriptedTerminal terminal;
  terminal.keys = {' ', '3', 'q'};
  desk.terminal = &terminal;
  const Reply sitting = desk("review --kind probe");
  CHECK(contains(terminal.seen[0], "Why not mention their late test data?"));
  CHECK_FALSE(contains(terminal.seen[0], "two weeks of sixteen"));
  CHECK(contains(terminal.seen[1], "two weeks of sixteen"));
  CHECK(contains(terminal.seen[1], "probe/four-months-late/2"));
  CHECK(contains(sitting.out, "1 answer, 100 % recalled"));
  desk.terminal = nullptr;
  CHECK(desk("next --kind probe --json").exit == 1);
  CHECK(desk("next --kind card --json").json()["item"]["kind"] == "card");
}

TEST_CASE("why tells which words made a probe, and that it is retired once they are gone") {
  Desk desk;
  desk.begin("[review]\nnew_per_day = 200\nminutes_per_day = 240\n");
  const std::string text = text_of(STARLING_SOURCE_ROOT "/tests/stories/four-months-late.toml");
  desk.folder.write("study/stories/four-months-late.toml", text);
  const Reply why = desk("why probe/four-months-late/2");
  CHECK(why.exit == 0);
  CHECK(contains(why.out, "Why not mention their late test data?"));
  CHECK(contains(why.out, "made by the words “I wrote no word"));
  std::string changed = text;
  const std::string sentence = "I wrote no word about their late test data, although that was true as well.";
  changed.replace(changed.find(sentence), sentence.size(), "I said it all.");
  desk.folder.write("study/stories/four-months-late.toml", changed);
  const Json retired = desk("why probe/four-months-late/2 --json").json();
  CHECK(retired["why"] == "retired");
  CHECK(contains(retired["reason"], "are in the story no more"));
  CHECK(desk("why probe/four-months-late/1 --json").json()["why"] == "new");
  changed.insert(changed.find("fictional"), "archived = true\n");
  desk.folder.write("study/stories/four-months-late.toml", changed);
  CHECK(desk("why probe/four-months-late/1 --json").json()["why"] == "retired");
  CHECK(contains(desk("why probe/four-months-late/1").out, "its story is put away"));
}

TEST_CASE("probes do not stand among decks, and are found by search and counted in the day") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/stories/four-months-late.toml", text_of(STARLING_SOURCE_ROOT "/tests/stories/four-months-late.toml"));
  (void)desk("answer probe/four-months-late/1 hard");
  CHECK_FALSE(contains(desk("deck list").out, "four-months"));
  for (const char* line : {"stats", "stats --json", "forecast --days 30", "today", "today --json", "week", "weak", "coverage"}) {
    CAPTURE(line);
    CHECK(desk(line).exit <= 1);
  }
  CHECK(contains(desk("search strike").out, "story/four-months-late"));
  const Json why = desk("why probe/four-months-late/2 --json").json();
  CHECK(why["why"] == "new-a-day");  // behind the cards that the plan's first day opens
}
