// Review logs as other programs write them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "fit/review_log.h"

namespace starling {

// What a review log in CSV holds, or its first mistake.
struct CsvLog {
  std::vector<LogRow> rows;
  std::size_t line = 0;  // of the mistake, from 1
  std::string problem;   // empty: none
};

// A header names the columns card_id (a whole number), review_time (milliseconds since 1970) and review_rating (1 to
// 4), in any order and among others, which are not looked at. Fields may be in quotes (RFC 4180), columns parted by
// semicolons. Times before 1990 or after `latest` are mistakes.
[[nodiscard]] CsvLog read_log_csv(std::string_view text, Instant latest);

}  // namespace starling
