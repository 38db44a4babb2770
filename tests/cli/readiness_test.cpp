// `readiness`: what will be known on the day of the interview.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/desk.h"
#include "cli/screen/readiness.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;

namespace {

double sum_of_items(const Json& parts) {
  double items = 0;
  for (const Json& part : parts) items += part["items"].get<double>();
  return items;
}

}  // namespace

TEST_CASE("readiness foresees recall on the day, its parts, its band and what would help") {
  Desk desk;
  desk.begin("[review]\nminutes_per_day = 10\n");
  const Json json = desk("readiness --json --date 2027-03-01").json();
  const Json& recall = json["recall"];
  CHECK(recall["forecast_low"] <= recall["forecast"]);
  CHECK(recall["forecast"] <= recall["forecast_high"]);
  CHECK(recall["if_you_stop_now"] < recall["forecast"]);
  CHECK(recall["bound"] >= recall["forecast"]);
  CHECK(sum_of_items(json["areas"]) == recall["items"].get<double>());
  CHECK(json["principles"].size() == 16);
  CHECK(json["principles"][0]["id"] == "customer-obsession");
  CHECK(json["path"].front()["date"] == "2027-03-01");
  CHECK(json["path"].size() == json["stop"].size());
  REQUIRE(json["dose"].size() == 3);
  CHECK(json["dose"][0]["forecast"] < json["dose"][2]["forecast"]);
  CHECK(json["dose"][1]["minutes"] == 10);
  REQUIRE(!json["moves"].empty());
  CHECK(json["moves"][0]["gain"] > 0);
  // A move takes the hours that are foreseen of it.
  const auto more = std::ranges::find_if(json["moves"], [](const Json& move) { return move["text"] == "5 minutes more a day"; });
  REQUIRE(more != json["moves"].end());
  const double hours = json["dose"][2]["hours"].get<double>() - json["dose"][1]["hours"].get<double>();
  CHECK(std::abs((*more)["minutes"].get<double>() - 60 * hours) < 8);

  const std::string page = desk("readiness --html --date 2027-03-01").out;
  CHECK(contains(page, "class=\"band\""));
  CHECK(contains(page, "If you stopped now"));
  CHECK(contains(page, "5 minutes more a day"));

  for (const int columns : {80, 40}) {
    desk.columns = columns;
    const std::string screen = desk("readiness --date 2027-03-01").out;
    CHECK(contains(screen, "If you stopped now"));
    CHECK(contains(screen, "What would help most"));
    CHECK(contains(screen, "This is recall"));
  }
}

TEST_CASE("readiness says what will be known at a phone screen" * doctest::test_suite("once")) {
  Desk desk;
  desk.begin("[review]\nminutes_per_day = 30\npolicy = \"deadline\"\n");
  CHECK(desk("readiness --json --date 2027-03-01").json()["earlier"].empty());
  REQUIRE(desk("loop add Screening --kind phone-screen --on 2027-04-14 --date 2027-03-01").exit == 0);
  REQUIRE(desk("loop add Another --kind phone-screen --on 2027-04-21 --date 2027-03-01").exit == 0);
  const Json screens = desk("readiness --json --date 2027-03-01").json()["earlier"];
  REQUIRE(screens.size() == 2);
  CHECK(screens[1]["date"] == "2027-04-21");
  CHECK(screens[1]["title"] == "Another");
  CHECK(screens[1]["forecast"].get<double>() > 0.5);
  const Json& earlier = screens[0];
  CHECK(earlier["date"] == "2027-04-14");
  CHECK(earlier["title"] == "Screening");
  CHECK(earlier["items"].get<int>() > 100);
  CHECK(earlier["low"] <= earlier["forecast"]);
  CHECK(earlier["forecast"] <= earlier["high"]);
  CHECK(earlier["forecast"].get<double>() > 0.5);
  CHECK(contains(desk("readiness --date 2027-03-01").out, "Screening on Wed 14 Apr 2027: "));
  CHECK(contains(desk("readiness --html --date 2027-03-01").out, "Screening on Wed 14 Apr 2027: "));
  CHECK(desk("readiness --json --date 2027-04-14").json()["earlier"].size() == 1);
  REQUIRE(desk("loop add Third --kind phone-screen --on 2027-04-21 --date 2027-03-01").exit == 0);
  CHECK(desk("readiness --json --date 2027-04-14").json()["earlier"].size() == 2);
}

TEST_CASE("readiness goes by the days that were lived lately, and says what missing none would bring") {
  Desk desk;
  desk.begin("[review]\nminutes_per_day = 10\n");
  // A Monday; the seventh is a day of rest.
  for (const int day : {1, 3, 5, 8, 10, 12}) {
    const std::string date = fmt::format(" --date 2027-03-{:02}", day);
    const std::string next = desk("next --json" + date).json()["item"]["item"];
    REQUIRE(desk("answer " + next + " good" + date).exit == 0);
  }
  const Json json = desk("readiness --json --date 2027-03-13").json();
  CHECK(json["assumptions"]["lived"].get<double>() == doctest::Approx(13.0 / 18).epsilon(0.001));
  CHECK(std::ranges::any_of(json["moves"], [](const Json& move) { return move["text"] == "Miss no day"; }));
  CHECK(contains(desk("readiness --date 2027-03-13").out, "of which you are expected to study on 72 %"));
  CHECK(desk("forecast --json --date 2027-03-13").json()["lived"] == json["assumptions"]["lived"]);
  CHECK(contains(desk("forecast --date 2027-03-13").out, " 72 %."));
  CHECK(desk("simulate --days 5 --json --learners 1 --date 2027-03-13").json()["lived"] == json["assumptions"]["lived"]);
  CHECK(desk("simulate --days 5 --json --learners 1 --skip 0.5 --date 2027-03-13").json()["lived"] == 0.5);
}

