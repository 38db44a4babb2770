#include "source/dotted.h"

#include <algorithm>

namespace starling {

namespace {

// Where the text in quotes that begins at `start` is over; npos where it is not.
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
  return text.npos;
}

// Behind the comment at `at`.
std::size_t end_of_line(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

}  // namespace

std::optional<std::string_view> open_quotes(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '#') {
      at = end_of_line(text, at);
    } else if (text[at] == '"' || text[at] == '\'') {
      const std::size_t end = end_of_quoted(text, at);
      const std::string_view rest = text.substr(at);
      if (end == text.npos) return rest.starts_with(R"(""")") || rest.starts_with("'''") ? std::optional(rest) : std::nullopt;
      at = end;
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

std::optional<std::string_view> too_deep_key(std::string_view text) {
  int parts = 1;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      at = end_of_quoted(text, at);
      continue;
    }
    if (c == '#') {
      at = end_of_line(text, at);
      continue;
    }
    if (c == '.' && ++parts > kMaxKeyParts) return text.substr(at);
    if (std::string_view("\n=,[]{}").find(c) != std::string_view::npos) parts = 1;
    ++at;
  }
  return std::nullopt;
}

}  // namespace starling
