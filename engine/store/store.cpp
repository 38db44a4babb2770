#include "store/store.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include "queries.h"
#include "source/source.h"
#include "store/connection.h"
#include "store/deeds.h"
#include "store/states.h"

namespace starling {

namespace {

constexpr const char* kModelName = "model";

struct KnownFile {
  std::int64_t row = 0;
  FileStamp stamp;
  ReadSoFar so_far;
  std::int64_t newer = 0;  // lines
};

std::map<std::string, KnownFile> known_files(const StoreConnection& connection) {
  std::map<std::string, KnownFile> files;
  SQLite::Statement all = prepare(connection, queries::all_log_files);
  while (all.executeStep()) {
    const auto number = [&](int column) { return all.getColumn(column).getInt64(); };
    files[all.getColumn(1).getString()] = {
        number(0), {number(2), number(3), number(4), number(5)}, {number(6), static_cast<std::uint32_t>(number(7))}, number(8)};
  }
  return files;
}

std::int64_t put_file(const StoreConnection& connection, const LogFile& file, const ReadSoFar& so_far, std::int64_t newer) {
  SQLite::Statement put = prepare(connection, queries::put_log_file);
  put.bind(":name", file.name);
  put.bind(":size", file.stamp.size);
  put.bind(":modified_ns", file.stamp.modified_ns);
  put.bind(":changed_ns", file.stamp.changed_ns);
  put.bind(":inode", file.stamp.inode);
  put.bind(":end", so_far.end);
  put.bind(":last_checksum", static_cast<std::int64_t>(so_far.last_checksum));
  put.bind(":newer", newer);
  if (!put.executeStep()) throw Doubt("no row");
  return put.getColumn(0).getInt64();
}

bool is_newer(const LineRead& line) {
  return line.fault == LineFault::Newer ||
         (line.deed && std::ranges::any_of(line.deed->events, [](const Event& event) { return std::holds_alternative<Unknown>(event); }));
}

// Only grown at its end since it was read: everything else is a doubt.
void need_grown(const KnownFile& known, const FileStamp& stamp) {
  if (known.stamp.inode != stamp.inode || stamp.size <= known.stamp.size) throw Doubt("a file is another one");
}

bool same_files(const LogListing& listing, const std::map<std::string, KnownFile>& known) {
  return listing.files.size() == known.size() && std::ranges::all_of(listing.files, [&](const LogFile& file) {
           const auto at = known.find(file.name);
           return at != known.end() && at->second.stamp == file.stamp;
         });
}

std::string meta(const StoreConnection& connection, const char* name) {
  SQLite::Statement get = prepare(connection, queries::get_meta);
  get.bind(":name", name);
  return get.executeStep() ? get.getColumn(0).getString() : "";
}

void put_meta(const StoreConnection& connection, const char* name, const std::string& value) {
  SQLite::Statement put = prepare(connection, queries::put_meta);
  put.bind(":name", name);
  put.bind(":value", value);
  put.exec();
}

std::int64_t head_checksum(const ParsedFile& file) { return checksum_of(file.name + file.problems); }

void bind_bytes(SQLite::Statement& statement, const char* name, const std::string& bytes) {
  statement.bind(name, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
}

const char* word_of(ParsedPart part) {
  switch (part) {
    case ParsedPart::Outline: return "outline";
    case ParsedPart::Content: return "content";
    case ParsedPart::Words: return "words";
  }
  return "";
}

void put_head(SQLite::Statement& put, const ParsedFile& file) {
  put.bind(":path", file.path);
  put.bind(":size", file.size);
  put.bind(":modified_ns", file.modified_ns);
  put.bind(":changed_ns", file.changed_ns);
  put.bind(":inode", file.inode);
  put.bind(":name", file.name);
  put.bind(":head_checksum", head_checksum(file));
  bind_bytes(put, ":problems", file.problems);
  put.exec();
  put.reset();
}

void put_part(SQLite::Statement& put, const std::string& path, ParsedPart part, const std::string& bytes) {
  if (bytes.empty()) return;
  put.bind(":path", path);
  put.bind(":part", word_of(part));
  bind_bytes(put, ":bytes", bytes);
  put.bind(":checksum", checksum_of(bytes));
  put.exec();
  put.reset();
}

void drop_path(SQLite::Statement& drop, const std::string& path) {
  drop.bind(":path", path);
  drop.exec();
  drop.reset();
}

std::int64_t number(Day day) { return day.time_since_epoch().count(); }

}  // namespace

struct Store::Inside {
  StorePlace place;
  std::unique_ptr<StoreConnection> connection;
  std::optional<SQLite::Statement> parsed_part;  // of that connection
  MemoryModel model{default_weights()};
  std::optional<Adoption> adoption;
  Names names;  // as of the last catch_up
  bool in_memory = false;

