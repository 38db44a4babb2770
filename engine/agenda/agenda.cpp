#include "agenda/agenda.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "agenda/cut.h"
#include "agenda/gathered.h"
#include "agenda/place.h"
#include "agenda/way_on.h"

namespace starling {

struct Agenda::Inside {
  Inside(std::span<const Item> items, const ItemStates& states_given, DayFrame day, Spent spent_given,
         const MemoryModel& model, Wish wish)
      : states(states_given),
        spent(std::move(spent_given)),
        seconds_before(spent.seconds),
        answers_before(spent.answers),
        begun_before(spent.begun - wish.fresh_begun),
        gathered(items, states, std::move(day), model, std::move(wish), spent.wholes) {
    make_cut();
  }

  void replace(const ItemId& item) {
    if (const auto index = gathered.find(item)) gathered.replace(*index);
  }
  void heed_siblings(const std::string& whole) { gathered.set_answered(whole, spent.wholes.contains(whole)); }

  void make_cut();
  [[nodiscard]] double minutes_of_day() const;
  [[nodiscard]] Budget budget() const;
  [[nodiscard]] Budget budget_of_day() const;
  [[nodiscard]] int fresh_left() const;
  [[nodiscard]] Why why_of(Obstacle obstacle, Stage stage) const;
  [[nodiscard]] const ItemId* need_of(const Entry& entry) const;
  [[nodiscard]] Waits waits_for_sibling(ItemIndex index) const;
  [[nodiscard]] Waits why_it_waits(ItemIndex index) const;

