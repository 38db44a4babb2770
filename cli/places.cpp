#include "cli/places.h"

#include <fmt/format.h>

#include <string_view>

#include "cli/usage_error.h"

namespace starling {

namespace {

using std::filesystem::path;

std::optional<path> absolute_only(const std::string& text) {
  const path given = text;
  return given.is_absolute() ? std::optional(given) : std::nullopt;
}

// A shell leaves the "~" of XDG_DATA_HOME="~/data" to the program.
std::optional<path> absolute_or_tilde(const std::string& text, const std::optional<path>& user) {
  if (user && (text == "~" || text.starts_with("~/"))) return text.size() <= 2 ? *user : *user / text.substr(2);
  return absolute_only(text);
}

// `base`, else `usual` below HOME; in it the folder that is ours.
std::optional<path> below(const std::string& base, const std::optional<path>& user, std::string_view usual) {
  std::optional<path> folder = absolute_or_tilde(base, user);
  if (!folder && user) folder = *user / usual;
  if (folder) *folder /= "starling";
  return folder;
}

}  // namespace

Places places(const Variables& variables) {
  Places found;
  found.user = absolute_only(variables.home);
  found.study = variables.starling_home.empty() ? below(variables.data, found.user, ".local/share")
                                                : std::optional<path>(variables.starling_home);
  found.cache = below(variables.cache, found.user, ".cache");
  found.state = below(variables.state, found.user, ".local/state");
  return found;
}

path without_tilde(const path& given, const std::optional<path>& user) {
  const std::string text = given.string();
  std::error_code none;
  if (text != "~" && !text.starts_with("~/")) return given;
  if (std::filesystem::is_directory(given, none)) return given;
  if (!user) throw UsageError(fmt::format("'{}': there is no HOME that '~' could stand for", text));
  return text.size() <= 2 ? *user : *user / text.substr(2);
}

}  // namespace starling
