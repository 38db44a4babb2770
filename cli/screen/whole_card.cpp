#include "cli/screen/whole_card.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/text.h"

namespace starling {

namespace {

std::string side_lines(const Card& card, std::string_view schedule, const Style& style, int width) {
  const Face shown = face(card, schedule, Seed{0});
  std::string text = "\n";
  if (!schedule.empty()) text += style.dim(std::string(schedule)) + "\n";
  text += paragraph(without_emphasis(shown.front), width, 2);
  if (shown.code) return text + code_lines(shown.code_front, width, 4) + "\n" + code_lines(shown.filled, width, 4);
  return text + paragraph(without_emphasis(shown.back), width, 4);
}

std::string option_lines(const Card& card, int width) {
  std::string text;
  for (const ChoiceOption& option : card.options) {
    text += hanging(option.correct ? "  + " : "  - ", without_emphasis(option.text), width);
    if (!option.why_not.empty()) text += paragraph(without_emphasis(option.why_not), width, 6);
  }
  return text.empty() ? text : "\n" + text;
}

// "Also right: a; b", or nothing.
std::string list_lines(std::string_view what, const std::vector<std::string>& words, int width) {
  return words.empty() ? "" : hanging(fmt::format("{}: ", what), fmt::format("{}", fmt::join(words, "; ")), width);
}

std::string text_lines(std::string_view what, std::string_view text, int width) {
  return text.empty() ? "" : hanging(fmt::format("{}: ", what), without_emphasis(text), width);
}

std::string place_text(const WholeCard& whole) {
  if (whole.card->own) return fmt::format("Your own version of a shipped card, {}:{}", whole.place.name, whole.place.line);
  return fmt::format("{}:{}", whole.place.path.string(), whole.place.line);
}

}  // namespace

std::string whole_card_screen(const WholeCard& whole, const Style& style, int width) {
  const Card& card = *whole.card;
  std::string text = style.bold(at_both_ends(whole.deck->id + "/" + card.id, to_string(card.kind), width)) + "\n";
  for (const std::string& schedule : schedules(card)) text += side_lines(card, schedule, style, width);
  text += option_lines(card, width);
  const std::string more = list_lines("Also right", card.accept, width) + list_lines("Wrong all the same", card.reject, width) +
                           text_lines("Because", face(card, schedules(card).front(), Seed{0}).extra, width) +
                           list_lines("Tags", card.tags, width) + list_lines("Needs", card.needs, width) +
                           text_lines("Source", card.source, width);
  if (!more.empty()) text += "\n" + more;
  if (card.retired) text += "It is retired: it is not asked any more.\n";
  return text + "\n" + style.dim(paragraph(place_text(whole), width));
}

}  // namespace starling
