#include "store/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "store/store.h"

namespace starling {

namespace {

std::int64_t number(Day day) { return day.time_since_epoch().count(); }
std::int64_t number(Instant at) { return at.time_since_epoch().count(); }
Day day_from(const SQLite::Column& column) { return Day(std::chrono::days(column.getInt())); }
Instant instant_from(const SQLite::Column& column) { return Instant(std::chrono::milliseconds(column.getInt64())); }

void bind_review(SQLite::Statement& s, const Reviewed& review) {
  s.bind(":grade", static_cast<int>(review.grade));
  if (review.took) s.bind(":took_ms", static_cast<std::int64_t>(review.took->count()));
  s.bind(":phase", static_cast<int>(review.phase));
  s.bind(":step", review.step);
  s.bind(":due_day", number(review.due.day));
  if (review.due.at) s.bind(":due_at_ms", number(*review.due.at));
}

struct BindWhat {
  SQLite::Statement& s;

  void operator()(const Reviewed& review) const {
    s.bind(":kind", "reviewed");
    bind_review(s, review);
  }
  void operator()(const Told& told) const {
    s.bind(":kind", "told");
    bind_review(s, told.review);
    if (!told.beats) return;
    s.bind(":situation", static_cast<int>(told.beats->situation));
    s.bind(":task", static_cast<int>(told.beats->task));
    s.bind(":action", static_cast<int>(told.beats->action));
    s.bind(":result", static_cast<int>(told.beats->result));
    s.bind(":figures", static_cast<int>(told.beats->figures));
  }
  void operator()(const Suspended&) const { s.bind(":kind", "suspended"); }
  void operator()(const Unsuspended&) const { s.bind(":kind", "unsuspended"); }
  void operator()(const Buried& buried) const {
    s.bind(":kind", "buried");
    s.bind(":until_day", number(buried.until));
  }
  void operator()(const Undone& undone) const {
    s.bind(":kind", "undone");
    s.bind(":target", undone.target);
  }
  void operator()(const Redone& redone) const {
    s.bind(":kind", "redone");
    s.bind(":target", redone.target);
  }
  void operator()(const Adopted& adopted) const {
    s.bind(":kind", "adopted");
    std::string numbers;
    for (const double number : adopted.weights.numbers) numbers += fmt::format("{}{}", numbers.empty() ? "" : ",", number);
    s.bind(":weights", fmt::format(R"({{"model":"{}","numbers":[{}]}})", to_string(adopted.weights.kind), numbers));
  }
  void operator()(const Moved& moved) const {
    s.bind(":kind", "moved");
    s.bind(":target", moved.cause);
    s.bind(":due_day", number(moved.due));
  }
};

Reviewed review_from(SQLite::Statement& row) {
  Reviewed review;
  review.grade = static_cast<Grade>(row.getColumn(5).getInt());
  if (!row.getColumn(6).isNull()) review.took = std::chrono::milliseconds(row.getColumn(6).getInt64());
  review.phase = static_cast<Phase>(row.getColumn(7).getInt());
  review.step = row.getColumn(8).getInt();
  review.due.day = day_from(row.getColumn(9));
  if (!row.getColumn(10).isNull()) review.due.at = instant_from(row.getColumn(10));
  return review;
}

// What this file wrote itself: {"model":"fsrs-6","numbers":[0.2,1.3]}.
Weights weights_from(std::string_view text) {
  const auto model = text.substr(0, text.find(',')).find("fsrs-7") == text.npos ? ModelKind::Fsrs6 : ModelKind::Fsrs7;
  const std::size_t begin = std::min(text.find('['), text.size() - 1) + 1;
  WeightsRead read = read_weights(model, text.substr(begin, std::min(text.find(']'), text.size()) - begin));
  if (!read.weights) throw StoreError(fmt::format("the log holds weights that cannot be used: {}", read.problem));
  return std::move(*read.weights);
}

What what_from(SQLite::Statement& row) {
  const std::string kind = row.getColumn(4).getString();
  if (kind == "reviewed") return review_from(row);
  if (kind == "suspended") return Suspended{};
  if (kind == "unsuspended") return Unsuspended{};
  if (kind == "buried") return Buried{day_from(row.getColumn(11))};
  if (kind == "undone") return Undone{row.getColumn(12).getInt64()};
  if (kind == "redone") return Redone{row.getColumn(12).getInt64()};
  if (kind == "adopted") return Adopted{weights_from(row.getColumn(18).getString())};
  if (kind == "moved") return Moved{row.getColumn(12).getInt64(), day_from(row.getColumn(9))};
  if (kind != "told") throw StoreError(fmt::format("the log holds an event of unknown kind '{}'", kind));
  Told told{review_from(row), std::nullopt};
  if (!row.getColumn(13).isNull()) {
    const auto grade = [&](int column) { return static_cast<Grade>(row.getColumn(column).getInt()); };
    told.beats = Beats{grade(13), grade(14), grade(15), grade(16), grade(17)};
  }
  return told;
}

}  // namespace

void bind_event(SQLite::Statement& s, const Event& event) {
  s.bind(":at_ms", number(event.at));
  s.bind(":day", number(event.day));
  s.bind(":item", event.item);
  std::visit(BindWhat{s}, event.what);
}

Event event_from(SQLite::Statement& row) {
  Event event;
  event.id = row.getColumn(0).getInt64();
  event.at = instant_from(row.getColumn(1));
  event.day = day_from(row.getColumn(2));
  event.item = row.getColumn(3).getString();
  event.what = what_from(row);
  return event;
}

void bind_state(SQLite::Statement& s, const std::string& item, const ItemState& state) {
  const Standing& standing = state.standing;
  s.bind(":item", item);
  s.bind(":phase", static_cast<int>(standing.phase));
  s.bind(":step", standing.step);
  if (standing.memory) {
    s.bind(":stability", standing.memory->stability.days);
    s.bind(":difficulty", standing.memory->difficulty.level);
    s.bind(":fast", standing.memory->fast.days);
  }
  s.bind(":last_day", number(standing.last_day));
  s.bind(":last_at_ms", number(standing.last_at));
  s.bind(":due_day", number(standing.due.day));
  if (standing.due.at) s.bind(":due_at_ms", number(*standing.due.at));
  s.bind(":reviews", state.reviews);
  s.bind(":lapses", state.lapses);
  s.bind(":suspended", state.suspended ? 1 : 0);
  if (state.buried_until) s.bind(":buried_until", number(*state.buried_until));
  if (state.first_day) s.bind(":first_day", number(*state.first_day));
  s.bind(":spent_ms", static_cast<std::int64_t>(state.time_spent.count()));
  s.bind(":timed", state.timed);
}

StateQuery::StateQuery(const SQLite::Database& database, std::string_view sql) : database_(database.getHandle()) {
  if (sqlite3_prepare_v2(database_, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr) != SQLITE_OK)
    throw SQLite::Exception(database_);
}

StateQuery::~StateQuery() { sqlite3_finalize(statement_); }

void StateQuery::bind(const char* name, const std::string& text) {
  const int at = sqlite3_bind_parameter_index(statement_, name);
  if (sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT) != SQLITE_OK)
    throw SQLite::Exception(database_);
}

