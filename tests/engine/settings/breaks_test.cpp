#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "settings/settings.h"

namespace starling {

namespace {

Day day_of(const char* text) { return *parse_day(text); }
DaySpan span(const char* first, const char* last) { return {day_of(first), day_of(last)}; }

const Day kToday = day_of("2026-12-22");

}  // namespace

TEST_CASE("a break is written with both dates, with the day of the same month, or as one day") {
  struct Row {
    const char* text;
    DaySpan days;
  };
  for (const Row& row : {Row{"2027-01-03..2027-01-10", span("2027-01-03", "2027-01-10")},
                         Row{"2027-01-03..10", span("2027-01-03", "2027-01-10")},
                         Row{"2027-01-03..3", span("2027-01-03", "2027-01-03")},
                         Row{"2027-01-03", span("2027-01-03", "2027-01-03")},
                         Row{"2026-12-22..2027-12-23", span("2026-12-22", "2027-12-23")},
                         Row{"2026-12-24..2027-01-02", span("2026-12-24", "2027-01-02")}}) {
    CAPTURE(row.text);
    const BreakRead read = read_break(row.text, kToday);
    CHECK(read.wrong.empty());
    CHECK(read.days == row.days);
  }
}

TEST_CASE("a break that cannot be is refused with the reason") {
  struct Row {
    const char* text;
    const char* says;
  };
  for (const Row& row : {Row{"", "write 2027-01-03..2027-01-10"}, Row{"soon", "'soon' is no break"},
                         Row{"2027-01-03..", "is no break"}, Row{"..2027-01-03", "is no break"},
                         Row{"2027-02-03..30", "is no break"}, Row{"2027-01-03..100", "is no break"},
                         Row{"2027-01-03..-1", "is no break"}, Row{"2027-01-03...10", "is no break"},
                         Row{"3 January", "is no break"}, Row{"2027-01-10..03", "before it begins on 2027-01-10"},
                         Row{"2026-12-21..28", "2026-12-21 is past: a break begins today, 2026-12-22, or later"},
                         Row{"2027-01-03..2028-01-05", "a year long at most, not 368 days"}}) {
    CAPTURE(row.text);
    CHECK(read_break(row.text, kToday).wrong.find(row.says) != std::string::npos);
  }
}

TEST_CASE("breaks keep their order, and those that overlap become one") {
  const std::vector<DaySpan> two{span("2027-01-03", "2027-01-10"), span("2027-02-05", "2027-02-05")};
  using Spans = std::vector<DaySpan>;
  CHECK(with_break({}, two[0]) == Spans{two[0]});
  CHECK(with_break({two[1]}, two[0]) == two);
  CHECK(with_break(two, span("2027-01-08", "2027-01-12")) == Spans{span("2027-01-03", "2027-01-12"), two[1]});
  CHECK(with_break(two, span("2027-01-01", "2027-03-01")) == Spans{span("2027-01-01", "2027-03-01")});
  CHECK(with_break(two, span("2027-01-04", "2027-01-05")) == two);
  CHECK(without_break(two, day_of("2027-01-03")) == Spans{two[1]});
  CHECK(without_break(two, day_of("2027-01-04")) == two);
  CHECK(without_break({span("2027-01-03", "2027-01-04"), span("2027-01-05", "2027-01-06")}, day_of("2027-01-03")).empty());
}

TEST_CASE("what touches is one break, and what is over is none") {
  Settings settings;
  settings.days_off = {span("2027-01-05", "2027-01-06"), span("2027-01-03", "2027-01-04"), span("2026-12-01", "2026-12-02")};
  const auto breaks = breaks_between(settings, kToday, day_of("2027-12-31"));
  CHECK(breaks == std::vector<DaySpan>{span("2027-01-03", "2027-01-06")});
  CHECK(breaks_between(settings, kToday, day_of("2027-01-02")).empty());
  CHECK(breaks_between(settings, day_of("2027-01-06"), day_of("2027-01-06")).size() == 1);
  CHECK(breaks_between(settings, day_of("2027-01-07"), day_of("2027-01-08")).empty());
}

TEST_CASE("a break is told by its end once it has begun") {
  const DaySpan week = span("2027-01-03", "2027-01-10");
  CHECK(break_sentence(week, kToday) == "A break from Sun 3 Jan to Sun 10 Jan 2027.");
  CHECK(break_sentence(week, day_of("2027-01-03")) == "A break until Sun 10 Jan 2027.");
  CHECK(break_sentence(week, day_of("2027-01-10")) == "A break until Sun 10 Jan 2027.");
  CHECK(break_sentence(span("2027-02-05", "2027-02-05"), kToday) == "A day off on Fri 5 Feb 2027.");
  CHECK(break_sentence(span("2027-02-05", "2027-02-05"), day_of("2027-02-05")) == "A day off today.");
}

}  // namespace starling
