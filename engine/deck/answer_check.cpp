#include "deck/answer_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "deck/answer.h"
#include "deck/face.h"
#include "deck/gaps.h"

namespace starling {

namespace {

const Card* card_of(const Deck& deck, std::string_view id) {
  const auto found = std::find_if(deck.cards.begin(), deck.cards.end(), [&](const Card& card) { return card.id == id; });
  return found == deck.cards.end() ? nullptr : &*found;
}

// The texts of `key` with their places; `fields` has seen to their type.
std::vector<TypedAnswer> typed_answers(Fields& fields, const TomlTable& table, std::string_view key) {
  std::vector<TypedAnswer> answers;
  for (std::string& text : fields.texts(key)) answers.push_back({std::move(text), table.line, table.column});
  for (const TomlMember& member : table.members) {
    if (member.key != key) continue;
    const auto* list = std::get_if<TomlArray>(&member.value.what);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const TomlValue& place = list ? (*list)[i] : member.value;
      answers[i].line = place.line;
      answers[i].column = place.column;
    }
  }
  return answers;
}

void check_gap(Fields& fields, const Card& card, const std::optional<int>& gap) {
  const std::vector<int> numbers = gap_numbers(gaps_of(card));
  if (gap && std::find(numbers.begin(), numbers.end(), *gap) == numbers.end())
    fields.problem("gap", "unknown-gap", fmt::format("card '{}' has no gap {}", card.id, *gap));
  if (!gap && numbers.size() > 1)
    fields.problem("", "missing", fmt::format("card '{}' has several gaps; say which, as in gap = 1", card.id));
  if (card.kind == CardKind::Ordered)
    fields.problem("card", "unchecked-kind",
                   fmt::format("card '{}' is answered by places that change; it needs no check", card.id));
}

std::string schedule_of(const Card& card, const std::optional<int>& gap) {
  return gap ? fmt::format("#{}", *gap) : schedules(card).front();
}

std::string_view name_of(Verdict verdict) {
  constexpr std::array<std::string_view, 4> kNames{"right", "nearly right", "no match", "no answer of this card"};
  return kNames[static_cast<std::size_t>(verdict)];
}

}  // namespace

std::optional<AnswerCheck> read_answer_check(const TomlTable& table, Findings& findings, const Deck& deck) {
  Fields fields(table, findings, "a [[check]]");
  AnswerCheck check;
  check.line = table.line;
  check.card = fields.need_text("card");
  if (!check.card.empty()) fields.name(fmt::format("the check of card '{}'", check.card), check.card);
  if (const auto gap = fields.integer("gap", 1, kMostGaps)) check.gap = static_cast<int>(*gap);
  check.right = typed_answers(fields, table, "right");
  check.nearly = typed_answers(fields, table, "nearly");
  check.wrong = typed_answers(fields, table, "wrong");
  const Card* card = card_of(deck, check.card);
  if (card)
    check_gap(fields, *card, check.gap);
  else if (!check.card.empty())
    fields.problem("card", "unknown-card", fmt::format("card '{}' is not in this deck, or has a mistake", check.card));
  if (!fields.finish()) return std::nullopt;
  return check;
}

std::vector<Problem> check_answers(const Deck& deck) {
  std::vector<Problem> problems;
  for (const AnswerCheck& check : deck.checks) {
    const Card* card = card_of(deck, check.card);
    if (!card) continue;
    const Face shown = face(*card, schedule_of(*card, check.gap), Seed{1});
    const OtherAnswers others = other_answers(deck, *card);
    const auto type_in = [&](const std::vector<TypedAnswer>& answers, Verdict wanted) {
      for (const TypedAnswer& typed : answers) {
        const Verdict verdict = check_answer(*card, shown, typed.text, others).verdict;
        if (verdict == wanted || (wanted == Verdict::Wrong && verdict == Verdict::Unusable)) continue;
        add_problem(problems, {deck.file, typed.line, typed.column, card->id, "answer-check", Severity::Error,
                               fmt::format("card '{}': “{}” is taken as {}, not as {}", card->id, typed.text,
                                           name_of(verdict), name_of(wanted))});
      }
    };
    type_in(check.right, Verdict::Right);
    type_in(check.nearly, Verdict::Near);
    type_in(check.wrong, Verdict::Wrong);
  }
  return problems;
}

}  // namespace starling
