// How a study folder begins: what is asked, what is proposed, which plan fits, and a start that lies long ago.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <fstream>
#include <tuple>

#include "cli/desk.h"
#include "engine/plan/plan_text.h"
#include "support/window.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::ScriptedTerminal;
using test::Window;

namespace {

// A desk with a person at it, who types these lines.
struct Person {
  Desk desk;
  ScriptedTerminal terminal;
  Person() { desk.terminal = &terminal; }

  Reply answers(const std::string& lines, const std::string& call = "init") {
    desk.in = lines;
    return desk(call);
  }
  [[nodiscard]] bool has_folder() const { return std::filesystem::exists(desk.home()); }
  [[nodiscard]] std::string settings() const { return test::text_of(desk.home() / "starling.toml"); }
};

// The learner's own plan of two weeks, for L6 alone.
void add_own_plan(const Desk& desk) { desk.folder.write("study/plans/two-weeks.toml", plan_text()); }

Json plan_of(Desk& desk, const std::string& id) {
  const Json view = desk("plan --list --json").json();
  for (const Json& plan : view["plans"])
    if (plan["id"] == id) return plan;
  return Json();
}

}  // namespace

TEST_CASE("a person who gives nothing is asked, and Enter takes what is proposed") {
  Person person;
  const Reply reply = person.answers("\n\n\n\n");
  CHECK(reply.exit == 0);
  CHECK(contains(reply.out, "Level, L6 or L7 [L6]: "));
  CHECK(contains(reply.out, "Interview, or none [2027-05-07]: "));
  CHECK(contains(reply.out, "Start [2026-11-23]: "));  // a Monday itself
  CHECK(contains(reply.out, "24 weeks are there. Plans for L6: amazon-24-week (24 weeks), amazon-6-week (6"));
  CHECK(contains(reply.out, "Plan [amazon-24-week]: "));
  CHECK(contains(reply.out, "Now: starling today"));
  CHECK(contains(person.settings(), "level = \"L6\"\nstart = 2026-11-23\ninterview = 2027-05-07\n"));
}

TEST_CASE("in the middle of a week the next Monday is proposed, with an interview near at hand today") {
  Person person;
  CHECK(contains(person.answers("\n\n\n\n", "init --date 2026-11-26").out, "Start [2026-11-30]: "));
  Person late;
  CHECK(contains(late.answers("\n2026-12-20\n\n\n", "init --date 2026-11-26").out, "Start [2026-11-26]: "));
}

TEST_CASE("what cannot be is asked again with a sentence, and the interview may be left open") {
  Person person;
  const Reply reply = person.answers("L5\nl7\nsoon\n2026-02-30\n2026-11-01\n2036-05-14\nnone yet\n2026-13-01\n2026-11-24\nnonesuch\n\n");
  CHECK(reply.exit == 0);
  for (const char* said : {"'L5' is no level; there are L6 and L7.", "'soon' is not a date", "'2026-02-30' is not a date",
                           "The interview (2026-11-01) is before today (2026-11-23).", "more than two years", "'2026-13-01' is not a date",
                           "There is no plan 'nonesuch'"})
    CHECK_MESSAGE(contains(reply.out, said), said);
  CHECK(contains(person.settings(), "level = \"L7\"\nstart = 2026-11-24\n"));
  CHECK_FALSE(contains(person.settings(), "\ninterview ="));
  CHECK(contains(reply.out, ", by the plan\n"));
}

TEST_CASE("whoever leaves the questions leaves everything as it is") {
  for (const std::string lines : {"", "\n", "L7\n2027-05-14\n", "\n\n\n"}) {
    CAPTURE(lines);
    Person person;
    const Reply reply = person.answers(lines);
    CHECK(reply.exit == 0);
    CHECK(contains(reply.out, "Nothing changed.\n"));
    CHECK_FALSE(person.has_folder());
  }
  Person begun;
  begun.desk.begin();
  const std::string before = begun.settings();
  CHECK(begun.answers("L7\n2027-05-14\n").exit == 0);
  CHECK(begun.settings() == before);
}