  [[nodiscard]] std::string path() const { return in_memory ? ":memory:" : (*place.folder / "cache.db").string(); }

  void open() {
    if (!place.folder) in_memory = true;
    if (!in_memory) {
      try {
        make_folder(*place.folder);
      } catch (const FileError&) {
        in_memory = true;
      }
    }
    try {
      connection = open_connection(path(), place.build);
    } catch (const Doubt&) {
      start_over();
    } catch (const SQLite::Exception&) {
      start_over();
    }
  }

  // Another file in its place; where that cannot be had, memory. What a sitting beside this one has open stays its own.
  void start_over() {
    parsed_part.reset();
    connection.reset();
    if (!in_memory) {
      std::error_code error;
      for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path() + end, error);
      try {
        connection = open_connection(path(), place.build);
        return;
      } catch (const Doubt&) {
      } catch (const SQLite::Exception&) {
      }
      in_memory = true;
    }
    connection = open_connection(path(), place.build);
  }

  // `work()`, and once more on a new cache where the old one is in doubt. True where that was so.
  template <class Work>
  bool trusting(Work work) {
    for (int left = 2; left > 0; --left) {
      try {
        work();
        return left < 2;
      } catch (const Doubt&) {
      } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_BUSY_CODE) in_memory = true;
      }
      start_over();
    }
    in_memory = true;
    start_over();
    work();
    return true;
  }
  static constexpr int SQLITE_BUSY_CODE = 5;

  // A query of a cache that was caught up; made anew first where it fails.
  template <class Ask>
  auto ask(Ask query) {
    try {
      return query();
    } catch (const Doubt&) {
    } catch (const SQLite::Exception&) {
    }
    start_over();
    (void)trusting([&] { read_new(kind); });
    return query();
  }
  std::optional<ModelKind> kind;  // of the last catch_up

  // The model that the deeds adopted, without touching the states.
  std::string find_model() {
    SQLite::Statement adopting = prepare(*connection, queries::adopting);
    if (kind) adopting.bind(":model", std::string(to_string(*kind)));
    const std::vector<KeptDeed> last = kept_deeds(adopting, place.log);
    adoption.reset();
    if (!last.empty()) adoption = memory_in_use(std::span(&last.front().deed, 1), kind);
    model = MemoryModel(adoption ? adoption->weights : default_weights(kind.value_or(ModelKind::Fsrs6)));
    return fmt::format("{} {}", to_string(model.kind()), adoption ? to_string(adoption->deed) : "default");
  }

  void put_states_anew() {
    connection->database.exec(std::string(queries::clear_states));
    put_states(*connection, fold_items(all_deeds(), model));
  }

  void refold(const ItemId& item) {
    std::optional<ItemState> state;
    for (const KeptDeed& each : kept_deeds_of(*connection, item, place.log)) {
      if (!each.counts) continue;
      for (const Event& event : each.deed.events)
        if (const ItemId* about = item_of(event); about && names.now(*about, each.deed) == item)
          state = apply(state.value_or(ItemState{}), event, each.deed, model);
    }
    put_state(*connection, item, state);
  }

  std::vector<FoundDeed> collect(const LogListing& listing, const std::map<std::string, KnownFile>& known) {
    std::vector<FoundDeed> found;
    for (const auto& [name, file] : known)
      if (std::ranges::find(listing.files, name, &LogFile::name) == listing.files.end()) throw Doubt("a file is gone");
    for (const LogFile& file : listing.files) {
      const auto at = known.find(file.name);
      if (at != known.end() && at->second.stamp == file.stamp) continue;
      if (at != known.end()) need_grown(at->second, file.stamp);
      const ReadSoFar from = at == known.end() ? ReadSoFar{} : at->second.so_far;
      const std::size_t first = found.size();
      std::int64_t newer = at == known.end() ? 0 : at->second.newer;
      const auto so_far = read_lines(place.log / file.name, from, [&](LineRead line, const LinePlace& where) {
        newer += is_newer(line) ? 1 : 0;
        if (line.deed) found.push_back({std::move(*line.deed), 0, where, line.checksum});
      });
      if (!so_far && at != known.end()) throw Doubt("a file does not go on where it ended");
      const std::int64_t row = put_file(*connection, file, so_far.value_or(ReadSoFar{}), newer);
      for (std::size_t i = first; i < found.size(); ++i) found[i].file = row;
    }
    return found;
  }

  void read_new(std::optional<ModelKind> wanted) {
    kind = wanted;
    if (same_files(list_log(place.log), known_files(*connection)) && !meta(*connection, kModelName).empty() &&
        meta(*connection, kModelName) == find_model()) {
      names = kept_names(*connection, place.log);
      return;
    }
    SQLite::Transaction transaction(connection->database, SQLite::TransactionBehavior::IMMEDIATE);
    const auto known = known_files(*connection);  // since it was looked at
    const bool fresh = meta(*connection, kModelName).empty();
    std::vector<FoundDeed> found = collect(list_log(place.log), known);
    if (fresh) {
      const NewRows made = put_all_deeds(*connection, std::move(found));
      make_indexes(*connection);
      names = kept_names(*connection, place.log);
      put_meta(*connection, kModelName, find_model());
      put_new_states(*connection, made.items, fold_items(made.deeds, model));
    } else {
      const Touched touched = add_deeds(*connection, found, kept_names(*connection, place.log), place.log);
      names = kept_names(*connection, place.log);
      const std::string before = meta(*connection, kModelName);
      const std::string now = find_model();
      put_meta(*connection, kModelName, now);
      if (touched.all || now != before)
        put_states_anew();
      else
        for (const ItemId& item : touched.items) refold(item);
    }
    transaction.commit();
    if (!in_memory) gather_when_long(*connection);
  }

  // Every line, sorted, each deed once.
  [[nodiscard]] std::vector<Deed> all_deeds() const {
    struct Line {
      Deed deed;
      std::uint32_t checksum;
    };
    std::vector<Line> lines;
    for (const LogFile& file : list_log(place.log).files)
      (void)read_lines(place.log / file.name, {}, [&](LineRead line, const LinePlace&) {
        if (line.deed) lines.push_back({std::move(*line.deed), line.checksum});
      });
    const auto key = [](const Line& line) { return std::tie(line.deed.order, line.deed.id, line.checksum); };
    std::ranges::sort(lines, [&](const Line& a, const Line& b) { return key(a) < key(b); });
    const auto same = [&](const Line& a, const Line& b) { return key(a) == key(b); };
    lines.erase(std::unique(lines.begin(), lines.end(), same), lines.end());
    std::vector<Deed> deeds;
    deeds.reserve(lines.size());
    for (Line& line : lines) deeds.push_back(std::move(line.deed));
    return deeds;
  }

  // Those that an undo or redo means: of a machine that was cloned there may be several.
  std::vector<Deed> deeds_meant(const DeedMeant& meant, bool counting) const {
    SQLite::Statement named = prepare(*connection, queries::deeds_named);
    named.bind(":device", meant.id.device);
    named.bind(":number", meant.id.number);
    std::vector<Deed> deeds;
    for (KeptDeed& each : kept_deeds(named, place.log))
      if (each.counts == counting && !is_control(each.deed) && meant.covers(each.deed)) deeds.push_back(std::move(each.deed));
    return deeds;
  }

  // With each the others that have its id and order: an undo cannot tell them apart.
  std::vector<Deed> with_twins(const std::vector<Deed>& deeds) const {
    std::vector<Deed> all;
    for (const Deed& deed : deeds)
      for (Deed& each : deeds_meant({deed.id, deed.order}, true))
        if (std::ranges::find(all, each) == all.end()) all.push_back(std::move(each));
    return all;
  }
};

