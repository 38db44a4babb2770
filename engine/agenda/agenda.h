// What is asked today, and why does the rest wait? One answer for every screen and for the simulator: given items,
// their states and the day, each item is asked, with its place and its reason, or waits with a Why. No texts, no files.
// Cards are here everything but stories: probes, questions, problems and exercises are asked in one row with them.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "agenda/asked.h"
#include "agenda/choice.h"
#include "agenda/day.h"
#include "agenda/more.h"
#include "agenda/reasons.h"
#include "agenda/spent.h"
#include "calendar/calendar.h"
#include "history/history.h"
#include "item/item.h"
#include "memory/memory.h"
#include "schedule/schedule.h"

namespace starling {

// Stages, each cut by what is left of the day (choice.h): steps that have ended, what is due in the order of the
// settings, the final pass, new cards as the plan opens them and in the order of `items`, due practice where the day is
// not aimed, steps that end soon. Equal ones go by id. What does not fit closes its stage for its kind: the head of its
// row is taken. Of new ones, and of steps, no two of one deck are asked in a row where others wait (mixed.h).
// Of one card one schedule a day is asked: a sibling of one that was answered today, or stands before it in the row,
// waits until tomorrow, unless it is in a step.
// A new card waits for those that it needs until one of their schedules was seen, or was put away, or stands before it
// in today's row, for a story until it was told; not for those of the other level. Stories have a list and a number a day
// of their own: fading ones first, then those never told; the plan's days and the minutes are nothing to them. But where
// the day is aimed, stories come by what a minute of each adds, and the minutes that those of today will take are put by:
// those never told before all else, as far as they pay and half a day has room beyond the first, those that were told
// among what is due.
class Agenda {
 public:
  // Keeps pointers: `items`, `states` and `model` outlive this, and `states` changes only through `answered` and
  // `changed`. No id twice among `items`.
  Agenda(std::span<const Item> items, const ItemStates& states, DayFrame day, Spent spent, const MemoryModel& model,
         Wish wish = {});
  ~Agenda();
  Agenda(Agenda&&) noexcept;
  Agenda& operator=(Agenda&&) noexcept;

  // In the order to ask. Good until the next change.
  [[nodiscard]] const std::vector<Asked>& cards() const;
  [[nodiscard]] const std::vector<Asked>& stories() const;
  [[nodiscard]] const AgendaCounts& counts() const;
  [[nodiscard]] const DayFrame& day() const;
  [[nodiscard]] const Wish& wish() const;
  [[nodiscard]] const Spent& spent() const;

  // Where no card is asked: why, and what a sitting would have to ask for. Nothing where there is no more, and where the
  // limit of the sitting is reached. Looks at every item.
  [[nodiscard]] std::optional<More> more() const;

  // Of any of the items: nothing where it is asked.
  [[nodiscard]] std::optional<Waits> waits(const Item& item) const;
  // Null where it is not asked, and for what is no item.
  [[nodiscard]] const Asked* asked(const ItemId& item) const;

  // The state of `item` in `states` is another one since: its place is found anew, and nothing else is looked at but
  // its siblings, those that need it, and what is asked. `deed` is what was answered and counts into what today has
  // seen; every item that it is about is placed anew. `now` is the moment from which places are judged, on the same day
  // (on another one: a new agenda); an earlier one than before counts as that. What is known of recall and urgency of
  // the others stays as of the moment when they were placed.
  void answered(const Item& item, const Deed& deed, const Moment& now);
  void changed(const Item& item, const Moment& now);
  // After an undo or a redo of answers: what today has seen is counted anew.
  void changed(const Item& item, Spent spent, const Moment& now);
  // Time has passed, and nothing else.
  void at(const Moment& now);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace starling
