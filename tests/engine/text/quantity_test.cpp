#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "hostile.h"
#include "text/text.h"

namespace starling {

TEST_CASE("a number is read as learners type it") {
  struct Row {
    std::string typed;
    double value;
    std::string unit;
  };
  const std::vector<Row> rows{
      {"63 %", 63, "%"},          {"63%", 63, "%"},
      {"1,000", 1000, ""},        {"1 000", 1000, ""},
      {"1'000'000", 1e6, ""},     {"1\u202F000", 1000, ""},
      {"12,345,678.5", 12345678.5, ""}, {"3.5k", 3500, ""},
      {"3.5K", 3500, ""},         {"10M users", 1e7, "users"},
      {"10 M", 1e7, ""},          {"55 million", 5.5e7, ""},
      {"2 Billion rows", 2e9, "rows"},  {"1e6", 1e6, ""},
      {"1.5E-3 s", 0.0015, "s"},  {"400 KB", 400, "KB"},
      {"400KB", 400, "KB"},       {"0,5", 0.5, ""},
      {"0,125", 0.125, ""},       {"1 000,5 ms", 1000.5, "ms"},
      {".5", 0.5, ""},            {"-5", -5, ""},
      {"−5 °C", -5, "°C"},        {"+7", 7, ""},
      {"  15 min.  ", 15, "min"}, {"~400 KB", 400, "KB"},
      {"≈ 3", 3, ""},             {"5000/s", 5000, "/s"},
      {"5k writes/s", 5000, "writes/s"}, {"0", 0, ""},
      {"007", 7, ""},             {"12 per second", 12, "per second"},
      {"3 kb/s", 3, "kb/s"},      {"250 µs", 250, "µs"},
      {"5 minutes", 5, "minutes"}, {"7 knots", 7, "knots"},
      {"2⁵", 32, ""},             {"2^10", 1024, ""},
      {"10^6 users", 1e6, "users"},  {"10 ^ 6", 1e6, ""},
      {"10⁻³ s", 1e-3, "s"},      {"10^-3", 1e-3, ""},
      {"4*10^11", 4e11, ""},      {"4 × 10¹¹ bytes", 4e11, "bytes"},
      {"1.5 x 10^-3 s", 0.0015, "s"}, {"2·10⁶", 2e6, ""},
      {"-3²", -9, ""},            {"2^0", 1, ""},
      {"about 2 million", 2e6, ""}, {"Around 15 days", 15, "days"},
      {"roughly 3.5k", 3500, ""}, {"approx. 400 KB", 400, "KB"},
      {"approx 7", 7, ""},        {"approximately 5", 5, ""},
      {"circa 5", 5, ""},         {"about ~5", 5, ""},
      {"a million", 1e6, ""},     {"about a billion rows", 1e9, "rows"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    const auto quantity = parse_quantity(row.typed);
    REQUIRE(quantity);
    CHECK(quantity->value == doctest::Approx(row.value).epsilon(1e-12));
    CHECK(quantity->unit == row.unit);
  }
}

TEST_CASE("what is no plain number is not read as one") {
  for (const char* typed : {"", " ", "abc", "10^", "2^x", "2^1.5", "2^10 - 1", "4*10", "4 * 11^2", "4 × 10^", "4*", "4*10^400", "2 x 3", "2⁵⁻", "10^400", "0^-1", "10^99999999999", "²",
                            "about", "about15", "about x", "a", "a dozen", "half a million", "a second", "a k", "millions", "a millions", "3-5", "1/2", "1.2.3", "1,00,000", "12,34,", "1,000,00",
                            "-", "+-5", "--5", "1e999", "e5", ".", "5 of 10", "3 5", "nan", "inf", "0x10",
                            "5 (five)", "%", "1e999 k", "1\x1B"}) {
    CAPTURE(typed);
    CHECK_FALSE(parse_quantity(typed));
  }
}

TEST_CASE("with marks the other way round a number is read only where that makes another one") {
  struct Row {
    std::string typed;
    double value;
  };
  for (const Row& row : {Row{"1.500", 1500}, {"10.000,0", 10000}, {"1,500", 1.5}, {"1.234.567,8", 1234567.8}, {"-1.500 ms.", -1500}, {"about 1.500", 1500}}) {
    CAPTURE(row.typed);
    const auto quantity = parse_quantity_by_points(row.typed);
    REQUIRE(quantity);
    CHECK(quantity->value == doctest::Approx(row.value));
  }
  for (const char* typed : {"", "1500", "1,5", "1.5", "0.5", "1.", ".", ",", "1.5.0", "abc", "1e6", "3.5k", "15 min."}) {
    CAPTURE(typed);
    CHECK_FALSE(parse_quantity_by_points(typed));
  }
}

TEST_CASE("every text is read as a finite quantity or not at all") {
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    const auto quantity = parse_quantity(testing::hostile_text(seed, true));
    if (!quantity) continue;
    CHECK(quantity->value - quantity->value == 0);
    CHECK(trimmed(quantity->unit).size() == quantity->unit.size());
  }
}

TEST_CASE("a quantity means the same in another unit of its kind") {
  const auto in = [](double value, std::string_view from, std::string_view to) {
    return convert(value, from, to).value_or(-1);
  };
  CHECK(in(0.5, "s", "ms") == doctest::Approx(500));
  CHECK(in(250, "µs", "ms") == doctest::Approx(0.25));
  CHECK(in(90, "min", "h") == doctest::Approx(1.5));
  CHECK(in(2, "days", "hours") == doctest::Approx(48));
  CHECK(in(1, "MiB", "KiB") == doctest::Approx(1024));
  CHECK(in(1, "MB", "KB") == doctest::Approx(1000));
  CHECK(in(400, "kb", "KB") == doctest::Approx(400));
  CHECK(in(1, "Gb/s", "Mbps") == doctest::Approx(1000));
  CHECK(in(1, "MB/s", "Mb/s") == doctest::Approx(8));
  CHECK(in(63, "%", "percent") == doctest::Approx(63));
  CHECK(in(7, "Nodes", "node") == doctest::Approx(7));
  CHECK(in(7, "copy", "copies") == doctest::Approx(7));
  CHECK(in(7, "", "MB") == doctest::Approx(7));
  CHECK(in(7, "MB", " ") == doctest::Approx(7));
}

TEST_CASE("a length means the same in another one, and m beside a length are metres") {
  const auto in = [](double value, std::string_view from, std::string_view to) { return convert(value, from, to).value_or(-1); };
  CHECK(in(2000, "m", "km") == doctest::Approx(2));
  CHECK(in(2, "km", "m") == doctest::Approx(2000));
  CHECK(in(200, "cm", "m") == doctest::Approx(2));
  CHECK(in(2, "m", "metres") == doctest::Approx(2));
  CHECK(in(2, "Metre", "m") == doctest::Approx(2));
  CHECK(in(5, "millimeters", "µm") == doctest::Approx(5000));
  CHECK(in(3, "kilometres", "kilometer") == doctest::Approx(3));
  CHECK(in(2, "m", "s") == doctest::Approx(120));
  CHECK_FALSE(convert(2, "min", "km"));
  CHECK_FALSE(convert(2, "metres", "min"));
  CHECK_FALSE(convert(2, "m", "miles"));
  CHECK_FALSE(convert(2, "parameters", "m"));
}

TEST_CASE("rates of things and sums of money go by several names") {
  const auto in = [](double value, std::string_view from, std::string_view to) { return convert(value, from, to).value_or(-1); };
  for (const char* unit : {"rps", "requests per second", "requests a second", "requests/s", "req/s", "/s", "per second", "queries/s"})
    CHECK_MESSAGE(in(50, unit, "requests/s") == doctest::Approx(50), unit);
  for (const char* unit : {"/s", "per second", "events a second"}) CHECK_MESSAGE(in(50, unit, "events/s") == doctest::Approx(50), unit);
  CHECK(in(3000, "requests/min", "rps") == doctest::Approx(50));
  CHECK(in(86400, "a day", "/s") == doctest::Approx(1));
  for (const char* unit : {"$", "USD", "US$", "dollars", "dollar"}) CHECK_MESSAGE(in(5, unit, "dollars") == doctest::Approx(5), unit);
  CHECK(in(5, "€", "EUR") == doctest::Approx(5));
  for (const char* unit : {"x", "×", "times", "fold", "-fold"}) CHECK_MESSAGE(in(20, unit, "times") == doctest::Approx(20), unit);
  CHECK_FALSE(convert(5, "EUR", "$"));
  CHECK_FALSE(convert(5, "events/s", "requests/s"));
  CHECK_FALSE(convert(5, "requests", "requests/s"));
  CHECK_FALSE(convert(5, "MB/s", "requests/s"));
  CHECK_FALSE(convert(5, "s", "/s"));
}

TEST_CASE("an m behind a number may be minutes or metres where the unit is a time or a length") {
  for (const char* unit : {"s", "min", "Minutes", "minutes per day", "ms/request", "km", "m/s", "metres", "miles", " days "}) {
    CAPTURE(unit);
    CHECK(is_time_or_length(unit));
  }
  for (const char* unit : {"", "requests", "requests/min", "MB", "%", "M", "million", "users per day"}) {
    CAPTURE(unit);
    CHECK_FALSE(is_time_or_length(unit));
  }
}

TEST_CASE("seconds are not bytes") {
  CHECK_FALSE(convert(1, "s", "MB"));
  CHECK_FALSE(convert(1, "MB", "MB/s"));
  CHECK_FALSE(convert(1, "%", "s"));
  CHECK_FALSE(convert(1, "nodes", "s"));
  CHECK_FALSE(convert(1, "nodes", "edges"));
  CHECK_FALSE(convert(1, "!", "?"));
}

TEST_CASE("a quantity that goes to another unit and back is what it was") {
  const std::array<std::vector<std::string>, 4> families{
      {{"ns", "us", "ms", "s", "min", "h", "d", "weeks"},
       {"nm", "um", "mm", "cm", "metres", "km", "kilometers"},
       {"B", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "PiB"},
       {"bits/s", "kb/s", "Mb/s", "Gb/s", "Tb/s", "MB/s", "KiB/s"}}};
  for (const auto& family : families)
    for (const std::string& from : family)
      for (const std::string& to : family) {
        CAPTURE(from);
        CAPTURE(to);
        const auto there = convert(1234.5, from, to);
        REQUIRE(there);
        CHECK(convert(*there, to, from).value_or(0) == doctest::Approx(1234.5).epsilon(1e-12));
      }
  for (std::size_t a = 0; a < families.size(); ++a)
    for (std::size_t b = 0; b < families.size(); ++b)
      CHECK(convert(1, families[a][0], families[b][1]).has_value() == (a == b));
}

}  // namespace starling
