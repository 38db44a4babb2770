#include <doctest/doctest.h>

#include <algorithm>

#include "cli/desk.h"
#include "cli/help.h"
#include "cli/topics.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::widest;

TEST_CASE("every command stands in one group of the help, by what a learner does with it") {
  for (const Command& command : commands()) {
    if (command.hidden) continue;
    const std::string_view word = command.name.substr(0, command.name.find(' '));
    int groups = 0;
    for (const CommandGroup& group : command_groups()) groups += static_cast<int>(std::ranges::count(group.words, word));
    CAPTURE(command.name);
    CHECK(groups == 1);
  }
}

TEST_CASE("the words on the screens are explained, in 40 columns too") {
  Desk desk;
  const std::string wide = desk("help words").out;
  for (const char* word : {"thin", "stale", "1 + 0", "gate", "quality", "retrievability", "stability", "lapse", "leech", "sibling",
                           "step", "fuzz", "due", "new", "deferred", "deed"})
    CHECK(contains("\n" + wide, std::string("\n") + word + " "));
  CHECK(widest(wide) <= 80);
  desk.columns = 40;
  for (const char* page : {"help words", "help keys", "--help", "help optimise"}) {
    CAPTURE(page);
    CHECK(desk(page).exit == 0);
  }
  CHECK(widest(desk("help words").out) <= 40);
  CHECK(widest(desk("help keys").out) <= 40);
}

TEST_CASE("the words stand in the order of the alphabet, each once") {
  const auto lines = find_topic("words")->lines;
  CHECK(std::ranges::is_sorted(lines, {}, &TopicLine::term));
  CHECK(std::ranges::adjacent_find(lines, {}, &TopicLine::term) == lines.end());
}

TEST_CASE("the keys of a sitting are listed by help, and the help of a command says its other spelling") {
  Desk desk;
  const std::string keys = desk("help keys").out;
  for (const char* key : {"Space, Enter", "1 2 3 4", "u, r", "s, b", "Ctrl-Z"}) CHECK(contains(keys, key));
  CHECK(contains(desk("optimise --help").out, "Also:  starling optimize"));
  CHECK(contains(desk("help").out, "(also"));
  CHECK(contains(desk("help").out, "help words"));
  check_refused(desk, "help wrds", "'wrds' is not a command");
  check_refused(desk, "help words today", "'help words' stands alone");
}

TEST_CASE("of commands of two words the first alone has help: what each does") {
  Desk desk;
  for (const Command& command : commands()) {
    const std::string word(command.name.substr(0, command.name.find(' ')));
    CAPTURE(word);
    const auto said = desk(word + " --help");
    CHECK(said.exit == 0);
    CHECK(said.out == desk("help " + word).out);
    if (!command.hidden) CHECK(contains(said.out, "starling " + word));
  }
  CHECK(contains(desk("story --help").out, "  story new"));
  CHECK(contains(desk("story --help").out, "starling story "));
}

TEST_CASE("an option that is not there is named, with the nearest") {
  Desk desk;
  check_refused(desk, "--dats x", "unknown option --dats; did you mean '--date'?");
}

TEST_CASE("American spelling is taken wherever a word is typed") {
  Desk desk;
  desk.begin();
  CHECK(desk("optimize --json").out == desk("optimise --json").out);
  CHECK(desk("today --colour never").out == desk("today --color never").out);
  desk.add_deck("mine.toml",
                "schema = 1\n[deck]\nid = \"mine\"\nlicense = \"CC0\"\n[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"A?\"\nback = \"A\"\n");
  CHECK(desk("deck check").exit == 0);
  CHECK(desk("deck show mine --json").json()["deck"]["licence"] == "CC0");
}
