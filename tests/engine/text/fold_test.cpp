#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "hostile.h"
#include "text/text.h"

namespace starling {

TEST_CASE("answers that mean the same are the same after folding") {
  const std::vector<std::pair<std::string, std::string>> same{
      {"Dive Deep", "dive deep"},
      {"  dive\t deep \n", "dive deep"},
      {"Dive Deep.", "dive deep"},
      {"*Dive Deep*", "dive deep"},
      {"“Dive” (Deep)!", "dive deep"},
      {"back-of-the-envelope", "back of the envelope"},
      {"snake_case", "snake case"},
      {"pages 3-5", "pages 3 5"},
      {"--5", "-5"},
      {"latency – consistency", "latency consistency"},
      {"don’t", "don't"},
      {"Café", "cafe"},
      {"Cafe\u0301", "cafe"},
      {"STRASSE", "straße"},
      {"ﬁnal", "final"},
      {"１２", "12"},
      {"63%", "63 %"},
      {"O(n²)", "O(n^2)"},
      {"10⁻³", "10^-3"},
      {"−5", "-5"},
      {"a\u200Bb", "ab"},
      {"Ελλάδα", "ελλαδα"},
      {"ᾳ", "α"},
      {"α\u0345", "α"},
      {"İstanbul", "istanbul"},
      {"\u00A0x\u3000y", "x y"},
      {"Have Backbone; Disagree and Commit", "have backbone, disagree and commit"},
  };
  for (const auto& [left, right] : same) {
    CAPTURE(left);
    CHECK(fold(left) == fold(right));
    CHECK_FALSE(fold(left).empty());
  }
}

TEST_CASE("folding keeps apart what is a different answer") {
  const std::vector<std::pair<std::string, std::string>> different{
      {"C#", "C"},       {"C++", "C"},   {"10⁵", "105"}, {"-5", "5"},     {"O(n)", "O(log n)"},
      {"a/b", "a b"},    {"R&D", "R D"}, {"63", "63 %"}, {"が", "か"},    {"f", "2f"},
      {"p99.9", "p999"}, {"x²", "x2"},   {"שלום", "של"}, {"a[i]", "a[j]"}};
  for (const auto& [left, right] : different) {
    CAPTURE(left);
    CHECK(fold(left) != fold(right));
  }
}

TEST_CASE("a case-sensitive answer keeps its case and loses all else") {
  CHECK(fold("HashMap", true) == "HashMap");
  CHECK(fold("HashMap", true) != fold("hashmap", true));
  CHECK(fold(" Éclair. ", true) == "Eclair");
  CHECK(fold("(ABC-Def)", true) == "ABC Def");
}

TEST_CASE("an answer of punctuation or white space alone folds to nothing") {
  for (const char* empty : {"", " ", "...", " - ", "“”", "()", "\t\n", "_ _", "\u00A0", "\u200B"}) {
    CAPTURE(empty);
    CHECK(fold(empty).empty());
  }
}

TEST_CASE("folding twice is folding once, whatever was typed") {
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    const std::string text = testing::hostile_text(seed, seed % 2 == 0);
    for (const bool keep_case : {false, true}) {
      const std::string once = fold(text, keep_case);
      CAPTURE(text);
      CHECK(fold(once, keep_case) == once);
      CHECK(is_utf8(once));
      CHECK(once.find("  ") == std::string::npos);
      CHECK(trimmed(once).size() == once.size());
    }
  }
}

TEST_CASE("an answer whose case was kept may lose it later") {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    const std::string text = testing::hostile_text(seed, seed % 2 == 0);
    CAPTURE(text);
    CHECK(fold(fold(text, true)) == fold(text));
  }
}

TEST_CASE("ASCII answers fold as they would beside a letter that is not ASCII") {
  for (int byte = 0; byte < 128; ++byte) {
    const std::string word = std::string("a") + static_cast<char>(byte) + "b" + static_cast<char>(byte);
    CAPTURE(byte);
    CHECK(fold(word) + " o" == fold(word + " ö"));
  }
}

}  // namespace starling
