#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "item/item.h"

namespace starling {
namespace {

TEST_CASE("the words of kinds are stored, so they stay") {
  const std::vector<std::pair<ItemKind, std::string>> words{
      {ItemKind::Card, "card"},         {ItemKind::Story, "story"},     {ItemKind::Probe, "probe"},
      {ItemKind::Question, "question"}, {ItemKind::Problem, "problem"}, {ItemKind::Exercise, "exercise"}};
  REQUIRE(words.size() == kItemKinds.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    CHECK(kItemKinds.at(i) == words[i].first);
    CHECK(to_string(words[i].first) == words[i].second);
    CHECK(parse_item_kind(words[i].second) == words[i].first);
  }
  for (const char* word : {"", "Card", "cards", "memory", "card ", "story\n"}) CHECK_FALSE(parse_item_kind(word));
}

TEST_CASE("no deck takes the word that begins another kind's names") {
  for (const char* word : {"story", "probe", "question", "problem", "exercise", "memory", "my-stories"})
    CHECK(is_reserved_deck(word));
  for (const char* word : {"", "card", "stories", "story-telling", "my-memory", "Story", "lp"})
    CHECK_FALSE(is_reserved_deck(word));
}

TEST_CASE("a deck that is not reserved has cards, a reserved one has none") {
  for (const ItemKind kind : kItemKinds) {
    const std::string deck(to_string(kind));
    const auto card = ItemId::parse(deck + "/a#f");
    CHECK(card.has_value() == !is_reserved_deck(deck));
  }
  CHECK_FALSE(ItemId::parse("memory/a"));
}

TEST_CASE("words of a text say for which level it is meant") {
  CHECK(levels_of({}) == Levels::Both);
  CHECK(levels_of({"L6"}) == Levels::L6);
  CHECK(levels_of({"L7"}) == Levels::L7);
  CHECK(levels_of({"L7", "L6"}) == Levels::Both);
  CHECK(levels_of({"l6", "L8", ""}) == Levels::Both);
  CHECK(levels_of({"aws", "L7"}) == Levels::L7);

  for (const Levels levels : {Levels::Both, Levels::L6, Levels::L7})
    for (const char* level : {"L6", "L7"})
      CHECK(meant_for(levels, level) == (levels == Levels::Both || to_string(levels) == level));
  CHECK(to_string(Levels::Both) == "both");
}

TEST_CASE("every kind takes time, is worth something and says how it is asked") {
  for (const ItemKind kind : kItemKinds) {
    const KindTraits& of_kind = traits(kind);
    CHECK(of_kind.worth > 0);
    CHECK(of_kind.usual.step > 0);
    CHECK(of_kind.usual.review >= of_kind.usual.step);
    CHECK(of_kind.usual.first >= of_kind.usual.review);
  }
  CHECK(traits(ItemKind::Card).usual == UsualSeconds{});
  CHECK(traits(ItemKind::Card).steps);
  CHECK_FALSE(traits(ItemKind::Story).steps);
  CHECK_FALSE(traits(ItemKind::Story).with_cards);
}

}  // namespace
}  // namespace starling
