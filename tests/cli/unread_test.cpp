// A name that is missing because its file cannot be read.
#include <doctest/doctest.h>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;

namespace {

constexpr const char* kMine = "schema = 1\n[deck]\nid = \"mine\"\ntitle = \"Mine\"\narea = \"mixed\"\n[[card]]\nid = \"a\"\nkind = \"basic\"\n"
                              "front = \"What?\"\nback = \"That\"\n";

// What opens the file has `text` in it afterwards.
void edit_into(Desk& desk, const std::string& text) {
  desk.folder.write("wanted", text);
  desk.editor = "cp " + (desk.folder / "wanted").string();
}

}  // namespace

TEST_CASE("what would be in a deck that cannot be read is no wrong call: its file is wrong, and card edit opens it at the place") {
  Desk desk;
  desk.begin();
  desk.add_deck("mine.toml", std::string(kMine) + "[[card]\n");
  for (const char* line : {"card add mine --front q --back b", "deck new mine", "deck show mine", "next --deck mine", "review --deck mine"})
    check_refused(desk, line, "decks/mine.toml:11:8: error: it cannot be read; mend it: starling card edit mine\n", 3);
  for (const char* line : {"answer mine/a good", "why mine/a", "card show mine/a", "card suspend mine/a", "card flag mine/a unclear"})
    check_refused(desk, line, "decks/mine.toml:11:8: error: it cannot be read; mend it: starling card edit mine/a\n", 3);
  check_refused(desk, "why yours/a", "there is no item", 2);
  check_refused(desk, "deck show yours", "there is no deck", 2);
  for (const char* named : {"mine/a", "mine"}) {
    CAPTURE(named);
    desk.add_deck("mine.toml", std::string(kMine) + "[[card]\n");
    edit_into(desk, kMine);
    CHECK(desk(std::string("card edit ") + named).exit == 0);
    CHECK(desk("why mine/a").exit == 0);
  }
  check_refused(desk, "card edit mine", "there is no item", 2);
}

TEST_CASE("a card with a mistake of its own is told from one that is not there") {
  Desk desk;
  desk.begin();
  desk.add_deck("mine.toml", std::string(kMine) + "[[card]]\nid = \"b\"\nkind = \"basic\"\nfront = \"Half\"\n");
  CHECK(desk("why mine/a").exit == 0);
  check_refused(desk, "why mine/b", "it cannot be read; mend it: starling card edit mine/b", 3);
  check_refused(desk, "why mine/c", "there is no item", 2);
  edit_into(desk, std::string(kMine) + "[[card]]\nid = \"b\"\nkind = \"basic\"\nfront = \"Half\"\nback = \"Whole\"\n");
  CHECK(desk("card edit mine/b").exit == 0);
  CHECK(desk("why mine/b").exit == 0);
}

TEST_CASE("of a deck whose file has another name the rest of that file says nothing") {
  Desk desk;
  desk.begin();
  desk.add_deck("yours.toml", std::string(kMine) + "[[card]]\nid = \"b\"\nkind = \"basic\"\nfront = \"Half\"\n");
  check_refused(desk, "why yours/b", "there is no item", 2);
  check_refused(desk, "why mine/b", "it cannot be read; mend it: starling card edit mine/b", 3);
}

TEST_CASE("a story that cannot be read is not taken for one that is not there") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("story new Pages --principle OW").exit == 0);
  desk.folder.write("study/stories/pages.toml", test::text_of(desk.home() / "stories/pages.toml") + "x\n");
  for (const char* line : {"story show pages", "story rename pages night", "story archive pages", "story tell pages", "why story/pages", "answer story/pages good"})
    check_refused(desk, line, "it cannot be read; mend it: starling story edit pages", 3);
  check_refused(desk, "story show days", "there is no story 'days'", 2);
}

TEST_CASE("a story with both sides of a conflict in one of its texts is not told, not answered and not rehearsed") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("story new Pages --principle OW").exit == 0);
  std::string text = test::text_of(desk.home() / "stories/pages.toml");
  const std::size_t at = text.find("situation = \"\"\"\n");
  REQUIRE(at != text.npos);
  text.insert(text.find('\n', at) + 1, "<<<<<<< HEAD\nThe pages came at one.\n=======\nThe pages came at two.\n>>>>>>> b4d1ba4\n");
  desk.folder.write("study/stories/pages.toml", text);
  for (const char* line : {"story show pages", "story rename pages night", "story tell pages", "why story/pages", "answer story/pages good"})
    check_refused(desk, line, "it cannot be read; mend it: starling story edit pages", 3);
  for (const char* line : {"deck check", "doctor"}) {
    CAPTURE(std::string(line));
    const auto said = desk(line);
    CHECK(said.exit != 0);
    CHECK(contains(said.out + said.err, "git left a conflict marker here"));
  }
}

