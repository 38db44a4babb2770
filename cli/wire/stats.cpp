#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json grades_json(const Done& done) {
  Json grades = Json::object();
  for (const Grade grade : kGrades) grades[std::string(to_string(grade))] = done.grades[index_of(grade)];
  return grades;
}

Json done_json(const Done& done) {
  return {{"reviews", done.reviews}, {"new", done.new_items}, {"tellings", done.tellings}, {"grades", grades_json(done)},
          {"minutes", rounded(minutes_of(done.time), 1)}};
}

Json recalled_json(const Recalled& tests) {
  return {{"reviews", tests.answers}, {"recalled", tests.recalled}, {"share", rounded(tests.share())}};
}

Json retention_json(const StatsView& numbers) {
  Json json = recalled_json(numbers.retention);
  json["young"] = recalled_json(recall_of(numbers.ages, false));
  json["mature"] = recalled_json(recall_of(numbers.ages, true));
  json["ages"] = Json::array();
  for (const AgeRecall& age : numbers.ages) {
    Json one = recalled_json(age.tests);
    one["from_days"] = age.from_days;
    one["to_days"] = age.to_days ? Json(*age.to_days) : Json(nullptr);
    json["ages"].push_back(std::move(one));
  }
  json["weeks"] = Json::array();
  for (const WeekRecall& week : numbers.weeks) {
    Json one = recalled_json(week.tests);
    one["starts"] = to_string(week.first);
    json["weeks"].push_back(std::move(one));
  }
  return json;
}

Json calibration_json(const Calibration& calibration) {
  const auto mean = [](const Recalled& tests, double predicted) {
    return tests.answers > 0 ? rounded(predicted) : Json(nullptr);
  };
  Json json = recalled_json(calibration.tests);
  json["predicted"] = mean(calibration.tests, calibration.predicted);
  json["bins"] = Json::array();
  for (const Calibration::Bin& bin : calibration.bins) {
    Json one = recalled_json(bin.tests);
    one["from"] = bin.from;
    one["to"] = bin.to;
    one["predicted"] = mean(bin.tests, bin.predicted);
    json["bins"].push_back(std::move(one));
  }
  return json;
}

Json decks_json(const StatsView& numbers) {
  Json decks = Json::array();
  for (const auto& [deck, line] : numbers.decks)
    decks.push_back(
        {{"deck", deck}, {"items", line.items}, {"seen", line.seen}, {"reviews", line.tests.answers},
         {"recalled", line.tests.recalled},
         {"true_recall", rounded(line.tests.share())},
         {"predicted_recall", line.seen ? rounded(line.recall_sum / line.seen) : Json(nullptr)},
         {"minutes", rounded(line.minutes, 1)}});
  return decks;
}

}  // namespace

std::string to_json(const StatsView& numbers) {
  Json json = reply();
  json["date"] = to_string(numbers.today);
  json["today"] = done_json(numbers.of_today);
  json["week"] = done_json(numbers.of_week);
  json["all"] = done_json(numbers.of_all);
  json["true_retention"] = retention_json(numbers);
  json["calibration"] = calibration_json(numbers.calibration);
  json["days"] = Json::array();
  for (const DayDone& day : numbers.days)
    json["days"].push_back({{"day", to_string(day.day)}, {"reviews", day.answers}, {"minutes", rounded(minutes_of(day.time), 1)}});
  json["leeches"] = numbers.leeches;
  json["decks"] = decks_json(numbers);
  return line_of(json);
}

}  // namespace starling
