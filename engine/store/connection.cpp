#include "store/connection.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <chrono>
#include <system_error>
#include <thread>

#include "queries.h"
#include "source/source.h"
#include "tables.h"

namespace starling {

namespace {

// "STAR": marks a database file as Starling's.
constexpr int kApplicationId = 0x53544152;
constexpr int kBusyMilliseconds = 2000;
// A start reads packed texts of some kilobytes each: in larger pages they are fewer reads.
constexpr int kPageBytes = 16 * 1024;
constexpr std::uintmax_t kLongLog = 400 * 1024;

bool is_new(SQLite::Database& db) { return db.execAndGet("select count(*) from sqlite_schema").getInt() == 0; }

void make_tables(StoreConnection& connection, const std::string& build) {
  SQLite::Database& db = connection.database;
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  if (!is_new(db)) return;  // another program was quicker
  db.exec(std::string(tables::cache));
  db.exec(fmt::format("pragma application_id = {}", kApplicationId));
  SQLite::Statement put = prepare(connection, queries::put_meta);
  put.bind(":name", "build");
  put.bind(":value", build);
  put.exec();
  transaction.commit();
}

void check(StoreConnection& connection, const std::string& build) {
  SQLite::Database& db = connection.database;
  if (db.execAndGet("pragma application_id").getInt() != kApplicationId) throw Doubt("it is not a cache of Starling");
  SQLite::Statement made_by = prepare(connection, queries::get_meta);
  made_by.bind(":name", "build");
  if (!made_by.executeStep() || made_by.getColumn(0).getString() != build) throw Doubt("another program made it");
}

// SQLite does not wait for another program here, whatever the busy timeout: it would have to turn a read into a write.
void write_ahead(SQLite::Database& db) {
  constexpr int kPauseMilliseconds = 5;
  for (int left = kBusyMilliseconds / kPauseMilliseconds;; --left) {
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

}  // namespace

std::unique_ptr<StoreConnection> open_connection(const std::string& path, const std::string& build) {
  const bool in_memory = path == ":memory:";
  const bool is_made = !file_stamp(path);
  auto connection = std::unique_ptr<StoreConnection>(new StoreConnection{
      path, SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX)});
  SQLite::Database& db = connection->database;
  db.setBusyTimeout(kBusyMilliseconds);
  if (!in_memory) ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
  if (!in_memory && is_made) give_to_owner_above(path);  // SQLite gives the files beside it the same owner
  sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  // Losing the last writes with the power loses nothing: they are read again from the lines.
  db.exec("pragma synchronous = normal");
  db.exec("pragma wal_autocheckpoint = 0");
  db.exec(fmt::format("pragma page_size = {}", kPageBytes));
  if (!in_memory) write_ahead(db);
  if (is_new(db)) make_tables(*connection, build);
  check(*connection, build);
  return connection;
}

void make_indexes(StoreConnection& connection) { connection.database.exec(std::string(tables::indexes)); }

void gather_when_long(const StoreConnection& connection) {
  std::error_code none;
  const auto bytes = std::filesystem::file_size(connection.path + "-wal", none);
  if (none || bytes <= kLongLog) return;
  sqlite3* db = connection.database.getHandle();
  sqlite3_busy_timeout(db, 0);
  sqlite3_wal_checkpoint_v2(db, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(db, kBusyMilliseconds);
}

SQLite::Statement prepare(const StoreConnection& connection, std::string_view sql) {
  return SQLite::Statement(connection.database, std::string(sql));
}

}  // namespace starling
