#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <string>

#include "source/source.h"

namespace starling {
namespace {

// One table, being read.
struct Reading {
  explicit Reading(std::string_view text) : document(parse_toml(text, "a.toml")) {
    REQUIRE(document.root);
    findings.file = "a.toml";
    fields = std::make_unique<Fields>(*document.root, findings, "card 'x'");
  }
  // "LINE:COLUMN RULE TEXT" of the last problem, and how many there are.
  [[nodiscard]] std::string last() const {
    if (findings.problems.empty()) return "";
    const Problem& p = findings.problems.back();
    return std::to_string(p.line) + ":" + std::to_string(p.column) + " " + p.rule + " " + p.text;
  }
  [[nodiscard]] std::size_t count() const { return findings.problems.size(); }

  TomlDocument document;
  Findings findings;
  std::unique_ptr<Fields> fields;
};

TEST_CASE("what is not there is nothing, and no problem") {
  Reading r("other = 1");
  Fields& f = *r.fields;

  CHECK_FALSE(f.text("a"));
  CHECK_FALSE(f.integer("a", 0, 1));
  CHECK_FALSE(f.number("a", 0, 1));
  CHECK_FALSE(f.flag("a"));
  CHECK_FALSE(f.day("a"));
  CHECK(f.texts("a").empty());
  CHECK(f.integers("a", 0, 1).empty());
  CHECK(f.table("a") == nullptr);
  CHECK(f.tables("a").empty());
  CHECK_FALSE(f.word("a", std::array<std::string_view, 1>{"x"}));
  CHECK_FALSE(f.has("a"));
  CHECK(f.has("other"));
  CHECK(r.count() == 0);
}

TEST_CASE("what is there and right is given back") {
  Reading r(
      "t = 'x'\ni = 7\nn = 1.5\nw = 2\nb = false\nd = 2026-12-22\nl = ['a', 'b']\none = 'a'\nnums = [1, 2]\n"
      "e = []\nsub = {k = 1}\nk = 'red'\n[[row]]\na = 1\n[[row]]\na = 2\n");
  Fields& f = *r.fields;

  CHECK(f.text("t") == "x");
  CHECK(f.integer("i", 7, 7) == 7);
  CHECK(f.number("n", 1.5, 1.5) == 1.5);
  CHECK(f.number("w", 0, 2) == 2.0);
  CHECK(f.flag("b") == false);
  CHECK(f.day("d") == parse_day("2026-12-22"));
  CHECK(f.texts("l") == std::vector<std::string>{"a", "b"});
  CHECK(f.texts("one") == std::vector<std::string>{"a"});
  CHECK(f.texts("e").empty());
  CHECK(f.integers("nums", 1, 2) == std::vector<std::int64_t>{1, 2});
  CHECK(f.word("k", std::array<std::string_view, 2>{"blue", "red"}) == "red");
  REQUIRE(f.table("sub"));
  CHECK(f.table("sub")->members.size() == 1);
  REQUIRE(f.tables("row").size() == 2);
  CHECK(f.tables("row")[1]->line == 15);
  CHECK(f.need_text("t") == "x");
  CHECK(f.need_integer("i", 0, 9) == 7);
  CHECK(f.finish());
  CHECK(r.count() == 0);
}

// A value of each type, written as `v`.
constexpr std::array kValues{"'text'", "7", "1.5", "true", "2026-12-22", "[1, 'a']", "{a = 1}", "06:30:00"};

TEST_CASE("a value of the wrong type is nothing, and a problem at the value") {
  for (const std::string value : kValues) {
    Reading r("\nv = " + value + "\n");
    Fields& f = *r.fields;
    CAPTURE(value);
    const auto refused = [&](bool nothing, const char* expected) {
      CHECK(nothing);
      CHECK(r.last() == std::string("2:5 wrong-type card 'x': 'v' must be ") + expected);
    };
    if (value != kValues[0]) refused(!f.text("v"), "a text in quotes");
    if (value != kValues[0]) refused(!f.word("v", std::array<std::string_view, 1>{"w"}), "a text in quotes");
    if (value != kValues[0]) refused(f.need_text("v").empty(), "a text in quotes");
    if (value != kValues[0]) refused(f.texts("v").empty(), "a list of texts");
    if (value != kValues[1]) refused(!f.integer("v", 0, 9), "a whole number from 0 to 9");
    if (value != kValues[1]) refused(f.need_integer("v", 0, 9) == 0, "a whole number from 0 to 9");
    if (value != kValues[1] && value != kValues[2]) refused(!f.number("v", 0, 9.5), "a number from 0 to 9.5");
    if (value != kValues[3]) refused(!f.flag("v"), "true or false");
    if (value != kValues[4]) refused(!f.day("v"), "a date such as 2026-12-22, without quotes");
    if (value != kValues[6]) refused(f.table("v") == nullptr, "a table");
    refused(f.integers("v", 0, 9).empty(), "a list of whole numbers from 0 to 9");
    refused(f.tables("v").empty(), "a list of tables: [[v]]");
    CHECK_FALSE(f.finish());
  }
}

TEST_CASE("a number outside its range is refused, one at the edge is taken") {
  Reading r("low = -1\nzero = 0\nmost = 9223372036854775807\nlist = [0, 5, 6]\nnan = nan\ninf = inf\n");
  Fields& f = *r.fields;
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();

  CHECK(f.integer("zero", 0, 0) == 0);
  CHECK(f.integer("most", 0, kMost) == kMost);
  CHECK(f.number("low", -1, 0) == -1);
  CHECK(f.integers("list", 0, 6).size() == 3);
  CHECK(r.count() == 0);

  CHECK_FALSE(f.integer("low", 0, 5));
  CHECK(r.last() == "1:7 wrong-type card 'x': 'low' must be a whole number from 0 to 5");
  CHECK_FALSE(f.integer("most", 0, kMost - 1));
  CHECK_FALSE(f.number("low", -0.5, 0));
  CHECK(f.integers("list", 0, 5).empty());
  CHECK(f.integers("list", 1, 6).empty());
  CHECK_FALSE(f.number("nan", -1e308, 1e308));
  CHECK_FALSE(f.number("inf", -1e308, std::numeric_limits<double>::infinity()));
  CHECK(f.need_integer("low", 0, 5) == 0);
  CHECK(r.count() == 8);
}

TEST_CASE("what is needed and missing is a problem at the table") {
  const TomlDocument document = parse_toml("\n\n[card]\nid = 'x'\n", "a.toml");
  REQUIRE(document.root);
  Findings findings{"a.toml", {}};
  const TomlTable& card = std::get<TomlTable>(document.root->members.at(0).value.what);
  Fields f(card, findings, "the card");
  f.name("card 'x'", "x");

  CHECK(f.need_text("back").empty());
  CHECK(f.need_integer("count", 1, 5) == 0);

  REQUIRE(findings.problems.size() == 2);
  CHECK(to_line(findings.problems[0]) == "a.toml:3:1: error: card 'x' has no back");
  CHECK(findings.problems[0].rule == "missing");
  CHECK(findings.problems[0].card == "x");
  CHECK(findings.problems[1].text == "card 'x' has no count");
  CHECK_FALSE(f.finish());
  CHECK(f.line() == 3);
}

TEST_CASE("a text of white space counts as absent, also after another mistake") {
  for (const char* blank : {"''", "'  '", "\"\\n\\t \""}) {
    Reading r(std::string("count = 'x'\nback = ") + blank + "\n");
    (void)r.fields->integer("count", 0, 5);
    REQUIRE(r.count() == 1);

    CHECK(r.fields->need_text("back").empty());
    CHECK(r.count() == 2);
    CHECK(r.last() == "2:8 missing card 'x' has an empty back");
  }
}

TEST_CASE("an unknown word is answered with the nearest, or with all there are") {
  constexpr std::array<std::string_view, 3> kKinds{"basic", "cloze", "typed"};
  Reading r("a = 'cloez'\nb = 'zzzzzzzz'\nc = 'Basic'\n");

  CHECK_FALSE(r.fields->word("a", kKinds));
  CHECK(r.last() == "1:5 unknown-word card 'x': 'cloez' is not a known a; did you mean 'cloze'?");
  CHECK_FALSE(r.fields->word("b", kKinds));
  CHECK(r.last() == "2:5 unknown-word card 'x': 'zzzzzzzz' is not a known b; use one of: basic, cloze, typed");
  CHECK_FALSE(r.fields->word("c", kKinds));
  CHECK(r.count() == 3);
}

TEST_CASE("a key nobody asked for is reported with the nearest that was") {
  Reading r("front = 'a'\nbakc = 'b'\nzzzzzzzz = 1\n");
  (void)r.fields->text("front");
  (void)r.fields->text("back");

  CHECK_FALSE(r.fields->finish());
  REQUIRE(r.count() == 2);
  CHECK(to_line(r.findings.problems[0]) ==
        "a.toml:2:8: error: card 'x': unknown key 'bakc'; did you mean 'back'?");
  CHECK(r.findings.problems[0].rule == "unknown-key");
  CHECK(r.findings.problems[1].text == "card 'x': unknown key 'zzzzzzzz'");
}

TEST_CASE("a key that was needed and missing is still a key to be meant") {
  Reading r("bakc = 'b'\ncuont = 1\n");
  (void)r.fields->need_text("back");
  (void)r.fields->need_integer("count", 0, 5);
  (void)r.fields->finish();

  CHECK(r.count() == 4);
  CHECK(r.findings.problems[2].text.find("did you mean 'back'?") != std::string::npos);
  CHECK(r.findings.problems[3].text.find("did you mean 'count'?") != std::string::npos);
}

TEST_CASE("a warning does not spoil the table, an error does") {
  Reading r("front = 'a'\n");
  (void)r.fields->text("front");

  r.fields->problem("front", "too-long", "rather long", Severity::Warning);
  CHECK(r.last() == "1:9 too-long rather long");
  CHECK(r.fields->finish());
  r.fields->problem("nowhere", "odd", "odd");
  CHECK(r.last() == "1:1 odd odd");
  CHECK_FALSE(r.fields->finish());
}

TEST_CASE("a thousand problems of a file are listed, and then one that says there are more") {
  std::string text;
  for (int key = 0; key < 20'000; ++key) text += "key" + std::to_string(key) + " = 1\n";
  Reading r(text);
  CHECK_FALSE(r.fields->finish());
  REQUIRE(r.count() == kMostProblems + 1);
  CHECK(r.findings.problems.front().rule == "unknown-key");
  CHECK(r.findings.problems.back().rule == "too-many-problems");
  CHECK(r.findings.problems.back().text == "more than 1000 things are wrong in this file; the rest is not listed");
  CHECK(r.findings.problems.back().line > 1);
}

TEST_CASE("an error among the problems that are not listed is still an error") {
  std::vector<Problem> problems;
  const auto add = [&](Severity severity) { add_problem(problems, {"a.toml", 1, 1, "", "rule", severity, "text"}); };
  for (std::size_t i = 0; i < kMostProblems + 5; ++i) add(Severity::Warning);
  CHECK(problems.size() == kMostProblems + 1);
  CHECK_FALSE(has_error(problems));
  add(Severity::Error);
  add(Severity::Warning);
  CHECK(problems.size() == kMostProblems + 1);
  CHECK(has_error(problems));
}

TEST_CASE("an unknown key is reported at its own place, however many there are before it") {
  Reading r("[a]\nx = 1\n[b]\n\n  [c]\n");
  (void)r.fields->table("b");
  CHECK_FALSE(r.fields->finish());
  REQUIRE(r.count() == 2);
  CHECK(r.findings.problems[0].line == 1);
  CHECK(r.findings.problems[1].line == 5);
}

}  // namespace

TEST_CASE("a key or a word may be spelt as Americans do") {
  constexpr std::array<std::string_view, 2> words{"behavioural", "design"};
  const TomlDocument document = parse_toml("license = \"CC0\"\nmock = \"behavioral\"\nlicnse = 1\n", "f");
  REQUIRE(document.root);
  Findings findings{"f", {}};
  Fields fields(*document.root, findings, "it");
  CHECK(fields.has("licence"));
  CHECK(fields.text("licence") == "CC0");
  CHECK(fields.word("mock", words) == "behavioural");
  CHECK_FALSE(fields.finish());
  REQUIRE(findings.problems.size() == 1);  // of the third line alone
  CHECK(findings.problems[0].line == 3);
}

}  // namespace starling
