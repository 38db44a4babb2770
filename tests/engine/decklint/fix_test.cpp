#include <doctest/doctest.h>

#include "decklint/decklint.h"
#include "engine/deck/cards.h"

namespace starling {

namespace {

const std::string kFixHead = "[deck]\nid = \"d\"\n\n";

std::string first_right(int number, std::string_view extra = "") {
  return fmt::format("[[card]]\nid = \"c{}\"\nkind = \"choice\"\nfront = \"F?\"\n{}options = [\n  {{ text = \"r, [x]\", correct = true }},  \n"
                     "  {{ text = \"a\", why_not = \"n\" }},\n  {{ text = 'b \"', why_not = \"n\" }},\n]\n\n",
                     number, extra);
}

std::vector<std::size_t> right_places(const std::string& text) {
  std::vector<std::size_t> places;
  const Deck deck = read_deck(text, "d.toml").deck.value();
  for (const Card& card : deck.cards)
    for (std::size_t i = 0; i < card.options.size(); ++i)
      if (card.options[i].correct) places.push_back(i);
  return places;
}

}  // namespace

TEST_CASE("what is in order stays byte for byte") {
  const std::string good = kFixHead + "[[card]]\nid = \"c\"\nkind = \"basic\"\nfront = \"F\"\nback = \"B\"\ntags = [\"a\", \"b\"] # by letter\n";
  const DeckFix fix = fixed_deck(good, "d.toml");
  CHECK(fix.changed.empty());
  CHECK(fix.text == good);
}

TEST_CASE("ends of lines, blanks and the order of tags are mended, and said") {
  const std::string bad = "[deck]\r\nid = \"d\"  \r\n\r\n[[card]]\r\nid = \"c\"\r\nkind = \"basic\"\t\r\nfront = \"F\"\r\nback = \"B\"\r\ntags = [\"b\", \"a\"]";
  const DeckFix fix = fixed_deck(bad, "d.toml");
  CHECK(fix.changed == std::vector<std::string>{"lines end in LF", "the last line ends", "blanks at the end of 2 lines taken off", "the tags of 1 card sorted"});
  CHECK(fix.text == kFixHead + "[[card]]\nid = \"c\"\nkind = \"basic\"\nfront = \"F\"\nback = \"B\"\ntags = [\"a\", \"b\"]\n");
  CHECK(fixed_deck(fix.text, "d.toml").changed.empty());
}

TEST_CASE("blanks inside a text are part of it") {
  const std::string text = kFixHead + "[[card]]\nid = \"c\"\nkind = \"basic\"\nfront = \"\"\"\none  \ntwo\"\"\"\nback = '''x \ny'''  # z \nextra = \"a\" \n";
  const DeckFix fix = fixed_deck(text, "d.toml");
  CHECK(fix.changed == std::vector<std::string>{"blanks at the end of 2 lines taken off"});
  CHECK(fix.text == kFixHead + "[[card]]\nid = \"c\"\nkind = \"basic\"\nfront = \"\"\"\none  \ntwo\"\"\"\nback = '''x \ny'''  # z\nextra = \"a\"\n");
}

TEST_CASE("the right option leaves the first place where it is there in every choice, the same way each time") {
  const std::string text = kFixHead + first_right(1) + first_right(2) + first_right(3) + first_right(4, "tags = [\"b\", \"a\"]\n");
  const DeckFix fix = fixed_deck(text, "d.toml");
  CHECK(right_places(fix.text) == std::vector<std::size_t>{1, 0, 2, 1});
  CHECK(fix.changed.back() == "the right option of 3 cards moved off the first place");
  CHECK(fixed_deck(text, "d.toml").text == fix.text);
  CHECK(fixed_deck(fix.text, "d.toml").changed.empty());
  CHECK(fixed_deck(kFixHead + first_right(1) + first_right(2), "d.toml").text.find("r, [x]") < 200);  // two may be chance
}

TEST_CASE("a list with a comment in it, and a file with a mistake, stay as they are") {
  const std::string commented = kFixHead + "[[card]]\nid = \"c\"\nkind = \"basic\"\nfront = \"F\"\nback = \"B\"\ntags = [\n  \"b\", # second\n  \"a\",\n]\n";
  CHECK(fixed_deck(commented, "d.toml").text == commented);
  for (const std::string& broken : {std::string("[deck\r\n"), std::string(""), kFixHead + "[[card]]  \nid = \"c\"\nkind = \"odd\"\n", std::string("\xff  \n")}) {
    const DeckFix fix = fixed_deck(broken, "d.toml");
    CHECK(fix.changed.empty());
    CHECK(fix.text == broken);
  }
}

}  // namespace starling
