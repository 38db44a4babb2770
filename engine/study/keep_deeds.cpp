// Deeds: chosen and written under one lock, from what has stood until then, and taken back.
#include <algorithm>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include "source/source.h"
#include "study/open_folder.h"
#include "study/plan_deed.h"
#include "study/rename_story.h"

namespace starling {

namespace {

// What was appended to it here is no news. What others wrote meanwhile into their own files still is.
void see(LogListing& seen, const std::string& name, const FileStamp& stamp) {
  const auto at = std::ranges::lower_bound(seen.files, name, {}, &LogFile::name);
  if (at != seen.files.end() && at->name == name)
    at->stamp = stamp;
  else
    seen.files.insert(at, {name, stamp});
}

// No order behind it is followed.
std::int64_t day_ahead(const Moment& moment) { return (moment.at + std::chrono::days(1)).time_since_epoch().count(); }

}  // namespace

// At once where another program on this machine may have written; what sync programs bring, which is late anyway, once a
// second.
void Study::look_for_news(bool at_once) {
  const Instant at = clock_.now();
  if (!at_once && looked_at_ && at >= *looked_at_ && at - *looked_at_ < std::chrono::seconds(1)) return;
  looked_at_ = at;
  LogListing now = list_log(place_.folder.log());
  if (now.files == seen_.files) return;
  seen_ = std::move(now);
  refresh();
}

// Orders that a clock far ahead left are passed over, but for those of what the events are about: behind them they count,
// before them they would change nothing.
std::int64_t Study::order_to_follow(std::span<const Event> events, const Moment& moment) {
  const std::int64_t latest = day_ahead(moment);
  if (!orders_) orders_ = Orders{store_.largest_order(latest), store_.largest_order(std::numeric_limits<std::int64_t>::max())};
  std::int64_t order = orders_->usual;
  if (orders_->of_all <= latest) return order;
  settle();
  for (const Event& event : events) order = std::max(order, store_.largest_order_towards(event));
  return order;
}

std::optional<Deed> Study::write(const std::function<std::vector<Event>(const Moment&)>& choose, const Writing& how) {
  Writer::Turn turn = writer_.lock();
  note_mended(turn.mended());
  look_for_news(turn.saw_changes());
  Moment moment = now();
  if (how.on) moment.day = *how.on;
  std::vector<Event> events = choose(moment);
  if (events.empty()) return std::nullopt;
  Deed deed = append(turn, std::move(events), moment, how.meanwhile);
  if (how.then) how.then(deed);
  return deed;
}

Deed Study::append(Writer::Turn& turn, std::vector<Event> events, const Moment& moment,
                   const std::function<void(const Deed&)>& meanwhile) {
  const std::int64_t followed = order_to_follow(events, moment);
  Deed deed;
  try {
    deed = turn.append(std::move(events), moment, rule_.utc_offset(moment.at), followed, meanwhile);
  } catch (...) {
    if (meanwhile) refresh();
    throw;
  }
  if (deed.order <= day_ahead(moment)) orders_->usual = deed.order;
  orders_->of_all = std::max(orders_->of_all, deed.order);
  behind_ = true;
  see(seen_, turn.file(), turn.stamp());
  return deed;
}

Did Study::answer(const Item& item, Grade grade, std::optional<std::chrono::milliseconds> took,
                  std::vector<Part> parts, std::optional<Told> told) {
  return *answer_if(item, grade, took, std::move(parts), std::move(told), std::nullopt, {});
}

std::optional<Did> Study::answer_shown(const Item& item, Grade grade, std::optional<std::chrono::milliseconds> took, int reviews,
                                       const std::function<void(const Deed&)>& meanwhile) {
  return answer_if(item, grade, took, {}, {}, reviews, meanwhile);
}

// What came of it.
void Study::tell(AnswerView& view, const Deed& deed, const ItemState& after) const {
  view.deed = deed.id;
  view.phase = after.standing.phase;
  view.due = after.standing.due;
  view.days_to_90 = model().days_to_90(*after.standing.memory);
  view.difficulty = after.standing.memory->difficulty.level;
  view.lapses = after.lapses;
  view.leech = after.lapses >= settings_.leech_lapses;
  view.suspended = after.suspended;
}

std::optional<Did> Study::answer_if(const Item& item, Grade grade, std::optional<std::chrono::milliseconds> took,
                                    std::vector<Part> parts, std::optional<Told> told, std::optional<int> reviews,
                                    const std::function<void(const Deed&)>& meanwhile) {
  AnswerView view(item.id, grade);
  const auto choose = [&](const Moment& moment) {
    const ItemState before = state(item.id);
    if (reviews && before.reviews != *reviews) return std::vector<Event>{};
    const Outcome outcome = preview(item, before, moment)[index_of(grade)];
    const bool trusted = is_trusted(before, moment);
    const Outcome counted = as_counted(outcome, before.standing, moment, trusted);
    view.interval_days = counted.interval_days;
    view.wait = counted.wait;
    Answered answer{item.id, grade, took, outcome.after.phase, outcome.after.step, outcome.after.due, std::move(parts),
                    std::move(told), trusted};
    const ItemState after = apply(before, answer, Deed{{}, 0, moment.at, {}, moment.day, {}}, model());
    view.became_leech = tells_leech(settings_, before.lapses, after.lapses);
    std::vector<Event> events{std::move(answer)};
    if (view.became_leech && settings_.leech_action == LeechAction::Suspend && !before.suspended)
      events.emplace_back(Suspended{item.id});
    take_history_along(events, item.id);
    return events;
  };
  auto deed = write(choose, {.meanwhile = [&](const Deed& answered) {
    apply_here(answered);
    tell(view, answered, state(item.id));
    if (meanwhile) meanwhile(answered);
  }});
  if (!deed) return std::nullopt;
  return Did{*std::move(deed), std::move(view)};
}

Deed Study::answer(const std::vector<Answer>& answers) {
  const Deed deed = *write([&](const Moment& moment) {
    std::vector<Event> events;
    std::vector<Day> taken;
    for (const Answer& each : answers) {
      const ItemState before = state(each.item->id);
      const Outcome outcome = preview(*each.item, before, moment, taken)[index_of(each.grade)];
      taken.push_back(outcome.after.due.day);
      events.emplace_back(Answered{each.item->id, each.grade, each.took, outcome.after.phase, outcome.after.step, outcome.after.due, {}, {},
                                   is_trusted(before, moment)});
    }
    return events;
  });
  apply_here(deed);
  return deed;
}

Deed Study::suspend(const ItemId& item) { return suspend(std::vector{item}); }
Deed Study::unsuspend(const ItemId& item) { return unsuspend(std::vector{item}); }
Deed Study::bury_until_tomorrow(const ItemId& item) { return bury_until_tomorrow(std::vector{item}); }

Deed Study::suspend(const std::vector<ItemId>& items) {
  return put_away(items, [](const ItemId& item, const Moment&) { return Suspended{item}; });
}

Deed Study::unsuspend(const std::vector<ItemId>& items) {
  return put_away(items, [](const ItemId& item, const Moment&) { return Unsuspended{item}; });
}

Deed Study::bury_until_tomorrow(const std::vector<ItemId>& items) {
  return put_away(items, [](const ItemId& item, const Moment& moment) { return Buried{item, moment.day + std::chrono::days(1)}; });
}

std::vector<CardFlag> Study::flags_on(const ItemId& item) const {
  std::vector<Deed> standing;
  for (PastDeed& past : history_of(item))
    if (past.counts) standing.push_back(std::move(past.deed));
  return flags_of(standing, item);
}

Flagging Study::flag(const std::vector<ItemId>& items, const std::string& note) {
  Flagging flagging;
  std::vector<CardFlag> flags = flags_on(items.front());
  flagging.deed = *write([&](const Moment& moment) {
    flags.push_back({{}, moment.day, note});
    flagging.times = times_flagged(flags);
    std::vector<Event> events;
    for (const ItemId& item : items) events.emplace_back(Flagged{item, note});
    for (const ItemId& item : items)
      if (flagging.times >= kFlagsToSuspend && !state(item).suspended) events.emplace_back(Suspended{item});
    flagging.suspended = events.size() > items.size();
    for (const ItemId& item : items) take_history_along(events, item);
    return events;
  });
  apply_here(flagging.deed);
  return flagging;
}

Deed Study::unflag(const std::vector<ItemId>& items) {
  const bool was_suspended_by_them = times_flagged(flags_on(items.front())) >= kFlagsToSuspend;
  const Deed deed = *write([&](const Moment&) {
    std::vector<Event> events;
    for (const ItemId& item : items) events.emplace_back(Unflagged{item});
    for (const ItemId& item : items)
      if (was_suspended_by_them && state(item).suspended) events.emplace_back(Unsuspended{item});
    for (const ItemId& item : items) take_history_along(events, item);
    return events;
  });
  apply_here(deed);
  return deed;
}

Deed Study::put_away(const std::vector<ItemId>& items, const std::function<Event(const ItemId&, const Moment&)>& event) {
  const Deed deed = *write([&](const Moment& moment) {
    std::vector<Event> events;
    for (const ItemId& item : items) events.push_back(event(item, moment));
    for (const ItemId& item : items) take_history_along(events, item);
    return events;
  });
  apply_here(deed);
  return deed;
}

Deed Study::log(const std::vector<Event>& events, const std::optional<Answer>& answer, std::optional<Day> on) {
  const auto deed = write([&](const Moment& moment) {
    std::vector<Event> all = events;
    if (answer) {
      const ItemState before = state(answer->item->id);
      const Outcome outcome = preview(*answer->item, before, moment)[index_of(answer->grade)];
      all.emplace_back(Answered{answer->item->id, answer->grade, answer->took, outcome.after.phase, outcome.after.step,
                                outcome.after.due, {}, {}, is_trusted(before, moment)});
    }
    return all;
  }, {.on = on});
  refresh();
  return *deed;
}

std::optional<Deed> Study::log_if(const std::function<std::vector<Event>()>& choose, std::optional<Day> on) {
  auto deed = write([&](const Moment&) { return choose(); }, {.on = on});
  refresh();
  return deed;
}

Deed Study::rename(const std::vector<Renamed>& renames, const std::vector<Event>& beside, const std::function<void()>& files) {
  std::optional<Deed> deed;
  std::vector<Event> events(renames.begin(), renames.end());
  events.insert(events.end(), beside.begin(), beside.end());
  try {
    (void)write([&](const Moment&) { return events; },
                {.then = [&](const Deed& written) {
                  deed = written;
                  if (files) files();
                }});
  } catch (const FileError&) {
    if (deed) (void)write([&](const Moment&) { return std::vector<Event>{undone(*deed)}; });
    refresh();
    throw;
  }
  refresh();
  return *deed;
}

Deed Study::set_goals(int week, const std::vector<std::string>& goals) {
  const Deed deed = *write([&](const Moment&) { return std::vector<Event>{GoalsSet{week, goals}}; });
  settle();
  read_progress();
  return deed;
}

Deed Study::adopt(const Weights& weights, const std::vector<Move>& moves) {
  const auto deed = write([&](const Moment&) {
    std::vector<Event> events{Adopted{weights}};
    for (const Move& move : moves) {
      const ItemState now = state(move.item);
      if (now.reviews == move.reviews && now.standing.due.day == move.from) events.emplace_back(Moved{move.item, move.to});
    }
    return events;
  });
  refresh();
  return *deed;
}

SettingsChanged Study::change_settings(const std::function<SettingChange(const std::string& text)>& change) {
  SettingsChanged result;
  TextsChanged done = change_texts([&](const StudyTexts& now) {
    result.change = change(now.settings);
    return StudyTexts{result.change.wrong.empty() ? result.change.text : now.settings, now.plan, now.rounds};
  });
  result.changed = done.changed;
  result.deed = std::move(done.deed);
  return result;
}

// The history first, then the files: where the power fails between them, the command given again does it all, and what
// was kept before it is taken back without harm. The other way round the change would stand and never be undone.
TextsChanged Study::change_texts(const std::function<StudyTexts(const StudyTexts& texts)>& change) {
  TextsChanged result;
  StudyTexts before;
  const auto events_now = [&](const Moment&) {
    before = texts_of(place_.folder);
    result.texts = change(before);
    result.changed = result.texts != before;
    if (!result.changed) return std::vector<Event>{};
    std::vector<Event> events = events_between(place_.folder, before, result.texts);
    if (events.empty()) write_texts(place_.folder, before, result.texts);
    return events;
  };
  try {
    result.deed = write(events_now, {.then = [&](const Deed& deed) {
      result.deed = deed;
      write_texts(place_.folder, before, result.texts);
    }});
  } catch (const FileError&) {
    // What did not come to be is not what the next undo is for.
    if (result.deed) (void)write([&](const Moment&) { return std::vector<Event>{undone(*result.deed)}; });
    throw;
  }
  return result;
}

std::vector<Deed> Study::undo(int count) {
  return change_what_counts([&](const Viewpoint& from) { return store_.to_undo(count, from); }, Back::Undo);
}

std::vector<Deed> Study::redo(int count) {
  return change_what_counts([&](const Viewpoint& from) { return store_.to_redo(count, from); }, Back::Redo);
}

// The files first, then the history: where the power fails between them, the same command given again finds the files as
// they shall be and does the rest. The other way round it would take back the deed before.
std::vector<Deed> Study::change_what_counts(const std::function<std::vector<Deed>(const Viewpoint& from)>& choose, Back direction) {
  std::vector<Deed> deeds;
  std::optional<StudyTexts> texts_before;
  std::vector<MovedStory> moved;
  const auto events_now = [&](const Moment& moment) {
    settle();
    deeds = choose({writer_.device(), day_ahead(moment)});
    texts_before = put_texts_back(place_.folder, deeds, direction, remarks_);
    moved = follow_renames(place_.folder, deeds, direction == Back::Undo, remarks_);
    std::vector<Event> events;
    for (const Deed& each : deeds)
      direction == Back::Undo ? events.emplace_back(undone(each)) : events.emplace_back(redone(each));
    return events;
  };
  try {
    if (write(events_now)) refresh();
  } catch (const LogError&) {
    if (texts_before) write_texts(place_.folder, texts_of(place_.folder), *texts_before);
    while (!moved.empty()) {
      take_back(moved.back());
      moved.pop_back();
    }
    throw;
  }
  return deeds;
}

}  // namespace starling
