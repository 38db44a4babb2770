#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "source/source.h"

namespace starling {
namespace {

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

// "LINE:COLUMN RULE" of the one problem that `text` has.
std::string place(std::string_view text) {
  const TomlDocument document = parse_toml(text, "decks/a.toml");
  CHECK_FALSE(document.root);
  REQUIRE(document.problems.size() == 1);
  const Problem& problem = document.problems[0];
  CHECK(problem.file == "decks/a.toml");
  CHECK(problem.severity == Severity::Error);
  CHECK_FALSE(problem.text.empty());
  return std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " + problem.rule;
}

const TomlValue& member(const TomlTable& table, std::string_view key) {
  const auto found = std::ranges::find(table.members, key, &TomlMember::key);
  REQUIRE(found != table.members.end());
  return found->value;
}

TEST_CASE("markers that git left are called so, at their line") {
  const TomlDocument document = parse_toml("level = \"L6\"\n<<<<<<< HEAD\nnew = 12\n=======\nnew = 15\n>>>>>>> other\n", "starling.toml");
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].line == 2);
  // Both sides of most conflicts belong: two machines added a card each.
  CHECK(document.problems[0].text == "git left a conflict marker here: bring its two sides together, then delete the lines with the markers");
  CHECK_FALSE(parse_toml("level = \"L6\"\n<< HEAD\n", "starling.toml").problems[0].text.starts_with("git"));
}

TEST_CASE("both sides of a conflict inside a text of three quotes are no text") {
  const std::string sides = "<<<<<<< HEAD\nThe pages came at one.\n=======\nThe pages came at two.\n>>>>>>> b4d1ba4\n";
  for (const std::string& text : {"a = \"\"\"\n" + sides + "\"\"\"\n", "a = '''\n" + sides + "'''\n",
                                  "a = \"\"\"\n" + std::string("<<<<<<< ours\r\none\r\n||||||| base\r\nnone\r\n=======\r\ntwo\r\n>>>>>>> theirs\r\n") + "\"\"\"\n"}) {
    CAPTURE(text);
    CHECK(place(text) == "2:1 toml");
    CHECK(parse_toml(text, "a").problems[0].text.starts_with("git left a conflict marker here"));
  }
  CHECK(place("a = \"\"\"\n<<<<<<< HEAD\nan older one\n" + sides + "\"\"\"\n") == "4:1 toml");
}

TEST_CASE("a text about git may hold the markers of a conflict, but for all three in their order at the beginning of lines") {
  for (const char* lines : {"<<<<<<< HEAD\n", "=======\n", ">>>>>>> other\n", "<<<<<<< HEAD\none\n=======\n", "Title\n=======\ntext\n>>>>>>> other\n",
                            "  <<<<<<< HEAD\n  one\n  =======\n  two\n  >>>>>>> other\n", "<<<<<<< HEAD\none\n>>>>>>> other\n=======\n",
                            "<<<<<<< HEAD\n======== A title ========\n>>>>>>> other\n", "<<<<<<<\n=======\n>>>>>>>\n"}) {
    CAPTURE(std::string(lines));
    CHECK(parse_toml("a = \"\"\"\n" + std::string(lines) + "\"\"\"\n", "a").root);
  }
}

TEST_CASE("every kind of value is read with the place where it stands") {
  const TomlDocument document = parse_toml(
      "title = \"Lead\"\n"
      "  count = -42\n"
      "share = 0.5\n"
      "draft = true\n"
      "day = 2028-02-29\n"
      "tags = [\"a\",\n  'b']\n"
      "at = 2026-12-22T06:00:00Z\n"
      "[[card]]\nid = \"x\"\n"
      "[[card]]\nid = \"y\"\n",
      "a.toml");

  CHECK(document.problems.empty());
  REQUIRE(document.root);
  const TomlTable& root = *document.root;
  CHECK(std::get<std::string>(member(root, "title").what) == "Lead");
  CHECK(std::get<std::int64_t>(member(root, "count").what) == -42);
  CHECK(std::get<double>(member(root, "share").what) == 0.5);
  CHECK(std::get<bool>(member(root, "draft").what));
  CHECK(std::get<Day>(member(root, "day").what) == *parse_day("2028-02-29"));
  CHECK(std::holds_alternative<std::monostate>(member(root, "at").what));
  CHECK(member(root, "count").line == 2);
  CHECK(member(root, "count").column == 11);
  const auto& tags = std::get<TomlArray>(member(root, "tags").what);
  REQUIRE(tags.size() == 2);
  CHECK(tags[1].line == 7);
  CHECK(tags[1].column == 3);
  const auto& cards = std::get<TomlArray>(member(root, "card").what);
  REQUIRE(cards.size() == 2);
  CHECK(std::get<TomlTable>(cards[1].what).line == 11);
  CHECK(std::ranges::is_sorted(root.members, {}, &TomlMember::key));
}

