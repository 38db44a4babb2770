#include "store/states.h"

#define XXH_INLINE_ALL
#include <sqlite3.h>
#include <xxhash.h>

#include <cstring>

#include "queries.h"
#include "source/source.h"
#include "store/store.h"

namespace starling {

constexpr Phase last_of(Phase) { return Phase::Relearning; }

template <class Archive>
void fields(Archive& archive, Stability& s) {
  archive(s.days);
}
template <class Archive>
void fields(Archive& archive, Difficulty& d) {
  archive(d.level);
}
template <class Archive>
void fields(Archive& archive, MemoryState& m) {
  archive(m.stability, m.difficulty, m.fast);
}
template <class Archive>
void fields(Archive& archive, std::chrono::milliseconds& span) {
  std::int64_t count = span.count();
  archive(count);
  span = std::chrono::milliseconds(count);
}
template <class Archive>
void fields(Archive& archive, Instant& at) {
  std::chrono::milliseconds since = at.time_since_epoch();
  fields(archive, since);
  at = Instant(since);
}
template <class Archive>
void fields(Archive& archive, Due& due) {
  archive(due.day, due.at);
}
template <class Archive>
void fields(Archive& archive, Standing& s) {
  archive(s.phase, s.step, s.memory, s.last_day, s.due, s.last_at);
}
template <class Archive>
void fields(Archive& archive, Tellings& t) {
  archive(t.clean_days, t.last_clean, t.timed, t.words, t.seconds);
}
template <class Archive>
void fields(Archive& archive, ItemState& s) {
  archive(s.standing, s.reviews, s.lapses, s.suspended, s.buried_until, s.first_day, s.time_spent, s.timed, s.tellings);
}

bool takes_room(const ItemState& state) { return state.standing.phase == Phase::Review && !state.suspended; }

std::int64_t checksum_of(std::string_view bytes) {
  return static_cast<std::int64_t>(XXH3_64bits(bytes.data(), bytes.size()));
}

std::string_view blob_of(SQLite::Statement& row, int column) {
  const SQLite::Column value = row.getColumn(column);
  const auto* bytes = static_cast<const char*>(value.getBlob());
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(value.getBytes()));
}

namespace {

// What a row holds. The item stands in it too, so that the whole list is read from one column.
struct ItemAndState {
  ItemId item;
  ItemState state;
};
ItemAndState blank_of(std::type_identity<ItemAndState>) { return {blank_of(std::type_identity<ItemId>()), {}}; }
template <class Archive>
void fields(Archive& archive, ItemAndState& both) {
  archive(both.item, both.state);
}

// Behind their checksum.
std::string sealed(const std::string& bytes) {
  const std::int64_t checksum = checksum_of(bytes);
  std::string all(sizeof checksum, '\0');
  std::memcpy(all.data(), &checksum, sizeof checksum);
  return all + bytes;
}

// Throws Doubt where they are not what was sealed.
std::string_view opened(std::string_view all) {
  std::int64_t checksum = 0;
  if (all.size() < sizeof checksum) throw Doubt("a state is cut short");
  std::memcpy(&checksum, all.data(), sizeof checksum);
  all.remove_prefix(sizeof checksum);
  if (checksum_of(all) != checksum) throw Doubt("a state is not as it was written");
  return all;
}

// All columns of a row but its number.
void bind_state(SQLite::Statement& put, const ItemId& item, const ItemState* state) {
  put.reset();
  put.clearBindings();
  put.bind(":item", item.text());
  put.bind(":story", item.kind() == ItemKind::Story ? 1 : 0);
  std::string bytes;
  if (state) {
    bytes = sealed(pack(ItemAndState{item, *state}));
    put.bind(":state", bytes.data(), static_cast<int>(bytes.size()));
    if (takes_room(*state)) put.bind(":load_day", static_cast<std::int64_t>(state->standing.due.day.time_since_epoch().count()));
  }
}

}  // namespace

void put_state(const StoreConnection& connection, const ItemId& item, const std::optional<ItemState>& state) {
  SQLite::Statement put = prepare(connection, queries::put_item);
  bind_state(put, item, state ? &*state : nullptr);
  put.exec();
}

void put_states(const StoreConnection& connection, const ItemStates& states) {
  SQLite::Statement put = prepare(connection, queries::put_item);
  for (const auto& [item, state] : states) {
    bind_state(put, item, &state);
    put.exec();
  }
}

void put_new_states(const StoreConnection& connection, const std::unordered_map<ItemId, std::int64_t>& rows,
                    const ItemStates& states) {
  SQLite::Statement put = prepare(connection, queries::put_new_item);
  for (const auto& [item, row] : rows) {
    const auto state = states.find(item);
    bind_state(put, item, state == states.end() ? nullptr : &state->second);
    put.bind(":id", row);
    put.exec();
  }
}

std::int64_t row_of(const StoreConnection& connection, const ItemId& item) {
  SQLite::Statement find = prepare(connection, queries::find_item);
  find.bind(":item", item.text());
  if (find.executeStep()) return find.getColumn(0).getInt64();
  put_state(connection, item, std::nullopt);
  return connection.database.getLastInsertRowid();
}

ItemStates read_states(SQLite::Statement& rows, std::size_t expected) {
  ItemStates states;
  states.reserve(expected);
  while (rows.executeStep()) {
    auto both = unpack<ItemAndState>(opened(blob_of(rows, 0)));
    if (!both) throw Doubt("a state is of another shape");
    states.emplace(std::move(both->item), std::move(both->state));
  }
  return states;
}

}  // namespace starling
