// Tables of a TOML text, `[[kind]]`, put in, changed and taken out: comments, order, line ends and everything else stay
// byte for byte.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/layout.h"

namespace starling {

// One table, whose first field says what it is about.
struct TableRecord {
  std::string kind;
  std::string name;                                         // the value of the first field, without quotes
  std::vector<std::pair<std::string, std::string>> fields;  // keys and values as TOML, in order

  [[nodiscard]] std::string what() const;   // "drop w05-d1-mock"
  [[nodiscard]] std::string value() const;  // "{ task = "w05-d1-mock" }"
};

// A text that is changed step by step. Whether it still says what it shall is for the caller to read: a table that is
// written in another way, as `kind = [{ … }]`, is not found.
class TableText {
 public:
  // `format` is what an empty text is begun as (source/schema_line.h).
  TableText(std::string_view text, std::string_view format);

  [[nodiscard]] std::string take() { return std::move(text_); }

  // In place of the table of that kind and name: the values alone where only those are other ones, so that what a hand
  // wrote around them stays; else at the end. `now` is what a reader found there: what is the same in both is left as it
  // is written.
  void put(const TableRecord& record, const TableRecord* now = nullptr);
  // From its heading to its last value, and the blank line in front of it.
  void take_out(const TableRecord& record);

 private:
  [[nodiscard]] static const PlacedValue* value_in(const TextLayout& layout, std::size_t table, std::string_view kind,
                                                   std::string_view key);
  [[nodiscard]] std::optional<std::size_t> table_of(const TextLayout& layout, const TableRecord& record) const;
  [[nodiscard]] std::size_t behind_line(std::size_t at) const;
  void append(const TableRecord& record);

  std::string text_;
  std::string format_;
  std::string newline_;
};

}  // namespace starling
