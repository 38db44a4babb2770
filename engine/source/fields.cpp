#include "source/fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "text/text.h"

namespace starling {

namespace {

// The keys of our texts that American English spells otherwise: looked at for every key that is absent, so a table.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kSpeltInTwoWays{
    {{"licence", "license"}, {"behavioural", "behavioral"}}};

}  // namespace

Fields::Fields(const TomlTable& table, Findings& findings, std::string subject)
    : table_(table), findings_(findings), subject_(std::move(subject)) {}

void Fields::name(std::string subject, std::string card) {
  subject_ = std::move(subject);
  card_ = std::move(card);
}

const TomlMember* Fields::spelt(std::string_view key) const {
  const auto at = std::ranges::lower_bound(table_.members, key, {}, [](const TomlMember& m) -> std::string_view { return m.key; });
  return at != table_.members.end() && at->key == key ? &*at : nullptr;
}

const TomlMember* Fields::look_up(std::string_view key) const {
  if (const TomlMember* member = spelt(key)) return member;
  for (const auto& [british, american] : kSpeltInTwoWays)
    if (key == british) return spelt(american);
  return nullptr;
}

bool Fields::has(std::string_view key) const { return look_up(key) != nullptr; }

const TomlMember* Fields::find(std::string_view key) {
  asked_.emplace(key);
  const TomlMember* member = look_up(key);
  if (member && member->key != key) asked_.insert(member->key);
  return member;
}

void Fields::problem(std::string_view key, std::string_view rule, std::string text, Severity severity) {
  const TomlMember* member = look_up(key);
  if (member)
    report(member->line, member->column, rule, std::move(text), severity);
  else
    report(table_.line, table_.column, rule, std::move(text), severity);
}

void Fields::report(int line, int column, std::string_view rule, std::string text, Severity severity) {
  add_problem(findings_.problems, {findings_.file, line, column, card_, std::string(rule), severity, std::move(text)});
  if (severity == Severity::Error) good_ = false;
}

std::string Fields::about() const { return subject_.empty() ? "" : subject_ + ": "; }

void Fields::mistyped(std::string_view key, std::string_view expected) {
  problem(key, "wrong-type", fmt::format("{}'{}' must be {}", about(), key, expected));
}

std::optional<std::string> Fields::text(std::string_view key) {
  const TomlMember* member = find(key);
  if (!member) return std::nullopt;
  if (const auto* value = std::get_if<std::string>(&member->value.what)) return *value;
  mistyped(key, "a text in quotes");
  return std::nullopt;
}

std::optional<std::int64_t> Fields::integer(std::string_view key, std::int64_t low, std::int64_t high) {
  const TomlMember* member = find(key);
  if (!member) return std::nullopt;
  const auto* value = std::get_if<std::int64_t>(&member->value.what);
  if (value && *value >= low && *value <= high) return *value;
  mistyped(key, fmt::format("a whole number from {} to {}", low, high));
  return std::nullopt;
}

std::optional<double> Fields::number(std::string_view key, double low, double high) {
  const TomlMember* member = find(key);
  if (!member) return std::nullopt;
  std::optional<double> value;
  if (const auto* whole = std::get_if<std::int64_t>(&member->value.what)) value = static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&member->value.what)) value = *real;
  if (value && std::isfinite(*value) && *value >= low && *value <= high) return value;
  mistyped(key, fmt::format("a number from {:g} to {:g}", low, high));
  return std::nullopt;
}

std::optional<bool> Fields::flag(std::string_view key) {
  const TomlMember* member = find(key);
  if (!member) return std::nullopt;
  if (const auto* value = std::get_if<bool>(&member->value.what)) return *value;
  mistyped(key, "true or false");
  return std::nullopt;
}

std::optional<Day> Fields::day(std::string_view key) {
  const TomlMember* member = find(key);
  if (!member) return std::nullopt;
  if (const auto* value = std::get_if<Day>(&member->value.what)) return *value;
  mistyped(key, "a date such as 2026-12-22, without quotes");
  return std::nullopt;
}

