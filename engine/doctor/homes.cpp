#include "doctor/homes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

#include "text/text.h"

namespace starling {

namespace {

constexpr std::size_t kMostFindings = 30;

// What an item is for a person: "deck 't'", "story".
std::string group_text(const ItemId& item) {
  return item.kind() == ItemKind::Card ? fmt::format("deck '{}'", item.group()) : std::string(to_string(item.kind()));
}

// A story may be called as a deck is: its probes are no cards of that deck.
std::string group_of(const ItemId& item) { return (item.kind() == ItemKind::Probe ? "probe/" : "") + std::string(item.group()); }

std::string answers_text(int reviews) { return fmt::format("{} answer{}", reviews, reviews == 1 ? "" : "s"); }

// Of the whole card where only its name is another one.
std::string rename_command(const ItemId& from, const ItemId& to) {
  const bool whole = from.schedule() == to.schedule();
  return fmt::format("starling card rename {} {}", whole ? from.whole() : from.text(), whole ? to.whole() : to.text());
}

struct Lost {
  ItemId id;
  int reviews = 0;
  bool suspended = false;
  std::optional<ItemId> renamed_to;  // that is in a deck
};

std::string history_text(const Lost& lost) {
  if (lost.reviews > 0) return "has " + answers_text(lost.reviews);
  return lost.suspended ? "is suspended" : "was suspended, flagged or buried";
}

// The deck in which all of them go on under the names that they have.
std::optional<std::string> deck_led_to(const std::vector<Lost>& items) {
  const auto& first = items.front().renamed_to;
  const bool whole = first && std::ranges::all_of(items, [&](const Lost& each) {
    return each.renamed_to && each.renamed_to->group() == first->group() && each.renamed_to->name() == each.id.name();
  });
  return whole ? std::optional(std::string(first->group())) : std::nullopt;
}

class Homes {
 public:
  Homes(const ItemStates& states, std::span<const Item> items, const Names& names) {
    std::unordered_set<ItemId> known;
    // A card that was made reversible, or is so no more, goes on under its other id by itself.
    const auto goes_on_as = [&](const ItemId& item) {
      const auto other = same_direction(item);
      return other && known.contains(*other) && !states.contains(*other) ? other : std::nullopt;
    };
    for (const Item& item : items) known.insert(item.id);
    for (const Item& item : items) {
      groups_.insert(group_of(item.id));
      const auto other = same_direction(item.id);
      const bool heir = other && states.contains(*other);
      if (!states.contains(item.id) && !heir && !is_of_stories(item.id)) fresh_.push_back(item.id);
    }
    // What a story makes goes with the words that it was made of, and the story itself is told of where it is gone.
    for (const auto& [item, state] : states)
      if (!known.contains(item) && !is_of_stories(item) && !goes_on_as(item))
        note({item, state.reviews, state.suspended, home_by(names, item, known)});
    for (auto& [group, items_of_it] : lost_) std::ranges::sort(items_of_it, {}, &Lost::id);
  }

  FindingList take() {
    for (const auto& [group, items] : lost_)
      if (items.front().id.kind() == ItemKind::Card && !groups_.contains(group))
        tell_of_deck(group, items);
      else
        for (const Lost& item : items) tell(item);
    if (untold_ > 0) add("lost-item", fmt::format("{} more items have a history and no text", untold_), "");
    return std::move(found_);
  }

 private:
  // Where the renames took the card, or the schedule that it has now; nothing where that is in no deck either.
  static std::optional<ItemId> home_by(const Names& names, const ItemId& lost, const std::unordered_set<ItemId>& known) {
    const ItemId& home = names.led_to(lost);
    if (lost.kind() != ItemKind::Card || home == lost) return std::nullopt;
    if (known.contains(home)) return home;
    const auto other = same_direction(home);
    return other && known.contains(*other) ? other : std::nullopt;
  }

  // Of what was never answered only what was renamed: put aside and then deleted, nothing of it is missed.
  void note(Lost lost) {
    if (lost.reviews > 0 || lost.renamed_to) lost_[group_of(lost.id)].push_back(std::move(lost));
  }

  void add(std::string rule, std::string text, std::string advice) {
    found_.push_back({Gravity::Warning, std::move(rule), "", 0, 0, std::move(text), std::move(advice), {}});
  }

  void tell(const Lost& lost) {
    if (found_.size() >= kMostFindings) {
      ++untold_;
      return;
    }
    const ItemId* home = likeliest_home(lost.id, fresh_);
    const bool card = lost.id.kind() == ItemKind::Card;
    add("lost-item", fmt::format("{} {} and is in no {}", lost.id.text(), history_text(lost), card ? "deck" : "file"),
        lost.renamed_to ? fmt::format("it was renamed to {}: {}", lost.renamed_to->text(), rename_command(lost.id, *lost.renamed_to))
        : home && card ? fmt::format("{} is new and may be the same: {}", home->text(), rename_command(lost.id, *home))
        : home ? fmt::format("{} is new and may be the same: with the old id it goes on where it was", home->text())
             : fmt::format("put it back under that id to go on with it; its history stays"));
  }

