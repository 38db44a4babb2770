// Whole words in a text, however they are written.
#include "privacy/privacy.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace starling;
using Found = std::vector<std::string>;

namespace {

Found found(std::string_view text, std::string_view phrase) {
  Found pieces;
  for (const Stretch place : FoldedWords(text).find(FoldedWords(phrase))) pieces.emplace_back(text.substr(place.begin, place.size));
  return pieces;
}

}  // namespace

TEST_CASE("a word is found whole, whatever its case and accents") {
  CHECK(found("At Larkfield we … LARKFIELD, larkfield.", "Larkfield") == Found{"Larkfield", "LARKFIELD", "larkfield"});
  CHECK(found("the Larkfielders of Larkfield2", "Larkfield").empty());
  CHECK(found("Zürich, ZU\xCC\x88RICH and Zurich", "zürich") == Found{"Zürich", "ZU\xCC\x88RICH", "Zurich"});
  CHECK(found("Große Straße", "grosse strasse") == Found{"Große Straße"});
  CHECK(found("Ｌａｒｋ", "lark") == Found{"Ｌａｒｋ"});
}

TEST_CASE("a word stands whole between marks, dashes and an apostrophe") {
  CHECK(found("Larkfield's, (Larkfield) Larkfield-wide larkfield_prod", "larkfield") ==
        Found{"Larkfield", "Larkfield", "Larkfield", "larkfield"});
  CHECK(found("O’Hara and O'Hara", "O'Hara") == Found{"O’Hara", "O'Hara"});
}

TEST_CASE("words of a phrase stand behind one another over blanks, dashes and line ends") {
  CHECK(found("Project Falcon, project-falcon, PROJECT_FALCON, Project\n   Falcon, ProjectFalcon", "Project Falcon") ==
        Found{"Project Falcon", "project-falcon", "PROJECT_FALCON", "Project\n   Falcon"});
}

TEST_CASE("what is never seen hides no word") {
  CHECK(found("Lark\xC2\xAD"
              "field",
              "Larkfield") == Found{"Lark\xC2\xAD"
                                    "field"});
}

TEST_CASE("where a script sets no blanks a word is found inside") { CHECK(found("私は東京へ行く", "東京") == Found{"東京"}); }

TEST_CASE("nothing is found of nothing") {
  CHECK(found("", "a").empty());
  CHECK(found("a", "").empty());
  CHECK(found("a - b", " - ").empty());
}