TEST_CASE("of a deck and the copy that a sync program left the copy is refused, with the way out that doctor names") {
  for (const char* name : {"mine", "of-mine"}) {
    CAPTURE(std::string(name));
    Desk desk;
    desk.begin();
    for (const char* end : {".toml", " (conflicted copy 2026-11-26).toml"}) desk.add_deck(std::string(name) + end, kMine);
    const std::string copy = std::string("decks/") + name + " (conflicted copy 2026-11-26).toml";
    CHECK(contains(desk("deck check").out, copy + ":3:6: error: the deck id 'mine' is taken by decks/" + name +
                                               ".toml; a sync program left this copy: take over what is right in it and delete it"));
    CHECK_FALSE(contains(desk("doctor").out, "give this one"));
  }
}

TEST_CASE("a name that a shell takes apart stands between quotes in the command that mends it") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/stories/bb (1).toml", "id = \n");
  const std::string list = desk("story list").out + desk("story list").err;
  CAPTURE(list);
  CHECK(contains(list, "starling story edit 'bb (1)'"));
}

TEST_CASE("at 40 columns doctor breaks no id that fits on a line") {
  Desk desk;
  desk.begin();
  const std::string id = "visibility-timeout-default";
  const std::string card = "[[card]]\nid = \"" + id + "\"\nkind = \"basic\"\nfront = \"What?\"\nback = \"That\"\n";
  desk.add_deck("notes.toml", "schema = 1\n[deck]\nid = \"aws-notes\"\ntitle = \"Notes\"\narea = \"mixed\"\nweeks = [1]\n" + card);
  REQUIRE(desk("answer aws-notes/" + id + " good").exit == 0);
  REQUIRE(desk("card rename aws-notes/" + id + " aws-notes/other").exit == 0);
  REQUIRE(desk("undo").exit == 0);
  desk.columns = 40;
  const std::string out = desk("doctor").out;
  CAPTURE(out);
  CHECK(test::widest(out.substr(out.find("warning"))) <= 40);
  CHECK(contains(out, "  aws-notes/" + id + "\n"));
}

TEST_CASE("a copied story is the one that is to have another id, and the command for it opens it") {
  for (const char* copy : {"pages-copy", "pages2"}) {
    CAPTURE(copy);
    Desk desk;
    desk.begin();
    REQUIRE(desk("story new Pages --principle OW").exit == 0);
    const std::string text = test::text_of(desk.home() / "stories/pages.toml");
    desk.folder.write(std::string("study/stories/") + copy + ".toml", text);
    const std::string file = std::string("stories/") + copy + ".toml";
    CHECK(contains(desk("deck check").out, file + ":5:6: error: the story id 'pages' is taken by stories/pages.toml; give this one another"));
    CHECK(desk("story show pages --json").json()["story"]["file"] == "stories/pages.toml");
    CHECK(contains(desk("story list").out, std::string("Mend it: starling story edit ") + copy));
    std::string other = text;
    other.replace(other.find("\"pages\""), 7, "\"other\"");
    edit_into(desk, other);
    CHECK(desk(std::string("story edit ") + copy).exit == 0);
    CHECK(test::text_of(desk.home() / file) == other);
    CHECK(test::text_of(desk.home() / "stories/pages.toml") == text);
  }
}

TEST_CASE("what lies in a story that cannot be read is not lost") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  REQUIRE(desk("answer story/checkout-cells good").exit == 0);
  const std::string text = test::text_of(desk.home() / "stories/story-01-checkout-cells.toml");
  std::filesystem::remove(desk.home() / "stories/story-01-checkout-cells.toml");
  for (const char* line : {"doctor", "deck check", "today"}) CHECK(contains(desk(line).out, "story/checkout-cells has 1 answer"));
  desk.folder.write("study/stories/story-01-checkout-cells.toml", text + "x\n");
  for (const char* line : {"doctor", "deck check", "today"}) {
    CHECK_FALSE(contains(desk(line).out, "checkout-cells has"));
    CHECK_FALSE(contains(desk(line).out, "in no deck any more"));
  }
}

TEST_CASE("where plan.toml, loop.toml or starling.toml cannot be read, what changes it or needs it ends as a wrong file does") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/plan.toml", "schema = 1\n[[drop]\n");
  for (const char* line : {"plan add Rest --on 2026-12-24 --minutes 30", "plan move w05-d2-two-pointers 2026-12-24", "plan drop w05-d2-two-pointers",
                           "plan keep own-rest", "plan changes", "plan show own-rest", "done own-rest"})
    check_refused(desk, line, "plan.toml:2:8: error: it cannot be read; mend it: ", 3);
  CHECK(desk("plan show w05-d2-two-pointers").exit == 0);
  check_refused(desk, "plan show w05-d9", "the plan has no task", 2);
  desk.folder.write("study/plan.toml", "");

  desk.folder.write("study/loop.toml", "a =\n");
  for (const char* line : {"loop add Screening --kind phone-screen", "loop drop coding-2", "loop used coding-1 pages"})
    check_refused(desk, line, "loop.toml:1:4: error: it cannot be read; mend it: ", 3);
  CHECK(desk("loop").exit == 0);
  desk.folder.write("study/loop.toml", "");

  desk.folder.write("study/starling.toml", test::text_of(desk.home() / "starling.toml") + "level = \"L6\n");
  check_refused(desk, "config review.new_per_day 5", "error: it cannot be read; mend it: ", 3);
}
