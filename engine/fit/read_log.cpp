#include "fit/read_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace starling {

namespace {

constexpr std::size_t kMostRows = 50'000'000;
constexpr std::size_t kMostColumns = 32;
constexpr std::size_t kShownCharacters = 24;

constexpr Instant kEarliest{std::chrono::sys_days{std::chrono::year{1990} / 1 / 1}};

// Which column holds what is read.
struct Columns {
  std::size_t card = kMostColumns;
  std::size_t time = kMostColumns;
  std::size_t rating = kMostColumns;
  std::size_t count = 0;

  [[nodiscard]] const char* missing() const {
    if (card == kMostColumns) return "card_id";
    if (time == kMostColumns) return "review_time";
    if (rating == kMostColumns) return "review_rating";
    return nullptr;
  }
};

Columns read_header(std::string_view line, char between) {
  Columns columns;
  for (std::size_t at = 0; at <= line.size() && columns.count < kMostColumns; ++columns.count) {
    const std::size_t end = std::min(line.find(between, at), line.size());
    const std::string_view name = line.substr(at, end - at);
    if (name == "card_id") columns.card = columns.count;
    if (name == "review_time") columns.time = columns.count;
    if (name == "review_rating") columns.rating = columns.count;
    at = end + 1;
  }
  return columns;
}

std::string shown(std::string_view text) {
  std::string clean;
  for (const char c : text.substr(0, kShownCharacters)) clean += c >= ' ' && c <= '~' ? c : '?';
  return text.size() > kShownCharacters ? clean + "…" : clean;
}

// Up to 18 digits with an optional minus; anything else leaves `ok` false.
std::int64_t whole(const char* begin, const char* end, bool& ok) {
  const bool negative = begin != end && *begin == '-';
  const char* at = begin + negative;
  std::int64_t number = 0;
  ok = at != end && end - at <= 18;
  for (; at != end && ok; ++at) {
    const unsigned digit = static_cast<unsigned char>(*at) - unsigned{'0'};
    ok = digit <= 9;
    number = number * 10 + digit;
  }
  return negative ? -number : number;
}

class Rows {
 public:
  Rows(const Columns& columns, char between, Instant latest) : columns_(columns), between_(between), latest_(latest) {}

  // Empty, or what is wrong with the line.
  std::string read(const char* begin, const char* end, LogRow& row) const {
    std::array<const char*, kMostColumns + 1> edge{};
    std::size_t count = 0;
    edge[0] = begin;
    for (const char* at = begin; at != end && count + 1 < kMostColumns; ++at)
      if (*at == between_) edge[++count] = at + 1;
    edge[++count] = end + 1;
    if (count != columns_.count)
      return fmt::format("has {} columns, the header {}", count, columns_.count);
    const auto number = [&](std::size_t column, bool& ok) { return whole(edge[column], edge[column + 1] - 1, ok); };
    const auto text = [&](std::size_t column) {
      return shown({edge[column], static_cast<std::size_t>(edge[column + 1] - 1 - edge[column])});
    };

    bool card = false;
    bool time = false;
    bool rating = false;
    row.card = number(columns_.card, card);
    const std::int64_t at_ms = number(columns_.time, time);
    const std::int64_t grade = number(columns_.rating, rating);
    if (!card) return fmt::format("card_id '{}' is not a whole number", text(columns_.card));
    if (!time) return fmt::format("review_time '{}' is not a whole number of milliseconds", text(columns_.time));
    if (!rating || grade < 1 || grade > 4)
      return fmt::format("review_rating '{}' is not 1, 2, 3 or 4", text(columns_.rating));
    row.at = Instant(std::chrono::milliseconds(at_ms));
    row.grade = static_cast<Grade>(grade);
    return row.at >= kEarliest && row.at <= latest_ ? "" : wrong_time(at_ms);
  }