TEST_CASE("who has minutes left over hears what more thorough reviews bring and take" * doctest::test_suite("once")) {
  Desk desk;
  desk.begin("[review]\nminutes_per_day = 60\nreviews_per_day = 400\nnew_per_day = 100\npolicy = \"deadline\"\n");
  const auto thorough = [&] {
    const Json moves = desk("readiness --json --date 2027-03-13").json()["moves"];
    const auto found = std::ranges::find_if(moves, [](const Json& move) { return move["text"] == "Review more thoroughly"; });
    return found == moves.end() ? Json() : *found;
  };
  const Json move = thorough();
  REQUIRE(move.is_object());
  CHECK(move["gain"] > 0);
  CHECK(move["minutes"] > 0);
  CHECK(desk("config review.thoroughness more").exit == 0);
  CHECK(thorough().is_null());
}

TEST_CASE("readiness of a day without a future is refused, and of a folder without cards it says so") {
  Desk desk;
  desk.begin();
  const auto refused = [&](const std::string& date, const std::string& why) {
    const auto reply = desk("readiness --date " + date);
    CHECK(reply.exit == 1);
    CHECK(contains(reply.err, why));
  };
  refused("2027-05-07", "The interview is today");
  refused("2027-05-08", "The interview is over");
  CHECK(desk("readiness --date 2027-05-06").exit == 0);
}

TEST_CASE("a move that gains a fraction of an item does not say that it is one") {
  const ReadinessMove move{"Review more thoroughly", 0, 0.14, ""};
  CHECK(move_text(move, 3) == "Review more thoroughly: less than 1 item more, in no more hours altogether");
  CHECK(move_text(move, 100) == "Review more thoroughly: 14 items more, in no more hours altogether");
}

TEST_CASE("where these minutes can give nothing, no share of that is told") {
  ReadinessView view;
  view.items = 1200;
  view.bound = 1e-6;
  CHECK_FALSE(share_of_bound(view));
  view.bound = 0.5;
  view.recall.forecast = 0.4;
  CHECK(share_of_bound(view) == doctest::Approx(0.8));
}

TEST_CASE("a story that was told has begun, and stands in its own line" * doctest::test_suite("once")) {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  REQUIRE(desk("answer story/checkout-cells good --seconds 120").exit == 0);
  const Json stories = desk("readiness --json").json()["stories"];
  const auto told = std::ranges::find_if(stories, [](const Json& part) { return part["story"] == "checkout-cells"; });
  REQUIRE(told != stories.end());
  CHECK((*told)["begun"] == 1);
  CHECK((*told)["if_you_stop_now"] > 0);
}

TEST_CASE("readiness says what keeps cards from ever being begun" * doctest::test_suite("once")) {
  Desk desk;
  desk.begin("[review]\nnew_per_day = 1\n");
  CHECK(contains(desk("readiness --date 2027-03-01").out, "at 1 new card a day"));
  Desk none;
  none.begin("[review]\nnew_per_day = 0\n");
  CHECK(contains(none("readiness --date 2027-03-01").out, "Up to 20 new cards a day"));
  Desk short_of_days;  // its cards open week by week, the last ones near the interview
  REQUIRE(short_of_days("init --start 2026-11-23 --interview 2026-12-25").exit == 0);
  REQUIRE(short_of_days("config review.minutes_per_day 200").exit == 0);
  CHECK(contains(short_of_days("readiness").out, "cards will not have been begun by then: as the plan opens them"));
  Desk hurried;
  hurried.begin("[review]\nminutes_per_day = 2\n");
  CHECK(contains(hurried("readiness --date 2027-03-01").out, "the minutes do not reach"));
  CHECK(contains(hurried("readiness --date 2027-05-01").out, "nothing new is begun in the last"));
}

TEST_CASE("to study on days off too gives what is foreseen without them" * doctest::test_suite("once")) {
  Desk off;
  off.begin("days_off = [\"2027-02-01..2027-04-30\"]\n[review]\nminutes_per_day = 15\n");
  const Json with = off("readiness --json --date 2026-12-28").json();
  const auto move = std::ranges::find_if(with["moves"], [](const Json& each) { return each["text"] == "Study on 89 days off too"; });
  REQUIRE(move != with["moves"].end());
  Desk on;
  on.begin("[review]\nminutes_per_day = 15\n");
  const Json without = on("readiness --json --date 2026-12-28").json();
  const double gain = without["recall"]["forecast"].get<double>() - with["recall"]["forecast"].get<double>();
  CHECK(gain > 0.1);
  CHECK((*move)["gain"].get<double>() == doctest::Approx(gain).epsilon(0.1));
}

TEST_CASE("what other minutes would give is what they give once they are set" * doctest::test_suite("once")) {
  Desk desk;
  desk.begin("[review]\npolicy = \"deadline\"\nminutes_per_day = 12\n");
  // After weeks in which none of the plan's exercises was done few are foreseen: of items as long as a day prices are rough.
  const Json before = desk("readiness --json --date 2026-12-28").json();
  REQUIRE(desk("config review.minutes_per_day 7").exit == 0);
  const Json after = desk("readiness --json --date 2026-12-28").json();
  CHECK(before["dose"][0]["forecast"].get<double>() == doctest::Approx(after["recall"]["forecast"].get<double>()).epsilon(0.004));
}
