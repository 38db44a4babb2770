// `optimise`: weights fitted to a log, judged, taken over, and taken back.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "cli/desk.h"
#include "study/study.h"
#include "text/text.h"

using namespace starling;
using namespace starling::test;

namespace {

const std::string kRealLog = std::string(STARLING_TEST_FILES) + "/fit/real_log.csv";

class MovingClock final : public Clock {
 public:
  Instant at{};
  [[nodiscard]] Instant now() const override { return at; }
};

// A learner who keeps things far longer than the defaults believe, over as many answers; gives the last day.
Day study_for(Desk& desk, int answers) {
  Weights truth = default_weights();
  truth.numbers()[0] = 6;
  truth.numbers()[2] = 40;
  truth.numbers()[3] = 90;
  const MemoryModel memory(truth);
  MovingClock clock;
  const DayRule rule("UTC", 4);
  Study study(desk.place(), clock);
  std::map<std::string, std::pair<MemoryState, Day>> known;
  SplitMix64 dice(Seed{7});
  int given = 0;
  Day today = day("2026-11-23");
  for (;; today += std::chrono::days(1)) {
    clock.at = rule.moment(today, std::chrono::hours(9));
    for (int asked = 0; asked < 40; ++asked) {
      const Agenda agenda = study.agenda();
      if (agenda.cards().empty()) break;
      const Item& asked_item = *agenda.cards().front().item;
      const std::string& item = asked_item.id.text();
      Grade grade = Grade::Good;
      const auto found = known.find(item);
      const double luck = unit_interval(Seed{dice.next()});
      if (found == known.end()) {
        grade = luck < 0.3 ? Grade::Again : luck < 0.9 ? Grade::Good : Grade::Easy;
        known[item] = {memory.first_review(grade), today};
      } else {
        const Elapsed elapsed = elapsed_days(WholeDays{days_between(found->second.second, today)});
        const double chance = memory.recall_after(elapsed, found->second.first);
        grade = luck > chance ? Grade::Again : luck < 0.1 ? Grade::Hard : Grade::Good;
        found->second = {memory.after_review(found->second.first, elapsed, grade), today};
      }
      (void)study.answer(asked_item, grade, std::chrono::seconds(9));
      clock.at += std::chrono::seconds(40);
      if (++given == answers) return today;
    }
  }
}

}  // namespace

TEST_CASE("another program's log is fitted and judged without a study folder") {
  Desk desk;
  const Json json = desk("optimise --json --from " + kRealLog).json();
  CHECK(json["version"] == 1);
  CHECK(json["model"] == "fsrs-6");
  CHECK(json["reviews"] == 12580);
  CHECK(json["cards"] == 1205);
  CHECK(json["items"] == 6276);
  CHECK(json["parameters"].size() == 21);
  CHECK(json["log_loss"]["default"].get<double>() == doctest::Approx(0.465036).epsilon(1e-5));
  CHECK(json["log_loss"]["fitted"].get<double>() < 0.4494);
  CHECK(json["weighted_log_loss"]["default"].get<double>() == doctest::Approx(0.453472).epsilon(1e-5));
  CHECK(json["rmse_bins"]["default"].get<double>() == doctest::Approx(0.083182).epsilon(1e-4));
  CHECK(json["time_series"]["log_loss"].get<double>() < 0.4423);
  CHECK(json["time_series"].contains("rmse_bins"));
  for (const char* part : {"read", "fit", "evaluate", "time_series"}) CHECK(json["seconds"][part].get<double>() >= 0);
  CHECK(json["kept"] == "fitted");
  CHECK_FALSE(std::filesystem::exists(desk.home()));
}

TEST_CASE("weights that were printed are judged as the fit that printed them") {
  Desk desk;
  const Json fitted = desk("optimise --json --model fsrs-7 --epochs 10 --from " + kRealLog).json();
  std::string list;
  for (const Json& number : fitted["parameters"]) list += (list.empty() ? "" : ",") + number.dump();
  const Json given = desk("optimise --json --model fsrs-7 --from " + kRealLog + " --evaluate " + list).json();
  CHECK(given["parameters"] == fitted["parameters"]);
  CHECK(given["log_loss"] == fitted["log_loss"]);
  CHECK(given["rmse_bins"] == fitted["rmse_bins"]);
  CHECK(given["kept"] == "given");
}

