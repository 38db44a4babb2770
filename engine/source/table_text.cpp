#include "source/table_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "source/schema_line.h"

namespace starling {

namespace {

std::string_view unquoted(std::string_view value) {
  const bool in_quotes = value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
  return in_quotes ? value.substr(1, value.size() - 2) : value;
}

bool is_of(const PlacedValue& placed, std::size_t table) { return placed.table == table && !placed.inner && !placed.commented; }

// A piece of the text and what comes in its place.
struct Replacement {
  std::size_t begin;
  std::size_t end;
  std::string text;
};

}  // namespace

std::string TableRecord::what() const { return fmt::format("{} {}", kind, name); }

std::string TableRecord::value() const {
  std::vector<std::string> list;
  for (const auto& [key, value] : fields) list.push_back(fmt::format("{} = {}", key, value));
  return fmt::format("{{ {} }}", fmt::join(list, ", "));
}

TableText::TableText(std::string_view text, std::string_view format)
    : text_(text), format_(format), newline_(text.find("\r\n") == text.npos ? "\n" : "\r\n") {}

void TableText::put(const TableRecord& record, const TableRecord* now) {
  const TextLayout layout = layout_of(text_);
  const auto table = table_of(layout, record);
  if (!table) return append(record);
  std::vector<Replacement> changes;
  std::size_t last = layout.tables[*table].body;  // behind the line of the last value
  for (const PlacedValue& placed : layout.values) {
    if (!is_of(placed, *table)) continue;
    last = std::max(last, behind_line(placed.end));
    const auto wanted = std::ranges::find_if(record.fields, [&](const auto& field) {
      return placed.path.size() == 2 && placed.path[1] == field.first;
    });
    const std::string_view written = std::string_view(text_).substr(placed.value, placed.end - placed.value);
    if (wanted == record.fields.end())
      changes.push_back({placed.key, behind_line(placed.end), ""});
    else if (!(now && std::ranges::find(now->fields, *wanted) != now->fields.end()) && unquoted(written) != unquoted(wanted->second))
      changes.push_back({placed.value, placed.end, wanted->second});
  }
  std::string fresh;
  for (const auto& [key, value] : record.fields)
    if (!value_in(layout, *table, record.kind, key)) fresh += fmt::format("{} = {}{}", key, value, newline_);
  if (!fresh.empty() && (last == 0 || text_[last - 1] != '\n')) fresh = newline_ + fresh;
  if (!fresh.empty()) changes.push_back({last, last, fresh});
  std::ranges::stable_sort(changes, std::ranges::greater(), &Replacement::begin);
  for (const Replacement& each : changes) text_.replace(each.begin, each.end - each.begin, each.text);
}

void TableText::take_out(const TableRecord& record) {
  const TextLayout layout = layout_of(text_);
  const auto table = table_of(layout, record);
  if (!table) return;
  const std::size_t heading_end = layout.tables[*table].body - 1;
  std::size_t begin = heading_end == 0 ? text_.npos : text_.rfind('\n', heading_end - 1);
  begin = begin == text_.npos ? 0 : begin + 1;
  std::size_t end = layout.tables[*table].body;
  for (const PlacedValue& placed : layout.values)
    if (is_of(placed, *table)) end = behind_line(placed.end);
  text_.erase(begin, end - begin);
  const std::string two = newline_ + newline_;
  const bool blank_before = begin >= two.size() && std::string_view(text_).substr(begin - two.size(), two.size()) == two;
  const bool blank_behind = begin >= text_.size() || std::string_view(text_).substr(begin).starts_with(newline_);
  if (blank_before && blank_behind) text_.erase(begin - newline_.size(), newline_.size());
}

std::size_t TableText::behind_line(std::size_t at) const { return std::min(text_.find('\n', at), text_.size() - 1) + 1; }

const PlacedValue* TableText::value_in(const TextLayout& layout, std::size_t table, std::string_view kind, std::string_view key) {
  for (const PlacedValue& placed : layout.values)
    if (is_of(placed, table) && placed.path.size() == 2 && placed.path[0] == kind && placed.path[1] == key) return &placed;
  return nullptr;
}

std::optional<std::size_t> TableText::table_of(const TextLayout& layout, const TableRecord& record) const {
  for (std::size_t i = 1; i < layout.tables.size(); ++i) {
    if (layout.tables[i].path != KeyPath{record.kind}) continue;
    const PlacedValue* name = value_in(layout, i, record.kind, record.fields.front().first);
    if (name && unquoted(std::string_view(text_).substr(name->value, name->end - name->value)) == record.name) return i;
  }
  return std::nullopt;
}

void TableText::append(const TableRecord& record) {
  if (text_.empty()) text_ = schema_line(format_, 0) + "schema = 1\n";
  if (text_.back() != '\n') text_ += newline_;
  if (text_.find_first_not_of("\r\n\t ") != text_.npos) text_ += newline_;
  text_ += fmt::format("[[{}]]{}", record.kind, newline_);
  for (const auto& [key, value] : record.fields) text_ += fmt::format("{} = {}{}", key, value, newline_);
}

}  // namespace starling
