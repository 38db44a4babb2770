// What a person can get wrong in a plan's file, and where they are told about it.
#include <doctest/doctest.h>

#include <algorithm>

#include "plan_text.h"
#include "story/story.h"

using namespace starling;

namespace {

struct Slip {
  std::string_view from;
  std::string_view to;
  std::string_view at;    // the problem stands where this stands in the changed text
  std::string_view rule;
  std::string_view says;  // a part of its words
};

void check_slip(const Slip& slip) {
  const std::string text = with_change(plan_text(), slip.from, slip.to);
  CAPTURE(slip.to);

  const PlanFile file = read_plan(text, "plans/two.toml");

  CHECK_FALSE(file.plan.has_value());
  for (const Problem& problem : file.problems) CAPTURE(to_line(problem));
  REQUIRE_FALSE(file.problems.empty());
  CHECK_MESSAGE(file.problems.size() == 1, to_line(file.problems.back()));
  const Problem& problem = file.problems.front();
  const Place place = place_of(text, slip.at);
  INFO(to_line(problem));
  CHECK(problem.file == "plans/two.toml");
  CHECK(problem.line == place.line);
  CHECK(problem.column == place.column);
  CHECK(problem.rule == slip.rule);
  CHECK(problem.severity == Severity::Error);
  CHECK(problem.text.find(slip.says) != std::string::npos);
}

}  // namespace

TEST_CASE("a plan without mistakes is read without a word") {
  const PlanFile file = read_plan(plan_text(), "plans/two.toml");

  for (const Problem& problem : file.problems) MESSAGE(to_line(problem));
  CHECK(file.problems.empty());
  REQUIRE(file.plan.has_value());
  CHECK(file.plan->days.size() == 14);
}

TEST_CASE("every value of a plan arrives where it belongs") {
  const auto plan = read_plan(plan_text(), "plans/two.toml").plan;
  REQUIRE(plan.has_value());

  CHECK(plan->id == "two-weeks");
  CHECK(plan->licence == "CC0-1.0");
  CHECK(plan->interview_day == 12);
  CHECK(plan->about == "For two weeks.");
  CHECK(plan->fewest_weeks == 1);
  CHECK(plan->most_weeks == 3);
  CHECK(plan->levels == std::vector<LevelHours>{{"L6", 30, 40, 15, 17, 15, {"seed", "S3"}}});
  REQUIRE(plan->allocations.size() == 4);
  CHECK(plan->allocations[3] == Allocation{"L6", Area::Mocks, 6, {"seed", "S6"}});
  REQUIRE(plan->phases.size() == 2);
  CHECK(plan->phases[1] == PhaseOfPlan{2, "Second", 2, 2, {"seed", "S9"}});
  CHECK(plan->months == std::vector<Month>{{1, "Beginnings", {"Begin"}, {"seed", "S10"}}});
  REQUIRE(plan->metrics.size() == 2);
  CHECK(plan->metrics[0] == Metric{"medium-minutes", "Medium problem", Area::Coding, "minutes", true,
                                   {{1, 35}, {2, 30}}, {}, 50, {"seed", "S18"}});
  CHECK(plan->metrics[1].levels == std::vector<std::string>{"Low", "Medium", "High"});
  CHECK_FALSE(plan->metrics[1].lower_is_better);
  CHECK_FALSE(plan->metrics[1].start.has_value());
  CHECK(plan->templates ==
        std::vector<DayTemplate>{{"weekday", "Weekday", 1, 2,
                                  {{Slot::Morning, "06:00", 60, Area::Coding, "Coding", {{"one easy", 15}}}},
                                  {"seed", "S21"}}});
  REQUIRE(plan->week_list.size() == 2);
  CHECK(plan->week_list[0].goals ==
        std::vector<Goal>{{"w01-problems", Area::Coding, "Solve 3", 3, "problems", {"seed", "S19"}}});
  REQUIRE(plan->gates.size() == 2);
  CHECK(plan->gates[1] == Gate{"m1-medium-minutes", 1, Area::Coding, "Under 30 minutes", 30, "minutes", "metric",
                               true, {}, "", {}, false, {"seed", "S27"}});
  REQUIRE(plan->checklists.size() == 2);
  CHECK(plan->checklists[0] == Checklist{"t-7", "A week before", 7, {}, {}, {}, {}, {},
                                         {{"t-7-rest", "Plan rest", "", {"seed", "S64"}}}});
  CHECK(plan->checklists[1] == Checklist{"set-up", "Set-up", {}, 1, 2, Slot::Evening, Area::Coding, 90,
                                         {{"set-up-editor", "Set up the editor", "", {"seed", "S16"}}}});
  CHECK(plan->curve == std::vector<CurvePoint>{{1, 60, 50, 70, {"seed", "S59"}}});
  CHECK(plan->trackers == std::vector<Tracker>{{"week", "Week in review", {"Solved"}, {"seed", "S54"}}});
  CHECK(plan->advice == std::vector<Advice>{{"behind", Area::Mocks, "Mocks first", {"seed", "S60"}}});
  CHECK(plan->readings == std::vector<Reading>{{"C1", "Hours do not add up", "Totals hold"}});
  CHECK(plan->links == std::vector<Link>{{"cues", "Cues of patterns", "https://example.org/cues"}});
  CHECK(plan->shorter == std::vector<int>{1});
  CHECK(plan->longer == std::vector<int>{2, 1});
}

