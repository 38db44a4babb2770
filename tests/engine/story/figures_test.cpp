// The figures of a story, asked for before its text is shown.
#include <doctest/doctest.h>

#include "engine/story/samples.h"
#include "story/story.h"

using namespace starling;

namespace {

FigureAsked pages() { return {FigureAsked::Of::Metric, "pages", "pages: from what to what?", {"23 a week", "2 a week"}}; }

FiguresGiven dated(std::string_view typed) { return figures_given({FigureAsked::Of::Date, "", "", {"2024-02 to 2024-11"}}, typed); }

}  // namespace

TEST_CASE("both ends of a metric are asked for, and when it was") {
  const auto asked = figures_asked(test::sample(1));
  REQUIRE(asked.size() == 3);
  CHECK(asked[0].ask == "customer-minutes of full outage: from what to what?");
  CHECK(asked[0].right == std::vector<std::string>{"164 min in 12 months", "9 min-equivalent in 10 months"});
  CHECK(asked[2].of == FigureAsked::Of::Date);
  CHECK(figures_given(asked[0], "164 to 9") == FiguresGiven{2, 2});
  CHECK(figures_given(asked[1], "from 100 % to 109 %") == FiguresGiven{2, 2});
}

TEST_CASE("without a metric the numbers of the result are asked for, years left out") {
  Story story = test::complete_story("a", 3);
  story.sections[3] = "By May 2024 calls fell from 3.5k to 900 a day, cost rose 9 %, and two teams took it up, 12 in 2025, 40 since.";
  const auto asked = figures_asked(story);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].of == FigureAsked::Of::Result);
  CHECK(asked[0].right.size() == kResultFigures);
  CHECK(figures_given(asked[0], "900, 9 %, 3,500 and 2 teams") == FiguresGiven{4, 4});
  story.sections[3] = "It was better for everyone in the end.";
  CHECK(figures_asked(story).empty());
}

TEST_CASE("what a number counts ends with its sentence, and where another number is named") {
  Story story = test::complete_story("a", 3);
  const auto right = [&](const char* result) {
    story.sections[3] = result;
    return figures_asked(story).at(0).right;
  };
  using Texts = std::vector<std::string>;
  CHECK(right("Outages went from 9 to 2 a quarter, cost rose by 3 %. Customers lost 80 % fewer carts.") ==
        Texts{"9", "2 a quarter", "3 %", "80 % fewer"});
  CHECK(right("It fell from 40 a day to 0 in 9 weeks. That was USD 600,000 a year.") == Texts{"40 a day", "0", "9 weeks", "600,000 a year"});
}

TEST_CASE("a figure is right when its number is, in whatever unit measures the same") {
  CHECK(figures_given(pages(), "23 -> 2") == FiguresGiven{2, 2});
  CHECK(figures_given(pages(), "from twenty-three to two a week") == FiguresGiven{2, 2});
  CHECK(figures_given(pages(), "23\xE2\x86\x92" "2") == FiguresGiven{2, 2});
  CHECK(figures_given(pages(), "23") == FiguresGiven{1, 2});
  CHECK(figures_given(pages(), "2") == FiguresGiven{1, 2});
  CHECK(figures_given(pages(), "2 to 23") == FiguresGiven{1, 2});  // the wrong way round
  CHECK(figures_given(pages(), "22 to 3") == FiguresGiven{0, 2});
  CHECK(figures_given(pages(), "") == FiguresGiven{0, 2});
  CHECK(figures_given(pages(), "many, then few") == FiguresGiven{0, 2});
  const FigureAsked time{FigureAsked::Of::Metric, "", "", {"90 s", "2 min"}};
  CHECK(figures_given(time, "1.5 min to 120 s") == FiguresGiven{2, 2});
  CHECK(figures_given(time, "90 min to 2 s") == FiguresGiven{0, 2});
  const FigureAsked money{FigureAsked::Of::Metric, "", "", {"2.4 million EUR"}};
  CHECK(figures_given(money, "2,400,000") == FiguresGiven{1, 1});
  CHECK(figures_given(money, "2.4") == FiguresGiven{0, 1});
}

TEST_CASE("a date is right by its year, and by its month where one was typed") {
  for (const char* typed : {"2024", "2024-02", "February 2024", "feb 2024", "Nov 2024", "it was in 2024", "2024-02 to 2024-11", "2024-02-20"}) {
    CAPTURE(typed);
    CHECK(dated(typed) == FiguresGiven{1, 1});
  }
  for (const char* typed : {"", "2023", "March 2024", "2024-05", "February", "yesterday", "24"}) {
    CAPTURE(typed);
    CHECK(dated(typed) == FiguresGiven{0, 1});
  }
}

TEST_CASE("whatever is typed counts no more figures than were asked for") {
  for (std::size_t number = 1; number <= test::kSamples.size(); ++number)
    for (const FigureAsked& asked : figures_asked(test::sample(number)))
      for (const std::string& typed : {std::string(), std::string("1 2 3 4 5 6 7 8 9"), asked.right.front(), std::string(5000, '9'), std::string("\xFF\xFE 5")}) {
        const FiguresGiven given = figures_given(asked, typed);
        CHECK(given.right >= 0);
        CHECK(given.right <= given.of);
        CHECK(given.of == static_cast<int>(asked.right.size()));
      }
}

TEST_CASE("a text that is one number and what it counts is a figure, and one that says more is none") {
  const auto only = [](std::string_view text) { return only_figure(text).value_or(OnlyFigure{-1, ""}); };
  CHECK(only("131 harbours").value == 131);
  CHECK(only("131 harbours").unit == "harbours");
  CHECK(only("12 pages a week").unit == "pages a week");
  CHECK(only("two people").value == 2);
  CHECK(only("1.8 M EUR").value == 1.8e6);
  for (const char* text : {"9 min in 10 months", "3 of 40", "much better", "", "in May 2024 it was 12", "down to 40 minutes"}) CHECK_FALSE(only_figure(text));
}
