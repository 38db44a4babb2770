#include <doctest/doctest.h>

#include "cli/seat.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;
using test::last_grade;
using test::Reply;
using test::reviews;
using test::Seat;

TEST_CASE("the question stays where it is when its answer comes with four buttons and their intervals") {
  Seat seat;
  seat.leave_only("basic");
  const Json promised = seat.desk("next --deck kinds --json").json()["outcomes"]["easy"];
  const Reply reply = seat.review({' ', '4'});
  CHECK(reply.exit == 0);
  CHECK(contains(seat.screen(0), "Basic question?"));
  CHECK_FALSE(contains(seat.screen(0), "Basic answer"));
  CHECK(seat.screen(0).find("Basic question?") == seat.screen(1).find("Basic question?"));
  CHECK(contains(seat.screen(1), "Basic answer"));
  CHECK(contains(seat.screen(1), "1 again: 1 min"));
  CHECK(contains(seat.screen(1), "4 easy: " + promised["label"].get<std::string>()));
  CHECK(reviews(seat.desk, "kinds/basic") == 1);
  // The usual screen is back, with one line of what was done.
  CHECK(contains(reply.out, "\x1b[?1049l1 answer, 100 % recalled, 1 min.\n"));
}

TEST_CASE("the deck, its tags and the id stand beside the answer, and never beside the question") {
  Seat seat;
  seat.leave_only("basic");
  (void)seat.review({' ', 'q'});
  for (const char* told : {"Every kind", "kinds/basic"}) {
    CHECK_FALSE(contains(seat.screen(0), told));
    CHECK(contains(seat.screen(1), told));
  }
}

TEST_CASE("two keys a card, the same key twice where nothing was typed") {
  for (const Key key : {Key(' '), key::kEnter})
    for (const char* card : {"basic", "cloze", "code"}) {
      CAPTURE(card);
      Seat seat;
      seat.leave_only(card);
      (void)seat.review({key, key});
      const std::string item = std::string("kinds/") + card + (card == std::string("basic") ? "" : "#1");
      CHECK(last_grade(seat.desk, item) == "good");
    }
}

TEST_CASE("a digit chooses, and the same screen says whether it was right") {
  Seat seat;
  seat.leave_only("choice");
  const Json options = seat.desk("next --deck kinds --json").json()["options"];
  const auto right = static_cast<Key>('1' + (std::ranges::find(options, "Two") - options.begin()));
  (void)seat.review({right, ' '});
  CHECK(contains(seat.screen(1), "Right."));
  CHECK(last_grade(seat.desk, "kinds/choice") == "good");
  CHECK(seat.desk("undo").exit == 0);

  const Key wrong = right == '1' ? '2' : '1';
  (void)seat.review({wrong, ' ', key::kEnter, '1'});
  CHECK(contains(seat.screen(1), " is odd."));
  CHECK(contains(seat.screen(1), "✓ " + std::string(1, static_cast<char>(right))));
  CHECK(contains(seat.screen(2), "Nothing is proposed: grade it, 1 to 4."));
  CHECK(last_grade(seat.desk, "kinds/choice") == "again");
}

TEST_CASE("what does not match is laid beside what was meant, and Enter does not grade it") {
  Seat seat;
  seat.leave_only("typed");
  (void)seat.review({key::kEnter, ' '}, {"Schiller"});
  CHECK(contains(seat.screen(1), "No match: grade it yourself."));
  CHECK(contains(seat.screen(1), "You:  [Schiller]\nCard: [Goethe]\n"));
  CHECK(reviews(seat.desk, "kinds/typed") == 0);
}

TEST_CASE("right, near, empty and unusable answers are told apart, and only a grade is kept") {
  struct Row {
    std::string card, line;
    std::deque<Key> keys;
    std::string said, grade;
  };
  const std::vector<Row> table{
      {"typed", "goethe", {' '}, "Right.", "good"},
      {"typed", "Göthe", {' '}, "Nearly.", "hard"},
      {"typed", "", {' '}, "Goethe", "good"},
      {"typed", "", {'1'}, "Goethe", "again"},
      {"typed", "q", {}, "One letter is a key here, not an answer. Esc: keys", ""},
      {"number", "1 d", {' '}, "Right.", "good"},
      {"number", "many", {}, "This is not a number. Esc: keys", ""},
      {"ordered", "9 9 9", {}, "Type each number from 1 to 3 once", ""},
  };
  for (const Row& row : table) {
    CAPTURE(row.card);
    CAPTURE(row.line);
    Seat seat;
    seat.leave_only(row.card);
    (void)seat.review(row.keys, {row.line});
    CHECK(contains(seat.screen(1), row.said));
    CHECK(last_grade(seat.desk, "kinds/" + row.card) == row.grade);
  }
}

