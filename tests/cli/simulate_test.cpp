// `simulate` and `forecast`: months ahead, played through.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "cli/desk.h"
#include "cli/minutes_bar.h"
#include "text/text.h"

using namespace starling;
using namespace starling::test;

namespace {

const std::string kFew = " --cards 100 --days 40 --learners 3";

int lines_in(const std::string& text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace

TEST_CASE("a simulation as JSON has its days and totals, and they agree") {
  Desk desk;
  const Json json = desk("simulate --json" + kFew).json();
  CHECK(json["version"] == 1);
  CHECK(json["policy"] == "plain");
  REQUIRE(json["days"].size() == 40);
  double minutes = 0;
  double reviews = 0;
  double fresh = 0;
  for (std::size_t day = 0; day < 40; ++day) {
    CHECK(json["days"][day]["day"] == day);
    minutes += json["days"][day]["minutes"].get<double>();
    reviews += json["days"][day]["reviews"].get<double>();
    fresh += json["days"][day]["new"].get<double>();
  }
  const Json& totals = json["totals"];
  CHECK(totals["minutes"].get<double>() == doctest::Approx(minutes).epsilon(1e-3));
  CHECK(totals["reviews"].get<double>() == doctest::Approx(reviews).epsilon(1e-3));
  CHECK(fresh > 20);
  CHECK(totals["mean_recall_at_end"].get<double>() > 0.9);
  CHECK(totals["lowest_decile_recall_at_end"].get<double>() <= totals["mean_recall_at_end"].get<double>());
  CHECK(totals["most_minutes_in_a_day"].get<double>() > 0);
  CHECK(json["days"][39]["memorised"].get<double>() > 20);
}

TEST_CASE("several aims are runs side by side, each as it is alone") {
  Desk desk;
  const Json together = desk("simulate --retention 0.80,0.95 --json" + kFew).json();
  CHECK(together["version"] == 1);
  REQUIRE(together["runs"].size() == 2);
  CHECK(together["runs"][0] == desk("simulate --retention 0.80 --json" + kFew).json());
  CHECK(together["runs"][1] == desk("simulate --retention=0.95 --json" + kFew).json());
}

TEST_CASE("the same seed says the same, another one something else") {
  Desk desk;
  CHECK(desk("simulate --json --seed 5" + kFew).out == desk("simulate --json --seed 5" + kFew).out);
  CHECK(desk("simulate --json --seed 5" + kFew).out != desk("simulate --json --seed 6" + kFew).out);
}

TEST_CASE("weights are believed or true, of either model") {
  Desk desk;
  const Json plain = desk("simulate --json" + kFew).json();
  std::string weaker;  // what was forgotten at first sight is kept a quarter as long
  for (const double weight : default_weights().numbers())
    weaker += weaker.empty() ? std::to_string(weight / 4) : "," + std::to_string(weight);
  CHECK(desk("simulate --json --truth " + weaker + kFew).json()["totals"] != plain["totals"]);
  CHECK(desk("simulate --json --parameters " + weaker + kFew).json()["totals"] != plain["totals"]);
  CHECK(desk("simulate --json --noise 0.3" + kFew).json()["totals"] != plain["totals"]);
  const Reply newer = desk("simulate --json --model fsrs-7" + kFew);
  CHECK(newer.exit == 0);
  CHECK(newer.json()["totals"] != plain["totals"]);
}

TEST_CASE("what cannot be simulated is refused with the range or the words that can") {
  Desk desk;
  check_refused(desk, "simulate --retention 0.5", "from 0.7 to 0.99");
  check_refused(desk, "simulate --retention 0.9,,0.8", "from 0.7 to 0.99");
  check_refused(desk, "simulate --retention -0.9", "from 0.7 to 0.99");
  check_refused(desk, "simulate --cards 100 --minutes 0", "from 0.1 to 1440");
  check_refused(desk, "simulate --cards 100 --minutes nan", "from 0.1 to 1440");
  check_refused(desk, "simulate --cards 1000001", "from 1 to 1000000");
  check_refused(desk, "simulate --cards -5", "from 1 to 1000000");
  check_refused(desk, "simulate --learners 100001", "from 1 to 100000");
  check_refused(desk, "simulate --learners 0", "from 1 to 100000");
  check_refused(desk, "simulate --cards 100 --days 99999999999999", "from 1 to 3650");
  check_refused(desk, "simulate --cards 100 --noise 3", "from 0 to 2");
  check_refused(desk, "simulate --cards 100 --policy best", "plain, final-pass, half-left, r-of-t, deadline or auto");
  check_refused(desk, "simulate --cards 100 --base-price 2", "from 0 to 1");
  check_refused(desk, "simulate --cards 100 --order best", "recall-per-second or random");
  check_refused(desk, "simulate --cards 100 --parameters 1,2,3", "21 weights");
  check_refused(desk, "simulate --cards 100 --truth 1,x", "--truth");
  check_refused(desk, "simulate --compare-orders", "--compare-orders");
  check_refused(desk, "forecast --days 0", "from 1 to 730");
  check_refused(desk, "forecast --days 731", "from 1 to 730");
}

TEST_CASE("simulations and forecasts fit screens of 80 and of 40 columns" * doctest::test_suite("once")) {
  Desk desk;
  desk.begin();
  for (const int columns : {80, 40}) {
    desk.columns = columns;
    for (const char* line : {"simulate --learners 2 --days 60", "simulate --retention 0.8,0.9 --learners 1 --days 60",
                             "simulate --cards 1000000 --days 2 --learners 1", "forecast",
                             "simulate --versus plain,index --cards 30 --minutes 0.2 --truths model --skip 0.2"}) {
      CAPTURE(line);
      const Reply reply = desk(line);
      CHECK(reply.exit == 0);
      CHECK(widest(reply.out) <= columns);
      CHECK(reply.out.find("\x1b") == std::string::npos);
    }
  }
}

TEST_CASE("on a narrow screen the prices of elsewhere tell the index's lines apart" * doctest::test_suite("once")) {
  Desk desk;
  desk.columns = 40;
  const std::string screen = desk("simulate --versus index --cards 30 --minutes 2 --truths model").out;
  CHECK(widest(screen) <= 40);
  for (const char* line : {"index 0.0004 ", "index 0.0002 ", "index 0.0001 "}) CHECK(contains(screen, line));
}

TEST_CASE("a forecast shows days as far as the screen reaches and then weeks") {
  Desk desk;
  desk.begin();
  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  for (const auto& [columns, rows] : {std::pair(80, 24), std::pair(40, 20)}) {
    terminal.width = columns;
    terminal.height = rows;
    const Reply reply = desk("forecast");
    CAPTURE(reply.out);
    CHECK(lines_in(reply.out) < rows);
    CHECK(widest(reply.out) <= columns);
    CHECK(reply.out.find("Mon 23 Nov") != std::string::npos);
    CHECK(reply.out.find("from ") != std::string::npos);
  }
  desk.terminal = nullptr;
  CHECK(lines_in(desk("forecast --days 60").out) >= 60);
}

TEST_CASE("a forecast knows what is due, what the plan opens and which days rest") {
  Desk desk;
  desk.begin();
  desk("answer lp-think-big/meaning easy --seconds 9 --date 2026-12-01");
  const Json json = desk("forecast --date 2026-12-01 --days 30 --json").json();
  CHECK(json["version"] == 1);
  REQUIRE(json["days"].size() == 30);
  CHECK(json["days"][0]["date"] == "2026-12-01");
  int due = 0;
  double fresh = 0;
  for (const Json& day : json["days"]) {
    due += day["due"].get<int>();
    fresh += day["new"].get<double>();
    CHECK(day["new"].get<double>() <= 20);
    CHECK(day["minutes"].get<double>() <= 25 + 3);  // by one item at most, and a problem takes three minutes
    if (day["date"] == "2026-12-06") CHECK(day["new"] == 0.0);
  }
  CHECK(due == 1);
  CHECK(fresh > 100);
  CHECK(json["days"][0]["new"].get<double>() <= 19);
  CHECK(desk("forecast --date 2026-12-01 --days 30 --json").json() == json);
}

TEST_CASE("a day off has nothing to do in the forecast") {
  Desk desk;
  desk.folder.write("study/starling.toml",
                    "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n"
                    "days_off = [\"2026-12-02..2026-12-04\"]\n");
  const Json json = desk("forecast --date 2026-12-01 --days 6 --json").json();
  CHECK(json["days"][0]["minutes"].get<double>() > 0);
  for (const std::size_t day : {1U, 2U, 3U}) CHECK(json["days"][day]["minutes"] == 0.0);
  CHECK(json["days"][4]["minutes"].get<double>() > 0);
}

TEST_CASE("the learner's own folder is simulated up to the interview") {
  Desk desk;
  desk.begin();
  const Json json = desk("simulate --learners 2 --json --date 2027-01-04").json();
  CHECK(json["days"].size() == 123);
  CHECK(json["totals"]["new"].get<double>() > 100);
  check_refused(desk, "simulate --date 2027-05-07", "--days");
  CHECK(desk("simulate --date 2027-05-07 --days 3 --learners 1").exit == 0);
}

TEST_CASE("a slow answerer's simulation takes more time than a quick one's") {
  Desk slow;
  Desk quick;
  for (Desk* desk : {&slow, &quick}) {
    desk->begin();
    const std::string seconds = desk == &slow ? "600" : "3";
    for (const std::string card : {"meaning", "question-nobodys-job", "order-first-three"})
      (*desk)("answer lp-ownership/" + card + " easy --date 2026-12-01 --seconds " + seconds);
  }
  const auto minutes = [](Desk& desk) {
    return desk("simulate --learners 2 --minutes 600 --json --date 2026-12-02").json()["totals"]["minutes"].get<double>();
  };
  CHECK(minutes(slow) > minutes(quick) * 1.02);  // problems of the plan take either as long
}

TEST_CASE("a bar shows the cap, what is used of it, and what goes beyond") {
  CHECK(minutes_bar(0, 10, 10, 10) == "---------|");
  CHECK(minutes_bar(5, 10, 10, 10) == "#####----|");
  CHECK(minutes_bar(0.6, 10, 10, 10) == "#--------|");
  CHECK(minutes_bar(20, 10, 20, 10) == "####|#####");
  CHECK(minutes_bar(5, std::nullopt, 10, 10) == "#####     ");
  CHECK(minutes_bar(0, std::nullopt, 0, 4) == "    ");
}

TEST_CASE("ways to review are set beside each other, each truth with its bound" * doctest::test_suite("once")) {
  Desk desk;
  const Json json = desk("simulate --versus plain,index --cards 40 --minutes 0.25 --json").json();
  REQUIRE(json["policies"].size() == 2);
  CHECK(json["policies"][0]["policy"] == "plain");
  CHECK(json["policies"][1]["policy"] == "index");
  CHECK(json["policies"][1]["mean"] > json["policies"][0]["mean"]);
  for (const Json& line : json["policies"]) CHECK(line["keeps_minutes"] == true);
  const std::string two = "simulate --versus plain,half-left --cards 40 --minutes 1 --truths model,josh --seeds 3,4";
  const std::string text = desk(two).out;
  CHECK(text == desk(two).out);
  CHECK(text.find("Truth: josh") != text.npos);
  CHECK(text.find("bound") != text.npos);
}

TEST_CASE("ways are set beside each other by settings of their own, with noise, lives and refits as they are asked for" * doctest::test_suite("once")) {
  Desk desk;
  const std::string all = "simulate --versus plain:0.975,final-pass:0.95,cepeda,r-of-t:0.91/0.985/16,ssp-mmc:730,index:2e-4 --cards 40 --minutes 1 --json";
  const Json json = desk(all + " --noise 0.3 --refit 7 --learners 2 --seed 5").json();
  REQUIRE(json["policies"].size() == 6);
  const std::array expected{"0.975", "0.95", "", "0.91 to 0.985, 16 d", "730 d", "base 0.0002"};
  for (std::size_t i = 0; i < expected.size(); ++i)
    if (std::string_view(expected[i]) != "") CHECK(json["policies"][i]["setting"] == expected[i]);
  CHECK(json["policies"][2]["policy"] == "half-left");
  CHECK_FALSE(json["policies"][2]["setting"].get<std::string>().empty());
  for (const Json& each : json["policies"]) {
    CHECK(each["most_minutes_in_a_day"] > 0.5);
    CHECK(each["most_minutes_in_a_day"] < 2);
    CHECK(each["mean"].get<double>() + each["forgotten"].get<double>() / 40 == doctest::Approx(1).epsilon(0.001));
  }
  CHECK(json["scenario"] == Json{{"cards", 40}, {"days", 166}, {"minutes", 1.0}, {"refit_days", 7}, {"skip", 0.0}, {"seeds", {5, 6}}});
  CHECK(json["bound"]["mean"] > json["policies"][0]["mean"]);
  CHECK(desk(all + " --noise 0.3 --refit 7 --seeds 5,6").json() == json);
  const auto plain = [&](const std::string& more) { return desk("simulate --versus plain:0.9 --cards 40 --minutes 1 --json" + more).json()["policies"][0]["mean"]; };
  CHECK(plain("") != plain(" --noise 0.5"));
  CHECK(plain("") != plain(" --seed 2"));
  CHECK(plain("") == plain(" --truths model"));
  // What the scheduler believes is what its memory is by, where nothing else is said.
  CHECK(plain(" --model fsrs-7") == plain(" --model fsrs-7 --truths model"));
  CHECK(plain("") != plain(" --model fsrs-7"));
}

TEST_CASE("settings that a way does not have are refused, with how they are written") {
  Desk desk;
  for (const char* wrong : {"plain:2", "plain:", "plain:0.9/0.9", "plain:x", "final-pass:0.9:1", "r-of-t:0.9", "r-of-t:0.99/0.9/16", "ssp-mmc:0", "index:-1",
                            "index:nan", "plain:0.9/"}) {
    CAPTURE(wrong);
    const auto said = desk(std::string("simulate --versus ") + wrong);
    CHECK(said.exit == static_cast<int>(Exit::Usage));
    CHECK(contains(said.err, "is set otherwise: plain:0.975"));
  }
  CHECK(contains(desk("simulate --versus plan:0.9").err, "plain"));
  check_refused(desk, "simulate --versus plain --truths josh --noise 0.3", "noise of their own");
  check_refused(desk, "simulate --versus plain --seeds 1 --learners 2", "--seeds does not go with --learners");
  check_refused(desk, "simulate --refit 7", "--refit goes with --versus");
}

TEST_CASE("what goes with --versus alone, and what does not go with it, is said") {
  Desk desk;
  CHECK(desk("simulate --seeds 1").exit == static_cast<int>(Exit::Usage));
  CHECK(desk("simulate --versus plain --days 20").exit == static_cast<int>(Exit::Usage));
  CHECK(desk("simulate --versus fastest").exit == static_cast<int>(Exit::Usage));
  CHECK(desk("simulate --versus plain --cards 30000").exit == static_cast<int>(Exit::Usage));
  CHECK(desk("simulate --versus plain --skip 1").exit == static_cast<int>(Exit::Usage));
  CHECK(desk("simulate --versus plain --skip -0.1").exit == static_cast<int>(Exit::Usage));
  const auto truth = desk("simulate --versus plain --truths model,fsrs-8");
  CHECK(truth.exit == static_cast<int>(Exit::Usage));
  CHECK(truth.err.find("fsrs-7") != truth.err.npos);
  CHECK(desk("simulate --help").out.find("cepeda") != std::string::npos);
}

TEST_CASE("who skips days is played so, by each policy and beside others") {
  Desk desk;
  const Json every = desk("simulate --cards 60 --minutes 2 --learners 2 --json").json();
  const Json some = desk("simulate --cards 60 --minutes 2 --learners 2 --skip 0.5 --json").json();
  CHECK(every["lived"] == 1);
  CHECK(some["lived"] == 0.5);
  const auto idle = [](const Json& life) {
    return std::ranges::count_if(life["days"], [](const Json& day) { return day["minutes"] == 0; });
  };
  CHECK(idle(some) > idle(every) + 10);
  CHECK(some["totals"]["mean_recall_at_end"] < every["totals"]["mean_recall_at_end"]);
  CHECK(contains(desk("simulate --cards 60 --minutes 2 --learners 2 --skip 0.5").out, "50 % of the days"));
  CHECK(contains(desk("simulate --cards 60 --minutes 2 --learners 1 --retention 0.8,0.9 --skip 0.25").out, "skipped 25 % of the days"));
  CHECK(desk("simulate --cards 60 --skip 1").exit == static_cast<int>(Exit::Usage));
}

TEST_CASE("each policy that a life goes by is played, by its other names too, and auto is the best of them" * doctest::test_suite("once")) {
  Desk desk;
  const std::string few = "simulate --cards 60 --minutes 1 --days 60 --learners 2 --json --policy ";
  for (const std::string policy : {"plain", "final-pass", "half-left", "r-of-t", "deadline"}) {
    CAPTURE(policy);
    CHECK(desk(few + policy).json()["policy"] == policy);
  }
  CHECK(desk(few + "cepeda").out == desk(few + "half-left").out);
  CHECK(desk(few + "index").out == desk(few + "deadline").out);
  for (const std::string policy : {"r-of-t", "half-left", "final-pass", "deadline"}) {
    CAPTURE(policy);
    CHECK(desk(few + policy).json()["totals"] != desk(few + "plain").json()["totals"]);
  }
  const Json best = desk(few + "auto").json();
  CHECK(desk(few + best["policy"].get<std::string>()).json() == best);
  CHECK(best["totals"]["mean_recall_at_end"] >= desk(few + "plain").json()["totals"]["mean_recall_at_end"]);
  const std::string plenty = "simulate --cards 60 --minutes 30 --days 60 --learners 2 --json --policy index";
  CHECK(desk(plenty + " --base-price 0.01").json()["totals"]["minutes"] < desk(plenty + " --base-price 0.0001").json()["totals"]["minutes"]);
}

TEST_CASE("a phone screen is played with the worth it is given, and has to come before the end") {
  Desk desk;
  const std::string few = "simulate --cards 80 --minutes 1 --days 80 --learners 3 --policy deadline --screen ";
  const auto recalled = [&](const std::string& screen) { return desk(few + screen + " --json").json()["screens"][0]["recalled"].get<double>(); };
  CHECK(recalled("41,1") > recalled("41,0"));
  for (const char* late : {"80", "100"}) test::check_refused(desk, few + late, "no day from 2 to the one before the last");
  const Json screen = desk(few + "41 --json").json()["screens"][0];
  CHECK(screen["day"] == 40);
  CHECK(screen["opened"].get<int>() > 10);
  CHECK(desk(few + "41").out.find("on day 41, of ") != std::string::npos);
  for (const char* wrong : {"1", "81", "40.5", "41,1,1", "-3", "x"}) CHECK(desk(few + wrong).exit == static_cast<int>(Exit::Usage));
}

TEST_CASE("cepeda is half-left, days are skipped, and memory by FSRS-7 has no bound" * doctest::test_suite("once")) {
  Desk desk;
  const std::string few = "simulate --cards 40 --minutes 1 --json --versus ";
  const std::string seven = " --truths fsrs-7";
  CHECK(desk(few + "cepeda" + seven).out == desk(few + "half-left" + seven).out);
  const Json all = desk(few + "plain,ssp-mmc --truths drawn,fsrs-7").json();
  REQUIRE(all["policies"].size() == 4);
  CHECK(all["policies"][1]["policy"] == "ssp-mmc");
  REQUIRE(all["bounds"].size() == 2);
  CHECK(all["bounds"][0]["truth"] == "drawn");
  CHECK(all["bound"]["mean"] == all["bounds"][0]["mean"]);
  CHECK(all["bounds"][1]["mean"].is_null());
  const Json skipped = desk(few + "plain --skip 0.5" + seven).json();
  CHECK(skipped["policies"][0]["hours"] < desk(few + "plain" + seven).json()["policies"][0]["hours"]);
  const std::string screen = desk("simulate --cards 40 --minutes 1 --versus plain --truths fsrs-7 --skip 0.25").out;
  CHECK(screen.find("25 % skipped") != screen.npos);
  CHECK(screen.find("bound") == screen.npos);
}
