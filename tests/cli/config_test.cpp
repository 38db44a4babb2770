#include <doctest/doctest.h>

#include <sys/stat.h>

#include <array>
#include <filesystem>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;

namespace {

std::string settings_of(const Desk& desk) { return test::text_of(desk.home() / "starling.toml"); }

}  // namespace

TEST_CASE("a name that nothing has is told when it is given a worth or a retention") {
  Desk desk;
  desk.begin();
  for (const auto& [key, one, other] : {std::array{"review.worth.bogus", " 3", " 2"}, std::array{"review.retention.bogus", " 0.95", " 0.85"}}) {
    CAPTURE(key);
    const Reply said = desk(std::string("config ") + key + one);
    CHECK(said.exit == 0);
    CHECK(contains(said.out, "'bogus'."));
    CHECK(desk(std::string("config --json ") + key + other).json()["warnings"].size() == 1);
  }
  CHECK_FALSE(contains(desk("config review.worth.coding 2").out, "There is no"));
}

TEST_CASE("a setting is listed, told, changed and put back by its name") {
  Desk desk;
  REQUIRE(desk("init --level L6 --start 2026-11-23 --interview 2027-05-07").exit == 0);
  CHECK(desk("config review.minutes_per_day").out == "25\n");
  CHECK(desk("config day.time_zone").out == "the system's\n");
  CHECK(contains(desk("config").out, "review.minutes_per_day        25"));
  const Json list = desk("config --json").json()["settings"];
  CHECK(list[0] == Json{{"key", "level"}, {"value", "L6"}, {"default", "L6"}});

  const std::string before = settings_of(desk);
  const Reply changed = desk("config review.minutes_per_day 30");
  CHECK(changed.exit == 0);
  CHECK(changed.out == "Changed review.minutes_per_day: 25 to 30.\n");
  CHECK(desk("config review.minutes_per_day --json").json()["settings"][0]["value"] == 30);
  CHECK(desk("config review.minutes_per_day 30").out == "Nothing changed.\n");
  CHECK(desk("config review.policy plain").out == "review.policy is plain as before; starling.toml says so from now on.\n");
  CHECK(desk("config --unset review.policy").out == "review.policy is plain as before; starling.toml says so no more.\n");
  CHECK(desk("config --unset review.minutes_per_day").exit == 0);
  CHECK(desk("config --unset start").out == "Changed start: 2026-11-23 to the day by which the plan ends with the interview.\n");
  CHECK(desk("config start 2026-11-23").out == "Changed start: the day by which the plan ends with the interview to 2026-11-23.\n");
  CHECK(settings_of(desk) == before);
  CHECK(desk("config day.rest_days saturday,sunday").exit == 0);
  CHECK(contains(settings_of(desk), "\nrest_days = [\"saturday\", \"sunday\"]        # reviews only, nothing new\n"));
}

TEST_CASE("a wrong value or an unknown setting is refused, and nothing is written") {
  Desk desk;
  desk.begin();
  const std::string before = settings_of(desk);
  check_refused(desk, "config review.desired_retention 2", "0.99");
  check_refused(desk, "config level L5", "L6");
  check_refused(desk, "config start 2028-01-01", "before the start");
  check_refused(desk, "config minutes_per_day 30", "did you mean 'review.minutes_per_day'?");
  check_refused(desk, "config levle L7", "did you mean 'level'?");
  check_refused(desk, "config --unset", "KEY");
  CHECK(settings_of(desk) == before);
}

