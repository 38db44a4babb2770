// What the learner changed in the plan: the file of it, and what the plan is by that.
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "plan_text.h"
#include "shipped_plan.h"

using namespace starling;

namespace {

const std::string kWindow = "w05-d1-sliding-window";
const std::string kPointers = "w05-d2-two-pointers";

Day on(std::string_view date) { return *parse_day(date); }

AddedTask own_task(std::string id, Day date) {
  AddedTask added{date, {}};
  added.task.id = std::move(id);
  added.task.slot = Slot::Evening;
  added.task.area = Area::Coding;
  added.task.title = "Solve three graph problems again";
  added.task.minutes = 45;
  added.task.origin = {"own", ""};
  return added;
}

PlanChangesFile changes_in(std::string_view text) { return read_plan_changes(text, "plan.toml", shipped_plan()); }

PlanChanges read_well(std::string_view text) {
  const PlanChangesFile file = changes_in(text);
  for (const Problem& problem : file.problems) FAIL_CHECK(to_line(problem));
  return file.changes.value_or(PlanChanges{});
}

std::string first_problem(std::string_view text) {
  const auto file = changes_in("schema = 1\n" + std::string(text));
  return file.problems.empty() ? "" : to_line(file.problems.front());
}

constexpr std::string_view kByHand =
    "# mine\n"
    "schema = 1\n"
    "\n"
    "# too easy by now\n"
    "[[drop]]\n"
    "task = 'w05-d1-sliding-window'  # done at work\n"
    "\n"
    "[[move]]\n"
    "to = 2026-12-24  # a quiet day\n"
    "task = \"w05-d2-two-pointers\"\n"
    "\n"
    "[[add]]\n"
    "id = \"own-graph-review\"\n"
    "on = 2026-12-26\n"
    "slot = \"evening\"\n"
    "area = \"coding\"\n"
    "title = \"Solve three graph problems again\"\n"
    "minutes = 45\n"
    "\n"
    "[[resume]]\n"
    "on = 2027-02-01\n"
    "week = 8\n"
    "# the end\n";

// Puts back and takes out at random, as a person with commands would.
struct Hand {
  std::mt19937 chance;
  std::vector<std::string> ids;

  int below(int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); }
  std::string some_id() { return ids[static_cast<std::size_t>(below(static_cast<int>(ids.size())))]; }
  Day some_day() { return kMonday + std::chrono::days(below(200)); }

  PlanText change(const std::string& text) {
    switch (below(7)) {
      case 0: return with_dropped(text, some_id());
      case 1: return with_moved(text, some_id(), some_day());
      case 2: return with_added(text, own_task("own-" + std::to_string(below(5)), some_day()));
      case 3: return with_resumed(text, {kMonday + std::chrono::days(7 * below(5)), 1 + below(24)});
      case 4: return without(text, some_id());
      case 5: return without_resumed(text, kMonday + std::chrono::days(7 * below(5)));
      default: return with_dropped(text, "own-" + std::to_string(below(5)));
    }
  }
};

Hand hand(unsigned seed) {
  Hand made{std::mt19937(seed), {}};
  for (const Task& task : tasks_until(shipped_plan(), 24)) made.ids.push_back(task.id);
  return made;
}

}  // namespace

TEST_CASE("an own task that names problems counts them where it says no count") {
  const std::string task = "schema = 1\n[[add]]\nid = \"own-graphs\"\non = 2026-12-26\nslot = \"evening\"\narea = \"coding\"\ntitle = \"Graphs\"\nminutes = 45\nproblems = [\"lc-0076\", \"lc-0003\"]\n";
  const PlanChangesFile file = changes_in(task);
  REQUIRE(file.problems.empty());
  REQUIRE(file.changes->added.size() == 1);
  CHECK(file.changes->added.front().task.count == 2);
  CHECK(file.changes->added.front().task.unit == "problems");
  CHECK(changes_in(task + "count = 3\nunit = \"problems\"\n").problems.front().text.ends_with("2 problems are named, the count is 3"));
}

