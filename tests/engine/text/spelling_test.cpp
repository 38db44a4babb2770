#include <doctest/doctest.h>

#include "text/text.h"

using namespace starling;

TEST_CASE("British and American spellings are one word") {
  for (const auto& [british, other] : {std::pair{"behaviour", "behavior"}, {"behavioural", "behavioral"}, {"optimise", "optimize"},
                                       {"optimising", "optimizing"}, {"organisations", "organizations"}, {"analyse", "analyze"},
                                       {"licence", "license"}, {"--colour", "--color"}, {"load-balancing centre", "load-balancing center"},
                                       {"cancelled", "canceled"}, {"learnt", "learned"}}) {
    CAPTURE(british);
    CHECK(same_spelling(british, other));
    CHECK(american(other) == american(american(other)));
  }
}

TEST_CASE("other words stay as they are") {
  for (const char* word : {"exercise", "promised", "source", "hours", "four", "rise", "wise", "SNS", "", "a-b", "größe", "\xff"}) CHECK(american(word) == word);
  CHECK_FALSE(same_spelling("optimise", "optimised"));
  CHECK_FALSE(same_spelling("", "colour"));
}

TEST_CASE("an answer may be spelt in either way") {
  CHECK(answer_words("Optimise the behaviour", AnswerReading::Prose) == answer_words("optimize the behavior", AnswerReading::Prose));
  CHECK(answer_words("optimise", AnswerReading::Code) != answer_words("optimize", AnswerReading::Code));
}
