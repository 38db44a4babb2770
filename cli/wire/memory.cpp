#include <cmath>

#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr int kDecimals = 6;

Json day_number(double day) { return day == std::floor(day) ? Json(static_cast<int>(day)) : Json(day); }

Json review_json(const MemoryModel& model, const ReviewedOnce& met) {
  Json json{{"grade", to_string(met.given.grade)},
            {"day", day_number(met.given.day)},
            {"recall", rounded(met.recall, kDecimals)},
            {"stability", rounded(model.days_to_90(met.after), kDecimals)},
            {"difficulty", rounded(met.after.difficulty.level, kDecimals)}};
  if (model.kind() == ModelKind::Fsrs7) {
    json["slow"] = rounded(met.after.stability.days, kDecimals);
    json["fast"] = rounded(met.after.fast.days, kDecimals);
  }
  for (const Grade grade : kGrades)
    json["intervals"][std::string(to_string(grade))] =
        rounded(met.outcomes[index_of(grade)].interval_days, kDecimals);
  return json;
}

}  // namespace

std::string memory_json(const MemoryModel& model, std::span<const ReviewedOnce> reviews, double retention) {
  Json json = reply();
  json["model"] = to_string(model.kind());
  json["retention"] = retention;
  json["reviews"] = Json::array();
  for (const ReviewedOnce& met : reviews) json["reviews"].push_back(review_json(model, met));
  json["curve"] = Json::array();
  const double last_day = reviews.back().given.day;
  for (const auto& point : curve_after(model, reviews.back(), retention))
    json["curve"].push_back({{"day", rounded(last_day + point.days, kDecimals + 3)}, {"recall", rounded(point.recall)}});
  return line_of(json);
}

}  // namespace starling
