// Reads the members of one TOML table by name and type, and says what is missing, mistyped or unknown.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/problem.h"
#include "source/toml.h"

namespace starling {

// Where a reader reports what it finds: the file, and the list that grows.
struct Findings {
  std::string file;
  std::vector<Problem> problems;
};

class Fields {
 public:
  // `subject` names the table in messages: "card 'why-us'", "the deck". Keeps references: both outlive this.
  Fields(const TomlTable& table, Findings& findings, std::string subject);

  // The name to use in messages and in Problem::card once the record's id is known.
  void name(std::string subject, std::string card);

  // Each optional reader: absent is nothing; of the wrong type or outside its range is nothing and a problem.
  [[nodiscard]] std::optional<std::string> text(std::string_view key);
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key, std::int64_t low, std::int64_t high);
  [[nodiscard]] std::optional<double> number(std::string_view key, double low, double high);
  [[nodiscard]] std::optional<bool> flag(std::string_view key);
  [[nodiscard]] std::optional<Day> day(std::string_view key);
  // A string or a list of strings; absent is an empty list.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  [[nodiscard]] std::vector<std::int64_t> integers(std::string_view key, std::int64_t low, std::int64_t high);
  [[nodiscard]] const TomlTable* table(std::string_view key);
  // `[[key]]` or `key = [{…}, …]`; absent is an empty list.
  [[nodiscard]] std::vector<const TomlTable*> tables(std::string_view key);

  // As above, but absent is a problem ("… has no KEY") and yields the type's empty value. A text of white space
  // only counts as absent.
  [[nodiscard]] std::string need_text(std::string_view key);
  [[nodiscard]] std::int64_t need_integer(std::string_view key, std::int64_t low, std::int64_t high);
  // By which schema the file is written, from 1 to `known`; see parse_toml of those above. Absent is a problem where it is
  // `needed`.
  void schema(std::int64_t known, bool needed = false);
  // One of `words`, or a problem that lists the nearest, and nothing. Absent is nothing without a problem.
  [[nodiscard]] std::optional<std::string> word(std::string_view key, std::span<const std::string_view> words);

  [[nodiscard]] bool has(std::string_view key) const;

  // Reports at the value of `key`, or at the table where there is no such key.
  void problem(std::string_view key, std::string_view rule, std::string text, Severity severity = Severity::Error);

  // Reports every member nobody asked for, with the nearest key that was asked for. True when nothing in this
  // table was wrong so far.
  bool finish();

  [[nodiscard]] int line() const { return table_.line; }

 private:
  // Notes that the key was asked for.
  const TomlMember* find(std::string_view key);
  [[nodiscard]] const TomlMember* spelt(std::string_view key) const;
  // As it is spelt or, where it is not there, in American spelling.
  [[nodiscard]] const TomlMember* look_up(std::string_view key) const;
  void report(int line, int column, std::string_view rule, std::string text, Severity severity);
  [[nodiscard]] std::string about() const;  // "[day]: "; empty where there is no subject
  void mistyped(std::string_view key, std::string_view expected);

  const TomlTable& table_;
  Findings& findings_;
  std::string subject_;
  std::string card_;
  std::set<std::string, std::less<>> asked_;
  bool good_ = true;
};

}  // namespace starling
