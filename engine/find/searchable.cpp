#include "find/searchable.h"

#include <fmt/format.h>

#include "find/passages.h"
#include "text/text.h"

namespace starling {

std::string searchable_line(const std::string& id, const std::string& named, const std::vector<Passage>& passages) {
  std::string line = fmt::format("{}\t{}", id, fold(named));
  if (!passages.empty()) line += ' ' + fold(passages.front().text);
  line += '\t';
  for (std::size_t i = 1; i < passages.size(); ++i) line += (i > 1 ? " " : "") + fold(passages[i].text);
  return line + '\n';
}

std::string searchable(const Deck& deck) {
  std::string lines;
  for (const Card& card : deck.cards) lines += searchable_line(card.id, deck.id + '/' + card.id, passages_of(card, deck));
  return lines;
}

std::string searchable(const Story& story) { return searchable_line(story.id, story.id, passages_of(story)); }

std::string searchable(const Plan& plan) {
  std::string lines;
  for (const PlanLine& line : plan_lines(plan)) lines += searchable_line(line.id, line.id, passages_of(line));
  return lines;
}

}  // namespace starling