TEST_CASE("every value of a day and its tasks arrives where it belongs") {
  const auto plan = read_plan(plan_text(), "plans/two.toml").plan;
  REQUIRE(plan.has_value());

  CHECK(plan->days[0].unlocks == std::vector<std::string>{"lp-ownership", "topic-arrays"});
  CHECK(plan->days[0].tasks[0] == Task{"w01-d1-chat", Slot::Evening, Area::Design, "Chat", "", "", 75, {}, 1, "designs",
                                       {}, "", {}, {}, "chat", {}, {}, "", "", "", false, {"seed", "S25"}});
  CHECK(plan->days[1].tasks[0].principles ==
        std::vector<std::size_t>{*find_principle("ownership"), *find_principle("dive-deep")});
  CHECK(plan->days[1].tasks[0].origin == Origin{"starling", "C7"});
  CHECK(plan->days[2].tasks[0] == Task{"w01-d3-chat", Slot::Evening, Area::Design, "Chat", "", "", 45, {}, {}, "",
                                       {"L6"}, "", {}, {}, "", {}, {}, "w01-d1-chat", "50M messages", "", true,
                                       {"seed", "S35"}});
  CHECK(plan->days[2].tasks[1].mock == "bar-raiser");
  const Task& windows = plan->days[3].tasks[0];
  CHECK(windows.doing == "Say what stays true first.");
  CHECK(windows.done_when == "Both run.");
  CHECK(windows.problems == std::vector<std::string>{"lc-0003", "lc-0209"});
  CHECK(windows.links == std::vector<std::string>{"cues"});
  CHECK(windows.decks == std::vector<std::string>{"patterns-sliding-window"});
  CHECK(minutes_for(windows, "L6") == 45);
  CHECK(minutes_for(windows, "L7") == 60);
  CHECK(is_for(windows, "L6"));
  CHECK_FALSE(is_for(windows, "L7"));
  CHECK(plan->days[0].kind == PlanDayKind::Weekday);
  CHECK(plan->days[3].kind == PlanDayKind::Sprint);
  CHECK(plan->days[12].kind == PlanDayKind::Weekend);
  CHECK(plan->days[13].kind == PlanDayKind::Rest);
  CHECK_FALSE(plan->days[12].rest);
  CHECK(plan->days[13].rest);
  CHECK(plan->days[13].week == 2);
  CHECK(plan->days[13].day == 7);
}

