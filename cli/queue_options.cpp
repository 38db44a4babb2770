#include "cli/queue_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace starling {

Kinds kinds_from(const Arguments& arguments) {
  const auto given = arguments.text("--kind");
  if (!given) return {};
  Kinds kinds{false, false};
  const std::vector<std::string> known{"card", "story"};
  for (std::size_t start = 0; start <= given->size();) {
    const std::size_t end = std::min(given->find(',', start), given->size());
    const std::string word = given->substr(start, end - start);
    if (word == "card")
      kinds.cards = true;
    else if (word == "story")
      kinds.stories = true;
    else
      throw UsageError(fmt::format("--kind takes card and story, not '{}'{}", word, did_you_mean(word, known)));
    start = end + 1;
  }
  return kinds;
}

QueueFilter filter_from(const Arguments& arguments) {
  QueueFilter filter;
  filter.deck = arguments.text("--deck").value_or("");
  filter.tag = arguments.text("--tag").value_or("");
  filter.minutes = arguments.number("--minutes", 0.1, 1440);
  filter.limit = arguments.integer("--limit", 1, 100000);
  filter.ahead_days = arguments.integer("--ahead", 0, 3650).value_or(0);
  return filter;
}

void check_filter(const QueueFilter& filter, const Library& library) {
  if (!filter.deck.empty()) {
    std::vector<std::string> ids;
    for (const Deck& deck : library.decks) ids.push_back(deck.id);
    if (std::find(ids.begin(), ids.end(), filter.deck) == ids.end())
      throw UsageError(fmt::format("there is no deck '{}'{}", filter.deck, did_you_mean(filter.deck, ids)));
  }
  if (!filter.tag.empty()) {
    std::set<std::string> tags;
    for (const Deck& deck : library.decks)
      for (const Card& card : deck.cards) tags.insert(card.tags.begin(), card.tags.end());
    if (!tags.contains(filter.tag))
      throw UsageError(fmt::format("no card has the tag '{}'{}", filter.tag,
                                   did_you_mean(filter.tag, {tags.begin(), tags.end()})));
  }
}

}  // namespace starling
