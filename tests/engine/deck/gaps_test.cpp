#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cards.h"

namespace starling {

using testing::card;
using testing::read_card;
using testing::rules;

namespace {

using Texts = std::vector<std::string>;

Card cloze(std::string_view text) { return card("cloze", fmt::format("text = '''{}'''", text)); }

Card code(std::string_view text, std::string_view lang = "python") {
  return card("code", fmt::format("front = \"f\"\nlang = \"{}\"\ncode = '''\n{}'''", lang, text));
}

}  // namespace

TEST_CASE("each number of a cloze card is asked on its own, the other gaps filled in") {
  const Card raft = cloze("A group of {{1::2f+1}} voters survives {{2::f::how many}} losses.");
  CHECK(schedules(raft) == Texts{"#1", "#2"});
  const Face first = face(raft, "#1", Seed{1});
  CHECK(first.front == "A group of […] voters survives f losses.");
  CHECK(first.back == "2f+1");
  const Face second = face(raft, "#2", Seed{1});
  CHECK(second.front == "A group of 2f+1 voters survives [how many] losses.");
  CHECK(second.gaps == Texts{"f"});
}

TEST_CASE("gaps of one number are asked together") {
  const Card both = cloze("{{2::a}} then {{1::b}} then {{2::c}}");
  CHECK(schedules(both) == Texts{"#1", "#2"});
  const Face shown = face(both, "#2", Seed{1});
  CHECK(shown.front == "[…] then b then […]");
  CHECK(shown.back == "a; c");
  CHECK(shown.gaps == Texts{"a", "c"});
}

TEST_CASE("numbers of gaps need not be in order nor next to one another") {
  CHECK(schedules(cloze("{{9::a}} {{10::b}} {{2::c}}")) == Texts{"#2", "#9", "#10"});
}

TEST_CASE("a gap that is not well formed is a mistake that says what is wrong") {
  for (const std::string text :
       {"{{1::}}", "{{1:: }}", "{{1::a", "{{1::a}", "{{0::a}}", "{{::a}}", "{{a}}", "{{1}}", "{{1:a}}",
        "{{-1::a}}", "{{100::a}}", "{{99999999999999999999::a}}", "{{1::{{2::a}}}}", "{{1::::hint}}", "{{1::a}} and {{",
        "{{1::a {{2::b}}", "plain"}) {
    CAPTURE(text);
    const DeckFile file = read_card("cloze", "text = \"" + text + "\"");
    CHECK(rules(file.problems) == Texts{"malformed-gap"});
    CHECK(file.deck->cards.empty());
    CHECK(file.problems[0].text.find("gap") != std::string::npos);
  }
}

TEST_CASE("code is asked with its layout, and braces of its own do no harm") {
  const Card search = code("while lo < hi:\n    {{1::lo = mid + 1}}\n    d = {{2::{}}}\nreturn f\"{{x}}\"\n");
  CHECK(schedules(search) == Texts{"#1", "#2"});
  const Face first = face(search, "#1", Seed{1});
  CHECK(first.code);
  CHECK(first.front == "f");
  CHECK(first.back == "lo = mid + 1");
  CHECK(first.code_front == "while lo < hi:\n    […]\n    d = {}\nreturn f\"{{x}}\"");
  CHECK(first.filled == "while lo < hi:\n    lo = mid + 1\n    d = {}\nreturn f\"{{x}}\"");
  CHECK(face(search, "#2", Seed{1}).gaps == Texts{"{}"});
}

TEST_CASE("a double colon that belongs to the code is no hint") {
  CHECK(face(code("x = {{1::a[::-1]}}"), "#1", Seed{1}).gaps == Texts{"a[::-1]"});
  CHECK(face(code("{{1::std::sort(a)}};", "cpp"), "#1", Seed{1}).gaps == Texts{"std::sort(a)"});
  CHECK(face(code("{{1::std::sort(a)}};", "C++"), "#1", Seed{1}).gaps == Texts{"std::sort(a)"});
  for (const std::string lang : {"python", "c++20", "yaml", "typescript"})
    CHECK(face(code("{{1::AWS::S3::Bucket}}", lang), "#1", Seed{1}).gaps == Texts{"AWS::S3::Bucket"});
}

TEST_CASE("code without a gap, or with an open one, is a mistake") {
  for (const std::string text : {"x = {{y}}", "{{1::x", "{{1::}}", "{{0::x}}", "{{1::a{{2::b}}c}}"}) {
    CAPTURE(text);
    const DeckFile file = read_card("code", "front = \"f\"\nlang = \"c\"\ncode = '" + text + "'");
    CHECK(rules(file.problems) == Texts{"malformed-gap"});
  }
}

TEST_CASE("a double colon in prose begins a hint only where it can be nothing else, and a doubt is a warning") {
  CHECK(face(cloze("{{1::AWS::S3::Bucket}}"), "#1", Seed{1}).gaps == Texts{"AWS::S3::Bucket"});
  const Face hinted = face(cloze("{{1::std::move :: gives up what}}"), "#1", Seed{1});
  CHECK(hinted.gaps == Texts{"std::move"});
  CHECK(hinted.front == "[gives up what]");
  CHECK(face(cloze("{{1::std::move ::}}"), "#1", Seed{1}).gaps == Texts{"std::move"});
  const DeckFile doubtful = read_card("cloze", "text = \"{{1::std::move}}\"");
  CHECK(rules(doubtful.problems) == Texts{"ambiguous-gap"});
  CHECK_FALSE(has_error(doubtful.problems));
  CHECK(rules(read_card("cloze", "text = \"{{1::a|}}\"").problems) == Texts{"malformed-gap"});
}

}  // namespace starling
