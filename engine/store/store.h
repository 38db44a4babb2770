// The cache of what the learner's lines and texts add up to. The only room that knows SQL. All of it is derived: what
// is doubtful is thrown away and made anew, so nothing here can lose anything, and no error of it reaches the learner.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "item/item.h"
#include "log/log.h"
#include "memory/memory.h"
#include "store/parsed.h"

namespace starling {

struct StorePlace {
  std::optional<std::filesystem::path> folder;  // of this study folder's cache; none: it is kept in memory
  std::filesystem::path log;                    // the folder of lines
  std::string build;                            // of the program: another one's cache is made anew
};

// Who asks what was done last. Where the clock of a device was set, its numbers know better than its orders which of its
// own deeds that is; what others wrote that lies after `latest`, a day ahead of now, comes behind everything else.
struct Viewpoint {
  std::string device;
  std::int64_t latest = 0;
};

// Items that take room on a day apart from each other: stories have their own number a day.
enum class LoadOf { Cards, Stories };

struct StoreConnection;  // connection.h

class Store {
 public:
  // Opens the cache, or makes it. Where the disk will not have one it is made in memory. Never throws for what is in it.
  explicit Store(StorePlace place);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Reads what the files of lines hold that is new, and brings the states up to it, reckoned by the weights adopted
  // last (of `kind`, where one is given) or else by the defaults. Costs a stat for each file when nothing is new. True
  // where everything was made anew.
  bool catch_up(std::optional<ModelKind> kind = {});
  // The same from nothing, whatever is there.
  void rebuild(std::optional<ModelKind> kind = {});

  // By which the states are reckoned.
  [[nodiscard]] const MemoryModel& model() const;
  // The deed that adopted its weights.
  [[nodiscard]] std::optional<DeedId> adoption() const;
  // The weights adopted last, of `kind`.
  [[nodiscard]] std::optional<Weights> adopted(ModelKind kind) const;

  [[nodiscard]] ItemStates states() const;
  [[nodiscard]] std::optional<ItemState> state(const ItemId& item) const;
  // How many items take room on each day from `first` to `last`, both included (see takes_room).
  [[nodiscard]] std::vector<int> due_counts(Day first, Day last, LoadOf which) const;

  // The renames that count, as of the last catch_up.
  [[nodiscard]] const Names& names() const;

  // In the order of history. `deeds` reads every line, and leaves items under the ids they had; the next three give
  // them the ids of now.
  [[nodiscard]] std::vector<Deed> deeds() const;
  // About the item, or new weights; those that were taken back too.
  [[nodiscard]] std::vector<PastDeed> history_of(const ItemId& item) const;
  // Those that count and did, measured, moved or changed something of the plan or of the rounds, or ended an attempt.
  [[nodiscard]] std::vector<Deed> plan_deeds() const;
  // How often the learner's settings and plan may have changed: deeds that do so, and all that take back or bring back.
  // Never falls.
  [[nodiscard]] int changes_of_texts() const;
  // Those that count.
  [[nodiscard]] std::vector<Deed> standing_between(Day first, Day last) const;
  [[nodiscard]] std::optional<Day> first_day() const;
  // As answer_times of those, without reading a line.
  [[nodiscard]] AnswerTimes times_between(Day first, Day last) const;

  // Lines of the history that a newer Starling wrote, whole or in part: they do not count here. Of a copy that a sync program
  // made as well.
  [[nodiscard]] int newer_lines() const;

  // What an undo would take back now, and a redo would bring back: the last ones first, at most `count`.
  [[nodiscard]] std::vector<Deed> to_undo(int count, const Viewpoint& from) const;
  [[nodiscard]] std::vector<Deed> to_redo(int count, const Viewpoint& from) const;

  // On how many study days up to `last` something was done, and on how many behind it.
  struct DaysBeside {
    int up_to = 0;
    int behind = 0;
  };
  [[nodiscard]] DaysBeside days_beside(Day last) const;

  // The largest order among the deeds; those that lie after `latest` are not followed.
  [[nodiscard]] std::int64_t largest_order(std::int64_t latest) const;
  // The largest number of a device; 0: nothing of it is here.
  [[nodiscard]] std::int64_t newest_number(const std::string& device) const;
  // The number up to which all that it wrote is here; 0: its first deed is not.
  [[nodiscard]] std::int64_t whole_up_to(const std::string& device) const;
  // Among those about the item of `event`, or about the deed that it takes back or brings back; else 0.
  [[nodiscard]] std::int64_t largest_order_towards(const Event& event) const;

  // Without their outlines and contents.
  [[nodiscard]] std::vector<ParsedFile> parsed_files() const;
  // Nothing where it is not there, or not as it was written.
  [[nodiscard]] std::optional<std::string> parsed_part(const std::string& path, ParsedPart part) const;
  // What `read` asks of the cache is read under one lock in place of one each. It writes nothing.
  void at_once(const std::function<void()>& read) const;
  void keep_parsed(std::span<const ParsedFile> files, std::span<const std::string> gone);
  // What was worked out of everything, as the content under a name that is no path; empty bytes: nothing any more.
  void keep_content(const std::string& name, const std::string& bytes);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// In review and not suspended: the day it is due has one more.
[[nodiscard]] bool takes_room(const ItemState& state);

}  // namespace starling
