// Deeds as rows of the cache: where their lines lie, which of them count, and what they are about.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <unordered_map>
#include <vector>

#include "history/history.h"
#include "log/log.h"
#include "store/connection.h"

namespace starling {

// A deed as it was found in a file.
struct FoundDeed {
  Deed deed;
  std::int64_t file = 0;  // row of log_file
  LinePlace place;
  std::uint32_t checksum = 0;
};

// A row, and the deed that its line holds.
struct KeptDeed {
  std::int64_t row = 0;
  bool counts = false;
  Deed deed;
};

// Every row of one of the queries that begin with id, name, offset, length, checksum, counts. Throws Doubt where a line
// is not there any more or is another one.
[[nodiscard]] std::vector<KeptDeed> kept_deeds(SQLite::Statement& rows, const std::filesystem::path& log);
[[nodiscard]] std::vector<KeptDeed> kept_deeds_of(const StoreConnection& connection, const ItemId& item,
                                                  const std::filesystem::path& log);
[[nodiscard]] std::vector<Deed> deeds_only(std::vector<KeptDeed> kept);

struct NewRows {
  std::vector<Deed> deeds;                            // in the order of history, each once
  std::unordered_map<ItemId, std::int64_t> items;     // rows of item_state that are wanted
};
// All deeds of a new cache at once.
[[nodiscard]] NewRows put_all_deeds(const StoreConnection& connection, std::vector<FoundDeed> found);

// The renames that count.
[[nodiscard]] Names kept_names(const StoreConnection& connection, const std::filesystem::path& log);

// What deeds that were added later change.
struct Touched {
  std::vector<ItemId> items;  // whose states are to be made anew
  bool all = false;           // weights were adopted or taken back
};
// Those that are there already are passed over; `names` are those kept so far. Throws Doubt for a rename that did not
// come last, or was taken back: what it moved is found only by all lines.
[[nodiscard]] Touched add_deeds(const StoreConnection& connection, const std::vector<FoundDeed>& found,
                                const Names& names, const std::filesystem::path& log);

}  // namespace starling