TEST_CASE("in a folder that is there Enter keeps everything, and none takes the date back") {
  Person person;
  person.desk.begin();
  const std::string before = person.settings();
  CHECK(contains(person.answers("\n\n\n\n").out, "Interview, or none [2027-05-07]: "));
  CHECK(person.desk("today --json").json()["interview"]["by_plan"] == false);
  CHECK(contains(person.answers("\nnone\n\n\n").out, "Interview, or none [2027-05-07]: "));
  const Json interview = person.desk("today --json").json()["interview"];
  CHECK(interview["by_plan"] == true);
  CHECK(interview["date"] == "2027-05-07");
}

TEST_CASE("nobody is asked where something was given, with --yes, for a script, and where there is no terminal") {
  for (const std::string call : {"init --yes", "init --json", "init --level L7"}) {
    CAPTURE(call);
    Person person;
    const Reply reply = person.answers("", call);
    CHECK(reply.exit == 0);
    CHECK_FALSE(contains(reply.out, "Enter takes"));
    CHECK(person.has_folder());
  }
  Desk desk;
  CHECK(desk("init").exit == 0);
  const std::string made = test::text_of(desk.home() / "starling.toml");
  CHECK(contains(made, "start = 2026-11-23\ninterview = 2027-05-07\n"));
  Desk other;
  CHECK(other("init --yes --date 2026-11-26").exit == 0);
  CHECK(contains(test::text_of(other.home() / "starling.toml"), "start = 2026-11-30\ninterview = 2027-05-14\n"));
}

TEST_CASE("the questions go through a real terminal, line by line") {
  for (const auto& [columns, rows] : {std::pair(80, 24), std::pair(40, 20)}) {
    const Desk desk;
    Window window(desk.command({"init", "--date", "2026-11-26"}), desk.environment({"LANG=C", "TERM=xterm", "PATH=/usr/bin:/bin"}), columns, rows);
    REQUIRE(window.shows("Level, L6 or L7 [L6]: "));
    window.type("L9\n");
    REQUIRE(window.shows("'L9' is no level"));
    window.type("L7\n");
    REQUIRE(window.shows("Interview, or none ["));
    window.type("2027-05-14\n");
    REQUIRE(window.shows("Start [2026-11-30]: "));
    window.type("\x04");  // Ctrl-D
    CHECK(window.shows("Nothing changed."));
    CHECK(window.wait() == 0);
    CHECK_FALSE(std::filesystem::exists(desk.home()));
  }
}

TEST_CASE("what cannot be is refused where it was given, and nothing is written") {
  Desk desk;
  test::check_refused(desk, "init --interview 2027-02-30", "not a date");
  test::check_refused(desk, "init --interview 2026-11-01", "the interview (2026-11-01) is before today (2026-11-23)");
  test::check_refused(desk, "init --interview 2027-01-01 --start 2027-02-01", "is before the start (2027-02-01)");
  test::check_refused(desk, "init --interview 2036-05-14", "is the year right?");
  test::check_refused(desk, "init --plan amazon-24-weeks", "there is no plan 'amazon-24-weeks'; did you mean 'amazon-24-week'?");
  test::check_refused(desk, "init --plan nonesuch", "all of them: starling plan --list");
  CHECK_FALSE(std::filesystem::exists(desk.home()));
}

TEST_CASE("a plan whose file has a mistake is not said to be missing") {
  Desk desk;
  desk("init");
  std::filesystem::create_directories(desk.home() / "plans");
  std::ofstream(desk.home() / "plans/two-weeks.toml")
      << with_change(plan_text(), "blocks = [{", "blocks = [{ slot = \"noon\", start = \"06:30\", minutes = 30, text = \"Cards\" }, {");
  test::check_refused(desk, "init --plan two-weeks", "the plan 'two-weeks' has a mistake: plans/two-weeks.toml:");
  test::check_refused(desk, "init --plan two-weeks", "the morning at 06:00 (60 min) overlaps the noon at 06:30 (30 min)");
}