TEST_CASE("a slip in the writing is reported where it stands") {
  CHECK(place("a = 1\nb = ?\n") == "2:5 toml");
  CHECK(place("a = \n") == "1:5 toml");
  CHECK(place("a = 1\n\n  = 2\n") == "3:3 toml");
  CHECK(place("a = 1 b = 2") == "1:7 toml");
  CHECK(place("title = \"\xC3\xA9t\xC3\xA9\" x") == "1:15 toml");
  CHECK(place("a = 9223372036854775808").starts_with("1:"));
  CHECK(place("[card\nid = 1").starts_with("1:"));
}

TEST_CASE("a text without its closing quote is told where it begins") {
  const auto text_of = [](std::string_view text) { return parse_toml(text, "a").problems.at(0).text; };
  for (const char* open : {"a = 1\nlevel = \"L6\nb = 2\n", "a = 1\nlevel = 'L6\nb = 2\n", "a = 1\nlevel = \"L6\r\nb = 2\r\n",
                           "a = 1\nlevel = \"L6", "a = 1\nlevel = \"L6\\\" # \nb = 2\n"}) {
    CAPTURE(open);
    CHECK(place(open) == "2:9 toml");
    CHECK(text_of(open) == "the text that begins here has no closing quote on its line");
  }
  CHECK(place("\"\xC3\xA9\" = [\"\xC3\xA9\", 'b]\n") == "1:13 toml");
  CHECK(text_of("a = \"b\x01\"\n") != text_of("a = \"b\n"));
}

TEST_CASE("quotes of a word processor and texts without quotes are called so, where the value begins") {
  const auto text_of = [](std::string_view text) { return parse_toml(text, "a").problems.at(0).text; };
  for (const char* curly : {"a = 1\nb = \u201CMine\u201D\n", "a = 1\nb = \u2018basic\u2019\n", "a = 1\nb = \u201EMine\u201C\n", "a = 1\nb = \u201Ca b\n"}) {
    CAPTURE(std::string(curly));
    CHECK(place(curly) == "2:5 toml");
    CHECK(text_of(curly) == "curly quotes are no quotes here: write straight ones, \"");
  }
  CHECK(place("t = [\"a\", \u201Cb\u201D]\n") == "1:11 toml");
  CHECK(place("\u201Ca\u201D = 1\n") == "1:1 toml");
  for (const char* bare : {"a = 1\nb = L6\n", "a = 1\nb = First question?\n", "a = 1\nb = tomorrow\n", "a = 1\nb = w03-d1-read\n", "a = 1\nb = None\n",
                           "a = 1\nb = infinite\n", "a = 1\nb = \u00DCnder\n", "a = 1\nb=[L6]\n"}) {
    CAPTURE(std::string(bare));
    CHECK(place(bare).starts_with("2:"));
    CHECK(text_of(bare) == "a text stands between quotes, \"like this\"; without them stand numbers, dates, true and false");
  }
  CHECK(place("a = 1\nb = tomorrow\n") == "2:5 toml");
  for (const char* other : {"b = ?\n", "b = 2026-13-01\n", "b = \n", "b = 1 2\n"}) {
    CAPTURE(std::string(other));
    CHECK(text_of(other).find("quotes") == std::string::npos);
  }
}

