// The learner changes the plan with commands: what is said, what the days show, and what is refused.
#include <doctest/doctest.h>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;

namespace {

std::string own_plan_of(const Desk& desk) { return test::text_of(desk.home() / "plan.toml"); }

// Without the breaks between lines.
std::string flowing(const std::string& text) {
  std::string one;
  for (const char c : text) {
    if (c != '\n') one += c;
    else if (!one.ends_with('-')) one += ' ';
  }
  return one;
}

bool shows(Desk& desk, const std::string& date, const std::string& title) { return contains(desk("today --date " + date).out, title); }

}  // namespace

TEST_CASE("a dropped task is gone from its day, and plan show says how it comes back") {
  Desk desk;
  desk.begin();
  const std::string title = desk("plan show w05-d1-sliding-window --json").json()["task"]["title"];
  REQUIRE(shows(desk, "2026-12-21", title));
  const auto done = desk("plan drop w05-d1-sliding-window");
  CHECK(done.exit == 0);
  CHECK(contains(flowing(done.out), "Dropped: '" + title + "' (w05-d1-sliding-window). Mon 21 Dec has "));
  CHECK_FALSE(shows(desk, "2026-12-21", title));
  CHECK(contains(flowing(desk("plan show w05-d1-sliding-window").out), "You dropped it; take it back: starling plan keep w05-d1-sliding-window"));
  CHECK(desk("plan show w05-d1-sliding-window --json").json()["changed"] == "dropped");
  CHECK(contains(desk("plan changes").out, "Dropped  " + title));
  check_refused(desk, "done w05-d1-sliding-window", "you dropped 'w05-d1-sliding-window'; take it back: starling plan keep");
  check_refused(desk, "plan drop w05-d1-sliding-window", "was dropped before");
  CHECK(desk("undo").out == "Undid: w05-d1-sliding-window dropped\n");
  CHECK(shows(desk, "2026-12-21", title));
  CHECK(desk("redo").exit == 0);
  CHECK(contains(desk("plan keep w05-d1-sliding-window").out, "As the plan has it again: '" + title));
  CHECK(shows(desk, "2026-12-21", title));
  CHECK(desk("plan keep w05-d1-sliding-window").exit == 1);
}

TEST_CASE("a moved task stands on its new day, also where that is a day off, and the day's room is told") {
  Desk desk;
  desk.begin("days_off = [\"2026-12-25\"]\n");
  const std::string title = desk("plan show w05-d2-two-pointers --json").json()["task"]["title"];
  const auto moved = desk("plan move w05-d2-two-pointers 2026-12-24");
  CHECK(moved.exit == 0);
  CHECK(contains(flowing(moved.out), "Moved: '" + title + "' (w05-d2-two-pointers) from Tue 22 Dec to Thu 24 Dec."));
  CHECK(contains(flowing(moved.out), "more than there is room for."));
  CHECK(shows(desk, "2026-12-24", title));
  CHECK_FALSE(shows(desk, "2026-12-22", title));
  CHECK(contains(desk("plan move w05-d2-two-pointers 2026-12-25").out, "is a day off"));
  CHECK(desk("plan show w05-d2-two-pointers --json").json()["date"] == "2026-12-25");
  CHECK(contains(own_plan_of(desk), "to = 2026-12-25"));
  const auto json = desk("plan move w05-d2-two-pointers 2027-01-02 --json").json();
  CHECK(json["tasks"][0] == "w05-d2-two-pointers");
  CHECK(json["days"][0]["date"] == "2027-01-02");
  CHECK(contains(desk("plan 6").out, title));
}

