#include "cli/round_name.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

#include "cli/usage_error.h"
#include "text/text.h"

namespace starling {

std::size_t need_round(std::span<const Round> rounds, std::string_view name) {
  const std::string id = kebab(std::string(name));
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    if (rounds[i].id == id || kebab(rounds[i].title) == id) return i;
    ids.push_back(rounds[i].id);
  }
  const auto near = nearest(id, ids);
  throw UsageError(near ? fmt::format("no round is called '{}'; did you mean '{}'?", name, *near)
                        : fmt::format("no round is called '{}'; there are: {}", name, fmt::join(ids, ", ")));
}

}  // namespace starling
