// The choice of a day, without items: what may be asked at all, what fits, what comes first, and what a pass over
// everything adds. The agenda and the simulator go by the same few functions, so that a policy that can be simulated
// can be studied.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>

#include "agenda/reasons.h"
#include "calendar/calendar.h"
#include "item/item.h"
#include "memory/memory.h"
#include "schedule/schedule.h"

namespace starling {

enum class StudyPolicy {
  Plain,      // every card when its recall is down to the desired retention
  FinalPass,  // and, in the last kFinalPassDays days before the interview, once more every card met before them
  HalfLeft,   // as plain, but no interval is longer than half the days left to the interview
  Rising,     // as plain, at a retention that rises in the last weeks before the interview (see Policy)
  Deadline    // what adds most to what is known on the day of the interview for each minute; without prices as half-left
};
inline constexpr int kFinalPassDays = 14;
inline constexpr std::array<StudyPolicy, 5> kStudyPolicies{StudyPolicy::Plain, StudyPolicy::FinalPass, StudyPolicy::HalfLeft,
                                                           StudyPolicy::Rising, StudyPolicy::Deadline};
// "plain", "final-pass", "half-left", "r-of-t", "deadline".
[[nodiscard]] std::string_view to_string(StudyPolicy policy);
[[nodiscard]] std::optional<StudyPolicy> parse_study_policy(std::string_view text);

// Under Deadline, what minutes that would be left over are worth: fewer of them for the last bit of certainty, or more.
enum class Thoroughness { Less, Usual, More };
inline constexpr std::array<Thoroughness, 3> kThoroughnesses{Thoroughness::Less, Thoroughness::Usual, Thoroughness::More};
// "less", "usual", "more".
[[nodiscard]] std::string_view to_string(Thoroughness thoroughness);
[[nodiscard]] std::optional<Thoroughness> parse_thoroughness(std::string_view text);

// In the last days before the interview nothing new is begun.
inline constexpr int kNothingNewDays = 21;
// Of a preparation of so many days in all: an eighth of them, 2 to kNothingNewDays, which is that of 24 weeks.
[[nodiscard]] int nothing_new_days(int whole);
// A step that ends within this time is taken early when nothing else is left.
inline constexpr std::chrono::minutes kLearnAhead{20};
inline constexpr int kStoriesPerDay = 2;
// Days since a telling after which a story cools, once that week of the plan has begun (DayFrame::cooling_from).
inline constexpr int kCoolingDays = 14;

// Where no date was named, reviews go by an interview that is never nearer than this: so much notice is left to aim at a
// date once there is one, and no work is done towards a day that nobody asked for.
inline constexpr int kNearestUnnamed = 56;
// The days left that reviews go by; `nearest` is the least of them, where there is one.
[[nodiscard]] std::optional<int> days_for_reviews(std::optional<int> days_left, std::optional<int> nearest);

// What may be asked on a day.
enum class Asking { All, ReviewsOnly, Nothing };
// `days_left` to the interview; nothing without one, below zero after it.
[[nodiscard]] bool in_last_days(std::optional<int> days_left, int last_days);
// On a day of reviews only: LastDays, Over or RestDay. What is known is kept after the interview.
[[nodiscard]] Why why_nothing_new(std::optional<int> days_left, int last_days);
[[nodiscard]] Asking asking_on(bool off, bool rest, std::optional<int> days_left, int last_days);
// What is answered in the last kSeenOnceMoreDays comes back on the eve of the interview at the latest. Half the days left is
// the rule of Cepeda et al. (2008), "Spacing effects in learning", for a test on a known day, taken as an upper limit.
inline constexpr int kSeenOnceMoreDays = 21;
[[nodiscard]] int longest_interval(StudyPolicy policy, int maximum_days, std::optional<int> days_left);
// `usual` with what the policy makes of it so many days before the interview.
[[nodiscard]] Policy policy_towards(StudyPolicy policy, Policy usual, std::optional<int> days_left);

// Where nothing says what adds most, what is practised comes behind new cards, which would have no minutes else: an
// exercise that is done again takes those of thirty of them.
[[nodiscard]] bool comes_behind_new(ItemKind kind);

// What an item counts as on the day it is asked.
enum class Turn {
  Step,    // against the minutes alone
  Review,  // and as one of the reviews a day
  New      // and as one of the new ones a day
};

// Where new ones come first (DayFrame::new_first) they have a share of a day's minutes with their steps, and what is due
// has no use for: this one where it begins all of them in time, else more. With more than that takes, what was begun is
// lost again; with less, too much is never begun.
inline constexpr double kShareOfNew = 0.75;
// What they may still have of a day of so many seconds, in which they and their steps have had some.
[[nodiscard]] double seconds_for_new(double share, double of_day, double had);

// What keeps an item from being taken, minutes last.
enum class Obstacle {
  Limit,  // the sitting wants no more
  Count,  // as many as a day has of its turn
  Minutes
};

// What is left of a day while its items are taken one after the other. An item is taken when the seconds that it is
// expected to take are left; what it takes then is told, the real seconds where they are known.
class Budget {
 public:
  static constexpr int kAnyNumber = std::numeric_limits<int>::max();

