// docs/format.md says what the files are.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string_view>

#include "engine/log/desk.h"

namespace starling {

using namespace test;

namespace {

std::string format_page() { return text_of(std::filesystem::path(STARLING_SOURCE_ROOT) / "docs/format.md"); }

}  // namespace

TEST_CASE("the line that the page on the format shows is one that is read and written") {
  const std::string page = format_page();
  const std::size_t begin = page.find(R"({"v":1,"d")");
  REQUIRE(begin != page.npos);
  const std::string line = page.substr(begin, page.find('\n', begin) - begin);
  const LineRead read = read_line(line);
  REQUIRE(read.fault == LineFault::None);
  CHECK(written(*read.deed) == line);
  CHECK(std::holds_alternative<Answered>(read.deed->events.front()));
}

TEST_CASE("the line that the page's Python writes is one that is read") {
  const std::string text =
      R"({"v":1,"d":"k3f9x2","n":812,"h":1795642863120,"t":"2026-11-25T22:41:03.120+01:00","day":"2026-11-25",)"
      R"("e":[{"k":"suspended","i":"lp-ownership/l6-l7"}])";
  const LineRead read = read_line(fmt::format(R"({},"c":"{:08x}"}})", text, line_checksum(text)));
  REQUIRE(read.deed);
  CHECK(std::holds_alternative<Suspended>(read.deed->events.front()));
}

TEST_CASE("the page on the format names every kind of event") {
  const std::string page = format_page();
  for (const char* kind : {"answered", "suspended", "unsuspended", "flagged", "unflagged", "buried", "moved", "adopted", "done", "measured",
                           "set", "imported", "undone", "redone"})
    CHECK_MESSAGE(says(page, "`" + std::string(kind) + "`"), kind);
}

}  // namespace starling
