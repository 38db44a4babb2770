#include <doctest/doctest.h>

#include <string>

#include "hostile.h"
#include "text/text.h"

namespace starling {

TEST_CASE("the stars of emphasis go") {
  for (const auto& [text, shown] : std::vector<std::pair<std::string, std::string>>{
           {"*Bias for Action*", "Bias for Action"},
           {"Why *Bias for Action* rather than *Are Right, A Lot*?", "Why Bias for Action rather than Are Right, A Lot?"},
           {"“*Ownership*”, (*Frugality*)", "“Ownership”, (Frugality)"},
           {"*Ökologie* und *L6*", "Ökologie und L6"},
           {"2*3 is not *six*", "2*3 is not six"}}) {
    CAPTURE(text);
    CHECK(without_emphasis(text) == shown);
  }
}

TEST_CASE("every other star is text") {
  for (const std::string text :
       {"2**10", "2*3", "2**3, 3**3 and 4**4", "int *p, *q; a**b**c; 2**3", "**bold**", "s3:*, not iam:*", "* and / pop the top",
        "f(*args, **kw)", "num *= 2, base *= base", "*", "***", "a * b * c", "*one", "one*", "*2*", "1. a *p\n2. b* q",
        "`*args*` and `a *b* c`", "` *open", "*a`b*c`"}) {
    CAPTURE(text);
    CHECK(without_emphasis(text) == text);
  }
}

TEST_CASE("signs of private use around a star change nothing") {
  const std::string begin = "\xee\x80\xa0";
  const std::string end = "\xee\x80\xa1";
  CHECK(without_emphasis("*Deliver " + begin + "Results" + end + "*") == "Deliver " + begin + "Results" + end);
  CHECK(without_emphasis("is " + begin + "*Ownership*" + end + ".") == "is " + begin + "Ownership" + end + ".");
  CHECK(without_emphasis("is " + begin + "2**10" + end + " and 3**2") == "is " + begin + "2**10" + end + " and 3**2");
}

}  // namespace starling
