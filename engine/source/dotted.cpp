#include "source/dotted.h"

#include <algorithm>

namespace starling {

namespace {

// Where the text in quotes that begins at `start` is over.
std::size_t end_of_quoted(std::string_view text, std::size_t start) {
  const char quote = text[start];
  const std::string_view triple = quote == '"' ? R"(""")" : "'''";
  const bool many_lines = text.substr(start).starts_with(triple);
  std::size_t at = start + (many_lines ? 3 : 1);
  for (; at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (many_lines && text.substr(at).starts_with(triple)) {
      // One or two quotes more belong to the text itself.
      const std::size_t after = text.find_first_not_of(quote, at);
      return std::min({after, at + 5, text.size()});
    } else if (!many_lines && (text[at] == quote || text[at] == '\n')) {
      return at + 1;
    }
  }
  return text.size();
}

}  // namespace

std::optional<std::string_view> too_deep_key(std::string_view text) {
  int parts = 1;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      at = end_of_quoted(text, at);
      continue;
    }
    if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    if (c == '.' && ++parts > kMaxKeyParts) return text.substr(at);
    if (std::string_view("\n=,[]{}").find(c) != std::string_view::npos) parts = 1;
    ++at;
  }
  return std::nullopt;
}

}  // namespace starling
