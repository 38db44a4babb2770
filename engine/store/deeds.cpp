#include "store/deeds.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "queries.h"
#include "store/states.h"

namespace starling {

namespace {

const Adopted* adoption_in(const Deed& deed) {
  for (const Event& event : deed.events)
    if (const auto* adopted = std::get_if<Adopted>(&event)) return adopted;
  return nullptr;
}

bool is_of_plan(const Deed& deed) {
  return std::ranges::any_of(deed.events, [&](const Event& event) {
    return std::holds_alternative<TaskDone>(event) || std::holds_alternative<Measured>(event) ||
           std::holds_alternative<Solved>(event) || std::holds_alternative<Designed>(event) ||
           std::holds_alternative<Studied>(event) || std::holds_alternative<Mocked>(event) ||
           std::holds_alternative<FeedbackClosed>(event) || std::holds_alternative<GoalsSet>(event) ||
           std::holds_alternative<Debriefed>(event) || std::holds_alternative<InterviewOutcome>(event) ||
           std::holds_alternative<Won>(event) || std::holds_alternative<WinDropped>(event) ||
           std::holds_alternative<Replanned>(event) ||
           end_of_attempt(event, deed.day).has_value();
  });
}

const DeedId* target_of(const Event& event) {
  if (const auto* undone = std::get_if<Undone>(&event)) return &undone->deed;
  if (const auto* redone = std::get_if<Redone>(&event)) return &redone->deed;
  return nullptr;
}

// As a new row, the `row`-th where it is said.
void put_deed(SQLite::Statement& put, const FoundDeed& found, bool counts, std::optional<std::int64_t> row) {
  const Deed& deed = found.deed;
  int column = 0;
  const auto bind = [&](std::int64_t value) { put.bind(++column, value); };
  put.reset();
  row ? bind(*row) : put.bind(++column);
  put.bindNoCopy(++column, deed.id.device);
  bind(deed.id.number);
  bind(deed.order);
  bind(deed.day.time_since_epoch().count());
  bind(found.file);
  bind(found.place.offset);
  bind(found.place.length);
  bind(found.checksum);
  bind(counts ? 1 : 0);
  bind(is_control(deed) ? 1 : 0);
  const Adopted* adopted = adoption_in(deed);
  adopted ? put.bind(++column, std::string(to_string(adopted->weights.kind()))) : put.bind(++column);
  bind(is_of_plan(deed) ? 1 : 0);
  bind(renames(deed) ? 1 : 0);
  bind(sets_settings(deed) || changes_plan(deed) ? 1 : 0);
  put.exec();
}

void bind_id(SQLite::Statement& statement, const DeedId& id) {
  statement.bind(":device", id.device);
  statement.bind(":number", id.number);
}

// What an event is about, or moves something to: by its id of now. Null where it is about no item.
const ItemId* item_now(const Event& event, const Deed& deed, const Names& names) {
  const auto* renamed = std::get_if<Renamed>(&event);
  const ItemId* item = renamed ? &renamed->to : item_of(event);
  return item ? &names.now(*item, deed) : nullptr;
}

void put_links(const StoreConnection& connection, const Deed& deed, std::int64_t row, const Names& names) {
  for (const Event& event : deed.events) {
    if (const ItemId* item = item_now(event, deed, names)) {
      SQLite::Statement put = prepare(connection, queries::put_deed_item);
      put.bind(":item", row_of(connection, *item));
      put.bind(":deed", row);
      put.exec();
    }
    if (const DeedId* target = target_of(event)) {
      SQLite::Statement put = prepare(connection, queries::put_deed_target);
      bind_id(put, *target);
      put.bind(":deed", row);
      put.exec();
    }
  }
}

void put_times(SQLite::Statement& put, Day day, const AnswerTimes& times, int sign) {
  for (const auto& [to, took] : times) {
    put.reset();
    put.bind(":day", static_cast<std::int64_t>(day.time_since_epoch().count()));
    put.bind(":kind", std::string(to_string(to.kind)));
    put.bind(":deck", to.deck);
    put.bind(":ms", static_cast<std::int64_t>(sign * took.count()));
    put.exec();
  }
}

// Counts the time of the deed's answers, or counts it no more.
void add_times(SQLite::Statement& put, const Deed& deed, const Names& names, int sign) {
  AnswerTimes times;
  add_answer_times(times, deed, names);
  put_times(put, deed.day, times, sign);
}

bool is_there(const StoreConnection& connection, const FoundDeed& found) {
  SQLite::Statement same = prepare(connection, queries::same_deed);
  bind_id(same, found.deed.id);
  same.bind(":h", found.deed.order);
  same.bind(":checksum", static_cast<std::int64_t>(found.checksum));
  return same.executeStep() && same.getColumn(0).getInt() > 0;
}

// Brings `counts` of every deed of this id up to its controls, and says what that touches.
void settle(const StoreConnection& connection, const DeedId& id, const Names& names, const std::filesystem::path& log,
            Touched& touched) {
  SQLite::Statement about_it = prepare(connection, queries::controls_of);
  bind_id(about_it, id);
  const std::vector<Deed> controls = deeds_only(kept_deeds(about_it, log));
  if (controls.empty()) return;  // as nearly always
  SQLite::Statement named = prepare(connection, queries::deeds_named);
  bind_id(named, id);
  for (const KeptDeed& each : kept_deeds(named, log)) {
    if (is_control(each.deed)) continue;
    const bool counts = counts_after(each.deed, controls);
    if (each.counts == counts) continue;
    SQLite::Statement set = prepare(connection, queries::set_counts);
    set.bind(":id", each.row);
    set.bind(":counts", counts ? 1 : 0);
    set.exec();
    if (renames(each.deed)) throw Doubt("a rename was taken back or brought back");
    SQLite::Statement put_time = prepare(connection, queries::add_answer_time);
    add_times(put_time, each.deed, names, counts ? 1 : -1);
    touched.all = touched.all || adoption_in(each.deed) != nullptr;
    for (const Event& event : each.deed.events)
      if (const ItemId* item = item_now(event, each.deed, names)) touched.items.push_back(*item);
  }
}

bool is_last_of(const StoreConnection& connection, const Deed& deed, std::int64_t from, std::int64_t to) {
  SQLite::Statement later = prepare(connection, queries::later_deeds);
  later.bind(":from", from);
  later.bind(":to", to);
  later.bind(":h", deed.order);
  bind_id(later, deed.id);
  return later.executeStep() && later.getColumn(0).getInt() == 0;
}

// Gives the deeds of what is renamed to the new id.
void move_links(const StoreConnection& connection, const Deed& deed, Touched& touched) {
  if (std::ranges::count_if(deed.events, [](const Event& e) { return std::holds_alternative<Renamed>(e); }) > 1)
    throw Doubt("several items are renamed at once");
  for (const Event& event : deed.events) {
    const auto* renamed = std::get_if<Renamed>(&event);
    if (!renamed || renamed->from == renamed->to) continue;
    if (answers_to(renamed->from) != answers_to(renamed->to)) throw Doubt("the times of a deck are of another one");
    const std::int64_t from = row_of(connection, renamed->from);
    const std::int64_t to = row_of(connection, renamed->to);
    if (!is_last_of(connection, deed, from, to)) throw Doubt("a rename did not come last");
    SQLite::Statement move = prepare(connection, queries::move_deeds);
    move.bind(":from", from);
    move.bind(":to", to);
    move.exec();
    SQLite::Statement drop = prepare(connection, queries::drop_links);
    drop.bind(":from", from);
    drop.exec();
    touched.items.push_back(renamed->from);
    touched.items.push_back(renamed->to);
  }
}

}  // namespace

std::vector<KeptDeed> kept_deeds(SQLite::Statement& rows, const std::filesystem::path& log) {
  std::vector<KeptDeed> kept;
  LinesAt lines(log);
  while (rows.executeStep()) {
    const LinePlace place{rows.getColumn(2).getInt64(), rows.getColumn(3).getInt64()};
    const auto text = lines.line(rows.getColumn(1).getString(), place);
    LineRead line = text ? read_line(*text) : LineRead{};
    if (!line.deed || line.checksum != static_cast<std::uint32_t>(rows.getColumn(4).getInt64()))
      throw Doubt("a line is not where it was");
    kept.push_back({rows.getColumn(0).getInt64(), rows.getColumn(5).getInt() != 0, std::move(*line.deed)});
  }
  return kept;
}

std::vector<Deed> deeds_only(std::vector<KeptDeed> kept) {
  std::vector<Deed> deeds;
  deeds.reserve(kept.size());
  for (KeptDeed& each : kept) deeds.push_back(std::move(each.deed));
  return deeds;
}

std::vector<KeptDeed> kept_deeds_of(const StoreConnection& connection, const ItemId& item,
                                    const std::filesystem::path& log) {
  SQLite::Statement of_item = prepare(connection, queries::deeds_of_item);
  of_item.bind(":item", item.text());
  return kept_deeds(of_item, log);
}

namespace {

void put_targets(SQLite::Statement& put, const Deed& deed, std::int64_t row) {
  for (const Event& event : deed.events)
    if (const DeedId* target = target_of(event)) {
      put.reset();
      bind_id(put, *target);
      put.bind(":deed", row);
      put.exec();
    }
}

void put_all_times(const StoreConnection& connection, const std::vector<Deed>& deeds, const Ledger& ledger, const Names& names) {
  std::map<Day, AnswerTimes> days;
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    if (ledger.counts[i]) add_answer_times(days[deeds[i].day], deeds[i], names);
  }
  SQLite::Statement put = prepare(connection, queries::add_answer_time);
  for (const auto& [day, times] : days) put_times(put, day, times, 1);
}

}  // namespace

