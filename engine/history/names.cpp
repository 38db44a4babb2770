#include "history/names.h"

#include <algorithm>
#include <tuple>

#include "history/match.h"

namespace starling {

Names::Names(std::span<const Deed> deeds, const Ledger& ledger) {
  for (std::size_t i = 0; i < deeds.size(); ++i)
    if (ledger.counts[i]) add(deeds[i]);
}

Names::Names(std::span<const Deed> standing) {
  for (const Deed& deed : standing) add(deed);
}

void Names::add(const Deed& deed) {
  Step step{deed.order, deed.id, {}};
  for (const Event& event : deed.events)
    if (const auto* renamed = std::get_if<Renamed>(&event)) {
      step.moves.emplace_back(renamed->from, renamed->to);
      moved_.insert(renamed->from);
    }
  if (!step.moves.empty()) steps_.push_back(std::move(step));
}

std::vector<Names::Step>::const_iterator Names::first_after(const Deed& deed) const {
  return std::ranges::find_if(steps_, [&](const Step& step) {
    return std::tie(step.order, step.deed) > std::tie(deed.order, deed.id);
  });
}

bool Names::change_after(const Deed& deed) const { return first_after(deed) != steps_.end(); }

const ItemId& Names::now(const ItemId& item, const Deed& deed) const {
  return led_from(first_after(deed), item);
}

const ItemId& Names::led_to(const ItemId& item) const { return led_from(steps_.begin(), item); }

const ItemId& Names::led_from(std::vector<Step>::const_iterator first, const ItemId& item) const {
  if (!moved_.contains(item)) return item;
  const ItemId* name = &item;
  for (auto step = first; step != steps_.end(); ++step) {
    const auto move = std::ranges::find(step->moves, *name, &std::pair<ItemId, ItemId>::first);
    if (move != step->moves.end()) name = &move->second;
  }
  return *name;
}

Deed Names::now(Deed deed) const {
  if (empty()) return deed;
  for (Event& event : deed.events)
    std::visit(Match{[&](Renamed& e) { e.from = e.to = now(e.to, deed); },
                     [&](Debriefed& e) {
                       if (const auto told = ItemId::parse("story/" + e.story)) e.story = now(*told, deed).name();
                     },
                     [&](auto& e) {
                       if constexpr (requires { e.item; }) e.item = now(e.item, deed);
                     }},
               event);
  return deed;
}

}  // namespace starling
