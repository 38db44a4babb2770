// `deck check` beyond mistakes: strictness, what is old, what was flagged, what is mended; and the graph of needs.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cli/desk.h"
#include "support/own_deck.h"
#include "tools/docs/draws.h"
#include "tools/docs/readings.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;
using test::kOwnHead;
using test::own_card;
using test::Reply;
using test::ScriptedTerminal;

namespace {

struct OwnDesk {
  Desk desk;
  explicit OwnDesk(const std::string& text = test::kOwnDeck) {
    desk.begin();
    desk.add_deck("mine.toml", text);
  }
  Json json(const std::string& line) { return desk(line + " --json").json(); }
};

const std::string kQuota = own_card("quota", "How many?", "Three by default", "tags = [\"quota\"]\nsource = \"the page\"\nas_of = 2026-05-01\n");

}  // namespace

TEST_CASE("a deck of one's own gets what matters, and advice with --strict") {
  OwnDesk own;
  CHECK(own.desk("deck check mine").exit == 0);
  const Reply strict = own.desk("deck check mine --strict");
  CHECK(strict.exit == 1);
  CHECK(contains(strict.out, "decks/mine.toml:7:1: advice: card 'first': "));
  const Json found = own.json("deck check mine --strict");
  for (const Json& problem : found["problems"]) CHECK(problem["severity"] == "advice");
}

TEST_CASE("several files are looked at beside one another, one alone is not") {
  const std::string front = "Which reader of four replicas sees a stale value after its own write to the leader?";
  OwnDesk own(kOwnHead + own_card("one", front, "The first"));
  own.desk.add_deck("other.toml", "[deck]\nid = \"other\"\n" + own_card("two", front, "The second"));
  const std::string folder = (own.desk.home() / "decks").string();
  CHECK(contains(own.desk("deck check mine other --strict").out, "what 'mine/one' says"));
  CHECK(contains(own.desk("deck check " + folder + " --strict").out, "what 'mine/one' says"));
  CHECK_FALSE(contains(own.desk("deck check other --strict").out, "mine/one"));
  CHECK_FALSE(contains(own.desk("deck check mine other").out, "mine/one"));
}

TEST_CASE("--fix mends a deck of one's own, says what, and leaves what is shipped") {
  OwnDesk own(kOwnHead + own_card("one", "One?", "1", "tags = [\"b\", \"a\"]  \n"));
  const Reply reply = own.desk("deck check --fix");
  CHECK(contains(reply.out, "Mended decks/mine.toml: blanks at the end of 1 line taken off;"));
  CHECK(test::text_of(own.desk.home() / "decks/mine.toml") == kOwnHead + own_card("one", "One?", "1", "tags = [\"a\", \"b\"]\n"));
  CHECK(contains(own.desk("deck check mine --fix").out, "Nothing to mend"));
  CHECK(own.json("deck check mine --fix")["mended"].empty());
  CHECK(own.desk("deck check aws-s3 --fix").exit == 2);
}

TEST_CASE("cards whose facts were looked up long ago are listed with their source") {
  OwnDesk own(kOwnHead + kQuota + own_card("fresh", "How much?", "Four", "as_of = 2026-11-01\n"));
  const Reply reply = own.desk("deck check --stale 180");
  CHECK(reply.exit == 1);
  CHECK(contains(reply.out, "mine/quota\n  Q  How many?\n  A  Three by default\n  as of 2026-05-01, 206 days ago\n  Source the page\n"));
  CHECK_FALSE(contains(reply.out, "mine/fresh"));
  CHECK(own.json("deck check --stale 180")["stale"].back()["days"] == 206);
  CHECK(own.desk("deck check --stale 9000").exit == 0);
  CHECK(own.desk("deck check mine --stale 180").exit == 2);
}

TEST_CASE("beside the answer of a quota stands when it was looked up, and that it is time to do so again") {
  for (const auto& [as_of, line] : {std::pair{"2026-05-01", "as of 2026-05, long ago: check it"}, std::pair{"2026-11-01", "as of 2026-11 · mine/quota"}}) {
    OwnDesk own(kOwnHead + own_card("quota", "How many?", "Three by default", std::string("tags = [\"quota\"]\nsource = \"s\"\nas_of = ") + as_of + "\n"));
    ScriptedTerminal terminal;
    own.desk.terminal = &terminal;
    terminal.keys = {' ', 'q'};
    (void)own.desk("review --deck mine");
    REQUIRE(terminal.seen.size() == 2);
    CHECK_FALSE(contains(terminal.seen[0], "as of"));
    CHECK(contains(terminal.seen[1], line));
    own.desk.terminal = nullptr;
    own.desk.in = " \n3\n";
    CHECK(contains(own.desk("review --deck mine").out, std::string("as of ") + std::string(as_of).substr(0, 7)));
  }
}

