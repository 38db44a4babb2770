#include "cli/screen/card_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "cli/topics.h"
#include "text/text.h"

namespace starling {

namespace {

std::string head(const CardScreen& screen, const Style& style, int width) {
  const std::string right = counts_line(screen.left);
  const std::string left = area_title(screen.deck.area, screen.face);
  const bool fits = display_width(left) + 2 + display_width(right) <= width;
  std::string text = style.dim(paragraph(fits && !left.empty() ? at_both_ends(left, right, width) : right, width));
  if (!screen.remark.empty() && !screen.answered) text += style.dim(paragraph(screen.remark, width));
  return text + "\n";
}

std::string body(const CardScreen& screen, const Style& style, int width) {
  std::string text = screen.answered ? answered_lines(screen.card, screen.face, screen.given, style, width)
                                     : question_lines(screen.face, style, width);
  if (!screen.info.empty()) text += "\n" + style.dim(paragraph(screen.info, width));
  if (!screen.answered) return text;
  // The age of a quota first, since the rest may be cut.
  const std::string source = source_line(screen.deck, screen.card, screen.item);
  text += "\n" + style.dim(shorten(screen.as_of.empty() ? source : screen.as_of + " · " + source, width)) + "\n";
  return text;
}

// Without its last blank lines, at most `most` of them; the first line of all is none of them.
std::string with_fewer_gaps(std::string text, std::ptrdiff_t most) {
  for (std::size_t i = text.size(); i-- > 1 && most > 0;) {
    if (text[i] != '\n' || text[i - 1] != '\n') continue;
    text.erase(i, 1);
    --most;
  }
  return text;
}

std::string keys_before(const CardScreen& screen) {
  if (screen.typing) return "Enter: answer · Esc: keys";
  if (screen.card.kind == CardKind::Choice && !screen.card.multi)
    return fmt::format("1 to {}: choose · space: answer · ? keys", screen.face.options.size());
  return "space: answer · u undo · ? keys";
}

std::string foot(const CardScreen& screen, const Style& style, int width) {
  std::string text = "\n";
  const std::string note = screen.note.empty() ? "" : style.warn(paragraph(screen.note, width));
  if (screen.answered) {
    const auto grade = proposed_grade(screen.given);
    text += grade_lines(screen.outcomes, grade, style, width);
    const std::string keys = grade ? fmt::format("space: {} · ? keys", to_string(*grade)) : "1 to 4: grade · ? keys";
    return text + (note.empty() ? style.dim(paragraph(keys, width)) : note);
  }
  const std::string hint = answer_hint(screen.card);
  if (!hint.empty()) text += style.dim(paragraph(hint, width));
  return text + (note.empty() ? style.dim(paragraph(keys_before(screen), width)) : note);
}

}  // namespace

std::string counts_line(const CardsLeft& left) {
  std::string text;
  const auto add = [&](std::string_view what, int count) {
    if (count > 0) text += fmt::format("{} {} · ", what, count);
  };
  add("new", left.fresh);
  add("learning", left.learning);
  add("due", left.due);
  return text + fmt::format("{:.0f} min", std::max(1.0, left.minutes));
}

CardsLeft cards_left(const Agenda& agenda) {
  CardsLeft left;
  for (const Asked& asked : agenda.cards()) {
    if (asked.reason == Reason::New) ++left.fresh;
    else if (asked.state->standing.phase == Phase::Review) ++left.due;
    else ++left.learning;
  }
  left.minutes = agenda.counts().minutes;
  return left;
}

Frame card_frame(const CardScreen& screen, const Style& style, int width, int rows) {
  Frame frame{head(screen, style, width), body(screen, style, width), foot(screen, style, width)};
  const auto excess = [&] { return std::ranges::count(frame.head + frame.body + frame.foot, '\n') - rows; };
  if (excess() > 0) frame.body = with_fewer_gaps(std::move(frame.body), excess());
  if (excess() > 0) frame.head.pop_back();
  if (excess() > 0) frame.foot.erase(0, 1);
  // The buttons say it too.
  if (excess() > 0 && screen.answered && screen.note.empty())
    frame.foot = grade_lines(screen.outcomes, proposed_grade(screen.given), style, width);
  return frame;
}

int first_line_of_answer(const Frame& question, const Frame& answer) {
  std::istringstream asked(question.body);
  std::istringstream answered(answer.body);
  std::string before;
  int line = 0;
  for (std::string now; std::getline(answered, now); ++line) {
    if (now.empty()) continue;  // either may have given up some of its blank lines
    do before.clear();
    while (std::getline(asked, before) && before.empty());
    if (now != before) return line;
  }
  return 0;
}

Frame key_frame(const Style& style, int width) {
  const HelpTopic& keys = *find_topic("keys");
  return {style.bold(keys.title) + "\n\n", topic_text(keys, width), "\n" + style.dim(paragraph("Any key goes back.", width))};
}

}  // namespace starling
