#include "decklint/card_words.h"

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

const std::set<std::string, std::less<>>& small_words() {
  static const std::set<std::string, std::less<>> kWords{
      "the",  "a",    "an",   "of",   "to",   "in",    "and",   "or",    "for",   "is",    "it",    "its",   "on",   "at",
      "by",   "with", "that", "this", "which", "what", "why",   "how",   "does",  "do",    "be",    "as",    "from", "than",
      "not",  "no",   "one",  "are",  "was",  "were",  "has",   "have",  "when",  "where", "who",   "will",  "would", "can",
      "each", "per",  "only", "most", "least", "first", "more", "less",  "after", "before", "you",  "your",  "into", "over",
      "under", "same", "other", "two", "three", "between"};
  return kWords;
}

}  // namespace

FoldedWords folded_words(std::string_view text) {
  FoldedWords words;
  const std::string folded = fold(text);
  std::string_view rest = folded;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words;
}

bool has_word(const FoldedWords& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::set<std::string> content_words(std::string_view text) {
  std::set<std::string> words;
  for (std::string& word : folded_words(text))
    if (!small_words().contains(word)) words.insert(std::move(word));
  return words;
}

std::vector<std::string> prose_answers(const Card& card) {
  std::vector<std::string> answers;
  switch (card.kind) {
    case CardKind::Typed: answers.push_back(card.answer); break;
    case CardKind::Cloze:
      for (const GapPart& part : gaps_of(card).parts)
        if (part.number > 0) answers.push_back(part.text);
      break;
    case CardKind::Choice:
      for (const ChoiceOption& option : card.options)
        if (option.correct) answers.push_back(option.text);
      break;
    case CardKind::Reversible: answers.push_back(card.back_reverse); [[fallthrough]];
    case CardKind::Basic:
    case CardKind::Scenario: answers.push_back(card.back); break;
    default: break;
  }
  std::erase(answers, "");
  return answers;
}

std::string asked_text(const Card& card) {
  if (card.kind != CardKind::Cloze) return card.front;
  std::string text;
  for (const GapPart& part : gaps_of(card).parts) text += part.number > 0 ? " … " : part.text;
  return text;
}

std::string longest_question(const Card& card) {
  if (card.kind != CardKind::Cloze) return card.front;
  const Gapped gapped = gaps_of(card);
  std::string longest;
  for (const int number : gap_numbers(gapped)) {
    std::string front = with_gap(gapped, number);
    if (longest.empty() || count_words(front) > count_words(longest)) longest = std::move(front);
  }
  return longest;
}

std::string whole_text(const Card& card) {
  std::string text = card.front + "\n" + card.text + "\n" + card.back + "\n" + card.extra + "\n" + card.answer;
  for (const ChoiceOption& option : card.options) text += "\n" + option.text + "\n" + option.why_not;
  return text;
}

bool has_tag(const Card& card, std::string_view tag) {
  return std::find(card.tags.begin(), card.tags.end(), tag) != card.tags.end();
}

}  // namespace starling
