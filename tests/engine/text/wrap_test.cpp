#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "hostile.h"
#include "text/text.h"

namespace starling {

namespace {

using Lines = std::vector<std::string>;

std::string without_blanks(std::string_view text) {
  std::string result(text);
  std::erase_if(result, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return result;
}

// Without the sign of a line of code that goes on.
std::string joined(const Lines& lines) {
  constexpr std::string_view kSign = "↪";
  std::string result;
  for (const std::string& line : lines) result += line;
  for (std::size_t at = 0; (at = result.find(kSign)) != result.npos;) result.erase(at, kSign.size());
  return result;
}

bool goes_to_a_terminal_safely(std::string_view line) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (!is_utf8(line) || std::any_of(line.begin(), line.end(), is_control)) return false;
  for (const char* bad : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069",
                          "\u0080", "\u009B"})
    if (line.find(bad) != line.npos) return false;
  return true;
}

}  // namespace

TEST_CASE("a question is broken between words") {
  CHECK(wrap("why does the window shrink", 10) == Lines{"why does", "the window", "shrink"});
  CHECK(wrap("why", 10) == Lines{"why"});
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("one\n\ntwo", 10) == Lines{"one", "", "two"});
  CHECK(wrap("one\n", 10) == Lines{"one", ""});
  CHECK(wrap("a back-of-envelope sum", 8) == Lines{"a back-", "of-", "envelope", "sum"});
  CHECK(wrap("queues—and deploys", 10) == Lines{"queues—and", "deploys"});
  CHECK(wrap("queues—and deploys", 9) == Lines{"queues—", "and", "deploys"});
  CHECK(wrap("it was 98 % of them", 9) == Lines{"it was", "98 % of", "them"});
  CHECK(wrap("starling init --interview DATE", 18) == Lines{"starling init", "--interview DATE"});
  CHECK(wrap("starling log --minutes-more 5", 20) == Lines{"starling log", "--minutes-more 5"});
  CHECK(wrap("mod is a % of b", 8) == Lines{"mod is a", "% of b"});
  CHECK(wrap("scores run -5 to 5", 12) == Lines{"scores run", "-5 to 5"});
}

TEST_CASE("a command to copy and an id stand on one line where they fit on one") {
  CHECK(wrap("open: starling check m2-distributed", 31) == Lines{"open:", "starling check m2-distributed"});
  CHECK(wrap("mend it: starling story edit quiet-nights2.", 36) == Lines{"mend it:", "starling story edit quiet-nights2."});
  CHECK(wrap("stories/quiet-nights.toml cannot be read", 30) == Lines{"stories/quiet-nights.toml", "cannot be read"});
  CHECK(wrap("told: st-00, st-01, night-pages", 26) == Lines{"told: st-00, st-01,", "night-pages"});
  CHECK(wrap("by starling config review.minutes_per_day 10", 43) == Lines{"by", "starling config review.minutes_per_day 10"});
  CHECK(wrap("or starling story new \"Night pages\" --principle BE, then", 50) == Lines{"or", "starling story new \"Night pages\" --principle BE,", "then"});
  CHECK(wrap("see starling story edit nights", 29) == Lines{"see", "starling story edit nights"});
  CHECK(wrap("'starling undo' takes it back.", 21) == Lines{"'starling undo' takes", "it back."});
  CHECK(wrap("say 'starling doctor --rebuild' makes the cache anew", 32) == Lines{"say 'starling doctor --rebuild'", "makes the cache anew"});
  CHECK(wrap("say \"starling today\" and then go on", 25) == Lines{"say \"starling today\" and", "then go on"});
  CHECK(wrap("what starling gates says of it all", 24) == Lines{"what starling gates says", "of it all"});
  CHECK(wrap("it is in /home/Ada/backups/before-restore now", 36) == Lines{"it is in", "/home/Ada/backups/before-restore now"});
  CHECK(wrap("delete ~/Stories/device-fdaf20bd-given-up.", 35) == Lines{"delete", "~/Stories/device-fdaf20bd-given-up."});
  // Too long for one line: between its words, and an id at its hyphens.
  CHECK(wrap("see starling story edit night-pages", 14) == Lines{"see", "starling story", "edit", "night-pages"});
  CHECK(wrap("a night-pages-of-winter", 12) == Lines{"a night-", "pages-of-", "winter"});
}

