// Events and states as rows of a statement.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <string>
#include <string_view>

#include "history/history.h"

namespace starling {

void bind_event(SQLite::Statement& statement, const Event& event);
// A row of one of the events_*.sql queries.
[[nodiscard]] Event event_from(SQLite::Statement& row);

void bind_state(SQLite::Statement& statement, const std::string& item, const ItemState& state);

// One of the *state*.sql queries. Every start reads the state of each item that was ever asked, so this one reads
// columns straight from SQLite: a quarter of a large folder's start would go into the wrapper's column objects.
// Throws SQLite::Exception.
class StateQuery {
 public:
  StateQuery(const SQLite::Database& database, std::string_view sql);
  ~StateQuery();
  StateQuery(const StateQuery&) = delete;
  StateQuery& operator=(const StateQuery&) = delete;

  // `name` with its colon.
  void bind(const char* name, const std::string& text);
  // To the next row; false after the last.
  [[nodiscard]] bool step();
  [[nodiscard]] std::string item() const;
  [[nodiscard]] ItemState state() const;

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace starling