Store::Store(StorePlace place) : inside_(std::make_unique<Inside>()) {
  inside_->place = std::move(place);
  inside_->open();
}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

bool Store::catch_up(std::optional<ModelKind> kind) {
  const bool was_empty = inside_->ask([&] { return meta(*inside_->connection, kModelName).empty(); });
  return inside_->trusting([&] { inside_->read_new(kind); }) || was_empty;
}

void Store::rebuild(std::optional<ModelKind> kind) {
  inside_->start_over();
  (void)catch_up(kind);
}

const MemoryModel& Store::model() const { return inside_->model; }

const Names& Store::names() const { return inside_->names; }

std::optional<DeedId> Store::adoption() const {
  if (!inside_->adoption) return std::nullopt;
  return inside_->adoption->deed;
}

std::optional<Weights> Store::adopted(ModelKind kind) const {
  return inside_->ask([&]() -> std::optional<Weights> {
    SQLite::Statement adopting = prepare(*inside_->connection, queries::adopting);
    adopting.bind(":model", std::string(to_string(kind)));
    const std::vector<KeptDeed> last = kept_deeds(adopting, inside_->place.log);
    if (last.empty()) return std::nullopt;
    const auto adoption = memory_in_use(std::span(&last.front().deed, 1), kind);
    return adoption ? std::optional(adoption->weights) : std::nullopt;
  });
}