TEST_CASE("with a verdict on the screen u first gives the line back, and the answer can be typed again") {
  Seat seat;
  seat.leave_only("typed");
  (void)seat.review({'u', ' '}, {"Schiller", "Goethe"});
  CHECK(contains(seat.screen(2), "Your answer again."));
  CHECK(contains(seat.screen(3), "Right."));
  CHECK(last_grade(seat.desk, "kinds/typed") == "good");
}

TEST_CASE("Esc leaves the line for the keys, and t goes back to it") {
  Seat seat;
  seat.leave_only("typed");
  seat.terminal.keys = {'t', ' '};
  seat.terminal.lines = {{"Goe", TypedLine::End::Escape}, {"Goethe", TypedLine::End::Enter}};
  (void)seat.desk("review --deck kinds");
  CHECK(contains(seat.screen(1), "space: answer"));
  CHECK(last_grade(seat.desk, "kinds/typed") == "good");
}

TEST_CASE("u takes back the last answer and its card comes again at once; r brings it back") {
  Seat seat;
  (void)seat.review({' ', '4', key::kEscape});
  REQUIRE(reviews(seat.desk, "kinds/basic") == 1);
  seat.terminal.lines.clear();
  (void)seat.desk("card suspend kinds/typed");
  CHECK(seat.desk("undo").exit == 0);
  // The first card after the basic one opens with a line: Esc, then u.
  seat.terminal.keys = {'u', 'q'};
  seat.terminal.lines = {{"", TypedLine::End::Escape}};
  seat.terminal.seen.clear();
  (void)seat.desk("review --deck kinds");
  CHECK(contains(seat.terminal.seen.back(), "Undid: easy."));
  CHECK(contains(seat.terminal.seen.back(), "Basic question?"));
  CHECK(reviews(seat.desk, "kinds/basic") == 0);
  (void)seat.review({'r'});
  CHECK(reviews(seat.desk, "kinds/basic") == 1);
}

TEST_CASE("s and b put a card away, say so without naming it, and u brings it back") {
  Seat seat;
  seat.leave_only("basic");
  (void)seat.desk("card unsuspend kinds/cloze");
  (void)seat.review({'s', 'u', 'b', 'q'});
  CHECK(contains(seat.screen(1), "Suspended. u brings it back."));
  CHECK_FALSE(contains(seat.screen(1), "kinds/"));
  CHECK(contains(seat.screen(2), "Basic question?"));
  CHECK(contains(seat.screen(3), "Buried until tomorrow. u brings it back."));
  CHECK(contains(seat.desk("why kinds/basic").out, "buried until"));
}

TEST_CASE("what is put away comes back by the key that is named, whatever is asked next") {
  for (const Key key : {Key('s'), Key('b')}) {
    Seat seat;
    seat.leave_only("basic");
    REQUIRE(seat.desk("card unsuspend kinds/typed").exit == 0);
    seat.terminal.keys = {key, key::kEscape, 'u', 'q'};
    seat.terminal.lines = {{"", TypedLine::End::Escape}, {"", TypedLine::End::Escape}};
    (void)seat.desk("review --deck kinds");
    CHECK(contains(seat.screen(1), "Faust"));
    CHECK(contains(seat.screen(1), "Esc, u brings it back."));
    CHECK(contains(seat.terminal.seen.back(), "Basic question?"));
  }
  Seat alone;
  alone.leave_only("basic");
  CHECK(contains(alone.review({'s'}).out, "Suspended. starling undo brings it back."));
  REQUIRE(alone.desk("undo").exit == 0);
  CHECK(alone.desk("why kinds/basic --json").json()["suspended"] == false);
}

TEST_CASE("a leech is told above the next question without its name") {
  Seat seat;
  seat.desk.begin("[review]\nlearning_steps = []\nrelearning_steps = []\nleech_lapses = 1\n");
  REQUIRE(seat.desk("answer kinds/cloze#1 good").exit == 0);
  seat.leave_only("cloze");
  REQUIRE(seat.desk("card unsuspend kinds/basic").exit == 0);
  seat.terminal.keys = {' ', '1', 'q'};
  (void)seat.desk("review --deck kinds --date 2026-12-28");
  CHECK(contains(seat.screen(0), "A quorum of"));
  CHECK(contains(seat.screen(2), "Basic question?"));
  CHECK(contains(seat.screen(2), "Forgotten 1 time: a leech."));
  CHECK_FALSE(contains(seat.screen(2), "kinds/"));
}

