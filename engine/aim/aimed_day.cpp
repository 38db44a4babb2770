#include "aim/aimed_day.h"

#include <algorithm>
#include <utility>

namespace starling {

AimedDay::AimedDay(Aim aim, Day today)
    : aim_(std::move(aim)), since_(static_cast<std::size_t>(days_between(aim_.first, today))) {
  places_.reserve(aim_.items.size());
  for (std::size_t i = 0; i < aim_.items.size(); ++i) places_.emplace(aim_.items[i].item, i);
  for (std::size_t i = 0; i < aim_.untold.size(); ++i) untold_.emplace(aim_.untold[i].item, i);
}

std::optional<AimedDue> AimedDay::due(const ItemId& item, const Standing& standing) const {
  if (!standing.memory) {
    const auto at = untold_.find(item);
    return at == untold_.end() ? std::nullopt : std::optional(due_by(aim_.untold[at->second].gains));
  }
  const auto at = places_.find(item);
  if (at == places_.end()) return std::nullopt;
  const AimedItem& aimed = aim_.items[at->second];
  if (aimed.last_day != standing.last_day || !(aimed.memory == *standing.memory)) return std::nullopt;
  return due_by(aimed.gains);
}

AimedDue AimedDay::due_by(std::span<const float> gains) const {
  const std::size_t known = std::max(since_, gains.size());
  AimedDue due;
  due.price = since_ < aim_.prices.per_second.size() ? std::max(aim_.prices.per_second[since_], aim_.least) : aim_.least;
  due.day = aim_.first + std::chrono::days(known);
  for (std::size_t day = known; day-- > since_;) {
    const auto gain = static_cast<double>(gains[day]);
    const Day date = aim_.first + std::chrono::days(day);
    if (gain >= aim_.least) due.day = date;
    if (day == since_) due.gain = gain;
    else if (!due.best_later || gain >= due.best_later->gain) due.best_later = AimedDue::Later{date, gain};
  }
  return due;
}

bool AimedDay::new_pays() const {
  if (since_ >= aim_.new_gains.size()) return false;
  const double price = since_ < aim_.prices.per_second.size() ? aim_.prices.per_second[since_] : 0;
  return pays_to_begin(static_cast<double>(aim_.new_gains[since_]), price, aim_.least);
}

void AimedDay::replace(AimedItem item) {
  const auto at = places_.find(item.item);
  if (at != places_.end()) {
    aim_.items[at->second] = std::move(item);
    return;
  }
  places_.emplace(item.item, aim_.items.size());
  aim_.items.push_back(std::move(item));
}

}  // namespace starling