TEST_CASE("a plan.toml written by hand says what was dropped, moved, added and resumed") {
  const PlanChanges changes = read_well(kByHand);
  CHECK(changes.dropped == std::vector{kWindow});
  CHECK(changes.moved == std::vector{MovedByHand{kPointers, on("2026-12-24")}});
  CHECK(changes.added == std::vector{own_task("own-graph-review", on("2026-12-26"))});
  CHECK(changes.resumed == std::vector{Resumed{on("2027-02-01"), 8}});
  CHECK_FALSE(changes.empty());
  CHECK(read_well("").empty());
  CHECK(read_well("schema = 1\n").empty());
  CHECK(read_well("schema = 1\n[[allocation]]\nlevel = \"L6\"\narea = \"coding\"\nhours = 90\n").allocations.front().hours == 90);
}

TEST_CASE("of an earlier attempt holds what has no date, and nothing that stands on its days") {
  const PlanChanges changes = read_well(kByHand);
  CHECK(changes_since(changes, on("2026-12-24")) == changes);
  const PlanChanges later = changes_since(changes, on("2026-12-25"));
  CHECK(later.moved.empty());
  CHECK(later.added == changes.added);
  const PlanChanges next = changes_since(changes, on("2027-06-07"));
  CHECK(next.added.empty());
  CHECK(next.resumed.empty());
  CHECK(next.dropped == changes.dropped);
}

TEST_CASE("a task that the plan does not have is named with the nearest, and the rest is read") {
  const PlanChangesFile file = changes_in("schema = 1\n[[drop]]\ntask = \"w05-d1-sliding-windows\"\n[[drop]]\ntask = \"" + kPointers + "\"\n");
  REQUIRE(file.changes);
  CHECK(file.changes->dropped == std::vector{kPointers});
  REQUIRE(file.problems.size() == 1);
  CHECK(to_line(file.problems.front()) ==
        "plan.toml:3:8: warning: the plan has no task 'w05-d1-sliding-windows'; did you mean 'w05-d1-sliding-window'?");
}

TEST_CASE("what is wrong in a plan.toml has its place") {
  const std::string add = "[[add]]\nid = \"own-a\"\non = 2026-12-26\nslot = \"evening\"\narea = \"coding\"\ntitle = \"A\"\n";
  CHECK(first_problem("[[move]]\ntask = \"" + kWindow + "\"\nto = 9999-01-01\n") ==
        "plan.toml:4:6: error: 9999-01-01 is far away; a date is of the years 2000 to 2199");
  CHECK(first_problem("[[drop]]\ntask = \"" + kWindow + "\"\n[[move]]\ntask = \"" + kWindow + "\"\nto = 2026-12-24\n") ==
        "plan.toml:5:8: error: 'w05-d1-sliding-window' is dropped or moved twice");
  CHECK(first_problem(add + "minutes = -5\n").starts_with("plan.toml:8:11: error: "));
  CHECK(first_problem(add) == "plan.toml:2:1: error: task 'own-a' has no minutes");
  CHECK(first_problem(add + "minutes = 5\n" + add + "minutes = 5\n") == "plan.toml:10:6: error: the id 'own-a' is taken: line 2 has it too");
  CHECK(first_problem(with_change(add, "own-a", "graphs") + "minutes = 5\n") ==
        "plan.toml:3:6: error: the id 'graphs' does not begin with 'own-', its place");
  CHECK(first_problem(add + "minutes = 5\n[[move]]\ntask = \"own-a\"\nto = 2026-12-24\n") ==
        "plan.toml:10:8: error: 'own-a' is a task of your own: change it in its [[add]]");
  CHECK(first_problem("[[resume]]\non = 2027-02-01\nweek = 25\n").starts_with("plan.toml:4:8: error: "));
  CHECK(first_problem("[[skip]]\n").find("unknown key 'skip'") != std::string::npos);
  CHECK(changes_in("[[drop]]\ntask = \"" + kWindow + "\"\n").problems.front().rule == "missing");
  CHECK_FALSE(changes_in("schema = 2\n").changes);
}

