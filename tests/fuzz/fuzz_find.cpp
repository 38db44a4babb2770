// Laws of searching: any query over any card, and over lines that nobody folded.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "find/find.h"
#include "law.h"
#include "text/text.h"

using namespace starling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(all.find('\n'), all.size());
  const std::string_view typed = all.substr(0, line);
  const std::string_view text = all.substr(std::min(line + 1, all.size()));
  const SearchQuery query = read_query(typed);
  for (const SearchMatch& match : matches(text, query)) {
    law(match.id.data() >= text.data() && match.id.data() + match.id.size() <= text.data() + text.size(),
        "an id is a piece of its lines");
    law(match.rank >= 0, "no rank is better than the best");
  }

  Deck deck;
  deck.id = "d";
  Card card;
  card.id = "c";
  card.front = text;
  card.back = typed;
  deck.cards.push_back(card);
  const std::string lines = searchable(deck);
  law(std::ranges::count(lines, '\n') == 1 && std::ranges::count(lines, '\t') == 2, "a card is a line of three fields");
  law(matches(lines, query).size() == (query.words.empty() ? 0U : 1U), "a card is found by its answer");
  const auto passages = passages_of(card, deck);
  if (!passages.empty()) (void)best_passage(passages, query);
  return 0;
}
