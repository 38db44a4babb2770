#include "deck/advice.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "deck/gaps.h"
#include "deck/own_version.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kAnswerWords = 20;
constexpr int kFrontWords = 45;
constexpr int kHiddenLines = 6;
constexpr int kItemWords = 4;
constexpr std::size_t kListItems = 3;
constexpr std::size_t kDeckCards = 60;
constexpr std::size_t kOptions = 3;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string folded = fold(text);
  std::string_view rest = folded;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words;
}

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Where a sentence ends and another begins: ". T".
std::size_t next_sentence(std::string_view text) {
  for (std::size_t at = text.find(". "); at != text.npos; at = text.find(". ", at + 1))
    if (at + 2 < text.size() && is_upper(text[at + 2])) return at + 2;
  return text.npos;
}

// The answers as prose: what a learner has to say.
std::vector<std::string> answers_of(const Card& card) {
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
  return answers;
}

// Of the questions that a cloze asks the one with most words: the answers of its gap are hidden.
std::string longest_shown(const Gapped& gapped) {
  std::string longest;
  for (const int number : gap_numbers(gapped)) {
    std::string front = with_gap(gapped, number);
    if (longest.empty() || count_words(front) > count_words(longest)) longest = std::move(front);
  }
  return longest;
}

bool is_list_line(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ")) return true;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") "));
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    const std::size_t end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == text.npos) return pieces;
    text.remove_prefix(end + separator.size());
  }
}

std::size_t list_lines(std::string_view text) {
  const auto lines = split(text, "\n");
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_list_line));
}

// "a, b, c and d": the items between the first and the last are short, and the last may be two.
std::size_t inline_items(std::string_view text, std::string_view separator) {
  const auto pieces = split(text, separator);
  if (pieces.size() < 3) return 0;
  const bool is_short = std::all_of(pieces.begin() + 1, pieces.end() - 1,
                                    [](std::string_view piece) { return count_words(piece) <= kItemWords; });
  const bool joined = pieces.back().find(" and ") != text.npos || pieces.back().find(" or ") != text.npos;
  return is_short ? pieces.size() + (joined ? 1 : 0) : 0;
}

class Adviser {
 public:
  explicit Adviser(const Deck& deck) : deck_(deck) {}

  std::vector<Problem> advise() {
    if (deck_.cards.size() > kDeckCards)
      add_problem(problems_, {deck_.file, 1, 1, "", "deck-too-large", Severity::Warning,
                              fmt::format("{} cards; a deck of at most {} keeps its changes readable",
                                          deck_.cards.size(), kDeckCards)});
    std::set<std::string> later;
    for (const Card& card : deck_.cards) later.insert(fmt::format("{}/{}", deck_.id, card.id));
    for (const Card& card : deck_.cards) {
      card_ = &card;
      for (const std::string& need : card.needs)
        if (later.contains(need)) warn("needs-later", fmt::format("it needs '{}', which comes later", need));
      later.erase(fmt::format("{}/{}", deck_.id, card.id));
      if (!card.retired) advise_card(card);
    }
    return std::move(problems_);
  }

 private:
  void warn(std::string_view rule, std::string text) {
    add_problem(problems_, {file_of(deck_, *card_), card_->line, 1, card_->id, std::string(rule), Severity::Warning,
                            fmt::format("card '{}': {}", card_->id, text)});
  }

  void advise_card(const Card& card) {
    for (const std::string& answer : answers_of(card)) answer_length(answer);
    if (card.kind == CardKind::Basic || card.kind == CardKind::Scenario) one_fact(card.back);
    question(card.kind == CardKind::Cloze ? longest_shown(gaps_of(card)) : card.front);
    if (card.kind == CardKind::Reversible) question(card.front_reverse);
    if (card.kind == CardKind::Code) hidden_lines(card);
    if (card.kind == CardKind::Choice) options(card);
    if (card.kind == CardKind::Ordered) items(card);
    if (card.kind == CardKind::Number && !card.tolerance && !card.factor)
      warn("number-without-tolerance", "say how near counts: tolerance = 0 for an exact number, or factor = 3");
    if (std::find(card.tags.begin(), card.tags.end(), "quota") != card.tags.end()) quota(card);
  }

