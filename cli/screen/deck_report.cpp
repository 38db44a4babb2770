#include "cli/screen/deck_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/text.h"

namespace starling {

namespace {

std::string sides_text(std::span<const CardSide> sides, int width) {
  std::string text;
  for (const CardSide& side : sides) {
    text += hanging("  Q  ", side.front, width);
    if (side.code_front) text += code_lines(*side.code_front, width, 5);
    text += hanging("  A  ", side.back, width);
  }
  return text;
}

std::string stale_lines(const StaleCard& stale, const Style& style, int width) {
  const std::string id = stale.deck->id + "/" + stale.card->id;
  std::string text = style.accent(shorten(id, width)) + "\n" + sides_text(sides_of(*stale.card), width);
  text += hanging("  as of ", fmt::format("{}, {}", to_string(stale.as_of), counted(stale.days, "day") + " ago"), width);
  return text + style.dim(hanging("  Source ", stale.card->source.empty() ? "none is given" : without_emphasis(stale.card->source), width));
}

std::string flagged_lines(const FlaggedCard& row, const Style& style, int width) {
  std::string text = style.accent(shorten(row.id, width)) + "\n";
  if (row.card)
    text += style.dim(paragraph(fmt::format("{}:{}{}", row.file, row.line, row.suspended ? ", suspended" : ""), width, 2)) + sides_text(row.sides, width);
  else
    text += paragraph("It is in no deck any more.", width, 2);
  for (const CardFlag& flag : row.flags)
    text += hanging(fmt::format("  {}  ", to_string(flag.day)), flag.note.empty() ? "unclear or wrong" : flag.note, width);
  return text;
}

}  // namespace

std::string stale_screen(std::span<const StaleCard> stale, int days, const Style& style, int width) {
  std::string text;
  for (const StaleCard& each : stale) text += stale_lines(each, style, width) + "\n";
  if (stale.empty()) return paragraph(fmt::format("No card says that it was looked up more than {} ago.", counted(days, "day")), width);
  return text + paragraph(fmt::format("{} to look up again.", counted(static_cast<int>(stale.size()), "card")), width);
}

std::string flags_screen(std::span<const FlaggedCard> rows, const Style& style, int width) {
  std::string text;
  for (const FlaggedCard& row : rows) text += flagged_lines(row, style, width) + "\n";
  if (rows.empty()) return paragraph("No card is flagged. f flags one in a sitting; starling card flag ITEM NOTE says why.", width);
  return text + paragraph(fmt::format("{} flagged. Once mended: starling card unflag ITEM", counted(static_cast<int>(rows.size()), "card")), width);
}

std::string mended_screen(std::span<const MendedFile> mended, int width) {
  if (mended.empty()) return paragraph("Nothing to mend without a person.", width);
  std::string text;
  for (const MendedFile& each : mended) text += hanging("Mended ", fmt::format("{}: {}", each.file, fmt::join(each.changed, "; ")), width);
  return text;
}

}  // namespace starling
