// What lies before everybody in a contest: the cards, the days, the minutes; and how memory really behaves.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "memory/memory.h"
#include "price/price.h"

namespace starling {

// Days count from 0; the interview is on the day behind the last. Every card that opens is begun on its day, on top of the
// minutes.
struct Course {
  int days = 166;
  std::vector<int> fresh;  // by day; as many as there are days
  double minutes = 25;     // of reviews, on each day
  Habits habits;
  LookSteps looks;
  Weights believed = default_weights();  // until a refit finds better ones
};

// The candidate of the 24-week plan: 1,300 cards by its weeks, on six days of each. Another number keeps the shape.
[[nodiscard]] Course interview_course(int cards = 1300, double minutes = 25);

// Noise is log-normal with median 1 and multiplies stability: once a card when it is first seen, and at every later
// review.
struct Nature {
  std::string name;
  Weights weights = default_weights();
  double noise_per_review = 0;  // standard deviation of the logarithm
  double noise_per_card = 0;
  double spread = 0;  // likewise, of each weight around these: every life has weights of its own
};
// "model": as is believed. "noisy": with noise. "josh": with noise, and weights near those of a long public log.
// "drawn": with noise, and weights spread around the defaults. "fsrs-7": by that model and its defaults, with noise.
[[nodiscard]] std::optional<Nature> nature_named(std::string_view name);
// The noise of a card, of that at a review.
inline constexpr double kCardNoise = 4.0 / 3;
// `noise`: at each review.
[[nodiscard]] Nature nature_of(std::string name, const Weights& weights, double noise);
// By seed where they are spread; within what a fit may answer.
[[nodiscard]] Weights weights_in_life(const Nature& nature, Seed seed);

}  // namespace starling
