// Any bytes read as a review log: refused with a line, or rows that make a log in which time does not run
// backwards.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "fit/fit.h"

namespace {

using namespace starling;

constexpr std::size_t kMostRows = 2000;
constexpr Instant kLatest{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

// An assert that release builds keep.
void require(bool law) {
  if (!law) std::abort();
}

void require_read(const CsvLog& read, std::string_view text) {
  if (!read.problem.empty()) {
    require(read.line >= 1 && read.line <= text.size() + 1);
    require(read.rows.empty());
    return;
  }
  require(read.line == 0);
  for (const LogRow& row : read.rows) {
    require(row.grade >= Grade::Again && row.grade <= Grade::Easy);
    require(row.at <= kLatest);
  }
}

void require_card(const ReviewLog& log, std::uint32_t begin, std::uint32_t end) {
  require(begin < end);
  require(log.days[begin] == 0 && log.exact_days[begin] == 0);
  for (std::uint32_t i = begin; i < end; ++i) {
    require(log.days[i] >= 0);
    require(log.exact_days[i] >= 0);
    require(log.exact_days[i] > 0 || i == begin);
    // A study day begins at the same hour of UTC, so a clock and the calendar differ by less than a day.
    require(log.exact_days[i] - static_cast<float>(log.days[i]) < 1.01f);
    require(static_cast<float>(log.days[i]) - log.exact_days[i] < 1.01f);
  }
}

void require_log(const ReviewLog& log, std::size_t rows) {
  require(log.reviews() <= rows);
  require(log.reviews() > 0 || rows == 0);
  require(log.days.size() == log.reviews() && log.exact_days.size() == log.reviews());
  require(log.item.size() == log.reviews());
  require(log.items + log.cards() <= log.reviews());
  require(log.first.front() == 0 && log.first.back() == log.reviews());
  for (std::size_t card = 0; card < log.cards(); ++card) require_card(log, log.first[card], log.first[card + 1]);

  std::vector<bool> seen(log.items, false);
  std::size_t items = 0;
  for (std::size_t i = 0; i < log.reviews(); ++i) {
    require(log.item[i] <= log.items);
    if (!log.is_item(i)) continue;
    require(log.item[i] < log.items && !seen[log.item[i]]);
    seen[log.item[i]] = true;
    ++items;
  }
  require(items == log.items);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const DayRule kRule("UTC", 4);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  CsvLog read = read_log_csv(text, kLatest);
  require_read(read, text);
  if (read.rows.size() > kMostRows) read.rows.resize(kMostRows);
  const std::size_t rows = read.rows.size();
  require_log(make_log(std::move(read.rows), kRule), rows);
  return 0;
}