TEST_CASE("a wrong word in a plan is shown at its place") {
  const Slip slips[] = {
      {"slot = \"noon\"", "slot = \"nooon\"", "\"nooon\"", "unknown-word", "did you mean 'noon'"},
      {"area = \"leadership\", title", "area = \"leading\", title", "\"leading\"", "unknown-word", "use one of"},
      {"unit = \"stories\"", "unit = \"story\"", "\"story\"", "unknown-word", "problems, designs, stories"},
      {"mock = \"bar-raiser\"", "mock = \"barraiser\"", "\"barraiser\"", "unknown-word", "bar-raiser"},
      {"source = \"starling\"", "source = \"starlin\"", "\"starlin\"", "unknown-word", "did you mean 'starling'"},
      {"row = \"C7\"", "row = \"C37\"", "\"C37\"", "unknown-row", "C1 to C36"},
      {"row = \"S25\"", "row = \"S67\"", "\"S67\"", "unknown-row", "S1 to S66"},
      {"row = \"S25\"", "row = \"S025\"", "\"S025\"", "unknown-row", "'S025'"},
      {"row = \"S25\"", "row = \"S25a\"", "\"S25a\"", "unknown-row", "'S25a'"},
      {"evidence = \"log\"", "evidence = \"logs\"", "\"logs\"", "unknown-word", "did you mean 'log'"},
      {"direction = \"at-least\"", "direction = \"atleast\"", "\"atleast\"", "unknown-word", "at-least"},
      {"direction = \"higher\"", "direction = \"hihger\"", "\"hihger\"", "unknown-word", "'higher'"},
      {"unit = \"minutes\"", "unit = \"minuets\"", "\"minuets\"", "unknown-word", "'minutes'"},
      {"when = \"behind\"", "when = \"late\"", "\"late\"", "unknown-word", "behind, ahead, struggling"},
      {"principles = [\"ownership\", \"DD\"]", "principles = [\"ownersihp\"]", "[\"ownersihp\"]",
       "unknown-principle", "did you mean 'ownership'"},
      {"principles = [\"ownership\", \"DD\"]", "principles = [\"ownership\", \"OW\"]", "[\"ownership\", \"OW\"]",
       "duplicate-principle", "twice"},
      {"level = [\"L6\"]", "level = [\"L7\"]", "[\"L7\"]", "unknown-word", "no level of this plan"},
      {"variant_of = \"w01-d1-chat\"", "variant_of = \"w01-d1-chta\"", "\"w01-d1-chta\"", "unknown-task",
       "no task before"},
      {"variant_of = \"w01-d1-chat\"", "variant_of = \"w01-d3-chat\"", "\"w01-d3-chat\", scale", "unknown-task",
       "no task before"},
      {"variant_of = \"w01-d1-chat\"", "variant_of = \"w01-problems\"", "\"w01-problems\", scale", "unknown-task",
       "no task before"},
      {"start = \"06:00\"", "start = \"6:00\"", "\"6:00\"", "bad-time", "06:00"},
      {"start = \"06:00\"", "start = \"24:00\"", "\"24:00\"", "bad-time", "06:00"},
      {"blocks = [{", "blocks = [{ slot = \"noon\", start = \"06:59\", minutes = 30, text = \"Cards\" }, {", "\"06:00\"",
       "overlap", "the morning at 06:00 (60 min) overlaps the noon at 06:59 (30 min)"},
      {"  { text = \"one easy\", minutes = 15 }] }]",
       "  { text = \"one easy\", minutes = 15 }] }, { slot = \"noon\", start = \"05:00\", minutes = 61, text = \"Cards\" }]",
       "\"05:00\"", "overlap", "the noon at 05:00 (61 min) overlaps the morning"},
      {"unlocks = [\"lp-ownership\", \"topic-arrays\"]", "unlocks = [\"LP ownership\"]", "[\"LP ownership\"]",
       "bad-id", "no deck id"},
      {"unlocks = [\"lp-ownership\", \"topic-arrays\"]", "unlocks = [\"story\"]", "[\"story\"]", "bad-id", "no deck id"},
      {"unlocks = [\"lp-ownership\", \"topic-arrays\"]", "unlocks = [\"lp-a\", \"lp-a\"]", "[\"lp-a\", \"lp-a\"]",
       "duplicate-id", "twice"},
      {"exercise = \"chat\"", "exercise = \"Chat 1\"", "\"Chat 1\"", "bad-id", "exercise"},
      {"kind = \"sprint\"", "kind = \"sprnit\"", "\"sprnit\"", "unknown-word", "did you mean 'sprint'"},
      {"only = \"L6\"", "only = \"L5\"", "\"L5\"", "unknown-word", "no level of this plan"},
      {"minutes_of = { L6 = 45 }", "minutes_of = { L5 = 45 }", "45 }", "unknown-key", "L5"},
      {"links = [\"cues\"]", "links = [\"clues\"]", "[\"clues\"]", "unknown-link", "'clues'"},
      {"decks = [\"patterns-sliding-window\"]", "decks = [\"story\"]", "[\"story\"]", "bad-id", "no deck id"},
      {"problems = [\"lc-0003\", \"lc-0209\"]", "problems = [\"LC 3\", \"lc-0209\"]", "[\"LC 3\"", "bad-id", "problem id"},
      {"problems = [\"lc-0003\", \"lc-0209\"]", "problems = [\"lc-0003\", \"lc-0003\"]", "[\"lc-0003\"", "duplicate-id",
       "twice"},
      {"problems = [\"lc-0003\", \"lc-0209\"]", "problems = [\"lc-0003\"]", "[\"lc-0003\"", "wrong-count", "count is 2"},
      {"title = \"Solve two problems with a window\"",
       "title = \"Solve two problems with a window, then say aloud why both are linear\"", "\"Solve two", "too-long", "56"},
      {"url = \"https://example.org/cues\"", "url = \"http://example.org/cues\"", "\"http:", "bad-url", "https://"},
      {"shorter = [1]", "shorter = [3]", "[3]", "wrong-type", "from 1 to 2"},
      {"longer = [2, 1]", "longer = [2, 2]", "[2, 2]", "duplicate-id", "twice"},
  };
  for (const Slip& slip : slips) check_slip(slip);
}

