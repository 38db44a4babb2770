// The rules for decks in one table: their names, how grave each is, and what each says. docs/decks.md is made from it.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "source/source.h"

namespace starling {

struct DeckRule {
  std::string_view id;          // Problem::rule; stable
  std::string_view subject;     // what it looks at: "words", "options" …
  Severity severity;
  std::string_view definition;  // when it speaks
};

// By subject. Those of severity Advice are for shipped decks and for whoever asks.
[[nodiscard]] std::span<const DeckRule> deck_rules();
// `id` is one of them.
[[nodiscard]] const DeckRule& deck_rule(std::string_view id);

// Limits that the definitions name.
inline constexpr int kAnswerWords = 20;
inline constexpr int kFrontWords = 45;
inline constexpr int kReadWords = 28;       // in eight seconds, aloud
inline constexpr int kSceneWords = 42;      // of a scenario, a number or code: twelve seconds
inline constexpr int kHiddenLines = 6;
inline constexpr std::size_t kListItems = 3;
inline constexpr std::size_t kDeckCards = 60;
inline constexpr std::size_t kOptions = 3;
inline constexpr double kMuchLonger = 1.6;  // the right option to the longest wrong one
inline constexpr std::size_t kMostAlike = 3;  // cards with one answer
inline constexpr std::size_t kFewestForms = 3;
inline constexpr std::size_t kFewestTried = 3;  // right and wrong answers of a [[check]]
inline constexpr double kJudgementShare = 0.6;
inline constexpr std::size_t kJudgedDeck = 8;   // cards
inline constexpr double kLevelShare = 0.15;
inline constexpr std::size_t kLevelFamily = 20;  // cards
inline constexpr double kNearShare = 0.5;        // of the shorter card's runs of three words

// The sorts of card, by their tags: the first five ask for judgement.
inline constexpr std::array<std::string_view, 6> kCardSorts{"tradeoff", "diagnosis", "estimate",
                                                            "failure",  "followup",  "definition"};
inline constexpr std::size_t kJudgementSorts = 5;

}  // namespace starling
