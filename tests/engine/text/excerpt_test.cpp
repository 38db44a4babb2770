#include <doctest/doctest.h>

#include <string>

#include "hostile.h"
#include "text/text.h"

namespace starling {

namespace {

std::string piece_of(const std::string& text, const std::string& word) {
  const auto piece = find_folded(text, word);
  return piece ? text.substr(piece->begin, piece->size) : "-";
}

std::string line_of(const std::string& text, const std::string& word, int width) {
  const Excerpt line = excerpt(text, find_folded(text, word).value_or(TextPiece{}), width);
  return line.before + "[" + line.piece + "]" + line.after;
}

}  // namespace

TEST_CASE("the piece that holds a word is as small as can be, marks included") {
  CHECK(piece_of("The Log, written", "log") == "Log");
  CHECK(piece_of("un-logged", "log") == "log");
  CHECK(piece_of("Die Straße endet", "strasse") == "Straße");
  CHECK(piece_of("ein Cafe\u0301 hier", "cafe") == "Cafe\u0301");
  CHECK(piece_of("分散システムの合意", "合意") == "合意");
  CHECK(piece_of("שלום עולם", "עולם") == "עולם");
  CHECK(piece_of("10⁵ rows", "10^5") == "10⁵");
  CHECK(piece_of("nothing", "log") == "-");
  CHECK(piece_of("anything", "") == "-");
}

TEST_CASE("an excerpt shows what stands around a word, cut between words") {
  const std::string text = "A quorum of three of five nodes makes every later read see the last write that was acknowledged.";
  CHECK(line_of(text, "later", 120) == "A quorum of three of five nodes makes every [later] read see the last write that was acknowledged.");
  CHECK(line_of(text, "later", 40) == "…every [later] read see the last write…");
  CHECK(line_of(text, "quorum", 20) == "A [quorum] of three…");
  CHECK(line_of(text, "acknowledged", 30) == "…write that was [acknowledged].");
  CHECK(line_of(text, "acknowledged", 8) == "[acknowl…]");
  CHECK(line_of("first\n\n  second\tthird", "second", 40) == "first [second] third");
}

TEST_CASE("an excerpt of any text fits and goes to a terminal safely") {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    const std::string text = testing::hostile_text(seed, seed % 2 == 1);
    const int width = 1 + static_cast<int>(seed % 40);
    CAPTURE(seed);
    for (const char* word : {"a", "word", "63", "ש", "本", "ss"}) {
      const auto piece = find_folded(text, word);
      const std::string whole = text.substr(piece ? piece->begin : 0, piece ? piece->size : 0);
      if (piece) CHECK(fold(whole).find(word) != std::string::npos);
      const Excerpt line = excerpt(text, piece.value_or(TextPiece{}), width);
      const std::string all = line.before + line.piece + line.after;
      CHECK(display_width(all) <= width);
      CHECK(shown(all) == all);
      CHECK(all.find('\n') == std::string::npos);
    }
  }
}

}  // namespace starling
