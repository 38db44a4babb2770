// Looking for words in searchable lines.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "find/passages.h"

namespace starling {

// What is looked for: words, folded, each once. Without one nothing is found.
struct SearchQuery {
  std::vector<std::string> words;
  std::string phrase;  // all of it as one, folded
};
[[nodiscard]] SearchQuery read_query(std::string_view text);

struct SearchMatch {
  std::string_view id;  // points into the lines
  int rank = 0;         // 0 is best: whole words, in the id or the first passage, side by side
};
// Those lines that hold every word, in the order of the lines. What is no line of searchable.h is passed over.
[[nodiscard]] std::vector<SearchMatch> matches(std::string_view lines, const SearchQuery& query);

// The first passage of those that hold most of the words; the first of all where none holds one. There is at least one.
[[nodiscard]] const Passage& best_passage(const std::vector<Passage>& passages, const SearchQuery& query);

}  // namespace starling
