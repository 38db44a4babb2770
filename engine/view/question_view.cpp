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

NoQuestion no_question(const Agenda& agenda) {
  const AgendaCounts& counts = agenda.counts();
  return {counts.next, counts.deferred, counts.fresh_deferred, counts.budget_minutes,
          agenda.day().asking == Asking::Nothing};
}

std::string sentence_of(const NoQuestion& none) {
  if (none.deferred + none.fresh_deferred == 0) return "Nothing is due.";
  const std::string why =
      none.off ? "A day off" : fmt::format("Today's {:g} minutes are used", none.budget_minutes);
  return fmt::format("{}; {} due and {} new wait.", why, none.deferred, none.fresh_deferred);
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
