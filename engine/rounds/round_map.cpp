#include "rounds/round_map.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace starling {

namespace {

using Worth = std::int64_t;
using Table = std::vector<std::vector<Worth>>;  // a row a seat, a column a story; none below zero

// For each row its column, so that the sum is the largest: the Hungarian method, row by row. No more rows than columns.
std::vector<std::size_t> best_columns(const Table& worth) {
  const std::size_t rows = worth.size();
  const std::size_t columns = worth.empty() ? 0 : worth.front().size();
  constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  constexpr Worth kFar = std::numeric_limits<Worth>::max() / 4;
  std::vector<Worth> row_price(rows, 0);
  std::vector<Worth> column_price(columns + 1, 0);
  std::vector<std::size_t> row_of(columns + 1, kNone);  // the last column is where each row begins
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<Worth> least(columns, kFar);
    std::vector<std::size_t> before(columns, columns);
    std::vector<bool> seen(columns + 1, false);
    std::size_t at = columns;
    row_of[columns] = row;
    while (row_of[at] != kNone) {
      seen[at] = true;
      const std::size_t here = row_of[at];
      Worth step = kFar;
      std::size_t next = columns;
      for (std::size_t column = 0; column < columns; ++column) {
        if (seen[column]) continue;
        const Worth left = -worth[here][column] - row_price[here] - column_price[column];
        if (left < least[column]) {
          least[column] = left;
          before[column] = at;
        }
        if (least[column] < step) {
          step = least[column];
          next = column;
        }
      }
      for (std::size_t column = 0; column <= columns; ++column) {
        if (seen[column]) {
          row_price[row_of[column]] += step;
          column_price[column] -= step;
        } else {
          least[column] -= step;
        }
      }
      at = next;
    }
    while (at != columns) {
      row_of[at] = row_of[before[at]];
      at = before[at];
    }
  }
  std::vector<std::size_t> columns_of(rows, kNone);
  for (std::size_t column = 0; column < columns; ++column)
    if (row_of[column] != kNone) columns_of[row_of[column]] = column;
  return columns_of;
}

}  // namespace

int worth_of(const MapStory& story, std::size_t principle) {
  if (!holds(story.story.angles(), principle)) return 0;
  constexpr double kUnscored = 2;  // counts as this quality
  const double quality = std::clamp(story.story.quality.value_or(kUnscored), 1.0, 5.0);
  const double worth = 24 * quality + (holds(story.story.primary, principle) ? 40 : 0) + 40 * std::clamp(story.readiness, 0.0, 1.0);
  return static_cast<int>(std::lround(story.told_before ? worth / 2 : worth));
}

std::vector<MapPlace> round_map(std::span<const std::size_t> principles, std::span<const MapStory> stories) {
  std::vector<std::size_t> by_id(stories.size());
  for (std::size_t i = 0; i < by_id.size(); ++i) by_id[i] = i;
  std::ranges::sort(by_id, {}, [&](std::size_t i) -> const std::string& { return stories[i].story.id; });
  const std::size_t places = principles.size();
  // More than all that may stand below it can come to.
  const Worth backup_counts = static_cast<Worth>(places) * 3 * kMostWorth + 1;
  const Worth story_counts = static_cast<Worth>(places + 1) * backup_counts;
  // Two seats a place; a column without a story is for a seat that stays empty.
  Table worth(2 * places, std::vector<Worth>(std::max(2 * places, stories.size()), 0));
  for (std::size_t place = 0; place < places; ++place)
    for (std::size_t column = 0; column < by_id.size(); ++column)
      if (const Worth each = worth_of(stories[by_id[column]], principles[place]); each > 0) {
        worth[2 * place][column] = story_counts + 2 * each;
        worth[2 * place + 1][column] = backup_counts + each;
      }
  const std::vector<std::size_t> columns = best_columns(worth);
  std::vector<MapPlace> map(places);
  for (std::size_t seat = 0; seat < columns.size(); ++seat) {
    if (worth[seat][columns[seat]] == 0) continue;
    (seat % 2 == 0 ? map[seat / 2].story : map[seat / 2].backup) = by_id[columns[seat]];
  }
  return map;
}

}  // namespace starling
