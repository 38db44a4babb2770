// States of items as rows of the cache.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "history/history.h"
#include "store/connection.h"

namespace starling {

// The row number of an item, which is made where there is none.
[[nodiscard]] std::int64_t row_of(const StoreConnection& connection, const ItemId& item);

// Nothing: nothing of the item counts any more.
void put_state(const StoreConnection& connection, const ItemId& item, const std::optional<ItemState>& state);

// All of a new cache: every item of `rows` by its row, with its state where it has one.
void put_new_states(const StoreConnection& connection, const std::unordered_map<ItemId, std::int64_t>& rows,
                    const ItemStates& states);
void put_states(const StoreConnection& connection, const ItemStates& states);

// The rows of all_states.sql or state_of.sql. Throws Doubt for one that is not as it was written.
// There are about `expected` of them.
[[nodiscard]] ItemStates read_states(SQLite::Statement& rows, std::size_t expected);

// The bytes as a blob column holds them, and their XXH3 checksum: a start reads all of them, and this one costs it
// nothing.
[[nodiscard]] std::string_view blob_of(SQLite::Statement& row, int column);
[[nodiscard]] std::int64_t checksum_of(std::string_view bytes);

}  // namespace starling
