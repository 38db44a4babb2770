#include <doctest/doctest.h>

#include <algorithm>

#include "cli/desk.h"
#include "text/text.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> statuses(const Json& coverage, const std::string& status) {
  std::vector<std::string> ids;
  for (const Json& principle : coverage["principles"])
    if (principle["status"] == status) ids.push_back(principle["id"]);
  return ids;
}

}  // namespace

TEST_CASE("the first today makes a study folder, says where and with which defaults, and shows the day") {
  Desk desk;
  const Reply first = desk("today");
  CHECK(first.exit == 0);
  CHECK(first.err.find(desk.home().string()) != std::string::npos);
  CHECK(first.err.find("Level L6") != std::string::npos);
  CHECK(first.err.find("starling init") != std::string::npos);
  CHECK(first.out.find("week 1, day 1") != std::string::npos);
  CHECK(std::filesystem::exists(desk.home() / "starling.toml"));
  CHECK(std::filesystem::exists(desk.home() / ".gitignore"));

  const Reply second = desk("today");
  CHECK(second.err.empty());
  CHECK(second.out == first.out);
  CHECK(desk("").out == first.out);  // no command is today
}

TEST_CASE("who begins at a weekend reads when the first tasks come") {
  Desk desk;
  for (const char* date : {"2026-11-28", "2026-11-29"})
    CHECK(contains(desk(std::string("today --date ") + date).out, "The first tasks are on Mon 30 Nov 2026."));
  CHECK_FALSE(contains(desk("today --date 2026-11-30").out, "The first tasks"));
}

TEST_CASE("today says what is done of it, and returns") {
  Desk desk;
  test::ScriptedTerminal terminal;
  terminal.keys = {'\n'};
  desk.begin();
  CHECK_FALSE(contains(desk("today --date 2026-12-14").out, "Done"));
  for (const char* grade : {"good", "again", "easy"})
    REQUIRE(desk(std::string("answer lp-dive-deep/meaning --seconds 40 --date 2026-12-14 ") + grade).exit == 0);
  desk.terminal = &terminal;
  const Reply reply = desk("today --date 2026-12-14");
  CHECK(contains(reply.out, "Done: 3 answers, 67 % recalled, 2 min\n"));
  CHECK(terminal.keys.size() == 1);  // nothing was asked
}

TEST_CASE("the limit of the day is told of once, whatever waits for it") {
  Desk desk;
  desk.begin("[review]\nminutes_per_day = 1\n");
  const std::string day = desk("today --date 2026-12-11").out;
  const std::size_t first = day.find("your limit is 1 min a day");
  REQUIRE(first != day.npos);
  CHECK(day.find("limit", first + 10) == day.npos);
}

TEST_CASE("today as JSON has every field of the interface") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  const Json day = desk("today --json --date 2026-12-22").json();
  CHECK(day["version"] == 1);
  CHECK(day["date"] == "2026-12-22");
  CHECK(day["week"] == 5);
  CHECK(day["day"] == 2);
  CHECK(day["phase"] == "Foundation");
  CHECK(day["month"] == 2);
  CHECK(day["theme"] == "Technical Deep Dive");
  CHECK(day["level"] == "L6");
  CHECK(day["interview"]["date"] == "2027-05-07");
  CHECK(day["interview"]["days_left"] == 136);
  REQUIRE(day["slots"].size() == 3);
  const Json task = day["slots"][0]["tasks"][0];
  CHECK(task["id"] == "w05-d2-two-pointers");
  CHECK(task["area"] == "coding");
  CHECK(task["minutes"] == 60);
  CHECK(task["target"] == 2);
  CHECK(task["done"] == 0);
  CHECK(task["source"] == "seed");
  const Json review = day["review"];
  CHECK(review["budget_minutes"] == 25);
  CHECK(review["items"].size() == review["due"].get<std::size_t>() + review["new"].get<std::size_t>());
  for (const char* key : {"item", "kind", "deck", "state", "due", "recall", "seconds", "reason"})
    CHECK(review["items"][0].contains(key));
  CHECK(day["stories"][0]["item"] == "story/checkout-cells");
  CHECK(day["stories"][0]["principle"] == "ownership");
  CHECK(day["minutes"]["available"] == 210);
  int planned = 0;
  for (const Json& slot : day["slots"])
    for (const Json& each : slot["tasks"]) planned += each["minutes"].get<int>();
  CHECK(day["minutes"]["planned"] == planned);
}

