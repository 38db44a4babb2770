#include <doctest/doctest.h>

#include <array>
#include <string>

#include "text/text.h"

namespace starling {

namespace {

// How learners write the same number: with or without "and", with a dash or a blank between tens and ones.
struct Manner {
  bool with_and;
  char between;
};
constexpr std::array<Manner, 4> kManners{{{true, '-'}, {true, ' '}, {false, '-'}, {false, ' '}}};

std::string below_hundred(int number, const Manner& manner) {
  constexpr std::array<const char*, 20> kSmall{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                                               "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  constexpr std::array<const char*, 10> kTens{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (number < 20) return kSmall[static_cast<std::size_t>(number)];
  const std::string tens = kTens[static_cast<std::size_t>(number / 10)];
  return number % 10 == 0 ? tens : tens + manner.between + kSmall[static_cast<std::size_t>(number % 10)];
}

std::string below_thousand(int number, const Manner& manner) {
  if (number < 100) return below_hundred(number, manner);
  const std::string hundreds = below_hundred(number / 100, manner) + " hundred";
  return number % 100 == 0 ? hundreds : hundreds + (manner.with_and ? " and " : " ") + below_hundred(number % 100, manner);
}

std::string in_words(int number, const Manner& manner) {
  if (number < 1000) return below_thousand(number, manner);
  const std::string thousands = below_thousand(number / 1000, manner) + " thousand";
  const int rest = number % 1000;
  if (rest == 0) return thousands;
  return thousands + (manner.with_and && rest < 100 ? " and " : " ") + below_thousand(rest, manner);
}

}  // namespace

TEST_CASE("every number below a million is read from its words") {
  int wrong = 0;
  std::string first;
  for (int number = 0; number < 1'000'000; ++number) {
    const std::string words = in_words(number, kManners[static_cast<std::size_t>(number + number / 1000) % kManners.size()]);
    if (with_digits(words) == std::to_string(number)) continue;
    if (wrong++ == 0) first = words;
  }
  CAPTURE(first);
  CHECK(wrong == 0);
}

TEST_CASE("every manner of writing a number is read") {
  int wrong = 0;
  std::string first;
  for (const Manner& manner : kManners)
    for (const int thousands : {0, 1, 2, 10, 12, 20, 21, 90, 99, 100, 101, 120, 199, 300, 999})
      for (int rest = 0; rest < 1000; ++rest) {
        const std::string words = in_words(thousands * 1000 + rest, manner);
        if (with_digits(words) == std::to_string(thousands * 1000 + rest)) continue;
        if (wrong++ == 0) first = words;
      }
  CAPTURE(first);
  CHECK(wrong == 0);
}

TEST_CASE("words of numbers are read where they make one, and stay where they do not") {
  struct Row {
    std::string typed;
    std::string read;
  };
  for (const Row& row : {Row{"two thousand and twenty-one", "2021"},
                         Row{"a hundred", "100"},
                         Row{"A thousand nodes", "1000 nodes"},
                         Row{"a hundred and five", "105"},
                         Row{"a thousand two hundred", "1200"},
                         Row{"a hundred thousand", "100000"},
                         Row{"about a hundred", "about 100"},
                         Row{"a five", "a 5"},
                         Row{"a and hundred", "a and hundred"},
                         Row{"a node", "a node"},
                         Row{"a", "a"},
                         Row{"data hundred", "data hundred"},
                         Row{"a hundreds", "a hundreds"},
                         Row{"a dozen", "a dozen"},
                         Row{"half a million", "half a million"},
                         Row{"hundred", "hundred"},
                         Row{"two three", "2 3"},
                         Row{"twenty twenty", "20 20"},
                         Row{"zero twenty", "0 20"},
                         Row{"two thousand three thousand", "2003 thousand"},
                         Row{"two thousand and", "2000 and"},
                         Row{"someone", "someone"}}) {
    CAPTURE(row.typed);
    CHECK(with_digits(row.typed) == row.read);
  }
}

}  // namespace starling
