// The text of a story that is still to be written.
#pragma once

#include <string>
#include <string_view>

namespace starling {

// A new story file with its headings filled in and `draft = true`, which read_story reads without a problem. `id`
// is kebab-case, `level` "L6", "L7" or empty, `target_seconds` from kShortestTelling to kLongestTelling. In the
// title a control character becomes a blank; a title of nothing but blanks becomes the id.
[[nodiscard]] std::string new_story_text(std::string_view id, std::string_view title, std::size_t principle,
                                         std::string_view level, int target_seconds);

}  // namespace starling
