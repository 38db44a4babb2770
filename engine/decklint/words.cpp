// Length, lists, two facts, yes and no.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "decklint/card_words.h"
#include "decklint/remarks.h"
#include "decklint/rules.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kItemWords = 4;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Where a sentence ends and another begins: ". T".
std::size_t next_sentence(std::string_view text) {
  for (std::size_t at = text.find(". "); at != text.npos; at = text.find(". ", at + 1))
    if (at + 2 < text.size() && is_upper(text[at + 2])) return at + 2;
  return text.npos;
}

bool is_list_line(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ")) return true;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") "));
}

std::vector<std::string_view> split_at(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    const std::size_t end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == text.npos) return pieces;
    text.remove_prefix(end + separator.size());
  }
}

std::size_t list_lines(std::string_view text) {
  const auto lines = split_at(text, "\n");
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_list_line));
}

// "a, b, c and d": the items between the first and the last are short, and the last may be two.
std::size_t inline_items(std::string_view text, std::string_view separator) {
  const auto pieces = split_at(text, separator);
  if (pieces.size() < 3) return 0;
  const bool is_short = std::all_of(pieces.begin() + 1, pieces.end() - 1,
                                    [](std::string_view piece) { return count_words(piece) <= kItemWords; });
  const bool joined = pieces.back().find(" and ") != text.npos || pieces.back().find(" or ") != text.npos;
  return is_short ? pieces.size() + (joined ? 1 : 0) : 0;
}

void check_answer(const Card& card, const std::string& answer, DeckRemarks& remarks) {
  const int words = count_words(answer);
  if (words > kAnswerWords)
    remarks.of_card(card, "answer-too-long",
                    fmt::format("the answer has {} words; at most {}, the rest belongs in extra", words, kAnswerWords));
  if (std::max({list_lines(answer), inline_items(answer, ", "), inline_items(answer, "; ")}) > kListItems)
    remarks.of_card(card, "list-too-long",
                    fmt::format("the answer lists more than {} items; make a card each, or an ordered one", kListItems));
}

void check_one_fact(const Card& card, DeckRemarks& remarks) {
  const auto words = folded_words(card.back);
  // One "and" is as often part of a fact ("Disagree and Commit") as it joins two.
  const bool two = next_sentence(card.back) != card.back.npos || std::count(words.begin(), words.end(), "and") > 1;
  if (two) remarks.of_card(card, "two-facts", "the answer holds more than one fact; split it, or move the rest to extra");
  if (!words.empty() && (words[0] == "yes" || words[0] == "no") && words.size() < 4)
    remarks.of_card(card, "yes-no-question", "the answer is yes or no; ask for the cause or the condition");
}

void check_reading(const Card& card, int words, DeckRemarks& remarks) {
  if (words > kFrontWords) {
    remarks.of_card(card, "front-too-long", fmt::format("the question has {} words; at most {}", words, kFrontWords));
    return;
  }
  const bool scene = card.kind == CardKind::Scenario || card.kind == CardKind::Number || card.kind == CardKind::Code;
  if (words > (scene ? kSceneWords : kReadWords))
    remarks.of_card(card, "reading-time",
                    fmt::format("the question has {} words; at most {} can be read aloud in {} seconds", words,
                                scene ? kSceneWords : kReadWords, scene ? "twelve" : "eight"));
}

void check_question(const Card& card, std::string_view front, DeckRemarks& remarks) {
  check_reading(card, count_words(front), remarks);
  std::string_view last = trimmed(front);
  for (std::size_t next = next_sentence(last); next != last.npos; next = next_sentence(last)) last.remove_prefix(next);
  if (last.empty() || !last.ends_with('?')) return;
  const auto asked = folded_words(last);
  if (asked.empty()) return;
  constexpr std::array<std::string_view, 16> kAuxiliaries{
      "is",  "are", "was",  "were", "do",   "does",   "did",   "can",
      "may", "has", "have", "will", "must", "should", "could", "would"};
  const bool closed = std::find(kAuxiliaries.begin(), kAuxiliaries.end(), asked[0]) != kAuxiliaries.end();
  const bool plain = last.front() != '*' && last.front() != '_';  // else it begins with a name
  if (closed && plain && !has_word(asked, "or") && !has_word(asked, "why"))
    remarks.of_card(card, "yes-no-question", "the question can be answered by yes or no; ask for the cause or the condition");
  if (fold(last).find("what do you know") != std::string::npos)
    remarks.of_card(card, "open-question", "'what do you know' has no one answer; ask for one fact");
}

void check_hidden_lines(const Card& card, DeckRemarks& remarks) {
  const Gapped gapped = gaps_of(card);
  for (const int number : gap_numbers(gapped)) {
    std::ptrdiff_t lines = 0;
    for (const std::string& answer : gap_answers(gapped, number)) lines += 1 + std::count(answer.begin(), answer.end(), '\n');
    if (lines > kHiddenLines)
      remarks.of_card(card, "answer-too-long", fmt::format("gap {} hides {} lines; at most {}", number, lines, kHiddenLines));
  }
}

}  // namespace

void check_words(const Card& card, DeckRemarks& remarks) {
  for (const std::string& answer : prose_answers(card)) check_answer(card, answer, remarks);
  if (card.kind == CardKind::Basic || card.kind == CardKind::Scenario) check_one_fact(card, remarks);
  check_question(card, longest_question(card), remarks);
  if (card.kind == CardKind::Reversible) check_question(card, card.front_reverse, remarks);
  if (card.kind == CardKind::Code) check_hidden_lines(card, remarks);
}

}  // namespace starling
