// The first line of the texts that Starling writes for the learner: it tells an editor (Taplo, Even Better TOML) by
// which schema the file is completed and checked.
#pragma once

#include <string>
#include <string_view>

namespace starling {

// Where a study folder keeps the schemas: inside it, so that the way from a file to its schema is the same on every
// machine, without a network and in a clone.
inline constexpr std::string_view kSchemaFolder = "schema";

// "#:schema ../schema/deck.json\n" for a file that lies `depth` folders below the study folder. `format` is "settings",
// "deck", "changes", "story", "problem", "exercise", "plan-changes" or "rounds".
[[nodiscard]] std::string schema_line(std::string_view format, int depth);

}  // namespace starling
