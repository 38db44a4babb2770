#include "library/probe_deck.h"

#include <fmt/format.h>

#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kProbes = "probe/";

Card card_of(const Story& story, const FollowUp& followup) {
  Card card;
  card.id = std::to_string(*followup.probe);
  card.front = fmt::format("{}\n\n{}", story.title, followup.ask);
  card.back = trimmed(followup.answer).empty()
                  ? fmt::format("No answer of yours yet: write one into {}, under probe {}.", story.file, *followup.probe)
                  : followup.answer;
  if (!followup.from.empty()) card.extra = fmt::format("About “{}”.", followup.from);
  if (followup.layer) card.tags = {std::string(to_string(*followup.layer))};
  return card;
}

}  // namespace

Deck probe_deck(const Story& story) {
  Deck deck;
  deck.id = kProbes.substr(0, kProbes.size() - 1);
  deck.title = story.title;
  deck.area = "lp";
  deck.file = story.file;
  for (const FollowUp& each : story.followups)
    if (each.probe && !each.ask.empty()) deck.cards.push_back(card_of(story, each));
  return deck;
}

std::string deck_key(const ItemId& item) {
  return (item.kind() == ItemKind::Probe ? std::string(kProbes) : std::string()) + std::string(item.group());
}

std::string_view story_of_key(std::string_view key) { return key.starts_with(kProbes) ? key.substr(kProbes.size()) : std::string_view(); }

}  // namespace starling
