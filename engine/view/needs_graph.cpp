#include "view/needs_graph.h"

#include <map>

namespace starling {

namespace {

std::string first_question(const Card& card) { return face(card, schedules(card).front(), Seed{0}).front; }

std::string question_of_need(const Library& library, const std::string& need) {
  const auto id = ItemId::parse(need);
  const Deck* deck = id ? library.deck(id->group()) : nullptr;
  if (!deck) return "";
  for (const Card& card : deck->cards)
    if (card.id == id->name()) return first_question(card);
  return "";
}

}  // namespace

NeedsGraph needs_graph(const Library& library, const Deck& deck) {
  NeedsGraph graph{deck.id, {}};
  std::map<std::string, std::size_t> places;
  for (const Card& card : deck.cards) {
    if (card.retired) continue;
    places.emplace(deck.id + "/" + card.id, graph.nodes.size());
    graph.nodes.push_back({deck.id + "/" + card.id, first_question(card), false, {}, {}});
  }
  for (const Card& card : deck.cards) {
    if (card.retired) continue;
    const std::size_t from = places.at(deck.id + "/" + card.id);
    for (const std::string& need : card.needs) {
      const auto [place, added] = places.emplace(need, graph.nodes.size());
      if (added) graph.nodes.push_back({need, question_of_need(library, need), !need.starts_with(deck.id + "/"), {}, {}});
      graph.nodes[from].needs.push_back(place->second);
      graph.nodes[place->second].needed_by.push_back(from);
    }
  }
  return graph;
}

}  // namespace starling