TEST_CASE("curly quotes inside a text are not what is wrong with it, and a line that begins as a marker of git is none") {
  const auto text_of = [](std::string_view text) { return parse_toml(text, "a").problems.at(0).text; };
  CHECK(text_of("a = \"He said \\\u201Chi\\\u201D\"\n").find("curly") == std::string::npos);
  CHECK(text_of("a = \"\"\"\n======= \\q\n\"\"\"\n").find("conflict") == std::string::npos);
  CHECK(text_of("\xEF\xBB\xBFtitle = \"abc\nb = 1\n") == "the text that begins here has no closing quote on its line");
}

TEST_CASE("a mistake at the end of a line of a megabyte is named as soon as in a short one") {
  std::string line = "a = [";
  while (line.size() < (1U << 20)) line += "1,";
  CHECK(parse_toml(line + "x]\n", "a").problems.at(0).column > (1 << 20));
}

TEST_CASE("three quotes that nobody closed are told where they begin") {
  const auto text_of = [](std::string_view text) { return parse_toml(text, "a").problems.at(0).text; };
  CHECK(place("a = 1\nb = \"\"\"\nWhat\n[[card]]\nid = 3\n") == "2:5 toml");
  CHECK(text_of("a = 1\nb = \"\"\"\nWhat\n") == "the text that begins here is not closed by \"\"\"");
  CHECK(text_of("b = '''\nabc\n") == "the text that begins here is not closed by '''");
  CHECK(place("# it's \"\"\"\na = \"\"\"one\"\"\"\nb = 'x' \nc = \"\"\"\ntwo \\\"\"\"\n") == "4:5 toml");
}

TEST_CASE("one bracket where there are to be two is told as that") {
  const auto text_of = [](std::string_view text) { return parse_toml(text, "a").problems.at(0).text; };
  constexpr const char* kSaid = "there is a [card] already: write its lines under that one; only what may stand several times has two brackets each time, [[card]]";
  for (const char* text : {"[card]\nid = 1\n[card]\nid = 2\n", "[card]\nid = 1\n[[card]]\nid = 2\n", "[[card]]\nid = 1\n[card]\nid = 2\n"}) {
    CAPTURE(std::string(text));
    CHECK(place(text).starts_with("3:"));
    CHECK(text_of(text) == kSaid);
  }
}

TEST_CASE("a key written twice is reported on the line of the second") {
  CHECK(place("a = 1\nb = 2\na = 3\n").starts_with("3:"));
  CHECK(place("[a]\nx = 1\n[a]\n").starts_with("3:"));
  CHECK(place("a.b = 1\na = 2\n").starts_with("2:"));
  CHECK(place("a = {x = 1, x = 2}").starts_with("1:"));
}

TEST_CASE("a date that does not exist is an error, not another day") {
  for (const char* date : {"2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-12-00", "2100-02-29"}) {
    CAPTURE(std::string(date));
    CHECK(place(std::string("ok = 1\nday = ") + date + "\n").starts_with("2:"));
  }
}

TEST_CASE("the first byte that is not UTF-8 is found, counted in characters") {
  CHECK(place("\xff") == "1:1 utf-8");
  CHECK(place("a = \"b\xff\"") == "1:7 utf-8");
  CHECK(place("a = 1\nb = \"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x90\xA6\xC3\"") == "2:9 utf-8");
  CHECK(place("ab\x80") == "1:3 utf-8");
  CHECK(place("a\n\n\xC3\xA9\x80\x80") == "3:2 utf-8");
  CHECK(place("a\n\xC3") == "2:1 utf-8");
  CHECK(place("# overlong \xC0\xAF") == "1:12 utf-8");
  CHECK(place("# surrogate \xED\xA0\x80") == "1:13 utf-8");
  CHECK(place("# beyond \xF4\x90\x80\x80") == "1:10 utf-8");
  CHECK(place(std::string("\xff\xfe" "a\0=\0", 6)) == "1:1 utf-8");
}

