#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/text.h"

namespace starling {

namespace {

// The textbook table, without a band.
int plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      int& cell = table[i][j];
      if (i == 0 || j == 0) {
        cell = static_cast<int>(i + j);
        continue;
      }
      const int replaced = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cell = std::min({replaced, table[i - 1][j] + 1, table[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cell = std::min(cell, table[i - 2][j - 2] + 1);
    }
  return table[a.size()][b.size()];
}

std::vector<std::string> short_words() {
  std::vector<std::string> words{""};
  for (std::size_t from = 0; words.size() < 200; ++from)
    for (const char c : {'a', 'b', 'c'}) words.push_back(words[from] + c);
  return words;
}

}  // namespace

TEST_CASE("one slip of the keys is a distance of one") {
  CHECK(edit_distance("partition", "partition", 3) == 0);
  CHECK(edit_distance("partition", "parttion", 3) == 1);
  CHECK(edit_distance("partition", "partiition", 3) == 1);
  CHECK(edit_distance("partition", "pattition", 3) == 1);
  CHECK(edit_distance("partition", "patrition", 3) == 1);
  CHECK(edit_distance("größe", "grösse", 3) == 2);
  CHECK(edit_distance("日本語", "日木語", 3) == 1);
}

TEST_CASE("distances agree with the plain table up to their limit, and are the same both ways") {
  const auto words = short_words();
  for (const std::string& a : words)
    for (const std::string& b : words)
      for (const int limit : {0, 1, 2, 3, 9}) {
        const int wanted = std::min(plain_distance(a, b), limit + 1);
        const int distance = edit_distance(a, b, limit);
        // A limit above the longer word counts to the end.
        if (distance == wanted && distance == edit_distance(b, a, limit)) continue;
        FAIL_CHECK(a << " to " << b << " within " << limit << ": " << distance << ", not " << wanted);
      }
}

TEST_CASE("a long pasted answer is compared without filling memory") {
  const std::string a(20000, 'a');
  const std::string b = a + "b";
  CHECK(edit_distance(a, b, 2) == 1);
  CHECK(edit_distance(a, std::string(30000, 'a'), 2) == 3);
  CHECK(edit_distance(a, b, -1) == 1);
}

TEST_CASE("a mistyped key is answered with the key that was meant") {
  const std::vector<std::string> keys{"id",   "kind", "front",      "front_reverse",
                                      "back", "tags", "difficulty", "tolerance"};
  CHECK(nearest("fornt", keys) == "front");
  CHECK(nearest("FRONT", keys) == "front");
  CHECK(nearest("front-reverse", keys) == "front_reverse");
  CHECK(nearest("dificultly", keys) == "difficulty");
  CHECK(nearest("tag", keys) == "tags");
  CHECK(nearest("tolerence", keys) == "tolerance");
  CHECK_FALSE(nearest("colour", keys));
  CHECK_FALSE(nearest("answer", keys));
  CHECK_FALSE(nearest("x", {}));
}

TEST_CASE("of two near words the nearer one is meant, and of equals the first") {
  CHECK(nearest("stories", {"storied", "stories"}) == "stories");
  CHECK(nearest("backx", {"backs", "backy"}) == "backs");
}

}  // namespace starling
