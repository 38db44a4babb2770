// The next thing of the day: with a clock where a person is there, told where nobody is.
#include <doctest/doctest.h>

#include "cli/browser.h"
#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::ScriptedTerminal;
using test::widest;

namespace {

struct Worker {
  Desk desk;
  ScriptedTerminal terminal;
  Worker() { desk.begin(); }
  Reply do_it(const std::string& words, std::deque<Key> keys, const std::string& answers) {
    desk.terminal = &terminal;
    desk.in = answers;
    terminal.keys = std::move(keys);
    terminal.seen.clear();
    Reply reply = desk("do " + words);
    desk.terminal = nullptr;
    return reply;
  }
  Json done_of(const std::string& id, const std::string& date) {
    const Json day = desk("today --json --date " + date).json();
    for (const Json& slot : day["slots"])
      for (const Json& task : slot["tasks"])
        if (task["id"] == id) return task["done"];
    return {};
  }
};

// Of the plan, in week 5: problems in the morning.
const char* kProblemDay = "2026-12-22";

}  // namespace

TEST_CASE("without a terminal the next thing is told with the commands that do it, and nothing is written") {
  Worker worker;
  const Json next = worker.desk(std::string("do --json --date ") + kProblemDay + "T07:00").json()["next"];
  CHECK(next["kind"] == "problem");
  CHECK(next["slot"] == "morning");
  CHECK(next["number"] == 1);
  CHECK(next["item"].get<std::string>().starts_with("problem/lc-"));
  const Reply told = worker.desk(std::string("do --date ") + kProblemDay + "T07:00");
  CHECK(told.exit == 0);
  for (const Json& command : next["commands"]) CHECK(contains(told.out, command.get<std::string>()));
  CHECK(contains(told.out, "https://"));
  CHECK(worker.desk("undo").exit == 1);
}

TEST_CASE("the page of a problem opens by a key where there is a browser, and one that fails is told") {
  Worker worker;
  std::vector<std::string> opened;
  const std::string words = std::string("1 --date ") + kProblemDay + "T07:00";
  (void)worker.do_it(words, {'o', 'q'}, "");
  CHECK_FALSE(contains(worker.terminal.seen.front(), "o: open"));
  worker.desk.browse = [&](const std::string& address) {
    opened.push_back(address);
    return opened.size() == 1;
  };
  (void)worker.do_it(words, {'o', 'o', 'q'}, "");
  REQUIRE(opened.size() == 2);
  CHECK(opened[0].starts_with("https://"));
  CHECK(contains(worker.terminal.seen.front(), "o: open"));
  CHECK(contains(worker.terminal.seen.back(), "No browser took"));
}

TEST_CASE("only one program is taken from BROWSER, and only an address of https is given to it") {
  CHECK(browser_program({"firefox", false, false}) == "firefox");
  CHECK(browser_program({"firefox %s:lynx", true, true}) == "xdg-open");
  CHECK(browser_program({{}, true, true}) == "xdg-open");
  CHECK(browser_program({{}, false, true}).empty());
  CHECK_FALSE(open_in_browser("true", "file:///etc/passwd"));
  CHECK_FALSE(open_in_browser("/nowhere/browser", "https://example.org"));
  CHECK(open_in_browser("true", "https://example.org"));
}

TEST_CASE("a problem is done against the clock, and logged as log problem does") {
  Worker worker;
  const std::string date = std::string(kProblemDay) + "T07:00";
  const Json next = worker.desk("do --json --date " + date).json()["next"];
  const std::string item = next["item"];
  const Reply done = worker.do_it("--date " + date, {' ', ' ', '\n'}, "y\n23\n");
  CHECK(done.exit == 0);
  REQUIRE_FALSE(worker.terminal.seen.empty());
  CHECK(contains(worker.terminal.seen[0], "space: pause"));
  CHECK(contains(worker.terminal.seen[1], "Paused"));
  CHECK(contains(worker.terminal.seen[0], "https://"));
  CHECK(contains(done.out, "solved, its plan is asked again on"));
  CHECK(worker.done_of(next["id"], kProblemDay) == 1);
  const Json shown = worker.desk.run({"problem", "show", item, "--json", "--date", kProblemDay}).json()["problem"];
  CHECK(shown["state"] == "solved");
  CHECK(worker.desk("do --json --date " + date).json()["next"]["item"] != item);
  CHECK(worker.desk("undo --date " + date).exit == 0);
  CHECK(worker.done_of(next["id"], kProblemDay) == 0);
}

TEST_CASE("q leaves without logging, at the clock and at a question, and so does the end of input") {
  Worker worker;
  const std::string date = std::string("--date ") + kProblemDay + "T07:00";
  CHECK(contains(worker.do_it(date, {'q'}, "").out, "nothing of it is kept"));
  CHECK(worker.do_it(date, {'\n'}, "q\n").exit == 1);
  CHECK(worker.do_it(date, {'\n'}, "y\nq\n").exit == 1);
  CHECK(worker.do_it(date, {'\n'}, "").exit == 1);
  CHECK(worker.do_it(date, {}, "").exit == 1);
  CHECK(worker.desk("undo").exit == 1);
}