TEST_CASE("an id that is used twice or stands in the wrong place is shown at its place") {
  const Slip slips[] = {
      {"id = \"w01-d3-mock\"", "id = \"w01-d3-chat\"", "\"w01-d3-chat\", slot = \"morning\"", "duplicate-id",
       "has it too"},
      {"id = \"set-up-editor\"", "id = \"t-7-rest\"", "\"t-7-rest\", text = \"Set up", "duplicate-id",
       "'t-7-rest'"},
      {"id = \"set-up-editor\"", "id = \"w01-problems\"", "\"w01-problems\", text = \"Set up", "duplicate-id",
       "'w01-problems'"},
      {"id = \"confidence\"", "id = \"medium-minutes\"", "\"medium-minutes\"\ntitle = \"Conf", "duplicate-id",
       "medium-minutes"},
      {"id = \"set-up\"\n", "id = \"t-7\"\n", "\"t-7\"\ntitle = \"Set-up", "duplicate-id", "'t-7'"},
      {"id = \"w01-d2-stories\"", "id = \"w01-d1-stories\"", "\"w01-d1-stories\"", "bad-id", "'w01-d2-'"},
      {"id = \"w01-d2-stories\"", "id = \"w1-d2-stories\"", "\"w1-d2-stories\"", "bad-id", "'w01-d2-'"},
      {"id = \"w01-d2-stories\"", "id = \"w01-d2-Stories\"", "\"w01-d2-Stories\"", "bad-id", "small letters"},
      {"id = \"w01-d2-stories\"", "id = \"w01-d2--s\"", "\"w01-d2--s\"", "bad-id", "single '-'"},
      {"id = \"w01-problems\"", "id = \"w02-problems\"", "\"w02-problems\"", "bad-id", "'w01-'"},
      {"id = \"m1-problems\"", "id = \"m2-problems\"", "\"m2-problems\"", "bad-id", "'m1-'"},
      {"id = \"m1-medium-minutes\"", "id = \"m1-hard-minutes\"", "\"m1-hard-minutes\"", "unknown-metric",
       "a metric's id"},
      {"id = \"C1\"", "id = \"C37\"", "\"C37\"", "bad-id", "C1 to C36"},
      {"[[advice]]", "[[tracker]]\nid = \"week\"\ntitle = \"x\"\nsource = \"seed\"\nrow = \"S54\"\n[[advice]]",
       "\"week\"\ntitle = \"x\"", "duplicate-id", "'week'"},
      {"[[allocation]]",
       "[[level]]\nid = \"L6\"\nhours = [1, 2]\nhours_per_week = [1, 2]\ndefault_hours_per_week = 1\n"
       "source = \"seed\"\nrow = \"S4\"\n[[allocation]]",
       "\"L6\"\nhours = [1, 2]", "duplicate-id", "a second time"},
      {"[[phase]]", "[[reading]]\nid = \"C1\"\nseed = \"x\"\nreading = \"y\"\n[[phase]]",
       "\"C1\"\nseed = \"Hours", "duplicate-id", "'C1'"},
  };
  for (const Slip& slip : slips) check_slip(slip);
}

