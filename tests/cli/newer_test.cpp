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