TEST_CASE("a key that means nothing says for a moment how to see the keys, and ? shows them") {
  Seat seat;
  seat.leave_only("basic");
  seat.terminal.waits = 1;
  (void)seat.review({'x', '?', ' ', 'i', 'i'});
  CHECK(contains(seat.screen(1), "? shows the keys"));
  CHECK_FALSE(contains(seat.screen(2), "? shows the keys"));  // its second is over
  CHECK(contains(seat.screen(3), "Keys of a sitting"));
  CHECK(contains(seat.screen(3), "Undo and redo the last answer"));
  CHECK(contains(seat.screen(5), "It is new"));
  CHECK_FALSE(contains(seat.screen(6), "It is new"));
  CHECK(reviews(seat.desk, "kinds/basic") == 0);
}

TEST_CASE("e opens the card, and where the edit broke the file u puts back what was there") {
  Seat seat;
  seat.leave_only("basic");
  seat.desk.folder.write("editor", "#!/bin/sh\necho 'broken [' >> \"$1\"\n");
  std::filesystem::permissions(seat.desk.folder / "editor", std::filesystem::perms::owner_all);
  seat.desk.editor = (seat.desk.folder / "editor").string();
  // Space, which the screen does not name, leaves no broken file behind.
  const Reply reply = seat.review({'e', ' ', 'u', ' ', '3'});
  // The editor has the usual screen.
  CHECK(contains(reply.out, "\x1b[?1049l\x1b[?1049h"));
  CHECK(contains(seat.screen(1), "The edit left mistakes"));
  CHECK(contains(seat.screen(1), "decks/kinds.toml:"));
  CHECK(contains(seat.screen(3), "decks/kinds.toml is as it was."));
  CHECK(contains(seat.screen(3), "Basic question?"));
  CHECK(last_grade(seat.desk, "kinds/basic") == "good");
  CHECK(test::text_of(seat.desk.home() / "decks/kinds.toml") == test::kEveryKind);

  seat.desk.folder.write("editor", "#!/bin/sh\nsed -i 's/Basic question/Better question/' \"$1\"\n");
  CHECK(seat.desk("undo").exit == 0);
  (void)seat.review({'e', 'q'});
  CHECK(contains(seat.screen(1), "Better question?"));
}

TEST_CASE("gaps are typed where the settings ask for it") {
  Seat seat;
  seat.desk.begin("[review]\ntype_cloze = true\n");
  seat.leave_only("cloze");
  (void)seat.review({' '}, {"3"});
  CHECK(contains(seat.screen(1), "Right."));
  CHECK(contains(seat.screen(1), "A quorum of [three] of five."));
}

TEST_CASE("a question longer than the window scrolls, and the grades stay in sight") {
  Seat seat;
  std::string lines;
  for (int i = 1; i <= 60; ++i) lines += "line " + std::to_string(i) + " \\n\\n";
  seat.desk.add_deck("long.toml", "schema = 1\n[deck]\nid = \"long\"\ntitle = \"Long\"\narea = \"mixed\"\nweeks = [1]\n[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"Which?\"\nback = \"" + lines + "\"\n");
  seat.terminal.height = 12;
  seat.terminal.keys = {' ', key::kPageDown, key::kEnd, key::kHome, 'q'};
  (void)seat.desk("review --deck long");
  for (std::size_t i = 1; i <= 4; ++i) {
    CAPTURE(i);
    CHECK(std::ranges::count(seat.screen(i), '\n') <= 12);
    CHECK(contains(seat.screen(i), "3 good"));
    CHECK(contains(seat.screen(i), "more"));
  }
  CHECK(contains(seat.screen(1), "Which?"));
  CHECK_FALSE(contains(seat.screen(2), "Which?"));
  CHECK(contains(seat.screen(3), "kinds") == false);
  CHECK(contains(seat.screen(3), "long/a"));
  CHECK(contains(seat.screen(4), "Which?"));
}

TEST_CASE("a line as wide as the window keeps its last letter, at whatever width") {
  const std::string front = "Clients upload files of two gigabytes. Why give them a signed address rather than an endpoint of your own, and what does it cost you?";
  std::string letters = front;
  std::erase(letters, ' ');
  for (int width = 30; width <= 90; ++width) {
    CAPTURE(width);
    Seat seat;
    seat.desk.add_deck("wide.toml", "schema = 1\n[deck]\nid = \"wide\"\ntitle = \"Wide\"\narea = \"mixed\"\nweeks = [1]\n[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"" + front + "\"\nback = \"B\"\n");
    seat.terminal.width = width;
    seat.terminal.keys = {'q'};
    (void)seat.desk("review --deck wide");
    std::string screen = seat.screen(0);
    std::erase_if(screen, [](char c) { return c == ' ' || c == '\n'; });
    CHECK(contains(screen, letters));
    CHECK(contains(screen, "new1·"));
  }
}

