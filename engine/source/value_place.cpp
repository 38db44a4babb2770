#include "source/value_place.h"

#include <algorithm>
#include <charconv>

#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// What stands behind the backslash of an escape at `at`, which moves behind it; nothing for one that TOML does not know.
std::optional<std::string> escaped(std::string_view body, std::size_t& at) {
  const char kind = at < body.size() ? body[at++] : '\0';
  constexpr std::string_view kLetters = "btnfr\"\\e";
  constexpr std::string_view kMeant = "\b\t\n\f\r\"\\\x1b";
  if (const std::size_t which = kLetters.find(kind); kind != '\0' && which != kLetters.npos)
    return std::string(1, kMeant[which]);
  const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  if (digits == 0 || body.size() - at < digits) return std::nullopt;
  unsigned code = 0;
  const auto [end, error] = std::from_chars(body.data() + at, body.data() + at + digits, code, 16);
  if (error != std::errc{} || end != body.data() + at + digits) return std::nullopt;
  at += digits;
  std::string character;
  append_character(character, code > 0x10FFFF ? kReplacement : static_cast<char32_t>(code));
  return character;
}

// A backslash at the end of a line, and all that is blank behind it.
bool is_line_joint(std::string_view body, std::size_t at) {
  const std::size_t next = std::min(body.find_first_not_of(" \t\r", at), body.size());
  return next < body.size() && body[next] == '\n';
}

struct Quotes {
  std::size_t size = 0;  // of the opening ones: 1 or 3
  bool escapes = false;
};
Quotes quotes_of(std::string_view quoted) {
  for (const std::string_view three : {"\"\"\"", "'''"})
    if (quoted.size() >= 6 && quoted.starts_with(three) && quoted.ends_with(three)) return {3, three[0] == '"'};
  if (quoted.size() < 2 || quoted.front() != quoted.back()) return {};
  return {quoted.front() == '"' || quoted.front() == '\'' ? 1U : 0U, quoted.front() == '"'};
}

// The first value of that name that counts, of the headings with that name the nth.
const PlacedValue* find_value(const TextLayout& layout, const ValueName& name) {
  std::size_t seen = 0;
  std::optional<std::size_t> wanted;
  for (std::size_t i = 0; i < layout.tables.size() && !wanted; ++i)
    if (layout.tables[i].path == KeyPath{std::string(name.table)} && seen++ == name.nth) wanted = i;
  const KeyPath path{std::string(name.table), std::string(name.key)};
  const auto is_it = [&](const PlacedValue& value) {
    return !value.commented && value.path == path && (!wanted || value.table == *wanted || value.inner);
  };
  const auto found = std::ranges::find_if(layout.values, is_it);
  return found == layout.values.end() ? nullptr : &*found;
}

// Where nothing has that name: the heading of its table, or the table where it is written between braces.
std::size_t place_of_table(std::string_view file, const TextLayout& layout, const ValueName& name) {
  std::size_t seen = 0;
  for (const PlacedTable& table : layout.tables)
    if (table.path == KeyPath{std::string(name.table)} && seen++ == name.nth && table.body > 1) {
      const std::size_t line = file.rfind('\n', table.body - 2);
      return line == file.npos ? 0 : line + 1;
    }
  for (const PlacedValue& value : layout.values)
    if (!value.commented && !value.path.empty() && value.path.front() == name.table) return value.key;
  return 0;
}

// Where `words` stand in `text`, whatever blanks there are between them.
std::optional<std::size_t> find_words(std::string_view text, std::string_view words) {
  const std::size_t first_end = std::min(words.find_first_of(kBlanks), words.size());
  const std::string_view first = words.substr(0, first_end);
  if (first.empty()) return std::nullopt;
  for (std::size_t at = text.find(first); at != text.npos; at = text.find(first, at + 1)) {
    std::size_t in_text = at;
    std::size_t in_words = 0;
    while (in_words < words.size() && in_text < text.size() && words[in_words] == text[in_text]) {
      ++in_words, ++in_text;
      if (in_words < words.size() && kBlanks.find(words[in_words]) != kBlanks.npos) {
        in_words = std::min(words.find_first_not_of(kBlanks, in_words), words.size());
        const std::size_t behind = std::min(text.find_first_not_of(kBlanks, in_text), text.size());
        if (behind == in_text) break;
        in_text = behind;
      }
    }
    if (in_words == words.size()) return at;
  }
  return std::nullopt;
}

}  // namespace

FilePoint point_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const std::size_t newline = before.rfind('\n');
  const std::string_view line = before.substr(newline == before.npos ? 0 : newline + 1);
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return {static_cast<int>(std::ranges::count(before, '\n')) + 1, static_cast<int>(std::ranges::count_if(line, begins)) + 1};
}

DecodedString decoded(std::string_view quoted) {
  const Quotes quotes = quotes_of(quoted);
  if (quotes.size == 0) return {};
  const std::string_view body = quoted.substr(quotes.size, quoted.size() - 2 * quotes.size);
  DecodedString result;
  const auto put = [&](std::string_view bytes, std::size_t place) {
    result.text += bytes;
    result.places.insert(result.places.end(), bytes.size(), place + quotes.size);
  };
  std::size_t at = quotes.size == 3 ? (body.starts_with("\r\n") ? 2U : body.starts_with('\n') ? 1U : 0U) : 0U;
  while (at < body.size()) {
    const std::size_t place = at;
    if (body.substr(at).starts_with("\r\n")) {
      put("\n", place);
      at += 2;
    } else if (body[at] != '\\' || !quotes.escapes) {
      put(body.substr(at++, 1), place);
    } else if (quotes.size == 3 && is_line_joint(body, at + 1)) {
      at = std::min(body.find_first_not_of(kBlanks, at + 1), body.size());
    } else {
      const auto character = escaped(body, ++at);
      if (!character) return {};
      put(*character, place);
    }
  }
  return result;
}

FilePoint place_of_piece(std::string_view file, const TextLayout& layout, const ValueName& name, std::string_view value,
                         std::optional<ValuePiece> piece) {
  const PlacedValue* placed = find_value(layout, name);
  if (!placed) return point_at(file, place_of_table(file, layout, name));
  if (!piece || piece->begin >= value.size()) return point_at(file, placed->key);
  const DecodedString read = decoded(file.substr(placed->value, placed->end - placed->value));
  const auto at = read.text == value ? std::optional(piece->begin) : find_words(read.text, value.substr(piece->begin, piece->size));
  return point_at(file, at ? placed->value + read.places[*at] : placed->key);
}

}  // namespace starling
