// What was worked out on one day for the days behind it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/agenda.h"
#include "calendar/calendar.h"
#include "item/item.h"
#include "memory/memory.h"
#include "price/price.h"

namespace starling {

// So many days are known, today first; who was away for longer goes by due dates until the next sitting.
inline constexpr int kAimDays = 14;

// What it hangs on beside what drifts with each answer: the items, what a review takes, on how many days the learner comes.
// While this is the same, an aim of an earlier day holds.
struct AimBasis {
  Day interview{};
  std::vector<double> weights;  // of the memory model
  std::vector<double> minutes;  // by day up to the interview; 0 where nothing is asked
  double base = 0;              // of a second elsewhere
  std::string worths;           // what the learner gives another worth, as a text
  std::vector<Day> earlier;     // days before the interview that count too
  int reviews_per_day = 0;
  bool operator==(const AimBasis&) const = default;
};

struct AimedItem {
  ItemId item;
  MemoryState memory;  // and the day of its last review: what its gains were worked out for
  Day last_day{};
  std::vector<float> gains;  // by day, at most kAimDays: what a review adds, in items known on the day, for each second
  bool operator==(const AimedItem&) const = default;
};

// A story that was never told.
struct AimedBeginning {
  ItemId item;
  std::vector<float> gains;  // by day, at most kAimDays: what a first telling adds for each second, beside none
  bool operator==(const AimedBeginning&) const = default;
};

struct Aim {
  Day first{};      // the day that everything counts from
  AimBasis basis;   // as of that day
  Prices prices;
  bool settled = false;  // else the days go by due dates, and there are no items
  double least = 0; // a review that adds less for a second is not worth it on any day
  double share_of_new = kShareOfNew;  // of the minutes, on days on which new cards come first
  std::vector<float> new_gains;  // by day, at most kAimDays: of beginning a new card, for each second
  std::vector<AimedItem> items;  // those that were seen
  std::vector<AimedBeginning> untold;
};

// `days` are the coming ones, today first. Nothing where one cannot aim: without an interview that is at least two days
// and at most kMostDaysLeft away, and where no day has minutes.
[[nodiscard]] std::optional<AimBasis> aim_basis(std::span<const DayFrame> days, const MemoryModel& model);
// The weights of a basis.
[[nodiscard]] Weights weights_of(const AimBasis& basis);

// Behind today: one that has come counts no more, and what was worked out for those behind it is as without it.
[[nodiscard]] std::vector<Day> days_to_come(std::vector<Day> days, Day today);
// What is said of each day from `first` on, without the days before today.
template <class Said>
[[nodiscard]] std::vector<Said> from_today_on(std::vector<Said> by_day, Day first, Day today) {
  const auto past = std::clamp<std::ptrdiff_t>(days_between(first, today), 0, std::ssize(by_day));
  by_day.erase(by_day.begin(), by_day.begin() + past);
  return by_day;
}

// What today's basis has that an aim of an earlier day was not worked out for.
enum class BasisNews { Nothing, WeightsAlone, More };
[[nodiscard]] BasisNews news_since(const Aim& aim, Day today, const AimBasis& basis);
// Whether its gains reach to today.
[[nodiscard]] bool reaches(const Aim& aim, Day today);
// Whether an aim can be gone by today, given today's basis.
[[nodiscard]] bool holds_on(const Aim& aim, Day today, const AimBasis& basis);

[[nodiscard]] std::string pack_aim(const Aim& aim);
// Nothing where the bytes are not those of one.
[[nodiscard]] std::optional<Aim> unpack_aim(std::string_view bytes);

}  // namespace starling