TEST_CASE("a window of ten by three, or of one row, is drawn within it") {
  for (const int height : {1, 2, 3, 5}) {
    Seat seat;
    seat.terminal.width = 10;
    seat.terminal.height = height;
    (void)seat.review({' ', '3', key::kEscape, 'q'}, {"x", "y"});
    for (const std::string& screen : seat.terminal.seen) CHECK(std::ranges::count(screen, '\n') <= height);
    CHECK(reviews(seat.desk, "kinds/basic") == 1);
  }
}

TEST_CASE("nothing that a card holds steers the terminal") {
  Seat seat;
  seat.desk.add_deck("evil.toml", "schema = 1\n[deck]\nid = \"evil\"\ntitle = \"T\\u001b[2J\"\narea = \"mixed\"\nweeks = [1]\n[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"F\\u001b]0;x\\u0007\"\nback = \"B\\u202e\\u009b\"\n");
  seat.terminal.keys = {' ', 'q'};
  const Reply reply = seat.desk("review --deck evil");
  CHECK_FALSE(contains(reply.out, "\x1b[2J"));
  CHECK_FALSE(contains(reply.out, "\x1b]"));
  CHECK_FALSE(contains(reply.out, "\u202e"));
}

TEST_CASE("without a terminal a sitting goes line by line, and the learner may overrule") {
  Desk desk;
  desk.begin("[review]\ntype_cloze = true\n");
  desk.add_deck("kinds.toml", test::kEveryKind);
  // An empty line shows an answer; an empty grade takes the proposed one.
  desk.in = "\n4\n"          // basic
            "GÖTHE\n4\n"     // typed, nearly
            "1 d\n\n"        // number in another unit: right, good
            "three\n1\n"     // choice by its text: wrong, nothing is proposed
            "nonsense\n"     // ordered: no answer at all, asked again
            "1 2 3\n3\n"     // right or not, overruled to good
            "three\n4\n"     // cloze
            "\n4\n"          // code
            "q\n";
  const Reply reply = desk("review --deck kinds");
  CHECK(reply.out.find("Basic question?") < reply.out.find("Basic answer"));
  CHECK(contains(reply.out, "Nearly."));
  CHECK(contains(reply.out, "Three is odd."));
  CHECK(contains(reply.out, "A quorum of […] of five."));
  CHECK(contains(reply.out, "Type each number from 1 to 3 once"));
  CHECK(contains(reply.out, "    [mid = (lo + hi) // 2]"));
  CHECK(contains(reply.out, "Who wrote Faust?"));
  CHECK_FALSE(contains(reply.out, "\x1b"));
  CHECK(last_grade(desk, "kinds/typed") == "easy");
  CHECK(last_grade(desk, "kinds/number") == "good");
  CHECK(last_grade(desk, "kinds/choice") == "again");
  CHECK(last_grade(desk, "kinds/ordered") == "good");
  CHECK(last_grade(desk, "kinds/cloze#1") == "easy");
}

TEST_CASE("where lines are read a key may have its colon at every card and at its grades, as the help says") {
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  desk.in = "\n4\n:u\n\n:b\n:q\n";
  const Reply reply = desk("review --deck kinds");
  CHECK_FALSE(contains(reply.out, "Not one of the choices"));
  CHECK(contains(reply.out, "Undid: easy"));
  CHECK(desk("undo").out.starts_with("Undid: buried"));
}

TEST_CASE("a terminal that cannot move its cursor is written line by line") {
  Seat seat;
  seat.terminal.moves = false;
  seat.desk.in = "\n4\n:q\n";
  const Reply reply = seat.desk("review --deck kinds");
  CHECK_FALSE(contains(reply.out, "\x1b"));
  CHECK(reviews(seat.desk, "kinds/basic") == 1);
}

TEST_CASE("the limit and the minutes of a sitting hold") {
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  desk.in = "\n4\nGoethe\n4\n24\n4\n1\n4\n";
  CHECK(contains(desk("review --deck kinds --limit 2").out, "2 answers, "));
  CHECK(desk("stats --json").json()["today"]["reviews"] == 2);
}

