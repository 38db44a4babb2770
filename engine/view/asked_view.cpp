#include "view/asked_view.h"

#include <fmt/format.h>

namespace starling {

namespace {

std::optional<Due> due_of(const ItemState& state) {
  return seen(state) ? std::optional(state.standing.due) : std::nullopt;
}

std::string why_told(const Asked& asked, Day today) {
  const Standing& standing = asked.state->standing;
  if (asked.reason == Reason::New) return "not told yet";
  if (asked.reason == Reason::Cooling)
    return fmt::format("not told for {}", counted(days_between(standing.last_day, today), "day"));
  return standing.due.day < today ? fmt::format("due since {}", short_date(standing.due.day)) : "due today";
}

}  // namespace

CardView card_view(const Standpoint& from, const Asked& asked) {
  const Item& item = *asked.item;
  return {item.id,
          from.library.deck_of(item.id)->id,
          item.area,
          from.library.card(item.id).kind,
          asked.state->standing.phase,
          due_of(*asked.state),
          asked.recall,
          asked.seconds,
          asked.reason};
}

StoryAskedView story_asked_view(const Standpoint& from, const Asked& asked) {
  const Item& item = *asked.item;
  const Story& story = *from.library.story(item.id.name());
  return {item.id,
          story.title,
          primary_principle(story),
          asked.state->standing.phase,
          due_of(*asked.state),
          asked.recall,
          story.target_seconds.value_or(from.settings.target_seconds),
          why_told(asked, from.now.day)};
}

}  // namespace starling