NewRows put_all_deeds(const StoreConnection& connection, std::vector<FoundDeed> found) {
  const auto key = [](const FoundDeed* f) { return std::tie(f->deed.order, f->deed.id, f->checksum); };
  std::vector<FoundDeed*> sorted;
  sorted.reserve(found.size());
  for (FoundDeed& each : found) sorted.push_back(&each);
  // A run for each file, so a merge: a sort by pivots is at its slowest with few long runs.
  std::ranges::stable_sort(sorted, {}, key);
  sorted.erase(std::ranges::unique(sorted, {}, key).begin(), sorted.end());

  NewRows made;
  made.deeds.reserve(sorted.size());
  for (FoundDeed* each : sorted) made.deeds.push_back(std::move(each->deed));
  const Ledger ledger = read_ledger(made.deeds);
  const Names names(made.deeds, ledger);
  std::vector<std::pair<std::int64_t, std::int64_t>> links;  // item, deed
  SQLite::Statement put = prepare(connection, queries::put_deed);
  SQLite::Statement put_target = prepare(connection, queries::put_deed_target);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto row = static_cast<std::int64_t>(i) + 1;
    sorted[i]->deed = std::move(made.deeds[i]);
    put_deed(put, *sorted[i], ledger.counts[i], row);
    made.deeds[i] = std::move(sorted[i]->deed);
    put_targets(put_target, made.deeds[i], row);
    for (const Event& event : made.deeds[i].events)
      if (const ItemId* item = item_now(event, made.deeds[i], names)) {
        const auto next = static_cast<std::int64_t>(made.items.size()) + 1;
        links.emplace_back(made.items.try_emplace(*item, next).first->second, row);
      }
  }
  put_all_times(connection, made.deeds, ledger, names);
  std::ranges::sort(links);
  SQLite::Statement put_link = prepare(connection, queries::put_deed_item);
  for (const auto& [item, deed] : links) {
    put_link.reset();
    put_link.bind(1, item);
    put_link.bind(2, deed);
    put_link.exec();
  }
  return made;
}