 private:
  [[nodiscard]] std::string wrong_time(std::int64_t at_ms) const {
    constexpr std::int64_t kMostSeconds = 100'000'000'000;
    const Instant as_seconds{std::chrono::seconds(std::clamp<std::int64_t>(at_ms, 0, kMostSeconds))};
    if (at_ms < kMostSeconds && as_seconds >= kEarliest && as_seconds <= latest_)
      return fmt::format("review_time {} looks like seconds; it is read in milliseconds", at_ms);
    if (Instant(std::chrono::milliseconds(at_ms)) > latest_)
      return fmt::format("review_time {} lies in the future", at_ms);
    return fmt::format("review_time {} lies before 1990", at_ms);
  }

  Columns columns_;
  char between_;
  Instant latest_;
};

// What stands between the columns: a comma, or a semicolon where the header has no comma.
char separator_of(std::string_view header) {
  return header.find(',') == header.npos && header.find(';') != header.npos ? ';' : ',';
}

// One line of a log, or several where a field in quotes goes on. `rest` is what follows.
struct Record {
  std::string_view text;  // without the line's end
  const char* rest;
  std::size_t lines = 1;
  bool closed = true;     // no quote is left open
};

// Without its quotes (RFC 4180). What would part columns or lines between them becomes a blank: no number has one.
Record unquoted(const char* at, const char* end, char between, std::string& plain) {
  Record record{{}, end};
  plain.clear();
  bool inside = false;
  bool starts = true;  // a field
  for (; at != end; ++at) {
    if (inside && *at == '"') {
      inside = at + 1 != end && at[1] == '"';
      if (inside) plain += *++at;
    } else if (!inside && starts && *at == '"') {
      inside = true;
      starts = false;
    } else if (!inside && *at == '\n') {
      break;
    } else {
      record.lines += *at == '\n';
      plain += inside && (*at == between || *at == '\n') ? ' ' : *at;
      starts = !inside && *at == between;
    }
  }
  record.rest = at == end ? end : at + 1;
  record.closed = !inside;
  record.text = plain;
  return record;
}

Record next_record(const char* at, const char* end, char between, std::string& plain) {
  const void* newline = std::char_traits<char>::find(at, static_cast<std::size_t>(end - at), '\n');
  const char* const stop = newline ? static_cast<const char*>(newline) : end;
  Record record{{at, static_cast<std::size_t>(stop - at)}, stop == end ? end : stop + 1};
  if (record.text.find('"') != record.text.npos) record = unquoted(at, end, between, plain);
  if (record.text.ends_with('\r')) record.text.remove_suffix(1);
  return record;
}

}  // namespace

CsvLog read_log_csv(std::string_view text, Instant latest) {
  CsvLog log;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const char* at = text.data();
  const char* const end = at + text.size();
  const char between = separator_of(text.substr(0, text.find('\n')));
  std::string plain;
  std::optional<Rows> rows;
  for (std::size_t line = 1; at != end;) {
    const Record record = next_record(at, end, between, plain);
    if (!record.closed) return {{}, line, "a quote is opened and not closed"};
    const char* const first = record.text.data();
    if (!rows) {
      const Columns columns = read_header(record.text, between);
      if (const char* name = columns.missing()) return {{}, line, fmt::format("the header has no column {}", name)};
      rows.emplace(columns, between, latest);
      log.rows.reserve(std::min(kMostRows, text.size() / 24));
    } else if (!record.text.empty()) {
      LogRow row;
      std::string problem = rows->read(first, first + record.text.size(), row);
      if (problem.empty() && log.rows.size() == kMostRows) problem = fmt::format("more than {} reviews", kMostRows);
      if (!problem.empty()) return {{}, line, std::move(problem)};
      log.rows.push_back(row);
    }
    line += record.lines;
    at = record.rest;
  }
  if (!rows) return {{}, 1, "the file is empty: a header and one review a line are wanted"};
  return log;
}

}  // namespace starling
