// What the shipped plan holds: every row of the timeline in its place, and every deck that it opens.
#include "shipped_plan.h"

#include <doctest/doctest.h>

#include <charconv>
#include <map>
#include <set>

using namespace starling;

namespace {

template <class T>
void add(std::vector<Origin>& origins, const std::vector<T>& records) {
  for (const T& record : records) origins.push_back(record.origin);
}

std::vector<Origin> origins_of(const Plan& plan) {
  std::vector<Origin> origins;
  add(origins, plan.levels);
  add(origins, plan.allocations);
  add(origins, plan.phases);
  add(origins, plan.months);
  add(origins, plan.metrics);
  add(origins, plan.templates);
  add(origins, plan.week_list);
  for (const PlanWeek& week : plan.week_list) add(origins, week.goals);
  for (const PlanDay& day : plan.days) add(origins, day.tasks);
  add(origins, plan.gates);
  for (const Checklist& list : plan.checklists) add(origins, list.items);
  add(origins, plan.curve);
  add(origins, plan.trackers);
  add(origins, plan.advice);
  return origins;
}

bool is_row(const std::string& row) {
  if (row.size() < 2 || (row[0] != 'S' && row[0] != 'C')) return false;
  int number = 0;
  const auto [end, error] = std::from_chars(row.data() + 1, row.data() + row.size(), number);
  return error == std::errc{} && end == row.data() + row.size() && number >= 1 &&
         number <= (row[0] == 'S' ? 66 : 30);
}

}  // namespace

TEST_CASE("the shipped plan has no mistakes") {
  for (const Problem& problem : shipped_file().problems) MESSAGE(to_line(problem));
  CHECK(shipped_file().problems.empty());
  REQUIRE(shipped_file().plan.has_value());
  CHECK(shipped_plan().id == "amazon-24-week");
  CHECK(shipped_plan().weeks == 24);
}

TEST_CASE("every record of the shipped plan says where it comes from") {
  const std::vector<Origin> origins = origins_of(shipped_plan());

  CHECK(origins.size() > 700);
  for (const Origin& origin : origins) {
    CAPTURE(origin.source);
    CAPTURE(origin.row);
    CHECK((origin.source == "seed" || origin.source == "sibling" || origin.source == "starling"));
    CHECK(is_row(origin.row));
  }
}

TEST_CASE("every row of the timeline is in the plan, but for those that are no part of one") {
  // S1 is the calendar itself, S5 success rates that are not shown (C30), S8 the four areas as words, S11 the
  // goals inside the months of S10, S13 and S14 other pages.
  const std::set<std::string> elsewhere{"S1", "S5", "S8", "S11", "S13", "S14"};
  std::set<std::string> held;
  for (const Origin& origin : origins_of(shipped_plan())) held.insert(origin.row);

  for (int number = 1; number <= 66; ++number) {
    const std::string row = "S" + std::to_string(number);
    CAPTURE(row);
    CHECK((held.contains(row) || elsewhere.contains(row)));
  }
}

TEST_CASE("the readings of the timeline's contradictions are all there, in order") {
  const auto& readings = shipped_plan().readings;

  REQUIRE(readings.size() == 36);
  for (std::size_t i = 0; i < readings.size(); ++i) CHECK(readings[i].id == "C" + std::to_string(i + 1));
}

TEST_CASE("the plan has 168 days, and its phases and months cover each week exactly once") {
  const Plan& plan = shipped_plan();

  CHECK(plan.days.size() == 168);
  CHECK(plan.phases.size() == 4);
  CHECK(plan.months.size() == 6);
  for (int week = 1; week <= 24; ++week) {
    CAPTURE(week);
    const auto covers = [&](const PhaseOfPlan& p) { return p.first_week <= week && week <= p.last_week; };
    CHECK(std::count_if(plan.phases.begin(), plan.phases.end(), covers) == 1);
    REQUIRE(phase_of(plan, week) != nullptr);
    REQUIRE(month_entry(plan, month_of(week)) != nullptr);
    CHECK(month_entry(plan, month_of(week))->goals.size() == 4);
    REQUIRE(week_of(plan, week) != nullptr);
    CHECK_FALSE(week_of(plan, week)->goals.empty());
    for (int day = 1; day <= 7; ++day) {
      REQUIRE(day_of(plan, week, day) != nullptr);
      CHECK(day_of(plan, week, day)->week == week);
      CHECK(day_of(plan, week, day)->day == day);
    }
  }
}

TEST_CASE("phase and month theme are two labels: week 5 is Foundation and Technical Deep Dive at once") {
  const Plan& plan = shipped_plan();

  CHECK(phase_of(plan, 5)->name == "Foundation");
  CHECK(month_entry(plan, month_of(5))->theme == "Technical Deep Dive");
  CHECK(phase_of(plan, 8)->name == "Foundation");
  CHECK(phase_of(plan, 9)->name == "Deep Dive");
  CHECK(phase_of(plan, 16)->name == "Deep Dive");
  CHECK(phase_of(plan, 17)->name == "Practice");
  CHECK(phase_of(plan, 20)->name == "Practice");
  CHECK(phase_of(plan, 21)->name == "Polish");
}