Names kept_names(const StoreConnection& connection, const std::filesystem::path& log) {
  SQLite::Statement renaming = prepare(connection, queries::renaming);
  return Names(deeds_only(kept_deeds(renaming, log)));
}

Touched add_deeds(const StoreConnection& connection, const std::vector<FoundDeed>& found, const Names& names,
                  const std::filesystem::path& log) {
  Touched touched;
  std::set<DeedId> unsettled;
  SQLite::Statement put = prepare(connection, queries::put_deed);
  SQLite::Statement put_time = prepare(connection, queries::add_answer_time);
  std::vector<const FoundDeed*> in_turn;
  for (const FoundDeed& each : found) in_turn.push_back(&each);
  std::ranges::stable_sort(in_turn, {}, [](const FoundDeed* each) { return std::tie(each->deed.order, each->deed.id); });
  for (const FoundDeed* turn : in_turn) {
    const FoundDeed& each = *turn;
    if (is_there(connection, each)) continue;
    const bool control = is_control(each.deed);
    put_deed(put, each, !control, std::nullopt);
    put_links(connection, each.deed, connection.database.getLastInsertRowid(), names);
    if (!control && renames(each.deed)) {
      if (names.change_after(each.deed)) throw Doubt("a rename did not come last");
      move_links(connection, each.deed, touched);
    }
    if (!control) add_times(put_time, each.deed, names, 1);
    touched.all = touched.all || (!control && adoption_in(each.deed) != nullptr);
    if (!control) unsettled.insert(each.deed.id);  // undos of it may be waiting
    for (const Event& event : each.deed.events) {
      if (const ItemId* item = item_now(event, each.deed, names); item && !control) touched.items.push_back(*item);
      if (const DeedId* target = target_of(event)) unsettled.insert(*target);
    }
  }
  for (const DeedId& id : unsettled) settle(connection, id, names, log, touched);
  std::ranges::sort(touched.items);
  touched.items.erase(std::unique(touched.items.begin(), touched.items.end()), touched.items.end());
  return touched;
}

}  // namespace starling
