#include "find/matches.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "text/text.h"

namespace starling {

namespace {

// The library's own search is far quicker over long texts than that of a string_view.
std::size_t find_bytes(std::string_view text, std::string_view word, std::size_t from) {
  const void* found = ::memmem(text.data() + from, text.size() - from, word.data(), word.size());
  return found == nullptr ? text.npos : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

// Letters of other scripts go on as words do.
bool goes_on(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_whole(std::string_view text, std::size_t at, std::size_t size) {
  const bool begins = at == 0 || !goes_on(text[at - 1]) || !goes_on(text[at]);
  const std::size_t end = at + size;
  return begins && (end == text.size() || !goes_on(text[end]) || !goes_on(text[end - 1]));
}

// 0 a whole word, 1 inside one; nothing where it is not there.
std::optional<int> place_in(std::string_view text, std::string_view word) {
  std::optional<int> best;
  for (std::size_t at = find_bytes(text, word, 0); at != text.npos; at = find_bytes(text, word, at + 1)) {
    if (is_whole(text, at, word.size())) return 0;
    best = 1;
  }
  return best;
}

struct SearchLine {
  std::string_view id;
  std::string_view head;  // the id and the first passage
  std::string_view rest;
};

std::optional<SearchLine> line_at(std::string_view lines, std::size_t begin, std::size_t end) {
  const std::string_view line = lines.substr(begin, end - begin);
  const std::size_t first = line.find('\t');
  const std::size_t second = first == line.npos ? first : line.find('\t', first + 1);
  if (second == line.npos) return std::nullopt;
  return SearchLine{line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)};
}

// Whole words first, those of the head before those of the rest.
std::optional<int> rank_of(const SearchLine& line, std::string_view word) {
  const auto head = place_in(line.head, word);
  if (head == 0) return 0;
  const auto rest = place_in(line.rest, word);
  if (rest == 0) return 1;
  if (head) return 2;
  return rest ? std::optional(3) : std::nullopt;
}

std::optional<int> rank_of(const SearchLine& line, const SearchQuery& query) {
  int sum = 0;
  for (const std::string& word : query.words) {
    const auto rank = rank_of(line, word);
    if (!rank) return std::nullopt;
    sum += *rank;
  }
  const bool apart = query.words.size() > 1 && line.head.find(query.phrase) == line.head.npos &&
                     line.rest.find(query.phrase) == line.rest.npos;
  return sum + (apart ? 1 : 0);
}

}  // namespace

SearchQuery read_query(std::string_view text) {
  SearchQuery query;
  query.phrase = fold(text);
  for (std::size_t at = 0; at < query.phrase.size();) {
    const std::size_t end = std::min(query.phrase.find(' ', at), query.phrase.size());
    std::string word = query.phrase.substr(at, end - at);
    if (std::ranges::find(query.words, word) == query.words.end()) query.words.push_back(std::move(word));
    at = end + 1;
  }
  return query;
}

std::vector<SearchMatch> matches(std::string_view lines, const SearchQuery& query) {
  std::vector<SearchMatch> found;
  if (query.words.empty()) return found;
  // The longest word is the rarest as a rule: only lines with it are looked at.
  const std::string& rare = *std::ranges::max_element(query.words, {}, &std::string::size);
  for (std::size_t at = find_bytes(lines, rare, 0); at != lines.npos; at = find_bytes(lines, rare, at)) {
    const std::size_t newline = lines.rfind('\n', at);
    const std::size_t begin = newline == lines.npos ? 0 : newline + 1;
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const auto line = line_at(lines, begin, end);
    const auto rank = line ? rank_of(*line, query) : std::nullopt;
    if (rank) found.push_back({line->id, *rank});
    at = end;
  }
  return found;
}

const Passage& best_passage(const std::vector<Passage>& passages, const SearchQuery& query) {
  const auto held = [&](const Passage& passage) {
    const std::string text = fold(passage.text);
    return std::ranges::count_if(query.words, [&](const std::string& word) { return text.find(word) != text.npos; });
  };
  return *std::ranges::max_element(passages, {}, held);
}

}  // namespace starling