TEST_CASE("a flagged card is listed with its text and notes, and a second day suspends it") {
  OwnDesk own;
  CHECK(own.desk.run({"card", "flag", "mine/first", "two", "answers"}).out ==
        "mine/first: flagged as unclear or wrong. All of them: starling deck check --flags\n");
  CHECK_FALSE(own.json("why mine/first")["suspended"].get<bool>());
  CHECK(contains(own.desk("why mine/first").out, "Flagged as unclear or wrong on 2026-11-23: two answers"));
  const Reply listed = own.desk("deck check --flags");
  CHECK(listed.exit == 0);
  CHECK(contains(listed.out, "mine/first\n  decks/mine.toml:7\n  Q  First?\n  A  One\n  2026-11-23  two answers\n"));
  const Reply again = own.desk("card flag mine/first --date 2026-11-24");
  CHECK(contains(again.out, "mine/first: flagged 2 times, so it is suspended."));
  const Json row = own.json("deck check --flags")["flagged"][0];
  CHECK(row["times"] == 2);
  CHECK(row["suspended"] == true);
  CHECK(row["flags"].size() == 2);
  CHECK(own.json("why mine/first")["flags"].size() == 2);
  CHECK(contains(own.desk("undo").out, "flagged mine/first, and its suspension"));
  CHECK_FALSE(own.json("why mine/first")["suspended"].get<bool>());
}

TEST_CASE("the flags of a card go with all its schedules, and come off with the suspension that they brought") {
  OwnDesk own;
  REQUIRE(own.desk("card flag mine/pair#f").exit == 0);
  REQUIRE(own.desk("card flag mine/pair#r --date 2026-11-25").exit == 0);
  for (const char* item : {"mine/pair#f", "mine/pair#r"}) CHECK(own.json(std::string("why ") + item)["suspended"] == true);
  CHECK(own.desk("card unflag mine/pair --date 2026-11-26").out == "mine/pair: its flags are taken off. Take it back: starling undo\n");
  for (const char* item : {"mine/pair#f", "mine/pair#r"}) CHECK(own.json(std::string("why ") + item)["suspended"] == false);
  CHECK(own.json("deck check --flags")["flagged"].empty());
  CHECK(own.desk("card unflag mine/pair --date 2026-11-26").exit == 2);
  CHECK(own.desk("card flag mine/nothing").exit == 2);
}

TEST_CASE("f asks what is wrong, flags the card of a sitting and leaves it where it is; u takes it back") {
  OwnDesk own(kOwnHead + own_card("one", "One?", "1"));
  ScriptedTerminal terminal;
  own.desk.terminal = &terminal;
  terminal.keys = {' ', 'f', 'f', '3', 'q'};
  terminal.lines = {{"", TypedLine::End::Escape}, {" two answers ", TypedLine::End::Enter}};
  (void)own.desk("review --deck mine");
  REQUIRE(terminal.seen.size() >= 6);
  CHECK(contains(terminal.seen[2], "What is unclear or wrong?"));
  CHECK(contains(terminal.seen[2], "One?"));
  CHECK_FALSE(contains(terminal.seen[3], "Flagged"));
  CHECK(contains(terminal.seen[5], "Flagged as unclear or wrong. u takes it back."));
  CHECK(contains(terminal.seen[5], "3 good"));
  own.desk.terminal = nullptr;
  const Json flagged = own.json("deck check --flags")["flagged"];
  REQUIRE(flagged.size() == 1);
  CHECK(flagged[0]["flags"][0]["note"] == "two answers");
  CHECK(own.json("why mine/one")["reviews"] == 1);
  own.desk.in = "f\n\nq\n";
  const Reply lines = own.desk("review --deck mine --date 2026-11-28");
  CHECK(contains(lines.out, "so it is suspended"));
  CHECK(test::widest(lines.out) <= 80);
}

