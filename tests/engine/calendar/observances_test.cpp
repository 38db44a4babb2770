// What a zone observes over a span: the changes as the system's zone data has them, each with its exact second.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "calendar/zone.h"

namespace starling {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;

Instant utc_day(int y, unsigned m, unsigned d) { return sys_days(std::chrono::year(y) / std::chrono::month(m) / std::chrono::day(d)); }

TEST_CASE("Berlin from December to May has winter time, and summer time from the end of March") {
  const auto seen = DayRule("Europe/Berlin", 4).observances(utc_day(2026, 12, 1), utc_day(2027, 5, 7));
  CHECK(seen == std::vector<Observance>{{utc_day(2026, 10, 25) + 1h, 2h, 1h, "CET", false}, {utc_day(2027, 3, 28) + 1h, 1h, 2h, "CEST", true}});
}

TEST_CASE("New York changes two weeks earlier, at another hour") {
  const auto seen = DayRule("America/New_York", 4).observances(utc_day(2027, 1, 1), utc_day(2027, 12, 1));
  CHECK(seen == std::vector<Observance>{{utc_day(2026, 11, 1) + 6h, -4h, -5h, "EST", false},
                                        {utc_day(2027, 3, 14) + 7h, -5h, -4h, "EDT", true},
                                        {utc_day(2027, 11, 7) + 6h, -4h, -5h, "EST", false}});
}

TEST_CASE("a zone that never changes is since 1970, one that changes no more since its last change") {
  const auto utc_zone = DayRule("UTC", 4).observances(utc_day(2027, 1, 1), utc_day(2028, 1, 1));
  CHECK(utc_zone == std::vector<Observance>{{Instant{}, 0s, 0s, "UTC", false}});
  const auto kolkata = DayRule("Asia/Kolkata", 4).observances(utc_day(2027, 1, 1), utc_day(2028, 1, 1));
  REQUIRE(kolkata.size() == 1);
  CHECK(kolkata[0].offset == 5h + 30min);
  CHECK(kolkata[0].name == "IST");
  CHECK(kolkata[0].since == utc_day(1945, 10, 14) + 17h + 30min);
}

TEST_CASE("what POSIX writes in TZ changes in the same seconds as the zone that it describes, without its words") {
  const auto named = zone_of_name("Europe/Berlin").observances(utc_day(2026, 12, 1), utc_day(2028, 12, 1));
  NamedZone posix{"CET-1CEST,M3.5.0,M10.5.0/3", *parse_posix_zone("CET-1CEST,M3.5.0,M10.5.0/3")};
  auto written = posix.observances(utc_day(2026, 12, 1), utc_day(2028, 12, 1));
  REQUIRE(written.size() == named.size());
  for (std::size_t i = 0; i < named.size(); ++i) {
    CHECK(written[i].name.empty());
    written[i].name = named[i].name;
  }
  CHECK(written == named);
  const NamedZone fixed{"<+0330>-3:30", *parse_posix_zone("<+0330>-3:30")};
  CHECK(fixed.observances(utc_day(2026, 12, 1), utc_day(2028, 12, 1)) == std::vector<Observance>{{Instant{}, 3h + 30min, 3h + 30min, "", false}});
}

TEST_CASE("over years of many zones the observances give the offset of every hour") {
  for (const char* name : {"Europe/Berlin", "Europe/Dublin", "America/New_York", "America/Santiago", "Africa/Casablanca", "Asia/Beirut",
                           "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia", "America/Nuuk", "Asia/Kathmandu", "Africa/Monrovia"}) {
    CAPTURE(std::string(name));
    const NamedZone zone = zone_of_name(name);
    for (const int year : {1971, 1995, 2011, 2027, 2060}) {
      const Instant first = utc_day(year, 1, 1);
      const auto seen = zone.observances(first, first + days(730));
      REQUIRE_FALSE(seen.empty());
      CHECK(seen.front().since <= first);
      std::size_t at = 0;
      for (Instant hour = first; hour <= first + days(730); hour += 1h) {
        while (at + 1 < seen.size() && seen[at + 1].since <= hour) ++at;
        if (zone.offset(hour) != seen[at].offset) FAIL_CHECK(hour.time_since_epoch().count());
      }
      CHECK(at + 1 == seen.size());
      for (const Observance& each : seen)
        if (each.before != each.offset) CHECK(zone.offset(each.since - 1ms) == each.before);
    }
  }
}

}  // namespace
}  // namespace starling