TEST_CASE("what is wrong with a value is said in one sentence, after its key") {
  Desk desk;
  desk.begin();
  const std::vector<std::pair<std::string, std::string>> table{
      {"level L5", "level: 'L5' is not one of L6, L7"},
      {"start soon", "start: 'soon' is not a date such as 2026-12-22"},
      {"hours_per_week 0", "hours_per_week: '0' is not a number from 1 to 100"},
      {"review.desired_retention 2", "review.desired_retention: '2' is not a number from 0.7 to 0.99"},
      {"review.retention.aws-s3 2", "review.retention.aws-s3: '2' is not a number from 0.7 to 0.99"},
      {"review.load_balance 7", "review.load_balance: '7' is neither true nor false"},
      {"day.slots.noon 9999", "day.slots.noon: '9999' is not a whole number from 0 to 1440"},
      {"review.order fast", "review.order: 'fast' is not one of due-day, lowest-recall, overdueness, recall-per-second, random"},
      {"day.rest_days su", "day.rest_days: 'su' is not a day such as \"sunday\""},
      {"day.time_zone Mars", "day.time_zone: 'Mars' is not a time zone; write one like \"Europe/Berlin\""},
      {"start 2028-01-01", "start: the interview (2027-05-07) is before the start (2028-01-01)"}};
  for (const auto& [words, sentence] : table) {
    CAPTURE(words);
    CHECK(desk("config " + words).err == "starling: " + sentence + "; nothing was changed\n");
  }
  desk.folder.write("study/starling.toml", "level = \"L9\"\n");
  CHECK(desk("config hours_per_week 16").err ==
        "starling.toml:1:9: error: it cannot be read; mend it: 'L9' is not a known level; did you mean 'L6'?\n");
}

TEST_CASE("a change goes through a link and keeps mode, comments and line ends; init does too") {
  for (const std::string line : {"config level L7", "init --level L7"}) {
    CAPTURE(line);
    Desk desk;
    desk.folder.write("dotfiles.toml",
                      "schema = 1\r\nlevel = \"L6\"\r\nstart = 2026-11-23   # the Monday after the trip\r\n"
                      "interview = 2027-05-14\r\n");
    const auto dotfile = desk.folder / "dotfiles.toml";
    ::chmod(dotfile.c_str(), 0600);
    std::filesystem::create_directories(desk.home());
    std::filesystem::create_symlink(dotfile, desk.home() / "starling.toml");
    CHECK(desk(line).exit == 0);
    CHECK(std::filesystem::is_symlink(desk.home() / "starling.toml"));
    CHECK(test::text_of(dotfile) ==
          "schema = 1\r\nlevel = \"L7\"\r\nstart = 2026-11-23   # the Monday after the trip\r\n"
          "interview = 2027-05-14\r\n");
    struct stat status {};
    REQUIRE(::stat(dotfile.c_str(), &status) == 0);
    CHECK((status.st_mode & 07777) == 0600);
    CHECK(contains(desk(line).out, "Nothing changed."));
  }
}

TEST_CASE("undo takes back what config, init and break set, says what it is by that, and redo brings it back") {
  Desk desk;
  REQUIRE(desk("init --level L6 --start 2026-11-23 --interview 2027-05-07").exit == 0);
  CHECK(desk("undo").out == "There is nothing to undo.\n");
  const std::string before = settings_of(desk);
  const std::vector<std::array<std::string, 3>> table{
      {"config level L7", "level: back to L6\n", "level: L7 again\n"},
      {"config interview 2027-05-14", "interview: back to 2027-05-07\n", "interview: 2027-05-14 again\n"},
      {"config review.minutes_per_day 30", "review.minutes_per_day: back to 25\n", "review.minutes_per_day: 30 again\n"},
      {"init --level L7 --interview 2027-05-14", "level: back to L6\ninterview: back to 2027-05-07\n",
       "level: L7 again\ninterview: 2027-05-14 again\n"},
      {"config day.time_zone UTC", "day.time_zone: back to the system's\n", "day.time_zone: UTC again\n"},
      {"break 2027-01-03..10", "day.days_off: back to []\n", "day.days_off: [\"2027-01-03..2027-01-10\"] again\n"}};
  for (const auto& [line, undone, redone] : table) {
    CAPTURE(line);
    REQUIRE(desk(line).exit == 0);
    const std::string after = settings_of(desk);
    CHECK(after != before);
    CHECK(desk("undo").out == undone);
    CHECK(desk("redo").out == redone);
    CHECK(settings_of(desk) == after);
    CHECK(desk("undo").out == undone);
    // What has no default keeps its last value as a comment.
    if (!contains(line, "time_zone") && !contains(line, "break")) CHECK(settings_of(desk) == before);
  }
  CHECK(desk("undo").out == "There is nothing to undo.\n");
}

