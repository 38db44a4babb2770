// What loop.toml says, what is wrong in it, and how a round is put into it and taken out again.
#include "rounds/read_rounds.h"

#include <doctest/doctest.h>

#include "calendar/chance.h"
#include "engine/rounds/some_bank.h"

using namespace starling;
using namespace starling::test;

namespace {

constexpr std::string_view kByHand = R"(# from the recruiter
schema = 1

[[round]]
id = "bar-raiser"
title = "Bar raiser"  # Dana or Kim
principles = ["OW", "dive deep"]
kind = "bar-raiser"
on = 2027-05-07

# with the team
[[round]]
title = 'Team lunch'
id = 'lunch'
kind = "lunch"
# the end
)";

std::vector<Round> read_well(std::string_view text) {
  const RoundsFile file = read_rounds(text, "loop.toml");
  for (const Problem& problem : file.problems) FAIL_CHECK(to_line(problem));
  return file.rounds.value_or(std::vector<Round>{});
}

std::string first_problem(const std::string& text) {
  const RoundsFile file = read_rounds("schema = 1\n" + text, "loop.toml");
  CHECK_FALSE(file.rounds);
  return file.problems.empty() ? "" : to_line(file.problems.front());
}

const std::string kRound = "[[round]]\nid = \"a\"\ntitle = \"A\"\n";

Round with_used(Round round, std::vector<std::string> used) {
  round.used = std::move(used);
  return round;
}

}  // namespace

TEST_CASE("a loop.toml written by hand says who asks about what") {
  const std::vector<Round> rounds = read_well(kByHand);
  REQUIRE(rounds.size() == 2);
  CHECK(rounds[0] == Round{"bar-raiser", "Bar raiser", {*find_principle("OW"), *find_principle("DD")}, RoundKind::BarRaiser, "", {},
                           parse_day("2027-05-07"), {}});
  CHECK(rounds[1].kind == RoundKind::Lunch);
  CHECK(read_well("").empty());
  CHECK(read_well("schema = 1\n").empty());
}

TEST_CASE("what is wrong in a loop.toml has its place") {
  CHECK(first_problem(kRound + "principles = [\"ownershp\"]\n") ==
        "loop.toml:5:14: error: 'ownershp' is not a principle; did you mean 'ownership'?");
  CHECK(first_problem(kRound + "principles = [\"OW\", \"ownership\"]\n").find("ownership stands twice") != std::string::npos);
  CHECK(first_problem(kRound + "principles = [\"OW\",\"DD\",\"CO\",\"HB\",\"SR\",\"BE\",\"FR\"]\n").find("at most 6 principles, not 7") != std::string::npos);
  CHECK(first_problem(kRound + "interviewr = \"Ana\"\n") == "loop.toml:5:14: error: the round 'a': unknown key 'interviewr'; did you mean 'interviewer'?");
  CHECK(first_problem(kRound + "kind = \"bar raiser\"\n").starts_with("loop.toml:5:8: error: "));
  CHECK(first_problem(kRound + "minutes = 4\n").starts_with("loop.toml:5:11: error: "));
  CHECK(first_problem(kRound + "on = 3027-05-07\n").find("is far away") != std::string::npos);
  CHECK(first_problem(kRound + "used = [\"Night pages\"]\n").find("is no id of a story") != std::string::npos);
  CHECK(first_problem(kRound + "used = [\"a\", \"a\"]\n").find("'a' stands twice") != std::string::npos);
  CHECK(first_problem(kRound + kRound) == "loop.toml:6:6: error: the id 'a' is taken: line 2 has it too");
  CHECK(first_problem("[[round]]\nid = \"Bar Raiser\"\ntitle = \"A\"\n").find("is no id of a round") != std::string::npos);
  CHECK(first_problem("[[round]]\nid = \"a\"\n").find("has no title") != std::string::npos);
  CHECK(first_problem("[[rounds]]\n").find("did you mean 'round'?") != std::string::npos);
  std::string many;
  for (int i = 0; i < 21; ++i) many += "[[round]]\nid = \"r" + std::to_string(i) + "\"\ntitle = \"A\"\n";
  CHECK(first_problem(many).find("20 times, not 21") != std::string::npos);
  CHECK_FALSE(read_rounds("schema = 2\n", "loop.toml").rounds);
  CHECK_FALSE(read_rounds("[[round]]\nid = \"a\"\ntitle = \"A\"\n", "loop.toml").rounds);
}

TEST_CASE("a round is put into a file edited by hand, and everything else stays byte for byte") {
  const std::string text(kByHand);
  const std::vector<Round> rounds = read_well(text);
  // In its place, with the codes of the principles as they were written.
  const std::string used = with_round(text, with_used(rounds[0], {"night-pages"})).text;
  CHECK(used == std::string(text).replace(text.find("on = 2027-05-07\n"), 16, "on = 2027-05-07\nused = [\"night-pages\"]\n"));
  CHECK(with_round(used, with_used(rounds[0], {"b", "c"})).text == std::string(used).replace(used.find("\"night-pages\""), 13, "\"b\", \"c\""));
  CHECK(with_round(used, rounds[0]).text == text);
  Round known = rounds[1];
  known.title = "Lunch";
  CHECK(with_round(text, known).text == std::string(text).replace(text.find("'Team lunch'"), 12, "\"Lunch\""));
  const std::string without = without_round(text, "lunch").text;
  CHECK(without == "# from the recruiter\nschema = 1\n\n[[round]]\nid = \"bar-raiser\"\ntitle = \"Bar raiser\"  # Dana or Kim\n"
                   "principles = [\"OW\", \"dive deep\"]\nkind = \"bar-raiser\"\non = 2027-05-07\n\n# with the team\n# the end\n");
  CHECK(with_round(text, Round{"design", "System design", {}, RoundKind::Design, "", 60, {}, {}}).text ==
        text + "\n[[round]]\nid = \"design\"\ntitle = \"System design\"\nkind = \"design\"\nminutes = 60\n");
  CHECK(with_round(text, rounds[0]).text == text);
  CHECK(without_round(text, "nobody").text == text);
}

