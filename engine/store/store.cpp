#include "store/store.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdint>
#include <system_error>

#include <algorithm>

#include "queries.h"
#include "store/connection.h"
#include "store/rows.h"

namespace starling {

namespace {

// Row of `derived` that names the model the states were computed with.
constexpr const char* kModelName = "model";

std::vector<Event> read_events(SQLite::Statement& statement) {
  std::vector<Event> events;
  while (statement.executeStep()) events.push_back(event_from(statement));
  return events;
}

ItemStates read_states(StateQuery& query) {
  ItemStates states;
  while (query.step()) states.emplace_hint(states.end(), query.item(), query.state());
  return states;
}

void put_state(const StoreConnection& connection, const std::string& item, const ItemState& state) {
  SQLite::Statement put = prepare(connection, queries::put_state);
  bind_state(put, item, state);
  put.exec();
}

// Of an item whose events are all taken back, as if it had never been seen.
void drop_state(const StoreConnection& connection, const std::string& item) {
  SQLite::Statement drop = prepare(connection, queries::drop_state);
  drop.bind(":item", item);
  drop.exec();
}

void note_taken_back(const StoreConnection& connection, EventId target, bool taken_back) {
  SQLite::Statement note = prepare(connection, taken_back ? queries::take_back : queries::bring_back);
  note.bind(":event", target);
  note.exec();
}

void forget_model(const StoreConnection& connection) {
  SQLite::Statement drop = prepare(connection, queries::drop_derived);
  drop.bind(":name", kModelName);
  drop.exec();
}

bool is_derived_by(const StoreConnection& connection, const std::string& model_name) {
  SQLite::Statement made_with = prepare(connection, queries::derived_with);
  made_with.bind(":name", kModelName);
  return made_with.executeStep() && made_with.getColumn(0).getString() == model_name;
}

// Another program may have adopted weights since this one derived its states: the next to open makes all of them anew,
// as those written from here are of the old weights.
void forget_if_changed(const StoreConnection& connection, const std::string& model_name) {
  if (!model_name.empty() && !is_derived_by(connection, model_name)) forget_model(connection);
}

// Moves what lies in the write-ahead log into the file. Where another program is reading it stays for later.
void gather(const StoreConnection& connection) {
  sqlite3* db = connection.database.getHandle();
  sqlite3_busy_timeout(db, 0);
  sqlite3_wal_checkpoint_v2(db, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(db, Store::kBusyMilliseconds);
}

// Each start reads the write-ahead log from its beginning, so it is kept short: some 30 answers.
void gather_when_long(const StoreConnection& connection) {
  constexpr std::uintmax_t kLong = 400 * 1024;
  std::error_code none;
  const auto bytes = std::filesystem::file_size(connection.path + "-wal", none);
  if (!none && bytes > kLong) gather(connection);
}

std::optional<ItemState> read_state(const StoreConnection& connection, const std::string& item) {
  StateQuery one(connection.database, queries::state_of);
  one.bind(":item", item);
  if (!one.step()) return std::nullopt;
  return one.state();
}

Event insert_event(const StoreConnection& connection, Event event) {
  SQLite::Statement insert = prepare(connection, queries::append_event);
  bind_event(insert, event);
  insert.exec();
  event.id = connection.database.getLastInsertRowid();
  return event;
}

// Inside a transaction: the event into the log, and its item's state up to it.
Event write_event(const StoreConnection& connection, Event event, const MemoryModel& model) {
  event = insert_event(connection, std::move(event));

  const auto* undone = std::get_if<Undone>(&event.what);
  const auto* redone = std::get_if<Redone>(&event.what);
  if (undone || redone) note_taken_back(connection, undone ? undone->target : redone->target, undone != nullptr);
  if (event.item == kMemoryItem) {
    forget_model(connection);  // every state depends on it: the next `derive` makes them
  } else if (undone || redone) {
    SQLite::Statement of_item = prepare(connection, queries::events_of_item);
    of_item.bind(":item", event.item);
    const auto states = fold(read_events(of_item), model);
    if (const auto state = states.find(event.item); state != states.end())
      put_state(connection, event.item, state->second);
    else
      drop_state(connection, event.item);
  } else {
    put_state(connection, event.item, apply(read_state(connection, event.item).value_or(ItemState{}), event, model));
  }
  return event;
}

}  // namespace

Store::Store(const std::filesystem::path& path) : connection_(open_connection(path)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

void Store::derive(const MemoryModel& model, const std::string& model_name) {
  model_name_ = model_name;
  if (!guarded(*connection_, [&] { return is_derived_by(*connection_, model_name); })) rebuild(model, model_name);
}

void Store::rebuild(const MemoryModel& model, const std::string& model_name) {
  guarded(*connection_, [&] {
    SQLite::Database& db = connection_->database;
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement all = prepare(*connection_, queries::events_all);
    const std::vector<Event> log = read_events(all);
    db.exec(std::string(queries::clear_derived));
    for (const Event& event : log) {
      if (const auto* undone = std::get_if<Undone>(&event.what)) note_taken_back(*connection_, undone->target, true);
      if (const auto* redone = std::get_if<Redone>(&event.what)) note_taken_back(*connection_, redone->target, false);
    }
    for (const auto& [item, state] : fold(log, model)) put_state(*connection_, item, state);
    SQLite::Statement note = prepare(*connection_, queries::put_derived);
    note.bind(":name", kModelName);
    note.bind(":value", model_name);
    note.exec();
    transaction.commit();
    gather(*connection_);
  });
}

Event Store::append(Event event, const MemoryModel& model) {
  return guarded(*connection_, [&] {
    SQLite::Transaction transaction(connection_->database, SQLite::TransactionBehavior::IMMEDIATE);
    Event written = write_event(*connection_, std::move(event), model);
    forget_if_changed(*connection_, model_name_);
    transaction.commit();
    gather_when_long(*connection_);
    return written;
  });
}

void Store::append_all(std::span<const Event> events, const MemoryModel& model) {
  guarded(*connection_, [&] {
    SQLite::Transaction transaction(connection_->database, SQLite::TransactionBehavior::IMMEDIATE);
    for (const Event& event : events) (void)write_event(*connection_, event, model);
    forget_if_changed(*connection_, model_name_);
    transaction.commit();
    gather(*connection_);
  });
}

Event Store::adopt(Event adoption, std::span<const MovedItem> moves) {
  return guarded(*connection_, [&] {
    SQLite::Transaction transaction(connection_->database, SQLite::TransactionBehavior::IMMEDIATE);
    Event written = insert_event(*connection_, std::move(adoption));
    for (const MovedItem& move : moves)
      (void)insert_event(*connection_, {0, written.at, written.day, move.item, Moved{written.id, move.due}});
    forget_model(*connection_);
    transaction.commit();
    gather(*connection_);
    return written;
  });
}

std::optional<Event> Store::adoption(std::optional<ModelKind> kind) const {
  return guarded(*connection_, [&]() -> std::optional<Event> {
    SQLite::Statement last = prepare(*connection_, queries::last_adoption);
    if (kind) last.bind(":model", std::string(to_string(*kind)));
    if (!last.executeStep()) return std::nullopt;
    SQLite::Statement one = prepare(*connection_, queries::events_one);
    one.bind(":id", last.getColumn(0).getInt64());
    one.executeStep();
    return event_from(one);
  });
}

ItemStates Store::states() const {
  return guarded(*connection_, [&] {
    StateQuery all(connection_->database, queries::all_states);
    return read_states(all);
  });
}

ItemStates Store::states_of(const std::string& prefix) const {
  return guarded(*connection_, [&] {
    StateQuery some(connection_->database, queries::states_between);
    some.bind(":first", prefix);
    some.bind(":last", prefix + "\xF4\x8F\xBF\xBF");
    return read_states(some);
  });
}

std::optional<ItemState> Store::state(const std::string& item) const {
  return guarded(*connection_, [&] { return read_state(*connection_, item); });
}

std::vector<int> Store::due_counts(Day first, Day last) const {
  return guarded(*connection_, [&] {
    SQLite::Statement counts = prepare(*connection_, queries::due_counts);
    counts.bind(":first", static_cast<std::int64_t>(first.time_since_epoch().count()));
    counts.bind(":last", static_cast<std::int64_t>(last.time_since_epoch().count()));
    std::vector<int> due(static_cast<std::size_t>(std::max(0, days_between(first, last) + 1)), 0);
    while (counts.executeStep())
      due[static_cast<std::size_t>(counts.getColumn(0).getInt64() - first.time_since_epoch().count())] =
          counts.getColumn(1).getInt();
    return due;
  });
}

std::vector<Event> Store::events() const {
  return guarded(*connection_, [&] {
    SQLite::Statement all = prepare(*connection_, queries::events_all);
    return read_events(all);
  });
}

std::vector<Event> Store::events_of(const std::string& item) const {
  return guarded(*connection_, [&] {
    SQLite::Statement some = prepare(*connection_, queries::events_of_item);
    some.bind(":item", item);
    return read_events(some);
  });
}

std::vector<Event> Store::standing_between(Day first, Day last) const {
  return guarded(*connection_, [&] {
    SQLite::Statement some = prepare(*connection_, queries::events_of_days);
    some.bind(":first", static_cast<std::int64_t>(first.time_since_epoch().count()));
    some.bind(":last", static_cast<std::int64_t>(last.time_since_epoch().count()));
    return read_events(some);
  });
}

std::optional<Day> Store::first_day() const {
  return guarded(*connection_, [&]() -> std::optional<Day> {
    SQLite::Statement first = prepare(*connection_, queries::first_day);
    if (!first.executeStep() || first.getColumn(0).isNull()) return std::nullopt;
    return Day(std::chrono::days(first.getColumn(0).getInt()));
  });
}

std::optional<Event> Store::to_undo() const {
  return guarded(*connection_, [&]() -> std::optional<Event> {
    SQLite::Statement last = prepare(*connection_, queries::last_standing_event);
    if (!last.executeStep()) return std::nullopt;
    SQLite::Statement one = prepare(*connection_, queries::events_one);
    one.bind(":id", last.getColumn(0).getInt64());
    one.executeStep();
    return event_from(one);
  });
}

std::optional<Event> Store::to_redo() const {
  return guarded(*connection_, [&]() -> std::optional<Event> {
    const auto last_change = connection_->database.execAndGet(std::string(queries::last_change)).getInt64();
    SQLite::Statement tail = prepare(*connection_, queries::events_around_undos);
    tail.bind(":last_change", static_cast<std::int64_t>(last_change));
    const std::vector<Event> concerned = read_events(tail);
    const auto target = last_to_redo(concerned);
    if (!target) return std::nullopt;
    SQLite::Statement one = prepare(*connection_, queries::events_one);
    one.bind(":id", *target);
    if (!one.executeStep()) return std::nullopt;
    return event_from(one);
  });
}

std::vector<ParsedFile> Store::parsed_files(const std::string& build) const {
  return guarded(*connection_, [&] {
    SQLite::Statement all = prepare(*connection_, queries::all_parsed);
    all.bind(":build", build);
    std::vector<ParsedFile> files;
    while (all.executeStep()) {
      ParsedFile& file = files.emplace_back();
      file.path = all.getColumn(0).getString();
      file.size = all.getColumn(1).getInt64();
      file.modified_ns = all.getColumn(2).getInt64();
      file.changed_ns = all.getColumn(3).getInt64();
      file.inode = all.getColumn(4).getInt64();
      const SQLite::Column content = all.getColumn(5);
      file.content.assign(static_cast<const char*>(content.getBlob()), static_cast<std::size_t>(content.getBytes()));
    }
    return files;
  });
}

void Store::keep_parsed(std::span<const ParsedFile> files, std::span<const std::string> gone,
                        const std::string& build) {
  if (files.empty() && gone.empty()) return;
  try {
    SQLite::Transaction transaction(connection_->database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement put = prepare(*connection_, queries::put_parsed);
    for (const ParsedFile& file : files) {
      put.bind(":path", file.path);
      put.bind(":size", file.size);
      put.bind(":modified_ns", file.modified_ns);
      put.bind(":changed_ns", file.changed_ns);
      put.bind(":inode", file.inode);
      put.bind(":build", build);
      put.bind(":content", file.content.data(), static_cast<int>(file.content.size()));
      put.exec();
      put.reset();
    }
    SQLite::Statement drop = prepare(*connection_, queries::drop_parsed);
    for (const std::string& path : gone) {
      drop.bind(":path", path);
      drop.exec();
      drop.reset();
    }
    transaction.commit();
    gather(*connection_);
  } catch (const SQLite::Exception&) {
    // Kept for speed only.
  }
}

}  // namespace starling
