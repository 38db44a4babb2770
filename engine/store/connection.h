// The open database: who may open it, how it is migrated, and how SQLite's errors become ours.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "store/store.h"

namespace starling {

// "STAR": marks a database file as Starling's.
inline constexpr int kApplicationId = 0x53544152;

struct StoreConnection {
  std::string path;
  SQLite::Database database;
};

// Opens, checks and migrates. Throws StoreError.
[[nodiscard]] std::unique_ptr<StoreConnection> open_connection(const std::filesystem::path& path);

// What SQLite's error means for the learner.
[[nodiscard]] StoreError explain(const SQLite::Exception& error, const std::string& path);

// Runs `work`, with SQLite's errors turned into StoreError.
template <class Work>
auto guarded(const StoreConnection& connection, Work&& work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    throw explain(error, connection.path);
  }
}

[[nodiscard]] SQLite::Statement prepare(const StoreConnection& connection, std::string_view sql);

}  // namespace starling
