#include <doctest/doctest.h>

#include "engine/study/learner.h"
#include "study/draft_texts.h"

using namespace starling;

TEST_CASE("a draft changes what it wants otherwise in both texts, and leaves every other byte") {
  const std::string settings = "# mine\nschema = 1\nlevel = \"L6\"\nstart = 2026-11-23  # a Monday\ninterview = 2027-05-07\n";
  PlanDraft now{*read_settings(settings, "starling.toml").settings, {}};
  PlanDraft wanted = now;
  wanted.settings.interview = test::day("2027-05-21");
  wanted.settings.days_off.push_back({test::day("2027-02-01"), test::day("2027-02-07")});
  wanted.changes.dropped = {"w08-d3-alarms"};
  wanted.changes.moved = {{"w08-d6-mock", test::day("2027-01-30")}};
  wanted.changes.resumed = {{test::day("2027-01-25"), 8}};
  const DraftTexts texts = with_draft(settings, "", now, wanted);
  REQUIRE(texts.wrong.empty());
  CHECK(texts.settings.starts_with("# mine\nschema = 1\nlevel = \"L6\"\nstart = 2026-11-23  # a Monday\n"));
  CHECK(read_settings(texts.settings, "starling.toml").settings->interview == wanted.settings.interview);
  CHECK(read_settings(texts.settings, "starling.toml").settings->days_off == wanted.settings.days_off);
  CHECK(read_plan_changes(texts.plan, "plan.toml").changes == wanted.changes);

  const DraftTexts back = with_draft(texts.settings, texts.plan, wanted, now);
  CHECK(read_settings(back.settings, "starling.toml").settings->interview == now.settings.interview);
  CHECK(read_plan_changes(back.plan, "plan.toml").changes == now.changes);
}

TEST_CASE("a draft that wants nothing changes no byte") {
  const std::string settings = "schema = 1\n";
  const PlanDraft now{*read_settings(settings, "starling.toml").settings, {}};
  const DraftTexts texts = with_draft(settings, "# none yet\n", now, now);
  CHECK(texts.settings == settings);
  CHECK(texts.plan == "# none yet\n");
}

TEST_CASE("a break is planned beside one that came meanwhile, and taken back without it") {
  const auto off = [](const char* first, const char* last) { return DaySpan{test::day(first), test::day(last)}; };
  const auto days_off = [](const std::string& text) { return read_settings(text, "starling.toml").settings->days_off; };
  const std::string read = "[day]\ndays_off = [\"2027-01-04\"]\n";
  const std::string meanwhile = "[day]\ndays_off = [\"2027-01-04\", \"2027-01-06\"]\n";
  const PlanDraft now{*read_settings(read, "starling.toml").settings, {}};
  PlanDraft wanted = now;
  wanted.settings.days_off = with_break(now.settings.days_off, off("2027-01-08", "2027-01-09"));
  CHECK(days_off(with_draft(meanwhile, "", now, wanted).settings) ==
        std::vector{off("2027-01-04", "2027-01-04"), off("2027-01-06", "2027-01-06"), off("2027-01-08", "2027-01-09")});
  wanted.settings.days_off = {};
  CHECK(days_off(with_draft(meanwhile, "", now, wanted).settings) == std::vector{off("2027-01-06", "2027-01-06")});
}
