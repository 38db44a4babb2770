#include "store/connection.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <chrono>
#include <cstring>
#include <fstream>
#include <thread>
#include <vector>

#include "migrations.h"

namespace starling {

namespace {

// In the order of user_version: entry 0 takes an empty database to version 1.
constexpr std::array kMigrations{&migrations::v001_log};

constexpr int kNewest = static_cast<int>(kMigrations.size());

// Databases up to this size are checked page by page at every start; it costs about a millisecond.
constexpr std::uintmax_t kCheckedBytes = 1024 * 1024;

StoreError damaged(const std::string& path, std::string_view how) {
  return StoreError(fmt::format("{} is damaged ({}). It was left as it is: restore a copy, or move it away to begin a "
                                "new history.",
                                path, how));
}

StoreError newer(const std::string& path, std::int64_t version) {
  return StoreError(fmt::format("{} was written by a newer Starling (format {}, this one knows {}). It was left as it "
                                "is: update the program.",
                                path, version, kNewest));
}

StoreError of_another_program(const std::string& path) {
  return StoreError(fmt::format("{} is a database of another program and was left as it is.", path));
}

std::uint32_t big_endian(const char* bytes, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

// What the first 100 bytes say, before SQLite opens the file and might write beside it.
// Format: https://www.sqlite.org/fileformat.html#the_database_header
void check_header(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::file_size(path, error) == 0 || error) return;
  std::array<char, 100> header{};
  std::ifstream file(path, std::ios::binary);
  if (!file.read(header.data(), header.size()) || std::memcmp(header.data(), "SQLite format 3", 16) != 0)
    throw damaged(path.string(), "not an SQLite database");
  if (std::filesystem::exists(path.string() + "-wal", error)) return;
  if (big_endian(&header[68], 4) != kApplicationId) throw of_another_program(path.string());
  const auto version = big_endian(&header[60], 4);
  if (version > static_cast<std::uint32_t>(kNewest)) throw newer(path.string(), version);
  const std::uintmax_t page = big_endian(&header[16], 2) == 1 ? 65536 : big_endian(&header[16], 2);
  const std::uintmax_t pages = big_endian(&header[28], 4);
  // Not so with a journal: a write is under way, or was cut short and opening takes it back. The size is asked last:
  // whoever made the journal that is gone now has written all that the header counts.
  if (std::filesystem::exists(path.string() + "-journal", error)) return;
  if (std::filesystem::file_size(path, error) < page * pages) throw damaged(path.string(), "its end is missing");
}

// What the header cannot say while part of the database still lies in its write-ahead log. Reads only.
void check_identity(StoreConnection& connection) {
  SQLite::Database& db = connection.database;
  if (db.execAndGet("select count(*) from sqlite_schema").getInt() == 0) return;
  if (db.execAndGet("pragma application_id").getInt() != kApplicationId) throw of_another_program(connection.path);
  const int version = db.execAndGet("pragma user_version").getInt();
  if (version > kNewest) throw newer(connection.path, version);
}

void migrate(StoreConnection& connection) {
  SQLite::Database& db = connection.database;
  if (db.execAndGet("pragma user_version").getInt() == kNewest) return;
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  const int version = db.execAndGet("pragma user_version").getInt();
  if (version > kNewest) throw newer(connection.path, version);  // since it was looked at
  for (int next = version; next < kNewest; ++next)
    db.exec(std::string(*kMigrations[static_cast<std::size_t>(next)]));
  db.exec(fmt::format("pragma application_id = {}", kApplicationId));
  db.exec(fmt::format("pragma user_version = {}", kNewest));
  transaction.commit();
}

// SQLite does not wait for another program here, whatever the busy timeout: it would have to turn a read into a write.
void write_ahead(SQLite::Database& db) {
  constexpr int kPauseMilliseconds = 5;
  for (int left = Store::kBusyMilliseconds / kPauseMilliseconds;; --left) {
    try {
      if (db.execAndGet("pragma journal_mode").getString() != "wal")
        (void)db.execAndGet("pragma journal_mode = wal").getString();
      return;
    } catch (const SQLite::Exception& error) {
      if (error.getErrorCode() != SQLITE_BUSY || left == 0) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(kPauseMilliseconds));
    }
  }
}

void quick_check(StoreConnection& connection) {
  std::error_code error;
  const auto size = std::filesystem::file_size(connection.path, error);
  if (error || size == 0 || size > kCheckedBytes) return;
  const std::string verdict = connection.database.execAndGet("pragma quick_check(1)").getString();
  if (verdict != "ok") throw damaged(connection.path, verdict);
}

}  // namespace

StoreError explain(const SQLite::Exception& error, const std::string& path) {
  switch (error.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return StoreError(fmt::format("{} is in use by another program; nothing was changed. Try again in a moment.", path));
    case SQLITE_FULL:
      return StoreError(fmt::format("the disk is full: nothing was written to {}. Make room and try again.", path));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged(path, error.getErrorStr());
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return StoreError(fmt::format("cannot write to {}: {}.", path, error.getErrorStr()));
    case SQLITE_IOERR:
      return StoreError(fmt::format("the disk did not take a write to {}: nothing was changed ({}).", path,
                                    error.getErrorStr()));
    default:
      return StoreError(fmt::format("{}: {}", path, error.what()));
  }
}

std::unique_ptr<StoreConnection> open_connection(const std::filesystem::path& path) {
  const bool in_memory = path == ":memory:";
  if (!in_memory) check_header(path);
  try {
    auto connection = std::unique_ptr<StoreConnection>(new StoreConnection{
        path.string(), SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX)});
    SQLite::Database& db = connection->database;
    db.setBusyTimeout(Store::kBusyMilliseconds);
    // A short-lived process leaves the write-ahead log for the next one: one sync an answer, not three.
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    db.exec("pragma synchronous = full");
    // The store does it itself (see `gather_when_long`): SQLite's own leaves the log to be begun anew by a writer that
    // knows of the checkpoint, and a process that opens the database alone does not.
    db.exec("pragma wal_autocheckpoint = 0");
    check_identity(*connection);
    if (!in_memory) quick_check(*connection);
    migrate(*connection);
    // After the first migration, so that the file itself says whose it is before anything lies in the log beside it.
    if (!in_memory) write_ahead(db);
    db.exec("pragma foreign_keys = on");
    return connection;
  } catch (const SQLite::Exception& error) {
    throw explain(error, path.string());
  }
}

SQLite::Statement prepare(const StoreConnection& connection, std::string_view sql) {
  return SQLite::Statement(connection.database, std::string(sql));
}

}  // namespace starling
