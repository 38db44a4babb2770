#include "agenda/way_on.h"

#include <algorithm>
#include <chrono>

#include "agenda/spent.h"

namespace starling {

namespace {

int minutes_for(int seconds) { return std::max(kMoreMinutes, (seconds + 59) / 60); }

class WayOn {
 public:
  WayOn(const Gathered& in, const Cut& cut, const Budget& plain) : in_(in), cut_(cut), plain_(plain) {}

  [[nodiscard]] std::optional<More> find() const {
    if (const auto more = seen_ones()) return more;
    if (const auto more = new_ones()) return more;
    if (const auto more = kept_for_another_day()) return more;
    return ahead();
  }

 private:
  [[nodiscard]] bool off() const { return in_.day().asking == Asking::Nothing; }

  [[nodiscard]] More more(Why why) const {
    More made;
    made.why = why;
    made.ahead_days = in_.wish().ahead_days;
    return made;
  }

  // Begins new ones: within the day's number where it has some left, else beyond it.
  void begin(More& more, int seconds) const {
    const bool within = in_.day().asking == Asking::All && plain_.count_left(Turn::New) > 0;
    if (!within) more.fresh = kMoreNew;
    else if (seconds > plain_.seconds_left() || in_.wish().minutes)
      more.minutes = minutes_for(seconds);
  }

  // Steps and what is due, for which there was no room.
  [[nodiscard]] std::optional<More> seen_ones() const {
    std::optional<More> counted;
    for (const Row* row : {&in_.steps, &in_.due, &in_.pass, &in_.soon})
      for (const ItemIndex index : row->items()) {
        const auto obstacle = cut_.obstacle(index);
        if (!obstacle || *obstacle == Obstacle::Limit) break;
        if (*obstacle == Obstacle::Count) {
          counted = More{Why::ReviewsADay, {}, 0, 0, 0};
          break;
        }
        More made = more(off() && !in_.wish().minutes ? Why::DayOff : Why::Minutes);
        made.minutes = minutes_for(in_.entries[index].seconds);
        return made;
      }
    return counted;
  }

  [[nodiscard]] std::optional<More> new_ones() const {
    for (const ItemIndex index : in_.fresh.items()) {
      const auto obstacle = cut_.obstacle(index);
      if (!obstacle || *obstacle == Obstacle::Limit) return std::nullopt;
      More made = more(Why::Minutes);
      begin(made, in_.entries[index].seconds);
      if (made.fresh > 0) made.why = reason_of_day().value_or(Why::NewADay);
      return made;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Why> reason_of_day() const {
    if (off()) return Why::DayOff;
    if (in_.day().asking == Asking::All) return std::nullopt;
    return in_.day().nothing_new;
  }

  // New, and nothing is in its way but the day or the plan.
  [[nodiscard]] static bool could_begin(const Entry& entry) { return entry.lacking == 0; }

  [[nodiscard]] std::optional<More> kept_for_another_day() const {
    const auto why = reason_of_day();
    if (!why) return std::nullopt;
    const bool any = std::ranges::any_of(in_.entries, [&](const Entry& entry) {
      return entry.place.stage == Stage::None && entry.place.why == *why && could_begin(entry) && is_free(entry);
    });
    if (!any) return std::nullopt;
    More made = more(*why);
    made.fresh = kMoreNew;
    return made;
  }

  // No sibling was answered today.
  [[nodiscard]] bool is_free(const Entry& entry) const { return !in_.wholes.of(in_.index_of(entry.item)).answered; }

  [[nodiscard]] std::optional<More> ahead() const {
    constexpr int kMostDays = 3650;
    const Entry* due = nullptr;
    const Entry* opens = nullptr;
    for (const ItemIndex index : in_.later.items()) {
      const Entry& entry = in_.entries[index];
      if (entry.place.why != Why::NotDue || entry.state->standing.last_day >= in_.day().now.day || !is_free(entry)) continue;
      due = &entry;
      break;
    }
    for (const Entry& entry : in_.entries)
      if (entry.place.stage == Stage::None && entry.place.why == Why::OpensLater && could_begin(entry) && is_free(entry) &&
          (!opens || entry.item->opens < opens->item->opens))
        opens = &entry;
    const int to_due = due ? days_between(in_.day().now.day, due->due.day) : kMostDays + 1;
    const int to_open = opens ? opens->item->opens - in_.day().plan_day : kMostDays + 1;
    const bool reviews = plain_.count_left(Turn::Review) > 0;
    if (opens && to_open <= kMostDays && (!reviews || to_open <= to_due)) return opened(*opens, to_open);
    if (due && to_due <= kMostDays && reviews) return due_ahead(*due, to_due);
    return std::nullopt;
  }

  [[nodiscard]] More opened(const Entry& entry, int days) const {
    More made = more(Why::OpensLater);
    made.on = in_.day().now.day + std::chrono::days(days);
    made.ahead_days = days;
    begin(made, entry.item->usual.first);
    return made;
  }

  [[nodiscard]] More due_ahead(const Entry& entry, int days) const {
    More made = more(Why::NotDue);
    made.on = entry.due.day;
    made.ahead_days = days;
    const int seconds = expected_seconds(*entry.item, *entry.state);
    if (seconds > plain_.seconds_left() || in_.wish().minutes) made.minutes = minutes_for(seconds);
    return made;
  }

  const Gathered& in_;
  const Cut& cut_;
  const Budget& plain_;
};

}  // namespace

std::optional<More> way_on(const Gathered& in, const Cut& cut, const Budget& plain) {
  return WayOn(in, cut, plain).find();
}

}  // namespace starling
