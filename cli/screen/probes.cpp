#include "cli/screen/probes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/text.h"

namespace starling {

namespace {

std::string made_by(const ProbeRow& row) {
  std::string text(row.question.rule);
  if (!row.question.from.empty()) text += fmt::format(" · “{}”", row.question.from);
  if (row.probe) text += fmt::format(" · probe {}", *row.probe);
  if (row.probe && !row.answered) text += ", no answer yet";
  return text;
}

std::string move_words(const DrillStep& step) {
  switch (step.move) {
    case DrillMove::Deeper: return fmt::format("{}, {} of {} deep", to_string(step.question.layer), step.depth, 3);
    case DrillMove::Question: return std::string(to_string(step.question.layer));
    default: return std::string(to_string(step.move));
  }
}

}  // namespace

std::string probes_screen(const ProbesView& view, const Style& style, int width) {
  const auto scheduled = static_cast<int>(std::ranges::count_if(view.rows, [](const ProbeRow& row) { return row.probe.has_value(); }));
  std::string text = style.bold(paragraph(view.story->title, width));
  text += paragraph(fmt::format("{}, {} of them scheduled", counted(static_cast<int>(view.rows.size()), "question"), scheduled), width);
  std::optional<Layer> layer;
  for (const ProbeRow& row : view.rows) {
    if (layer != row.question.layer) text += "\n" + style.accent(capitalised(to_string(row.question.layer))) + "\n";
    layer = row.question.layer;
    text += hanging("  ", row.question.ask, width) + style.dim(hanging("    ", made_by(row), width));
  }
  return text;
}

std::string drill_head(const Story& story, const DrillStep& step, std::size_t number, std::size_t of, const Style& style, int width) {
  return style.bold(paragraph(story.title, width)) + style.dim(paragraph(fmt::format("{} of {} · {}", number, of, move_words(step)), width)) + "\n";
}

std::string drill_clock(int seconds, const Style& style, int width) {
  const std::string time = fmt::format("{} of {}  ", clock_time(seconds), clock_time(kProbeSeconds));
  const int room = std::max(8, std::min(40, width - display_width(time)));
  const std::string face = time + bar(static_cast<double>(seconds) / kProbeSeconds, room) + "\n";
  if (seconds <= kProbeSeconds) return face;
  return style.late(face) + style.late(paragraph(fmt::format("{} s over: come to the point.", seconds - kProbeSeconds), width));
}

std::string took_line(int seconds) {
  return seconds <= kProbeSeconds ? fmt::format("{} s of {}.\n", seconds, kProbeSeconds) : fmt::format("{} s, {} over.\n", seconds, seconds - kProbeSeconds);
}

std::string drill_marks(std::span<const DrillAnswer> answers, const Style& style, int width) {
  std::string text;
  for (const DrillAnswer& each : answers) {
    const std::string mark = padded(to_string(each.mark), 7);
    const std::string line = hanging(mark, each.step.question.ask, width);
    text += each.mark == ProbeMark::Ready ? line : style.bold(line);
  }
  return text;
}

std::string drill_done_lines(std::span<const DrillAnswer> answers, const DrillKept& kept, const std::string& file,
                             const std::optional<Day>& next, int width) {
  std::array<int, 3> counts{};
  for (const DrillAnswer& each : answers) ++counts[static_cast<std::size_t>(each.mark)];
  std::string text = paragraph(fmt::format("{} ready, {} shaky, {} none.", counts[0], counts[1], counts[2]), width);
  if (kept.probes.empty()) return text;
  text += paragraph(next ? fmt::format("To come back, the first on {}:", short_date(*next)) : "To come back:", width);
  for (const ItemId& item : kept.probes) text += "  " + item.text() + "\n";
  return text + paragraph(fmt::format("Their text is in {}.", file), width);
}

}  // namespace starling
