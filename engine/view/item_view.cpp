#include "view/item_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "probe/probe.h"
#include "rounds/rounds.h"
#include "view/asked_view.h"
#include "view/probe_view.h"

namespace starling {

namespace {

std::string question_of(const Library& library, const ItemId& item) {
  if (item.kind() == ItemKind::Probe) return probe_of(*library.story(item.group()), number_of_probe(item))->ask;
  if (item.kind() != ItemKind::Story && library.deck_of(item)) return face(library.card(item), item.schedule(), Seed{0}).front;
  const Story* story = item.kind() == ItemKind::Story ? library.story(item.name()) : nullptr;
  return story ? story->title : "";
}

std::string due_sentence(const Due& due, Day today) {
  return due.day >= today ? "It is due today" : fmt::format("It has been due since {}", short_date(due.day));
}

// What is true of it besides what keeps it back.
std::string subject(const ItemState& state, Day today) {
  return seen(state) ? due_sentence(state.standing.due, today) : "It is open";
}

std::optional<AimedDue> aimed_due(const Standpoint& from, const Agenda& agenda, const ItemId& item) {
  const ItemState& state = state_of(from.states, item);
  return agenda.day().aimed && seen(state) ? agenda.day().aimed(item, state.standing) : std::nullopt;
}

// Of a second in a second; as cards an hour.
std::string an_hour(double gain) {
  const double cards = gain * 3600;
  if (cards < 0.005) return "0";
  return cards < 10 ? fmt::format("{:.2f}", cards) : fmt::format("{:.0f}", cards);
}

// The names of the principles that this story alone serves.
std::vector<std::string> only_story_for(const Standpoint& from, const ItemId& item) {
  std::vector<std::string> names;
  if (item.kind() != ItemKind::Story) return names;
  const auto only = only_stories(from.library.stories());
  for (std::size_t principle = 0; principle < only.size(); ++principle)
    if (only[principle] && only[principle]->id == item.name()) names.push_back(fmt::format("“{}”", principles()[principle].name));
  return names;
}

// " It counts 2 times as much as others."; " It counts more: it is your only story for “Dive Deep”."; both in one sentence;
// empty where it counts as others do.
std::string worth_sentence(const Standpoint& from, const Agenda& agenda, const Item& item) {
  const std::vector<std::string> only = only_story_for(from, item.id);
  const double worth = agenda.day().worth ? agenda.day().worth(item) / (only.empty() ? 1 : kWorthOfOnlyStory) : 1;
  const std::string times = std::abs(worth - 1) < 0.005 ? "" : fmt::format(" {:.2g} times as much as others", worth);
  if (only.empty()) return times.empty() ? "" : fmt::format(" It counts{}.", times);
  return fmt::format(" It counts{}{} more: it is your only story for {}.", times, times.empty() ? "" : ", and a fifth", fmt::join(only, ", "));
}

std::string aimed_sentence(const Standpoint& from, const Agenda& agenda, const Item& item, const AimedDue& aimed) {
  const std::size_t screens = phone_screens(from.library.rounds(), from.now.day, from.timeline.interview()).size();
  const std::string_view at_screens = screens == 0 ? "" : screens == 1 ? "at the phone screen and " : "at the phone screens and ";
  std::string text = fmt::format("A {} now adds {} cards an hour to what you will know {}on the day of the interview, beside leaving it for later", item.id.kind() == ItemKind::Story ? "telling" : "review",
                                 an_hour(aimed.gain), at_screens);
  if (aimed.best_later) text += fmt::format(", on {} it would add {}", short_date(aimed.best_later->day), an_hour(aimed.best_later->gain));
  text += fmt::format("; an hour of today is worth {}.", an_hour(aimed.price));
  // What is left of the minutes is worth less than their price.
  if (agenda.asked(item.id) && aimed.gain < aimed.price) text += " Today's minutes reach for it all the same.";
  return text + worth_sentence(from, agenda, item);
}

std::string step_sentence(const Standpoint& from, const ItemState& state, bool is_next) {
  const auto ends = state.standing.due.at;
  if (!ends || *ends <= from.now.at) return "Its learning step has ended: it is asked now.";
  return fmt::format("Its learning step ends at {}: {}.", from.rule.time_of_day(*ends),
                     is_next ? "it is asked now, since nothing else is left" : "before that it is asked where nothing else is left");
}

std::string asked_sentence(const Standpoint& from, const Agenda& agenda, const Asked& asked) {
  switch (asked.reason) {
    case Reason::New:
      if (asked.item->id.kind() != ItemKind::Story) return "It is new and in today's list.";
      return agenda.day().aimed ? "It was not told yet, and is asked today: a first telling adds more than a review." + worth_sentence(from, agenda, *asked.item)
                                : "It was not told yet, and is asked today.";
    case Reason::Step:
      return step_sentence(from, *asked.state, &asked == &agenda.cards().front());
    case Reason::Due:
    case Reason::Overdue:
      return fmt::format("{}, and is in today's list.", due_sentence(asked.state->standing.due, from.now.day));
    case Reason::Ahead:
      return "It is asked ahead of its day.";
    case Reason::FinalPass:
      return "It is asked once more before the interview.";
    case Reason::Cooling:
      return fmt::format("It was not told for {}: it is asked to stay warm.",
                         counted(days_between(asked.state->standing.last_day, from.now.day), "day"));
  }
  return "";
}

std::string opens(const Standpoint& from, int plan_day) {
  const int week = week_and_day(plan_day).week;
  if (week > from.timeline.plan().weeks)
    return fmt::format("It is not asked: it opens in week {}, and the plan has {} weeks.", week, from.timeline.plan().weeks);
  const Day day = from.timeline.opens_on(plan_day);
  if (day >= from.timeline.interview())
    return fmt::format("It is not asked: it opens on {}, not before the interview, {}.", short_date(day), short_date(from.timeline.interview()));
  const Position at = from.timeline.on(day);
  return fmt::format("It is not asked yet: it opens in week {}, day {}, on {}.", at.week, at.day, short_date(day));
}

std::string sibling_sentence(const Agenda& agenda, const Waits& waits) {
  if (!waits.sibling) return "a sibling was answered today, and gave the answer away.";
  const bool to_come = agenda.asked(*waits.sibling);
  return fmt::format("{} {} today, and {} the answer away.", waits.sibling->text(), to_come ? "is asked" : "was answered",
                     to_come ? "would give" : "gave");
}

std::string retired_sentence(const Library& library, const ItemId& item) {
  if (item.kind() == ItemKind::Probe) return why_retired(*library.story(item.group()), number_of_probe(item));
  if (item.kind() == ItemKind::Story) return fmt::format("It is retired: 'starling story archive {} --back' takes the story out again.", item.name());
  if (is_of_stories(item)) return "It is retired: its story is put away.";
  return "The card is retired: it is not asked any more.";
}

// Empty where the question says all.
std::string about_item(const Library& library, const ItemId& item) {
  if (item.kind() == ItemKind::Probe) return about_probe(*library.story(item.group()), number_of_probe(item));
  if (!is_of_stories(item)) return "";
  const TextPlace place = library.place_of(item);
  return fmt::format("Made of {}:{}. It changes with the text there, and its history stays.", place.name, place.line);
}

std::optional<double> recall_on(const Standpoint& from, const ItemState& state, Day on) {
  if (!state.standing.memory) return std::nullopt;
  const Elapsed now = elapsed_since(state.standing, from.now.at, from.now.day);
  return from.model.recall_after(later(now, WholeDays{days_between(from.now.day, on)}), *state.standing.memory);
}

std::string not_due(const Standpoint& from, const ItemState& state, const Due& due) {
  const Day day = first_day_on(from.settings, due.day, from.timeline.interview());
  std::string text = fmt::format("It comes back in {} on {}", span_label_days(days_between(from.now.day, day)), short_date(day));
  if (const auto recall = recall_on(from, state, day)) text += fmt::format(", when recall is expected to be {:.0f} %", *recall * 100);
  return text + ".";
}

std::string waits_sentence(const Standpoint& from, const Agenda& agenda, const Item& item, const ItemState& state, const Waits& waits) {
  const std::string what = subject(state, from.now.day);
  switch (waits.why) {
    case Why::Suspended:
      return item.away == Away::Suspended && !state.suspended
                 ? "It is put away in its text: take 'suspended' out of the card to have it asked."
                 : fmt::format("It is suspended: 'starling card unsuspend {}' has it asked again.", item.id.text());
    case Why::Buried:
      return fmt::format("It is buried until {}.", short_date(waits.until->day));
    case Why::Retired:
      return retired_sentence(from.library, item.id);
    case Why::Draft:
      return "The story is not whole yet: 'starling story list' says what it lacks.";
    case Why::OtherLevel:
      return fmt::format("It is not asked: the card is for {} only.", to_string(item.levels));
    case Why::OpensLater:
      return opens(from, waits.opens);
    case Why::Needs:
      return waits.need->kind() == ItemKind::Story ? fmt::format("It is not asked yet: {} is told first.", waits.need->text())
                                                   : fmt::format("It is not asked yet: it needs {} first.", waits.need->text());
    case Why::Sibling:
      return fmt::format("{}, but waits until tomorrow: {}", what, sibling_sentence(agenda, waits));
    case Why::NotDue:
      return not_due(from, state, *waits.until);
    case Why::InStep:
      return fmt::format("Learning: it comes again at {}.", from.rule.time_of_day(*waits.until->at));
    case Why::NewADay:
      return fmt::format("It is new and open, but waits: {} new cards a day are begun.", from.settings.new_per_day);
    case Why::ReviewsADay:
      return fmt::format("{}, but waits: {} reviews a day are asked.", what, from.settings.reviews_per_day);
    case Why::StoriesADay:
      return fmt::format("{}, but waits: {} a day are told, those nearer to being lost first.", what,
                         counted(kStoriesPerDay, "story", "stories"));
    case Why::Minutes:
      if (item.id.kind() == ItemKind::Story && !seen(state)) return "It was not told yet, and waits: first tellings have half of a day's minutes.";
      return fmt::format("{}, but waits: today's minutes are used by items nearer to being lost.", what);
    case Why::RestDay:
      return "It is open, but today is a rest day: nothing new.";
    case Why::DayOff:
      return fmt::format("{}, but today is a day off.", what);
    case Why::LastDays:
      return fmt::format("It is open, but nothing new is begun in the last {} days before the interview.", agenda.day().nothing_new_days);
    case Why::Over:
      return "It is open, but the interview is over, and nothing new is begun for it.";
    case Why::AskedToday:
      return item.id.kind() == ItemKind::Story ? "It was told today already." : "It was asked today already.";
    case Why::NotBegun:
      return "It was not done yet: it comes back once it is logged.";
    case Why::NotWished:
      return fmt::format("{}, but this sitting asks for others.", what);
  }
  return "";
}

bool is_about(const Deed& deed, const ItemId& item) {
  return std::ranges::any_of(deed.events, [&](const Event& event) {
    const auto* renamed = std::get_if<Renamed>(&event);
    const ItemId* about = renamed ? &renamed->to : item_of(event);
    return about && *about == item;
  });
}

// Weights are about no item. Those of this item's history are the ones that reckoned its past anew: adopted after its
// first answer.
std::vector<PastDeed> own_history(const ItemId& item, std::span<const PastDeed> past) {
  std::vector<PastDeed> history;
  bool answered = false;
  for (const PastDeed& each : past) {
    const bool about = is_about(each.deed, item);
    answered = answered || (about && answer_in(each.deed));
    const bool adopts = std::ranges::any_of(
        each.deed.events, [](const Event& event) { return std::holds_alternative<Adopted>(event); });
    if (about || (answered && adopts)) history.push_back(each);
  }
  return history;
}

bool gains_by_waiting(const std::optional<AimedDue>& aimed, const Waits& waits) {
  return aimed && (waits.why == Why::NotDue || (waits.why == Why::Minutes && aimed->gain < aimed->price));
}

// Of what gains by waiting no minutes are missing.
std::string_view word_for(const Waits& waits, const std::optional<AimedDue>& aimed) {
  return to_string(gains_by_waiting(aimed, waits) ? Why::NotDue : waits.why);
}

}  // namespace

std::optional<Why> kept_away(const Agenda& agenda, const Item& item) {
  const auto waits = agenda.waits(item);
  if (!waits) return std::nullopt;
  const bool for_good = waits->why == Why::Suspended || waits->why == Why::Retired || waits->why == Why::Draft || waits->why == Why::OtherLevel;
  return for_good ? std::optional(waits->why) : std::nullopt;
}

std::string reason_of(const Standpoint& from, const Agenda& agenda, const Item& item) {
  const auto aimed = aimed_due(from, agenda, item.id);
  if (const Asked* asked = agenda.asked(item.id))
    return aimed && asked->reason == Reason::Due ? "It is asked today. " + aimed_sentence(from, agenda, item, *aimed) : asked_sentence(from, agenda, *asked);
  const auto waits = agenda.waits(item);
  if (!waits) return "";
  if (gains_by_waiting(aimed, *waits)) return "It gains more from waiting. " + aimed_sentence(from, agenda, item, *aimed);
  if (aimed && waits->why == Why::Minutes) return "Today's minutes are used by items that gain more. " + aimed_sentence(from, agenda, item, *aimed);
  return waits_sentence(from, agenda, item, state_of(from.states, item.id), *waits);
}

ItemView item_view(const Standpoint& from, const Agenda& agenda, const Item& item,
                   const std::array<Outcome, 4>& outcomes, std::span<const PastDeed> past) {
  const Asked* asked = agenda.asked(item.id);
  const auto waits = agenda.waits(item);
  ItemView view{.item = item.id,
                .question = question_of(from.library, item.id),
                .why = std::string(asked ? to_string(asked->reason) : waits ? word_for(*waits, aimed_due(from, agenda, item.id)) : ""),
                .reason = reason_of(from, agenda, item),
                .about = about_item(from.library, item.id),
                .state = state_of(from.states, item.id),
                .days_to_90 = {},
                .recall = {},
                .recall_on_interview = {},
                .retention = policy_of(from.settings, item.id.kind(), item.id.group()).desired_retention,
                .leech = false,
                .buried_until = {},
                .outcomes = outcomes,
                .history = own_history(item.id, past),
                .course = {}};
  const Day today = from.now.day;
  const Day interview = std::max(from.timeline.interview(), today);
  const Standing& standing = view.state.standing;
  if (standing.memory) view.days_to_90 = from.model.days_to_90(*standing.memory);
  view.aimed = aimed_due(from, agenda, item.id);
  view.recall = recall_on(from, view.state, today);
  if (from.timeline.interview() >= today) view.recall_on_interview = recall_on(from, view.state, interview);
  view.leech = view.state.lapses >= from.settings.leech_lapses;
  if (view.state.buried_until && *view.state.buried_until > today) view.buried_until = view.state.buried_until;
  std::vector<Deed> standing_ones;
  for (const PastDeed& each : view.history)
    if (each.counts) standing_ones.push_back(each.deed);
  view.flags = flags_of(standing_ones, item.id);
  view.course = recall_course(standing_ones, item.id, from.model,
                              std::max(interview, seen(view.state) ? standing.due.day : today));
  return view;
}

}  // namespace starling
