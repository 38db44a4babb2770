#include <sys/stat.h>

#include "doctor/deed_findings.h"
#include "doctor/line_findings.h"
#include "doctor/log_seen.h"
#include "engine/doctor/patient.h"

namespace fs = std::filesystem;
using namespace starling;
using namespace starling::test;
using List = std::vector<std::string>;

namespace {

const std::string kFile = "log/k3f9x2/2026-11.jsonl";

FindingList in_lines(const Patient& patient) { return findings_in_lines(see_log(patient.folder().log())); }
FindingList in_deeds(const Patient& patient, Instant now = noon()) {
  return findings_in_deeds(see_log(patient.folder().log()), now);
}

std::string with_checksum(const std::string& head) {
  char tail[32];
  std::snprintf(tail, sizeof tail, ",\"c\":\"%08x\"}\n", line_checksum(head));
  return head + tail;
}
std::string head_of(const std::string& line) { return line.substr(0, line.rfind(",\"c\":")); }

}  // namespace

TEST_CASE("a history that is whole gives no finding") {
  const Patient patient;
  patient.put(kFile, lines("k3f9x2", 1, 5));
  patient.put("log/q7m2aa/2026-11.jsonl", lines("q7m2aa", 1, 3));
  CHECK(in_lines(patient).empty());
  CHECK(in_deeds(patient).empty());
}

TEST_CASE("no history gives no finding") {
  const Patient patient;
  CHECK(in_lines(patient).empty());
  CHECK(in_deeds(patient).empty());
}

TEST_CASE("damaged lines are told by file and line, with what is wrong") {
  const Patient patient;
  std::string changed = line(deed("k3f9x2", 2));
  changed[changed.find("own/a")] = 'O';
  const std::string newer = with_checksum("{\"v\":9" + head_of(line(deed("k3f9x2", 3))).substr(6));
  patient.put(kFile, line(deed("k3f9x2", 1)) + changed + "torn\n" + newer + "<<<<<<< HEAD\n" + line(deed("k3f9x2", 4)));

  const FindingList found = in_lines(patient);

  CHECK(told(found) == List{"error line-checksum " + kFile + ":2", "error line-broken " + kFile + ":3",
                            "warning line-newer " + kFile + ":4", "error line-marker " + kFile + ":5"});
  CHECK(found[0].text == "this line is not as it was written (wrong checksum): it is passed over");
  CHECK(found[0].advice == "take the line from a backup or from another machine, or delete it");
  CHECK(found[2].advice == "update Starling on this machine");
  CHECK(found[3].text == "git left a conflict marker here");
}

TEST_CASE("very many damaged lines of a file are told by ten of them and their number") {
  const Patient patient;
  std::string text;
  for (int i = 0; i < 500; ++i) text += "torn\n";
  patient.put(kFile, text);

  const FindingList found = in_lines(patient);

  REQUIRE(found.size() == 11);
  CHECK(found.back().text == "490 more lines of this file are like that");
}

TEST_CASE("the end of a file says whether something is missing there") {
  const Patient patient;
  const std::string whole = lines("k3f9x2", 1, 2);
  patient.put(kFile, whole + "{\"v\":1,\"d\":");
  CHECK(told(in_lines(patient)) == List{"note torn-end " + kFile});
  CHECK(only(in_lines(patient)).text == "the last 11 bytes are half a line: nothing that was told as kept");

  const LogSeen cut = see_log(patient.folder().log());
  CHECK(only(findings_in_lines(cut, DeviceState{"k3f9x2", "-", {3, 1, 2, 1}})).text ==
        "the last 11 bytes are half a line: nothing that was told as kept");
  CHECK(only(findings_in_lines(cut, DeviceState{"k3f9x2", "-", {3, 1, 3, 1}})).text ==
        "the last 11 bytes are half a line: they are passed over");

  // Also where the machine goes on under another name since.
  CHECK(only(findings_in_lines(cut, DeviceState{"zzzzzz", "-", {1, 1, 1, 1}}, {{"k3f9x2", 3, 0}})).text ==
        "the last 11 bytes are half a line: they are passed over");

  patient.put(kFile, whole.substr(0, whole.size() - 1));
  CHECK(told(in_lines(patient)) == List{"note no-line-feed " + kFile});
  CHECK(see_log(patient.folder().log()).deeds.size() == 2);
}

TEST_CASE("events of a newer Starling are counted by kind") {
  const Patient patient;
  std::string head = head_of(line(deed("k3f9x2", 1)));
  head.replace(head.find("\"answered\""), 10, "\"hummed\"");
  patient.put(kFile, with_checksum(head));

  const Finding found = only(in_lines(patient));

  CHECK(found.rule == "unknown-event");
  CHECK(found.text == "1 event 'hummed' written by a newer Starling: kept, and not counted");
}