TEST_CASE("a task of one's own is shown, numbered, ticked and found like any other") {
  Desk desk;
  desk.begin();
  const auto added = desk.run({"plan", "add", "Solve three graph problems again", "--on", "2026-12-26", "--minutes", "45"});
  CHECK(added.exit == 0);
  CHECK(contains(flowing(added.out), "Added: 'Solve three graph problems again' (own-solve-three-graph-problems-again),"));
  CHECK(shows(desk, "2026-12-26", "Solve three graph problems again"));
  CHECK(contains(desk("plan 5").out, "Solve three graph problems again"));
  CHECK(contains(desk("search graph problems again --in plan").out, "own-solve-three-graph-problems-again"));
  CHECK(contains(desk("plan show own-solve-three-graph-problems-again").out, "of your own: plan.toml"));
  CHECK(desk("done own-solve-three-graph-problems-again --date 2026-12-26").exit == 0);
  for (const char* way : {"drop", "keep"})
    check_refused(desk, fmt::format("plan {} own-solve-three-graph-problems-again", way), "is done, and what is done stays in the plan");
  CHECK(shows(desk, "2026-12-26", "Solve three graph problems again"));
  CHECK(desk("undo 2").exit == 0);
  CHECK_FALSE(shows(desk, "2026-12-26", "Solve three graph problems again"));
}

TEST_CASE("a task is named by its number of today, and one's own is moved and taken out again") {
  Desk desk;
  desk.begin();
  CHECK(desk("plan add Rest --on 2026-11-23 --minutes 5 --slot morning --area mocks").exit == 0);
  CHECK(desk("plan move own-rest 2026-11-24").exit == 0);
  CHECK(desk("plan show own-rest --json").json()["date"] == "2026-11-24");
  CHECK(contains(desk("plan drop 1").out, "Dropped: "));
  CHECK(contains(desk("plan keep own-rest").out, "Taken out of the plan again: 'Rest' (own-rest)."));
  check_refused(desk, "plan show own-rest", "the plan has no task 'own-rest'");
}

TEST_CASE("an undo that brings a task of one's own back says that its drop is undone") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("plan add Rest --on 2026-11-24 --minutes 5").exit == 0);
  REQUIRE(desk("plan drop own-rest").exit == 0);
  CHECK(desk("undo").out == "Undid: own-rest dropped\n");
  CHECK(desk("plan show own-rest --json").json()["date"] == "2026-11-24");
}

TEST_CASE("a day that is past, or not before the interview, is refused and nothing is written") {
  Desk desk;
  desk.begin();
  check_refused(desk, "plan move w05-d2-two-pointers 2026-11-20", "DATE: Fri 20 Nov 2026 is past");
  check_refused(desk, "plan move w05-d2-two-pointers 2027-05-07", "is not before the interview");
  check_refused(desk, "plan add Late --on 2027-06-01 --minutes 5", "is not before the interview");
  check_refused(desk, "plan add Late --minutes 5", "--on DATE");
  check_refused(desk, "plan add Late --on 2026-12-01", "--minutes N");
  check_refused(desk, "plan add Late --on 2026-12-01 --minutes 5 --count 3", "--count and --unit go together");
  check_refused(desk, "plan add Late --on 2026-12-01 --minutes 0", "--minutes");
  check_refused(desk, "plan drop w05-two-pointers", "w05-d2-two-pointers");
  CHECK_FALSE(std::filesystem::exists(desk.home() / "plan.toml"));
  CHECK(desk("undo").exit == 1);
}

TEST_CASE("several tasks are dropped as one deed") {
  Desk desk;
  desk.begin();
  CHECK(desk("plan drop w05-d1-sliding-window w05-d2-two-pointers").exit == 0);
  CHECK(desk("plan changes --json").json()["changes"].size() == 2);
  CHECK(desk("undo").exit == 0);
  CHECK(desk("plan changes --json").json()["changes"].empty());
  CHECK(contains(desk("plan changes").out, "The plan is as it was shipped."));
}

TEST_CASE("a plan.toml with a mistake is told of, the plan goes on without it, and no command writes into it") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/plan.toml", "schema = 1\n[[drop]]\ntask = \"w05-d1-sliding-window\"\nwhy = \"easy\"\n");
  const auto today = desk("today --date 2026-12-21");
  CHECK(contains(today.err, "plan.toml:4:7: error"));
  check_refused(desk, "plan move w05-d2-two-pointers 2026-12-24", "plan.toml:4:7: error: it cannot be read; mend it: ", 3);
  check_refused(desk, "plan changes", "plan.toml:4:7: error: it cannot be read", 3);
}