TEST_CASE("a plan with a mistake is told by all that look at the folder, each mistake once, be the plan followed or not") {
  Desk desk;
  desk("init --start 2026-11-23 --interview 2027-05-07");
  const auto many = [](const std::string& text, std::string_view piece) {
    int count = 0;
    for (std::size_t at = text.find(piece); at != text.npos; at = text.find(piece, at + 1)) ++count;
    return count;
  };
  for (const std::string text : {"schema = 1\n[plan]\nid = \"tiny\"\ntitle = \"T\"\nweeks = 2\n", "[[plan\n"}) {
    CAPTURE(text);
    desk.folder.write("study/plans/tiny.toml", text);
    for (const bool followed : {false, true}) {
      CAPTURE(followed);
      std::string settings = text_of(desk.home() / "starling.toml");
      if (followed) desk.folder.write("study/starling.toml", with_change(settings, "amazon-24-week", "tiny"));
      const Reply list = desk("plan --list");
      CHECK(list.exit == 3);
      const Reply check = desk("deck check");
      CHECK(check.exit == 3);
      const Json doctor = desk("doctor --json").json();
      CHECK(desk("doctor").exit == 1);
      const int mistakes = many(list.err, "plans/tiny.toml:");
      CHECK(mistakes > 0);
      CHECK(many(check.out, "plans/tiny.toml:") == mistakes);
      CHECK(std::ranges::count(doctor["findings"], "plans/tiny.toml", [](const Json& each) { return each["file"]; }) == mistakes);
      desk.folder.write("study/starling.toml", settings);
    }
  }
}

TEST_CASE("every schema of what a learner writes lies in the folder") {
  Desk desk;
  REQUIRE(desk("init --start 2026-11-23 --interview 2027-05-07").exit == 0);
  int looked = 0;
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(STARLING_SOURCE_ROOT) / "schema")) {
    if (file.path().extension() != ".json" || file.path().filename() == "line.json") continue;  // a line is no text of theirs
    CAPTURE(file.path().filename().string());
    ++looked;
    const std::string there = text_of(desk.home() / "schema" / file.path().filename());
    CHECK(Json::parse(there, nullptr, false) == Json::parse(text_of(file.path())));
  }
  CHECK(looked == 10);
}

TEST_CASE("a new folder follows the plan that fits the weeks up to the date, and one line says so") {
  Desk desk;
  const Reply reply = desk("init --interview 2027-05-07");
  CHECK(contains(reply.out, "Plan       amazon-24-week\n"));
  CHECK(contains(reply.out, "24 weeks are there: the plan is amazon-24-week; all plans: starling plan --list\n"));
  // Of a folder that is there the plan stays.
  const Reply again = desk("init --interview 2027-05-14");
  CHECK(contains(again.out, "Plan       amazon-24-week\n"));
  CHECK_FALSE(contains(again.out, "plan --list"));
}

TEST_CASE("the weeks that are there are as many in each sentence about the plan, whatever the weekday of the interview") {
  for (const char* interview : {"2027-05-02", "2027-05-03", "2027-05-04"}) {
    CAPTURE(interview);
    Desk desk;
    test::keep_parsed_decks(desk.place());
    const Reply reply = desk(std::string("init --start 2026-11-23 --interview ") + interview);
    CHECK(contains(reply.out, "23 weeks are there: the plan is amazon-24-week"));
    CHECK(contains(reply.out, "23 weeks are there, the plan has 24: week 12 is left out."));
  }
  Person person;
  CHECK(contains(person.answers("\n2027-05-03\n2026-11-23\n").out, "23 weeks are there. Plans for L6"));
}

TEST_CASE("a plan for one level alone takes that level, and refuses the other with the plan that fits it") {
  Desk desk;
  add_own_plan(desk);
  CHECK(desk("init --plan two-weeks").exit == 0);
  CHECK(contains(test::text_of(desk.home() / "starling.toml"), "\nplan = \"two-weeks\"\n"));
  const std::string before = test::text_of(desk.home() / "starling.toml");
  test::check_refused(desk, "init --level L7", "the plan two-weeks is not for L7; for L7 there is amazon-");
  test::check_refused(desk, "config level L7", "the plan two-weeks is not for L7; for L7 there is amazon-");
  CHECK(test::text_of(desk.home() / "starling.toml") == before);
  CHECK(desk("init --level L7 --plan amazon-24-week").exit == 0);
  test::check_refused(desk, "config plan two-weeks", "the plan two-weeks is not for L7");
  test::check_refused(desk, "config plan two-week", "did you mean 'two-weeks'?");
  CHECK(desk("config level L6").exit == 0);
  CHECK(desk("config plan two-weeks").exit == 0);
  // By hand it can be written, and is told.
  desk.folder.write("study/starling.toml", "level = \"L7\"\nstart = 2026-11-23\nplan = \"two-weeks\"\n");
  const Reply told = desk("today");
  CHECK(told.exit == 0);
  CHECK(contains(told.err, "the plan 'two-weeks' is not for L7; choose another: starling plan --list"));
}

