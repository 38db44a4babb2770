// Lines as RFC 5545 wants them: folded, escaped, and whole again when a reader puts them together.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "calendar/chance.h"
#include "ics/ics.h"
#include "text/text.h"

namespace starling {
namespace {

// The lines between the line ends.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    lines.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

std::string unfolded(const std::string& text) {
  std::string whole;
  for (const std::string& line : lines_of(text)) whole += whole.empty() ? line : line.substr(1);
  return whole;
}

TEST_CASE("a line of 75 octets stays one, and the 76th goes on behind a blank") {
  CHECK(ics_line(std::string(75, 'x')) == std::string(75, 'x') + "\r\n");
  CHECK(ics_line(std::string(76, 'x')) == std::string(75, 'x') + "\r\n x\r\n");
  CHECK(ics_line(std::string(75 + 74 + 1, 'x')) == std::string(75, 'x') + "\r\n " + std::string(74, 'x') + "\r\n x\r\n");
  CHECK(ics_line("") == "\r\n");
}

TEST_CASE("no character is cut, wherever the fold comes and however wide it is") {
  for (const std::string character : {"é", "€", "😀", "ש"})
    for (std::size_t before = 0; before < 90; ++before) {
      std::string line = std::string(before, 'x');
      for (int i = 0; i < 60; ++i) line += character;
      const std::string text = ics_line(line);
      CHECK(unfolded(text) == line);
      for (const std::string& each : lines_of(text)) {
        CHECK(each.size() <= kLineOctets);
        CHECK(is_utf8(each));
      }
    }
}

TEST_CASE("commas, semicolons, backslashes and newlines are escaped, and nothing else is") {
  CHECK(ics_value("a,b;c\\d\ne:\"f\"") == "a\\,b\\;c\\\\d\\ne:\"f\"");
  CHECK(ics_value("\\n") == "\\\\n");
  CHECK(ics_value("") == "");
}

TEST_CASE("a text is carried with its line ends as newlines, and without what no calendar may hold") {
  CHECK(calendar_text("a\r\nb\rc\nd\xC2\x85" "e\xE2\x80\xA8" "f") == "a\nb\nc\nd\ne\nf");
  CHECK(calendar_text("tab\tstays") == "tab\tstays");
  CHECK(calendar_text(std::string("nul\0bell\a", 9)) == "nul\xEF\xBF\xBD" "bell\xEF\xBF\xBD");
  CHECK(calendar_text("broken \xC3( \xFF") == "broken \xEF\xBF\xBD( \xEF\xBF\xBD");
  CHECK(calendar_text("שלום 😀") == "שלום 😀");
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SplitMix64 dice(Seed{seed});
    std::string bytes;
    for (std::uint64_t length = dice.below(200); length > 0; --length) bytes += static_cast<char>(dice.below(256));
    const std::string once = calendar_text(bytes);
    CHECK(is_utf8(once));
    CHECK(calendar_text(once) == once);
  }
}

}  // namespace
}  // namespace starling