TEST_CASE("neither the threads nor the run change what a fit says") {
  Desk desk;
  const auto weights = [&](const std::string& more) {
    return desk("optimise --json --epochs 6 --from " + kRealLog + more).json()["parameters"];
  };
  CHECK(weights(" --threads 1") == weights(" --threads 4"));
  CHECK(weights(" --seed 9") == weights(" --seed 9"));
}

TEST_CASE("wrong use of optimise names the range or the way out") {
  Desk desk;
  check_refused(desk, "optimise --from /nowhere.csv", "/nowhere.csv is not there");
  check_refused(desk, "optimise --model sm-2 --from " + kRealLog, "fsrs-6 or fsrs-7");
  check_refused(desk, "optimise --epochs 0 --from " + kRealLog, "1 to 1000");
  check_refused(desk, "optimise --threads -1 --from " + kRealLog, "1 to 64");
  check_refused(desk, "optimise --evaluate 1,2 --from " + kRealLog, "fsrs-6 has 21 weights");
  check_refused(desk, "optimise --evaluate 1,x --from " + kRealLog, "'x' is not a number");
  check_refused(desk, "optimise --time-zone Mars/Base --from " + kRealLog, "'Mars/Base' is not a time zone");
  check_refused(desk, "optimise --apply --from " + kRealLog, "your own folder");
  check_refused(desk, "optimise --keep-dates", "--apply");
  check_refused(desk, "optimise --auto --apply", "by itself");
  check_refused(desk, "optimise --auto --from " + kRealLog, "your own folder");
  check_refused(desk, "optimise --auto --model fsrs-6", "review.model");
}

TEST_CASE("a broken log is refused with its line") {
  Desk desk;
  const auto refused = [&](const std::string& rows, const std::string& part) {
    desk.folder.write("log.csv", "card_id,review_time,review_rating,review_state,review_duration\n" + rows);
    check_refused(desk, "optimise --from " + (desk.folder / "log.csv").string(), part, 3);
  };
  refused("1,1711744352250,3,0,900\n1,1711744352250,7,0,900\n", "log.csv:3:1: error: review_rating '7'");
  refused("1,1711744352,3,0,900\n", "log.csv:2:1: error: review_time 1711744352 looks like seconds");
  refused("1,9711744352250,3,0,900\n", "log.csv:2:1: error: review_time 9711744352250 lies in the future");
  desk.folder.write("log.csv", "");
  check_refused(desk, "optimise --from " + (desk.folder / "log.csv").string(), "the file is empty", 3);
}

TEST_CASE("too few reviews: it says what is missing and keeps the defaults") {
  Desk desk;
  desk.begin();
  const Reply reply = desk("optimise");
  CHECK(reply.exit == 0);
  CHECK(reply.out.find("0 reviews are too few") != std::string::npos);
  const Json json = desk("optimise --json --apply").json();
  CHECK(json["kept"] == "default");
  CHECK(json["missing"].get<std::string>().find("at least 64") != std::string::npos);
  CHECK(desk("undo").exit == 1);
}