TEST_CASE("an unknown key in any kind of record is shown at its place with the key that was meant") {
  const Slip slips[] = {
      {"schema = 1", "schema = 1\nwekes = 2", "2\n\n[plan]", "unknown-key", "'wekes'"},
      {"licence = ", "author = \"me\"\nlicence = ", "\"me\"", "unknown-key", "'author'"},
      {"hours = [30, 40]", "hours = [30, 40]\nhour = 3", "3\nhours_per_week", "unknown-key", "'hours'"},
      {"hours = 12", "hours = 12\npercent = 33", "33\n", "unknown-key", "'percent'"},
      {"name = \"First\"", "name = \"First\"\nnam = 1", "1\nweeks", "unknown-key", "'name'"},
      {"theme = ", "them = 1\ntheme = ", "1\ntheme", "unknown-key", "'theme'"},
      {"start = 50", "start = 50\nstat = 1", "1\ntargets", "unknown-key", "'start'"},
      {"value = 35", "value = 35, by = 1", "1 }, { week = 2", "unknown-key", "'by'"},
      {"title = \"Weekday\"", "title = \"Weekday\"\nblock = 1", "1\nsource", "unknown-key", "'blocks'"},
      {"text = \"Coding\"", "text = \"Coding\", end = 7", "7, parts", "unknown-key", "'end'"},
      {"text = \"one easy\"", "text = \"one easy\", minute = 7", "7, minutes = 15", "unknown-key", "'minutes'"},
      {"title = \"Set-up\"\nsource", "title = \"Set-up\"\ngoal = 1\nsource", "1\nsource", "unknown-key",
       "'goals'"},
      {"text = \"Solve 3\"", "text = \"Solve 3\", units = 1", "1, count = 3", "unknown-key", "'unit'"},
      {"title = \"Chat\"\n", "title = \"Chat\"\nunlock = 1\n", "1\nunlocks", "unknown-key", "'unlocks'"},
      {"exercise = \"chat\"", "exercize = \"chat\"", "\"chat\"", "unknown-key", "'exercise'"},
      {"target = 5", "target = 5\ntargets = 5", "5\nunit", "unknown-key", "'target'"},
      {"days_before = 7", "days_before = 7\ndays = 7", "7\nitems", "unknown-key", "'days'"},
      {"text = \"Plan rest\"", "text = \"Plan rest\", done = true", "true, source", "unknown-key", "'done'"},
      {"coding = 60", "coding = 60\nmocks = 1", "1\ndesign", "unknown-key", "'mocks'"},
      {"fields = ", "field = 1\nfields = ", "1\nfields", "unknown-key", "'fields'"},
      {"when = \"behind\"", "when = \"behind\"\nwho = 1", "1\narea = \"mocks\"\ntext", "unknown-key", "'who'"},
      {"seed = \"Hours", "sead = 1\nseed = \"Hours", "1\nseed", "unknown-key", "'seed'"},
  };
  for (const Slip& slip : slips) check_slip(slip);
}

