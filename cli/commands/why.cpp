// `why`: what is known of one item, and why it is where it is.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::size_t kHistoryShown = 10;

bool in_queue(const Queue& queue, const std::string& item) {
  return std::any_of(queue.cards.begin(), queue.cards.end(), [&](const QueuedCard& c) { return c.item->id == item; });
}

// One sentence.
std::string reason(const Study& study, const std::string& item, const ItemState& state) {
  if (state.suspended) return fmt::format("It is suspended: call it back with 'starling card unsuspend {}'.", item);
  if (state.buried_until && *state.buried_until > study.today())
    return fmt::format("It is buried until {}.", short_date(*state.buried_until));
  const CardItem* card = study.library().find(item);
  if (state.standing.phase == Phase::New) {
    if (!card) return "It was not told yet.";
    const ItemStates states = study.store().states();
    const std::string lock = locked_because(study.library(), states, study.settings(), study.queue_day(), *card);
    if (!lock.empty()) return fmt::format("It is not asked yet: {}.", lock);
    if (study.rests(study.today())) return "It is open, but today is a rest day: nothing new.";
    return in_queue(study.queue(), item) ? "It is new and in today's list." : "It is new and open; today's list is full, or a sibling was met today.";
  }
  const Due& due = state.standing.due;
  if (due.at) return fmt::format("It is in a learning step until {}.", study.rule().time_of_day(*due.at));
  const int days = days_between(study.today(), due.day);
  if (days > 0)
    return fmt::format("It comes back in {} on {}, when recall is expected to be near {:.0f} %.", span_label_days(days),
                       short_date(due.day), study.settings().desired_retention * 100);
  const std::string since = days == 0 ? "today" : fmt::format("since {}", short_date(due.day));
  if (card && !in_queue(study.queue(), item))
    return fmt::format("It is due {}, but waits: today's minutes or count are used by items nearer to being lost.", since);
  return fmt::format("It is due {}.", since);
}

std::optional<double> recall_now(const Study& study, const ItemState& state, Day on) {
  if (!state.standing.memory) return std::nullopt;
  const int elapsed = std::max(0, days_between(state.standing.last_day, on));
  return study.model().recall_after(elapsed, state.standing.memory->stability);
}

Json history_json(const std::vector<Event>& events, const DayRule& rule) {
  Json list = Json::array();
  const auto counting = standing_events(events);
  for (const Event& event : events) {
    Json json{{"event", event.id}, {"at", rule.iso(event.at)}, {"day", to_string(event.day)}, {"text", describe(event)}};
    if (const Reviewed* review = review_of(event)) {
      json["grade"] = to_string(review->grade);
      if (review->took) json["seconds"] = rounded(std::chrono::duration<double>(*review->took).count(), 1);
    }
    json["counts"] = std::any_of(counting.begin(), counting.end(), [&](const Event& e) { return e.id == event.id; });
    list.push_back(std::move(json));
  }
  return list;
}

void print_history(std::ostream& out, const std::vector<Event>& events, const Style& style) {
  if (events.empty()) return;
  out << "\n" << style.accent("History") << "\n";
  const std::size_t first = events.size() > kHistoryShown ? events.size() - kHistoryShown : 0;
  if (first > 0) out << style.dim(fmt::format("  {} earlier", first)) << "\n";
  for (std::size_t i = first; i < events.size(); ++i) {
    const Reviewed* review = review_of(events[i]);
    if (!review) continue;
    out << fmt::format("  {}  {:5}{}  next {}\n", to_string(events[i].day), to_string(review->grade),
                       review->took ? fmt::format("  {:3.0f} s", std::chrono::duration<double>(*review->took).count()) : "",
                       review->due.at ? "in a step" : to_string(review->due.day));
  }
}

}  // namespace

Exit run_why(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::string item = need_item(*study, arguments.operands[0]);
  const ItemState state = study->state(item);
  const auto events = study->store().events_of(item);
  const auto outcomes = study->preview(item);
  const Standing& standing = state.standing;
  const auto now = recall_now(*study, state, study->today());
  const auto on_the_day = recall_now(*study, state, std::max(study->interview(), study->today()));
  if (arguments.json) {
    Json json = reply();
    json["item"] = item;
    json["state"] = to_string(standing.phase);
    json["reason"] = reason(*study, item, state);
    json["due"] = standing.phase == Phase::New ? Json(nullptr) : due_json(standing.due, study->rule());
    json["stability"] = standing.memory ? rounded(standing.memory->stability.days) : Json(nullptr);
    json["difficulty"] = standing.memory ? rounded(standing.memory->difficulty.level) : Json(nullptr);
    json["recall"] = rounded(now);
    json["recall_on_interview"] = rounded(on_the_day);
    json["reviews"] = state.reviews;
    json["lapses"] = state.lapses;
    json["suspended"] = state.suspended;
    json["outcomes"] = outcomes_json(outcomes, study->rule());
    json["history"] = history_json(events, study->rule());
    write_json(world.out, json);
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  world.out << style.bold(item) << "\n" << paragraph(reason(*study, item, state), width);
  if (standing.memory) {
    world.out << fmt::format("\n  recall now       {:5.1f} %\n  on the interview {:5.1f} %  if nothing more is done\n",
                             *now * 100, *on_the_day * 100)
              << fmt::format("  stability        {}\n", span_label_days(std::max(1, static_cast<int>(std::lround(standing.memory->stability.days)))))
              << fmt::format("  difficulty       {:.1f} of 10\n", standing.memory->difficulty.level)
              << fmt::format("  {}, forgotten {}\n", counted(state.reviews, "answer"), counted(state.lapses, "time"));
  }
  world.out << "\n" << style.accent("An answer now would bring it back") << "\n";
  for (const Grade grade : kGrades)
    world.out << fmt::format("  {:6} {}\n", to_string(grade), outcome_label(outcomes[static_cast<std::size_t>(grade) - 1]));
  print_history(world.out, standing_events(events), style);
  return Exit::Ok;
}

}  // namespace starling
