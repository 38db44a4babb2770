// A folder that a newer Starling wrote in, on another machine.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "cli/desk.h"
#include "history/history.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;

namespace {

// The line of the one deed below log/, as a newer version would write it: this one does not know it any more.
void make_newer(const Desk& desk) {
  const auto files = list_log(desk.home() / "log").files;
  REQUIRE(files.size() == 1);
  const std::string line = test::text_of(desk.home() / "log" / files[0].name);
  std::string head = line.substr(0, line.rfind(",\"c\":"));
  head.replace(head.find("\"v\":1"), 5, "\"v\":2");
  desk.folder.write("study/log/zzzzzz/2026-11.jsonl", fmt::format("{0},\"c\":\"{1:08x}\"}}\n{0},\"c\":\"{1:08x}\"}}\n", head, line_checksum(head)));
}

}  // namespace

TEST_CASE("history that a newer Starling wrote is named wherever one studies, since it does not count here") {
  constexpr const char* kSaid = "2 lines of the history were written by a newer Starling and do not count here";
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  REQUIRE(desk("answer kinds/basic good").exit == 0);
  CHECK_FALSE(contains(desk("today").err, "newer"));
  make_newer(desk);
  for (const char* line : {"today", "next", "review --deck kinds", "stats"}) {
    CAPTURE(std::string(line));
    CHECK(contains(desk(line).err, kSaid));
    CHECK_FALSE(contains(desk(std::string(line) + " --quiet").err, "newer"));
  }
  const Json notices = desk("today --json").json()["notices"];
  const auto told = std::ranges::find(notices, Json("newer"), [](const Json& notice) { return notice["kind"]; });
  REQUIRE(told != notices.end());
  CHECK(contains((*told)["text"], kSaid));
}

TEST_CASE("a text file of a newer Starling is named in one sentence, and no command writes into it") {
  constexpr const char* kSaid = "this file is written for a newer Starling (schema 2; this one reads 1): update Starling on this machine";
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  REQUIRE(desk("story new Pages --principle OW").exit == 0);
  REQUIRE(desk("loop add Coding").exit == 0);
  REQUIRE(desk("plan add Reading --on 2026-12-01 --minutes 20").exit == 0);
  REQUIRE(desk("answer kinds/basic good").exit == 0);
  struct File {
    const char* name;
    std::vector<const char*> calls;
  };
  for (const File& file : {File{"decks/kinds.toml", {"card add kinds --front Why? --back So", "card rename kinds/basic kinds/first", "card rename kinds sorts"}},
                           File{"stories/pages.toml", {"story rename pages days", "story archive pages"}},
                           File{"loop.toml", {"loop add System", "loop drop coding"}},
                           File{"plan.toml", {"plan add Writing --on 2026-12-01 --minutes 20", "plan drop own-reading"}},
                           File{"starling.toml", {"config level L7", "init --level L7 --yes", "today"}}}) {
    CAPTURE(std::string(file.name));
    const std::string before = test::text_of(desk.home() / file.name);
    std::string newer = before;
    if (const std::size_t at = newer.find("schema = 1"); at != newer.npos && newer.find("#:schema") != at)
      newer.replace(at, 10, "schema = 2");
    else
      newer = "schema = 2\n" + newer;
    desk.folder.write("study/" + std::string(file.name), newer);
    for (const char* call : file.calls) {
      CAPTURE(std::string(call));
      const auto said = desk(call);
      CHECK(said.exit != 0);
      CHECK(contains(said.err, kSaid));
      CHECK(test::text_of(desk.home() / file.name) == newer);
    }
    const auto doctor = desk("doctor");
    CHECK(doctor.exit != 0);
    CHECK(contains(doctor.out, "written for a newer Starling"));
    CHECK_FALSE(contains(doctor.out, "from 1 to 1"));
    desk.folder.write("study/" + std::string(file.name), before);
  }
}
