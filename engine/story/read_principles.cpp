#include "story/read_principles.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>

#include "story/principles.h"
#include "text/text.h"

namespace starling {

std::vector<std::size_t> read_principles(Fields& fields, std::string_view key) {
  std::vector<std::size_t> list;
  for (const std::string& word : fields.texts(key)) {
    const auto principle = find_principle(word);
    if (!principle) {
      const auto near = nearest(word, principle_ids());
      fields.problem(key, "unknown-principle",
                     near ? fmt::format("'{}' is not a principle; did you mean '{}'?", shorten(word, 60), *near)
                          : fmt::format("'{}' is not a principle; use one of: {}", shorten(word, 60), fmt::join(principle_ids(), ", ")));
    } else if (std::ranges::find(list, *principle) != list.end()) {
      fields.problem(key, "duplicate-principle", fmt::format("{} stands twice", principles()[*principle].id));
    } else {
      list.push_back(*principle);
    }
  }
  return list;
}

}  // namespace starling