TEST_CASE("every screen of the plan takes a plan of two weeks, before it, in it, on its last days and behind it") {
  Desk desk;
  add_own_plan(desk);
  REQUIRE(desk("init --plan two-weeks --start 2026-11-23").exit == 0);
  CHECK(desk("today --json").json()["interview"]["date"] == "2026-12-04");
  for (const std::string date : {"2026-11-20", "2026-12-03", "2026-12-04", "2026-12-20"})
    for (const std::string call : {"today", "week", "week 1", "week 2", "month", "month 1", "gates", "weak", "plan", "plan 2", "plan --list", "coverage",
                                   "coverage --why", "coverage --planned", "story list", "deck list", "problem next", "exercise list", "forecast",
                                   "stats", "metric list", "search window", "plan show w01-d4-windows"}) {
      CAPTURE(date);
      CAPTURE(call);
      for (const char* json : {"", " --json"}) {
        const Reply reply = desk(call + json + std::string(" --date ") + date);
        CHECK_MESSAGE((reply.exit == 0 || reply.exit == 1), reply.err);
      }
    }
  test::check_refused(desk, "plan 3", "from 1 to 2");
  test::check_refused(desk, "week 3", "from 1 to 2");
  test::check_refused(desk, "month 2", "1");
  CHECK(contains(desk("today --date 2026-12-20").out, "The plan has been over since"));
}

TEST_CASE("every screen of the plan takes every shipped plan, in the middle of it, on the day of the interview and behind it") {
  for (const auto& [plan, level, last_month] : {std::tuple("amazon-12-week", "L7", 3), std::tuple("amazon-8-week", "L6", 2),
                                                std::tuple("amazon-6-week", "L6", 2), std::tuple("amazon-6-week", "L7", 2)}) {
    Desk desk;
    REQUIRE(desk(fmt::format("init --plan {} --level {} --start 2026-11-23", plan, level)).exit == 0);
    const std::string interview = desk("today --json").json()["interview"]["date"];
    for (const std::string& date : {std::string("2026-12-15"), interview, std::string("2027-03-01")})
      for (const std::string call : {"today --json", "week", "month", "gates", "weak", "plan", "coverage --why"}) {
        CAPTURE(plan);
        CAPTURE(date);
        CAPTURE(call);
        const Reply reply = desk(call + " --date " + date);
        CHECK_MESSAGE((reply.exit == 0 || reply.exit == 1), reply.err);
        CHECK(reply.err.empty());
      }
    CHECK(desk(fmt::format("month {}", last_month)).exit == 0);
    CHECK(desk(fmt::format("month {}", last_month + 1)).exit == 2);
    // Every deck is open a week before the interview.
    const Json decks = desk("deck list --json").json()["decks"];
    const Json weeks = desk("plan --json").json()["weeks"];
    for (const Json& deck : decks) CHECK(deck["week"].get<int>() < static_cast<int>(weeks.size()));
  }
}

TEST_CASE("the list of plans has every one with its weeks and hours, and marks the one that fits and the one that is followed") {
  Desk desk;
  const Json nobody = desk("plan --list --json").json();
  CHECK(nobody["weeks"].is_null());
  CHECK_FALSE(std::filesystem::exists(desk.home()));
  add_own_plan(desk);
  desk.folder.write("study/plans/broken.toml", "schema = 1\n");
  REQUIRE(desk("init --level L6 --interview 2026-12-04 --plan amazon-24-week").exit == 0);
  const Reply reply = desk("plan --list");
  CHECK(contains(reply.out, "2 weeks to the interview"));
  CHECK(contains(reply.out, "two-weeks"));
  CHECK(contains(reply.out, "2 weeks: L6 36 h; for 1 to 3 weeks; from your study folder"));
  CHECK(contains(reply.err, "plans/broken.toml:1:1"));
  CHECK(test::widest(reply.out) <= 80);
  desk.columns = 40;
  CHECK(test::widest(desk("plan --list").out) <= 40);
  const Json own = plan_of(desk, "two-weeks");
  CHECK(own["own"] == true);
  CHECK(own["fits"] == true);
  CHECK(own["followed"] == false);
  CHECK(own["levels"] == Json::array({{{"level", "L6"}, {"hours", 36}}}));
  const Json shipped = plan_of(desk, "amazon-24-week");
  CHECK(shipped["followed"] == true);
  CHECK(shipped["fits"] == false);
  CHECK(shipped["levels"][1]["hours"] == 400);
  test::check_refused(desk, "plan 5 --list", "--list");
}

