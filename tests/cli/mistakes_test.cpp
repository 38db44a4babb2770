#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cli/desk.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;

namespace {

const std::string kHead = "schema = 1\n[deck]\nid = \"odd\"\ntitle = \"Odd\"\narea = \"mixed\"\nweeks = [1]\n";
const std::string kCard = "[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"A?\"\nback = \"A\"\n";

struct Mistake {
  const char* what;
  std::string text;
  const char* place;  // "file:line:column: " of the problem
};

std::vector<Mistake> mistakes() {
  return {
      {"broken TOML", kHead + "[[card]\n", "decks/odd.toml:7:"},
      {"an unknown key", kHead + kCard + "colour = \"red\"\n", "decks/odd.toml:12:10:"},
      {"a duplicate id", kHead + kCard + kCard, "decks/odd.toml:"},
      {"a cloze without a gap", kHead + "[[card]]\nid = \"c\"\nkind = \"cloze\"\ntext = \"no gap\"\n", "decks/odd.toml:10:8:"},
      {"a date that does not exist", kHead + kCard + "as_of = 2026-02-30\n", "decks/odd.toml:12:"},
      {"a need that is nowhere", kHead + kCard + "needs = [\"ghost\"]\n", "decks/odd.toml:7:"},
      {"a byte that is not UTF-8", kHead + kCard + "extra = \"ab\xff\"\n", "decks/odd.toml:12:12:"},
      {"a control character", kHead + kCard + "extra = \"ab\\u001b[31m\"\n", "decks/odd.toml:12:9:"},
      {"a kind without its key", kHead + "[[card]]\nid = \"n\"\nkind = \"number\"\nfront = \"N?\"\n", "decks/odd.toml:7:"},
  };
}

}  // namespace

TEST_CASE("each mistake in a deck is named by file, line and column, exits 3, and leaves the rest working" * doctest::test_suite("once")) {
  for (const Mistake& mistake : mistakes()) {
    CAPTURE(mistake.what);
    Desk desk;
    desk.begin();
    desk.add_deck("odd.toml", mistake.text);
    desk.add_deck("kinds.toml", test::kEveryKind);
    const Reply check = desk("deck check --json");
    CAPTURE(check.out);
    CHECK(check.exit == 3);
    const Json problem = check.json()["problems"][0];
    CHECK(problem["severity"] == "error");
    const auto file = problem["file"].get<std::string>();
    CHECK(fmt::format("{}:{}:{}: ", file, problem["line"].get<int>(), problem["column"].get<int>()).starts_with(mistake.place));
    CHECK(problem["line"].get<int>() > 0);
    CHECK(problem["column"].get<int>() > 0);
    CHECK_FALSE(problem["text"].get<std::string>().empty());

    const Reply today = desk("today");
    CHECK(today.exit == 0);
    CHECK(contains(today.err, mistake.place));
    CHECK(desk("next --deck kinds").exit == 0);
  }
}

TEST_CASE("deck check reads the files it is given, beside the decks in use, and makes no study folder") {
  Desk desk;
  desk.folder.write("mine.toml", kHead + kCard + "needs = [\"distributed-cap/nothing-here\"]\n");
  const std::string file = (desk.folder / "mine.toml").string();
  const Reply bad = desk("deck check " + file);
  CHECK(bad.exit == 3);
  CHECK(bad.out.starts_with(file + ":7:"));
  desk.folder.write("mine.toml", kHead + kCard);
  CHECK(desk("deck check " + file).exit == 0);
  desk.folder.write("mine.toml", kHead + "[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"A?\"\nback = \"" +
                                     "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
                                     "fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two\"\n");
  CHECK(desk("deck check " + file).exit == 1);  // advice only
  CHECK(desk("deck check /nowhere.toml").exit == 2);
  CHECK_FALSE(std::filesystem::exists(desk.home()));
}

TEST_CASE("wrong words exit 2 and name the nearest right one") {
  Desk desk;
  desk.begin();
  const std::vector<std::pair<std::string, std::string>> calls{
      {"tody", "today"},
      {"deck lst", "list"},
      {"story tel", "tell"},
      {"answer aws-s3/consistancy good", "aws-s3/"},
      {"answer distributed-cap/when goood", "good"},
      {"review --dekc x", "--deck"},
      {"review --deck aws-s4", "aws-s3"},
      {"coverage --planned --source sead", "seed"},
      {"today --date 2026-02-30", "2026-12-22"},
      {"today --date tomorrow", "2026-12-22"},
      {"story show chekout", "story new"},
      {"undo zero", "from 1"},
      {"plan 0", "from 1 to 24"},
      {"review --minutes -5", "from"},
      {"today --color sometimes", "always"},
      {"today extra", "extra"},
      {"answer onlyone", "ITEM GRADE"},
      {"deck", "list"},
  };
  for (const auto& [call, hint] : calls) {
    CAPTURE(call);
    const Reply reply = desk(call);
    CAPTURE(reply.err);
    CHECK(reply.exit == 2);
    CHECK(reply.out.empty());
    CHECK(contains(reply.err, hint));
  }
  CHECK(desk("stats --json").json()["today"]["reviews"] == 0);
}

TEST_CASE("settings that are wrong exit 3 with their place and change nothing") {
  Desk desk;
  desk.folder.write("study/starling.toml", "level = \"L6\"\nlevle = 1\n");
  const Reply reply = desk("today");
  CHECK(reply.exit == 3);
  CHECK(reply.err.starts_with("starling.toml:2:"));
  CHECK(desk("init --level L7").exit == 3);
  CHECK(test::text_of(desk.home() / "starling.toml") == "level = \"L6\"\nlevle = 1\n");
}

TEST_CASE("a log that cannot be written exits 4 with its place, and nothing was counted") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/log", "this is a diary, not a folder");
  const Reply reply = desk("answer lp-dive-deep/meaning good");
  CHECK(reply.exit == 4);
  CHECK(contains(reply.err, "log"));
  CHECK(test::text_of(desk.home() / "log") == "this is a diary, not a folder");
}

TEST_CASE("a story with a mistake is named and the others are told") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  desk.folder.write("study/stories/odd.toml", "schema = 1\n[story]\nid = \"odd\"\ntitle = \"Odd\"\nmood = 1\n");
  const Reply reply = desk("story list");
  CHECK(contains(reply.err, "stories/odd.toml:5:"));
  CHECK(contains(reply.out, "checkout-cells"));
}

TEST_CASE("every command has help with a summary and examples, and the overview names them all") {
  Desk desk;
  const std::string overview = desk("--help").out;
  for (const Command& command : commands()) {
    const Reply help = desk(std::string(command.name) + " --help");
    CHECK(help.exit == 0);
    CHECK(contains(help.out, std::string(command.summary)));
    CHECK(contains(help.out, "Examples:"));
    CHECK(contains(overview, "\n  " + std::string(command.name) + " ") != command.hidden);
    CHECK(desk("help " + std::string(command.name)).out == help.out);
    for (const Parameter* option : command.options) CHECK(contains(help.out, std::string(option->name())));
  }
  CHECK_FALSE(std::filesystem::exists(desk.home()));
  CHECK(contains(desk("--version").out, "starling "));
}