  // Numbers below zero count as zero. Seconds may be infinite.
  Budget(double seconds, int reviews, int fresh, int limit = kAnyNumber)
      : seconds_(seconds), reviews_(reviews), fresh_(fresh), limit_(limit) {}

  [[nodiscard]] std::optional<Obstacle> obstacle(Turn turn, double expected_seconds) const {
    if (limit_ <= 0) return Obstacle::Limit;
    if (count_left(turn) <= 0) return Obstacle::Count;
    if (!is_granted(turn) && !fits(turn, expected_seconds)) return Obstacle::Minutes;
    return std::nullopt;
  }
  // All that the day has; without it every review has to fit into what is left. One that takes longer than a whole day is
  // asked all the same while half of the day is left: else it would never come.
  void set_whole_day(double seconds) { whole_day_ = seconds; }
  // The minutes stop neither steps nor as many new ones.
  void grant(int fresh) { granted_ = fresh; }
  [[nodiscard]] bool is_granted(Turn turn) const {
    return granted_ && (turn == Turn::Step || (turn == Turn::New && *granted_ > 0));
  }
  void take(Turn turn, double seconds) {
    seconds_ -= seconds;
    --limit_;
    if (turn == Turn::Review) --reviews_;
    if (turn == Turn::New) --fresh_;
    if (turn == Turn::New && granted_) --*granted_;
  }

  // Puts seconds by for something else, or gives them back.
  void put_by(double seconds) { seconds_ -= seconds; }
  void give_back(double seconds) { seconds_ += seconds; }

  [[nodiscard]] double seconds_left() const { return seconds_; }
  [[nodiscard]] int count_left(Turn turn) const {
    return turn == Turn::Step ? kAnyNumber : std::max(0, turn == Turn::Review ? reviews_ : fresh_);
  }

 private:
  static constexpr double kRounding = 1e-9;

  [[nodiscard]] bool fits(Turn turn, double seconds) const {
    const bool longer_than_any_day = turn == Turn::Review && whole_day_ > 0 && seconds > whole_day_ + kRounding;
    return longer_than_any_day ? seconds_ >= whole_day_ / 2 : seconds <= seconds_ + kRounding;
  }

  double seconds_;
  double whole_day_ = 0;
  int reviews_;
  int fresh_;
  int limit_;
  std::optional<int> granted_;
};

// What keeps a new one from being begun. Nothing new is begun while something seen waits for minutes (`behind`), but for
// what is granted.
[[nodiscard]] inline std::optional<Obstacle> obstacle_to_new(const Budget& left, double expected_seconds, bool behind) {
  const auto obstacle = left.obstacle(Turn::New, expected_seconds);
  return !obstacle && behind && !left.is_granted(Turn::New) ? Obstacle::Minutes : obstacle;
}

// The place of a due item in the order of the settings (schedule/order.h): `recall`, `gained` and `draw` are called
// only where the order looks at what they give.
template <class Recall, class Gained, class Draw>
[[nodiscard]] double urgency_by(QueueOrder order, DueItem item, Recall recall, Gained gained, Draw draw) {
  if (order == QueueOrder::LowestRecall) item.recall = recall();
  if (order == QueueOrder::RecallPerSecond) item.recall_gained = gained();
  if (order == QueueOrder::Random) item.seed = draw();
  return urgency(order, item);
}

// Days of the final pass that are over: 0 on its first day, kFinalPassDays - 1 on its last, the day before the
// interview. Nothing on other days and under other policies.
[[nodiscard]] std::optional<int> final_pass_day(StudyPolicy policy, std::optional<int> days_left);

// The pass of a day; steps and stories have no part in it.
struct PassCounts {
  int met = 0;      // cards met before the pass began
  int waiting = 0;  // of these, not asked since
  int due = 0;      // of those waiting, due today in any case, whether the minutes reach for them or not
};
// How many of the waiting ones that are not due are asked today, those nearest to being lost first. Each day of the
// pass has an equal share of the cards met before it: by the end of its n-th day n fourteenths were asked since it
// began. An answer of today leaves it as it is, less itself.
[[nodiscard]] int final_pass_share(int pass_day, const PassCounts& counts);

}  // namespace starling
