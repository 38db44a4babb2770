// The open database of the cache.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace starling {

// What is in the cache cannot be relied on: it is made anew.
class Doubt : public std::runtime_error {
  using runtime_error::runtime_error;
};

struct StoreConnection {
  std::string path;
  SQLite::Database database;
};

// Opens the cache at `path` (":memory:" for one that is gone with the object); makes it where there is none. Throws
// Doubt for one that is not of this format, and SQLite::Exception.
[[nodiscard]] std::unique_ptr<StoreConnection> open_connection(const std::string& path, const std::string& build);

// After the rows of a new cache.
void make_indexes(StoreConnection& connection);

// A short-lived program leaves the write-ahead log for the next one; from a certain length on it is emptied.
void gather_when_long(const StoreConnection& connection);

[[nodiscard]] SQLite::Statement prepare(const StoreConnection& connection, std::string_view sql);

}  // namespace starling