  void answer_length(const std::string& answer) {
    const int words = count_words(answer);
    if (words > kAnswerWords)
      warn("answer-too-long", fmt::format("the answer has {} words; at most {}, the rest belongs in extra", words,
                                          kAnswerWords));
    if (std::max({list_lines(answer), inline_items(answer, ", "), inline_items(answer, "; ")}) > kListItems)
      warn("list-too-long",
           fmt::format("the answer lists more than {} items; make a card each, or an ordered one", kListItems));
  }

  void one_fact(const std::string& answer) {
    const auto words = words_of(answer);
    // One "and" is as often part of a fact ("Disagree and Commit") as it joins two.
    const bool two = next_sentence(answer) != answer.npos || std::count(words.begin(), words.end(), "and") > 1;
    if (two) warn("two-facts", "the answer holds more than one fact; split it, or move the rest to extra");
    if (!words.empty() && (words[0] == "yes" || words[0] == "no") && words.size() < 4)
      warn("yes-no-question", "the answer is yes or no; ask for the cause or the condition");
  }

  void question(std::string_view front) {
    const int words = count_words(front);
    if (words > kFrontWords)
      warn("front-too-long",
           fmt::format("the question has {} words; at most {} can be read in eight seconds", words, kFrontWords));
    std::string_view last = trimmed(front);
    for (std::size_t next = next_sentence(last); next != last.npos; next = next_sentence(last))
      last.remove_prefix(next);
    const auto asked = words_of(last);
    if (asked.empty() || !last.ends_with('?')) return;
    constexpr std::array<std::string_view, 16> kAuxiliaries{
        "is",  "are", "was",  "were", "do",   "does",   "did",   "can",
        "may", "has", "have", "will", "must", "should", "could", "would"};
    const bool closed = std::find(kAuxiliaries.begin(), kAuxiliaries.end(), asked[0]) != kAuxiliaries.end();
    const bool plain = last.front() != '*' && last.front() != '_';  // else it begins with a name
    if (closed && plain && !has_word(asked, "or") && !has_word(asked, "why"))
      warn("yes-no-question", "the question can be answered by yes or no; ask for the cause or the condition");
    if (fold(last).find("what do you know") != std::string::npos)
      warn("open-question", "'what do you know' has no one answer; ask for one fact");
  }

  void hidden_lines(const Card& card) {
    const Gapped gapped = gaps_of(card);
    for (const int number : gap_numbers(gapped)) {
      std::ptrdiff_t lines = 0;
      for (const std::string& answer : gap_answers(gapped, number))
        lines += 1 + std::count(answer.begin(), answer.end(), '\n');
      if (lines > kHiddenLines)
        warn("answer-too-long", fmt::format("gap {} hides {} lines; at most {}", number, lines, kHiddenLines));
    }
  }

  void options(const Card& card) {
    std::set<std::string> seen;
    for (const ChoiceOption& option : card.options) {
      const std::string folded = fold(option.text);
      if (!option.correct && trimmed(option.why_not).empty())
        warn("option-without-why-not", fmt::format("option “{}” does not say why it is wrong", option.text));
      if (folded == "all of the above" || folded == "none of the above")
        warn("all-of-the-above", "an option about the other options tests nothing");
      if (folded == "yes" || folded == "no")
        warn("yes-no-question", "yes and no are not options; offer causes or conditions");
      if (!folded.empty() && !seen.insert(folded).second)
        warn("same-option", fmt::format("option “{}” is there twice", option.text));
    }
    if (!card.multi && card.options.size() != kOptions)
      warn("option-count", fmt::format("{} options; three are enough to tempt and few enough to read",
                                       card.options.size()));
  }

  void items(const Card& card) {
    std::set<std::string> seen;
    for (const std::string& item : card.items)
      if (!seen.insert(fold(item)).second) warn("same-item", fmt::format("item “{}” is there twice", item));
  }

  void quota(const Card& card) {
    if (trimmed(card.source).empty()) warn("quota-without-source", "a quota needs its source");
    if (!card.as_of && !deck_.as_of) warn("quota-without-as-of", "a quota needs its date: as_of = 2026-11-22");
    for (const std::string& text : {card.front, card.text, card.back, card.extra}) {
      const auto words = words_of(text);
      for (const std::string_view word : {"default", "defaults", "hard"})
        if (has_word(words, word)) return;
    }
    warn("quota-without-kind", "say whether the quota is a default or a hard limit");
  }

  const Deck& deck_;
  const Card* card_ = nullptr;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> check_advice(const Deck& deck) { return Adviser(deck).advise(); }

}  // namespace starling