TEST_CASE("a change is put into a file edited by hand, and everything else stays byte for byte") {
  const std::string text(kByHand);
  const std::string moved = with_moved(text, kPointers, on("2026-12-28")).text;
  CHECK(moved == std::string(text).replace(text.find("2026-12-24"), 10, "2026-12-28"));
  const std::string later = with_moved(text, "own-graph-review", on("2027-01-02")).text;
  CHECK(later == std::string(text).replace(text.find("2026-12-26"), 10, "2027-01-02"));
  const std::string kept = without(text, kWindow).text;
  CHECK(kept.starts_with("# mine\nschema = 1\n\n# too easy by now\n\n[[move]]\n"));
  CHECK(kept.ends_with("# the end\n"));
  CHECK(read_well(kept).dropped.empty());
  const std::string dropped = with_dropped(text, "w05-d3-lru-cache").text;
  CHECK(dropped == text + "\n[[drop]]\ntask = \"w05-d3-lru-cache\"\n");
  CHECK(without(dropped, "w05-d3-lru-cache").text == text);
  // Dropped for good: no move of it is left, and a task of one's own is gone.
  CHECK(read_plan_changes(with_dropped(text, kPointers).text, "plan.toml").changes->moved.empty());
  CHECK(read_well(with_dropped(text, "own-graph-review").text).added.empty());
  CHECK(with_resumed(text, {on("2027-02-01"), 9}).text == std::string(text).replace(text.find("week = 8"), 8, "week = 9"));
  CHECK(read_well(without_resumed(text, on("2027-02-01")).text).resumed.empty());
}

TEST_CASE("the first change begins the file, with the schema that an editor checks it by") {
  CHECK(with_dropped("", kWindow).text ==
        "#:schema schema/plan-changes.json\nschema = 1\n\n[[drop]]\ntask = \"w05-d1-sliding-window\"\n");
  CHECK(without("", kWindow).text.empty());
}

TEST_CASE("a file with windows' line ends keeps them") {
  std::string text(kByHand);
  for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2) text.insert(at, "\r");
  const std::string dropped = with_dropped(text, "w05-d3-lru-cache").text;
  CHECK(dropped == text + "\r\n[[drop]]\r\ntask = \"w05-d3-lru-cache\"\r\n");
  CHECK(without(dropped, "w05-d3-lru-cache").text == text);
}

TEST_CASE("what only an editor can change, and what cannot be read, stays as it is and is told") {
  const std::string in_a_row = "schema = 1\ndrop = [{ task = \"" + kWindow + "\" }]\n";
  CHECK(without(in_a_row, kWindow).text == in_a_row);
  CHECK(without(in_a_row, kWindow).wrong == "plan.toml is written in a way that only an editor can change");
  CHECK_FALSE(with_dropped(in_a_row, kPointers).wrong.empty());
  const PlanText broken = with_dropped("schema = 1\n[[drop]\n", kWindow);
  CHECK(broken.wrong.starts_with("line 2 of plan.toml is wrong: "));
  AddedTask bad = own_task("own-a", on("2026-12-26"));
  bad.task.minutes = 0;
  CHECK_FALSE(with_added("", bad).wrong.empty());
  CHECK(with_added("", bad).text.empty());
  CHECK_FALSE(with_added(kByHand, own_task("own-graph-review", on("2026-12-26"))).wrong.empty());
}

TEST_CASE("any changes taken back one by one, last first, leave what was said before") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    Hand one = hand(seed);
    std::string text = seed % 2 == 0 ? std::string(kByHand) : "";
    const PlanEntries at_first = plan_entries(read_well(text));
    std::vector<std::pair<PlanEntries, PlanEntries>> steps;
    for (int i = 0; i < 40; ++i) {
      const PlanEntries before = plan_entries(read_well(text));
      const PlanText changed = one.change(text);
      REQUIRE((changed.wrong.empty() || changed.text == text));
      text = changed.text;
      steps.emplace_back(before, plan_entries(read_well(text)));
    }
    while (!steps.empty()) {
      const auto [before, after] = steps.back();
      steps.pop_back();
      for (const auto& [what, value] : after)
        if (!before.contains(what)) text = with_entry(text, what, {}).text;
      for (const auto& [what, value] : before) text = with_entry(text, what, value).text;
      REQUIRE(plan_entries(read_well(text)) == before);
    }
    CHECK(plan_entries(read_well(text)) == at_first);
  }
}