TEST_CASE("what is no plain file below log is told and passed over") {
  const Patient patient;
  patient.put(kFile, lines("k3f9x2", 1, 2));
  REQUIRE(::mkfifo((patient / "log/k3f9x2/pipe.jsonl").c_str(), 0600) == 0);
  fs::create_symlink("..", patient / "log/k3f9x2/round");

  const FindingList found = in_lines(patient);

  CHECK(told(found) == List{"warning passed-over", "warning passed-over"});
  CHECK(found[0].text == "log/k3f9x2/pipe.jsonl is no plain file: it is passed over");
}

TEST_CASE("a copy of a sync program may be deleted when nothing stands in it alone") {
  const Patient patient;
  const std::string copy = "log/k3f9x2/2026-11.sync-conflict-20261126-101112-ABCDEFG.jsonl";
  patient.put(kFile, lines("k3f9x2", 1, 4));
  patient.put(copy, lines("k3f9x2", 2, 3));
  CHECK(told(in_lines(patient)) == List{"note conflict-copy " + copy});
  CHECK(only(in_lines(patient)).advice == "it may be deleted");

  patient.put(copy, lines("k3f9x2", 3, 6));
  CHECK(only(in_lines(patient)).text ==
        "a sync program left this copy, and 2 of its deeds are in no other file: they count");
  CHECK(only(in_lines(patient)).advice == "keep it");
}

TEST_CASE("numbers that are missing are told by device") {
  const Patient patient;
  patient.put(kFile, lines("k3f9x2", 1, 2) + lines("k3f9x2", 5, 5) + lines("k3f9x2", 7, 7));

  const FindingList found = in_deeds(patient);

  CHECK(told(found) == List{"warning gap log", "warning gap log"});
  CHECK(found[0].text == "k3f9x2: 3 to 4 are not here");
  CHECK(found[1].text == "k3f9x2: 6 is not here");
}

TEST_CASE("a deed that is here twice is harmless, and counted") {
  const Patient patient;
  patient.put(kFile, lines("k3f9x2", 1, 3));
  patient.put("log/k3f9x2/2026-11.restored-1.jsonl", lines("k3f9x2", 2, 3));

  const Finding found = only(in_deeds(patient));

  CHECK(found.gravity == Gravity::Note);
  CHECK(found.rule == "same-deed");
  CHECK(found.text == "2 deeds stand in several files: each counts once");
}

TEST_CASE("a deed that stands twice in one file is not said to stand in several") {
  const Patient patient;
  patient.put(kFile, lines("k3f9x2", 1, 3) + lines("k3f9x2", 3, 3));
  CHECK(only(in_deeds(patient)).text == "1 deed stands more than once in a file: each counts once");
}

TEST_CASE("two deeds under one number show that a machine was copied") {
  const Patient patient;
  patient.put(kFile, lines("k3f9x2", 1, 2) + line(deed("k3f9x2", 3, "own/a")));
  patient.put("log/k3f9x2/2026-11 (1).jsonl", lines("k3f9x2", 1, 2) + line(deed("k3f9x2", 3, "own/b")));

  const FindingList found = in_deeds(patient);

  CHECK(told(found) == List{"note same-deed log", "note clone log"});
  CHECK(found[1].text ==
        "1 number of k3f9x2 stands for two different deeds, k3f9x2-3 in log/k3f9x2/2026-11 (1).jsonl:3 and in "
        "log/k3f9x2/2026-11.jsonl:3 first: the folder or the machine was copied");
}

TEST_CASE("clocks that were wrong are told, each machine once") {
  const Patient patient;
  Deed ahead = deed("k3f9x2", 2);
  ahead.at += std::chrono::days(400);
  ahead.order = ahead.at.time_since_epoch().count();
  ahead.day += std::chrono::days(400);
  Deed behind = deed("q7m2aa", 1);
  behind.at -= std::chrono::days(365);
  behind.day -= std::chrono::days(365);
  patient.put(kFile, lines("k3f9x2", 1, 1) + line(ahead));
  patient.put("log/q7m2aa/2026-11.jsonl", line(behind));

  const FindingList found = in_deeds(patient);

  CHECK(told(found) == List{"warning clock-ahead " + kFile + ":2", "note clock-behind log/q7m2aa/2026-11.jsonl:1"});
  CHECK(found[0].text == "1 deed of k3f9x2 lies in the future, this one on 2027-12-30 08:02: its clock was wrong");
  CHECK(found[1].text == "1 deed of q7m2aa was written by a clock that was behind the history, this one on 2025-11-25 08:01");
}

