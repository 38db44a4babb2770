// Words that may not leave the house.
#include "privacy/privacy.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>


using namespace starling;

namespace {

std::string masked(std::vector<Confidential> words, std::string_view text) { return Mask(words).masked(text).text; }

}  // namespace

TEST_CASE("a marked word is replaced by what its story says, else by a neutral sign") {
  CHECK(masked({{"Larkfield", "an online grocer"}}, "At Larkfield, LARKFIELD's own.") == "At an online grocer, an online grocer's own.");
  CHECK(masked({{"Heron", ""}}, "Heron flew.") == "[…] flew.");
  CHECK(Mask(std::vector<Confidential>{{"Heron", ""}}).masked("Heron, heron").words == 2);
}

TEST_CASE("only the forms that are marked are masked") {
  CHECK(masked({{"Heron", "the tool"}}, "Herons and heronry") == "Herons and heronry");
  CHECK(masked({{"Heron", "the tool"}, {"Herons", "the tools"}}, "Herons, a heron") == "the tools, a the tool");
}

TEST_CASE("of words that hold one another the longest goes first") {
  CHECK(masked({{"Larkfield", "the firm"}, {"Larkfield Foods", "the grocer"}}, "Larkfield Foods of Larkfield") == "the grocer of the firm");
}

TEST_CASE("a replacement that would give a marked word away is not used") {
  CHECK(masked({{"Heron", "a bird of Larkfield"}, {"Larkfield", "a firm"}}, "Heron, Larkfield") == "[…], a firm");
  CHECK(masked({{"a b", "x"}, {"c", "b"}}, "a c") == "[…]");
}

TEST_CASE("a word that two stories mark has the replacement of the first that has one") {
  std::array<Story, 3> stories;
  stories[0].confidential = {{"heron", "[…]"}};
  stories[1].confidential = {{"Heron", "the tool"}};
  stories[2].confidential = {{"HERON", "the bird"}};
  stories[2].archived = true;
  const Mask mask(marked_words(stories));
  CHECK(mask.words().size() == 1);
  CHECK(mask.masked("Heron").text == "the tool");
}

TEST_CASE("law: nothing marked is left in a masked text, and an unmarked text stays as it is") {
  const std::vector<Confidential> words{{"Larkfield", "an online grocer"}, {"Larkfield Foods", ""}, {"R&D", "the lab"}, {"Sankt Ebbe", "a hospital"},
                                        {"…", "x"}, {"  ", "y"}, {"online", "web"}};
  const Mask mask(words);
  for (const char* text : {"", "Larkfield", "larkfield foods, Larkfield\nFoods", "R&D at Sankt  Ebbe", "SANKT-EBBE_LARKFIELD", "online … Foods",
                           "\xFF\xFE Larkfield \x80", "Larkfield Larkfield Foods Foods"}) {
    CAPTURE(text);
    const MaskedText done = mask.masked(text);
    CHECK(mask.find(done.text).empty());
    CHECK((done.words > 0) == (done.text != text));
  }
  CHECK(mask.masked("Fields of larks").text == "Fields of larks");
}

TEST_CASE("addresses, numbers and private names are found where they stand") {
  std::array<Story, 1> stories;
  stories[0].private_names = {"Ana Petrov", ""};
  const PrivateNames names(stories);
  const std::string text = "ana petrov, +44 20 7946 0958, ana@example.com; not Ana Petrova, not 2024-03-01";
  std::vector<std::string> pieces;
  for (const PrivatePiece& piece : find_private_pieces(text, names))
    pieces.push_back(std::string(to_string(piece.kind)) + ": " + text.substr(piece.place.begin, piece.place.size));
  CHECK(pieces == std::vector<std::string>{"a private name: ana petrov", "a phone number: +44 20 7946 0958", "an e-mail address: ana@example.com"});
}
