#include "source/toml.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <utility>

#include "source/dotted.h"
#include "source/slip.h"
#include "text/text.h"

namespace starling {

namespace {

// The library bounds brackets but not what dotted keys inside them add up to, and every reader here is recursive.
constexpr int kMaxNesting = 100;

constexpr int kLongestDescription = 300;  // columns

// Around the sides of a conflict, at the beginning of lines; behind the first and the last stands whose side it is.
constexpr std::string_view kOurs = "<<<<<<< ";
constexpr std::string_view kParted = "=======";
constexpr std::string_view kTheirs = ">>>>>>> ";
constexpr std::string_view kConflict = "git left a conflict marker here: bring its two sides together, then delete the lines with the markers";

// The first character that a terminal might obey: a control character of either range but tab and newline.
std::optional<unsigned> control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7f) return byte;
    const unsigned next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if (byte == 0xC2 && next >= 0x80 && next < 0xA0) return next;
  }
  return std::nullopt;
}

class Converter {
 public:
  explicit Converter(TomlDocument& document, std::string_view file) : document_(document), file_(file) {}

  TomlTable table(const toml::table& node) {
    TomlTable result;
    place(node, result.line, result.column);
    result.members.reserve(node.size());
    for (const auto& [key, child] : node) {
      const auto& begin = key.source().begin;
      check_characters(key.str(), static_cast<int>(begin.line), static_cast<int>(begin.column));
      TomlMember member{std::string(key.str()), value(child)};
      member.line = member.value.line;
      member.column = member.value.column;
      result.members.push_back(std::move(member));
    }
    return result;
  }

 private:
  TomlValue value(const toml::node& node) {
    TomlValue result;
    place(node, result.line, result.column);
    if (depth_ == kMaxNesting) {
      if (!std::exchange(too_deep_, true))
        problem(result.line, result.column, "toml", fmt::format("nests deeper than {} values", kMaxNesting));
      return result;
    }
    ++depth_;
    if (const auto* t = node.as_table()) {
      result.what = table(*t);
    } else if (const auto* a = node.as_array()) {
      TomlArray list;
      list.reserve(a->size());
      for (const toml::node& child : *a) list.push_back(value(child));
      result.what = std::move(list);
    } else if (const auto* s = node.as_string()) {
      check_characters(s->get(), result.line, result.column);
      result.what = s->get();
    } else if (const auto* i = node.as_integer()) {
      result.what = i->get();
    } else if (const auto* f = node.as_floating_point()) {
      result.what = f->get();
    } else if (const auto* b = node.as_boolean()) {
      result.what = b->get();
    } else if (const auto* d = node.as_date()) {
      const toml::date date = d->get();
      result.what = Day(std::chrono::year(date.year) / date.month / date.day);
    }
    --depth_;
    return result;
  }

  static void place(const toml::node& node, int& line, int& column) {
    const auto& begin = node.source().begin;
    line = std::max(1, static_cast<int>(begin.line));
    column = std::max(1, static_cast<int>(begin.column));
  }

  void check_characters(std::string_view text, int line, int column) {
    if (const auto bad = control_character(text))
      problem(line, column, "control-character",
              fmt::format("control character U+{:04X} in a text; only tab and newline are allowed", *bad));
  }

  void problem(int line, int column, std::string rule, std::string text) {
    add_problem(document_.problems,
                {std::string(file_), line, column, "", std::move(rule), Severity::Error, std::move(text)});
  }

  TomlDocument& document_;
  std::string_view file_;
  int depth_ = 0;
  bool too_deep_ = false;
};

// Bytes of the character that `text` starts with; 0 where that is not UTF-8, and at the end.
std::size_t first_character(std::string_view text) {
  for (std::size_t size = 1; size <= std::min<std::size_t>(4, text.size()); ++size)
    if (is_utf8(text.substr(0, size))) return size;
  return 0;
}

// A problem at the place where `rest`, the end of `text`, begins. Columns count characters, as the library's do.
Problem problem_at(std::string_view text, std::string_view rest, std::string_view file) {
  Problem problem;
  problem.file = file;
  std::string_view before = text.substr(0, text.size() - rest.size());
  while (const std::size_t size = first_character(before)) {
    ++problem.column;
    if (before[0] == '\n') {
      ++problem.line;
      problem.column = 1;
    }
    before.remove_prefix(size);
  }
  return problem;
}