TEST_CASE("a learner's own answers are fitted, previewed, taken over, and taken back" * doctest::test_suite("once")) {
  Desk desk;
  desk.begin("[review]\nnew_per_day = 12\nminutes_per_day = 60\n");
  const std::string last = to_string(study_for(desk, 500) + std::chrono::days(1));
  const std::string when = " --date " + last;
  const auto due_days = [&] {
    std::map<std::string, Day> days;
    MovingClock clock;
    clock.at = DayRule("UTC", 4).moment(day(last.c_str()), std::chrono::hours(12));
    const Study study(desk.place(), clock);
    for (const auto& [item, state] : study.states()) days[item.text()] = state.standing.due.day;
    return days;
  };
  const auto before = due_days();
  const std::string stats = desk("stats --json" + when).out;

  const Json preview = desk("optimise --json" + when).json();
  REQUIRE(preview["reviews"] == 500);
  CAPTURE(preview.dump());
  REQUIRE(preview["kept"] == "fitted");
  CHECK(preview["applied"] == false);
  CHECK(preview["compared"].size() == 5);
  REQUIRE(preview["changes"]["moved"].get<int>() > 0);
  CHECK(preview["steps"].contains("relearning_seconds"));
  CHECK(due_days() == before);

  SUBCASE("as JSON") {
    const Json applied = desk("optimise --json --apply" + when).json();
    CHECK(applied["applied"] == true);
    CHECK(applied["changes"] == preview["changes"]);
    auto expected = before;
    for (const Json& move : applied["changes"]["moves"]) {
      CHECK(to_string(before.at(move["item"])) == move["from"]);
      expected[move["item"]] = day(move["to"].get<std::string>().c_str());
    }
    CHECK(due_days() == expected);
    for (const auto& [item, due] : before)
      if (due <= day(last.c_str())) CHECK(due_days().at(item) == due);

    CHECK(desk("undo" + when).out.find("new weights of " + preview["model"].get<std::string>()) != std::string::npos);
    CHECK(due_days() == before);
    CHECK(desk("stats --json" + when).out == stats);
    CHECK(desk("redo" + when).exit == 0);
    CHECK(due_days() == expected);
  }
  SUBCASE("in words, at two widths") {
    for (const int columns : {80, 40}) {
      desk.columns = columns;
      const std::string text = desk("optimise" + when).out;
      CHECK(widest(text) <= columns);
      CHECK(text.find("What would change") != std::string::npos);
      CHECK(text.find("starling optimise --apply") != std::string::npos);
    }
    desk.columns = 80;
    CHECK(desk("optimise --apply" + when).out.find("'starling undo'") != std::string::npos);
    CHECK(desk("undo" + when).exit == 0);
    CHECK(due_days() == before);
  }
  SUBCASE("without being asked to, by a command") {
    const Reply told = desk("optimise --auto" + when);
    CHECK(contains(told.out, "fitted to your 500 reviews from now on"));
    CHECK(std::ranges::count(told.out, '\n') <= 2);
    CHECK(desk("undo" + when).exit == 0);
    CHECK(due_days() == before);
    const Json json = desk("optimise --auto --json" + when).json();
    CHECK(json["applied"] == true);
    CHECK(json["parameters"] == preview["parameters"]);
    CHECK(json["moved"] == preview["changes"]["moved"]);
  }
  SUBCASE("without being asked to, by the first sitting of a week") {
    desk.in = "q\n";
    CHECK(contains(desk("review" + when).out, "'starling undo' takes it"));
    desk.in = "q\n";
    CHECK_FALSE(contains(desk("review" + when).out, "fitted"));
    CHECK(desk("undo" + when).exit == 0);
    CHECK(due_days() == before);
  }
  SUBCASE("with the dates left as they are") {
    CHECK(desk("optimise --apply --keep-dates" + when).exit == 0);
    CHECK(due_days() == before);
    CHECK(desk("stats --json" + when).out != stats);
  }
  SUBCASE("so that no row of relearning steps lifts a card above what it was") {
    const auto bounded = [&](const std::string& steps) {
      desk.begin("[review]\nmodel = \"fsrs-6\"\nrelearning_steps = " + steps + "\n");
      const auto fitted = desk("optimise --json" + when).json()["parameters"].get<std::vector<double>>();
      Weights weights;
      std::ranges::copy(fitted, weights.numbers().begin());
      return clipped(weights, 4) == weights;
    };
    CHECK(bounded("[\"1m\", \"5m\", \"10m\", \"30m\"]"));
    CHECK_FALSE(bounded("[\"10m\"]"));
  }
  SUBCASE("by the model that the settings name") {
    desk.begin("[review]\nmodel = \"fsrs-7\"\n");
    CHECK(desk("optimise --json" + when).json()["model"] == "fsrs-7");
    check_refused(desk, "optimise --model fsrs-6" + when, "model = \"fsrs-7\"");
  }
}