TEST_CASE("a word longer than the line is cut, and only there") {
  CHECK(wrap("see https://example.org now", 8) == Lines{"see", "https://", "example.", "org now"});
  CHECK(wrap("abc", 1) == Lines{"a", "b", "c"});
  CHECK(wrap("abc", 0) == Lines{"a", "b", "c"});
  CHECK(wrap("abc", -7) == Lines{"a", "b", "c"});
}

TEST_CASE("blanks that fit stay, and those at the end of a line take no room") {
  CHECK(wrap("  - point", 20) == Lines{"  - point"});
  CHECK(wrap("ab   cd", 5) == Lines{"ab", "cd"});
  CHECK(wrap("ab   cd", 7) == Lines{"ab   cd"});
  CHECK(wrap("ab   ", 2) == Lines{"ab"});
  CHECK(wrap("      word", 4) == Lines{"word"});
  CHECK(wrap("      ", 4) == Lines{""});
  CHECK(wrap("10\u00A0km far", 5) == Lines{"10\u00A0km", "far"});
}

TEST_CASE("scripts without blanks break where they may") {
  CHECK(wrap("日本語の本", 4) == Lines{"日本", "語の", "本"});
  CHECK(wrap("日本語", 5) == Lines{"日本", "語"});
  CHECK(wrap("ภาษาไทย", 6) == Lines{"ภาษา", "ไทย"});
}

TEST_CASE("a family is not torn apart at the end of a line") {
  CHECK(wrap("👩‍👩‍👧👩‍👩‍👧", 3) == Lines{"👩‍👩‍👧", "👩‍👩‍👧"});
  CHECK(wrap("👩‍👩‍👧", 1) == Lines{"👩‍👩‍👧"});
  CHECK(wrap("e\u0301e\u0301", 1) == Lines{"e\u0301", "e\u0301"});
}

TEST_CASE("mixed directions keep the order they were written in") {
  const Lines lines = wrap("the word שלום עולם means hello", 12);
  CHECK(lines == Lines{"the word", "שלום עולם", "means hello"});
}

TEST_CASE("no text of a deck moves the cursor or turns the direction round") {
  CHECK(wrap("a\x1B[2Jb", 20) == Lines{"a\uFFFD[2Jb"});
  CHECK(wrap("a\u202Eb\u2066c", 20) == Lines{"a\uFFFDb\uFFFDc"});
  CHECK(wrap("a\rb\r\nc", 20) == Lines{"a\uFFFDb", "c"});
  CHECK(wrap("a\xFFz", 20) == Lines{"a\uFFFDz"});
  CHECK(wrap("a\u0085b\x7F", 20) == Lines{"a\uFFFDb\uFFFD"});
  CHECK(shorten("a\nb\tc\x07", 20) == "a b c\uFFFD");
}

TEST_CASE("code keeps its layout and is continued where a line is too long") {
  CHECK(wrap_code("while lo < hi:\n    mid = lo\n", 20) == Lines{"while lo < hi:", "    mid = lo", ""});
  CHECK(wrap_code("    abcdef", 5) == Lines{"    a", "bcdef"});
  CHECK(wrap_code("\tx\n a\ty", 20) == Lines{"    x", " a  y"});
  CHECK(wrap_code("", 5) == Lines{""});
  CHECK(wrap_code("日本", 3) == Lines{"日", "本"});
}