TEST_CASE("a design shows the brief with a clock, then the rubric, and keeps the scores") {
  Worker worker;
  const std::string date = "2026-12-14";
  std::string id;
  const Json day = worker.desk("today --json --date " + date).json();
  for (const Json& slot : day["slots"])
    for (const Json& task : slot["tasks"])
      if (task.contains("exercise")) id = task["id"];
  REQUIRE_FALSE(id.empty());
  const Reply done = worker.do_it(id + " --date " + date, {'\n', '\n'}, "3.5\nnine\n4\n\n\n\n\n\n\n45\n");
  CHECK(done.exit == 0);
  REQUIRE(worker.terminal.seen.size() >= 2);
  CHECK_FALSE(contains(worker.terminal.seen.front(), "Hit list"));
  CHECK(contains(worker.terminal.seen.front(), "To ask first"));
  CHECK_FALSE(contains(worker.terminal.seen.back(), "To ask first"));
  CHECK(contains(done.out, "0 to 5 in halves"));
  CHECK(contains(done.out, "of 5."));
  CHECK(worker.done_of(id, date) == 1);
}

TEST_CASE("any other task shows what to do with a clock, is ticked on yes, and keeps the minutes of the clock") {
  Worker worker;
  const std::string date = "2026-11-23";
  const Json next = worker.desk("do --json --date " + date + "T07:00").json()["next"];
  CHECK(next["kind"] == "task");
  const std::string id = next["id"];
  CHECK(worker.do_it("1 --date " + date, {'\n'}, "n\n").exit == 1);
  CHECK(worker.done_of(id, date) == 0);
  CHECK(worker.do_it("1 --date " + date, {'\n'}, "y\n\n").exit == 0);
  CHECK(worker.done_of(id, date) == 1);
  CHECK(worker.desk("plan show " + id + " --json --date " + date).json()["minutes_done"] == 1);
  CHECK(worker.do_it("1 --date " + date, {'\n'}, "y\n\n").exit == 1);
  check_refused(worker.desk, "do 99 --date " + date, "from 1 to");
}

TEST_CASE("a line of a list is ticked by its number, and a mock is told how to be written down") {
  Worker worker;
  const Json lists = worker.desk("today --json --date 2026-11-23").json()["checklists"];
  const std::string number = std::to_string(lists[0]["items"][0]["number"].get<int>());
  CHECK(worker.do_it(number + " --date 2026-11-23", {}, "y\n").exit == 0);
  CHECK(worker.desk("today --json --date 2026-11-23").json()["checklists"][0]["items"][0]["done"] == true);
  const Reply mock = worker.desk("do w08-d6-first-mock --date 2027-01-16");
  CHECK(contains(mock.out, "starling mock add"));
}

TEST_CASE("a telling is told against the clock, and counts for its task") {
  Worker worker;
  worker.desk.add_sample_stories();
  const std::string date = "2027-03-01";
  const Json next = worker.desk("do w15-d1-storytelling --json --date " + date).json()["next"];
  CHECK(next["kind"] == "telling");
  worker.terminal.waits = 200;
  worker.terminal.lines = test::typed_lines({"1 to 2", "3 to 4", "2024", "", ""});
  const Reply told = worker.do_it("w15-d1-storytelling --date " + date, {key::kEnter, '3', '3', '3', '3', '1'}, "");
  CHECK(told.exit == 0);
  CHECK(contains(told.out, "1 of 4 tellings"));
}

TEST_CASE("nothing left is said, with exit 1") {
  Desk desk;
  desk.begin("days_off = [\"2026-11-23\"]\n");
  const Reply none = desk("do --json --date 2026-11-23");
  CHECK(none.exit == 1);
  CHECK(none.json()["next"].is_null());
  CHECK(desk("do --date 2026-11-23").exit == 1);
}

TEST_CASE("every screen of a day's things fits 40 columns and 20 rows") {
  Worker worker;
  worker.terminal.width = 40;
  worker.terminal.height = 20;
  for (const std::string what : {"1", "2", "3"}) {
    worker.do_it(what + " --date " + kProblemDay, {' ', 'q'}, "");
    for (const std::string& screen : worker.terminal.seen) {
      CHECK(std::ranges::count(screen, '\n') <= 20);
      CHECK(contains(screen, "q: leave"));
    }
  }
  worker.desk.columns = 40;
  for (const std::string what : {"1", "2", "3", "4"})
    for (const char* date : {kProblemDay, "2026-11-23", "2027-01-16"}) {
      const std::string out = worker.desk("do " + what + " --date " + date).out;
      CAPTURE(out);
      std::istringstream lines(out);
      for (std::string line; std::getline(lines, line);)
        if (!contains(line, "https://") && !line.starts_with("  starling ")) CHECK(display_width(line) <= 40);
    }
}
