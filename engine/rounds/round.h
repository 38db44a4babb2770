// The rounds of an interview, as the learner knows them.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "story/story.h"

namespace starling {

enum class RoundKind { Behavioural, Coding, Design, Manager, BarRaiser, PhoneScreen, Lunch };
inline constexpr std::array<RoundKind, 7> kRoundKinds{RoundKind::Behavioural, RoundKind::Coding,    RoundKind::Design,
                                                      RoundKind::Manager,     RoundKind::BarRaiser, RoundKind::PhoneScreen,
                                                      RoundKind::Lunch};
[[nodiscard]] std::string_view to_string(RoundKind kind);

inline constexpr int kMostRounds = 20;
inline constexpr int kMostPrinciplesOfRound = 6;
inline constexpr int kMostStoriesOfRound = 20;
inline constexpr int kRoundTitleColumns = 56;
inline constexpr int kLongestInterviewer = 200;  // bytes
inline constexpr int kShortestRound = 5;         // minutes
inline constexpr int kLongestRound = 480;

struct Round {
  std::string id;
  std::string title;
  std::vector<std::size_t> principles;  // places in the official order; none: not known
  RoundKind kind = RoundKind::Behavioural;
  std::string interviewer;  // the learner's words; may be empty
  std::optional<int> minutes;
  std::optional<Day> on;
  std::vector<std::string> used;  // ids of stories that were told in it
  bool operator==(const Round&) const = default;
};

// What was told in it is written down, or its day is past.
[[nodiscard]] bool is_over(const Round& round, Day today);

// The phone screens between `today` and `interview`, both not with them, by day. Points into `rounds`.
[[nodiscard]] std::vector<const Round*> phone_screens(std::span<const Round> rounds, Day today, Day interview);

// By their days; those without one at the end, in their order.
[[nodiscard]] std::vector<Round> in_order_of_days(std::vector<Round> rounds);

// What each round is asked about: its own principles; where they are not known, its share of those that no other round
// has, at most kSharedPrinciples. Lunch asks nothing, and a phone screen shares in nothing and takes nothing away.
inline constexpr int kSharedPrinciples = 3;
[[nodiscard]] std::vector<std::vector<std::size_t>> principles_asked(std::span<const Round> rounds);

// An id for a round of that title, which none of `rounds` has.
[[nodiscard]] std::string round_id(std::string_view title, std::span<const Round> rounds);

}  // namespace starling
