#include <algorithm>

#include "text/text.h"
#include "text/utf8.h"

namespace starling {

namespace {

// One row of the table of distances. What lies outside the band around the diagonal is beyond the limit.
using Row = std::vector<int>;

int step(const std::u32string& a, const std::u32string& b, std::size_t i, std::size_t j, const Row& before,
         const Row& above, const Row& row) {
  const int replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
  int best = std::min({replaced, above[j] + 1, row[j - 1] + 1});
  if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = std::min(best, before[j - 2] + 1);
  return best;
}

int slips_allowed(std::size_t length) {
  if (length >= 9) return 3;
  return length >= 6 ? 2 : 1;
}

}  // namespace

int edit_distance(std::string_view left, std::string_view right, int limit) {
  const std::u32string a = to_characters(left);
  const std::u32string b = to_characters(right);
  const std::size_t longest = std::max(a.size(), b.size());
  const auto reach = std::min(static_cast<std::size_t>(std::max(limit, 0)), longest);
  const int beyond = static_cast<int>(reach) + 1;
  if (longest - std::min(a.size(), b.size()) > reach) return beyond;

  Row before(b.size() + 1, beyond);
  Row above(b.size() + 1, beyond);
  Row row(b.size() + 1, beyond);
  for (std::size_t j = 0; j <= std::min(b.size(), reach); ++j) above[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > reach ? i - reach : 1;
    const std::size_t last = std::min(b.size(), i + reach);
    row[first - 1] = i <= reach ? static_cast<int>(i) : beyond;
    for (std::size_t j = first; j <= last; ++j) row[j] = std::min(beyond, step(a, b, i, j, before, above, row));
    before.swap(above);
    above.swap(row);
  }
  return std::min(above[b.size()], beyond);
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& words) {
  const std::string wanted = fold(word);
  int allowed = slips_allowed(to_characters(wanted).size());
  std::optional<std::string> found;
  for (const std::string& candidate : words) {
    const int distance = edit_distance(wanted, fold(candidate), allowed);
    if (distance > allowed) continue;
    found = candidate;
    if (distance == 0) break;
    allowed = distance - 1;
  }
  return found;
}

}  // namespace starling