ItemStates Store::states() const {
  return inside_->ask([&] {
    SQLite::Statement most = prepare(*inside_->connection, queries::most_items);
    SQLite::Statement all = prepare(*inside_->connection, queries::all_states);
    return read_states(all, most.executeStep() ? static_cast<std::size_t>(most.getColumn(0).getInt64()) : 0);
  });
}

std::optional<ItemState> Store::state(const ItemId& item) const {
  return inside_->ask([&]() -> std::optional<ItemState> {
    SQLite::Statement one = prepare(*inside_->connection, queries::state_of);
    one.bind(":item", item.text());
    const ItemStates states = read_states(one, 1);
    return states.empty() ? std::nullopt : std::optional(states.begin()->second);
  });
}

std::vector<int> Store::due_counts(Day first, Day last, LoadOf which) const {
  return inside_->ask([&] {
    SQLite::Statement counts = prepare(*inside_->connection, queries::due_counts);
    counts.bind(":first", number(first));
    counts.bind(":last", number(last));
    counts.bind(":story", which == LoadOf::Stories ? 1 : 0);
    std::vector<int> due(static_cast<std::size_t>(std::max(0, days_between(first, last) + 1)), 0);
    while (counts.executeStep())
      due[static_cast<std::size_t>(counts.getColumn(0).getInt64() - number(first))] = counts.getColumn(1).getInt();
    return due;
  });
}

std::vector<Deed> Store::deeds() const { return inside_->all_deeds(); }

std::vector<PastDeed> Store::history_of(const ItemId& item) const {
  return inside_->ask([&] {
    SQLite::Statement some = prepare(*inside_->connection, queries::history_of_item);
    some.bind(":item", item.text());
    std::vector<PastDeed> history;
    for (KeptDeed& each : kept_deeds(some, inside_->place.log))
      history.push_back({inside_->names.now(std::move(each.deed)), each.counts});
    return history;
  });
}

std::vector<Deed> Store::standing_between(Day first, Day last) const {
  return inside_->ask([&] {
    SQLite::Statement some = prepare(*inside_->connection, queries::deeds_of_days);
    some.bind(":first", number(first));
    some.bind(":last", number(last));
    std::vector<Deed> deeds;
    for (KeptDeed& each : kept_deeds(some, inside_->place.log))
      deeds.push_back(inside_->names.now(std::move(each.deed)));
    return deeds;
  });
}

AnswerTimes Store::times_between(Day first, Day last) const {
  return inside_->ask([&] {
    SQLite::Statement sums = prepare(*inside_->connection, queries::answer_times);
    sums.bind(":first", number(first));
    sums.bind(":last", number(last));
    AnswerTimes times;
    while (sums.executeStep()) {
      const auto kind = parse_item_kind(sums.getColumn(0).getString());
      if (!kind) throw Doubt("a kind of item that is none");
      times[{*kind, sums.getColumn(1).getString()}] = std::chrono::milliseconds(sums.getColumn(2).getInt64());
    }
    return times;
  });
}

std::vector<Deed> Store::plan_deeds() const {
  return inside_->ask([&] {
    SQLite::Statement some = prepare(*inside_->connection, queries::plan_deeds);
    std::vector<Deed> deeds = deeds_only(kept_deeds(some, inside_->place.log));
    if (!inside_->names.empty())
      for (Deed& deed : deeds) deed = inside_->names.now(std::move(deed));
    return deeds;
  });
}

int Store::changes_of_texts() const {
  return inside_->ask([&] {
    SQLite::Statement count = prepare(*inside_->connection, queries::changes_of_texts);
    return count.executeStep() ? count.getColumn(0).getInt() : 0;
  });
}

