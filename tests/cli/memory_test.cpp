#include <doctest/doctest.h>

#include <cmath>

#include "cli/desk.h"
#include "memory/memory.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;

namespace {

Json reviews_of(const std::vector<std::string>& words) {
  Desk desk;
  std::vector<std::string> call{"memory"};
  call.insert(call.end(), words.begin(), words.end());
  call.push_back("--json");
  return desk.run(call).json()["reviews"];
}

std::string problem_of(const std::vector<std::string>& words) {
  Desk desk;
  std::vector<std::string> call{"memory"};
  call.insert(call.end(), words.begin(), words.end());
  const test::Reply reply = desk.run(call);
  CHECK(reply.exit == 2);
  CHECK(reply.out.empty());
  return reply.err;
}

}  // namespace

TEST_CASE("each review of a sequence tells what the model makes of it, without a study folder") {
  Desk desk;
  const Json json = desk.run({"memory", "good@0 good@4 again@14", "--json"}).json();
  CHECK_FALSE(std::filesystem::exists(desk.home()));
  CHECK(json["version"] == 1);
  REQUIRE(json["reviews"].size() == 3);
  const MemoryModel model(default_weights());
  const MemoryState first = model.first_review(Grade::Good);
  const MemoryState second = model.after_review(first, elapsed_days(WholeDays{4}), Grade::Good);
  const Json& met = json["reviews"][1];
  CHECK(json["reviews"][0]["recall"].is_null());
  CHECK(json["reviews"][0]["stability"].get<double>() == doctest::Approx(2.3065));
  CHECK(met["grade"] == "good");
  CHECK(met["day"] == 4);
  CHECK(met["recall"].get<double>() == doctest::Approx(model.recall_after(elapsed_days(WholeDays{4}), first)));
  CHECK(met["stability"].get<double>() == doctest::Approx(second.stability.days));
  CHECK(met["difficulty"].get<double>() == doctest::Approx(second.difficulty.level));
  const auto outcomes = model.outcomes(first, elapsed_days(WholeDays{4}), 0.9);
  for (const Grade grade : kGrades)
    CHECK(met["intervals"][std::string(to_string(grade))].get<double>() ==
          doctest::Approx(outcomes[index_of(grade)].interval_days));
}

TEST_CASE("words and numbers, one word or several, are the same sequence") {
  const Json words = reviews_of({"good@0 Hard@4 easy@14 again@20"});
  CHECK(reviews_of({"3@0", "2@4", "4@14", "1@20"}) == words);
  CHECK(reviews_of({"  good@0   hard@4", "easy@14 again@20"}) == words);
}

TEST_CASE("with fsrs-7 parts of a day count, and stability is the days until recall is 90 %") {
  const Json json = reviews_of({"good@0 good@0.01 hard@3.5", "--model", "fsrs-7"});
  const MemoryModel model(default_weights(ModelKind::Fsrs7));
  const MemoryState first = model.first_review(Grade::Good);
  const MemoryState second = model.after_review(first, {WholeDays{0}, FractionalDays{0.01}}, Grade::Good);
  CHECK(json[1]["day"].get<double>() == doctest::Approx(0.01));
  CHECK(json[1]["slow"].get<double>() == doctest::Approx(second.stability.days));
  CHECK(json[1]["fast"].get<double>() == doctest::Approx(second.fast.days));
  CHECK(json[1]["stability"].get<double>() == doctest::Approx(model.interval_days(second, 0.9)));
}

TEST_CASE("a higher retention asks for shorter intervals and leaves memory as it is") {
  const Json usual = reviews_of({"good@0 good@4"});
  const Json higher = reviews_of({"good@0 good@4", "--retention", "0.97"});
  CHECK(usual[1]["stability"] == higher[1]["stability"]);
  CHECK(higher[1]["intervals"]["good"].get<double>() < usual[1]["intervals"]["good"].get<double>());
}

TEST_CASE("parameters take the place of the defaults") {
  std::string list;
  for (const double number : default_weights().numbers()) list += (list.empty() ? "" : ",") + std::to_string(number);
  CHECK(reviews_of({"good@0 good@4", "--parameters", list}).size() == 2);
  const std::size_t fifth = list.find(',', list.find("8.2956"));
  const Json other = reviews_of({"easy@0", "--parameters", "1,2,3,77" + list.substr(fifth)});
  CHECK(other[0]["stability"].get<double>() == doctest::Approx(77));
}

TEST_CASE("what is wrong with a sequence is said with the way out") {
  CHECK(contains(problem_of({"good"}), "write it like good@4"));
  CHECK(contains(problem_of({"goo@0"}), "did you mean 'good'"));
  CHECK(contains(problem_of({"5@0"}), "again, hard, good or easy"));
  CHECK(contains(problem_of({"good@0.5"}), "fsrs-7"));
  CHECK(contains(problem_of({"good@4 good@3"}), "days do not fall"));
  for (const std::string day : {"-1", "36501", "1e99", "nan", "inf", "", "x", "4x", "4@5"})
    CHECK(contains(problem_of({"good@" + day}), "from 0 to 36500"));
  CHECK(contains(problem_of({" "}), "no reviews"));
  CHECK(contains(problem_of({"good@0", "--retention", "0.5"}), "from 0.7 to 0.99"));
  CHECK(contains(problem_of({"good@0", "--model", "sm-2"}), "fsrs-6 or fsrs-7"));
  CHECK(contains(problem_of({"good@0", "--parameters", "1,2,x"}), "'x' is not a number"));
  CHECK(contains(problem_of({"good@0", "--parameters", "1,2"}), "21 weights"));
}

TEST_CASE("ten thousand reviews are read, and one more is not") {
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += "good@" + std::to_string(i) + " ";
  CHECK(reviews_of({many}).size() == 10'000);
  CHECK(contains(problem_of({many + "good@10000"}), "10000"));
}

TEST_CASE("the curve after the last review starts at its day and falls") {
  Desk desk;
  for (const std::string model : {"fsrs-6", "fsrs-7"}) {
    const Json curve = desk.run({"memory", "good@3 again@9", "--model", model, "--json"}).json()["curve"];
    REQUIRE(curve.size() > 3);
    CHECK(curve[0]["day"] == 9);
    for (std::size_t i = 1; i < curve.size(); ++i) {
      CHECK(curve[i]["day"].get<double>() > curve[i - 1]["day"].get<double>());
      CHECK(curve[i]["recall"].get<double>() <= curve[i - 1]["recall"].get<double>());
    }
  }
}

TEST_CASE("the table and the curve keep to 40 and to 80 columns") {
  for (const int columns : {40, 80})
    for (const std::string model : {"fsrs-6", "fsrs-7"}) {
      Desk desk;
      desk.columns = columns;
      const test::Reply reply = desk.run({"memory", "good@0 good@4 easy@400 easy@9000 again@36500", "--model", model});
      CHECK(reply.exit == 0);
      CHECK(test::widest(reply.out) <= columns);
      CHECK(contains(reply.out, "D due at 90 %"));
    }
}
