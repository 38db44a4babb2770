// Pages of HTML. tests/pages/check.py reads whole pages with parsers that are not ours.
#include <doctest/doctest.h>

#include <string>

#include "cli/desk.h"
#include "cli/page/chart.h"
#include "cli/page/document.h"

using namespace starling;
using test::contains;
using test::Desk;

TEST_CASE("whatever a learner writes is text on a page") {
  CHECK(html_text("<script>x('1') & \"2\"</script>") == "&lt;script&gt;x(&#39;1&#39;) &amp; &quot;2&quot;&lt;/script&gt;");
  CHECK(html_text("a\x01 b\xFF") == "a\uFFFD b\uFFFD");
  CHECK(html_text("\xEF\xBF\xBF") == "\uFFFD");  // U+FFFF, which XML does not know
  CHECK(html_text("naïve · 漢字\n") == "naïve · 漢字\n");
}

TEST_CASE("a bar is as long as its value, and a target that is not there has no line") {
  const std::string svg = bar_chart({"x", "Title", "done", "planned", {{"a", 50, 100.0, "50 of 100"}, {"b", 0, {}, "none"}}});
  CHECK(contains(svg, "width=\"178.0\""));
  CHECK(contains(svg, "class=\"target\" x1=\"357.0\""));
  CHECK(contains(svg, "<desc id=\"x-desc\">a: 50 of 100; b: none.</desc>"));
  const std::string empty = bar_chart({"x", "Title", "done", "planned", {{"a", 0, {}, "none"}}});
  CHECK_FALSE(contains(empty, "planned"));
  CHECK_FALSE(contains(empty, "nan"));
}

TEST_CASE("a point of progress that is not known breaks the line and is said") {
  const std::string svg = progress_chart({"x", "Title", 24, {{0, 0}, {4, 60}, {24, 95}}, {{4, 60, 50.0}, {8, 70, 55.0}, {12, 80, {}}, {16, 90, 80.0}}});
  CHECK(contains(svg, "week 12: not known, expected 80"));
  std::size_t lines = 0;
  for (std::size_t at = svg.find("<polyline"); at != svg.npos; at = svg.find("<polyline", at + 1)) ++lines;
  CHECK(lines == 2);  // what is expected, and from week 4 to week 8
}

TEST_CASE("week and month are printed as text, Markdown and HTML, and nothing else") {
  Desk desk;
  desk.begin();
  for (const std::string command : {"week", "month"}) {
    CAPTURE(command);
    CHECK(desk(command + " --format html").out.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
    CHECK(desk(command + " --format md").out.starts_with("# "));
    CHECK(desk(command + " --format text").out == desk(command).out);
    CHECK(desk(command + " --format pdf").exit == 2);
  }
}