TEST_CASE("the first round begins the file, with the schema that an editor checks it by") {
  CHECK(with_round("", Round{"a", "A", {}, RoundKind::Coding, "", {}, {}, {}}).text ==
        "#:schema schema/rounds.json\nschema = 1\n\n[[round]]\nid = \"a\"\ntitle = \"A\"\nkind = \"coding\"\n");
}

TEST_CASE("what only an editor can change, and what cannot be read, stays as it is and is told") {
  const std::string in_a_row = "schema = 1\nround = [{ id = \"a\", title = \"A\" }]\n";
  CHECK(without_round(in_a_row, "a").text == in_a_row);
  CHECK(without_round(in_a_row, "a").wrong == "loop.toml is written in a way that only an editor can change");
  CHECK(with_round("schema = 1\n[[round]\n", Round{"a", "A", {}, {}, "", {}, {}, {}}).wrong.starts_with("line 2 of loop.toml is wrong: "));
  CHECK_FALSE(with_round("", Round{"a", "A", {}, {}, "", 1000, {}, {}}).wrong.empty());
  CHECK_FALSE(with_round("", Round{"a", "two\nlines", {}, {}, "", {}, {}, {}}).wrong.empty());
  CHECK(with_round("", Round{"a", "A", {}, {}, "", 1000, {}, {}}).text.empty());
}

TEST_CASE("an entry of the history counts only as the round that it says it is") {
  const std::string value = round_entries(std::vector{Round{"a", "A \"b\" \\", {1}, RoundKind::Manager, "Ana", 45, parse_day("2027-05-07"), {"x"}}}).at("round a");
  const RoundText put = with_round_entry("", "round a", value);
  CHECK(put.wrong.empty());
  CHECK(round_entries(read_well(put.text)).at("round a") == value);
  CHECK(read_well(with_round_entry(put.text, "round a", {}).text).empty());
  for (const auto& [what, said] : std::vector<std::pair<std::string, std::string>>{
           {"round b", value}, {"drop a", value}, {"round a", "{}"}, {"round a", "{ id = \"a\", title = \"A\" }]\n[[round]]\nid = \"b\"\nx = ["}})
    CHECK_FALSE(with_round_entry("", what, said).wrong.empty());
}

TEST_CASE("principles that no round has are shared out among the rounds whose principles are not known") {
  std::vector<Round> rounds(4);
  rounds[0].principles = {0, 1, 2};
  rounds[3].kind = RoundKind::Lunch;
  const auto asked = principles_asked(rounds);
  CHECK(asked[0] == std::vector<std::size_t>{0, 1, 2});
  CHECK(asked[1] == std::vector<std::size_t>{3, 5, 7});
  CHECK(asked[2] == std::vector<std::size_t>{4, 6, 8});
  CHECK(asked[3].empty());
  rounds[0].kind = RoundKind::PhoneScreen;
  CHECK(principles_asked(rounds)[1] == std::vector<std::size_t>{0, 2, 4});
}

TEST_CASE("a usual loop asks about every principle once, of three or fewer in a round") {
  for (const char* level : {"L6", "L7"}) {
    PrincipleSet met = 0;
    std::size_t count = 0;
    for (const Round& round : usual_rounds(level)) {
      CHECK(round.principles.size() <= 3);
      for (const std::size_t principle : round.principles) met |= set_of(principle), ++count;
    }
    CHECK(met == kAllPrinciples);
    CHECK(count == kPrincipleCount);
    // It can be written down as it is.
    std::string text;
    for (const Round& round : usual_rounds(level)) text = with_round(text, round).text;
    CHECK(read_well(text) == usual_rounds(level));
  }
}

TEST_CASE("two interviewers of one kind are asked different questions") {
  for (const RoundKind kind : kRoundKinds) {
    CHECK(questions_of(kind).size() % 2 == 0);
    CHECK(two_questions(kind, 0) != two_questions(kind, 1));
    CHECK(two_questions(kind, 0)[0] != two_questions(kind, 0)[1]);
  }
}

TEST_CASE("rounds stand in the order of their days, and those without one behind them") {
  std::vector<Round> rounds(3);
  rounds[0].id = "c";
  rounds[1] = {"b", "", {}, {}, "", {}, parse_day("2027-05-08"), {}};
  rounds[2] = {"a", "", {}, {}, "", {}, parse_day("2027-05-07"), {}};
  const auto sorted = in_order_of_days(rounds);
  CHECK(sorted[0].id == "a");
  CHECK(sorted[2].id == "c");
  CHECK(is_over(rounds[2], *parse_day("2027-05-08")));
  CHECK_FALSE(is_over(rounds[2], *parse_day("2027-05-07")));
  CHECK(is_over(with_used(rounds[0], {"x"}), *parse_day("2027-01-01")));
  CHECK(round_id("Bar raiser", std::vector{Round{"bar-raiser", "", {}, {}, "", {}, {}, {}}}) == "bar-raiser-2");
  CHECK(round_id("…", {}) == "round");
}
