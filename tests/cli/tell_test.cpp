// Stories told at a terminal: the clock, the figures before the text, the grades.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "cli/desk.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::ScriptedTerminal;

namespace {

// Somebody at a terminal who tells the sample stories; every look at the clock is a second.
struct Teller {
  Desk desk;
  ScriptedTerminal terminal;
  Teller() {
    desk.begin();
    desk.add_sample_stories();
    desk.terminal = &terminal;
  }
  Reply tell(int seconds, std::deque<Key> keys, const std::vector<std::string>& lines, const std::string& words = "story tell checkout-cells") {
    terminal.waits = seconds;
    terminal.keys = std::move(keys);
    terminal.lines = test::typed_lines(lines);
    terminal.seen.clear();
    return desk(words);
  }
  Json last() { return desk("why story/checkout-cells --json").json()["history"].back(); }
  int tellings() { return desk("why story/checkout-cells --json").json()["reviews"]; }
  bool saw(const std::string& text) const {
    return std::ranges::any_of(terminal.seen, [&](const std::string& screen) { return contains(screen, text); });
  }
};

const std::vector<std::string> kRight{"164 min to 9", "100 % to 109 %", "Feb 2024"};

}  // namespace

TEST_CASE("a story is told against the clock, its figures are typed before its text is shown, and it is graded part by part") {
  Teller teller;
  const Reply told = teller.tell(160, {key::kEnter, '3', '3', '2', 'u', '3', '3', ' '}, kRight);
  CHECK(told.exit == 0);
  const std::string& clock = teller.terminal.seen.front();
  CHECK(contains(clock, "Cutting the blast radius"));
  CHECK(contains(clock, "Tell it for Ownership"));
  CHECK(contains(clock, "> situation"));
  CHECK(contains(clock, "of 2:50"));
  CHECK_FALSE(contains(clock, "In February 2024"));
  for (const std::string& screen : teller.terminal.seen)
    if (contains(screen, "from what to what?") && !contains(screen, "Figures:")) CHECK_FALSE(contains(screen, "In February 2024"));
  CHECK(teller.saw("Figures: 5 of 5 right"));
  CHECK(teller.saw("In February 2024"));
  CHECK(teller.saw("figures good · situation good"));
  CHECK(contains(teller.terminal.seen.back(), "space: good, the weakest part"));
  CHECK(contains(told.out, "Saved: good, 2:4"));
  CHECK(contains(told.out, "Ready after 3 clean tellings on"));
  CHECK(contains(told.out, "1 so far."));
  CHECK(teller.last()["grade"] == "good");
  CHECK(teller.last()["seconds"].get<double>() > 150);
  CHECK(teller.desk("coverage --json").json()["principles"][1]["tellings"] == 1);
}

TEST_CASE("a telling without one right figure cannot be graded good") {
  Teller teller;
  const Reply told = teller.tell(160, {key::kEnter, '4', '4', '4', '4', '3', '4', '2'}, {"", "nothing", "2021"});
  CHECK(told.exit == 0);
  CHECK(teller.saw("Figures: 0 of 5 right"));
  CHECK(teller.saw("you typed 2021"));
  CHECK(teller.saw("None of the figures came back, so it is hard at best."));
  CHECK(teller.last()["grade"] == "hard");
  CHECK(contains(told.out, "0 so far."));
}

TEST_CASE("of a telling Enter never books again: nothing is proposed, and 1 to 4 grade it") {
  Teller teller;
  const Reply told = teller.tell(160, {key::kEnter, '1', '3', '3', '3', key::kEnter, ' ', 'q', 'q'}, kRight);
  CHECK(told.exit == 1);
  CHECK(teller.tellings() == 0);
  CHECK(teller.saw("1 to 4: grade · u: one back"));
  CHECK(teller.saw("Nothing is proposed: grade it, 1 to 4."));
  CHECK(teller.tell(160, {key::kEnter, '1', '3', '3', '3', '1'}, kRight).exit == 0);
  CHECK(teller.last()["grade"] == "again");
  teller.terminal.moves = false;
  teller.desk.in = "\n164 min to 9\n100 % to 109 %\nFeb 2024\n3\n1\n3\n3\n\n2\n";
  const Reply lines = teller.desk("story tell checkout-cells");
  CHECK_FALSE(contains(lines.out, "Enter takes"));
  CHECK(teller.last()["grade"] == "hard");
}

TEST_CASE("a telling that goes on over its time is told so, and is not clean") {
  Teller teller;
  const Reply told = teller.tell(230, {key::kEnter, '3', '3', '3', '3', ' '}, kRight);
  CHECK(teller.saw("over the target"));
  CHECK(contains(told.out, "Saved: good, 3:5"));
  CHECK(contains(told.out, "0 so far."));
}

