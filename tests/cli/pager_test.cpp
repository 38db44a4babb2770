#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "cli/desk.h"
#include "cli/pager.h"
#include "support/window.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Reply;
using test::Window;

namespace {

constexpr const char* kPath = "PATH=/usr/local/bin:/usr/bin:/bin";
constexpr const char* kTerm = "TERM=xterm";

// Marks what goes through it.
const std::string kMarking = "sed s/^/through:/";

std::string through(const std::string& text) {
  std::string marked = "through:";
  for (std::size_t i = 0; i < text.size(); ++i) {
    marked += text[i];
    if (text[i] == '\n' && i + 1 < text.size()) marked += "through:";
  }
  return marked;
}

constexpr int kLow = 10;

Window window(const Desk& desk, std::vector<std::string> words, std::vector<std::string> set, int rows) {
  set.insert(set.end(), {kPath, kTerm});
  return Window(desk.command(std::move(words)), desk.environment(std::move(set)), 80, rows);
}

// All that comes up to its end, with newlines as the program wrote them.
Reply to_the_end(Window& window) {
  const int status = window.wait();
  Reply reply;
  reply.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  reply.out = window.written();
  std::erase(reply.out, '\r');
  return reply;
}

Reply at_terminal(const Desk& desk, std::vector<std::string> words, std::vector<std::string> set, int rows = kLow) {
  words.insert(words.end(), {"--color", "never"});
  Window whole = window(desk, std::move(words), std::move(set), rows);
  return to_the_end(whole);
}

}  // namespace

TEST_CASE("the first pager that is set is the one, and cat or nothing is none") {
  CHECK(pager_command({.starling_pager = "most", .pager = "more", .less = true}) == "most");
  CHECK(pager_command({.starling_pager = {}, .pager = "more", .less = true}) == "more");
  CHECK(pager_command({.starling_pager = "", .pager = "more", .less = true}).empty());
  CHECK(pager_command({.starling_pager = {}, .pager = " cat ", .less = true}).empty());
  CHECK(pager_command({.starling_pager = {}, .pager = {}, .less = true}) == "less");
  CHECK(pager_command({.starling_pager = {}, .pager = {}, .less = false}).empty());
}

TEST_CASE("the rows of a text are those of its window, colours aside") {
  CHECK(rows_of("", 40) == 0);
  CHECK(rows_of("one\n\nthree\n", 40) == 3);
  CHECK(rows_of("one\n\nthree", 40) == 3);
  CHECK(rows_of(std::string(81, 'x') + "\n", 40) == 3);
  CHECK(rows_of("\x1b[1m" + std::string(40, 'x') + "\x1b[0m\n", 40) == 1);
  CHECK(rows_of("合意合意\n", 4) == 2);
  CHECK(rows_of("\x1b[unfinished", 40) == 1);
}

TEST_CASE("what is longer than the window goes through the pager, what fits is printed") {
  Desk desk;
  desk.begin();
  const std::string long_one = desk("deck list").out;
  REQUIRE(std::count(long_one.begin(), long_one.end(), '\n') > 10);
  CHECK(at_terminal(desk, {"deck", "list"}, {"PAGER=" + kMarking}).out == through(long_one));
  CHECK(at_terminal(desk, {"deck", "list"}, {"PAGER=false", "STARLING_PAGER=" + kMarking}).out == through(long_one));
  CHECK(at_terminal(desk, {"deck", "list"}, {"PAGER=" + kMarking}, 500).out == long_one);
  CHECK(contains(at_terminal(desk, {"--help"}, {"PAGER=" + kMarking}).out, "through:Usage: starling"));
  CHECK(contains(at_terminal(desk, {"search", "the"}, {"PAGER=" + kMarking}).out, "through:"));
}

TEST_CASE("nothing goes through a pager where nobody wants one, or where it would be in the way") {
  Desk desk;
  desk.begin();
  const std::string list = desk("deck list").out;
  CHECK(at_terminal(desk, {"deck", "list"}, {"PAGER=cat"}).out == list);
  CHECK(at_terminal(desk, {"deck", "list"}, {"PAGER="}).out == list);
  CHECK(at_terminal(desk, {"deck", "list", "--no-pager"}, {"PAGER=" + kMarking}).out == list);
  CHECK_FALSE(contains(at_terminal(desk, {"--help", "--no-pager"}, {"PAGER=" + kMarking}).out, "through:"));
  CHECK_FALSE(contains(at_terminal(desk, {"deck", "list", "--json"}, {"PAGER=" + kMarking}).out, "through:"));
  CHECK_FALSE(contains(at_terminal(desk, {"today", "--date", "2026-11-23"}, {"PAGER=" + kMarking}, 6).out, "through:"));
}

TEST_CASE("a pager that does not start prints plainly, and the exit is the command's") {
  Desk desk;
  desk.begin();
  const std::string list = desk("deck list").out;
  CHECK(at_terminal(desk, {"deck", "list"}, {"PAGER=no-such-pager"}).out == list);
  const Reply by_shell = at_terminal(desk, {"deck", "list"}, {"PAGER=no-such-pager -x 2>/dev/null"});
  CHECK(by_shell.out == list);
  CHECK(by_shell.exit == 0);
  CHECK(at_terminal(desk, {"deck", "list"}, {"PAGER=false"}).exit == 0);
  CHECK(at_terminal(desk, {"deck", "list"}, {"PAGER=head -n 1"}).out == list.substr(0, list.find('\n') + 1));
}

TEST_CASE("Ctrl-C is the pager's, and the program outlives it") {
  Desk desk;
  desk.begin();
  // Ends by a line of its own once it is interrupted.
  Window paged = window(desk, {"deck", "list"},
                        {"NO_COLOR=1", "PAGER=trap 'echo interrupted; exit' INT; cat >/dev/null; echo ready; while :; do sleep 0.05; done"}, kLow);
  REQUIRE(paged.shows("ready"));
  paged.type("\x03");
  const Reply reply = to_the_end(paged);
  CHECK(contains(reply.out, "interrupted"));
  CHECK(reply.exit == 0);
}

TEST_CASE("less shows the first page with its colours and ends by its key") {
  if (!std::filesystem::exists("/usr/bin/less")) return;
  Desk desk;
  desk.begin();
  Window paged = window(desk, {"deck", "list"}, {}, kLow);
  REQUIRE(paged.shows("architecture-deployment"));
  CHECK_FALSE(contains(paged.written(), "ESC["));
  CHECK(contains(paged.written(), "\x1b[36m"));
  REQUIRE(paged.shows(":"));
  paged.type("q");
  CHECK(to_the_end(paged).exit == 0);
}