bool StateQuery::step() {
  const int result = sqlite3_step(statement_);
  if (result != SQLITE_ROW && result != SQLITE_DONE) throw SQLite::Exception(database_, result);
  return result == SQLITE_ROW;
}

std::string StateQuery::item() const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, 0));
  return text == nullptr ? std::string() : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, 0)));
}

ItemState StateQuery::state() const {
  const auto is_null = [&](int column) { return sqlite3_column_type(statement_, column) == SQLITE_NULL; };
  const auto whole = [&](int column) { return sqlite3_column_int(statement_, column); };
  const auto long_whole = [&](int column) { return std::int64_t{sqlite3_column_int64(statement_, column)}; };
  const auto real = [&](int column) { return sqlite3_column_double(statement_, column); };
  const auto day = [&](int column) { return Day(std::chrono::days(whole(column))); };

  ItemState state;
  Standing& standing = state.standing;
  standing.phase = static_cast<Phase>(whole(1));
  standing.step = whole(2);
  if (!is_null(3)) standing.memory = MemoryState{Stability{real(3)}, Difficulty{real(4)}, Stability{real(5)}};
  standing.last_day = day(6);
  standing.last_at = Instant(std::chrono::milliseconds(long_whole(7)));
  standing.due.day = day(8);
  if (!is_null(9)) standing.due.at = Instant(std::chrono::milliseconds(long_whole(9)));
  state.reviews = whole(10);
  state.lapses = whole(11);
  state.suspended = whole(12) != 0;
  if (!is_null(13)) state.buried_until = day(13);
  if (!is_null(14)) state.first_day = day(14);
  state.time_spent = std::chrono::milliseconds(long_whole(15));
  state.timed = whole(16);
  return state;
}

}  // namespace starling