TEST_CASE("every one of the 168 days has a screen, and the days around them do too") {
  Desk desk;
  desk.begin();
  for (int offset : {-3, 0, 6, 55, 125, 164, 165, 166, 167, 168, 400}) {
    const std::string date = to_string(test::day("2026-11-23") + std::chrono::days(offset));
    const Reply reply = desk("today --date " + date);
    CHECK(reply.exit == 0);
    CHECK_FALSE(reply.out.empty());
  }
  CHECK(desk("today --date 2026-11-20").out.find("The plan starts on") != std::string::npos);
  CHECK(desk("today --date 2027-05-07").out.find("the interview is today") != std::string::npos);
  CHECK(desk("today --date 2027-06-01").out.find("The plan has been over since") != std::string::npos);
}

TEST_CASE("the checklists before the interview follow its date") {
  Desk desk;
  desk.begin();
  const auto ids = [&](const std::string& date) {
    std::vector<std::string> list;
    const Json day = desk("today --json --date " + date).json();
    for (const Json& checklist : day["checklists"]) list.push_back(checklist["id"]);
    return list;
  };
  CHECK(ids("2027-04-07") == std::vector<std::string>{"t-30"});
  CHECK(ids("2027-04-30") == std::vector<std::string>{"t-30", "t-7"});
  CHECK(ids("2027-05-05") == std::vector<std::string>{"t-30", "t-7"});
  CHECK(ids("2027-05-06") == std::vector<std::string>{"t-1"});
  CHECK(ids("2027-05-07") == std::vector<std::string>{"t-0"});
}

TEST_CASE("on the eve what is open of earlier lists is a number and a command, and the command lists it") {
  Desk desk;
  desk.begin();
  const std::string eve = desk("today --date 2027-05-06").out;
  CHECK(contains(eve, "The day before"));
  CHECK_FALSE(contains(eve, "30 days before"));
  CHECK(contains(eve, "9 lines of earlier lists are open: starling check"));
  const std::string lists = desk("check --date 2027-05-06").out;
  CHECK(contains(lists, "30 days before"));
  CHECK(contains(lists, "starling check t-7-plan-rest"));
  const auto lines = [&](const std::string& id) {
    const Json all = desk("check --json --date 2027-05-06").json()["checklists"];
    for (const Json& list : all)
      if (list["id"] == id) return list["items"].size();
    return std::size_t{0};
  };
  CHECK(lines("t-7") == 5);
  CHECK(desk("check t-7-plan-rest --date 2027-05-06").exit == 0);
  CHECK(lines("t-7") == 4);
  CHECK(contains(desk("today --date 2027-05-06").out, "8 lines of earlier lists are open"));
  CHECK_FALSE(contains(desk("today --date 2027-05-07").out, "earlier lists"));
  CHECK_FALSE(contains(desk("today --date 2027-05-05").out, "earlier lists"));
  CHECK(contains(desk("check --date 2026-11-01").out, "No line of a list is open."));
}