TEST_CASE("a pause stops the clock, and the begin of each section can be marked") {
  Teller teller;
  // Told for 30 seconds, paused for a hundred looks, marked twice.
  teller.terminal.waits = 0;
  std::deque<Key> keys{'m', ' '};
  for (int i = 0; i < 100; ++i) keys.push_back('x');
  for (const Key key : {Key(' '), Key('m'), Key(key::kEnter), Key(key::kEnter), Key('3'), Key('3'), Key('3'), Key('3'), Key('2')}) keys.push_back(key);
  const Reply told = teller.tell(0, keys, kRight);
  CHECK(told.exit == 0);
  CHECK(teller.saw("Paused. space: go on"));
  CHECK(teller.saw("began 0:0"));
  CHECK(teller.saw("task at 0:0"));
  CHECK(teller.saw("(aim 0:23)"));
  CHECK(teller.last()["seconds"].get<double>() < 20);
}

TEST_CASE("a key that slipped ends no telling, and a few seconds of it are not good") {
  Teller teller;
  const Reply told = teller.tell(3, {key::kEnter, key::kEnter, '3', '3', '3', '3', '3', '2'}, kRight);
  CHECK(teller.saw("Enter again if that was all of it."));
  CHECK(teller.saw("is less than a quarter of it, so it is hard at best."));
  CHECK(contains(told.out, "Saved: hard, "));
}

TEST_CASE("in a telling ? has the keys, and a key that means nothing says so, at the clock and at the grades") {
  Teller teller;
  const Reply told = teller.tell(160, {'x', '?', 'x', key::kEnter, 'b', '?', ' ', '3', '3', '3', '3', ' '}, kRight);
  CHECK(told.exit == 0);
  std::size_t remarks = 0, lists = 0;
  for (const std::string& screen : teller.terminal.seen) {
    remarks += contains(screen, "? shows the keys") ? 1 : 0;
    lists += contains(screen, "Keys of a sitting") ? 1 : 0;
  }
  CHECK(remarks == 2);
  CHECK(lists == 2);
}

TEST_CASE("the question whether that was all of it goes with the next key, and by itself") {
  for (const std::deque<Key>& between : {std::deque<Key>{'x'}, std::deque<Key>{' ', ' '}, std::deque<Key>(12, Key('m'))}) {
    Teller teller;
    std::deque<Key> keys{key::kEnter};
    keys.insert(keys.end(), between.begin(), between.end());
    keys.push_back(key::kEnter);
    (void)teller.tell(3, keys, kRight);
    CHECK_FALSE(teller.saw("Figures:"));
    CHECK_FALSE(teller.saw("Before you see the text"));
  }
}

TEST_CASE("in a low window the text of each part comes to the top when it is asked for") {
  Teller teller;
  teller.terminal.width = 40;
  teller.terminal.height = 20;
  (void)teller.tell(160, {key::kEnter, '3', 'u', '3', '3', 'q', 'q'}, kRight);
  for (const auto& [asked, heading] : std::vector<std::pair<std::string, std::string>>{{"Task: how did", "\nTask"}, {"Action: how did", "\nAction"}}) {
    CAPTURE(asked);
    bool shown = false;
    for (const std::string& screen : teller.terminal.seen) shown = shown || (contains(screen, asked) && screen.find(heading) < screen.find(asked));
    CHECK(shown);
  }
}

TEST_CASE("leaving a telling, at the clock, at its figures or before its grades, is asked for once more and keeps nothing") {
  Teller teller;
  CHECK(teller.tell(3, {'q', 'q'}, {}).exit == 1);
  CHECK(contains(teller.terminal.seen.back(), "q again leaves; nothing of this telling is kept."));
  CHECK(teller.tell(3, {key::kEnter, key::kEnter}, {"164 to 9"}).exit == 1);
  CHECK(teller.tell(3, {key::kEnter, key::kEnter, '3', 'q', 'q'}, kRight).exit == 1);
  CHECK(teller.tellings() == 0);
  CHECK(teller.tell(3, {'q', 'x', key::kEnter, key::kEnter, '3', '3', '3', '3', '2'}, kRight).exit == 0);
  CHECK(teller.tellings() == 1);
}

TEST_CASE("a story told line by line asks for its figures and ends with the same four grades as by keys") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  desk.in = "\n164 min to 9\n\n2024\n3\n3\nhard\n3\n\n";
  const Reply told = desk("story tell checkout-cells");
  CHECK(told.exit == 0);
  CHECK(told.out.find("Before you see the text") < told.out.find("In February 2024"));
  CHECK(contains(told.out, "Figures: 3 of 5 right"));
  CHECK(contains(told.out, "1 again: "));
  CHECK(contains(told.out, "4 easy: "));
  CHECK(contains(told.out, "Enter takes hard, the weakest part."));
  CHECK(contains(told.out, "Saved: hard, "));
}

TEST_CASE("three clean tellings on different days make a story ready, and each is for another of its principles") {
  Teller teller;
  std::vector<std::string> heads;
  for (const char* day : {"2026-12-01", "2026-12-03", "2026-12-05"}) {
    const Reply told = teller.tell(160, {key::kEnter, '3', '3', '3', '3', ' '}, kRight, std::string("story tell checkout-cells --date ") + day);
    CHECK(told.exit == 0);
    heads.push_back(teller.terminal.seen.front());
    if (heads.size() == 3) CHECK(contains(told.out, "checkout-cells is ready: told clean"));
  }
  CHECK(contains(heads[0], "Tell it for Ownership"));
  CHECK(contains(heads[1], "Tell it for Think Big"));
  CHECK(contains(heads[2], "Tell it for Have Backbone"));
}

