// Pages of HTML and the sheet for the eve. tests/pages/check.py reads whole pages with parsers that are not ours.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "cli/desk.h"
#include "cli/page/chart.h"
#include "cli/page/document.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;

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

TEST_CASE("week, month and sheet are printed as text, Markdown and HTML, and nothing else") {
  Desk desk;
  desk.begin();
  for (const std::string command : {"week", "month", "sheet"}) {
    CAPTURE(command);
    CHECK(desk(command + " --format html").out.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
    CHECK(desk(command + " --format md").out.starts_with("# "));
    CHECK(desk(command + " --format text").out == desk(command).out);
    CHECK(desk(command + " --format pdf").exit == 2);
  }
}

TEST_CASE("the sheet has each story once, under its primary principle, with its first sentence and its figures") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  const std::string sheet = desk("sheet --date 2027-05-06").out;
  CHECK(contains(sheet, "Sheet for Fri 7 May 2027\n3 stories: openings and figures by principle.\n"));
  CHECK(contains(sheet, "\nOwnership\n  Cutting the blast radius of checkout\n    “In February 2024"));
  CHECK(contains(sheet, "    - run cost: 100 % → 109 %\n"));
  CHECK(sheet.find("Cutting the blast radius") != sheet.rfind("Cutting the blast radius"));
  CHECK(contains(sheet, "Think Big\n  Second angle: "));
  CHECK(sheet.find("“In February 2024") == sheet.rfind("“In February 2024"));
  CHECK(contains(sheet, "\nNot finished, not on this sheet\n"));
  CHECK_FALSE(contains(sheet, "checkout-cells"));

  const std::string one = desk("sheet --principle TB --date 2027-05-06").out;
  CHECK(contains(one, "Think Big\n  Cutting the blast radius of checkout\n    “In February 2024"));
  CHECK_FALSE(contains(one, "Ownership"));
  check_refused(desk, "sheet --principle courage", "'courage' is not a principle");
}

TEST_CASE("the more a sheet holds, the smaller it is printed, so that it stays one sheet") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  CHECK(contains(desk("sheet --format html").out, "--print: 10.0pt"));
  const std::string story = test::text_of(test::shipped_content() / "examples/stories/story-01-checkout-cells.toml");
  for (int i = 10; i < 26; ++i) {
    std::string other = story;
    other.replace(other.find("checkout-cells"), 14, "story-" + std::to_string(i));
    desk.folder.write("study/stories/" + std::to_string(i) + ".toml", other);
  }
  const std::string page = desk("sheet --format html").out;
  const double size = std::stod(page.substr(page.find("--print: ") + 9));
  CHECK(size > 5.5);
  CHECK(size < 8);
}

TEST_CASE("the sheet names the principles for which nothing is told") {
  Desk desk;
  desk.begin();
  CHECK(contains(desk("sheet").out, "No story is finished yet: starling story new TITLE."));
  desk.add_sample_stories();
  const Json sheet = desk("sheet --json").json();
  CHECK(sheet["principles"].size() == 16);
  const Json gaps = sheet["gaps"];
  REQUIRE_FALSE(gaps.empty());
  for (const Json& principle : sheet["principles"])
    CHECK(principle["stories"].empty() == (std::ranges::find(gaps, principle["id"]) != gaps.end()));
  CHECK(sheet["principles"][1]["stories"][0]["strength"] == "primary");
  CHECK(sheet["principles"][1]["stories"][0]["metrics"][1]["before"] == "100 %");
  CHECK(contains(desk("sheet").out, "No story yet\n"));
}

TEST_CASE("a story without metrics shows the sentences of its result that hold digits") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/stories/plain.toml",
                    "schema = 1\n[story]\nid = \"plain\"\ntitle = \"Plain\"\n[[principle]]\nid = \"frugality\"\nstrength = \"primary\"\n[sections]\n"
                    "situation = \"The bill grew\\nby 1.5 % a week. Nobody knew why it did.\"\ntask = \"I had to find out why.\"\n"
                    "action = \"I read all of the bills.\"\nresult = \"It fell by 9 % in May. People were glad. 3 teams followed.\"\n"
                    "reflection = \"I would read them much sooner.\"\n");
  const Json story = desk("sheet --principle FR --json").json()["principles"][0]["stories"][0];
  CHECK(story["opening"] == "The bill grew by 1.5 % a week.");
  CHECK(story["figures"] == Json{"It fell by 9 % in May.", "3 teams followed."});
}
