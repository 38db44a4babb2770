// The real program in a real terminal.
#include <doctest/doctest.h>

#include <string>

#include "cli/desk.h"
#include "support/window.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Window;

namespace {

constexpr const char* kLeave = "\x1b[?1049l";

// A desk with one card of each kind, and a terminal at it.
struct Room {
  Desk desk;
  Room() {
    desk.begin();
    desk.add_deck("kinds.toml", test::kEveryKind);
  }
  [[nodiscard]] std::vector<std::string> environment(const std::string& term = "xterm") const {
    std::vector<std::string> variables{"LANG=C", "NO_COLOR=1", "PATH=/usr/local/bin:/usr/bin:/bin"};
    if (!term.empty()) variables.push_back("TERM=" + term);
    return desk.environment(std::move(variables));
  }
  [[nodiscard]] std::vector<std::string> review() const {
    return desk.command({"review", "--deck", "kinds", "--date", "2026-11-23"});
  }
  [[nodiscard]] Window sit() const { return Window(review(), environment()); }
  // By a shell, which has something more to do with it: a pipe on one side.
  [[nodiscard]] Window sit_by_shell(const std::string& before, const std::string& behind) const {
    std::string command = before;
    for (const std::string& word : review()) command += "'" + word + "' ";
    return Window({"/bin/sh", "-c", command + behind}, environment());
  }
  int answers() { return desk("stats --json").json()["today"]["reviews"]; }
};

void grade_the_first(Window& window) {
  REQUIRE(window.shows("Basic question?"));
  window.type(" ");
  REQUIRE(window.shows("4 easy"));
  window.type("3");
  REQUIRE(window.shows("Who wrote"));
}

void stop_and_go_on(Window& window) {
  window.type("\x1a");
  REQUIRE(window.stops());
  CHECK(window.shows(kLeave));
  window.go_on();
}

}  // namespace

TEST_CASE("a sitting in a terminal begins and ends with the screen that was there before") {
  Room room;
  Window window = room.sit();
  REQUIRE(window.shows("\x1b[?1049h"));
  REQUIRE(window.shows("Basic question?"));
  window.type(" ");
  REQUIRE(window.shows("Basic answer"));
  window.type(" ");
  REQUIRE(window.shows("Who wrote"));
  window.type("\x03");  // Ctrl-C
  CHECK(window.shows(kLeave));
  CHECK(window.shows("1 answer, 100 % recalled, 1 min."));
  CHECK(window.wait() == 0);
  CHECK_FALSE(contains(window.written(), "\x1b[3J"));
  CHECK_FALSE(contains(window.written(), "\x1b[2J"));
  CHECK(room.answers() == 1);
}

TEST_CASE("a line with letters of two columns is drawn whole after each key") {
  Room room;
  REQUIRE(room.desk("card suspend kinds/basic").exit == 0);
  Window window = room.sit();
  REQUIRE(window.shows("> "));
  window.type("XXcafe \u65e5\u672c\u8a9e");
  REQUIRE(window.shows("XXcafe \u65e5\u672c\u8a9e"));
  window.type("\x1b[H\x1b[C\x1b[C\x7f\x1b[3~");
  CHECK(window.shows("> Xafe \u65e5\u672c\u8a9e"));
  window.type("\x03");
  CHECK(window.wait() == 0);
}

TEST_CASE("a sitting leaves the terminal's modes as they were, also out of a line") {
  struct Row {
    std::string keys, shown;
  };
  for (const Row& row : {Row{"", ""}, Row{"\x1b", "space: answer"}, Row{"Goethe\r", "Right."}}) {
    CAPTURE(row.shown);
    Room room;
    REQUIRE(room.desk("card suspend kinds/basic").exit == 0);
    const std::string modes = "stty -g >>'" + (room.desk.folder / "modes").string() + "'";
    Window window = room.sit_by_shell(modes + "; ", "; " + modes);
    REQUIRE(window.shows("> "));
    window.type(row.keys);
    REQUIRE(window.shows(row.shown));
    window.type("\x03");
    REQUIRE(window.shows(kLeave));
    (void)window.wait();
    const std::string both = test::text_of(room.desk.folder / "modes");
    const std::size_t end = both.find('\n') + 1;
    CHECK(both.substr(0, end) == both.substr(end));
  }
}

TEST_CASE("a line is edited with arrows, Home, End, Ctrl-A E W U, in any script, under any locale") {
  struct Row {
    std::string keys, line;
  };
  const std::vector<Row> table{
      {"Gothe\x1b[D\x1b[D\x1b[De", "Goethe"},
      {"oethe\x01G\x05", "Goethe"},
      {"oethe\x1b[HG\x1b[F", "Goethe"},
      {"wrong words\x15Goethe", "Goethe"},
      {"Goethe wrong\x17\x7f", "Goethe"},
      {"xGoethe\x01\x1b[3~", "Goethe"},
      {"\x1b[200~Johann\nWolfgang von\tGoethe\x1b[201~", "Goethe"},
      {"漢字é\x7f\x7f\x7fGoethe", "Goethe"},
  };
  for (const Row& row : table) {
    CAPTURE(row.keys);
    Room room;
    for (const char* card : {"basic", "number", "choice", "ordered", "cloze", "code"})
      REQUIRE(room.desk(std::string("card suspend kinds/") + card).exit == 0);
    Window window = room.sit();
    REQUIRE(window.shows("> "));
    window.type(row.keys + "\r");
    const bool right = window.shows("Right.");
    CAPTURE(window.written());
    CHECK(right);
  }
}