TEST_CASE("tellings that were stopped at once leave the lengths as they were, and three whole ones set them for list, show and lint") {
  Teller teller;
  const auto lengths = [&] {
    std::vector<int> seconds{teller.desk("story show checkout-cells --json").json()["story"]["estimated_seconds"],
                             teller.desk("story lint checkout-cells --json").json()["stories"][0]["seconds"]};
    const Json listed = teller.desk("story list --json").json();
    for (const Json& story : listed["stories"])
      if (story["id"] == "checkout-cells") seconds.push_back(story["estimated_seconds"]);
    return seconds;
  };
  const std::vector<int> before = lengths();
  for (const char* day : {"2026-12-01", "2026-12-03", "2026-12-05"})
    REQUIRE(teller.tell(20, {key::kEnter, key::kEnter, '3', '3', '3', '3', '2'}, kRight, std::string("story tell checkout-cells --date ") + day).exit == 0);
  CHECK(lengths() == before);
  for (const char* day : {"2026-12-07", "2026-12-09", "2026-12-11"})
    REQUIRE(teller.tell(190, {key::kEnter, '3', '3', '3', '3', '3'}, kRight, std::string("story tell checkout-cells --date ") + day).exit == 0);
  const std::vector<int> after = lengths();
  for (std::size_t i = 0; i < after.size(); ++i) {
    CHECK(after[i] > before[i] + 30);
    CHECK(after[i] < 220);
  }
}

TEST_CASE("a story can be told for a principle and in a length, and what it has not is refused") {
  Teller teller;
  CHECK(teller.tell(160, {'q', 'q'}, {}, "story tell --for HB").exit == 1);
  CHECK(contains(teller.terminal.seen.front(), "Tell it for Have Backbone"));
  CHECK(teller.desk("story tell checkout-cells --for FR").exit == 2);
  CHECK(teller.desk("story tell checkout-cells --length 60").exit == 2);
  CHECK(teller.desk("story tell --for FR").exit == 1);
  CHECK(teller.tellings() == 0);
}

TEST_CASE("a telling is recorded while its clock runs, where there is a recorder and the learner asks for it") {
  Teller teller;
  const Reply none = teller.tell(160, {'q', 'q'}, {}, "story tell checkout-cells --record");
  CHECK(none.exit == 2);
  CHECK(contains(none.err, "a telling none of them"));
  std::filesystem::path file;
  bool told = false;
  teller.desk.record = [&](const std::filesystem::path& to) {
    file = to;
    return [&] {
      std::ofstream(file) << "sound";
      told = true;
    };
  };
  const Reply left = teller.tell(160, {'q', 'q'}, {}, "story tell checkout-cells --record");
  CHECK(left.exit == 1);
  CHECK(told);
  CHECK(contains(file.string(), "study/recordings/checkout-cells-"));
  CHECK(contains(left.out, "Recorded: " + file.string()));
  teller.desk.record = [](const std::filesystem::path&) { return [] {}; };
  std::filesystem::remove(file);
  CHECK(contains(teller.tell(160, {'q', 'q'}, {}, "story tell checkout-cells --record").out, "The recorder kept nothing"));
  teller.desk.record = [](const std::filesystem::path&) { return std::function<void()>(); };
  CHECK(teller.tell(160, {'q', 'q'}, {}, "story tell checkout-cells --record").exit == 2);
  CHECK(teller.tellings() == 0);
}

TEST_CASE("a draft cannot be told as if it were whole") {
  Desk desk;
  desk.begin();
  REQUIRE(desk.run({"story", "new", "Night", "pages", "--principle", "BE"}).exit == 0);
  const Reply told = desk("story tell night-pages");
  CHECK(told.exit == 2);
  CHECK(contains(told.err, "is not whole yet"));
  CHECK(contains(told.err, "starling story edit night-pages"));
}

TEST_CASE("a story whose file has a mistake is opened at it by story edit, and nobody is told to write it anew") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("story new Pages --principle OW").exit == 0);
  const std::string good = test::text_of(desk.home() / "stories/pages.toml");
  desk.folder.write("study/stories/pages.toml", good + "x\n");
  for (const char* line : {"story list", "story tell", "story lint"}) {
    CAPTURE(line);
    const Reply reply = desk(line);
    CHECK_FALSE(contains(reply.out, "starling story new"));
    if (std::string(line) != "story lint") CHECK(contains(reply.out, "stories/pages.toml cannot be read. Mend it: starling story edit pages"));
  }
  test::check_refused(desk, "story show pages", "it cannot be read; mend it: starling story edit pages", 3);
  desk.folder.write("good.toml", good);
  desk.editor = "cp " + (desk.folder / "good.toml").string();
  CHECK(desk("story edit pages").exit == 0);
  CHECK(test::text_of(desk.home() / "stories/pages.toml") == good);
  CHECK(desk("story show pages").exit == 0);
}
