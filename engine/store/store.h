// The learner's file: the log of events, and beside it the tables that are derived from it. The only room that knows
// SQL. Every change is one transaction, on disk before the call returns.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "memory/memory.h"

namespace starling {

// For the learner to read: busy, damaged, newer than the program, not writable, disk full. Nothing was changed.
class StoreError : public std::runtime_error {
  using runtime_error::runtime_error;
};

// An item in review and the day it moves to.
struct MovedItem {
  std::string item;
  Day due{};
  bool operator==(const MovedItem&) const = default;
};

using ItemStates = std::map<std::string, ItemState>;

// A file that was parsed once: its stamp, and the packed values. `build` of the store keeps other builds' apart.
struct ParsedFile {
  std::string path;
  std::int64_t size = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  std::int64_t inode = 0;
  std::string content;
};

struct StoreConnection;  // connection.h

class Store {
 public:
  // Opens or makes the database; ":memory:" makes one that is gone with the object. A file that is not ours, is
  // damaged or was written by a newer program is refused before anything in it is touched. Throws StoreError.
  explicit Store(const std::filesystem::path& path);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Makes the derived tables agree with the log under this model. Cheap when they already do.
  void derive(const MemoryModel& model, const std::string& model_name);
  // The same, from the whole log, whatever is there.
  void rebuild(const MemoryModel& model, const std::string& model_name);

  // Appends one event (its id is given by the log) and brings the derived tables up to it; with an undo or redo of an
  // adoption the caller calls `derive` with the model that then holds. Returns the event as it was written.
  Event append(Event event, const MemoryModel& model);
  // Many events in one transaction: all of them are on disk when this returns, or none is.
  void append_all(std::span<const Event> events, const MemoryModel& model);

  // Appends new weights and the days that items move to with them, in one transaction. The derived
  // tables are those of the old weights until `derive` is called.
  Event adopt(Event adoption, std::span<const MovedItem> moves);
  // The adoption that holds, of `kind` where one is given.
  [[nodiscard]] std::optional<Event> adoption(std::optional<ModelKind> kind = {}) const;

  [[nodiscard]] ItemStates states() const;
  // Of the items whose id starts with `prefix`, such as "story/".
  [[nodiscard]] ItemStates states_of(const std::string& prefix) const;
  [[nodiscard]] std::optional<ItemState> state(const std::string& item) const;
  // How many items in review are due on each day from `first` to `last`, both included; suspended ones are left out.
  [[nodiscard]] std::vector<int> due_counts(Day first, Day last) const;

  [[nodiscard]] std::vector<Event> events() const;
  [[nodiscard]] std::vector<Event> events_of(const std::string& item) const;
  // Those that count (see standing_events) on the days from `first` to `last`, both included.
  [[nodiscard]] std::vector<Event> standing_between(Day first, Day last) const;

  // The study day of the first event; nothing while the log is empty.
  [[nodiscard]] std::optional<Day> first_day() const;

  // The event an undo would take back now, and the one a redo would bring back.
  [[nodiscard]] std::optional<Event> to_undo() const;
  [[nodiscard]] std::optional<Event> to_redo() const;

  [[nodiscard]] std::vector<ParsedFile> parsed_files(const std::string& build) const;
  // Best effort: a store that is busy or full keeps its old ones, since each can be parsed again.
  void keep_parsed(std::span<const ParsedFile> files, std::span<const std::string> gone, const std::string& build);

  // How long a busy database is waited for before a call gives up.
  static constexpr int kBusyMilliseconds = 2000;

 private:
  std::unique_ptr<StoreConnection> connection_;
  std::string model_name_;  // of the last `derive`; empty: none was asked for
};

}  // namespace starling