TEST_CASE("every deck of cards opens on one day of the plan, and every deck that a day opens is there") {
  std::set<std::string> decks;
  for (const ListedFile& file : list_files(kDecks / "cards", ".toml")) decks.insert(file.path.stem().string());
  std::map<std::string, int> opened;
  for (const PlanDay& day : shipped_plan().days)
    for (const std::string& deck : day.unlocks) ++opened[deck];

  CHECK(opened.size() >= 46);
  for (const auto& deck : opened) {
    CAPTURE(deck.first);
    CHECK(decks.contains(deck.first));
    CHECK(deck.second == 1);
  }
}

TEST_CASE("the timeline's subjects open on its days") {
  struct Row {
    std::string_view deck;
    int week;
    int day;
  };
  const Row rows[] = {
      {"topic-arrays", 3, 1},           {"topic-strings", 3, 1},           {"topic-linked-lists", 3, 2},
      {"topic-trees", 3, 2},            {"topic-graphs", 3, 3},            {"topic-dynamic-programming", 3, 4},
      {"topic-hash-tables", 3, 5},      {"topic-heaps", 3, 5},             {"patterns-sliding-window", 5, 1},
      {"patterns-two-pointers", 5, 2},  {"patterns-fast-slow", 5, 3},      {"patterns-merge-intervals", 5, 4},
      {"patterns-cyclic-sort", 5, 5},   {"distributed-cap", 6, 1},         {"distributed-consistency", 6, 2},
      {"distributed-consensus", 6, 3},  {"distributed-replication", 6, 4}, {"distributed-partitioning", 6, 5},
      {"aws-dynamodb", 7, 1},           {"aws-s3", 7, 2},                  {"aws-lambda", 7, 3},
      {"aws-sqs", 7, 4},                {"aws-sns", 7, 4},                 {"aws-cloudfront", 7, 5},
      {"aws-api-gateway", 8, 1},        {"aws-vpc", 8, 2},                 {"aws-auto-scaling", 8, 3},
      {"aws-elb", 8, 3},                {"aws-cloudwatch", 8, 4},          {"aws-x-ray", 8, 4}};
  for (const Row& row : rows) {
    CAPTURE(row.deck);
    CHECK(unlock_day(shipped_plan(), row.deck) == plan_day(row.week, row.day));
  }
  for (const std::string& id : principle_ids()) {
    const auto unlocked = unlock_day(shipped_plan(), "lp-" + id);
    CAPTURE(id);
    REQUIRE(unlocked.has_value());
    CHECK(week_and_day(*unlocked).week == 2);
  }
  CHECK_FALSE(unlock_day(shipped_plan(), "lp-punctuality").has_value());
}

TEST_CASE("the rest days of the timeline are rest days") {
  for (const auto& at : std::vector<std::pair<int, int>>{{20, 6}, {20, 7}, {22, 6}, {22, 7}, {23, 3}, {23, 6},
                                                         {23, 7}}) {
    CAPTURE(at.first);
    CAPTURE(at.second);
    CHECK(day_of(shipped_plan(), at.first, at.second)->rest);
  }
}

TEST_CASE("a task that takes up an earlier design is a variant of it") {
  std::map<std::string, std::string> variants;
  for (const Task& task : tasks_until(shipped_plan(), 24))
    if (!task.variant_of.empty()) variants[task.id] = task.variant_of;

  CHECK(variants["w09-d1-ecommerce-backend"] == "w04-d4-ecommerce-platform");
  CHECK(variants["w11-d3-video-streaming"] == "w04-d5-video-streaming");
  CHECK(variants["w11-d4-chat"] == "w04-d2-chat");
  CHECK(variants["w11-d5-social-feed"] == "w04-d3-social-feed");
}

TEST_CASE("weeks 11 and 12 have five designs at L6 scale and five at L7 scale") {
  for (const auto& [week, level] : std::vector<std::pair<int, std::string>>{{11, "L6"}, {12, "L7"}}) {
    int designs = 0;
    for (int day = 1; day <= 5; ++day)
      for (const Task& task : day_of(shipped_plan(), week, day)->tasks)
        if (task.level == std::vector<std::string>{level}) {
          CHECK_FALSE(task.scale.empty());
          CHECK(task.unit == "designs");
          ++designs;
        }
    CHECK(designs == 5);
  }
}

TEST_CASE("every gate on a metric finds its metric") {
  int on_metrics = 0;
  for (const Gate& gate : shipped_plan().gates) {
    CAPTURE(gate.id);
    CHECK((metric_of(shipped_plan(), gate) != nullptr) == (gate.evidence == "metric"));
    on_metrics += gate.evidence == "metric";
  }
  CHECK(on_metrics >= 3);
}

TEST_CASE("the weak areas of week 21 are typed metrics with a start and a target") {
  const Plan& plan = shipped_plan();
  const auto metric = [&](std::string_view id) {
    const auto at =
        std::find_if(plan.metrics.begin(), plan.metrics.end(), [&](const Metric& m) { return m.id == id; });
    REQUIRE(at != plan.metrics.end());
    return *at;
  };

  CHECK(metric("coding-speed").lower_is_better);
  CHECK(metric("coding-speed").start == 30);
  CHECK(target_in_week(metric("coding-speed"), 21) == 25);
  CHECK(metric("system-design-depth").start == 4.0);
  CHECK(target_in_week(metric("system-design-depth"), 21) == 4.5);
  CHECK(metric("story-impact").start == 4.0);
  CHECK(target_in_week(metric("story-impact"), 21) == 4.5);
  CHECK(metric("confidence").levels[1] == "Medium");
  CHECK(metric("confidence").start == 2);
  CHECK(target_in_week(metric("confidence"), 21) == 3);
}
