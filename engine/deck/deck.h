// What cards does this TOML hold, what is wrong with it, and is this the answer?
// The nine kinds of card, their schedules and faces. Review state is never in here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "source/source.h"

namespace starling {

enum class CardKind { Basic, Reversible, Cloze, Typed, Number, Choice, Ordered, Scenario, Code };
[[nodiscard]] std::string_view to_string(CardKind kind);

struct ChoiceOption {
  std::string text;
  bool correct = false;
  std::string why_not;
};

struct Card {
  std::string id;
  CardKind kind = CardKind::Basic;
  int line = 1;
  std::string front;
  std::string back;
  std::string front_reverse;  // reversible; empty: the back asks for the front
  std::string back_reverse;
  std::string text;  // cloze, with its gaps: {{1::answer}} or {{1::answer::hint}}
  std::string extra;
  std::string answer;  // typed
  std::vector<std::string> accept;
  bool case_sensitive = false;
  double number = 0;  // number
  std::string unit;
  std::optional<double> tolerance;  // absolute
  std::optional<double> factor;     // right between number / factor and number * factor
  std::vector<ChoiceOption> options;
  bool multi = false;
  std::vector<std::string> items;  // ordered, in the right order
  std::string lang;                // code
  std::string code;                // code, with its gaps
  std::vector<std::string> tags;
  std::vector<std::string> level;  // "L6", "L7"; empty: both
  int difficulty = 3;              // 1 to 5
  std::optional<int> week;         // 1 to 52; the first week it may appear in
  std::string source;
  std::optional<Day> as_of;
  std::vector<std::string> needs;  // "card" of this deck, or "deck/card"; made whole by read_deck
  bool retired = false;
  bool suspended = false;
};

struct Deck {
  std::string id;
  std::string title;
  std::string area;  // lp | coding | distributed | aws | architecture | estimation | mixed
  std::vector<std::string> authors;
  std::string licence;
  std::optional<Day> as_of;
  std::vector<int> weeks;
  std::string file;
  std::vector<Card> cards;
};

// For source/pack.h.
template <class Archive>
void fields(Archive& archive, ChoiceOption& option) {
  archive(option.text, option.correct, option.why_not);
}
template <class Archive>
void fields(Archive& archive, Card& c) {
  archive(c.id, c.kind, c.line, c.front, c.back, c.front_reverse, c.back_reverse, c.text, c.extra, c.answer,
          c.accept, c.case_sensitive, c.number, c.unit, c.tolerance, c.factor, c.options, c.multi, c.items, c.lang,
          c.code, c.tags, c.level, c.difficulty, c.week, c.source, c.as_of, c.needs, c.retired, c.suspended);
}
template <class Archive>
void fields(Archive& archive, Deck& d) {
  archive(d.id, d.title, d.area, d.authors, d.licence, d.as_of, d.weeks, d.file, d.cards);
}

// A deck is absent when its text does not parse or its [deck] has no usable id; a card with a mistake is left out
// and the rest is kept. A missing title is the id, a missing area "mixed". Problems are sorted by place. `file` is
// the name used in messages.
struct DeckFile {
  std::optional<Deck> deck;
  std::vector<Problem> problems;
};
[[nodiscard]] DeckFile read_deck(std::string_view text, std::string_view file);

// What only shows when decks stand side by side: two decks of one id, a card that needs one which is not there,
// needs that run in a circle. Errors at the card's line.
[[nodiscard]] std::vector<Problem> check_together(std::span<const Deck> decks);

// The card rules that are advice: long answers, lists above three items, yes/no questions, a choice without
// why_not, a quota without as_of … All warnings, at the card's line; none for a retired card.
[[nodiscard]] std::vector<Problem> check_advice(const Deck& deck);

// What is appended to "deck/card" for each schedule of a card: "" for most; "#f", "#r" reversible; "#1", "#2" …
// for the numbers of a cloze or code card, in rising order.
[[nodiscard]] std::vector<std::string> schedules(const Card& card);

// The question and the answer of one schedule, as shown.
struct Face {
  std::string front;  // a gap shows as "[…]", or "[hint]"
  std::string back;   // the answer itself, of every kind; several gaps or options are joined by "; "
  std::string extra;  // what explains the answer
  bool code = false;                  // the card holds code: keep its layout
  std::string code_front;             // the code with its gap, where `code`
  std::string code_back;              // the code filled in
  std::vector<std::string> gaps;      // cloze and code: the answers of the gaps that are asked for
  std::vector<ChoiceOption> options;  // choice: in the order shown
  std::vector<std::string> items;     // ordered: in the order shown, shuffled, never the right one
};
// `shuffle` orders the options or items; equal seeds give equal orders. `schedule` is one of `schedules(card)`.
[[nodiscard]] Face face(const Card& card, std::string_view schedule, Seed shuffle);

// Cards whose answer the program can check.
[[nodiscard]] bool is_checked(const Card& card);

enum class Verdict { Right, Near, Wrong };
struct Checked {
  Verdict verdict = Verdict::Wrong;
  std::string remark;  // one line: what differs, or why the chosen option is wrong; may be empty
};
// `given` is what the learner typed: text, a number with unit, the numbers of the options as shown ("2" or "1 3"),
// the text of an option, or the order of the items as shown ("3 1 2"). `face` is the one that was shown. Kinds
// that are not checked are compared with the back.
[[nodiscard]] Checked check_answer(const Card& card, const Face& face, std::string_view given);

}  // namespace starling
