#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "hostile.h"
#include "text/text.h"

namespace starling {

TEST_CASE("words are counted as a person counts them") {
  struct Row {
    std::string text;
    int words;
  };
  const std::vector<Row> rows{{"", 0},
                              {" … — ! ", 0},
                              {"one", 1},
                              {"We cut p99 by 63%.", 5},
                              {"don’t can't", 2},
                              {"back-of-the-envelope sum", 2},
                              {"3,000 users, 99.9 % up", 4},
                              {"read/write", 2},
                              {"a - b", 2},
                              {"rock 'n' roll", 3},
                              {"end.Next", 2},
                              {"63%of", 1},
                              {"Größe zählt", 2},
                              {"Cafe\u0301 noir", 2},
                              {"हिन्दी भाषा", 2},
                              {"trailing-", 1}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(count_words(row.text) == row.words);
  }
}

TEST_CASE("a script without blanks between words has its words all the same") {
  CHECK(count_words("私は日本語を勉強します") > 3);
  CHECK(count_words("我决定停止发布") > 2);
  CHECK(count_words("ฉันตัดสินใจหยุด") > 2);
  CHECK(count_words("나는 결정했다") == 2);
  CHECK(count_words("قررت أن أوقف") == 3);
}

TEST_CASE("words are where they stand, and as many as are counted") {
  const std::string text = "We’d cut p99 by 63% – 日本 👍 end.";
  std::vector<std::string> words;
  for (const Stretch word : words_in(text)) words.push_back(text.substr(word.begin, word.size));
  CHECK(words == std::vector<std::string>{"We’d", "cut", "p99", "by", "63%", "日本", "end"});
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const std::string hostile = testing::hostile_text(seed, seed % 2 == 0);
    CAPTURE(hostile);
    const auto found = words_in(hostile);
    CHECK(static_cast<int>(found.size()) == count_words(hostile));
    std::size_t end = 0;
    for (const Stretch word : found) {
      CHECK(word.begin >= end);
      CHECK(word.size > 0);
      end = word.begin + word.size;
    }
    CHECK(end <= hostile.size());
  }
}

TEST_CASE("text said twice has twice the words") {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const std::string text = testing::hostile_text(seed, seed % 2 == 0);
    CAPTURE(text);
    CHECK(count_words(text + " ; " + text) == 2 * count_words(text));
  }
}

TEST_CASE("a title becomes an id") {
  CHECK(kebab("Checkout cells") == "checkout-cells");
  CHECK(kebab("  We've cut p99 -- by 63%! ") == "weve-cut-p99-by-63");
  CHECK(kebab("Größe & Maß") == "grosse-mass");
  CHECK(kebab("Café_noir/2") == "cafe-noir-2");
  CHECK(kebab("¡!").empty());
  CHECK(kebab("日本").empty());
  CHECK(kebab("").empty());
}

TEST_CASE("a long title gives an id of whole words within sixty bytes") {
  const std::string title = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron";
  CHECK(kebab(title) == "alpha-beta-gamma-delta-epsilon-zeta-eta-theta-iota-kappa");
  CHECK(kebab(std::string(100, 'x')) == std::string(60, 'x'));
  CHECK(kebab(std::string(60, 'x') + " y") == std::string(60, 'x'));
  CHECK(kebab("abc " + std::string(56, 'x') + " y") == "abc-" + std::string(56, 'x'));
  CHECK(kebab("abc " + std::string(57, 'x')) == "abc");
}

TEST_CASE("an id is its own id") {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    const std::string id = kebab(testing::hostile_text(seed, seed % 2 == 0));
    CAPTURE(id);
    CHECK(kebab(id) == id);
    CHECK(id.size() <= 60);
    CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
    CHECK_FALSE(id.starts_with('-'));
    CHECK_FALSE(id.ends_with('-'));
    CHECK(id.find("--") == std::string::npos);
  }
}

TEST_CASE("white space at the ends goes, of whatever kind") {
  CHECK(trimmed(" \t\n a b \r\n") == "a b");
  CHECK(trimmed("\u00A0\u2003x\u3000\u2028") == "x");
  CHECK(trimmed("").empty());
  CHECK(trimmed(" \u00A0 ").empty());
  CHECK(trimmed("\xA0x\xC2") == "\xA0x\xC2");
}

TEST_CASE("only well-formed UTF-8 passes") {
  for (const char* good : {"", "abcdefghijklmnop", "é", "\u07FF", "\u0800", "\uD7FF", "\uE000", "\uFFFD",
                           "\U00010000", "\U0010FFFF", "12345678é12345678é"})
    CHECK(is_utf8(good));
  CHECK(is_utf8(std::string_view("\0", 1)));
  for (const std::string_view bad : testing::kBroken)
    for (const std::string_view around : {"", "a", "12345678", "é"}) {
      const std::string text = std::string(around) + std::string(bad);
      CAPTURE(text.size());
      CHECK_FALSE(is_utf8(text));
      CHECK_FALSE(is_utf8(text + std::string(around) + "z"));
    }
}

TEST_CASE("every lead byte with every second byte is judged by the Unicode table") {
  int good = 0;
  for (int a = 0; a < 256; ++a)
    for (int b = 0; b < 256; ++b)
      good += is_utf8(std::string{static_cast<char>(a), static_cast<char>(b)}) ? 1 : 0;
  CHECK(good == 128 * 128 + 30 * 64);
  int three = 0;
  for (int a = 0xE0; a < 0xF0; ++a)
    for (int b = 0; b < 256; ++b)
      three += is_utf8(std::string{static_cast<char>(a), static_cast<char>(b), '\x80'}) ? 1 : 0;
  CHECK(three * 64 == 0x10000 - 0x800 - 0x800);
  int four = 0;
  for (int a = 0xF0; a < 0x100; ++a)
    for (int b = 0; b < 256; ++b)
      four += is_utf8(std::string{static_cast<char>(a), static_cast<char>(b), '\x80', '\x80'}) ? 1 : 0;
  CHECK(four * 64 * 64 == 0x110000 - 0x10000);
}

}  // namespace starling
