#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/text.h"

namespace starling {
namespace {

std::vector<std::string> parts(const std::string& text, const std::vector<Stretch>& stretches) {
  std::vector<std::string> list;
  for (const Stretch& stretch : stretches) list.push_back(text.substr(stretch.begin, stretch.size));
  return list;
}

struct Row {
  std::string given, meant;
  std::vector<std::string> in_given, in_meant;
};

TEST_CASE("two answers side by side differ in the words that the other one lacks") {
  const std::vector<Row> table{
      {"", "", {}, {}},
      {"", "the need", {}, {"the need"}},
      {"customer needs", "the customer’s need", {"customer needs"}, {"the customer’s need"}},
      {"updates cease", "updates stop", {"cease"}, {"stop"}},
      {"Updates STOP", "updates stop", {}, {}},
      {"a b c", "a x c", {"b"}, {"x"}},
      {"lo < hi", "lo <= hi", {"<"}, {"<="}},
      {"two  of five nodes", "three of five", {"two", "nodes"}, {"three"}},
  };
  for (const Row& row : table) {
    CAPTURE(row.given);
    CAPTURE(row.meant);
    const Difference between = difference(row.given, row.meant);
    CHECK(parts(row.given, between.in_given) == row.in_given);
    CHECK(parts(row.meant, between.in_meant) == row.in_meant);
    const Difference back = difference(row.meant, row.given);
    CHECK(parts(row.meant, back.in_given).empty() == row.in_meant.empty());
  }
}

}  // namespace
}  // namespace starling
