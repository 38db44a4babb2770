// `coverage` over twenty-five fictional stories, in each of its formats.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "cli/desk.h"
#include "source/source.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;

namespace {

// The first `most` of the stories.
void add_bank(Desk& desk, int most = 1000) {
  for (const auto& file : list_files(std::filesystem::path(STARLING_SOURCE_ROOT) / "tests" / "stories", ".toml")) {
    if (most-- <= 0) return;
    desk.folder.write("study/stories/" + file.path.filename().string(), *read_file(file.path, kMaxTomlBytes).text);
  }
}

struct Bank {
  Desk desk;
  Bank() {
    desk.begin();
    add_bank(desk);
  }
};

Json row_of(const Json& reply, std::string_view id) {
  return *std::ranges::find_if(reply["principles"], [&](const Json& row) { return row["id"] == id; });
}

int line_count(const std::string& text) { return static_cast<int>(std::ranges::count(text, '\n')); }

}  // namespace

TEST_CASE("the report says of each principle how deep it is, and of all stories which few carry it") {
  Bank bank;
  const Json reply = bank.desk("coverage --json").json();
  CHECK(reply["summary"]["gate"]["passed"] == true);
  CHECK(reply["stories"].size() == 25);
  CHECK(reply["core"]["missing"].empty());
  CHECK(reply["core"]["stories"].size() >= 11);
  CHECK(row_of(reply, "hire-and-develop")["depth"] == 3);
  CHECK(row_of(reply, "hire-and-develop")["depth_wanted"] == 3);
  CHECK(row_of(reply, "hire-and-develop")["level_fit"]["fits"] > 0);
  const Reply screen = bank.desk("coverage");
  CHECK(contains(screen.out, "depth"));
  CHECK(contains(screen.out, "Core: "));
}

TEST_CASE("the level and the role are hints: they change what fits and how deep is wanted, never the goal") {
  Bank bank;
  const Json at_l6 = bank.desk("coverage --json").json();
  const Json at_l7 = bank.desk("coverage --level L7 --json").json();
  CHECK(at_l7["level"] == "L7");
  CHECK(row_of(at_l6, "have-backbone")["level_fit"] != row_of(at_l7, "have-backbone")["level_fit"]);
  CHECK(at_l6["summary"]["gate"] == at_l7["summary"]["gate"]);
  REQUIRE(bank.desk("config role ic").exit == 0);
  CHECK(row_of(bank.desk("coverage --json").json(), "earths-best-employer")["depth_wanted"] == 2);
}

TEST_CASE("without a story the goal says in full sentences what it misses") {
  Bank bank;
  std::filesystem::remove(bank.desk.home() / "stories" / "render-bill.toml");
  const Reply why = bank.desk("coverage --why");
  CHECK(why.exit == 1);
  CHECK(contains(why.out, "24 of the 25 stories that the goal asks for are complete."));
  CHECK(contains(why.out, "Frugality is only the second principle of its 2 stories"));
  CHECK(contains(bank.desk("coverage").out, "Next: "));
}

TEST_CASE("a week sets the stories beside what the plan wants by then") {
  Bank bank;
  const Json aim = bank.desk("coverage --week 8 --json").json()["aim"];
  CHECK(aim["week"] == 8);
  CHECK(aim["stories"] == 15);
  CHECK(bank.desk("coverage --week 16 --json").json()["aim"]["stories"] == 25);
  CHECK(contains(bank.desk("coverage --week 8").out, "By the end of week 8 the plan wants 15 complete stories; there are 25."));
  CHECK(bank.desk("coverage --week 25").exit == 2);
}

TEST_CASE("the matrix has each story once, P where it is primary, in blocks that fit the screen") {
  Bank bank;
  const Reply matrix = bank.desk("coverage --matrix");
  CHECK(std::ranges::count(matrix.out.substr(0, matrix.out.find("a-bench-of-leaders")), 'P') == 25);
  CHECK(contains(matrix.out, "y   winter-season-date"));
  bank.desk.columns = 40;
  std::string line;
  const std::string narrow = bank.desk("coverage --matrix").out;
  for (std::size_t at = 0; at < narrow.size(); at = narrow.find('\n', at) + 1) CHECK(narrow.find('\n', at) - at <= 60);  // bytes
  CHECK(std::ranges::count(narrow.substr(0, narrow.find("a-bench-of-leaders")), 'P') == 25);
}

TEST_CASE("a spreadsheet gets a row a principle and a column a story, and no text is taken for a formula") {
  Bank bank;
  const std::string csv = bank.desk("coverage --format csv").out;
  CHECK(line_count(csv) == 17);
  CHECK(csv.starts_with("principle,code,name,status,primary,secondary,angles,depth,"));
  const auto commas = [](std::string_view line) { return std::ranges::count(line, ','); };
  const std::string head = csv.substr(0, csv.find('\n'));
  CHECK(commas(head) == 20 + 25);
  CHECK(contains(csv, "are-right-a-lot,AR,\"Are Right, A Lot\",covered"));
}

TEST_CASE("Markdown and the page have every principle, and the page draws each angle once") {
  Bank bank;
  const std::string md = bank.desk("coverage --format md").out;
  CHECK(contains(md, "| Success and Scale Bring Broad Responsibility | covered |"));
  CHECK(contains(md, "**four-months-late**"));
  const std::string html = bank.desk("coverage --format html").out;
  CHECK(contains(html, "<!DOCTYPE html>"));
  CHECK_FALSE(contains(html, "<script"));
  const auto count = [&](std::string_view piece) {
    int found = 0;
    for (std::size_t at = html.find(piece); at != html.npos; at = html.find(piece, at + 1)) ++found;
    return found;
  };
  CHECK(count("<rect class=\"first\"") == 25);
  CHECK(count("<rect class=\"second\"") == 43);
}

TEST_CASE("the slots of the plan have no stories to draw") {
  Bank bank;
  CHECK(bank.desk("coverage --planned --format html").exit == 2);
  CHECK(bank.desk("coverage --planned --matrix").exit == 2);
  CHECK(contains(bank.desk("coverage --planned --format md").out, "story slots"));
  CHECK_FALSE(bank.desk("coverage --planned --json").json().contains("core"));
}

TEST_CASE("in every plan the goal of coverage is what the gates of the month that it names ask for") {
  for (const auto& [plan, level, stories] : {std::tuple("amazon-24-week", "L6", 25), std::tuple("amazon-12-week", "L7", 25),
                                             std::tuple("amazon-8-week", "L6", 20), std::tuple("amazon-6-week", "L6", 15)}) {
    CAPTURE(plan);
    Desk desk;
    REQUIRE(desk(fmt::format("init --plan {} --level {} --start 2026-11-23", plan, level)).exit == 0);
    add_bank(desk, stories - 1);
    const Json gate = desk("coverage --json --date 2026-12-29").json()["summary"]["gate"];
    CHECK(gate["stories"] == stories);
    CHECK(gate["passed"] == false);
    for (const Json& each : desk("gates --json --date 2026-12-29").json()["gates"]) {
      if (each["month"] != gate["month"] || each["id"].get<std::string>().starts_with("t30") || each["unit"] != "stories") continue;
      CHECK(each["target"] == gate["stories"]);
      CHECK(each["passed"] == gate["passed"]);
    }
  }
}