TEST_CASE("a setting that an editor changed since is not overwritten by undo") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("config level L7").exit == 0);
  REQUIRE(desk("config hours_per_week 16").exit == 0);
  std::string text = settings_of(desk);
  text.replace(text.find("hours_per_week = 16"), 19, "hours_per_week = 18");
  desk.folder.write("study/starling.toml", text);
  const Reply reply = desk("undo");
  CHECK(reply.exit == 0);
  CHECK(reply.out == "hours_per_week: stays 18\n");
  CHECK(contains(reply.err, "hours_per_week is 18 by now: the file stays as it is"));
  CHECK(settings_of(desk) == text);
  const Json event = desk("undo --json").json()["events"][0];
  CHECK(event["text"] == "level set to L7");
  CHECK(event["settings"] == Json::array({{{"key", "level"}, {"value", "L6"}}}));
}

TEST_CASE("a folder whose settings or plan are wrong is mended by config, without a deed") {
  Desk desk;
  desk.folder.write("study/starling.toml", "plan = \"nonesuch\"\nstart = 2026-11-23\n[day]\ntime_zone = \"UTC\"\n");
  CHECK(desk("undo").exit == 3);
  CHECK(desk("config plan amazon-24-week").exit == 0);
  CHECK(desk("today --json").exit == 0);
}

TEST_CASE("on a narrow screen a setting's words stand below its name, whole") {
  Desk desk;
  desk.begin("[review]\nminutes_per_day = 10\n");
  desk.columns = 40;
  const std::string out = desk("config").out;
  CHECK(contains(out, "plan\n  amazon-24-week\n"));
  CHECK(contains(out, "review.minutes_per_day\n  10   (default: 25)\n"));
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 40);
}

TEST_CASE("the name of a setting, however long, is apart from its value") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("config review.retention.estimation-numbers 0.7").exit == 0);
  REQUIRE(desk("config review.worth.distributed-sketches-and-search 2").exit == 0);
  CHECK(contains(desk("config").out, "\nreview.retention.estimation-numbers  0.7   (default: "));
  CHECK(contains(desk("config").out, "\nreview.worth.distributed-sketches-and-search\n  2   (default: 1)\n"));
  desk.columns = 120;
  CHECK(contains(desk("config").out, "\nreview.worth.distributed-sketches-and-search  2   (default: 1)\n"));
}

TEST_CASE("several changes of one setting are taken back step by step, and told so") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("config review.policy deadline").exit == 0);
  REQUIRE(desk("config review.policy auto").exit == 0);
  CHECK(desk("undo 2").out == "review.policy: back to deadline\nreview.policy: back to plain\n");
  CHECK(desk("redo 2").out == "review.policy: deadline again\nreview.policy: auto again\n");
}

TEST_CASE("a change that the file takes with a warning is told with it, once") {
  Desk desk;
  desk.begin();
  CHECK(contains(desk("config day.rest_days monday,tuesday,wednesday,thursday,friday,saturday,sunday").out,
                 "On none of the seven days is anything new begun."));
  CHECK(contains(desk("config review.learning_steps 10m,1m").out, "A step is shorter than the one before it."));
  const Reply hours = desk("config hours_per_week 40");
  CHECK(contains(hours.out, "The plan is made for 15 to 20 hours a week, not 40."));
  CHECK(contains(hours.out, "starling replan --hours"));
  CHECK_FALSE(contains(hours.out, "seven days"));
  CHECK(desk("config hours_per_week 50 --json").json()["warnings"].size() == 1);
  CHECK_FALSE(desk("config hours_per_week 16 --json").json().contains("warnings"));
}
