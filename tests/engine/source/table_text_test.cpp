// Tables put into a text, changed in their place and taken out again.
#include "source/table_text.h"

#include <doctest/doctest.h>

using namespace starling;

namespace {

std::string put_into(std::string_view text, const TableRecord& record, const TableRecord* now = nullptr) {
  TableText changed(text, "rounds");
  changed.put(record, now);
  return changed.take();
}
std::string taken_out(std::string_view text, const TableRecord& record) {
  TableText changed(text, "rounds");
  changed.take_out(record);
  return changed.take();
}

const TableRecord kRecord{"round", "a", {{"id", "\"a\""}, {"title", "\"A\""}, {"minutes", "60"}}};

}  // namespace

TEST_CASE("a record names itself and is written between braces") {
  CHECK(kRecord.what() == "round a");
  CHECK(kRecord.value() == "{ id = \"a\", title = \"A\", minutes = 60 }");
}

TEST_CASE("what is another value is changed in its place, what is new comes behind the last one, what is no more goes") {
  const std::string text = "[[round]]\nid = 'a' # mine\nlevel = 3\ntitle = \"B\"  # for now\n\n# next\n[[round]]\nid = \"b\"\n";
  CHECK(put_into(text, kRecord) == "[[round]]\nid = 'a' # mine\ntitle = \"A\"  # for now\nminutes = 60\n\n# next\n[[round]]\nid = \"b\"\n");
  CHECK(put_into("[[round]]\nid = \"a\"", kRecord) == "[[round]]\nid = \"a\"\ntitle = \"A\"\nminutes = 60\n");
  CHECK(put_into("[[round]]\r\nid = \"a\"\r\n", kRecord) == "[[round]]\r\nid = \"a\"\r\ntitle = \"A\"\r\nminutes = 60\r\n");
}

TEST_CASE("what a reader finds the same stays as it is written") {
  const std::string text = "[[round]]\nid = \"a\"\ntitle = \"\\u0041\"\nminutes = 30\n";
  const TableRecord now{"round", "a", {{"id", "\"a\""}, {"title", "\"A\""}, {"minutes", "30"}}};
  CHECK(put_into(text, kRecord, &now) == "[[round]]\nid = \"a\"\ntitle = \"\\u0041\"\nminutes = 60\n");
}

TEST_CASE("a table is taken out with the blank line in front of it, and nothing else") {
  const std::string text = "# top\n\n[[round]]\nid = \"a\"\n\n[[round]]\nid = \"b\"\n";
  CHECK(taken_out(text, kRecord) == "# top\n\n[[round]]\nid = \"b\"\n");
  CHECK(taken_out(put_into("# top\n", kRecord), kRecord) == "# top\n");
  CHECK(taken_out("[[drop]]\nid = \"a\"\n", kRecord) == "[[drop]]\nid = \"a\"\n");
  CHECK(taken_out("", kRecord).empty());
}

TEST_CASE("an empty text is begun") {
  CHECK(put_into("", kRecord) == "#:schema schema/rounds.json\nschema = 1\n\n[[round]]\nid = \"a\"\ntitle = \"A\"\nminutes = 60\n");
}
