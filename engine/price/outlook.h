// What lies before a learner until the day that everything is for.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "memory/memory.h"
#include "price/moves.h"
#include "threads/threads.h"

namespace starling {

// Further than this a day is not looked at; whoever has more time looks so far.
inline constexpr int kMostDaysLeft = 400;
// An item that has waited longer counts as this.
inline constexpr int kLongestWait = 180;

// What tells items apart that are not all cards: what a look takes, as a multiple of a card's, and what knowing it is
// worth, as a multiple of a card's. Both above 0.
struct ItemWeight {
  double cost = 1;
  double worth = 1;
  // What a second of it costs beside one of a card, for what it brings: all that its reviews hang on.
  [[nodiscard]] double ratio() const { return cost / worth; }
  bool operator==(const ItemWeight&) const = default;
};

// An item that was seen before, or will have been by then.
struct HeldItem {
  MemoryState memory;
  int waited_days = 0;  // whole days from its last review to today; 0: it was today; below: it comes so many days from now
  ItemWeight weight;
};

// So many that are begun on a day from today on.
struct FreshItems {
  int day = 0;
  double items = 0;
  ItemWeight weight;
};

// A day before the last one on which what is known counts too: in its morning, before the reviews of that day.
// Each is looked at in every pass where reviews cross it.
inline constexpr std::size_t kMostEarlierDays = 3;
struct EarlierDay {
  int day = 1;       // from today on
  double worth = 1;  // of knowing an item then, as a multiple of knowing it on the last day; at least 0
  bool operator==(const EarlierDay&) const = default;
};

struct Outlook {
  // By day from today on, as many as are left: what reviews may take, in seconds; 0 on a day off. 1 to kMostDaysLeft.
  std::vector<double> seconds;
  std::vector<HeldItem> held;
  std::vector<FreshItems> fresh;  // on top of the seconds of their day, which is before the last
  // Recall R on the day is worth R - doubt (1 - R)^2.
  double doubt = 3;
  // What a second is worth elsewhere: no day is cheaper.
  double base = 0;
  // Of the days behind today that are not off, the share on which the learner studies, above 0; nobody knows which.
  double lived = 1;
  std::vector<EarlierDay> earlier;  // between today and the last day, 1 to days_left() - 1; kMostEarlierDays at most, no two alike

  [[nodiscard]] int days_left() const { return static_cast<int>(seconds.size()); }
};

// What share of the coming days a learner will study on, who did so on `lived` of the last `asked` that asked for something:
// as of them, moved towards all days by a week. Above 0.
[[nodiscard]] double share_lived(int lived, int asked);
// Takes from the minutes of each day behind today what is lost to days that will be skipped, so that the others are dearer,
// and has reviews planned before their last chance.
void expect_skips(Outlook& outlook, double lived);
// By days left from 0 on: the chance that a review planned for that day is made, then or on a day behind it. Empty where no
// day is skipped.
[[nodiscard]] std::vector<float> chances_made(const Outlook& outlook);

// The ratios for which worth is reckoned, 1 first. Weights whose ratios are alike share one; where there would be very many,
// those that come late do with the nearest.
[[nodiscard]] std::vector<double> ratios_of(const Outlook& outlook);
// None merged, those of `opening` too: a bound needs each item's own, for a dearer one would bound too little.
[[nodiscard]] std::vector<double> all_ratios_of(const Outlook& outlook, std::span<const FreshItems> opening);
// The place of the nearest.
[[nodiscard]] std::size_t nearest_ratio(std::span<const double> ratios, const ItemWeight& weight);

// The days that were left when it was last reviewed, as they count here.
[[nodiscard]] int left_when_reviewed(const HeldItem& item, int days_left);
[[nodiscard]] int longest_wait(const Outlook& outlook);
// The longest interval that ReviewMoves have to reach for this outlook.
[[nodiscard]] int longest_interval(const Outlook& outlook);

}  // namespace starling
