#include "doctor/cache_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace starling {

namespace {

Finding differs(std::string rule, std::string text) {
  return {Gravity::Error, std::move(rule), "", 0, 0, std::move(text), "'starling doctor --rebuild' makes the cache anew", {}};
}

// The ids, in order, whose states are not the same on both sides.
std::vector<ItemId> other_states(const ItemStates& kept, const ItemStates& told) {
  std::vector<ItemId> other;
  for (const auto& [item, state] : kept) {
    const auto at = told.find(item);
    if (at == told.end() || !(at->second == state)) other.push_back(item);
  }
  for (const auto& [item, state] : told)
    if (!kept.contains(item)) other.push_back(item);
  std::ranges::sort(other);
  return other;
}

}  // namespace

FindingList findings_in_states(const ItemStates& kept, const ItemStates& told) {
  const std::vector<ItemId> other = other_states(kept, told);
  if (other.empty()) return {};
  return {differs("cache-states", fmt::format("the cache has another state of {} item{} than the history, {} first",
                                              other.size(), other.size() == 1 ? "" : "s", other.front().text()))};
}

FindingList findings_in_items(std::span<const Item> kept, std::span<const Item> fresh) {
  if (std::ranges::equal(kept, fresh)) return {};
  return {differs("cache-texts", "the cache has other items than the text files")};
}

bool has_cache_file(const StorePlace& place) {
  return place.folder && file_stamp(*place.folder / "cache.db").has_value();
}

FindingList findings_in_cache_file(const StorePlace& place, bool was_there, bool made_anew) {
  if (!place.folder)
    return {{Gravity::Note, "cache-in-memory", "", 0, 0,
             "there is no place for a cache ($XDG_CACHE_HOME): every start reads everything", "", {}}};
  const std::string file = (*place.folder / "cache.db").string();
  if (!has_cache_file(place))
    return {{Gravity::Warning, "cache-not-kept", file, 0, 0, "the cache cannot be kept here: every start reads everything",
             "look at the mode and the room of that folder", {}}};
  if (was_there && made_anew)
    return {{Gravity::Note, "cache-anew", file, 0, 0,
             "the cache was of another version, of other files, or damaged, and was made anew just now", "", {}}};
  return {};
}

}  // namespace starling
