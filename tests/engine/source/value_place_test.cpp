#include <doctest/doctest.h>

#include <string>

#include "source/source.h"

using namespace starling;

namespace {

// Where `words` of the text at sections.action stand.
FilePoint place_of(const std::string& file, std::string_view words) {
  const TomlDocument read = parse_toml(file, "a.toml");
  REQUIRE(read.root);
  Findings findings{"a.toml", {}};
  Fields root(*read.root, findings, "");
  const TomlTable* sections = root.table("sections");
  REQUIRE(sections);
  const std::string value = Fields(*sections, findings, "").text("action").value_or("");
  const std::size_t at = value.find(words);
  REQUIRE(at != std::string::npos);
  return place_of_piece(file, layout_of(file), {"sections", "action"}, value, ValuePiece{at, words.size()});
}

}  // namespace

TEST_CASE("words are found where they stand in the file, however the text is quoted") {
  struct Row {
    std::string file;
    std::string words;
    FilePoint place;
  };
  const std::vector<Row> rows{
      {"[sections]\naction = \"I chose it.\"\n", "chose", {2, 13}},
      {"[sections]\naction = 'I chose it.'\n", "I", {2, 11}},
      {"[sections]\naction = \"\"\"\nI chose it,\nthen I moved.\"\"\"\n", "moved", {4, 8}},
      {"[sections]\naction = '''\r\nI chose it,\r\nthen I moved.'''\r\n", "moved", {4, 8}},
      // A backslash joins lines, so that the words stand on two.
      {"[sections]\naction = \"\"\"I was \\\n    told to. \\\n\n  Then I moved.\"\"\"\n", "was told to", {2, 15}},
      {"[sections]\naction = \"\"\"I was \\\n    told to. \\\n\n  Then I moved.\"\"\"\n", "moved", {5, 10}},
      // Characters are counted, not bytes; escapes are as long as they are written.
      {"[sections]\naction = \"Größe, \\u201cyes\\u201d, said \\\"Dana\\\".\"\n", "said", {2, 35}},
      {"[sections]\naction = \"👍 قال نعم then\"\n", "then", {2, 21}},
      {"sections = { task = \"I chose\", action = \"I chose it\" }\n", "chose", {1, 44}},
      {"sections.action = \"I chose it\"\n", "chose", {1, 22}},
      {"[sections]\n# action = \"I chose\"\n\"action\" = \"I chose\"\n", "chose", {3, 15}}};
  for (const Row& row : rows) {
    CAPTURE(row.file);
    const FilePoint place = place_of(row.file, row.words);
    CHECK(place.line == row.place.line);
    CHECK(place.column == row.place.column);
  }
}

TEST_CASE("what is not found is at its key, without the key at its table, without that at the beginning") {
  const std::string file = "a = 1\n[story]\nid = \"x\"\n[sections]\n  action = \"I chose it\"\n";
  const TextLayout layout = layout_of(file);
  CHECK(place_of_piece(file, layout, {"sections", "action"}, "I chose it", std::nullopt) == FilePoint{5, 3});
  CHECK(place_of_piece(file, layout, {"sections", "action"}, "another text", ValuePiece{0, 7}) == FilePoint{5, 3});
  CHECK(place_of_piece(file, layout, {"sections", "action"}, "I chose it", ValuePiece{99, 1}) == FilePoint{5, 3});
  CHECK(place_of_piece(file, layout, {"sections", "result"}, "", std::nullopt) == FilePoint{4, 1});
  CHECK(place_of_piece(file, layout, {"metric", "name"}, "", std::nullopt) == FilePoint{1, 1});
  CHECK(place_of_piece("", layout_of(""), {"metric", "name"}, "", std::nullopt) == FilePoint{1, 1});
}

TEST_CASE("words are found in a text that was changed on the way from the file, whatever blanks are between them") {
  const std::string file = "[sections]\naction = \"\"\"It {{150: was\n told}} to us.\"\"\"\n";
  CHECK(place_of_piece(file, layout_of(file), {"sections", "action"}, "It  to us. told", ValuePiece{4, 5}) == FilePoint{3, 9});
  const std::string lines = "[sections]\naction = \"\"\"a was\n  told to b\"\"\"\n";
  CHECK(place_of_piece(lines, layout_of(lines), {"sections", "action"}, "was told to", ValuePiece{0, 11}) == FilePoint{2, 15});
}

TEST_CASE("of tables with one name each has its own place") {
  const std::string file = "[[followup]]\nask = \"a\"\n[[followup]]\nanswer = \"b\"\n[[followup]]\nask = \"c\"\nanswer = \"d\"\n";
  const TextLayout layout = layout_of(file);
  CHECK(place_of_piece(file, layout, {"followup", "ask", 0}, "a", ValuePiece{0, 1}) == FilePoint{2, 8});
  CHECK(place_of_piece(file, layout, {"followup", "answer", 1}, "b", ValuePiece{0, 1}) == FilePoint{4, 11});
  CHECK(place_of_piece(file, layout, {"followup", "ask", 1}, "", std::nullopt) == FilePoint{3, 1});
  CHECK(place_of_piece(file, layout, {"followup", "answer", 2}, "d", ValuePiece{0, 1}) == FilePoint{7, 11});
}

TEST_CASE("a string is decoded as the reader of TOML reads it") {
  for (const std::string text : {R"("a \t \"b\" \\ \u00e9 \U0001F600")", R"('a \t b')", "\"\"\"\n\na\"\"b \\\n\n  c\"\"\"", "'''a\n'b\\'''",
                                 "\"\"", "''", "\"\"\"\"\"\"", "\"\"\"a\"\"\"\"\""}) {
    CAPTURE(text);
    const TomlDocument read = parse_toml("v = " + text + "\n", "a.toml");
    REQUIRE(read.root);
    const DecodedString own = decoded(text);
    CHECK(own.text == std::get<std::string>(read.root->members[0].value.what));
    CHECK(own.places.size() == own.text.size());
  }
  for (const std::string text : {"", "\"", "a", "\"a'", "\"\\q\"", "\"\\u12\""}) {
    CAPTURE(text);
    CHECK(decoded(text).text.empty());
  }
}
