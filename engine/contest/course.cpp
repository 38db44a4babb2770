#include "contest/course.h"

#include <array>
#include <cstddef>
#include <utility>

namespace starling {

namespace {

constexpr std::array kWeeks{20, 100, 70, 60, 70, 110, 100, 100, 90, 90, 70, 70, 80, 70, 50, 50, 60, 40};
constexpr int kWeekCards = 1300;
constexpr int kLearningDays = 6;
constexpr double kNoisePerReview = 0.3;
constexpr double kNoisePerCard = 0.4;
constexpr Fsrs6Weights kJosh{{.1726, .8326, 2.4851, 6.3079, 6.5383, .5241, 3.1816, .0269, 1.6629, .2612, .6194,
                              1.5809, .0423, .383, 1.6, .35, 1.9, .6, .1, .08, .2}};

}  // namespace

Course interview_course(int cards, double minutes) {
  Course course;
  course.minutes = minutes;
  course.fresh.assign(static_cast<std::size_t>(course.days), 0);
  long long opened = 0;  // of kWeekCards, in sixths
  long long begun = 0;
  for (std::size_t week = 0; week < kWeeks.size(); ++week)
    for (std::size_t day = 0; day < kLearningDays; ++day) {
      opened += kWeeks[week];
      const long long until = opened * cards / (kLearningDays * kWeekCards);
      course.fresh[week * 7 + day] = static_cast<int>(until - begun);
      begun = until;
    }
  return course;
}

Nature nature_of(std::string name, const Fsrs6Weights& weights) {
  return {std::move(name), weights, kNoisePerReview, kNoisePerCard};
}

std::optional<Nature> nature_named(std::string_view name) {
  if (name == "model") return Nature{"model"};
  if (name == "noisy") return nature_of("noisy", default_fsrs6_weights());
  if (name == "josh") return nature_of("josh", kJosh);
  return std::nullopt;
}

}  // namespace starling