TEST_CASE("an entry from elsewhere counts only as what it is read as") {
  for (const char* value : {"{ task = \"a\" }, { task = \"b\" }", "{ task = \"b\" }", "{ task = \"a\", x = 1 }", "1",
                            "{ task = \"a\" }]\n[[move]]\ntask=\"c\"\nto=2026-12-24\nz = ["}) {
    CAPTURE(value);
    CHECK_FALSE(with_entry("", "drop a", value).wrong.empty());
    CHECK(with_entry("", "drop a", value).text.empty());
  }
  CHECK(with_entry("", "drop a", "{task='a'}").wrong.empty());
  CHECK_FALSE(with_entry("", "allocation a", "{ level = \"L6\", area = \"coding\", hours = 5 }").wrong.empty());
}

TEST_CASE("an own task has an id of its title, and none twice") {
  PlanChanges changes;
  CHECK(own_task_id("Solve three graph problems again", shipped_plan(), changes) == "own-solve-three-graph-problems-again");
  changes.added.push_back(own_task("own-rest", kMonday));
  CHECK(own_task_id("Rest!", shipped_plan(), changes) == "own-rest-2");
  CHECK(own_task_id("???", shipped_plan(), changes) == "own-task");
}

namespace {

PlanChanges dropping(const std::string& task) {
  PlanChanges changes;
  changes.dropped = {task};
  return changes;
}
PlanChanges moving(const std::string& task, Day to) {
  PlanChanges changes;
  changes.moved = {{task, to}};
  return changes;
}
PlanChanges adding(const std::string& id, Day date) {
  PlanChanges changes;
  changes.added = {own_task(id, date)};
  return changes;
}

Timeline laid_with(PlanChanges changes, Day start = kMonday, std::optional<Day> interview = {}, std::function<bool(Day)> off = {}) {
  PlanLearner learner;
  learner.off = std::move(off);
  learner.changes = std::move(changes);
  return Timeline(shipped_plan(), {start, interview}, start, learner);
}

std::vector<std::string> ids_on(const Timeline& when, Day date) {
  std::vector<std::string> ids;
  if (const auto day = when.day_on(date))
    for (const Task* task : day->tasks) ids.push_back(task->id);
  return ids;
}

bool stands_on(const Timeline& when, Day date, const std::string& id) {
  const auto ids = ids_on(when, date);
  return std::ranges::find(ids, id) != ids.end();
}

}  // namespace

TEST_CASE("a dropped task is on no day, in no sum and found nowhere") {
  const Timeline plain = laid_with({});
  const Day stood = find_task(plain, kWindow)->date.value();
  const Timeline when = laid_with(dropping(kWindow));
  CHECK(stands_on(plain, stood, kWindow));
  CHECK_FALSE(stands_on(when, stood, kWindow));
  CHECK_FALSE(find_task(when, kWindow));
  CHECK(when.left_out().tasks.size() == plain.left_out().tasks.size());
  CHECK(area_minutes(tasks_of_week(when.plan(), "L6", 5), "L6") != area_minutes(tasks_of_week(plain.plan(), "L6", 5), "L6"));
  CHECK(&plain.plan() == &shipped_plan());
}

TEST_CASE("a moved task stands on its date, be it a day off, a spare day or one before the start") {
  const Day off = on("2026-12-24");
  const Timeline holiday = laid_with(moving(kWindow, off), kMonday, {}, [&](Day day) { return day == off; });
  CHECK(ids_on(holiday, off) == std::vector{kWindow});
  CHECK(find_task(holiday, kWindow)->date == off);
  const Timeline early = laid_with(moving(kWindow, kMonday - std::chrono::days(3)));
  CHECK(ids_on(early, kMonday - std::chrono::days(3)) == std::vector{kWindow});
  CHECK(early.first_date() == kMonday - std::chrono::days(3));
  CHECK_FALSE(early.day_on(kMonday - std::chrono::days(2)));
  CHECK(early.on(kMonday - std::chrono::days(3)).before);
  // Its minutes are those of the week that it stands in.
  const Timeline later = laid_with(moving(kWindow, kMonday + std::chrono::days(7 * 7)));
  CHECK(find_task(later, kWindow)->week == 8);
}