TEST_CASE("no control character comes out of a text, whichever way it was written") {
  CHECK(place("a = 1\nb = \"\\u001b[31m\"\n") == "2:5 control-character");
  CHECK(place("b = [\"x\",\n \"\\u0007\"]") == "2:2 control-character");
  CHECK(place("b = \"\\b\"") == "1:5 control-character");
  CHECK(place("b = \"\\r\"") == "1:5 control-character");
  CHECK(place("b = \"\\u0000\"") == "1:5 control-character");
  CHECK(place("b = \"\\u007f\"") == "1:5 control-character");
  CHECK(place("b = \"\\u009b31m\"") == "1:5 control-character");
  CHECK(place("b = \"\xC2\x9B\"") == "1:5 control-character");
  CHECK(place("a = 1\n\"\\u001b[31m\" = 2\n") == "2:1 control-character");
  CHECK(place("a = \"\x1b\"").starts_with("1:"));
  CHECK(place(std::string("a = 1\0", 6)).starts_with("1:"));

  CHECK(parse_toml("a = \"tab\\tnewline\\n\xC2\xA0\"", "a").root);
}

TEST_CASE("what is wrong is told without the control characters of the text and in bounds") {
  const std::string long_key(5000, 'k');
  for (const std::string& text : {std::string("tÂ" "31m"), std::string("a = [31m"), std::string(" = 1"),
                                  "a = 1\n" + long_key + " = 1\n" + long_key + " = 1"}) {
    const TomlDocument document = parse_toml(text, "a");
    REQUIRE(document.problems.size() == 1);
    const std::string& said = document.problems[0].text;
    CHECK(said.size() < 400);
    CHECK(std::ranges::none_of(said, [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
    CHECK(said.find("Â") == std::string::npos);
  }
}

TEST_CASE("each text with a control character is a problem of its own") {
  const TomlDocument document = parse_toml("a = \"\\u0001\"\nb = \"fine\"\nc = [\"\\u0002\"]\n", "a");
  REQUIRE(document.problems.size() == 2);
  CHECK(document.problems[0].line == 1);
  CHECK(document.problems[0].text.find("U+0001") != std::string::npos);
  CHECK(document.problems[1].line == 3);
}

TEST_CASE("a file from another system reads the same") {
  const TomlDocument document = parse_toml("\xEF\xBB\xBF" "a = \"\"\"x\r\ny\"\"\"\r\nb = 1\r\n", "a");
  REQUIRE(document.root);
  CHECK(std::get<std::string>(member(*document.root, "a").what) == "x\ny");
  CHECK(member(*document.root, "b").line == 3);
}

TEST_CASE("a text that is too large is a problem and is not looked at") {
  std::string largest = "a = 1\n#" + std::string(kMaxTomlBytes - 7, 'x');
  REQUIRE(largest.size() == kMaxTomlBytes);
  CHECK(parse_toml(largest, "a").root);
  largest += "\xff";
  CHECK(place(largest) == "1:1 too-large");
}

TEST_CASE("ten thousand brackets are a problem, not a crash") {
  for (const char* bracket : {"[", "{a=", "[{a=", "[[", "{", "[\n"}) {
    CAPTURE(std::string(bracket));
    (void)place("x = " + repeated(bracket, 10'000));
  }
  (void)place("x = " + repeated("[", 10'000) + repeated("]", 10'000));
  (void)place(repeated("[", 10'000));
}

TEST_CASE("a key of ten thousand parts is a problem, not a crash") {
  CHECK(place("ok = 1\n\xC3\xA9.b" + repeated(".a", 10'000) + " = 1\n").starts_with("2:"));
  CHECK(place("ok = 1\n" + repeated("a.", 10'000) + "b = 1\n") == "2:32 toml");
  CHECK(place("[" + repeated("a.", 1'000'000) + "b]\n") == "1:33 toml");
  CHECK(place("[[" + repeated("a . ", 10'000) + "b]]\n").starts_with("1:"));
  CHECK(place("x = {" + repeated("\"q # ' = \".", 10'000) + "b = 1}\n").starts_with("1:"));
  CHECK(place("x = {y = \"\"\"\n'\\\"\"\"\"\"\", " + repeated("a.", 10'000) + "b = '1'}\n").starts_with("2:"));
  CHECK(place("x = ''' # '''''\n" + repeated("a.", 10'000) + "b = '1'\n") == "2:32 toml");
}

TEST_CASE("dots inside texts and comments nest nothing") {
  const std::string dots(200, '.');
  const TomlDocument document = parse_toml("# " + dots +
                                               "\na = \"" + dots + "\"\nb = '" + dots + "'\nc = \"\"\"\n" +
                                               dots + " \\\"\"\" \" ' " + dots + "\"\"\"\"\"\nd = '''\n" + dots +
                                               "''\n" + dots + "'''\na2.b.c.d = 1.5\n",
                                           "a");
  CHECK(document.problems.empty());
  REQUIRE(document.root);
  CHECK(document.root->members.size() == 5);
}

TEST_CASE("texts nest a hundred deep and no deeper, however the levels are written") {
  const std::string key = repeated("a.", 15) + "a";
  CHECK(parse_toml("x = " + repeated("[", 99) + "1" + repeated("]", 99), "a").root);
  CHECK(parse_toml("[" + key + "]\n" + key + " = 1\n", "a").root);
  CHECK(place("ok = 1\nx = " + repeated("[", 100) + "1" + repeated("]", 100)) == "2:105 toml");
  CHECK(place("x = " + repeated("[", 100) + "1, 2, 3" + repeated("]", 100)) == "1:105 toml");
  CHECK(place("x = " + repeated("{" + key + " = ", 250) + "1" + repeated("}", 250)).starts_with("1:"));
}

TEST_CASE("a text cut anywhere is read or has a problem inside it") {
  const std::string whole =
      "title = \"\xC3\xA9t\xC3\xA9 \\u00e9\"\n[[card]]\nid = 'a-b'\nday = 2026-12-22\nx = {a.b = [1, 2.5, true]}\n"
      "back = \"\"\"\nline \\\n  two\"\"\"\n";
  REQUIRE(parse_toml(whole, "a").root);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const TomlDocument document = parse_toml(std::string_view(whole).substr(0, size), "a");
    CAPTURE(size);
    CHECK(document.root.has_value() == document.problems.empty());
    const auto lines = 1 + std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size), '\n');
    for (const Problem& problem : document.problems) {
      CHECK(problem.line >= 1);
      CHECK(problem.line <= lines);
      CHECK(problem.column >= 1);
    }
  }
}

TEST_CASE("a problem is shown as file, line and column") {
  const Problem error{"decks/lead.toml", 14, 3, "why-us", "missing", Severity::Error, "card 'why-us' has no back"};
  Problem warning = error;
  warning.severity = Severity::Warning;

  CHECK(to_line(error) == "decks/lead.toml:14:3: error: card 'why-us' has no back");
  CHECK(to_line(warning) == "decks/lead.toml:14:3: warning: card 'why-us' has no back");
  CHECK(has_error(std::array{warning, error}));
  CHECK_FALSE(has_error(std::array{warning, warning}));
  CHECK_FALSE(has_error({}));
}

TEST_CASE("a file that is written for a newer program says only that, whatever else is in it") {
  const TomlDocument newer = parse_toml("schema = 3\n[crad]\nid = \"\\u0041\"\n", "decks/a.toml", 2);
  CHECK_FALSE(newer.root);
  REQUIRE(newer.problems.size() == 1);
  CHECK(to_line(newer.problems[0]) ==
        "decks/a.toml:1:10: error: this file is written for a newer Starling (schema 3; this one reads 2): update Starling on this machine");
  for (const char* text : {"schema = 2\n", "schema = 1\n", "schema = 0\n", "schema = \"3\"\n", "[a]\nschema = 3\n", ""}) {
    CAPTURE(std::string(text));
    CHECK(parse_toml(text, "a", 2).root);
  }
}

TEST_CASE("of many control characters a thousand are named") {
  const TomlDocument document = parse_toml("a = [" + repeated("\"\\u0001\",", 5000) + "]", "a.toml");
  CHECK_FALSE(document.root);
  CHECK(document.problems.size() == kMostProblems + 1);
}

}  // namespace
}  // namespace starling
