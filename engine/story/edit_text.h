// A story's file with one thing changed and everything else byte for byte as it was.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace starling {

// Nothing where the file cannot be read, or where the change could not be made and read back: it is one for a person then.
[[nodiscard]] std::optional<std::string> with_story_id(std::string_view text, std::string_view id);
// Puts `archived = true` into [story] or takes it out. The text as it is where that is how it stands.
[[nodiscard]] std::optional<std::string> with_archived(std::string_view text, bool archived);

}  // namespace starling
