#include "deck/face.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <cmath>

#include "deck/gaps.h"
#include "text/text.h"

namespace starling {

namespace {

template <class T>
void shuffle_in_place(std::vector<T>& list, Seed seed) {
  SplitMix64 dice(seed);
  for (std::size_t left = list.size(); left > 1; --left) std::swap(list[left - 1], list[dice.below(left)]);
}

// Shown in the right order, an ordered card would answer itself.
std::vector<std::string> shuffled_items(const std::vector<std::string>& items, Seed seed) {
  std::vector<std::string> shown = items;
  shuffle_in_place(shown, seed);
  for (std::size_t i = 1; shown == items && i < shown.size(); ++i) std::swap(shown[i - 1], shown[i]);
  return shown;
}

std::string plain_number(double value) {
  if (std::abs(value) >= 1e15 || value != std::trunc(value)) return fmt::format("{}", value);
  const std::string digits = fmt::format("{:.0f}", std::abs(value));
  std::string result = value < 0 ? "-" : "";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && digits.size() > 4 && (digits.size() - i) % 3 == 0) result += ',';
    result += digits[i];
  }
  return result;
}

std::string number_answer(const Card& card) {
  std::string result = plain_number(card.number);
  if (!card.unit.empty()) result += " " + card.unit;
  if (card.tolerance.value_or(0) > 0) result += fmt::format(" (± {})", plain_number(*card.tolerance));
  if (card.factor.value_or(1) > 1) result += fmt::format(" (within a factor of {})", plain_number(*card.factor));
  return result;
}

std::string numbered(const std::vector<std::string>& items) {
  std::string result;
  for (std::size_t i = 0; i < items.size(); ++i)
    result += fmt::format("{}{}. {}", i == 0 ? "" : "\n", i + 1, items[i]);
  return result;
}

std::string correct_options(const Card& card) {
  std::vector<std::string> right;
  for (const ChoiceOption& option : card.options)
    if (option.correct) right.push_back(option.text);
  return fmt::format("{}", fmt::join(right, "; "));
}

int number_of(std::string_view schedule) {
  int number = 0;
  if (schedule.starts_with('#')) std::from_chars(schedule.data() + 1, schedule.data() + schedule.size(), number);
  return number;
}

std::string without_last_newlines(std::string code) {
  while (code.ends_with('\n')) code.pop_back();
  return code;
}

void show_gaps(const Card& card, int number, Face& face) {
  const Gapped gapped = gaps_of(card);
  face.gaps = gap_answers(gapped, number);
  face.accepted = accepted_answers(gapped, number);
  face.back = fmt::format("{}", fmt::join(face.gaps, card.kind == CardKind::Code ? "\n" : "; "));
  FilledText filled = filled_in(gapped, number);
  face.filled = without_last_newlines(std::move(filled.text));
  face.filled_gaps = std::move(filled.gaps);
  if (card.kind == CardKind::Cloze) {
    face.front = with_gap(gapped, number);
    return;
  }
  face.code = true;
  face.extra = card.back;
  face.code_front = without_last_newlines(with_gap(gapped, number));
}

void show_reverse(const Card& card, Face& face) {
  face.front = trimmed(card.front_reverse).empty() ? card.back : card.front_reverse;
  face.back = trimmed(card.back_reverse).empty() ? card.front : card.back_reverse;
}

}  // namespace

std::vector<std::string> schedules(const Card& card) {
  if (card.kind == CardKind::Reversible) return {"#f", "#r"};
  if (card.kind != CardKind::Cloze && card.kind != CardKind::Code) return {""};
  std::vector<std::string> result;
  for (const int number : gap_numbers(gaps_of(card))) result.push_back(fmt::format("#{}", number));
  return result;
}

Face face(const Card& card, std::string_view schedule, Seed shuffle) {
  Face shown;
  shown.front = card.front;
  shown.extra = card.back;
  switch (card.kind) {
    case CardKind::Basic:
    case CardKind::Scenario:
      shown.back = card.back;
      shown.extra = card.extra;
      break;
    case CardKind::Reversible:
      shown.back = card.back;
      shown.extra = card.extra;
      if (schedule == "#r") show_reverse(card, shown);
      break;
    case CardKind::Cloze:
      shown.extra = card.extra;
      show_gaps(card, number_of(schedule), shown);
      break;
    case CardKind::Code: show_gaps(card, number_of(schedule), shown); break;
    case CardKind::Typed: shown.back = card.answer; break;
    case CardKind::Number: shown.back = number_answer(card); break;
    case CardKind::Choice:
      shown.options = card.options;
      shuffle_in_place(shown.options, shuffle);
      shown.back = correct_options(card);
      break;
    case CardKind::Ordered:
      shown.items = shuffled_items(card.items, shuffle);
      shown.back = numbered(card.items);
      break;
  }
  return shown;
}

}  // namespace starling