TEST_CASE("a long line of code goes on behind its indentation, and no name or number is torn that fits on a line") {
  CHECK(wrap_code("        seen[total] = seen.get(total, 0) + 1", 30) ==
        Lines{"        seen[total] = seen.get", "        ↪ (total, 0) + 1"});
  CHECK(wrap_code("found += seen.get(total - k, 0)", 20) == Lines{"found += seen.get(", "↪ total - k, 0)"});
  CHECK(wrap_code("a_very_long_name_of_a_thing = 1", 12) == Lines{"a_very_long_", "↪ name_of_a_", "↪ thing = 1"});
  CHECK(wrap_code("x = y   # and why", 9) == Lines{"x = y   #", "↪ and why"});
  // A quotation mark stays with what it opens.
  CHECK(wrap_code("tab = \"日本語日本語\"", 18) == Lines{"tab =", "↪ \"日本語日本語\""});
  CHECK(wrap_code("f(\"abcdef\", 'ghi')", 12) == Lines{"f(\"abcdef\",", "↪ 'ghi')"});
  CHECK(wrap_code("print(\"abcdef\")", 12) == Lines{"print(", "↪ \"abcdef\")"});
}

TEST_CASE("no line is wider than asked unless one cluster is, and nothing but blanks is lost") {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    const std::string text = testing::hostile_text(seed, seed % 3 == 0);
    const int width = 1 + static_cast<int>(seed % 17);
    CAPTURE(text);
    CAPTURE(width);
    const std::string whole = without_blanks(shorten(text, 1'000'000));
    for (const Lines& lines : {wrap(text, width), wrap_code(text, width)}) {
      for (const std::string& line : lines) {
        CHECK(display_width(line) <= std::max(width, 2));
        CHECK(goes_to_a_terminal_safely(line));
        if (width == 1 && display_width(line) > 1) CHECK(wrap_code(line, 1).size() == 1);
      }
      CHECK(without_blanks(joined(lines)) == whole);
    }
  }
}

TEST_CASE("an emoji is two columns and an accent none") {
  struct Row {
    std::string text;
    int width;
  };
  const std::vector<Row> rows{{"", 0},
                              {"abc", 3},
                              {"Größe", 5},
                              {"cell’s edge — “so”", 18},
                              {"e\u0301", 1},
                              {"\u0301", 0},
                              {"日本", 4},
                              {"ｗ", 2},
                              {"가", 2},
                              {"\u1100\u1161", 2},
                              {"👍", 2},
                              {"👍🏽", 2},
                              {"👩‍👩‍👧", 2},
                              {"❤", 1},
                              {"❤️", 2},
                              {"1️⃣", 2},
                              {"🇩🇪", 2},
                              {"🇩🇪🇫🇷", 4},
                              {"a\u200Bb", 2},
                              {"שלום", 4},
                              {"≤ → ⁵ …", 7},
                              {"a\xFF", 2},
                              {"ไทย", 3},
                              {"ที่", 1}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.width);
  }
}

TEST_CASE("a title that is too long ends in an ellipsis and fits") {
  CHECK(shorten("Checkout cells", 20) == "Checkout cells");
  CHECK(shorten("Checkout cells", 14) == "Checkout cells");
  CHECK(shorten("Checkout cells", 13) == "Checkout cel…");
  CHECK(shorten("Checkout cells", 10) == "Checkout…");
  CHECK(shorten("Checkout", 1) == "…");
  CHECK(shorten("Checkout", 0).empty());
  CHECK(shorten("Checkout", -3).empty());
  CHECK(shorten("日本語", 4) == "日…");
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    const std::string text = testing::hostile_text(seed, seed % 2 == 0);
    const int width = static_cast<int>(seed % 23);
    CAPTURE(text);
    const std::string cut = shorten(text, width);
    CHECK(display_width(cut) <= width);
    CHECK(goes_to_a_terminal_safely(cut));
    CHECK((display_width(text) <= width || width == 0 || cut.ends_with("…")));
  }
}

TEST_CASE("columns of a table stand under one another") {
  for (const char* cell : {"", "ab", "日本", "❤️", "e\u0301"}) {
    CAPTURE(cell);
    CHECK(display_width(padded(cell, 6)) == 6);
    CHECK(padded(cell, 6).starts_with(cell));
  }
  CHECK(padded("abc", 2) == "abc");
  CHECK(padded("abc", -1) == "abc");
}

}  // namespace starling
