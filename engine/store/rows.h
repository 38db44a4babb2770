// Events and states as rows of a statement.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "history/history.h"

namespace starling {

void bind_event(SQLite::Statement& statement, const Event& event);
// A row of one of the events_*.sql queries.
[[nodiscard]] Event event_from(SQLite::Statement& row);

void bind_state(SQLite::Statement& statement, const std::string& item, const ItemState& state);
// A row of one of the *state*.sql queries, without its item in column 0.
[[nodiscard]] ItemState state_from(SQLite::Statement& row);

}  // namespace starling