TEST_CASE("a task of one's own is one like any other") {
  const Day date = on("2026-12-26");
  const Timeline when = laid_with(adding("own-graphs", date));
  CHECK(stands_on(when, date, "own-graphs"));
  CHECK(find_task(when, "own-graphs")->week == 5);
  CHECK(area_minutes(tasks_of_week(when.plan(), "L6", 5), "L6")[1] == area_minutes(tasks_of_week(shipped_plan(), "L6", 5), "L6")[1] + 45);
}

TEST_CASE("what was put on a day that is not before the interview any more is named") {
  const Day interview = on("2027-05-07");
  PlanChanges changes = adding("own-late", interview + std::chrono::days(1));
  changes.moved = {{kWindow, interview}};
  const Timeline when = laid_with(changes, kMonday, interview);
  const Timeline plain = laid_with({});
  CHECK(find_task(when, kWindow)->date == find_task(plain, kWindow)->date);
  CHECK_FALSE(find_task(when, "own-late")->date);
  const auto warnings = date_warnings(when);
  const auto says = [&](std::string_view part) {
    return std::ranges::any_of(warnings, [&](const std::string& each) { return each.find(part) != each.npos; });
  };
  CHECK(says("plan.toml puts w05-d1-sliding-window on Fri 7 May, which is not before the interview"));
  CHECK(says("plan.toml puts own-late on Sat 8 May"));
}

TEST_CASE("own hours of an area stand in place of the plan's") {
  PlanChanges own;
  own.allocations = {{"L6", Area::Coding, 240, {}}};
  const Timeline when = laid_with(own);
  CHECK(weekly_hours(when.plan(), "L6", Area::Coding) == doctest::Approx(10));
  CHECK(weekly_hours(when.plan(), "L7", Area::Coding) == weekly_hours(shipped_plan(), "L7", Area::Coding));
}

TEST_CASE("whatever was changed, every task has one date or is named, and what the learner said wins") {
  std::mt19937 chance(20'261'126);
  const auto below = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); };
  for (unsigned seed = 0; seed < 150; ++seed) {
    Hand one = hand(seed + 1000);
    const Day start = kMonday + std::chrono::days(below(400));
    const Day interview = start + std::chrono::days(21 + below(260));
    PlanChanges changes;
    for (int i = 0; i < 12; ++i) {
      const std::string id = one.some_id();
      const Day to = start - std::chrono::days(10) + std::chrono::days(below(days_between(start, interview) + 20));
      if (std::ranges::find(changes.dropped, id) != changes.dropped.end() ||
          std::ranges::find(changes.moved, id, &MovedByHand::task) != changes.moved.end())
        continue;
      if (i % 3 == 0) changes.dropped.push_back(id);
      if (i % 3 == 1) changes.moved.push_back({id, to});
      if (i % 3 == 2) changes.added.push_back(own_task("own-" + std::to_string(i), to));
    }
    const Timeline when = laid_with(changes, start, interview, [](Day day) { return day.time_since_epoch().count() % 11 == 0; });
    std::map<std::string, std::vector<Day>> dates;
    for (Day date = std::min(start, when.first_date()); date <= when.end(); date += std::chrono::days(1))
      for (const std::string& id : ids_on(when, date)) dates[id].push_back(date);
    std::set<std::string> undated;
    for (const Task* task : when.left_out().tasks) undated.insert(task->id);
    std::string broken;
    const auto need = [&](bool law, const std::string& what) {
      if (!law && broken.empty()) broken = what;
    };
    for (const PlanDay& day : when.plan().days)
      for (const Task& task : day.tasks)
        if (is_for(task, "L6")) need(dates[task.id].size() + undated.count(task.id) == 1, "one date or none: " + task.id);
    for (const std::string& id : changes.dropped) need(!dates.contains(id) && !undated.contains(id), "dropped and there: " + id);
    for (const MovedByHand& each : changes.moved)
      if (each.to < interview && find_task(when, each.task) && is_for(*find_task(when, each.task)->task, "L6"))
        need(dates[each.task] == std::vector{each.to}, "not where it was moved: " + each.task);
    for (const AddedTask& each : changes.added)
      need(each.on < interview ? dates[each.task.id] == std::vector{each.on} : undated.contains(each.task.id), "own task elsewhere: " + each.task.id);
    CAPTURE(to_string(start));
    CAPTURE(to_string(interview));
    CHECK(broken.empty());
    if (!broken.empty()) MESSAGE(broken);
  }
}