TEST_CASE("end of input leaves a sitting with every answer kept") {
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  desk.in = "\n4\nGoethe\n";
  CHECK(desk("review --deck kinds").exit == 0);
  CHECK(desk("stats --json").json()["today"]["reviews"] == 1);
}

TEST_CASE("an empty queue says so and exits 1") {
  Desk desk;
  desk.begin();
  const Reply next = desk("next --deck aws-lambda --json");
  CHECK(next.exit == 1);
  CHECK(next.json()["item"] == nullptr);
  CHECK(next.json()["next_due"] == nullptr);
  CHECK(desk("review --deck aws-lambda").exit == 1);
  const Reply stories = desk("review --kind story");
  CHECK(stories.exit == 1);
  CHECK(stories.out == "Nothing is due.\n");
}

TEST_CASE("next and answer go step by step, and undo and redo say what they did") {
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  const Json next = desk("next --deck kinds --json").json();
  CHECK(next["item"]["item"] == "kinds/basic");
  CHECK(next["item"]["state"] == "new");
  CHECK(next["front"] == "Basic question?");
  CHECK(next["back"] == "Basic answer");
  for (const char* grade : {"again", "hard", "good", "easy"}) {
    CHECK(next["outcomes"][grade].contains("due"));
    CHECK(next["outcomes"][grade].contains("interval_days"));
    CHECK(next["outcomes"][grade].contains("label"));
  }
  const Json answer = desk("answer kinds/basic easy --seconds 9 --json").json();
  CHECK(parse_deed_id(answer["deed"].get<std::string>())->number == 1);
  CHECK(answer["grade"] == "easy");
  CHECK(answer["state"] == "review");
  CHECK(answer["due"] == next["outcomes"]["easy"]["due"]);
  CHECK(answer["interval_days"] == next["outcomes"]["easy"]["interval_days"]);
  CHECK(answer["stability"].get<double>() == doctest::Approx(8.2956));
  CHECK(answer["leech"] == false);

  CHECK(desk("undo").out == "Undid: easy for kinds/basic\n");
  CHECK(desk("undo").exit == 1);
  CHECK(desk("redo").out == "Redid: easy for kinds/basic\n");
  CHECK(reviews(desk, "kinds/basic") == 1);
  (void)desk("answer kinds/typed 3");
  (void)desk("answer kinds/number 2");
  CHECK(desk("undo 2 --json").json()["events"].size() == 2);
  CHECK(reviews(desk, "kinds/typed") == 0);
}

TEST_CASE("a new story is a valid file for its principle, and its id is never taken twice") {
  Desk desk;
  desk.begin();
  const Reply made = desk.run({"story", "new", "Night", "pages", "--principle", "BE", "--json"});
  CHECK(made.exit == 0);
  CHECK(made.json()["id"] == "night-pages");
  CHECK(made.json()["principle"] == "earths-best-employer");
  const Json list = desk("story list --json").json();
  REQUIRE(list["stories"].size() == 1);
  CHECK(list["stories"][0]["complete"] == false);
  CHECK(desk.run({"story", "new", "Night pages"}).exit == 2);
  CHECK(desk.run({"story", "new", "漢字"}).exit == 2);
  CHECK(desk.run({"story", "new", "Other", "--principle", "boldness"}).exit == 2);
}

TEST_CASE("next works out what each minute of today is worth, and keeps it; without a date there is nothing to aim at") {
  Seat seat;
  REQUIRE(seat.desk("config review.policy auto").exit == 0);
  REQUIRE(seat.desk("answer kinds/basic good").exit == 0);
  REQUIRE(seat.desk("next").exit == 0);
  CHECK(contains(seat.desk("today").out, "to what you will know on the day"));
  REQUIRE(seat.desk("config --unset interview").exit == 0);
  REQUIRE(seat.desk("next").exit == 0);
  CHECK_FALSE(contains(seat.desk("today").out, "to what you will know on the day"));
}

TEST_CASE("under the policy deadline a sitting works out what each minute is worth, and the days after it say so") {
  Seat seat;
  REQUIRE(seat.desk("config interview 2026-12-15").exit == 0);
  REQUIRE(seat.desk("config review.policy deadline").exit == 0);
  CHECK_FALSE(contains(seat.desk("today").out, "what each minute is worth"));  // nothing is due yet
  CHECK(seat.review({' ', '3', 'q'}).exit == 0);
  const Reply today = seat.desk("today");
  CHECK(contains(today.out, "whose review now adds to what you will know on the day"));
  const Json notices = seat.desk("today --json").json()["notices"];
  CHECK(std::ranges::count(notices, "aim", [](const Json& each) { return each["kind"].get<std::string>(); }) == 1);
}