TEST_CASE("the graph of a deck draws what is needed above what needs it, and as DOT for Graphviz") {
  OwnDesk own(kOwnHead + own_card("a", "A?", "1") + own_card("b", "B?", "2", "needs = [\"a\"]\n") + own_card("c", "C?", "3", "needs = [\"b\", \"kinds/basic\"]\n") +
              own_card("alone", "D?", "4"));
  own.desk.add_deck("kinds.toml", test::kEveryKind);
  CHECK(own.desk("deck show mine --graph").out == "mine\na  A?\n└ b  B?\n  └ c  C?\nkinds/basic  Basic question?\n└ c (above)\n1 card more needs none and is needed by none.\n");
  own.desk.columns = 40;
  CHECK(test::widest(own.desk("deck show mine --graph").out) <= 40);
  const std::string dot = own.desk("deck show mine --graph --format dot").out;
  CHECK(dot.starts_with("digraph \"mine\" {\n"));
  CHECK(contains(dot, "  \"mine/a\" -> \"mine/b\";\n"));
  CHECK(contains(dot, "  \"kinds/basic\" [tooltip = \"Basic question?\", style = dashed];\n"));
  CHECK(own.json("deck show mine --graph")["cards"][2]["needs"] == Json{"mine/b", "kinds/basic"});
  CHECK(own.desk("deck show mine --format dot").exit == 2);
}

TEST_CASE("readings of decks are read with their mistakes by line and column") {
  const DeckReadings good = read_deck_readings("[[reading]]\ndeck = \"aws-s3\"\nread = 8\nchanged = 1\nwhy = \"two right\"\n", "readings.toml");
  CHECK(good.problems.empty());
  REQUIRE(good.readings.size() == 1);
  CHECK(good.readings[0].changed == 1);
  for (const auto& [text, place] : {std::pair{"[[reading]]\nread = 8\n", "readings.toml:1:1: "}, std::pair{"[[reading]]\ndeck = \"a\"\nread = -1\n", "readings.toml:3:8: "},
                                    std::pair{"[[reading]]\ndeck = \"a\"\nread = 1\ndropped = 2\nwhy = \"x\"\n", "readings.toml:3:8: "},
                                    std::pair{"[[reading]]\ndeck = \"a\"\nread = 1\nchanged = 1\n", "readings.toml:1:1: "}, std::pair{"[reading]\n", "readings.toml:1:1: "}}) {
    const DeckReadings bad = read_deck_readings(text, "readings.toml");
    CAPTURE(text);
    REQUIRE_FALSE(bad.problems.empty());
    CHECK(to_line(bad.problems.front()).starts_with(place));
  }
}

TEST_CASE("a blind draw is read with its mistakes, and set beside the bar") {
  const std::string head = "[[draw]]\nseed = 7\ncards = [\"mine/a\", \"mine/b\"]\n";
  const CardDraws good = read_card_draws(head + "[[draw.fault]]\nbar = \"trivia\"\ncard = \"mine/b\"\nmended = \"asked by a case\"\n", "draws.toml");
  CHECK(good.problems.empty());
  REQUIRE(good.draws.size() == 1);
  const auto deck = read_deck(std::string(kOwnHead) + own_card("a", "Front?", "Back", "tags = [\"failure\"]\n") + own_card("b", "Other?", "Back"), "mine.toml").deck;
  const std::string section = draws_section(std::vector{deck.value()}, good.draws);
  CHECK(contains(section, "| trivia | 3 at most | 1 |\n"));
  CHECK(contains(section, "| ambiguous | 2 at most | 0 |\n"));
  CHECK(contains(section, "| of the first five sorts of question | 60 or more | 1 |\n"));
  CHECK(contains(section, "| mine/b | trivia | asked by a case |\n"));
  CHECK(contains(section, "| mine | a, b |\n"));
  CHECK_THROWS(draws_section({}, good.draws));
  for (const std::string fault : {"bar = \"dull\"\ncard = \"mine/a\"\nmended = \"x\"\n", "bar = \"trivia\"\ncard = \"mine/c\"\nmended = \"x\"\n"})
    CHECK_FALSE(read_card_draws(head + "[[draw.fault]]\n" + fault, "draws.toml").problems.empty());
}

