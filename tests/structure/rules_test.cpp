// The checker itself, on small trees that are wrong in one place.
#include <doctest/doctest.h>

#include "structure/rules.h"

namespace starling::structure {

namespace {

constexpr std::string_view kRooms = R"(# from the ground up
calendar:
text:
source: calendar text
store: calendar
deck: source
)";

std::vector<Violation> checked(std::string path, std::string text) {
  const std::vector<SourceFile> tree{{std::move(path), std::move(text)}};
  return check_includes(tree, read_rooms(kRooms));
}

bool is_allowed(std::string path, std::string_view include) {
  return checked(std::move(path), "#include " + std::string(include) + "\n").empty();
}

std::vector<Violation> table_of(std::string_view text, const std::set<std::string>& folders) {
  return check_table(read_rooms(text), folders);
}

template <class Check>
bool is_found(Check check, std::string path, std::string text) {
  const std::vector<SourceFile> tree{{std::move(path), std::move(text)}};
  return !check(tree).empty();
}

}  // namespace

TEST_CASE("a room includes itself, the front doors below it and the standard library") {
  CHECK(is_allowed("engine/source/read.cpp", "\"source/source.h\""));
  CHECK(is_allowed("engine/source/read.cpp", "\"source/inner.h\""));
  CHECK(is_allowed("engine/source/source.h", "\"source/inner.h\""));
  CHECK(is_allowed("engine/source/read.cpp", "\"calendar/calendar.h\""));
  CHECK(is_allowed("engine/source/read.cpp", "<string>"));
  CHECK(is_allowed("engine/source/read.cpp", "<fmt/format.h>"));
  CHECK(is_allowed("engine/store/store.cpp", "\"queries.h\""));
}

TEST_CASE("a room that the table does not allow is found, with its line") {
  const auto found = checked("engine/text/fold.cpp", "#include <string>\n\n#include \"calendar/calendar.h\"\n");
  REQUIRE(found.size() == 1);
  CHECK(to_string(found[0]) == "engine/text/fold.cpp:3: room 'text' may not include room 'calendar'");
}

TEST_CASE("an arrow is not lent on: what a used room uses must be asked for") {
  CHECK(is_allowed("engine/deck/deck.h", "\"source/source.h\""));
  CHECK_FALSE(is_allowed("engine/deck/deck.h", "\"text/text.h\""));
}

TEST_CASE("an inner header of another room is found, however it is written") {
  for (const std::string_view include :
       {"\"source/inner.h\"", "<source/inner.h>", "\"source/deep/source.h\"", "\"../source/inner.h\"",
        "\"engine/source/inner.h\"", "<engine/source/inner.h>", "\"source/../source/inner.h\""}) {
    CAPTURE(include);
    CHECK_FALSE(is_allowed("engine/deck/read.cpp", include));
    CHECK_FALSE(is_allowed("cli/commands/deck.cpp", include));
  }
}

TEST_CASE("an include is found behind blanks, and in a comment it is none") {
  CHECK(checked("engine/text/a.h", "  #  include\t\"deck/deck.h\"\n").size() == 1);
  CHECK(checked("engine/text/a.h", "#include\"deck/deck.h\"").size() == 1);
  CHECK(checked("engine/text/a.h", "// #include \"deck/deck.h\"\n").empty());
  CHECK(checked("engine/text/a.h", "#include DECK_HEADER\n").size() == 1);
  CHECK(checked("engine/text/a.h", "#include \"deck/deck.h\"\r\n#include \"store/store.h\"\r\n").size() == 2);
}

TEST_CASE("each library stays in its room") {
  struct Case {
    std::string_view include;
    std::set<std::string> rooms;
  };
  const std::vector<Case> cases{{"<toml++/toml.h>", {"source"}},
                                {"<SQLiteCpp/SQLiteCpp.h>", {"store"}},
                                {"<sqlite3.h>", {"store"}},
                                {"<unicode/unistr.h>", {"text"}},
                                {"<cctz/time_zone.h>", {"calendar"}},
                                {"\"unicode/unistr.h\"", {}}};
  for (const Case& c : cases) {
    CAPTURE(c.include);
    for (const std::string room : {"calendar", "text", "source", "store", "deck"}) {
      CAPTURE(room);
      if (!c.rooms.empty()) CHECK(is_allowed("engine/" + room + "/a.cpp", c.include) == c.rooms.contains(room));
    }
    CHECK_FALSE(is_allowed("cli/commands/a.cpp", c.include));
  }
}

