#include "cli/screen/search.h"

#include <fmt/format.h>

#include <optional>

#include "text/text.h"

namespace starling {

namespace {

bool is_of_plan(const SearchRow& row) { return row.kind != "card" && row.kind != "story"; }

// "task · Tue 22 Dec", "goal · week 5", "win · 2024-03-01"; of a card or a story what shows it: "back".
std::string where(const SearchRow& row) {
  if (row.kind == "win" && row.date) return fmt::format("win · {}", to_string(*row.date));
  std::string text(is_of_plan(row) ? row.kind : row.passage.name);
  if (row.date)
    text += fmt::format(" · {}", short_date(*row.date));
  else if (row.day > 0)
    text += " · left out";
  else if (row.week > 0)
    text += fmt::format(" · week {}", row.week);
  return text;
}

// The word of the query that stands first in the text.
TextPiece first_piece(const std::string& text, const SearchQuery& query) {
  std::optional<TextPiece> first;
  for (const std::string& word : query.words)
    if (const auto piece = find_folded(text, word); piece && (!first || piece->begin < first->begin)) first = piece;
  return first.value_or(TextPiece{});
}

// Where it does not fit beside the id, the date of a line of the plan goes below it and the name of a text is left out.
std::string id_lines(const SearchRow& row, const Style& style, int width) {
  const std::string right = where(row);
  if (display_width(row.id) + 2 + display_width(right) <= width)
    return style.accent(at_both_ends(row.id, right, width)) + "\n";
  std::string text;
  for (const std::string& line : wrap_code(row.id, width)) text += style.accent(line) + "\n";
  return is_of_plan(row) ? text + style.accent(paragraph(right, width, 2)) : text;
}

std::string row_lines(const SearchRow& row, const SearchQuery& query, const Style& style, int width) {
  const std::string passage = without_emphasis(row.passage.text);
  const Excerpt line = excerpt(passage, first_piece(passage, query), width - 2);
  return id_lines(row, style, width) + "  " + line.before + style.bold(line.piece) + line.after + "\n";
}

}  // namespace

std::string search_screen(const SearchView& view, const std::string& query, const Style& style, int width) {
  const std::string quoted = shorten(query, width / 2);
  if (view.rows.empty()) return paragraph(fmt::format("Nothing holds “{}”.", quoted), width);
  std::string text;
  for (const SearchRow& row : view.rows) text += row_lines(row, view.query, style, width);
  if (view.rows.size() == view.count) return text;
  return text + style.dim(paragraph(fmt::format("{} of {}. All of them: --limit {}", view.rows.size(), view.count, view.count), width));
}

}  // namespace starling
