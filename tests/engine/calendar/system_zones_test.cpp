// The learner's clock beside the C library's, which reads the same zone data: named zones and what POSIX writes in TZ.
#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "calendar/zone.h"
#include "support/home.h"

namespace starling {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;

Instant utc_midnight(int y, unsigned m, unsigned d) {
  return sys_days(std::chrono::year(y) / std::chrono::month(m) / std::chrono::day(d));
}

// TZ for as long as it lives.
class ZoneOfHost {
 public:
  explicit ZoneOfHost(const std::string& text) {
    if (const char* before = std::getenv("TZ")) before_ = before;
    ::setenv("TZ", text.c_str(), 1);
    ::tzset();
  }
  ~ZoneOfHost() {
    if (before_)
      ::setenv("TZ", before_->c_str(), 1);
    else
      ::unsetenv("TZ");
    ::tzset();
  }
  ZoneOfHost(const ZoneOfHost&) = delete;
  ZoneOfHost& operator=(const ZoneOfHost&) = delete;

 private:
  std::optional<std::string> before_;
};

seconds offset_of_library(Instant at) {
  const std::time_t second = std::chrono::floor<seconds>(at.time_since_epoch()).count();
  std::tm wall{};
  ::localtime_r(&second, &wall);
  return seconds(wall.tm_gmtoff);
}

const std::vector<std::string> kTwentyZones{
    "Europe/Berlin",      "Europe/London",      "Europe/Dublin",       "America/New_York",   "America/Mexico_City",
    "America/Ciudad_Juarez", "America/Nuuk",    "America/Santiago",    "America/St_Johns",   "America/Havana",
    "Africa/Casablanca",  "Africa/Cairo",       "Asia/Kolkata",        "Asia/Qostanay",      "Asia/Beirut",
    "Asia/Jerusalem",     "Australia/Lord_Howe", "Pacific/Chatham",    "Pacific/Apia",       "Atlantic/Azores"};

TEST_CASE("twenty zones show the hour that the system's own clock shows, from 2024 to 2028 and far away") {
  for (const std::string& name : kTwentyZones) {
    CAPTURE(name);
    const ZoneOfHost host(name);
    const NamedZone zone = zone_of_name(name);
    for (Instant at = utc_midnight(2024, 1, 1); at < utc_midnight(2029, 1, 1); at += 45min)
      if (zone.offset(at) != offset_of_library(at)) FAIL_CHECK(at.time_since_epoch().count());
    for (const int year : {1905, 1945, 1969, 1999, 2037, 2038, 2100, 2200})
      for (Instant at = utc_midnight(year, 1, 1); at < utc_midnight(year + 1, 1, 1); at += 11h)
        if (zone.offset(at) != offset_of_library(at)) FAIL_CHECK(at.time_since_epoch().count());
  }
}

TEST_CASE("each study day turns once, at its hour, across every change of 2024 to 2028") {
  for (const std::string& name : kTwentyZones) {
    for (const int rollover : {0, 2, 4}) {
      const DayRule rule(name, rollover);
      CAPTURE(name);
      CAPTURE(rollover);
      for (Day day = *parse_day("2024-01-01"); day < *parse_day("2029-01-01"); day += days(1)) {
        const Instant turn = rule.day_end(day);
        REQUIRE(rule.study_day(turn - 1ms) == day);
        REQUIRE(rule.study_day(turn) == day + days(1));
        REQUIRE(turn - rule.day_end(day - days(1)) >= 23h);
        REQUIRE(turn - rule.day_end(day - days(1)) <= 25h);
      }
    }
  }
}

TEST_CASE("countries that gave up or moved summer time of late are as they decided") {
  const Instant july = utc_midnight(2027, 7, 1) + 16h;
  CHECK(DayRule("America/Mexico_City", 4).iso(july) == "2027-07-01T10:00:00-06:00");
  CHECK(DayRule("America/Ciudad_Juarez", 4).iso(july) == "2027-07-01T10:00:00-06:00");
  CHECK(DayRule("Asia/Qostanay", 4).iso(july) == "2027-07-01T21:00:00+05:00");
  CHECK(DayRule("America/Nuuk", 4).iso(july) == "2027-07-01T15:00:00-01:00");
  if (std::filesystem::exists("/usr/share/zoneinfo/America/Coyhaique"))
    CHECK(DayRule("America/Coyhaique", 4).iso(july) == "2027-07-01T13:00:00-03:00");
  // In the small hours of July it is still the study day before.
  CHECK(to_string(DayRule("America/Mexico_City", 4).study_day(utc_midnight(2027, 7, 2) + 9h + 30min)) == "2027-07-01");
}

TEST_CASE("what POSIX writes in TZ shows the hour that the system's own clock shows") {
  for (const std::string text :
       {"CET-1CEST,M3.5.0,M10.5.0/3", "IST-5:30", "<+0330>-3:30", "EST5EDT,M3.2.0,M11.1.0", "<-03>3", "UTC0", "AAA+5",
        "AAA12:30:15", "NZST-12NZDT,M9.5.0,M4.1.0/3", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "WGT3WGST,M3.5.0/-2,M10.5.0/-1",
        "IST-2IDT,M3.4.4/26,M10.5.0", "XXX3YYY,J60,J300", "XXX3YYY,59/1:30,299/2:15:30", "AAA-1BBB-3,M4.1.6/0,M9.3.2/24",
        "IST-1GMT0,M10.5.0,M3.5.0/1"}) {
    CAPTURE(text);
    const ZoneOfHost host(text);
    const auto zone = parse_posix_zone(text);
    REQUIRE(zone);
    CHECK(zone->summer_dates_given);
    for (const int year : {1990, 2024, 2025, 2026, 2027, 2028, 2150})
      for (Instant at = utc_midnight(year, 1, 1); at < utc_midnight(year + 1, 1, 1); at += 15min)
        if (zone->offset(std::chrono::floor<seconds>(at)) != offset_of_library(at)) {
          FAIL_CHECK(at.time_since_epoch().count());
          break;
        }
    CHECK(DayRule("", 4).zone() == text);
    CHECK(DayRule("", 4).remark().empty());
  }
}

TEST_CASE("summer time all year is written as an end on the next beginning") {
  const auto zone = parse_posix_zone("EST5EDT,0/0,J365/25");
  REQUIRE(zone);
  for (Instant at = utc_midnight(2027, 1, 1); at < utc_midnight(2029, 1, 1); at += 30min)
    REQUIRE(zone->offset(std::chrono::floor<seconds>(at)) == -4h);
}

TEST_CASE("a text that POSIX does not allow is no zone") {
  for (const std::string text :
       {"", "CET", "CE-1", "CET-1CEST,", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,", "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/168", "CET-1CEST,J0,J10",
        "CET-1CEST,J366,J10", "CET-1CEST,366,10", "CET-25", "CET-1:60", "CET-1:00:60", "CET-", "CET--1", "<+03>", "<+03-3",
        "<03>", "<>-3", "+03-3", "CET-1CEST,M3.5.0,M10.5.0/3 ", " CET-1", "CET-1CEST,M3.5.0,M10.5.0,M10.5.0",
        "CET-1C", "CET-99999999999999999999", "Europe/Berlin", "C\xc3\x89T-1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_posix_zone(text));
  }
}

TEST_CASE("TZ is read as the C library reads it, and what it cannot read is UTC with a word") {
  const auto host = [](const std::string& tz) { return zone_of_host({.tz = tz}); };
  CHECK(host("Europe/Berlin").name == "Europe/Berlin");
  CHECK(host(":Europe/Berlin").name == "Europe/Berlin");
  CHECK(host("/usr/share/zoneinfo/Europe/Berlin").name == "Europe/Berlin");
  CHECK(host(":/usr/share/zoneinfo/Europe/Berlin").name == "Europe/Berlin");
  CHECK(host("EST5EDT").remark.empty());
  CHECK(host("").name == "UTC");
  CHECK(host("").remark.empty());
  for (const std::string wrong : {"BST", "Mars/Olympus", "CET-25", "/etc/passwd", "/nowhere", "/", "../../etc/passwd", "a b"}) {
    CAPTURE(wrong);
    const NamedZone zone = host(wrong);
    CHECK(zone.name == "UTC");
    CHECK(zone.offset(utc_midnight(2027, 7, 1)) == 0s);
    CHECK(zone.remark.starts_with("TZ '" + wrong + "' cannot be read as a time zone: UTC is taken;"));
  }
  const NamedZone guessed = host("AAA-1BBB");
  CHECK(guessed.name == "AAA-1BBB");
  CHECK(guessed.remark.find("dates of the United States") != std::string::npos);
}

TEST_CASE("without TZ the link /etc/localtime names the zone, a copy is named by /etc/timezone") {
  const test::TemporaryFolder folder;
  const std::filesystem::path berlin = "/usr/share/zoneinfo/Europe/Berlin";
  std::filesystem::create_symlink(berlin, folder / "link");
  std::filesystem::create_symlink("/usr/share/zoneinfo/Mars/Olympus", folder / "nowhere");
  std::filesystem::copy_file(berlin, folder / "copy");
  std::ofstream(folder / "timezone") << "Europe/Berlin\n";
  std::ofstream(folder / "text") << "no zone\n";
  const auto host = [&](const char* localtime, const char* name = "none") {
    return zone_of_host({.tz = std::nullopt, .localtime = folder / localtime, .zone_name = folder / name});
  };
  CHECK(host("link").name == "Europe/Berlin");
  CHECK(host("copy", "timezone").name == "Europe/Berlin");
  CHECK(host("copy").name == "localtime");
  CHECK(host("copy").offset(utc_midnight(2027, 7, 1)) == 2h);
  CHECK(host("absent").name == "UTC");
  CHECK(host("absent").remark.empty());
  for (const char* wrong : {"nowhere", "text"}) CHECK(host(wrong).remark.find("UTC is taken") != std::string::npos);
}

TEST_CASE("an abbreviation that stands for several zones is refused with their names") {
  const auto said_of = [](const std::string& name) {
    try {
      (void)DayRule(name, 4);
    } catch (const UnknownTimeZone& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK(said_of("BST") == "'BST' is not a time zone, it is short for one; write \"Europe/London\" or \"Asia/Dhaka\"");
  CHECK(said_of("IST").find("\"Asia/Kolkata\", \"Europe/Dublin\" or \"Asia/Jerusalem\"") != std::string::npos);
  CHECK(said_of("CST").find("\"America/Chicago\"") != std::string::npos);
  CHECK(said_of("PST").find("\"America/Los_Angeles\"") != std::string::npos);
  CHECK(said_of("GMT+2").find("\"Etc/GMT-2\" (ahead of London)") != std::string::npos);
  CHECK(said_of("CET-1CEST,M3.5.0,M10.5.0/3").find("\"Europe/Berlin\"") != std::string::npos);
  for (const char* path : {"/etc/localtime", "file:Europe/Berlin", "libc:localtime", "Fixed/UTC+05:30:00"})
    CHECK_FALSE(said_of(path).empty());
  for (const char* file : {"EST5EDT", "UTC", "Etc/GMT-2", "America/Argentina/Buenos_Aires"}) CHECK(said_of(file).empty());
}

}  // namespace
}  // namespace starling
