// The plan as a calendar: what is asked for, what is written, and what must not be written over.
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::text_of;
using test::widest;

namespace {

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::map<std::string, std::string> dates_in(const Json& reply) {
  std::map<std::string, std::string> dates;
  for (const Json& event : reply["events"]) dates[event["uid"]] = event["date"];
  return dates;
}

}  // namespace

TEST_CASE("four weeks from today are a calendar, and the reply of --json has the same events") {
  Desk desk;
  desk.begin();
  const Reply text = desk("ics --date 2026-12-22");
  CHECK(text.exit == 0);
  CHECK(text.out.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  CHECK(text.out.ends_with("END:VCALENDAR\r\n"));
  const Json reply = desk("ics --json --date 2026-12-22").json();
  CHECK(reply["from"] == "2026-12-22");
  CHECK(reply["to"] == "2027-01-18");
  CHECK(count_of(text.out, "BEGIN:VEVENT\r\n") == static_cast<int>(reply["events"].size()));
  CHECK(reply["events"][0]["start"] == "2026-12-22T06:00:00+00:00");
  CHECK(reply["events"][0]["minutes"] == 60);
  CHECK(desk("ics --date 2026-12-22").out == text.out);
  CHECK_FALSE(contains(text.out, "VALARM"));
  CHECK(contains(desk("ics --date 2026-12-22 --alarm 10").out, "TRIGGER:-PT10M\r\n"));
}

TEST_CASE("the weeks go from a day on, to the plan's end where all are wanted, and from the start before it") {
  Desk desk;
  desk.begin();
  const Json two = desk("ics --json --date 2026-12-22 --from 2027-01-04 --weeks 2").json();
  CHECK(two["from"] == "2027-01-04");
  CHECK(two["to"] == "2027-01-17");
  const Json all = desk("ics --json --date 2026-12-22 --weeks all").json();
  CHECK(all["to"] == "2027-05-09");
  CHECK(dates_in(all).contains("amazon-24-week/interview@starling"));
  CHECK(desk("ics --json --date 2026-11-01").json()["from"] == "2026-11-23");
  check_refused(desk, "ics --weeks 0", "--weeks takes a whole number from 1 to 40, or all, not '0'");
  check_refused(desk, "ics --weeks 41", "--weeks takes a whole number from 1 to 40, or all, not '41'");
  check_refused(desk, "ics --weeks -3", "--weeks takes a whole number from 1 to 40, or all, not '-3'");
  check_refused(desk, "ics --weeks al", "or all, not 'al'");
  check_refused(desk, "ics --alarm 1441", "--alarm takes a whole number from 0 to 1440, not '1441'");
  check_refused(desk, "ics --from 2026-10-01 --weeks 1 --date 2026-10-01", "the plan has nothing from Thu 1 Oct 2026 to Wed 7 Oct 2026");
}

TEST_CASE("once the interview is over there is nothing left for a calendar") {
  Desk desk;
  desk.begin();
  CHECK(desk("ics --date 2027-05-07").exit == 0);
  check_refused(desk, "ics --date 2027-05-08", "the interview, Fri 7 May 2027, is over: there is nothing left for a calendar");
  check_refused(desk, "ics --date 2027-05-08 --from 2026-12-01", "is over");
  check_refused(desk, "ics --from 2027-05-08 --date 2026-12-01", "--from 2027-05-08 is after the interview, Fri 7 May 2027");
}

TEST_CASE("a break and a moved interview keep the names of events, and raise their sequence; so does taking it back") {
  Desk desk;
  desk.begin();
  const auto ics = [&] { return desk("ics --json --weeks all --date 2026-12-01").json(); };
  const Json first = ics();
  CHECK(first["sequence"] == 0);
  REQUIRE(desk("config interview 2027-05-28 --date 2026-12-01").exit == 0);
  const Json moved = ics();
  CHECK(moved["sequence"] == 1);
  REQUIRE(desk("break 2026-12-24..26 --date 2026-12-01").exit == 0);
  const Json with_break = ics();
  CHECK(with_break["sequence"] == 2);
  for (const Json& event : with_break["events"]) CHECK((event["date"] < "2026-12-24" || event["date"] > "2026-12-26"));
  REQUIRE(desk("undo 2 --date 2026-12-01").exit == 0);
  const Json back = ics();
  CHECK(back["sequence"] > 2);
  const auto before = dates_in(first);
  const auto after = dates_in(moved);
  CHECK(before.at("amazon-24-week/interview@starling") == "2027-05-07");
  CHECK(after.at("amazon-24-week/interview@starling") == "2027-05-28");
  for (const auto& [uid, date] : before) CHECK(after.contains(uid));
}

TEST_CASE("a file is written, over an earlier one of ours, and over nothing else") {
  Desk desk;
  desk.begin();
  const std::string file = (desk.folder / "plan.ics").string();
  const Reply written = desk("ics --date 2026-12-22 --output " + file);
  CHECK(written.exit == 0);
  CHECK(contains(written.out, " events, Tue 22 Dec 2026 to Mon 18 Jan"));
  CHECK(text_of(file) == desk("ics --date 2026-12-22").out);
  CHECK(desk("ics --date 2027-01-04 --output " + file).exit == 0);
  CHECK(text_of(file) == desk("ics --date 2027-01-04").out);
  CHECK(desk("ics --json --date 2027-01-04 --output " + file).json()["file"] == file);

  desk.folder.write("notes.ics", "my notes\n");
  desk.folder.write("other.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n");
  for (const char* name : {"notes.ics", "other.ics"}) {
    const std::string before = text_of(desk.folder / name);
    check_refused(desk, "ics --date 2026-12-22 --output " + (desk.folder / name).string(), "is no calendar that starling made");
    CHECK(text_of(desk.folder / name) == before);
  }
  check_refused(desk, "ics --output " + (desk.folder / "nowhere/plan.ics").string(), "there is no folder");
  check_refused(desk, "ics --output " + desk.folder.path().string(), "name another file");
  desk.columns = 40;
  CHECK(widest(desk("ics --date 2026-12-22 --output " + file).out) <= std::max<int>(40, static_cast<int>(file.size()) + 4));
}