  // Cards that were renamed one by one have no deck in common.
  void tell_of_deck(const std::string& group, std::vector<Lost> items) {
    const auto renamed_to = deck_led_to(items);
    if (!renamed_to) {
      const auto strays = std::ranges::stable_partition(items, [](const Lost& each) { return !each.renamed_to; });
      for (const Lost& item : strays) tell(item);
      items.erase(strays.begin(), strays.end());
    }
    if (!items.empty()) tell_deck(group, items, renamed_to);
  }

  void tell_deck(const std::string& group, const std::vector<Lost>& items, const std::optional<std::string>& renamed_to) {
    int reviews = 0;
    for (const Lost& item : items) reviews += item.reviews;
    const std::string home = renamed_to ? "" : deck_with_names_of(items);
    add("lost-deck", fmt::format("{} item{} of {}{} {} in no deck", items.size(), items.size() == 1 ? "" : "s",
                                 group_text(items.front().id), reviews > 0 ? " with " + answers_text(reviews) : ", put aside,",
                                 items.size() == 1 ? "is" : "are"),
        renamed_to ? fmt::format("it was renamed to {1}: starling card rename {0} {1}", group, *renamed_to)
        : home.empty() ? fmt::format("put the deck back under the id '{}' to go on with it, or update Starling where a newer one has it; its history stays", group)
                       : fmt::format("the deck '{0}' has new cards of the same names: starling card rename {1} {0}", home,
                                     group));
  }

  // The deck that has most of the names among its new cards, at least half of them; empty where none has.
  [[nodiscard]] std::string deck_with_names_of(const std::vector<Lost>& items) const {
    std::set<std::string_view> names;
    for (const Lost& item : items) names.insert(item.id.name());
    std::map<std::string_view, std::set<std::string_view>> shared;
    for (const ItemId& fresh : fresh_)
      if (fresh.kind() == ItemKind::Card && names.contains(fresh.name())) shared[fresh.group()].insert(fresh.name());
    const auto most = std::ranges::max_element(shared, {}, [](const auto& deck) { return deck.second.size(); });
    if (most == shared.end() || most->second.size() * 2 < names.size()) return {};
    return std::string(most->first);
  }

  std::set<std::string> groups_;
  std::vector<ItemId> fresh_;
  std::map<std::string, std::vector<Lost>> lost_;
  FindingList found_;
  std::size_t untold_ = 0;
};

constexpr int kFarthest = 999;  // that is still near

// How far apart two names may be to be taken for one.
int slip_of(std::string_view name) { return std::max(2, static_cast<int>(name.size()) / 3); }

}  // namespace

const ItemId* likeliest_home(const ItemId& lost, std::span<const ItemId> fresh) {
  const ItemId* best = nullptr;
  int least = 1000;
  const auto offer = [&](const ItemId& item, int distance) {
    if (distance >= least) return;
    best = &item;
    least = distance;
  };
  for (const ItemId& item : fresh) {
    if (item.kind() != lost.kind()) continue;
    if (item.whole() == lost.whole()) {
      offer(item, 0);
    } else if (item.name() == lost.name() && item.kind() == ItemKind::Card) {
      offer(item, item.schedule() == lost.schedule() ? 1 : 2);
    } else if (item.kind() == ItemKind::Probe) {
      continue;  // numbers that are near by are other questions
    } else if (item.group() == lost.group() && item.schedule() == lost.schedule()) {
      const int slip = slip_of(lost.name());
      const int distance = edit_distance(lost.name(), item.name(), slip);
      if (distance <= slip)
        offer(item, 2 + distance);
      else if (item.name().starts_with(lost.name()) || lost.name().starts_with(item.name()))
        offer(item, kFarthest);
    }
  }
  return best;
}

FindingList findings_of_lost_items(const ItemStates& states, std::span<const Item> items, const Names& names) {
  return Homes(states, items, names).take();
}

FindingList findings_of_lost_items(const ItemStates& states, const Library& library, const Names& names) {
  const bool decks = is_any_unread(library.problems(), "decks");
  const bool stories = is_any_unread(library.problems(), "stories");
  if (!decks && !stories) return findings_of_lost_items(states, library.items(), names);
  ItemStates sure;
  for (const auto& [item, state] : states) {
    const bool of_story = item.kind() == ItemKind::Story || item.kind() == ItemKind::Probe;
    if (!(of_story ? stories : decks)) sure.emplace(item, state);
  }
  return findings_of_lost_items(sure, library.items(), names);
}

}  // namespace starling
