// Where a sentence ends.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/text.h"

namespace starling {
namespace {

using Sentences = std::vector<std::string_view>;

TEST_CASE("a sentence ends where a reader hears its end") {
  struct SentenceRow {
    const char* text;
    Sentences sentences;
  };
  const SentenceRow rows[]{
      {"", {}},
      {" \n ", {}},
      {"One stop", {"One stop"}},
      {"One. Two.", {"One.", "Two."}},
      {"It cost 1.5 million. We paid.", {"It cost 1.5 million.", "We paid."}},
      {"Who pays? I did! He said \"no.\" So we left.", {"Who pays?", "I did!", "He said \"no.\"", "So we left."}},
      {"Dr. Lee and J. Smith, e.g. on Monday, vs. Acme Inc. in court. Then.", {"Dr. Lee and J. Smith, e.g. on Monday, vs. Acme Inc. in court.", "Then."}},
      {"It fell (by 9 %.) We went on...", {"It fell (by 9 %.)", "We went on..."}},
      {"It fell to 0.\n9 people left.", {"It fell to 0.", "9 people left."}},
      {"A heading\n\nThen text", {"A heading", "Then text"}},
      {"A line\nthat goes on. Next", {"A line\nthat goes on.", "Next"}},
      {"It was down… then up. Yes", {"It was down… then up.", "Yes"}},
      {"障害が起きた。直した！", {"障害が起きた。", "直した！"}},
      {"So was I. Then", {"So was I.", "Then"}},
      {"...", {"..."}},
  };
  for (const SentenceRow& row : rows) {
    CAPTURE(row.text);
    CHECK(sentences(row.text) == row.sentences);
  }
}

}  // namespace
}  // namespace starling
