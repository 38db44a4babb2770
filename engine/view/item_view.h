// Why is an item where it is? All that is known of one, and one true sentence.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "agenda/agenda.h"
#include "history/history.h"
#include "report/report.h"
#include "schedule/schedule.h"
#include "view/standpoint.h"

namespace starling {

struct ItemView {
  ItemId item;
  std::string question;  // what is asked; the title of a story
  std::string why;     // "new", "due", or what keeps it back: "needs", "minutes"
  std::string reason;  // the same as one sentence
  std::string about;   // of a probe: which words made it, and when it is retired; of a card of stories its text
  ItemState state;
  std::optional<double> days_to_90;           // days until recall falls to 90 %
  std::optional<double> recall;               // now
  std::optional<double> recall_on_interview;  // if nothing more is done; nothing once it is over
  double retention = 0.90;                    // aimed at
  bool leech = false;
  std::optional<Day> buried_until;            // while it is
  std::array<Outcome, 4> outcomes;
  std::vector<PastDeed> history;              // of this item, and the new weights that reckoned its past anew
  std::vector<CoursePoint> course;            // recall over time, to the interview or the due day
  std::vector<CardFlag> flags = {};               // that stand
  std::optional<AimedDue> aimed = {};             // where the day goes by what a minute adds for the interview
};
// `outcomes` are those of an answer now; `past` every deed about the item and every adoption, in order.
[[nodiscard]] ItemView item_view(const Standpoint& from, const Agenda& agenda, const Item& item,
                                 const std::array<Outcome, 4>& outcomes, std::span<const PastDeed> past);

// Why it is not asked whatever day it is, until the learner does something about it; nothing where that is not so.
[[nodiscard]] std::optional<Why> kept_away(const Agenda& agenda, const Item& item);

// Why the item is asked, or why it waits.
[[nodiscard]] std::string reason_of(const Standpoint& from, const Agenda& agenda, const Item& item);

}  // namespace starling
