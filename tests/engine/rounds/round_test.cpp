// Which round comes next.
#include "rounds/round.h"

#include <doctest/doctest.h>

#include "calendar/calendar.h"

using namespace starling;

namespace {

Day day_of(std::string_view text) { return *parse_day(text); }

}  // namespace

TEST_CASE("phone screens are those to come before the interview, by day") {
  const Day today = day_of("2026-12-01");
  const Day interview = day_of("2027-05-07");
  const auto round = [](RoundKind kind, std::optional<Day> on, std::vector<std::string> used = {}) {
    Round made;
    made.kind = kind;
    made.on = on;
    made.used = std::move(used);
    return made;
  };
  std::vector<Round> rounds{round(RoundKind::PhoneScreen, std::nullopt), round(RoundKind::PhoneScreen, today),
                            round(RoundKind::PhoneScreen, interview), round(RoundKind::Coding, day_of("2027-01-05")),
                            round(RoundKind::PhoneScreen, day_of("2027-01-06"), {"a-story"})};
  CHECK(phone_screens(rounds, today, interview).empty());
  rounds.push_back(round(RoundKind::PhoneScreen, day_of("2027-03-01")));
  rounds.push_back(round(RoundKind::PhoneScreen, day_of("2027-02-01")));
  rounds.push_back(round(RoundKind::PhoneScreen, day_of("2027-03-01")));
  CHECK(phone_screens(rounds, today, interview) == std::vector<const Round*>{&rounds[6], &rounds[5], &rounds[7]});
  CHECK(phone_screens(rounds, day_of("2027-02-01"), interview) == std::vector<const Round*>{&rounds[5], &rounds[7]});
}
