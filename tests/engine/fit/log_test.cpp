#include <algorithm>

#include "logs.h"

namespace starling {
namespace {

Instant at(int day, int hour, int minute = 0) {
  return kNow - std::chrono::days(100) + std::chrono::days(day) + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

TEST_CASE("a review after a night is an item, one on the same study day is not") {
  const ReviewLog log = make_log({{7, at(0, 22), Grade::Good},
                                  {7, at(1, 3), Grade::Good},    // before four in the morning: still the same day
                                  {7, at(1, 5), Grade::Again},
                                  {7, at(4, 5), Grade::Good}},
                                 utc());
  CHECK(log.cards() == 1);
  CHECK(log.days == std::vector<std::int32_t>{0, 0, 1, 3});
  CHECK(log.items == 2);
  CHECK(log.exact_days[3] == 3.0f);
  CHECK(log.item[2] == 0);
  CHECK(log.item[3] == 1);
}

TEST_CASE("items are counted in the order of time over all cards, whatever the order of the rows") {
  std::vector<LogRow> rows = made_rows(default_weights(), 50, 8, 1);
  const ReviewLog log = make_log(rows, utc());
  std::ranges::reverse(rows);
  const ReviewLog backwards = make_log(rows, utc());

  CHECK(log.items == backwards.items);
  CHECK(log.reviews() == backwards.reviews());
  std::vector<bool> seen(log.items, false);
  for (std::size_t i = 0; i < log.reviews(); ++i)
    if (log.is_item(i)) {
      CHECK_FALSE(seen[log.item[i]]);
      seen[log.item[i]] = true;
    }
  CHECK(std::ranges::count(seen, true) == static_cast<std::ptrdiff_t>(log.items));
  CHECK(score(items_of(log), {0, log.items}, predict(log, default_weights(), {0, log.items}, 1)).log_loss ==
        doctest::Approx(
            score(items_of(backwards), {0, log.items}, predict(backwards, default_weights(), {0, log.items}, 1)).log_loss));
}

TEST_CASE("a review that a log holds twice is one review") {
  const std::vector<LogRow> once = made_rows(default_weights(), 30, 6, 2);
  std::vector<LogRow> twice = once;
  twice.insert(twice.end(), once.begin(), once.end());
  const ReviewLog a = make_log(once, utc());
  const ReviewLog b = make_log(twice, utc());
  CHECK(a.first == b.first);
  CHECK(a.grade == b.grade);
  CHECK(a.days == b.days);
  CHECK(a.item == b.item);
  CHECK(a.items == b.items);
}

TEST_CASE("the real log has the reviews, cards and items that other programs count") {
  CHECK(real_log().reviews() == 12'580);
  CHECK(real_log().cards() == 1'205);
  CHECK(real_log().items == 6'276);
}

TEST_CASE("columns stand in any order, among others, with either kind of line end") {
  const CsvLog log = read_log_csv(
      "\xEF\xBB\xBFreview_rating,note,card_id,review_time\r\n"
      "3,,-5,1711744352250\r\n"
      "\r\n"
      "1,x,900000000000000001,1711744359497",
      kNow);
  REQUIRE(log.problem.empty());
  REQUIRE(log.rows.size() == 2);
  CHECK(log.rows[0].card == -5);
  CHECK(log.rows[0].grade == Grade::Good);
  CHECK(log.rows[1].card == 900'000'000'000'000'001);
  CHECK(log.rows[1].at == Instant(1711744359497ms));
}

TEST_CASE("fields in quotes and columns parted by semicolons are read as other programs write them") {
  for (const char* text : {"\"card_id\",\"review_time\",\"review_rating\"\r\n\"1\",\"1711744352250\",\"3\"\r\n",
                           "card_id;review_time;review_rating\n1;1711744352250;3\n",
                           "\xEF\xBB\xBF\"card_id\";\"review_time\";\"review_rating\"\n\"1\";\"1711744352250\";\"3\"",
                           "note,card_id,review_time,review_rating\n\"a, \"\"b\"\"\nand c\",1,1711744352250,3\n"}) {
    CAPTURE(text);
    const CsvLog log = read_log_csv(text, kNow);
    CHECK(log.problem == "");
    REQUIRE(log.rows.size() == 1);
    CHECK(log.rows[0].card == 1);
    CHECK(log.rows[0].at == Instant(1711744352250ms));
    CHECK(log.rows[0].grade == Grade::Good);
  }
  const CsvLog open = read_log_csv("card_id,review_time,review_rating\n1,\"1711744352250,3\n", kNow);
  CHECK(open.line == 2);
  CHECK(open.problem == "a quote is opened and not closed");
  const CsvLog late = read_log_csv("card_id,note,review_time,review_rating\n1,\"a\nb\",1711744352250,3\n1,,1711744352250,9\n", kNow);
  CHECK(late.line == 4);
}

TEST_CASE("what is wrong in a log is named with its line") {
  const auto problem = [](const std::string& rows) {
    const CsvLog log = read_log_csv("card_id,review_time,review_rating\n1,1711744352250,3\n" + rows, kNow);
    CHECK(log.rows.empty() == !log.problem.empty());
    return std::to_string(log.line) + ": " + log.problem;
  };
  CHECK(problem("1,1711744352250,5\n") == "3: review_rating '5' is not 1, 2, 3 or 4");
  CHECK(problem("1,1711744352250,0\n") == "3: review_rating '0' is not 1, 2, 3 or 4");
  CHECK(problem("1,1711744352250,\n") == "3: review_rating '' is not 1, 2, 3 or 4");
  CHECK(problem("1,1711744352,3\n") == "3: review_time 1711744352 looks like seconds; it is read in milliseconds");
  CHECK(problem("1,4711744352250,3\n") == "3: review_time 4711744352250 lies in the future");
  CHECK(problem("1,-4711744352250,3\n") == "3: review_time -4711744352250 lies before 1990");
  CHECK(problem("1,1711744352250.5,3\n") == "3: review_time '1711744352250.5' is not a whole number of milliseconds");
  CHECK(problem("abc,1711744352250,3\n") == "3: card_id 'abc' is not a whole number");
  CHECK(problem("1,1711744352250,3\n2,3\n") == "4: has 2 columns, the header 3");
  CHECK(problem("9999999999999999999,1711744352250,3\n") == "3: card_id '9999999999999999999' is not a whole number");
}

TEST_CASE("an empty file and one without the columns are refused") {
  CHECK(read_log_csv("", kNow).problem == "the file is empty: a header and one review a line are wanted");
  CHECK(read_log_csv("card_id,review_rating\n", kNow).problem == "the header has no column review_time");
  CHECK(read_log_csv("card_id,review_time,review_rating\n", kNow).problem.empty());
}

}  // namespace
}  // namespace starling
