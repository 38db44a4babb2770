#include "cli/round_name.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/usage_error.h"
#include "text/text.h"

namespace starling {

std::size_t need_round(std::span<const Round> rounds, std::string_view name) {
  const std::string id = kebab(std::string(name));
  // Of two rounds with one title an id names one.
  const auto by_id = std::ranges::find(rounds, id, &Round::id);
  const auto found = by_id != rounds.end() ? by_id : std::ranges::find(rounds, id, [](const Round& round) { return kebab(round.title); });
  if (found != rounds.end()) return static_cast<std::size_t>(found - rounds.begin());
  std::vector<std::string> ids;
  for (const Round& round : rounds) ids.push_back(round.id);
  const auto near = nearest(id, ids);
  throw UsageError(near ? fmt::format("no round is called '{}'; did you mean '{}'?", name, *near)
                        : fmt::format("no round is called '{}'; there are: {}", name, fmt::join(ids, ", ")));
}

}  // namespace starling
