// How prices are sought by how tight the minutes are, how often they are renewed, and what they make worth its minutes.
#pragma once

#include <array>

#include "price/prices.h"

namespace starling {

struct PriceSettings {
  double doubt = 3;  // see Outlook
  double base = 0;
  Heat heat = 1e-3;
};

// Where minutes are left over, what a second is worth elsewhere, from less thorough to more.
inline constexpr std::array<double, 3> kBasePrices{4e-4, 2e-4, 1e-4};

// Prices that are found once, and those that are found again each week from what is there then.
enum class Renewed { Never, Weekly };

// Of so many seconds of review for each item, over the whole preparation: at the price of elsewhere where some are left
// over. Found by simulation: prices of one day serve longest where they are hot, and afraid of the forgotten ones where
// minutes are tight; renewed ones serve best cold, and more doubt takes from the mean and adds a hundredth at most to the
// worst tenth.
[[nodiscard]] PriceSettings usual_price_settings(double seconds_per_item, Renewed renewed, double base = kBasePrices[1]);

// Of knowing an item on an earlier day that counts too. Found by simulation: more of it hardly adds to what is known then,
// and where minutes are tight it takes from the last day.
inline constexpr double kUsualEarlierWorth = 0.25;

// Each week at first; near the end every day, and so in fewer steps. Minutes, dates or weights that are other ones are news.
[[nodiscard]] bool renewed_daily(int days_left);
[[nodiscard]] int renewal_steps(int days_left, bool is_news);

// What a second of a review must add at least; where every minute may be used, anything.
[[nodiscard]] double least_worthwhile(const PriceSettings& settings);
// Whether it adds more to begin a card than the minutes are worth elsewhere: for each second of it, beside its day's price.
[[nodiscard]] bool pays_to_begin(double gain, double price, double least);

}  // namespace starling