TEST_CASE("of a clock far ahead the deed in the future is named, and not the one that was ordered behind it") {
  const Patient patient;
  Deed ahead = deed("k3f9x2", 1);
  ahead.at += std::chrono::days(400);
  ahead.order = ahead.at.time_since_epoch().count();
  ahead.day += std::chrono::days(400);
  Deed right = deed("k3f9x2", 2);
  right.order = ahead.order + 1;
  patient.put("log/k3f9x2/2026-11.jsonl", line(right));
  patient.put("log/k3f9x2/2027-12.jsonl", line(ahead));

  const FindingList found = in_deeds(patient);

  CHECK(told(found) == List{"warning clock-ahead log/k3f9x2/2027-12.jsonl:1"});
  CHECK(found[0].text == "1 deed of k3f9x2 lies in the future, this one on 2027-12-30 08:01: its clock was wrong");
  CHECK(found[0].advice.ends_with("starling answer ID GRADE"));
}

TEST_CASE("a machine whose clock was ahead is told once, whether by more than a day or by less") {
  const Patient patient;
  patient.put(kFile, lines("k3f9x2", 1, 2));
  const Instant a_day_before = deed("k3f9x2", 1).at - std::chrono::days(1) + std::chrono::seconds(30);
  CHECK(told(in_deeds(patient, a_day_before)) == List{"warning clock-ahead " + kFile + ":2"});
}

TEST_CASE("a clock that has not reached the last deed is told, a usual difference between clocks is not") {
  const Patient patient;
  patient.put(kFile, lines("k3f9x2", 1, 2));
  const Instant last = deed("k3f9x2", 2).at;
  CHECK(in_deeds(patient, last - std::chrono::minutes(10)).empty());
  CHECK(told(in_deeds(patient, last - std::chrono::minutes(11))) == List{"warning clock-now " + kFile + ":2"});
}

TEST_CASE("a study day fits the time of a deed up to the next morning") {
  const Patient patient;
  Deed late = deed("k3f9x2", 1);
  late.day -= std::chrono::days(1);
  Deed wrong = deed("k3f9x2", 2);
  wrong.day += std::chrono::days(1);
  patient.put(kFile, line(late) + line(wrong));

  const FindingList found = in_deeds(patient);

  CHECK(told(found) == List{"warning day-misfit " + kFile + ":2"});
  CHECK(only(found).text ==
        "1 deed of k3f9x2 stands on a day that does not fit the time, this one on 2026-11-26 at 2026-11-25 08:02");
}

TEST_CASE("what the learner says was done on a day before fits any day before, and none to come") {
  const Patient patient;
  const auto logged = [](int number, Event event, int days_later) {
    Deed one = deed("k3f9x2", number);
    one.events = {std::move(event)};
    one.day += std::chrono::days(days_later);
    return one;
  };
  std::string text = line(logged(1, Solved{"lc-0076", "", "hard", 20.0, true, {"sliding-window"}, ""}, -2));
  text += line(logged(2, TaskDone{"w01-d1-kickoff", 1, {}, ""}, -9));
  text += line(logged(3, Won{"Shipped it", {}, "", {}}, -400));
  patient.put(kFile, text);
  CHECK(in_deeds(patient).empty());

  Deed answer = deed("k3f9x2", 4);
  answer.day -= std::chrono::days(2);
  patient.put(kFile, text + line(answer));
  CHECK(told(in_deeds(patient)) == List{"warning day-misfit " + kFile + ":4"});

  patient.put(kFile, text + line(logged(4, TaskDone{"w01-d1-kickoff", 1, {}, ""}, 1)));
  CHECK(told(in_deeds(patient)) == List{"warning day-misfit " + kFile + ":4"});
}

TEST_CASE("what this machine wrote and is not here is missed") {
  const Patient patient;
  patient.put(kFile, lines("k3f9x2", 1, 3));
  const LogSeen log = see_log(patient.folder().log());
  const auto found = [&](std::int64_t last, std::int64_t before) {
    return findings_in_own_lines(log, {"k3f9x2", "-", {last, 1, before, 1}});
  };
  CHECK(found(3, 2).empty());
  CHECK(found(3, 3).empty());
  CHECK(found(4, 3).empty());  // noted, and killed before it was written
  CHECK(told(found(9, 8)) == List{"error own-lines-missing log"});
  CHECK(only(found(9, 8)).text == "this machine wrote up to k3f9x2-8, and only what is up to 3 is here");
  CHECK(told(found(2, 1)) == List{"note own-lines-foreign log"});
  CHECK(only(findings_in_own_lines(log, {"q7m2aa", "-", {5, 1, 5, 1}})).text ==
        "this machine wrote up to q7m2aa-5, and none of it is here");
}
