// Any text is a tree of values or a list of problems; both name places that the text has.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "law.h"
#include "source/source.h"
#include "text/text.h"

using namespace starling;

namespace {

bool is_shown_safely(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F) return false;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return false;
  }
  return is_utf8(text);
}

// The characters of each line of a text.
class Lines {
 public:
  explicit Lines(std::string_view text) {
    for (const char c : text) {
      if (c == '\n') lengths_.push_back(0);
      else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++lengths_.back();
    }
  }
  // A place may be the newline, or the end of the text behind the last newline.
  void check(int line, int column) const {
    law(line >= 1 && column >= 1, "places count from 1");
    law(static_cast<std::size_t>(line) <= lengths_.size(), "a place is on a line of the text");
    law(column <= lengths_[static_cast<std::size_t>(line) - 1] + 2, "a place is in its line");
  }

 private:
  std::vector<int> lengths_{0};
};

void check_table(const TomlTable& table, const Lines& lines);

void check_value(const TomlValue& value, const Lines& lines) {
  lines.check(value.line, value.column);
  if (const auto* text = std::get_if<std::string>(&value.what))
    law(is_shown_safely(*text), "a text holds nothing that a terminal obeys");
  if (const auto* list = std::get_if<TomlArray>(&value.what))
    for (const TomlValue& part : *list) check_value(part, lines);
  if (const auto* table = std::get_if<TomlTable>(&value.what)) check_table(*table, lines);
}

void check_table(const TomlTable& table, const Lines& lines) {
  lines.check(table.line, table.column);
  const std::string* last = nullptr;
  for (const TomlMember& member : table.members) {
    law(is_shown_safely(member.key), "a key holds nothing that a terminal obeys");
    law(!last || *last < member.key, "members are sorted, each key once");
    last = &member.key;
    lines.check(member.line, member.column);
    check_value(member.value, lines);
  }
}

// Whatever the table holds, it can be asked for anything.
void ask(const TomlTable& table) {
  Findings findings{"fuzz.toml", {}};
  Fields fields(table, findings, "the text");
  for (const TomlMember& member : table.members) {
    (void)fields.text(member.key);
    (void)fields.integer(member.key, 0, 10);
    (void)fields.number(member.key, 0, 10);
    (void)fields.day(member.key);
    (void)fields.texts(member.key);
    (void)fields.tables(member.key);
  }
  (void)fields.need_text("missing");
  law(!fields.finish(), "what is missing is a mistake");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const TomlDocument document = parse_toml(text, "fuzz.toml");
  law(document.root.has_value() == document.problems.empty(), "a text is read or has a problem");
  const Lines lines(text);
  for (const Problem& problem : document.problems) {
    lines.check(problem.line, problem.column);
    law(!problem.rule.empty() && !problem.text.empty(), "a problem says what is wrong");
    law(is_shown_safely(problem.text) || !is_utf8(text), "a problem holds nothing that a terminal obeys");
  }
  if (!document.root) return 0;
  check_table(*document.root, lines);
  ask(*document.root);
  return 0;
}