TEST_CASE("what is missing or out of range is shown at its record or its value") {
  const Slip slips[] = {
      {"schema = 1", "schema = 2", "2\n\n[plan]", "schema", "schema 2"},
      {"interview_day = 12", "interview_day = 15", "15\nfewest", "wrong-type", "from 1 to 14"},
      {"hours = [30, 40]", "hours = [40, 30]", "[40, 30]", "wrong-type", "lowest and the highest"},
      {"hours = [30, 40]", "hours = []", "[]", "wrong-type", "lowest and the highest"},
      {"hours = [30, 40]", "hours = [30]", "[30]", "wrong-type", "lowest and the highest"},
      {"hours = [30, 40]\n", "", "[[level]]", "missing", "hours"},
      {"minutes = 75", "minutes = 0", "0, count = 1", "wrong-type", "'minutes'"},
      {"minutes = 75", "minutes = \"75\"", "\"75\"", "wrong-type", "whole number"},
      {"minutes = 75, ", "", "{ id = \"w01-d1-chat\"", "missing", "has no minutes"},
      {"slot = \"noon\", ", "", "{ id = \"w01-d2-stories\"", "missing", "has no slot"},
      {"title = \"Stories\", ", "", "{ id = \"w01-d2-stories\"", "missing", "has no title"},
      {"title = \"Stories\", ", "title = \" \", ", "\" \", minutes", "missing", "empty title"},
      {"id = \"w01-d2-stories\", ", "", "{ slot = \"noon\"", "missing", "a task of week 1, day 2 has no id"},
      {", source = \"starling\"", "", "{ id = \"w01-d2-stories\"", "missing", "has no source"},
      {", row = \"C7\"", "", "{ id = \"w01-d2-stories\"", "missing", "has no row"},
      {"count = 2, ", "", "\"stories\", principles", "missing", "go together"},
      {", unit = \"stories\"", "", "2, principles", "missing", "go together"},
      {"count = 2", "count = 0", "0, unit = \"stories\"", "wrong-type", "'count'"},
      {"value = 3 ", "value = 4 ", "4 }", "wrong-type", "no position in its 3 levels"},
      {"value = 3 ", "value = 2.5 ", "2.5 }", "wrong-type", "no position in its 3 levels"},
      {"start = 50", "start = nan", "nan", "wrong-type", "'start'"},
      {"{ week = 2, value = 30 }", "{ week = 1, value = 30 }", "1, value = 30", "out-of-order", "must rise"},
      {"{ week = 2, value = 30 }", "{ week = 3, value = 30 }", "3, value = 30", "wrong-type", "from 1 to 2"},
      {"{ week = 2, value = 30 }", "{ week = 2 }", "{ week = 2 }", "missing", "value"},
      {"coding = 60", "coding = 101", "101", "wrong-type", "from 0 to 100"},
      {"month = 1\narea", "month = 2\narea", "2\narea", "wrong-type", "from 1 to 1"},
      {"days_before = 7\n", "", "[[checklist]]", "missing", "days_before"},
      {"days_before = 7", "days_before = -1", "-1\nitems", "wrong-type", "days_before"},
      {"week = 1\nday = 2\nslot", "week = 1\nslot", "[[checklist]]\nid = \"set-up\"", "missing", "week and day"},
      {"week = 1\nday = 2\nslot", "week = 3\nday = 2\nslot", "3\nday = 2\nslot", "wrong-type", "from 1 to 2"},
      {"days_before = 7", "days_before = 7\nweek = 1", "7\nweek", "two-days", "both"},
      {"items = [{ id = \"t-7-rest\", text = \"Plan rest\", source = \"seed\", row = \"S64\" }]\n", "",
       "[[checklist]]", "missing", "no items"},
      {"rest = true\n", "rest = true\nunlocks = [\"lp-frugality\"]\n", "[\"lp-frugality\"]", "rest-day",
       "no new cards"},
  };
  for (const Slip& slip : slips) check_slip(slip);
}

