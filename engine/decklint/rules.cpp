#include "decklint/rules.h"

#include <algorithm>

namespace starling {

namespace {

constexpr Severity kWarning = Severity::Warning;
constexpr Severity kAdvice = Severity::Advice;

constexpr DeckRule kRules[]{
    {"answer-too-long", "words", kWarning, "An answer has more than 20 words, or a gap in code hides more than 6 lines."},
    {"list-too-long", "words", kWarning, "An answer lists more than three items."},
    {"two-facts", "words", kWarning, "The back of a basic or scenario card holds two sentences, or more than one 'and'."},
    {"front-too-long", "words", kWarning, "A question has more than 45 words."},
    {"reading-time", "words", kAdvice,
     "A question takes more than eight seconds to read aloud (28 words); a scenario, a number or code more than twelve (42)."},
    {"yes-no-question", "words", kWarning, "A question, an answer or an option is yes or no."},
    {"open-question", "words", kWarning, "A question asks what one knows of something."},
    {"option-without-why-not", "options", kWarning, "A wrong option does not say why it is wrong."},
    {"all-of-the-above", "options", kWarning, "An option is about the other options."},
    {"same-option", "options", kWarning, "An option is there twice."},
    {"option-count", "options", kWarning, "A choice of one has other than three options."},
    {"right-option-longest", "options", kAdvice, "The right option has more than 1.6 times the letters of the longest wrong one."},
    {"right-option-place", "options", kAdvice, "In a deck with three or more choices the right option is the first of each. Mended by --fix."},
    {"same-item", "options", kWarning, "An item of an order is there twice."},
    {"number-without-tolerance", "sources", kWarning, "A number card has neither tolerance nor factor."},
    {"number-without-source", "sources", kAdvice, "A number card has no source, and is no estimate: it is neither of the area estimation nor tagged so."},
    {"quota-without-source", "sources", kWarning, "A card tagged quota has no source."},
    {"quota-without-as-of", "sources", kWarning, "A card tagged quota has no as_of, nor has its deck."},
    {"quota-without-kind", "sources", kWarning, "A card tagged quota says none of: default, hard, soft, fixed, adjustable."},
    {"few-forms", "checks", kAdvice,
     "A typed answer or a gap of two or more words, none of them a number, has fewer than three forms that are right."},
    {"unchecked-answer", "checks", kAdvice, "A typed or number card, or a gap of a cloze or code card, has no [[check]]."},
    {"short-check", "checks", kAdvice, "A [[check]] has fewer than three right or three wrong answers."},
    {"answer-in-front", "given-away", kAdvice, "All words of an answer of up to four, but the small ones, stand in its question."},
    {"answer-in-title", "given-away", kAdvice, "They stand in the title of the deck."},
    {"answer-in-tags", "given-away", kAdvice, "The answer is one of the card's tags."},
    {"answer-in-neighbour", "given-away", kAdvice, "An answer of two to four words stands word for word in the question of the card before or behind it."},
    {"answer-repeated", "sameness", kAdvice, "More than three cards have one answer, in all decks that are looked at."},
    {"answer-shape-repeated", "sameness", kAdvice, "More than three answers of a deck begin with the same three words."},
    {"near-duplicate", "sameness", kAdvice, "Question and answer share more than half of their runs of three words with another card, in any deck that is looked at."},
    {"sort-missing", "sorts", kAdvice, "A card has other than one of the tags tradeoff, diagnosis, estimate, failure, followup, definition."},
    {"few-judgements", "sorts", kAdvice, "Of a deck of eight or more cards fewer than 60 % have one of the first five of them."},
    {"level-share", "sorts", kAdvice, "Of the 20 or more cards of an area fewer than 15 % are for L7 alone."},
    {"needs-later", "order", kWarning, "A card needs one that comes later in its deck."},
    {"needs-later-week", "order", kWarning, "A card needs one of a later week."},
    {"needs-other-level", "order", kWarning, "A card needs one that some of its learners never meet, since it is of the other level alone."},
    {"week-outside-deck", "order", kAdvice, "A card has a week that its deck does not name."},
    {"deck-too-large", "order", kAdvice, "A deck has more than 60 cards."},
};

}  // namespace

std::span<const DeckRule> deck_rules() { return kRules; }

const DeckRule& deck_rule(std::string_view id) { return *std::ranges::find(kRules, id, &DeckRule::id); }

}  // namespace starling