std::optional<Day> Store::first_day() const {
  return inside_->ask([&]() -> std::optional<Day> {
    SQLite::Statement first = prepare(*inside_->connection, queries::first_day);
    if (!first.executeStep() || first.getColumn(0).isNull()) return std::nullopt;
    return Day(std::chrono::days(first.getColumn(0).getInt()));
  });
}

std::vector<Deed> Store::to_undo(int count, const Viewpoint& from) const {
  return inside_->ask([&] {
    const auto add = [&](std::vector<Deed>& deeds, std::string_view query, std::size_t limit) {
      SQLite::Statement last = prepare(*inside_->connection, query);
      last.bind(":own", from.device);
      last.bind(":count", static_cast<std::int64_t>(limit));
      if (last.getIndex(":latest") > 0) last.bind(":latest", from.latest);
      std::ranges::move(deeds_only(kept_deeds(last, inside_->place.log)), std::back_inserter(deeds));
    };
    const auto most = static_cast<std::size_t>(std::max(0, count));
    const auto is_own = [&](const Deed& deed) { return deed.id.device == from.device; };
    std::vector<Deed> deeds;
    add(deeds, queries::last_counting, most);
    if (deeds.size() < most) add(deeds, queries::last_counting_ahead, most - deeds.size());
    std::vector<Deed> own;
    add(own, queries::last_counting_own, static_cast<std::size_t>(std::ranges::count_if(deeds, is_own)));
    auto next = own.begin();
    for (Deed& deed : deeds)
      if (is_own(deed)) deed = std::move(*next++);
    return inside_->with_twins(deeds);
  });
}

std::vector<Deed> Store::to_redo(int count, const Viewpoint& from) const {
  return inside_->ask([&] {
    SQLite::Statement tail = prepare(*inside_->connection, queries::controls_at_end);
    tail.bind(":own", from.device);
    tail.bind(":latest", from.latest);
    std::vector<DeedMeant> meant = redoable_after(deeds_only(kept_deeds(tail, inside_->place.log)));
    std::ranges::reverse(meant);
    if (meant.size() > static_cast<std::size_t>(std::max(0, count))) meant.resize(static_cast<std::size_t>(count));
    std::vector<Deed> deeds;
    for (const DeedMeant& each : meant) std::ranges::move(inside_->deeds_meant(each, false), std::back_inserter(deeds));
    return deeds;
  });
}

int Store::newer_lines() const {
  return inside_->ask([&] {
    SQLite::Statement sum = prepare(*inside_->connection, queries::newer_lines);
    return sum.executeStep() ? sum.getColumn(0).getInt() : 0;
  });
}

Store::DaysBeside Store::days_beside(Day last) const {
  return inside_->ask([&]() -> DaysBeside {
    SQLite::Statement days = prepare(*inside_->connection, queries::days_beside);
    days.bind(":last", number(last));
    if (!days.executeStep()) return {};
    return {days.getColumn(0).getInt(), days.getColumn(1).getInt()};
  });
}

std::int64_t Store::largest_order(std::int64_t latest) const {
  return inside_->ask([&]() -> std::int64_t {
    SQLite::Statement largest = prepare(*inside_->connection, queries::largest_order);
    largest.bind(":latest", latest);
    return largest.executeStep() && !largest.getColumn(0).isNull() ? largest.getColumn(0).getInt64() : 0;
  });
}

std::int64_t Store::newest_number(const std::string& device) const {
  return inside_->ask([&]() -> std::int64_t {
    SQLite::Statement newest = prepare(*inside_->connection, queries::newest_number);
    newest.bind(":device", device);
    return newest.executeStep() && !newest.getColumn(0).isNull() ? newest.getColumn(0).getInt64() : 0;
  });
}

std::int64_t Store::whole_up_to(const std::string& device) const {
  return inside_->ask([&]() -> std::int64_t {
    SQLite::Statement whole = prepare(*inside_->connection, queries::whole_up_to);
    whole.bind(":device", device);
    return whole.executeStep() ? whole.getColumn(0).getInt64() : 0;
  });
}