TEST_CASE("days, weeks, phases and months that are missing, doubled or out of order are shown at their place") {
  const Slip slips[] = {
      {"week = 2\nday = 5\n", "week = 2\nday = 8\n", "8\ntitle = \"Day 12\"", "wrong-type", "from 1 to 7"},
      {"week = 2\nday = 5\n", "week = 3\nday = 5\n", "3\nday = 5", "wrong-type", "from 1 to 2"},
      {"week = 2\nday = 5\n", "week = 2\nday = 4\n", "4\ntitle = \"Day 12\"", "out-of-order", "a second time"},
      {"week = 2\nday = 5\n", "week = 1\nday = 6\n", "6\ntitle = \"Day 13\"", "out-of-order",
       "week 2, day 6 stands where week 2, day 5 belongs"},
      {"[[day]]\nweek = 2\nday = 5\ntitle = \"Day 12\"\n", "", "6\ntitle = \"Day 13\"", "out-of-order",
       "week 2, day 6 stands where week 2, day 5 belongs"},
      {"[[day]]\nweek = 2\nday = 7\ntitle = \"Day 14\"\nrest = true\n", "", "[[day]]", "missing",
       "week 2, day 7 is missing"},
      {"number = 2\nname", "number = 1\nname", "1\nname = \"Second\"", "out-of-order", "second time"},
      {"weeks = [2, 2]", "weeks = [1, 2]", "[1, 2]\nsource", "out-of-order", "begin with week 2"},
      {"number = 2\ntitle", "number = 1\ntitle", "1\ntitle = \"Fundamentals\"", "out-of-order", "second time"},
      {"number = 1\ntheme", "number = 2\ntheme", "2\ntheme", "wrong-type", "from 1 to 1"},
  };
  for (const Slip& slip : slips) {
    const std::string text = with_change(plan_text(), slip.from, slip.to);
    CAPTURE(slip.to);
    CAPTURE(slip.from);
    const PlanFile file = read_plan(text, "plans/two.toml");
    CHECK_FALSE(file.plan.has_value());
    const Place place = place_of(text, slip.at);
    const bool told = std::any_of(file.problems.begin(), file.problems.end(), [&](const Problem& p) {
      return p.rule == slip.rule && p.line == place.line && p.column == place.column &&
             p.text.find(slip.says) != std::string::npos;
    });
    CHECK_MESSAGE(told, (file.problems.empty() ? "no problem" : to_line(file.problems.front())));
    // A doubled number leaves its own place empty, which is said as well; nothing else is.
    CHECK(file.problems.size() <= 2);
  }
}

TEST_CASE("a plan whose parts are missing says which") {
  for (const std::string_view part : {"plan", "level", "phase", "month", "week", "day"}) {
    std::string text = plan_text();
    const std::string header = part == "plan" ? "[plan]" : fmt::format("[[{}]]", part);
    const std::string other = part == "plan" ? "[plam]" : fmt::format("[[{}s]]", part);
    for (std::size_t at = text.find(header); at != text.npos; at = text.find(header, at + 1))
      if (at == 0 || text[at - 1] == '\n') text.replace(at, header.size(), other);
    CAPTURE(part);

    const PlanFile file = read_plan(text, "plans/two.toml");

    CHECK_FALSE(file.plan.has_value());
    CHECK(std::any_of(file.problems.begin(), file.problems.end(),
                      [&](const Problem& p) { return p.rule == "missing"; }));
  }
}

TEST_CASE("a curve that stops before the last month says which month is missing") {
  const std::string text = with_change(plan_text(), "weeks = 2\n", "weeks = 5\n");

  const PlanFile file = read_plan(text, "plans/two.toml");

  CHECK(std::any_of(file.problems.begin(), file.problems.end(),
                    [](const Problem& p) { return p.text == "the curve's month 2 is missing"; }));
  CHECK(std::any_of(file.problems.begin(), file.problems.end(), [](const Problem& p) {
    return p.text == "week 3, day 1 to week 5, day 7 are missing";
  }));
}