// The library stops at the first bad byte but does not always say where it stands; count for ourselves.
std::optional<Problem> check_utf8(std::string_view text, std::string_view file) {
  if (is_utf8(text)) return std::nullopt;
  std::string_view rest = text;
  while (const std::size_t size = first_character(rest)) rest.remove_prefix(size);
  Problem problem = problem_at(text, rest, file);
  problem.rule = "utf-8";
  problem.text = "this is not UTF-8 text; save the file as UTF-8";
  return problem;
}

bool is_parting(std::string_view line) { return line == kParted || (line.starts_with(kParted) && line.substr(kParted.size()) == "\r"); }

Problem problem_of(const toml::parse_error& error, std::string_view text, std::string_view file) {
  const auto& begin = error.source().begin;
  const int line = std::max(1, static_cast<int>(begin.line));
  Problem problem{std::string(file), line, std::max(1, static_cast<int>(begin.column)), "", "toml", Severity::Error, ""};
  // What the library says may quote the text: control characters must not reach a terminal.
  problem.text = shorten(error.description(), kLongestDescription);
  if (is_conflict_marker(line_of(text, line)))
    problem.text = kConflict;
  else
    tell_slip(problem, text);
  return problem;
}

// The line on which git began to write both sides of a conflict, counted from 1; 0 where the three lines around them do not
// stand there in their order. Of itself each may belong to a text, as of a card about git.
int conflict_line(std::string_view text) {
  if (text.find(kOurs) == text.npos) return 0;
  int began = 0;
  bool is_parted = false;
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view each = text.substr(0, end);
    if (each.starts_with(kOurs)) {
      began = line;
      is_parted = false;
    } else if (began > 0 && is_parting(each)) {
      is_parted = true;
    } else if (is_parted && each.starts_with(kTheirs)) {
      return began;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return 0;
}

// Between three quotes they make no other mistake, and both sides would be read as one text.
std::optional<Problem> check_conflict(std::string_view text, std::string_view file) {
  const int line = conflict_line(text);
  if (line == 0) return std::nullopt;
  return Problem{std::string(file), line, 1, "", "toml", Severity::Error, std::string(kConflict)};
}

std::optional<Problem> check_depth(std::string_view text, std::string_view file) {
  const auto rest = too_deep_key(text);
  if (!rest) return std::nullopt;
  Problem problem = problem_at(text, *rest, file);
  problem.rule = "toml";
  problem.text = fmt::format("a key of more than {} parts", kMaxKeyParts);
  return problem;
}

}  // namespace

bool is_conflict_marker(std::string_view line) {
  return line.starts_with(kOurs) || line.starts_with(kTheirs) || line.starts_with("||||||| ") || is_parting(line);
}

TomlDocument parse_toml(std::string_view text, std::string_view file) {
  TomlDocument document;
  if (text.size() > kMaxTomlBytes) {
    document.problems.push_back({std::string(file), 1, 1, "", "too-large", Severity::Error,
                                 fmt::format("larger than {} MiB; split it", kMaxTomlBytes / 1024 / 1024)});
    return document;
  }
  auto problem = check_utf8(text, file);
  if (!problem) problem = check_conflict(text, file);
  if (!problem) problem = check_depth(text, file);
  if (problem) {
    document.problems.push_back(std::move(*problem));
    return document;
  }
  try {
    const toml::table root = toml::parse(text, file);
    Converter converter(document, file);
    document.root = converter.table(root);
    // A table's members come sorted by key, not by place.
    sort_by_place(document.problems);
    if (has_error(document.problems)) document.root.reset();
  } catch (const toml::parse_error& error) {
    document.problems.push_back(problem_of(error, text, file));
  }
  return document;
}

TomlDocument parse_toml(std::string_view text, std::string_view file, std::int64_t known) {
  TomlDocument document = parse_toml(text, file);
  if (!document.root) return document;
  const auto schema = std::ranges::find(document.root->members, "schema", &TomlMember::key);
  if (schema == document.root->members.end()) return document;
  const auto* number = std::get_if<std::int64_t>(&schema->value.what);
  if (!number || *number <= known) return document;
  document.problems = {{std::string(file), schema->line, schema->column, "", "schema", Severity::Error,
                        fmt::format("this file is written for a newer Starling (schema {}; this one reads {}): update Starling on this machine",
                                    *number, known)}};
  document.root.reset();
  return document;
}

}  // namespace starling