std::vector<std::string> Fields::texts(std::string_view key) {
  const TomlMember* member = find(key);
  if (!member) return {};
  if (const auto* value = std::get_if<std::string>(&member->value.what)) return {*value};
  std::vector<std::string> result;
  if (const auto* list = std::get_if<TomlArray>(&member->value.what)) {
    for (const TomlValue& value : *list)
      if (const auto* text = std::get_if<std::string>(&value.what)) result.push_back(*text);
    if (result.size() == list->size()) return result;
  }
  mistyped(key, "a list of texts");
  return {};
}

std::vector<std::int64_t> Fields::integers(std::string_view key, std::int64_t low, std::int64_t high) {
  const TomlMember* member = find(key);
  if (!member) return {};
  std::vector<std::int64_t> result;
  if (const auto* list = std::get_if<TomlArray>(&member->value.what)) {
    for (const TomlValue& value : *list) {
      const auto* whole = std::get_if<std::int64_t>(&value.what);
      if (whole && *whole >= low && *whole <= high) result.push_back(*whole);
    }
    if (result.size() == list->size()) return result;
  }
  mistyped(key, fmt::format("a list of whole numbers from {} to {}", low, high));
  return {};
}

const TomlTable* Fields::table(std::string_view key) {
  const TomlMember* member = find(key);
  if (!member) return nullptr;
  if (const auto* value = std::get_if<TomlTable>(&member->value.what)) return value;
  mistyped(key, "a table");
  return nullptr;
}

std::vector<const TomlTable*> Fields::tables(std::string_view key) {
  const TomlMember* member = find(key);
  if (!member) return {};
  std::vector<const TomlTable*> result;
  if (const auto* list = std::get_if<TomlArray>(&member->value.what)) {
    for (const TomlValue& value : *list)
      if (const auto* table = std::get_if<TomlTable>(&value.what)) result.push_back(table);
    if (result.size() == list->size()) return result;
  }
  mistyped(key, fmt::format("a list of tables: [[{}]]", key));
  return {};
}

std::string Fields::need_text(std::string_view key) {
  if (!has(key)) {
    (void)find(key);
    problem("", "missing", fmt::format("{} has no {}", subject_, key));
    return {};
  }
  const auto value = text(key);
  if (!value) return {};
  if (!trimmed(*value).empty()) return *value;
  problem(key, "missing", fmt::format("{} has an empty {}", subject_, key));
  return {};
}

std::int64_t Fields::need_integer(std::string_view key, std::int64_t low, std::int64_t high) {
  if (!has(key)) {
    (void)find(key);
    problem("", "missing", fmt::format("{} has no {}", subject_, key));
    return 0;
  }
  return integer(key, low, high).value_or(0);
}

void Fields::schema(std::int64_t known, bool needed) {
  const TomlMember* member = find("schema");
  if (!member) {
    if (needed) problem("", "missing", fmt::format("{} has no schema", subject_));
    return;
  }
  const auto* number = std::get_if<std::int64_t>(&member->value.what);
  if (number && *number >= 1 && *number <= known) return;
  problem("schema", "schema", known == 1 ? std::string("'schema' must be 1") : fmt::format("'schema' must be a whole number from 1 to {}", known));
}

std::optional<std::string> Fields::word(std::string_view key, std::span<const std::string_view> words) {
  auto value = text(key);
  if (!value) return std::nullopt;
  if (std::find(words.begin(), words.end(), *value) != words.end()) return value;
  for (const std::string_view word : words)
    if (same_spelling(word, *value)) return std::string(word);
  const std::vector<std::string> list(words.begin(), words.end());
  const auto near = nearest(*value, list);
  problem(key, "unknown-word",
          near ? fmt::format("{}'{}' is not a known {}; did you mean '{}'?", about(), *value, key, *near)
               : fmt::format("{}'{}' is not a known {}; use one of: {}", about(), *value, key,
                             fmt::join(list, ", ")));
  return std::nullopt;
}

bool Fields::finish() {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const TomlMember& member : table_.members) {
    if (asked_.contains(member.key)) continue;
    if (is_full(findings_.problems)) {  // of many thousands the nearest need not be looked for
      report(member.line, member.column, "unknown-key", {}, Severity::Error);
      break;
    }
    const auto near = nearest(member.key, known);
    report(member.line, member.column, "unknown-key",
           near ? fmt::format("{}unknown key '{}'; did you mean '{}'?", about(), member.key, *near)
                : fmt::format("{}unknown key '{}'", about(), member.key),
           Severity::Error);
  }
  return good_;
}

}  // namespace starling
