// What came of it, in numbers.
#include <fmt/format.h>

#include <algorithm>

#include "lint/finders.h"
#include "lint/phrases.h"
#include "lint/told.h"

namespace starling {

LintFinds find_no_number(const LintCase& c) {
  if (!find_numbers(c.spoken.of(Section::Result)).empty()) return {};
  return {about_section(c, Section::Result, "The result has no number.")};
}

LintFinds find_one_number(const LintCase& c) {
  auto numbers = find_numbers(c.spoken.of(Section::Result));
  const int wanted = c.settings.whole(LintLimit::ResultNumbers);
  const int count = static_cast<int>(numbers.size());
  if (count == 0 || count >= wanted) return {};
  return {about_words(c, {{Section::Result, std::move(numbers)}},
                      fmt::format("The result has {}; at least {} are wanted.", numbered(count, "number"), wanted))};
}

LintFinds find_no_baseline(const LintCase& c) {
  auto numbers = find_numbers(c.spoken.of(Section::Result));
  if (numbers.empty() || has_baseline(c.story, c.spoken)) return {};
  const int count = static_cast<int>(numbers.size());
  return {about_words(c, {{Section::Result, std::move(numbers)}},
                      fmt::format("The result has {} and nothing that {} compared with.", numbered(count, "number"),
                                  count == 1 ? "it is" : "they are"))};
}

}  // namespace starling
