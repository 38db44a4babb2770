#include "view/question_view.h"

#include <fmt/format.h>

#include <utility>

namespace starling {

CardQuestion card_question(const Standpoint& from, const Asked& asked, Face face,
                           const std::array<Outcome, 4>& outcomes) {
  return {card_view(from, asked), std::move(face), is_checked(from.library.card(asked.item->id)), outcomes};
}

StoryQuestion story_question(const Standpoint& from, const Asked& asked, const std::array<Outcome, 4>& outcomes) {
  const Story& story = *from.library.story(asked.item->id.name());
  std::string text;
  for (std::size_t i = 0; i < kSectionCount; ++i)
    text += fmt::format("{}{}: {}", text.empty() ? "" : "\n\n", to_string(kSections[i]), story.sections[i]);
  return {story_asked_view(from, asked), std::move(text), outcomes};
}

NoQuestion no_question(const Agenda& agenda, const DayRule& rule) {
  const AgendaCounts& counts = agenda.counts();
  const DayFrame& day = agenda.day();
  NoQuestion none{counts.next, counts.deferred, counts.fresh_deferred, counts.budget_minutes,
                  day.asking == Asking::Nothing, day.new_per_day, day.reviews_per_day, agenda.wish().minutes.has_value(),
                  "", agenda.more()};
  none.nothing_new_days = day.nothing_new_days;
  if (none.next && none.next->at) none.next_time = rule.time_of_day(*none.next->at);
  return none;
}

namespace {

// "; 3 due and 2 new wait"
std::string waiting(const NoQuestion& none) {
  std::string what;
  if (none.deferred > 0) what = fmt::format("{} due", none.deferred);
  if (none.fresh_deferred > 0) what += fmt::format("{}{} new", what.empty() ? "" : " and ", none.fresh_deferred);
  if (what.empty()) return "";
  return fmt::format("; {} {}", what, none.deferred + none.fresh_deferred == 1 ? "waits" : "wait");
}

std::string minutes_used(const NoQuestion& none) {
  return fmt::format("{} {:g} minutes are used", none.own_minutes ? "These" : "Today's", none.budget_minutes);
}

// What waits for a sibling, or is in a step, comes before what could be asked ahead of its day.
std::string until(const NoQuestion& none) {
  if (!none.next_time.empty()) return none.next_time;
  return short_date(none.next ? none.next->day : *none.more->on);
}

std::string clause_of(const NoQuestion& none) {
  if (!none.more) return none.next_time.empty() ? "Nothing is due" : "Nothing is due before " + none.next_time;
  switch (none.more->why) {
    case Why::Minutes:
      return minutes_used(none) + waiting(none);
    case Why::DayOff:
      return "A day off" + waiting(none);
    case Why::RestDay:
      return "On a rest day nothing new is begun";
    case Why::LastDays:
      return fmt::format("In the last {} days before the interview nothing new is begun", none.nothing_new_days);
    case Why::Over:
      return "The interview is over, and nothing new is begun for it";
    case Why::ReviewsADay:
      return fmt::format("{} reviews a day are asked", none.reviews_per_day) + waiting(none);
    case Why::NewADay:
      return fmt::format("{} new cards a day are begun", none.new_per_day) +
             (none.fresh_deferred > 0 ? fmt::format("; {} more {}", none.fresh_deferred, none.fresh_deferred == 1 ? "waits" : "wait")
                                      : "");
    case Why::OpensLater:
      if (none.next_time.empty()) return fmt::format("Nothing is due; the plan opens more on {}", short_date(*none.more->on));
      break;
    default:
      break;
  }
  return fmt::format("Nothing is due before {}", until(none));
}

}  // namespace

std::string sentence_of(const NoQuestion& none) { return clause_of(none) + "."; }

std::string lead_of(const NoQuestion& none) {
  const bool early = none.more->why == Why::OpensLater || none.more->why == Why::NotDue;
  return clause_of(none) + (early ? ": sooner with" : ": more with");
}

std::optional<Grade> proposed_grade(Verdict verdict) {
  if (verdict == Verdict::Right) return Grade::Good;
  if (verdict == Verdict::Near) return Grade::Hard;
  return std::nullopt;
}

std::string outcome_label(const Outcome& outcome) {
  return outcome.interval_days == 0 ? span_label(outcome.wait) : span_label_days(outcome.interval_days);
}

}  // namespace starling