TEST_CASE("no screen is wider than its terminal, has control codes without colour, or loses a script") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  desk.add_deck("wide.toml", "schema = 1\n[deck]\nid = \"wide\"\ntitle = \"漢字かな交じり文のとても長い題名を持つ札の束である\"\narea = \"mixed\"\nweeks = [1]\n"
                             "[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"עברית וערבית العربية في سطر واحد مع 👩‍👩‍👧‍👦 ومزيد من الكلمات حتى ينكسر\"\n"
                             "back = \"漢字かな交じり文漢字かな交じり文漢字かな交じり文漢字かな交じり文\"\n");
  for (const int columns : {40, 80}) {
    desk.columns = columns;
    for (const char* call : {"today --date 2026-12-22", "plan", "plan 13", "week 5", "coverage", "coverage --planned",
                             "story list", "story show checkout-cells", "check --date 2027-05-06", "sheet", "sheet --principle OW", "deck list", "deck show wide",
                             "deck show patterns-two-pointers", "why wide/a", "stats", "next --date 2026-12-22"}) {
      CAPTURE(call);
      CAPTURE(columns);
      const Reply reply = desk(call);
      CHECK(reply.exit == 0);
      CHECK(reply.out.find('\x1b') == std::string::npos);
      for (const std::string& line : lines_of(reply.out)) {
        CAPTURE(line);
        // A command to copy is never broken.
        if (line.starts_with("starling answer")) continue;
        CHECK(display_width(line) <= columns);
      }
    }
  }
  CHECK(desk("deck show wide").out.find("👩‍👩‍👧‍👦") != std::string::npos);
}

