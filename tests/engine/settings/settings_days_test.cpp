#include <doctest/doctest.h>

#include "texts.h"

using namespace starling;
using test::day;

namespace {

bool says(const std::string& text, const std::string& place, const std::string& words) {
  const std::string line = to_line(test::problem_of(text));
  CAPTURE(line);
  return line.starts_with("starling.toml:" + place + ": ") && line.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("days, order, leeches and retention by deck are read from the settings") {
  const SettingsFile file = read_settings(R"(
[day]
lighter_days = ["saturday"]
days_off = ["2026-12-24..2027-01-02", "2027-02-05"]
[review]
order = "overdueness"
leech_action = "suspend"
load_balance = false
type_cloze = true
desired_retention = 0.85
[review.retention]
lp-dive-deep = 0.95
mine = 0.7
)", "starling.toml");
  REQUIRE(file.settings);
  CHECK(file.problems.empty());
  const Settings& s = *file.settings;
  CHECK(s.lighter_days == std::vector<std::string>{"saturday"});
  CHECK(s.days_off == std::vector<DaySpan>{{day("2026-12-24"), day("2027-01-02")}, {day("2027-02-05"), day("2027-02-05")}});
  CHECK(is_day_off(s, day("2026-12-24")));
  CHECK(is_day_off(s, day("2027-01-02")));
  CHECK_FALSE(is_day_off(s, day("2027-01-03")));
  CHECK(is_day_off(s, day("2027-02-05")));
  CHECK(s.order == QueueOrder::Overdueness);
  CHECK(s.leech_action == LeechAction::Suspend);
  CHECK_FALSE(s.load_balance);
  CHECK(s.type_cloze);
  CHECK(policy_of(s, ItemKind::Card).desired_retention == 0.85);
  CHECK(policy_of(s, ItemKind::Card, "mine").desired_retention == 0.7);
  CHECK(policy_of(s, ItemKind::Card, "lp-dive-deep").desired_retention == 0.95);
  CHECK(policy_of(s, ItemKind::Card, "min").desired_retention == 0.85);
  CHECK(policy_of(s, ItemKind::Story).desired_retention == 0.85);
}

TEST_CASE("without a word in the settings no day is off, leeches are only told, and days are balanced") {
  const Settings s = *read_settings("", "s").settings;
  CHECK(s.days_off.empty());
  CHECK(s.lighter_days.empty());
  CHECK(s.leech_action == LeechAction::Tag);
  CHECK(s.order == QueueOrder::RecallPerSecond);
  CHECK(s.load_balance);
  CHECK_FALSE(s.type_cloze);
  CHECK(s.retention.empty());
}

TEST_CASE("a mistake in the days or in what is reviewed is named with its place and the way out") {
  CHECK(says("[day]\nlighter_days = [\"satday\"]", "2:16", "'satday'"));
  CHECK(says("[day]\ndays_off = [\"2027-01-02..2026-12-24\"]", "2:12", "2027-01-02..2026-12-24"));
  CHECK(says("[day]\ndays_off = [\"christmas\"]", "2:12", "2026-12-24..2027-01-02"));
  CHECK(says("[day]\ndays_off = [2026-12-24]", "2:12", "a list of texts"));
  CHECK(says("[review]\norder = \"lowest\"", "2:9", "order"));
  CHECK(says("[review]\nleech_action = \"delete\"", "2:16", "leech_action"));
  CHECK(says("[review]\nload_balance = 1", "2:16", "true or false"));
  CHECK(says("[review.retention]\nmine = 1.5", "2:8", "0.7 to 0.99"));
  CHECK(says("[review]\nretention = 0.9", "2:13", "retention"));
}

TEST_CASE("worth is of a deck, else of a tag, else of an area, and few different ones are taken") {
  const SettingsFile file = read_settings("[review.worth]\ncoding = 2\ngraphs = 3\npatterns-trees = 0.5\n", "s");
  REQUIRE(file.settings);
  const std::vector<std::string_view> graphs{"hard", "graphs"};
  CHECK(named_worth(file.settings->worths, "patterns-trees", graphs, "coding") == 0.5);
  CHECK(named_worth(file.settings->worths, "patterns-heaps", graphs, "coding") == 3);
  CHECK(named_worth(file.settings->worths, "patterns-heaps", {}, "coding") == 2);
  CHECK_FALSE(named_worth(file.settings->worths, "aws-s3", {}, "aws"));
  CHECK(read_settings("[review.worth]\na = 2\nb = 3\nc = 2\nd = 1\ne = 0.5\n", "s").settings);
  CHECK(says("[review.worth]\na = 2\nb = 3\nc = 4\nd = 5\n", "5:5", "more than 3 different ones beside 1"));
  CHECK(says("[review.worth]\ncoding = 11\n", "2:10", "0.1 to 10"));
}

TEST_CASE("days off are single days or spans in order, at most a year long") {
  CHECK(parse_day_span("2026-12-24") == DaySpan{day("2026-12-24"), day("2026-12-24")});
  CHECK(parse_day_span("2026-12-24..2026-12-24"));
  CHECK(parse_day_span("2026-12-24..2027-12-24"));
  for (const char* wrong : {"", "..", "2026-12-24..", "..2026-12-24", "2026-12-24..2026-12-23", "2026-12-24..2036-12-24",
                            "2026-12-24...2026-12-26", "2026-12-24 .. 2026-12-26", "2026-02-30"})
    CHECK_FALSE(parse_day_span(wrong));
}

TEST_CASE("a new folder's settings show the days, the order and the leeches as they are by default") {
  const std::string all = settings_text({"L6", day("2026-11-23"), day("2027-05-07"), {}});
  for (const char* key : {"lighter_days", "days_off", "order", "leech_action", "load_balance", "[review.retention]"})
    CHECK(all.find(std::string("\n# ") + key) != all.npos);
  const SettingsFile file = read_settings(test::defaults_switched_on(), "s");
  REQUIRE(file.settings);
  const Settings defaults;
  CHECK(file.settings->days_off == defaults.days_off);
  CHECK(file.settings->lighter_days == defaults.lighter_days);
  CHECK(file.settings->order == defaults.order);
  CHECK(file.settings->leech_action == defaults.leech_action);
  CHECK(file.settings->load_balance == defaults.load_balance);
  CHECK(file.settings->retention.empty());
}
