// What a deck holds: its cards of nine kinds, as they were read. Review state is never in here.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"

namespace starling {

enum class CardKind { Basic, Reversible, Cloze, Typed, Number, Choice, Ordered, Scenario, Code };
// Their words, in the same order.
inline constexpr std::array<std::string_view, 9> kCardKinds{"basic",  "reversible", "cloze",    "typed", "number",
                                                            "choice", "ordered",    "scenario", "code"};
[[nodiscard]] std::string_view to_string(CardKind kind);

struct ChoiceOption {
  std::string text;
  bool correct = false;
  std::string why_not;
};

// A card in the place of a shipped one; see own_version.h.
struct OwnVersion {
  std::string file;  // where it is, as shown in messages: "decks/changes/aws-s3.toml"
  std::string of;    // tells which text of the shipped card it was made from; empty: it does not say
};

struct Card {
  std::string id;
  CardKind kind = CardKind::Basic;
  int line = 1;
  std::string front;
  std::string back;
  std::string front_reverse;  // reversible; empty: the back asks for the front
  std::string back_reverse;
  std::string text;  // cloze, with its gaps; see gaps.h
  std::string extra;
  std::string answer;  // typed
  std::vector<std::string> accept;  // typed; of a number that no file has: units that do as well
  std::vector<std::string> reject;  // typed: near by and wrong all the same
  bool case_sensitive = false;
  double number = 0;  // number
  std::string unit;
  bool ask_unit = false;            // number: the unit is part of the answer, and is not shown with the question
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
  std::optional<int> week;         // 1 to kLastCardWeek; the first week it may appear in
  std::string source;
  std::optional<Day> as_of;
  std::vector<std::string> needs;  // "deck/card"; where the file says "card" it is one of this deck
  bool retired = false;
  bool suspended = false;
  std::optional<OwnVersion> own;  // absent: it lies in the file of its deck
};

// What a deck says of typed answers, for `deck check` to try.
struct TypedAnswer {
  std::string text;
  int line = 1;
  int column = 1;
};
struct AnswerCheck {
  std::string card;
  std::optional<int> gap;  // 1 to 99
  std::vector<TypedAnswer> right;
  std::vector<TypedAnswer> nearly;
  std::vector<TypedAnswer> wrong;
  int line = 1;
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
  std::vector<AnswerCheck> checks;  // each of a card that is there
};

// Weeks in which a card or a deck may first appear.
inline constexpr int kLastCardWeek = 52;

// For source/pack.h.
constexpr CardKind last_of(CardKind) { return CardKind::Code; }
// Whether its id can be one, as far as can be said without the deck's.
[[nodiscard]] bool is_sound(const Card& card);
[[nodiscard]] bool is_sound(const Deck& deck);
template <class Archive>
void fields(Archive& archive, ChoiceOption& option) {
  archive(option.text, option.correct, option.why_not);
}
template <class Archive>
void fields(Archive& archive, OwnVersion& own) {
  archive(own.file, own.of);
}
template <class Archive>
void fields(Archive& archive, Card& c) {
  archive(c.id, c.kind, c.front, c.back, c.front_reverse, c.back_reverse, c.text, c.extra, c.answer, c.accept,
          c.reject, c.case_sensitive, c.number, c.unit, c.ask_unit, c.tolerance, c.factor, c.options, c.multi, c.items, c.lang, c.code,
          c.tags, c.level, c.source, c.as_of, c.needs, c.retired, c.suspended,
          c.own);
  archive.within(1, INT32_MAX, c.line);
  archive.within(1, 5, c.difficulty);
  archive.within(1, kLastCardWeek, c.week);
}
template <class Archive>
void fields(Archive& archive, TypedAnswer& typed) {
  archive(typed.text);
  archive.within(1, INT32_MAX, typed.line, typed.column);
}
template <class Archive>
void fields(Archive& archive, AnswerCheck& check) {
  archive(check.card, check.right, check.nearly, check.wrong);
  archive.within(1, 99, check.gap);
  archive.within(1, INT32_MAX, check.line);
}
template <class Archive>
void fields(Archive& archive, Deck& d) {
  archive(d.id, d.title, d.area, d.authors, d.licence, d.as_of, d.file, d.cards, d.checks);
  archive.within(1, kLastCardWeek, d.weeks);
}

}  // namespace starling