TEST_CASE("today and coverage fit a terminal of 80 by 24 and one of 40 by 20 without scrolling") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  test::ScriptedTerminal terminal;
  desk.terminal = &terminal;
  for (const auto& [width, height] : {std::pair{80, 24}, {40, 20}}) {
    terminal.width = width;
    terminal.height = height;
    for (const char* call : {"today --date 2026-12-22", "coverage"}) {
      CAPTURE(call);
      const std::string out = desk(call).out;
      CAPTURE(out);
      CHECK(static_cast<int>(lines_of(out).size()) < height);  // one line is left for what comes next
      for (const std::string& line : lines_of(out)) CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("colour comes only when it is wanted") {
  Desk desk;
  desk.begin();
  CHECK(desk("today --color always").out.find("\x1b[") != std::string::npos);
  desk.colour = true;
  CHECK(desk("today").out.find("\x1b[") != std::string::npos);
  CHECK(desk("today --color never").out.find("\x1b[") == std::string::npos);
}

TEST_CASE("the seed's plan leaves exactly two principles without a story, and ours leaves none") {
  Desk desk;
  desk.begin();
  const Json seed = desk("coverage --planned --source seed --json").json();
  CHECK(seed["source"] == "plan");
  CHECK(statuses(seed, "gap") == std::vector<std::string>{"hire-and-develop", "highest-standards"});
  CHECK(statuses(desk("coverage --planned --json").json(), "gap").empty());
}

TEST_CASE("the sample stories give a coverage report") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  const Json coverage = desk("coverage --json --date 2026-12-22").json();
  CHECK(coverage["source"] == "stories");
  CHECK(coverage["summary"]["stories"] == 5);
  CHECK(coverage["summary"]["complete"] == 3);
  CHECK(coverage["summary"]["principles"] == 16);
  CHECK(coverage["summary"]["gate"]["passed"] == false);
  REQUIRE(coverage["principles"].size() == 16);
  CHECK(coverage["principles"][1]["id"] == "ownership");
  CHECK(coverage["principles"][1]["primary"] == 1);
  CHECK(coverage["principles"][0]["status"] == "gap");  // its one story lacks a reflection
  CHECK_FALSE(coverage["next"].empty());
}

TEST_CASE("plan as JSON has 24 weeks of seven days, and one week alone is the same week") {
  Desk desk;
  desk.begin();
  const Json plan = desk("plan --json").json();
  REQUIRE(plan["weeks"].size() == 24);
  for (const Json& week : plan["weeks"]) CHECK(week["days"].size() == 7);
  CHECK(plan["weeks"][23]["days"][4]["date"] == "2027-05-07");
  const Json one = desk("plan 5 --json").json();
  REQUIRE(one["weeks"].size() == 1);
  CHECK(one["weeks"][0] == plan["weeks"][4]);
  for (const char* key : {"week", "starts", "phase", "month", "theme", "goals", "days", "minutes"})
    CHECK(one["weeks"][0].contains(key));
  CHECK(desk("plan 25").exit == 2);
}

TEST_CASE("what is left out stands beside the days of plan as JSON: each day is there once, with its date") {
  Desk desk;
  desk.begin();
  CHECK(desk("break 2027-01-20").exit == 0);
  const Json week = desk("plan 9 --json").json()["weeks"][0];
  REQUIRE(week["days"].size() == 7);
  for (std::size_t i = 0; i < 7; ++i) CHECK(week["days"][i]["day"] == i + 1);
  REQUIRE(week["left_out"].size() == 1);
  CHECK(week["left_out"][0]["day"] == 3);
  CHECK_FALSE(week["left_out"][0]["tasks"].empty());

  CHECK(desk("date 2027-04-01 --yes").exit == 0);
  int without_dates = 0;
  const Json weeks = desk("plan --json").json()["weeks"];
  for (const Json& each : weeks) {
    for (const Json& day : each["days"]) CHECK(day["date"].is_string());
    if (!each["starts"].is_null()) continue;
    ++without_dates;
    CHECK(each["days"].empty());
    CHECK(each["left_out"].size() >= 5);
  }
  CHECK(without_dates > 0);
}

TEST_CASE("init makes a folder, changes one, and keeps the rest of its settings") {
  Desk desk;
  CHECK(desk("init --level L7 --interview 2027-05-14 --start 2026-11-23").exit == 0);
  CHECK(desk("today --json").json()["level"] == "L7");
  const std::string made = test::text_of(desk.home() / "starling.toml");
  CHECK(desk("init --interview 2027-05-21").exit == 0);
  const Json day = desk("today --json").json();
  CHECK(day["level"] == "L7");
  CHECK(day["interview"]["date"] == "2027-05-21");
  const std::string changed = test::text_of(desk.home() / "starling.toml");
  CHECK(lines_of(changed).size() == lines_of(made).size());
  CHECK(desk("init --level L5").exit == 2);
  CHECK(desk("init --interview 2026-11-01").exit == 2);
  CHECK(test::text_of(desk.home() / "starling.toml") == changed);
}

TEST_CASE("why fits 40 columns while a card is in a step too") {
  Desk desk;
  desk.begin();
  desk.columns = 40;
  const std::string item = desk("next --json --date 2026-12-01").json()["item"]["item"];
  REQUIRE(desk("answer " + item + " good --seconds 15 --date 2026-12-01").exit == 0);
  const std::string why = desk("why " + item + " --date 2026-12-01").out;
  CHECK(contains(why, "15 s  in "));
  CHECK(test::widest(why) <= 40);
}

TEST_CASE("a tick of a line is a tick of its gate, and check lists the gates that wait for one") {
  Desk desk;
  desk.begin();
  const auto passed = [&](const std::string& id) {
    const Json gates = desk("gates --json --date 2027-04-08").json()["gates"];
    return std::ranges::find_if(gates, [&](const Json& each) { return each["id"] == id; })->at("passed").get<bool>();
  };
  CHECK_FALSE(passed("t30-date"));
  CHECK(desk("check t-30-date --date 2027-04-07").exit == 0);
  CHECK(passed("t30-date"));
  CHECK(desk("check t30-date --date 2027-04-08").exit == 1);  // done before
  const std::string open = desk("check --date 2027-04-08").out;
  CHECK(contains(open, "Gates for you to judge"));
  CHECK(contains(open, "starling check m1-habits"));
  CHECK_FALSE(contains(open, "check t30-date"));
  const std::string sunday = desk("today --date 2026-12-20").out;
  CHECK(contains(sunday, "[ ] A steady daily study routine"));
  CHECK(desk("check m1-habits --date 2026-12-20").exit == 0);
  CHECK(contains(desk("today --date 2026-12-20").out, "[x] A steady daily study routine"));
  CHECK_FALSE(contains(desk("check --date 2026-12-20").out, "m1-habits"));
}
