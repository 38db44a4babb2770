#include <algorithm>
#include <vector>

#include "text/text.h"

namespace starling {

namespace {

// Beyond this many words two answers are not laid side by side word by word.
constexpr std::size_t kMostWords = 200;

struct Word {
  Stretch at;
  std::string folded;
};

std::vector<Word> words_of(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n";
  std::vector<Word> words;
  for (std::size_t begin = text.find_first_not_of(kBlanks); begin != text.npos;) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const std::string folded = fold(word);
    words.push_back({{begin, end - begin}, folded.empty() ? std::string(word) : folded});
    begin = text.find_first_not_of(kBlanks, end);
  }
  return words;
}

// Neighbours are one stretch.
void mark(std::vector<Stretch>& marked, const Stretch& word) {
  if (!marked.empty() && marked.back().begin + marked.back().size + 1 == word.begin)
    marked.back().size += 1 + word.size;
  else
    marked.push_back(word);
}

}  // namespace

Difference difference(std::string_view given, std::string_view meant) {
  const std::vector<Word> a = words_of(given);
  const std::vector<Word> b = words_of(meant);
  Difference result;
  if (a.size() > kMostWords || b.size() > kMostWords) return {{{0, given.size()}}, {{0, meant.size()}}};
  // The longest row of words that both have in this order, from every pair of places on.
  std::vector<std::vector<int>> same(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      same[i][j] = a[i].folded == b[j].folded ? same[i + 1][j + 1] + 1 : std::max(same[i + 1][j], same[i][j + 1]);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i].folded == b[j].folded) {
      ++i;
      ++j;
    } else if (j == b.size() || (i < a.size() && same[i + 1][j] >= same[i][j + 1])) {
      mark(result.in_given, a[i++].at);
    } else {
      mark(result.in_meant, b[j++].at);
    }
  }
  return result;
}

}  // namespace starling