TEST_CASE("the cli comes in by the front doors, and no room knows the cli") {
  CHECK(is_allowed("cli/main.cpp", "\"deck/deck.h\""));
  CHECK(is_allowed("cli/main.cpp", "\"cli/world.h\""));
  CHECK_FALSE(is_allowed("cli/main.cpp", "\"deck/kinds.h\""));
  CHECK_FALSE(is_allowed("engine/deck/deck.h", "\"cli/world.h\""));
  CHECK_FALSE(is_allowed("cli/main.cpp", "\"decks/deck.h\""));
}

TEST_CASE("a folder that is no room includes no room") {
  CHECK_FALSE(is_allowed("engine/attic/a.cpp", "\"text/text.h\""));
}

TEST_CASE("a sound table has nothing wrong with it") {
  CHECK(table_of(kRooms, {"calendar", "text", "source", "store", "deck"}).empty());
}

TEST_CASE("a circle of rooms is found, of one room, two and three") {
  CHECK(table_of("a: a\n", {"a"}).size() == 1);
  CHECK(table_of("a: b\nb: a\n", {"a", "b"}).size() == 2);
  CHECK(table_of("a: b\nb: c\nc: a\nd: a\n", {"a", "b", "c", "d"}).size() == 3);
}

TEST_CASE("a room that is missing, doubled or without a folder is found") {
  CHECK(table_of("a: b\n", {"a"}).size() == 1);
  CHECK(table_of("a:\na:\n", {"a"}).size() == 1);
  CHECK(table_of("a:\nb: a\n", {"a"}).size() == 1);
  CHECK(table_of("a:\n", {"a", "b"}).size() == 1);
  CHECK(table_of("a:\nB2: a\n", {"a"}).size() == 1);
}

TEST_CASE("clocks and chance are found in the engine, and only there") {
  for (const std::string_view line :
       {"std::random_device device;", "std::mt19937_64 bits(7);", "std::uniform_int_distribution<int> die(1, 6);",
        "return std::chrono::system_clock::now();", "auto t = steady_clock::now();", "int n = rand();",
        "std::srand(1);", "std::shuffle(a.begin(), a.end(), g);"}) {
    CAPTURE(line);
    CHECK(is_found(check_chance, "engine/deck/a.cpp", std::string(line)));
    CHECK_FALSE(is_found(check_chance, "cli/main.cpp", std::string(line)));
  }
  for (const std::string_view line :
       {"int n = operand(1);", "return clock.now();", "std::chrono::sys_time<milliseconds> at;"}) {
    CAPTURE(line);
    CHECK_FALSE(is_found(check_chance, "engine/deck/a.cpp", std::string(line)));
  }
}

TEST_CASE("a type that two files call alike is found, with both places") {
  const std::vector<SourceFile> tree{{"engine/fit/rows.h", "struct Row {\n  int card;\n};\nclass Lone;\nenum class Kind { A };\n"},
                                     {"engine/view/deck.h", "class Lone;\n\nstruct Row : Base {\n};\n"}};
  const auto found = check_type_names(tree);
  REQUIRE(found.size() == 1);
  CHECK(to_string(found[0]) == "engine/view/deck.h:3: 'Row' is in engine/fit/rows.h too");
}

TEST_CASE("declarations, members and types of a file's own may share a name") {
  const std::vector<SourceFile> tree{
      {"engine/a/a.h", "struct Row {\n  struct Part {\n  };\n};\n"},
      {"engine/b/b.h", "struct Row;\nclass Other {\n  struct Part {\n  };\n};\n"},
      {"engine/b/b.cpp", "namespace {\n\nstruct Row {\n};\n\n}  // namespace\n\nstruct Other::Row {\n};\n"}};
  CHECK(check_type_names(tree).empty());
}

TEST_CASE("a mark of unfinished work is found as a word of its own") {
  const std::string later = std::string("TO") + "DO";
  const std::string broken = std::string("FIX") + "ME";
  CHECK(is_found(check_unfinished, "docs/a.md", "one\n" + later + ": two\n"));
  CHECK(is_found(check_unfinished, "tests/a.cpp", "// (" + broken + ")"));
  CHECK(is_found(check_unfinished, "decks/a.toml", "x" + later + " " + later));
  CHECK_FALSE(is_found(check_unfinished, "docs/a.md", "MASTO" + later + "N, " + later + "S, todo"));
}

}  // namespace starling::structure
