#include "cli/unread.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "cli/shell_word.h"

namespace starling {

namespace {

[[noreturn]] void refuse_unread(Problem first, std::string_view mend) {
  first.rule = "unreadable";
  first.text = fmt::format("it cannot be read; mend it{}", mend);
  throw TextError({std::move(first)});
}

}  // namespace

void refuse_unread_item(const Library& library, std::string_view item) {
  const auto why = why_unread(library, item);
  if (!why) return;
  constexpr std::string_view kStory = "story/";
  refuse_unread(*why, item.starts_with(kStory) ? fmt::format(": starling story edit {}", shell_word(item.substr(kStory.size())))
                                               : fmt::format(": starling card edit {}", shell_word(item)));
}

void refuse_unread_text(const std::vector<Problem>& problems, std::string_view file) {
  const auto error = std::ranges::find_if(problems, [&](const Problem& problem) {
    return problem.severity == Severity::Error && problem.file == file;
  });
  if (error != problems.end()) refuse_unread(*error, fmt::format(": {}", error->text));
}

}  // namespace starling
