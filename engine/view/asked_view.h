// One item that is asked, as lists and replies show it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agenda/agenda.h"
#include "deck/deck.h"
#include "story/story.h"
#include "view/standpoint.h"
#include "view/words.h"

namespace starling {

struct CardView {
  ItemId item;
  std::string deck;
  std::string area;
  CardKind kind = CardKind::Basic;
  Phase phase = Phase::New;
  std::optional<Due> due;        // absent for a new one
  std::optional<double> recall;  // now
  int seconds = 0;               // expected
  Reason reason = Reason::Due;
};
[[nodiscard]] CardView card_view(const Standpoint& from, const Asked& asked);

struct StoryAskedView {
  ItemId item;
  std::string title;
  std::optional<std::size_t> principle;  // its one primary principle
  Phase phase = Phase::New;
  std::optional<Due> due;
  std::optional<double> recall;
  int seconds = 0;     // that a telling should take
  std::string reason;  // "not told yet", "due today", "due since Tue 22 Dec", "not told for 15 days"
};
[[nodiscard]] StoryAskedView story_asked_view(const Standpoint& from, const Asked& asked);

}  // namespace starling