TEST_CASE("what was put behind the interview is named by today until it is done or moved") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/plan.toml", "schema = 1\n[[move]]\ntask = \"w05-d1-sliding-window\"\nto = 2027-04-21\n");
  REQUIRE(desk("plan add Call Jane --on 2027-04-20 --minutes 30").exit == 0);
  const auto dates = [&] {
    std::vector<std::string> texts;
    const Json notices = desk("today --json --date 2027-01-13").json()["notices"];
    for (const Json& each : notices)
      if (each["kind"] == "date") texts.push_back(each["text"]);
    return texts;
  };
  CHECK(dates().empty());
  REQUIRE(desk("config interview 2027-04-01").exit == 0);
  CHECK(dates() == std::vector<std::string>{
      "plan.toml puts w05-d1-sliding-window on Wed 21 Apr, which is not before the interview, Thu 1 Apr: it stays where the plan has it.",
      "plan.toml puts own-call-jane on Tue 20 Apr, which is not before the interview, Thu 1 Apr: it has no date."});
  CHECK(contains(desk("today --date 2027-01-13").out, "plan.toml puts own-call-jane on Tue 20 Apr"));
  REQUIRE(desk("done own-call-jane").exit == 0);
  CHECK(dates().size() == 1);
  REQUIRE(desk("plan keep w05-d1-sliding-window").exit == 0);
  CHECK(dates().empty());
}

TEST_CASE("what was changed by hand is listed, on a narrow screen too") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/plan.toml",
                    "schema = 1\n[[resume]]\non = 2027-02-01\nweek = 8\n[[allocation]]\nlevel = \"L6\"\narea = \"coding\"\nhours = 90\n");
  CHECK(desk("plan changes").out ==
        "Resumed  week 8, from Mon 1 Feb 2027 on\n"
        "Hours    90 h of coding for L6, where the plan gives 100 h\n"
        "A resume and hours are taken back with starling undo, or by hand in plan.toml.\n");
  REQUIRE(desk("plan drop w05-d1-sliding-window").exit == 0);
  CHECK(contains(desk("plan changes").out, "Take one back: starling plan keep TASK\nA resume and hours are taken back"));
  desk.columns = 40;
  CHECK(test::widest(desk("plan changes").out) <= 40);
}

TEST_CASE("undo of what was changed in a file that cannot be read now takes nothing back, and can be done once it is mended") {
  for (const std::string file : {"plan.toml", "loop.toml"}) {
    CAPTURE(file);
    Desk desk;
    desk.begin();
    CHECK(desk(file == "plan.toml" ? "plan drop w05-d1-sliding-window" : "loop add Screening --kind phone-screen --on 2027-03-01").exit == 0);
    const std::string whole = test::text_of(desk.home() / file);
    desk.folder.write("study/" + file, whole + "=======\n");
    for (int i = 0; i < 2; ++i) {
      const auto undone = desk("undo");
      CHECK(undone.exit == 3);
      CHECK(undone.out.empty());
      CHECK(contains(undone.err, file + ":"));
    }
    desk.folder.write("study/" + file, whole);
    CHECK(contains(desk("undo").out, "Undid: "));
    CHECK(test::text_of(desk.home() / file) != whole);
  }
}

TEST_CASE("what undo and redo tell of the history has no control characters") {
  Desk desk;
  desk.begin();
  CHECK(desk.run({"log", "problem", "p\x1b[2Jq\u202Er"}).exit == 0);
  for (const std::string line : {"undo", "redo"}) {
    const std::string told = desk(line).out;
    CAPTURE(told);
    CHECK(told.find('\x1b') == told.npos);
    CHECK(told.find("\u202E") == told.npos);
    CHECK(contains(told, "q"));
  }
}
