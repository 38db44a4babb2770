// One question and what each answer to it leads to.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "deck/deck.h"
#include "schedule/schedule.h"
#include "view/asked_view.h"

namespace starling {

struct CardQuestion {
  CardView card;
  Face face;
  bool checked = false;  // the program can say whether an answer is right
  std::array<Outcome, 4> outcomes;
};
struct StoryQuestion {
  StoryAskedView story;
  std::string text;  // its sections, one after the other
  std::array<Outcome, 4> outcomes;
};
// Nothing is asked.
struct NoQuestion {
  std::optional<Due> next;  // the earliest due date of what waits
  int deferred = 0;
  int fresh_deferred = 0;
  double budget_minutes = 0;
  bool off = false;  // a day off
  int new_per_day = 0;
  int reviews_per_day = 0;
  bool own_minutes = false;        // the budget is the sitting's own
  std::string next_time;           // of `next` where it is a moment: "14:10"
  std::optional<More> more = {};   // what leads to a question
  int nothing_new_days = 0;        // before the interview
};

[[nodiscard]] CardQuestion card_question(const Standpoint& from, const Asked& asked, Face face,
                                         const std::array<Outcome, 4>& outcomes);
[[nodiscard]] StoryQuestion story_question(const Standpoint& from, const Asked& asked,
                                           const std::array<Outcome, 4>& outcomes);
[[nodiscard]] NoQuestion no_question(const Agenda& agenda, const DayRule& rule);

// Why nothing is asked, for a person: "Nothing is due.", "Today's 25 minutes are used; 3 due and 2 new wait."
[[nodiscard]] std::string sentence_of(const NoQuestion& none);
// The same before a command that leads to more: "20 new cards a day are begun; 7 more wait: more with". Asserts `more`.
[[nodiscard]] std::string lead_of(const NoQuestion& none);

// What is proposed for an answer that was typed: nothing where it does not match, as only the learner can say why.
[[nodiscard]] std::optional<Grade> proposed_grade(Verdict verdict);

// "10 min", "4 days": what a button shows.
[[nodiscard]] std::string outcome_label(const Outcome& outcome);

}  // namespace starling