  const ItemStates& states;
  Spent spent;
  double seconds_before;  // spent when the sitting began
  int answers_before;
  int begun_before;
  Gathered gathered;
  Cut cut{gathered};
  AgendaCounts counts;
};

double Agenda::Inside::minutes_of_day() const {
  return gathered.day().asking == Asking::Nothing ? 0 : gathered.day().minutes;
}

Budget Agenda::Inside::budget() const {
  const DayFrame& day = gathered.day();
  const Wish& wish = gathered.wish();
  const double seconds = wish.minutes ? *wish.minutes * 60 - (spent.seconds - seconds_before)
                                      : minutes_of_day() * 60 - spent.seconds;
  const int limit = wish.limit ? *wish.limit - (spent.answers - answers_before) : Budget::kAnyNumber;
  Budget budget(seconds, day.reviews_per_day - spent.reviews, fresh_left(), limit);
  if (!wish.minutes) budget.set_whole_day(minutes_of_day() * 60);
  if (wish.fresh > 0 && !wish.minutes) budget.grant(std::min(fresh_left(), wish.fresh - (spent.begun - begun_before)));
  return budget;
}

// What a sitting that wants nothing of its own has left.
Budget Agenda::Inside::budget_of_day() const {
  const DayFrame& day = gathered.day();
  Budget budget(minutes_of_day() * 60 - spent.seconds, day.reviews_per_day - spent.reviews, day.new_per_day - spent.begun);
  budget.set_whole_day(minutes_of_day() * 60);
  return budget;
}

int Agenda::Inside::fresh_left() const {
  const DayFrame& day = gathered.day();
  const Wish& wish = gathered.wish();
  if (wish.fresh == 0) return day.new_per_day - spent.begun;
  const int of_day = day.asking == Asking::All ? day.new_per_day : 0;
  return std::max(of_day, begun_before) + wish.fresh - spent.begun;
}

void Agenda::Inside::make_cut() {
  const DayFrame& day = gathered.day();
  cut.make(budget(), day.asking == Asking::Nothing ? 0 : day.stories_per_day - spent.tellings,
           spent);
  counts = cut.counts();
  counts.budget_minutes = gathered.wish().minutes.value_or(minutes_of_day());
  counts.spent_minutes = spent.seconds / 60;
}

Why Agenda::Inside::why_of(Obstacle obstacle, Stage stage) const {
  const bool off = gathered.day().asking == Asking::Nothing;
  if (stage == Stage::Story) return off ? Why::DayOff : obstacle == Obstacle::Minutes ? Why::Minutes : Why::StoriesADay;
  if (obstacle == Obstacle::Limit) return Why::NotWished;
  if (obstacle == Obstacle::Count) return stage == Stage::New ? Why::NewADay : Why::ReviewsADay;
  return off && !gathered.wish().minutes && gathered.wish().fresh == 0 ? Why::DayOff : Why::Minutes;
}

// What a new card waits for; null where it waits for nothing but room. A need that is begun today, behind the card in
// the row, is named only when there is no other.
const ItemId* Agenda::Inside::need_of(const Entry& entry) const {
  if (entry.ready || entry.follows) return nullptr;
  const ItemId* behind = nullptr;
  for (const ItemId& need : entry.item->needs) {
    const WholeEntry& whole = gathered.wholes.needed(need);
    if (whole.known) continue;
    if (!whole.in_row) return &need;
    if (!behind) behind = &need;
  }
  return behind;
}

Waits Agenda::Inside::waits_for_sibling(ItemIndex index) const {
  Waits waits;
  waits.why = Why::Sibling;
  waits.until = Due{gathered.day().now.day + std::chrono::days(1), std::nullopt};
  for (const ItemIndex other : gathered.wholes.schedules(gathered.wholes.of(index))) {
    const Entry& entry = gathered.entries[other];
    const bool answered = other != index && spent.asked.contains(entry.item->id.text());
    if (entry.asked_at || (answered && !waits.sibling)) waits.sibling = &entry.item->id;
  }
  return waits;
}

Waits Agenda::Inside::why_it_waits(ItemIndex index) const {
  const Entry& entry = gathered.entries[index];
  Waits waits;
  waits.why = entry.place.why;
  const auto obstacle = cut.obstacle(index);
  if (obstacle) waits.why = why_of(*obstacle, entry.place.stage);
  if (entry.place.stage == Stage::New) {
    waits.need = need_of(entry);
    if (waits.need) waits.why = Why::Needs;
  }
  if (obstacle && (entry.held || entry.behind)) return waits_for_sibling(index);
  if (waits.why == Why::NotDue || waits.why == Why::InStep || waits.why == Why::AskedToday) waits.until = entry.due;
  if (waits.why == Why::Buried) waits.until = Due{*entry.state->buried_until, std::nullopt};
  if (waits.why == Why::OpensLater) waits.opens = entry.item->opens;
  return waits;
}

Agenda::Agenda(std::span<const Item> items, const ItemStates& states, DayFrame day, Spent spent,
               const MemoryModel& model, Wish wish)
    : inside_(std::make_unique<Inside>(items, states, std::move(day), std::move(spent), model, std::move(wish))) {}
Agenda::~Agenda() = default;
Agenda::Agenda(Agenda&&) noexcept = default;
Agenda& Agenda::operator=(Agenda&&) noexcept = default;

const std::vector<Asked>& Agenda::cards() const { return inside_->cut.cards(); }
const std::vector<Asked>& Agenda::stories() const { return inside_->cut.stories(); }
const AgendaCounts& Agenda::counts() const { return inside_->counts; }
const DayFrame& Agenda::day() const { return inside_->gathered.day(); }
const Wish& Agenda::wish() const { return inside_->gathered.wish(); }
const Spent& Agenda::spent() const { return inside_->spent; }

std::optional<Waits> Agenda::waits(const Item& item) const {
  const auto index = inside_->gathered.find(item.id);
  if (!index) return Waits{Why::NotWished, {}, 0, nullptr, nullptr};
  if (inside_->gathered.entries[*index].asked_at) return std::nullopt;
  return inside_->why_it_waits(*index);
}

std::optional<More> Agenda::more() const {
  const Inside& in = *inside_;
  const Wish& wish = in.gathered.wish();
  if (!cards().empty() || (wish.limit && *wish.limit <= in.spent.answers - in.answers_before)) return std::nullopt;
  return way_on(in.gathered, in.cut, in.budget_of_day());
}

const Asked* Agenda::asked(const ItemId& item) const {
  const auto index = inside_->gathered.find(item);
  if (!index) return nullptr;
  const auto& at = inside_->gathered.entries[*index].asked_at;
  return at ? &(item.kind() == ItemKind::Story ? stories() : cards())[*at] : nullptr;
}

void Agenda::answered(const Item& item, const Deed& deed, const Moment& now) {
  Inside& in = *inside_;
  add_to(in.spent, in.gathered.day().now.day, deed, in.states,
         [&](const ItemId& id) { return in.gathered.find_item(id); });
  for (const Event& event : deed.events)
    if (const ItemId* other = item_of(event)) {
      in.heed_siblings(std::string(other->whole()));
      if (*other != item.id) in.replace(*other);
    }
  changed(item, now);
}

void Agenda::changed(const Item& item, const Moment& now) {
  inside_->replace(item.id);
  at(now);
}

void Agenda::changed(const Item& item, Spent spent, const Moment& now) {
  std::swap(inside_->spent, spent);
  for (const auto* wholes : {&spent.wholes, &inside_->spent.wholes})
    for (const std::string& whole : *wholes) inside_->heed_siblings(whole);
  changed(item, now);
}

void Agenda::at(const Moment& now) {
  inside_->gathered.advance(now.at);
  inside_->make_cut();
}

}  // namespace starling
