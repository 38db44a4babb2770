#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "cards.h"

namespace starling {

using testing::card;

namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view kOptions =
    R"(front = "f"
options = [{ text = "a", correct = true }, { text = "b" }, { text = "c" }]
back = "why")";
constexpr std::string_view kItems = "front = \"f\"\nitems = [\"one\", \"two\", \"three\"]\nback = \"why\"";

}  // namespace

TEST_CASE("a reversible card is asked from both sides") {
  const Card plain = card("reversible", "front = \"PACELC’s E\"\nback = \"latency or consistency\"");
  CHECK(schedules(plain) == Texts{"#f", "#r"});
  CHECK(face(plain, "#f", Seed{1}).front == "PACELC’s E");
  CHECK(face(plain, "#f", Seed{1}).back == "latency or consistency");
  CHECK(face(plain, "#r", Seed{1}).front == "latency or consistency");
  CHECK(face(plain, "#r", Seed{1}).back == "PACELC’s E");

  const Card worded = card("reversible", R"(front = "a"
back = "b"
front_reverse = "what has b?"
back_reverse = "A")");
  CHECK(face(worded, "#r", Seed{1}).front == "what has b?");
  CHECK(face(worded, "#r", Seed{1}).back == "A");
  CHECK(face(worded, "#f", Seed{1}).back == "b");
}

TEST_CASE("the back is the answer and the extra explains it, whatever the kind") {
  struct Row {
    Card card;
    std::string back;
    std::string extra;
  };
  const std::string number = "front = \"f\"\nback = \"why\"\nanswer = ";
  const std::vector<Row> rows{
      {card("basic", "front = \"f\"\nback = \"b\"\nextra = \"e\""), "b", "e"},
      {card("scenario", "front = \"f\"\nback = \"b\"\nextra = \"e\""), "b", "e"},
      {card("typed", "front = \"f\"\nanswer = \"a\"\naccept = [\"x\"]"), "a", ""},
      {card("number", number + "63\nunit = \"%\"\ntolerance = 3"), "63 % (± 3)", "why"},
      {card("number", number + "243\ntolerance = 0"), "243", "why"},
      {card("number", number + "2021"), "2021", "why"},
      {card("number", number + "-1234567"), "-1,234,567", "why"},
      {card("number", number + "0.25\nunit = \"s\"\nfactor = 3"), "0.25 s (within a factor of 3)", "why"},
      {card("choice", kOptions), "a", "why"},
      {card("ordered", kItems), "1. one\n2. two\n3. three", "why"},
      {card("code", "front = \"f\"\nlang = \"c\"\ncode = \"{{1::x}}\"\nback = \"why\""), "x", "why"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.back);
    const Face shown = face(row.card, schedules(row.card).front(), Seed{7});
    CHECK(shown.front == "f");
    CHECK(shown.back == row.back);
    CHECK(shown.extra == row.extra);
  }
}

TEST_CASE("equal seeds show equal orders, and every option gets every place") {
  const Card choice = card("choice", kOptions);
  std::set<std::string> orders;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    std::string order;
    const Face once = face(choice, "", Seed{seed});
    for (const ChoiceOption& option : once.options) order += option.text;
    std::string again;
    for (const ChoiceOption& option : face(choice, "", Seed{seed}).options) again += option.text;
    CHECK(order == again);
    CHECK(std::count_if(once.options.begin(), once.options.end(), [](const auto& o) { return o.correct; }) == 1);
    orders.insert(order);
  }
  CHECK(orders == std::set<std::string>{"abc", "acb", "bac", "bca", "cab", "cba"});
}

TEST_CASE("an ordered card never shows its answer as the question") {
  const Card three = card("ordered", kItems);
  const Card two = card("ordered", "front = \"f\"\nitems = [\"one\", \"two\"]");
  const Card same = card("ordered", "front = \"f\"\nitems = [\"one\", \"one\"]");
  std::set<Texts> orders;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Texts shown = face(three, "", Seed{seed}).items;
    CHECK(shown != three.items);
    orders.insert(shown);
    std::sort(shown.begin(), shown.end());
    CHECK(shown == Texts{"one", "three", "two"});
    CHECK(face(two, "", Seed{seed}).items == Texts{"two", "one"});
    CHECK(face(same, "", Seed{seed}).items == Texts{"one", "one"});
  }
  CHECK(orders.size() == 5);
}

TEST_CASE("the order shown is the same on every machine") {
  const Card choice = card("choice", kOptions);
  std::string order;
  for (std::uint64_t seed = 1; seed <= 4; ++seed)
    for (const ChoiceOption& option : face(choice, "", Seed{seed}).options) order += option.text;
  CHECK(order == "abccabcbacab");
}

TEST_CASE("a schedule that the card does not have asks nothing it should not") {
  const Card gap = card("cloze", "text = \"{{1::a}}\"");
  for (const char* schedule : {"", "#", "#0", "#7", "#x", "#99999999999999", "1"}) {
    CAPTURE(schedule);
    CHECK(face(gap, schedule, Seed{1}).gaps.empty());
  }
}

}  // namespace starling
