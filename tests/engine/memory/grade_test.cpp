#include <doctest/doctest.h>

#include "memory/memory.h"

namespace starling {
namespace {

using namespace std::string_view_literals;

TEST_CASE("a grade may be typed as its word in any case or as its number") {
  CHECK(parse_grade("again") == Grade::Again);
  CHECK(parse_grade("Hard") == Grade::Hard);
  CHECK(parse_grade("GOOD") == Grade::Good);
  CHECK(parse_grade("eAsY") == Grade::Easy);
  CHECK(parse_grade("1") == Grade::Again);
  CHECK(parse_grade("2") == Grade::Hard);
  CHECK(parse_grade("3") == Grade::Good);
  CHECK(parse_grade("4") == Grade::Easy);
}

TEST_CASE("a slip of the keyboard is no grade") {
  for (const std::string_view text :
       {""sv, "0"sv, "5"sv, "11"sv, "3 "sv, " good"sv, "goo"sv, "goods"sv, "-1"sv, "HARD\n"sv, "good\0"sv}) {
    CAPTURE(text);
    CHECK_FALSE(parse_grade(text));
  }
}

TEST_CASE("every grade is read back from its own word") {
  for (const Grade grade : kGrades) CHECK(parse_grade(to_string(grade)) == grade);
}

}  // namespace
}  // namespace starling