TEST_CASE("a start weeks ago with nothing done since is told, and a person may begin at week 1") {
  Desk desk;
  const Reply told = desk("init --start 2026-09-07 --level L6");
  CHECK(told.exit == 0);
  CHECK(contains(told.out, "11 weeks have passed, nothing is done. Ways to begin: starling replan\n"));
  const Json day = desk("today --json").json();
  CHECK(day["notices"][0]["kind"] == "plan");
  CHECK(day["notices"][0]["text"] ==
        "11 weeks have passed, nothing is done. Ways to begin: starling replan");
  // A deed, and it is said no more.
  REQUIRE(desk("log study coding 30").exit == 0);
  CHECK_FALSE(contains(desk("today").out, "weeks have passed"));
  CHECK_FALSE(contains(desk("init").out, "weeks have passed"));

  for (const auto& [lines, start] : {std::pair("b\n", "2026-11-23"), std::pair("\n", "2026-09-07"), std::pair("x\n\n", "2026-09-07")}) {
    Person person;
    const Reply asked = person.answers(lines, "init --start 2026-09-07");
    CHECK(contains(asked.out, "Begin at week 1, or go on?"));
    CHECK(contains(person.settings(), std::string("start = ") + start + "\n"));
  }
  Person left;
  CHECK(contains(left.answers("", "init --start 2026-09-07").out, "Nothing changed.\n"));
  CHECK_FALSE(left.has_folder());
}

TEST_CASE("a folder that was made and not used for three weeks asks a person, and not before") {
  Person person;
  REQUIRE(person.desk("today --date 2026-11-23").exit == 0);
  CHECK_FALSE(contains(person.desk("today --date 2026-12-13").out, "weeks have passed"));
  CHECK(contains(person.desk("today --date 2026-12-14").out, "3 weeks have passed, nothing is done."));
  const Reply asked = person.answers("\n\n\n\nb\n", "init --date 2026-12-14");
  CHECK(contains(asked.out, "3 weeks have passed, nothing is done. Begin at week 1, or go on?"));
  CHECK(contains(person.settings(), "start = 2026-12-14\n"));
  // Behind the plan's end there is nothing to go on with.
  Desk old;
  old.folder.write("study/starling.toml", "start = 2025-01-06\n[day]\ntime_zone = \"UTC\"\n");
  CHECK_FALSE(contains(old("today").out, "weeks have passed"));
}

TEST_CASE("today writes no date for the interview, and says whose date it is until one is set") {
  Desk desk;
  const Reply first = desk("today");
  CHECK(contains(first.err, "to the plan's own day for the"));
  CHECK_FALSE(contains(test::text_of(desk.home() / "starling.toml"), "\ninterview ="));
  const std::string whose = "Interview by the plan, Fri 7 May 2027; yours: starling date DATE\n";
  CHECK(contains(desk("today").out, whose));
  const Json interview = desk("today --json").json()["interview"];
  CHECK(interview["date"] == "2027-05-07");
  CHECK(interview["by_plan"] == true);
  // A change of the level confirms no date.
  CHECK(desk("init --level L7").exit == 0);
  CHECK(contains(desk("today").out, whose));
  CHECK(desk("init --interview 2027-05-07").exit == 0);
  CHECK_FALSE(contains(desk("today").out, "Interview by the plan"));
  CHECK(desk("today --json").json()["interview"]["by_plan"] == false);
}

TEST_CASE("on the day of the interview nobody is told to begin anew, to study more or to choose a later date") {
  Desk desk;
  desk.begin();
  CHECK(contains(desk("today --date 2027-04-20").out, "weeks have passed, nothing is done."));
  CHECK(contains(desk("week --date 2027-04-20").out, "Extend the timeline"));
  CHECK_FALSE(contains(desk("today --date 2027-05-07").out, "weeks have passed"));
  CHECK_FALSE(contains(desk("week --date 2027-05-07").out, "Extend the timeline"));
  CHECK_FALSE(contains(desk("week --date 2027-05-07").out, "Study more"));
}
