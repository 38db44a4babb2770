#include "cli/screen/card.h"

#include <fmt/format.h>

#include "text/text.h"
#include "view/view.h"

namespace starling {

namespace {

std::string code_lines(const std::string& code, int width) {
  std::string text = "\n";
  for (const std::string& line : wrap_code(code, width - 2)) text += "  " + line + "\n";
  return text;
}

std::string verdict_line(Verdict verdict, const Style& style) {
  if (verdict == Verdict::Right) return style.good("Right.");
  return style.warn(verdict == Verdict::Near ? "Nearly." : "No match. Was it right all the same? You grade it.");
}

}  // namespace

std::string question_lines(const Face& face, const Style& style, int width) {
  std::string text = style.bold(paragraph(plain(face.front), width));
  if (face.code) text += code_lines(face.code_front, width);
  for (std::size_t i = 0; i < face.options.size(); ++i)
    text += hanging(fmt::format("  {}  ", i + 1), plain(face.options[i].text), width);
  for (std::size_t i = 0; i < face.items.size(); ++i)
    text += hanging(fmt::format("  {}  ", i + 1), plain(face.items[i]), width);
  return text;
}

std::string answer_hint(const Card& card, const Style& style) {
  if (card.kind == CardKind::Ordered) return style.dim("\nType the numbers in order, such as 3 1 2.\n");
  if (card.kind == CardKind::Choice)
    return style.dim(card.multi ? "\nType the numbers of all that are right.\n" : "\nType a number.\n");
  if (card.kind == CardKind::Number && !card.unit.empty()) return style.dim(fmt::format("\nIn {}.\n", card.unit));
  return "";
}

std::string answer_lines(const Face& face, const std::optional<Checked>& checked, const Style& style, int width) {
  std::string text = "\n";
  if (checked) {
    text += verdict_line(checked->verdict, style) + "\n";
    if (!checked->remark.empty()) text += paragraph(plain(checked->remark), width);
    text += "\n";
  }
  text += style.accent(paragraph(plain(face.back), width));
  if (face.code) text += code_lines(face.code_back, width);
  if (!face.extra.empty()) text += "\n" + style.dim(paragraph(plain(face.extra), width));
  return text;
}

std::string grade_lines(const std::array<Outcome, 4>& outcomes, int width) {
  std::string text;
  std::string line;
  for (const Grade grade : kGrades) {
    const std::string button = fmt::format("{} {}: {}", static_cast<int>(grade), to_string(grade),
                                           outcome_label(outcomes[index_of(grade)]));
    if (!line.empty() && display_width(line) + 3 + display_width(button) > width) {
      text += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : "   ") + button;
  }
  return text + line + "\n";
}

}  // namespace starling