std::int64_t Store::largest_order_towards(const Event& event) const {
  const auto largest = [](SQLite::Statement& query) -> std::int64_t {
    return query.executeStep() && !query.getColumn(0).isNull() ? query.getColumn(0).getInt64() : 0;
  };
  const auto of_item = [&](const ItemId& item) {
    SQLite::Statement query = prepare(*inside_->connection, queries::largest_order_of_item);
    query.bind(":item", item.text());
    return largest(query);
  };
  const auto of_target = [&](const DeedId& deed) {
    SQLite::Statement query = prepare(*inside_->connection, queries::largest_order_of_target);
    query.bind(":device", deed.device);
    query.bind(":number", deed.number);
    return largest(query);
  };
  return inside_->ask([&]() -> std::int64_t {
    if (const auto* undone = std::get_if<Undone>(&event)) return of_target(undone->deed);
    if (const auto* redone = std::get_if<Redone>(&event)) return of_target(redone->deed);
    const ItemId* item = item_of(event);
    return item ? of_item(*item) : 0;
  });
}

std::vector<ParsedFile> Store::parsed_files() const {
  return inside_->ask([&] {
    SQLite::Statement all = prepare(*inside_->connection, queries::all_parsed);
    std::vector<ParsedFile> files;
    while (all.executeStep()) {
      const auto whole = [&](int column) { return all.getColumn(column).getInt64(); };
      ParsedFile file{all.getColumn(0).getString(), whole(1), whole(2), whole(3), whole(4),
                      all.getColumn(5).getString(), std::string(blob_of(all, 6)), {}, {}};
      if (head_checksum(file) == whole(7)) files.push_back(std::move(file));
    }
    return files;
  });
}

std::optional<std::string> Store::parsed_part(const std::string& path, ParsedPart part) const {
  return inside_->ask([&]() -> std::optional<std::string> {
    std::optional<SQLite::Statement>& kept = inside_->parsed_part;  // asked once for each file
    if (!kept) kept.emplace(prepare(*inside_->connection, queries::parsed_part));
    SQLite::Statement& one = *kept;
    one.reset();
    one.bind(":path", path);
    one.bind(":part", word_of(part));
    if (!one.executeStep()) return std::nullopt;
    std::string bytes(blob_of(one, 0));
    const bool sound = checksum_of(bytes) == one.getColumn(1).getInt64();
    one.reset();
    return sound ? std::optional(std::move(bytes)) : std::nullopt;
  });
}

void Store::at_once(const std::function<void()>& read) const {
  const auto said = [&](const char* word) {
    try {
      inside_->connection->database.exec(word);
    } catch (const SQLite::Exception&) {
      // Then each of the reads has a lock of its own.
    }
  };
  said("begin");
  read();
  // On doubt another cache was opened meanwhile, in which nothing was begun.
  if (sqlite3_get_autocommit(inside_->connection->database.getHandle()) == 0) said("commit");
}

void Store::keep_content(const std::string& name, const std::string& bytes) {
  try {
    SQLite::Transaction transaction(inside_->connection->database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement drop = prepare(*inside_->connection, queries::drop_parsed_parts);
    SQLite::Statement part = prepare(*inside_->connection, queries::put_parsed_part);
    drop_path(drop, name);
    put_part(part, name, ParsedPart::Content, bytes);
    transaction.commit();
    if (!inside_->in_memory) gather_when_long(*inside_->connection);
  } catch (const SQLite::Exception&) {
    // Kept for speed only.
  }
}

void Store::keep_parsed(std::span<const ParsedFile> files, std::span<const std::string> gone) {
  if (files.empty() && gone.empty()) return;
  const auto keep = [&] {
    SQLite::Transaction transaction(inside_->connection->database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement put = prepare(*inside_->connection, queries::put_parsed);
    SQLite::Statement part = prepare(*inside_->connection, queries::put_parsed_part);
    SQLite::Statement drop = prepare(*inside_->connection, queries::drop_parsed);
    SQLite::Statement drop_parts = prepare(*inside_->connection, queries::drop_parsed_parts);
    for (const ParsedFile& file : files) {
      drop_path(drop_parts, file.path);
      put_head(put, file);
      put_part(part, file.path, ParsedPart::Outline, file.outline);
      put_part(part, file.path, ParsedPart::Content, file.content);
      put_part(part, file.path, ParsedPart::Words, file.words);
    }
    for (const std::string& path : gone) {
      drop_path(drop_parts, path);
      drop_path(drop, path);
    }
    transaction.commit();
    if (!inside_->in_memory) gather_when_long(*inside_->connection);
  };
  try {
    keep();
  } catch (const SQLite::Exception&) {
    // Kept for speed only.
  }
}

}  // namespace starling