TEST_CASE("an area without hours and an area with hours twice are both said") {
  const std::string text = with_change(plan_text(), "area = \"mocks\"\nhours = 6", "area = \"design\"\nhours = 6");

  const PlanFile file = read_plan(text, "plans/two.toml");

  REQUIRE(file.problems.size() == 2);
  CHECK(std::any_of(file.problems.begin(), file.problems.end(),
                    [](const Problem& p) { return p.text == "L6 has no allocation for mocks"; }));
  CHECK(std::any_of(file.problems.begin(), file.problems.end(),
                    [](const Problem& p) { return p.text == "design of L6 is allocated a second time"; }));
}

TEST_CASE("all mistakes of a file are told at once, from top to bottom") {
  std::string text = with_change(plan_text(), "evidence = \"log\"", "evidence = \"lgo\"");
  text = with_change(text, "slot = \"noon\"", "slot = \"night\"");
  text = with_change(text, "licence = ", "licnce = ");

  const PlanFile file = read_plan(text, "plans/two.toml");

  REQUIRE(file.problems.size() >= 4);  // the licence is missing, and its other name is unknown
  CHECK(std::is_sorted(file.problems.begin(), file.problems.end(),
                       [](const Problem& a, const Problem& b) { return a.line < b.line; }));
}

TEST_CASE("hostile texts give problems, never a plan and never a crash") {
  const std::string deep = "a = " + std::string(5000, '[');
  const std::string texts[] = {"",
                               "schema = 1",
                               "plan = 1\nschema = 1",
                               "schema = 1\n[plan]\nweeks = 99999999999999999999",
                               "schema = 1\n[plan]\nweeks = -3",
                               "schema = 1\nday = [1, 2]\n[plan]\nid = \"x\"\ntitle = \"x\"\nlicence = \"x\"\n"
                               "weeks = 104\ninterview_day = 728",
                               "schema = 1\n[plan]\nweeks = 2\n[[day]]\nweek = \"1\"\nday = true\ntasks = 3",
                               "\xff\xfe",
                               std::string("schema = 1\0", 11),
                               deep};
  for (const std::string& text : texts) {
    const PlanFile file = read_plan(text, "plans/two.toml");
    CAPTURE(text.substr(0, 60));
    CHECK_FALSE(file.plan.has_value());
    CHECK(has_error(file.problems));
    for (const Problem& problem : file.problems) {
      CHECK(problem.line >= 1);
      CHECK(problem.column >= 1);
    }
  }
}

TEST_CASE("a plan cut off anywhere is never taken for a whole one") {
  const std::string text = plan_text();
  const std::string last = "rest = true\n";
  for (std::size_t size = 0; size + last.size() < text.size() - 20; size += 7) {
    const PlanFile file = read_plan(std::string_view(text).substr(0, size), "plans/two.toml");
    CAPTURE(size);
    CHECK_FALSE(file.plan.has_value());
  }
}

TEST_CASE("a slot may begin when another ends") {
  const std::string text = with_change(plan_text(), "blocks = [{",
                                       "blocks = [{ slot = \"noon\", start = \"05:30\", minutes = 30, text = \"Cards\" },\n"
                                       " { slot = \"evening\", start = \"07:00\", minutes = 30, text = \"Cards\" }, {");

  CHECK(read_plan(text, "plans/two.toml").problems.empty());
}

TEST_CASE("a line can be one with a gate that is ticked, and with nothing else") {
  const auto read_with = [](const std::string& gate, const std::string& evidence) {
    std::string text = with_change(plan_text(), "text = \"Plan rest\"", "text = \"Plan rest\", gate = \"" + gate + "\"");
    return read_plan(with_change(text, "evidence = \"log\"", "evidence = \"" + evidence + "\""), "plans/two.toml");
  };
  const PlanFile right = read_with("m1-problems", "self");
  REQUIRE(right.plan);
  CHECK(right.plan->checklists[0].items[0].gate == "m1-problems");
  CHECK_FALSE(read_with("m1-problems", "log").plan);
  CHECK_FALSE(read_with("m1-unheard", "self").plan);
  const PlanFile no_count = read_plan(with_change(plan_text(), "evidence = \"log\"", "evidence = \"log\"\nmet_by_count = true"), "plans/two.toml");
  CHECK_FALSE(no_count.plan);
}
