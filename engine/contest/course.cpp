#include "contest/course.h"

#include <array>
#include <cstddef>
#include <utility>

#include "contest/luck.h"

namespace starling {

namespace {

constexpr std::array kWeeks{20, 100, 70, 60, 70, 110, 100, 100, 90, 90, 70, 70, 80, 70, 50, 50, 60, 40};
constexpr int kWeekCards = 1300;
constexpr int kLearningDays = 6;
constexpr double kNoise = 0.3;
// About as far as josh's weights lie from the defaults (0.27; but for the reversion of difficulty, which is near zero in
// both): people differ by as much.
constexpr double kSpread = 0.25;
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

Nature nature_of(std::string name, const Weights& weights, double noise) {
  return {std::move(name), weights, noise, kCardNoise * noise, 0};
}

std::optional<Nature> nature_named(std::string_view name) {
  if (name == "model") return Nature{"model"};
  if (name == "noisy") return nature_of("noisy", default_weights(), kNoise);
  if (name == "josh") return nature_of("josh", Weights(kJosh), kNoise);
  if (name == "fsrs-7") return nature_of("fsrs-7", default_weights(ModelKind::Fsrs7), kNoise);
  if (name != "drawn") return std::nullopt;
  Nature nature = nature_of("drawn", default_weights(), kNoise);
  nature.spread = kSpread;
  return nature;
}

Weights weights_in_life(const Nature& nature, Seed seed) {
  if (nature.spread == 0) return nature.weights;
  Weights weights = nature.weights;
  int number = 0;
  for (double& weight : weights.numbers()) weight *= drawn_factor(seed, kNoCard, number++, nature.spread);
  return clipped(weights);
}

}  // namespace starling
