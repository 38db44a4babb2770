// What reaches the terminal, and what happens when nothing can.
#include <doctest/doctest.h>

#include <ostream>
#include <sstream>

#include "cli/clean_stream.h"
#include "cli/desk.h"
#include "text/text.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Reply;

namespace {

// Takes so many bytes and then no more, like a disk that fills up.
class FullDisk final : public std::streambuf {
 public:
  explicit FullDisk(int room) : room_(room) {}

 protected:
  int_type overflow(int_type byte) override { return room_-- > 0 ? byte : traits_type::eof(); }

 private:
  int room_;
};

// No control character but newline, nothing bidirectional, only UTF-8.
bool is_calm(const std::string& text) { return text == shown(text) && !contains(text, "\t"); }

const std::string kTitle = "\x1b]0;PWN\x07";  // sets the title of a window
const std::string kOverride = "\xe2\x80\xae";
const std::string kC1 = "\xc2\x9b";
const std::string kBroken = "\xff\xc3";

}  // namespace

TEST_CASE("what is written to a clean stream cannot steer a terminal") {
  std::ostringstream behind;
  CleanStream clean(behind);
  clean << "a" << kTitle << "b\n"
        << kOverride << kC1 << kBroken << '\r' << "\xe2\x80\x8f" << '\x7f' << 12 << " é\n";
  CHECK(behind.str() == "a\uFFFD]0;PWN\uFFFDb\n\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD12 é\n");
  behind.str("");
  clean.put('\x1b');
  clean.write("[2J", 3);
  clean.flush();
  CHECK(behind.str() == "\uFFFD[2J");
  behind.str("");
  clean.as_it_is() << "\r\x1b[K";
  CHECK(behind.str() == "\r\x1b[K");
}

TEST_CASE("wrong arguments, file names, keys and zones come out harmless") {
  for (const std::string& odd : {kTitle, kOverride, kC1, kBroken}) {
    Desk desk;
    desk.begin();
    desk.folder.write("study/decks/a" + odd + "b.toml", "bad = = 1\n");
    desk.folder.write("study/stories/a" + odd + "b.toml", "bad = = 1\n");
    const std::vector<std::vector<std::string>> calls{
        {"today"}, {"deck", "check"}, {"story", "list"}, {"why", odd}, {odd}, {"deck", odd}, {"--" + odd},
        {"review", "--kind", odd}, {"review", "--deck", odd}, {"review", "--tag", odd}, {"answer", odd, "good"},
        {"answer", "x", odd}, {"today", odd}, {"today", "--date", odd}, {"stats", "--home", odd}, {"plan", odd},
        {"story", "show", odd}, {"story", "new", "x", "--principle", odd}, {"memory", odd}, {"deck", "check", odd},
        {"optimise", "--from", odd}, {"optimise", "--from", "x", "--time-zone", odd}};
    for (const auto& call : calls) {
      CAPTURE(call.back());
      const Reply reply = desk.run(call);
      CHECK(is_calm(reply.err));
      CHECK(is_calm(reply.out));
    }
    CHECK(contains(desk("deck check").out, "decks/a\uFFFD"));
    desk.folder.write("study/starling.toml", "schema = 1\n\"k" + kOverride + "\" = 1\n[day]\ntime_zone = \"\\u202eX\"\n");
    CHECK(is_calm(desk("today").err));
    CHECK(desk("today").exit == 3);
  }
}

TEST_CASE("output that cannot be written is told of and exits 4, in every command") {
  const std::vector<std::string> long_ones{"today", "today --json", "next --json", "plan", "week", "deck list --json",
                                           "coverage", "stats --json", "memory good@0", "--help"};
  const std::vector<std::string> short_ones{"undo", "deck check", "--version", "answer lp-think-big/meaning good"};
  const auto check = [](const std::string& line, int room) {
    CAPTURE(line);
    Desk desk;
    desk.begin();
    FullDisk full(room);
    std::ostream out(&full);
    const Reply reply = desk.run_onto(out, line);
    CHECK(reply.exit == 4);
    CHECK(contains(reply.err, "the output could not be written"));
  };
  for (const std::string& line : long_ones) check(line, 40);
  for (const std::string& line : long_ones) check(line, 0);
  for (const std::string& line : short_ones) check(line, 0);
}

TEST_CASE("an answer whose line cannot be written is kept, and the exit says that something went wrong") {
  Desk desk;
  desk.begin();
  FullDisk full(0);
  std::ostream out(&full);
  const Reply reply = desk.run_onto(out, "answer lp-think-big/meaning good");
  CHECK(reply.exit == 4);
  CHECK(contains(reply.err, "what was kept stays kept"));
  CHECK(desk("stats --json").json()["today"]["reviews"] == 1);
}
