#include "deck/kinds.h"

#include <fmt/format.h>

#include <algorithm>

#include "deck/gaps.h"
#include "text/text.h"

namespace starling {

namespace {

// Larger ones would leave no room for a factor or a change of unit.
constexpr double kLargestNumber = 1e200;

void read_number(Fields& fields, Card& card) {
  card.front = fields.need_text("front");
  const auto answer = fields.number("answer", -kLargestNumber, kLargestNumber);
  if (answer)
    card.number = *answer;
  else if (!fields.has("answer"))
    fields.problem("", "missing", fmt::format("card '{}' has no answer", card.id));
  card.unit = fields.text("unit").value_or("");
  card.ask_unit = fields.flag("ask_unit").value_or(false);
  card.tolerance = fields.number("tolerance", 0, kLargestNumber);
  card.factor = fields.number("factor", 1, 1e9);
  card.back = fields.text("back").value_or("");
}

bool read_options(Fields& fields, Findings& findings, Card& card) {
  bool good = true;
  for (const TomlTable* table : fields.tables("options")) {
    const std::string subject = fmt::format("card '{}', option {}", card.id, card.options.size() + 1);
    Fields option(*table, findings, subject);
    option.name(subject, card.id);
    ChoiceOption read;
    read.text = option.need_text("text");
    read.correct = option.flag("correct").value_or(false);
    read.why_not = option.text("why_not").value_or("");
    good = option.finish() && good;
    card.options.push_back(std::move(read));
  }
  return good;
}

bool read_choice(Fields& fields, Findings& findings, Card& card) {
  card.front = fields.need_text("front");
  card.multi = fields.flag("multi").value_or(false);
  card.back = fields.text("back").value_or("");
  const bool good = read_options(fields, findings, card);
  const auto correct = std::count_if(card.options.begin(), card.options.end(),
                                     [](const ChoiceOption& option) { return option.correct; });
  if (card.options.size() < 2)
    fields.problem("options", "too-few-options", fmt::format("card '{}' needs two options or more", card.id));
  else if (correct == 0)
    fields.problem("options", "no-correct-option",
                   fmt::format("card '{}' has no correct option; add correct = true to one", card.id));
  else if (correct > 1 && !card.multi)
    fields.problem("options", "several-correct-options",
                   fmt::format("card '{}' has {} correct options; leave one, or add multi = true", card.id,
                               correct));
  return good;
}

void read_ordered(Fields& fields, Card& card) {
  card.front = fields.need_text("front");
  card.items = fields.texts("items");
  card.back = fields.text("back").value_or("");
  if (card.items.size() < 2)
    fields.problem("items", "too-few-items", fmt::format("card '{}' needs two items or more", card.id));
  for (const std::string& item : card.items)
    if (trimmed(item).empty())
      fields.problem("items", "missing", fmt::format("card '{}' has an empty item", card.id));
}

void check_gaps(Fields& fields, const Card& card, std::string_view key) {
  const Gapped gapped = gaps_of(card);
  for (const std::string& doubt : gapped.doubts)
    fields.problem(key, "ambiguous-gap", fmt::format("card '{}': {}", card.id, doubt), Severity::Warning);
  if (gapped.mistake.empty() || !fields.has(key)) return;
  fields.problem(key, "malformed-gap", fmt::format("card '{}': {}", card.id, gapped.mistake));
}

void read_code(Fields& fields, Card& card) {
  card.front = fields.need_text("front");
  card.lang = fields.need_text("lang");
  card.code = fields.need_text("code");
  card.accept = fields.texts("accept");
  card.back = fields.text("back").value_or("");
  check_gaps(fields, card, "code");
  if (!card.accept.empty() && std::ranges::count_if(gaps_of(card).parts, [](const GapPart& part) { return part.number > 0; }) > 1)
    fields.problem("accept", "accept-for-gaps",
                   fmt::format("card '{}' has several gaps; accept says what else is right in a single one", card.id));
}

void read_typed(Fields& fields, Card& card) {
  card.front = fields.need_text("front");
  card.answer = fields.need_text("answer");
  card.accept = fields.texts("accept");
  card.reject = fields.texts("reject");
  card.case_sensitive = fields.flag("case_sensitive").value_or(false);
}

void read_two_sides(Fields& fields, Card& card) {
  card.front = fields.need_text("front");
  card.back = fields.need_text("back");
  if (card.kind == CardKind::Reversible) {
    card.front_reverse = fields.text("front_reverse").value_or("");
    card.back_reverse = fields.text("back_reverse").value_or("");
  } else {
    card.extra = fields.text("extra").value_or("");
  }
}

}  // namespace

bool read_kind(Fields& fields, Findings& findings, Card& card) {
  switch (card.kind) {
    case CardKind::Basic:
    case CardKind::Scenario:
    case CardKind::Reversible: read_two_sides(fields, card); break;
    case CardKind::Cloze:
      card.text = fields.need_text("text");
      card.extra = fields.text("extra").value_or("");
      check_gaps(fields, card, "text");
      break;
    case CardKind::Typed: read_typed(fields, card); break;
    case CardKind::Number: read_number(fields, card); break;
    case CardKind::Choice: return read_choice(fields, findings, card);
    case CardKind::Ordered: read_ordered(fields, card); break;
    case CardKind::Code: read_code(fields, card); break;
  }
  return true;
}

}  // namespace starling
