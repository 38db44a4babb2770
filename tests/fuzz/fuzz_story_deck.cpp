// Any text as a story, beside another one: the cards that it makes are the items that it makes, each once, each with a
// question and an answer and a place in the file.
#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "law.h"
#include "library/story_deck.h"
#include "text/text.h"

using namespace starling;

namespace {

void look_at_cards(const Story& story, std::string_view file) {
  const std::vector<Item> items = story_card_items(story);
  const Deck deck = story_deck({&story, 1});
  law(items.size() == deck.cards.size(), "as many cards as items");
  std::set<std::string> ids;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ItemId& id = items[i].id;
    const Card& card = deck.cards[i];
    law(is_of_stories(id) && name_in_deck(id) == card.id, "an item is a card of the deck");
    law(ids.insert(id.text()).second, "no card is there twice");
    law(ItemId::parse(id.text()) == id, "its name is one");
    law(!card.front.empty() && !face(card, id.schedule(), Seed{0}).back.empty(), "a card asks and answers");
    law(story_of_card({&story, 1}, id) == &story, "a card is of its story");
    if (i > 0 && i + 1 < items.size()) continue;  // reading the file again takes longest
    const int line = line_of_card(story, id, file);
    law(line >= 1 && static_cast<std::size_t>(line) <= 1 + static_cast<std::size_t>(std::count(file.begin(), file.end(), '\n')), "its place is in the file");
  }
  law(story.kind == StoryKind::Star || items.size() <= 1, "an introduction has an opening alone");
  Story other = story;
  other.id = "another-one";
  const std::vector<Story> both{story, other};
  std::set<std::string> of_both;
  for (const Card& card : story_deck(both).cards) law(of_both.insert(card.id).second, "two stories ask nothing twice");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string begin(text.substr(0, 300));
  const StoryFile file = read_story(text, "fuzz.toml");
  if (file.story && file.story->id != "another-one") look_at_cards(*file.story, text);
  Story said;
  said.id = "said";
  said.title = begin;
  said.angles = {{1, Strength::Primary}};
  said.sections.fill(begin);
  said.metrics = {{begin, begin, begin}, {begin, "", begin}, {"", begin, ""}};
  look_at_cards(said, begin);
  law(beats_of(said).size() <= kMostBeats, "beats are few");
  return 0;
}
