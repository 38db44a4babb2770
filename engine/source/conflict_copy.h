// Copies that sync programs make when two machines changed one file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace starling {

// The name of the file that `name` (without folders) is a conflict copy of, as Syncthing, Nextcloud, Dropbox and others
// call them; nothing for other names. Where that file is not there it is no copy: a browser calls what it brings so, too.
[[nodiscard]] std::optional<std::string> original_of(std::string_view name);

}  // namespace starling