TEST_CASE("Ctrl-Z stops a sitting with the terminal as it was, and it comes back as it stood") {
  Room room;
  Window window = room.sit();
  REQUIRE(window.shows("Basic question?"));
  stop_and_go_on(window);
  grade_the_first(window);
  // The same where a line is typed: it stands there still.
  REQUIRE(window.shows("> "));
  window.type("Goet");
  REQUIRE(window.shows("t"));
  stop_and_go_on(window);
  REQUIRE(window.shows("> Goet"));
  window.type("he\r");
  CHECK(window.shows("Right."));
}

TEST_CASE("a window of another size is drawn anew, also while a line is typed") {
  Room room;
  Window window = room.sit();
  REQUIRE(window.shows("Basic question?"));
  window.resize(40, 20);
  CAPTURE(window.written());
  grade_the_first(window);
  window.type("Go");
  window.resize(10, 3);
  window.resize(60, 24);
  REQUIRE(window.shows("> Go"));
  window.type("ethe\r");
  CHECK(window.shows("Right."));
}

TEST_CASE("a closed window loses no answer, and a sentence says so where errors go") {
  Room room;
  const auto errors = room.desk.folder / "errors";
  {
    Window window = room.sit_by_shell("exec ", "2>'" + errors.string() + "'");
    grade_the_first(window);
    window.hang_up();
    (void)window.wait();
  }
  CHECK(contains(test::text_of(errors), "the terminal was closed; every answer before that is kept"));
  CHECK(room.answers() == 1);
}

TEST_CASE("a megabyte pasted into an answer is cut, and the sitting goes on") {
  Room room;
  REQUIRE(room.desk("card suspend kinds/basic").exit == 0);
  Window window = room.sit();
  REQUIRE(window.shows("> "));
  window.type("\x1b[200~" + std::string(1'000'000, 'x') + "\x1b[201~\r");
  CHECK(window.shows("No match"));
  window.type("3");
  CHECK(window.shows("How long is a day?"));
}

TEST_CASE("a terminal that is dumb, unknown or not named is written line by line") {
  for (const std::string kind : {"dumb", "no-such-terminal", ""}) {
    CAPTURE(kind);
    Room room;
    Window window(room.review(), room.environment(kind));
    REQUIRE(window.shows("Basic question?"));
    window.type("\n");
    REQUIRE(window.shows("Basic answer"));
    window.type("\n");
    REQUIRE(window.shows("Who wrote"));
    window.type(":q\n");
    CHECK(window.wait() == 0);
    CHECK_FALSE(contains(window.written(), "\x1b"));
    CHECK(room.answers() == 1);
  }
}

TEST_CASE("with a pipe on one side a sitting goes line by line") {
  for (const char* side : {"| cat", "< /dev/null"}) {
    CAPTURE(side);
    Room room;
    Window window = room.sit_by_shell("", side);
    CHECK(window.shows("Basic question?"));
    window.type("\nq\n");
    (void)window.wait();
    CHECK_FALSE(contains(window.written(), "\x1b[?1049h"));
  }
}

TEST_CASE("a question outside a sitting takes a line that can be edited, and leaves the terminal as it was") {
  Room room;
  Window window(room.desk.command({"debrief", "add", "--date", "2026-12-07"}), room.environment());
  REQUIRE(window.shows("What was asked? "));
  window.type("hy so?\x1b[H\x1b[200~W\x1b[201~\x1b[F\x1b[Dn\x1b[3~\x1b\x1b[D\x1b[C?\r");
  REQUIRE(window.shows("For which principle? "));
  window.type("\r\r\r\r");
  REQUIRE(window.shows("What else was asked? "));
  window.type("\r\r");
  CHECK(window.wait() == 0);
  CHECK_FALSE(contains(window.written(), "\x1b[?2004h"));
  CHECK_FALSE(contains(window.written(), "^["));
  const auto debriefed = room.desk("debrief --json").json();
  CHECK(contains(debriefed.dump(), "Why son?"));
}

TEST_CASE("Ctrl-C at a question ends the program, Ctrl-D is the end of input, and Ctrl-Z waits") {
  Room room;
  const std::vector<std::string> mine = room.desk.command({"story", "mine", "--date", "2026-12-07"});
  Window window(mine, room.environment());
  REQUIRE(window.shows("> "));
  window.type("half a li\x03");
  const int status = window.wait();
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGINT);
  CHECK_FALSE(contains(window.written(), "\x1b[?2004h"));

  Window again(mine, room.environment());
  REQUIRE(again.shows("> "));
  again.type("half\x1a");
  REQUIRE(again.stops());
  again.go_on();
  REQUIRE(again.shows("half"));
  again.type(" a line\r");
  REQUIRE(again.shows("2 of "));
  REQUIRE(again.shows("> "));  // from there on keys come one by one
  again.type("\x04");
  CHECK(again.shows("Kept 1 win."));
  CHECK(again.wait() == 0);
  CHECK(room.desk("win list --json").json()["wins"][0]["text"] == "half a line");
}