TEST_CASE("a deck or a card of a week that the plan has not is a warning, and why says that it is not asked") {
  Desk desk;
  desk.begin();
  const auto deck = [](int week, const std::string& card) {
    return fmt::format("schema = 1\n[deck]\nid = \"mine\"\ntitle = \"Mine\"\narea = \"mixed\"\nweeks = [{}]\n[[card]]\nid = \"a\"\nkind = \"basic\"\n"
                       "front = \"Which day is it?\"\nback = \"Monday\"\n{}", week, card);
  };
  desk.add_deck("mine.toml", deck(24, ""));
  CHECK(desk("deck check mine").exit == 0);
  desk.add_deck("mine.toml", deck(25, ""));
  for (const char* line : {"deck check", "deck check mine"}) {
    const Reply said = desk(line);
    CHECK(said.exit == 1);
    CHECK(said.out == "decks/mine.toml:1:1: warning: the deck opens in week 25, and the plan has 24 weeks: its cards are not asked\n");
  }
  CHECK(contains(desk("why mine/a").out, "It is not asked: it opens in week 25, and the plan has 24 weeks."));
  desk.add_deck("mine.toml", deck(3, "week = 26\n"));
  CHECK(contains(desk("deck check mine").out, "decks/mine.toml:7:1: warning: card 'a' opens in week 26, and the plan has 24 weeks: it is not asked\n"));
  CHECK(contains(desk("why mine/a").out, "It is not asked: it opens in week 26"));

  // The same deck under a shorter plan.
  desk.add_deck("mine.toml", deck(14, ""));
  CHECK(desk("deck check").exit == 0);
  CHECK(desk("config level L7").exit == 0);
  CHECK(desk("config interview 2027-02-12").exit == 0);
  CHECK(desk("config plan amazon-12-week").exit == 0);
  CHECK(desk("deck check").out == "decks/mine.toml:1:1: warning: the deck opens in week 14, and the plan has 12 weeks: its cards are not asked\n");
}

TEST_CASE("deck check tells of a starling.toml that cannot be read, and a plan that is not there at its line") {
  Desk desk;
  desk.begin();
  const std::string settings = test::text_of(desk.home() / "starling.toml");
  desk.folder.write("study/starling.toml", "schema = 1\nlevel = \"L6\n");
  CHECK(desk("deck check").exit == 3);
  CHECK(contains(desk("deck check").out, "starling.toml:2:9: error: "));
  desk.folder.write("study/starling.toml", "# own\n  plan = \"nope\"\n" + settings);
  for (const char* line : {"today", "deck check"}) {
    const Reply said = desk(line);
    CHECK(said.exit == 3);
    CHECK(contains(said.out + said.err, "starling.toml:2:10: error: there is no plan 'nope'"));
  }
}

TEST_CASE("a file that is named is checked as what it is: a story, the plan and its changes, settings, rounds, problems") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("story new Pages --principle OW").exit == 0);
  REQUIRE(desk("plan add Call --on 2026-12-08 --minutes 20").exit == 0);
  REQUIRE(desk("loop add Phone").exit == 0);
  // As init writes them: with a table and a word that other texts begin with.
  desk.folder.write("study/starling.toml", "plan = \"amazon-24-week\"\n" + test::text_of(desk.home() / "starling.toml") + "\n[story]\ncards = false\n");
  for (const char* file : {"stories/pages.toml", "starling.toml", "plan.toml", "loop.toml", STARLING_SOURCE_ROOT "/decks/plans/amazon-24-week.toml",
                           STARLING_SOURCE_ROOT "/decks/problems/sliding-window.toml", STARLING_SOURCE_ROOT "/decks/exercises/baseline.toml",
                           STARLING_SOURCE_ROOT "/decks/questions/leadership.toml", STARLING_SOURCE_ROOT "/decks/cards/aws-s3.toml"}) {
    CAPTURE(std::string(file));
    CHECK(desk(std::string("deck check ") + file).out == "1 file: nothing wrong.\n");
  }
  desk.folder.write("study/stories/pages.toml", test::text_of(desk.home() / "stories/pages.toml") + "\nsurprise = 1\n");
  const Reply story = desk("deck check stories/pages.toml");
  CHECK(story.exit == 3);
  CHECK(contains(story.out, "unknown key 'surprise'"));
  desk.folder.write("study/plan.toml", "schema = 1\n[[drop]]\n");
  CHECK(desk("deck check plan.toml").exit == 3);
}
