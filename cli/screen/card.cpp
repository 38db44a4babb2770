#include "cli/screen/card.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "cli/screen/marked.h"
#include "decklint/decklint.h"
#include "text/text.h"

namespace starling {

namespace {

using Plainly = std::function<std::string(std::string_view)>;

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kAreaTitles{{
    {"lp", "Leadership"}, {"coding", "Coding"}, {"distributed", "Distributed systems"},
    {"aws", "AWS"}, {"architecture", "Architecture"}, {"estimation", "Estimation"},
}};

std::string as_it_is(std::string_view text) { return std::string(text); }

std::string question_text(const Face& face, const Style& style, int width) {
  return show_marks(paragraph(without_emphasis(face.front), width), style, [&](std::string_view part) { return style.bold(part); });
}

// Marks what stands in the gaps.
std::string filled_code(const Face& face, const Style& style, int width) {
  return "\n" + show_marks(code_lines(with_marks(face.filled, face.filled_gaps), width, 2), style, as_it_is);
}

std::string verdict_line(Verdict verdict, const Style& style) {
  if (verdict == Verdict::Right) return style.good("Right.");
  return verdict == Verdict::Near ? style.warn("Nearly.") : style.bad("No match: grade it yourself.");
}

std::string in_marks(std::string_view label, std::string_view text, const std::vector<Stretch>& marks, const Style& style,
                     int width) {
  return show_marks(hanging(label, with_marks(text, marks), width), style, as_it_is);
}

// What was typed above what was meant, each with the words that the other does not have.
std::string compared(std::string_view given, std::string_view meant, const Style& style, int width) {
  const Difference between = difference(given, meant);
  return in_marks("You:  ", given, between.in_given, style, width) + in_marks("Card: ", meant, between.in_meant, style, width);
}

bool is_compared(const Face& face, const GivenAnswer& given) {
  return given.checked.verdict == Verdict::Wrong && face.options.empty() && face.items.empty() && !given.text.empty();
}

std::string verdict_lines(const Face& face, const GivenAnswer& given, const Style& style, int width) {
  std::string text = verdict_line(given.checked.verdict, style) + "\n";
  // Of an order that is far off the list marks the first wrong place.
  const bool is_marked = given.checked.verdict == Verdict::Wrong && !face.items.empty();
  if (!given.checked.remark.empty() && !is_marked) text += paragraph(without_emphasis(given.checked.remark), width);
  if (is_compared(face, given)) text += compared(given.text, without_emphasis(face.back), style, width);
  return text;
}

// A sign beside the right ones, and beside a wrong one that was chosen. Of several right ones those that were missed say so.
std::string options_lines(const Card& card, const Face& face, const std::optional<GivenAnswer>& given, const Style& style, int width) {
  std::string text;
  const std::set<std::size_t> picked = given ? chosen_options(given->text, card, face) : std::set<std::size_t>{};
  for (std::size_t i = 0; i < face.options.size(); ++i) {
    const ChoiceOption& option = face.options[i];
    const bool chosen = picked.contains(i + 1);
    const bool missed = card.multi && given && option.correct && !chosen;
    const std::string_view sign = missed ? "+" : option.correct ? "✓" : chosen ? "✗" : " ";
    const std::string lines = hanging(fmt::format("{} {}  ", sign, i + 1), without_emphasis(option.text) + (missed ? " (missed)" : ""), width);
    text += show_marks(lines, style, [&](std::string_view part) {
      return option.correct ? style.bold(style.good(part)) : chosen ? style.bad(part) : std::string(part);
    });
  }
  return text;
}

// The right order, and behind what was put elsewhere the place that it was given. The first of these has a sign.
std::string order_lines(const Card& card, const std::vector<std::string>& order, const Style& style, int width) {
  std::string text;
  bool met = false;
  for (std::size_t i = 0; i < card.items.size(); ++i) {
    const bool differs = order[i] != card.items[i];
    const bool first = differs && !std::exchange(met, true);
    const auto place = std::ranges::find(order, card.items[i]) - order.begin() + 1;
    const std::string item = without_emphasis(card.items[i]) + (differs ? fmt::format(" (you: {})", place) : "");
    const std::string lines = hanging(fmt::format("{} {}. ", first ? "✗" : " ", i + 1), item, width);
    text += differs ? style.bold(lines) : lines;
  }
  return text;
}

// Each in the colour of the verdict that proposes it.
std::string in_colour_of(Grade grade, std::string_view text, const Style& style) {
  switch (grade) {
    case Grade::Again: return style.bad(text);
    case Grade::Hard: return style.warn(text);
    case Grade::Good: return style.good(text);
    case Grade::Easy: return style.easy(text);
  }
  return std::string(text);
}

// What stands where the answer is: of an order that was another one, both.
std::string back_lines(const Card& card, const Face& face, const std::optional<GivenAnswer>& given, const Style& style, int width) {
  if (card.kind == CardKind::Ordered && given && given->checked.verdict != Verdict::Right)
    if (const auto order = order_given(given->text, face)) return order_lines(card, *order, style, width);
  return style.accent(paragraph(without_emphasis(face.back), width));
}

}  // namespace

std::string area_title(std::string_view area, const Face& face) {
  const auto found = std::ranges::find(kAreaTitles, area, &std::pair<std::string_view, std::string_view>::first);
  if (found == kAreaTitles.end()) return "";
  const std::string answer = " " + fold(face.back) + " ";
  const std::string title = " " + fold(found->second) + " ";
  const bool told = answer.find(title) != std::string::npos || title.find(answer) != std::string::npos;
  return told ? "" : std::string(found->second);
}

std::optional<Grade> proposed_grade(const std::optional<GivenAnswer>& given) {
  return given ? proposed_grade(given->checked.verdict) : std::optional(Grade::Good);
}

std::string question_lines(const Face& face, const Style& style, int width) {
  std::string text = question_text(face, style, width);
  if (face.code) text += "\n" + code_lines(face.code_front, width, 2);
  if (!face.options.empty() || !face.items.empty()) text += "\n";
  for (std::size_t i = 0; i < face.options.size(); ++i)
    text += hanging(fmt::format("  {}  ", i + 1), without_emphasis(face.options[i].text), width);
  for (std::size_t i = 0; i < face.items.size(); ++i)
    text += hanging(fmt::format("  {}  ", i + 1), without_emphasis(face.items[i]), width);
  return text;
}

std::string answer_hint(const Card& card) {
  if (card.kind == CardKind::Ordered) return "Type the numbers in order: 3 1 2 or 312.";
  if (card.kind == CardKind::Choice && card.multi) return "Type the numbers of all that are right: 13.";
  if (card.kind == CardKind::Number && card.ask_unit) return "A number with its unit.";
  if (card.kind == CardKind::Number && !card.unit.empty()) return fmt::format("Answer in: {}", card.unit);
  return "";
}

std::string answer_lines(const Card& card, const Face& face, const std::optional<GivenAnswer>& given, const Style& style,
                         int width) {
  std::string text = "\n";
  if (given) text += verdict_lines(face, *given, style, width) + "\n";
  text += back_lines(card, face, given, style, width);
  if (face.code) text += filled_code(face, style, width);
  if (!face.extra.empty()) text += "\n" + style.dim(paragraph(without_emphasis(face.extra), width));
  return text;
}

std::string answered_lines(const Card& card, const Face& face, const std::optional<GivenAnswer>& given,
                           const Style& style, int width) {
  std::string text;
  if (card.kind == CardKind::Cloze) {
    // Bold is for the gap alone: without colour nothing else would say where it is.
    text = show_marks(paragraph(without_emphasis(with_marks(face.filled, face.filled_gaps)), width), style, as_it_is);
  } else {
    text = question_text(face, style, width);
  }
  if (face.code) text += filled_code(face, style, width);
  if (!face.options.empty()) text += "\n" + options_lines(card, face, given, style, width);
  if (given) text += "\n" + verdict_lines(face, *given, style, width);
  const bool in_place = card.kind == CardKind::Cloze || face.code || !face.options.empty() ||
                        (given && is_compared(face, *given));
  if (!in_place) text += "\n" + back_lines(card, face, given, style, width);
  if (!face.extra.empty()) text += "\n" + paragraph(without_emphasis(face.extra), width);
  return text;
}

std::string source_line(const DeckHead& deck, const Card& card, const ItemId& item) {
  std::string line = item.text();
  line += " · " + deck.title;
  if (!card.tags.empty()) line += fmt::format(" · {}", fmt::join(card.tags, ", "));
  return line;
}

std::string as_of_line(Day as_of, Day today) {
  const std::string line = "as of " + to_string(as_of).substr(0, 7);
  return days_between(as_of, today) > kQuotaDays ? line + ", long ago: check it" : line;
}

std::string grade_lines(const std::array<Outcome, 4>& outcomes, std::optional<Grade> proposed, const Style& style,
                        int width) {
  std::string text;
  int column = 0;
  for (const Grade grade : kGrades) {
    const std::string button = fmt::format("{} {}: {}", static_cast<int>(grade), to_string(grade),
                                           outcome_label(outcomes[index_of(grade)]));
    if (column > 0 && column + 3 + display_width(button) > width) {
      text += "\n";
      column = 0;
    }
    if (column > 0) text += "   ";
    column += (column > 0 ? 3 : 0) + display_width(button);
    const std::string coloured = in_colour_of(grade, button, style);
    text += grade == proposed ? style.bold(coloured) : coloured;
  }
  return text + "\n";
}

}  // namespace starling
