#include "cli/screen/telling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/text.h"

namespace starling {

std::string principles_line(const Story& story) {
  std::string primary;
  std::string others;
  for (const Angle& angle : story.angles) {
    const auto name = principles()[angle.principle].name;
    if (angle.strength == Strength::Primary)
      primary += fmt::format("{}{}", primary.empty() ? "" : " and ", name);
    else
      others += fmt::format("{}{}", others.empty() ? "" : ", ", name);
  }
  if (primary.empty()) primary = "no primary principle";
  return others.empty() ? primary : fmt::format("{} · also {}", primary, others);
}

std::string clock_face(int seconds, int target, const Style& style, int width) {
  std::string text = fmt::format("{} of {}  ", clock_time(seconds), clock_time(target));
  const int room = std::max(8, std::min(40, width - display_width(text)));
  text += bar(static_cast<double>(seconds) / target, room) + "\n";
  double begin = 0;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const double end = begin + target_shares()[i] * target;
    const bool now = seconds >= begin && (seconds < end || (i + 1 == kSectionCount && seconds <= target));
    const std::string row = fmt::format("{} {:10}  {:>5} to {:>5}", now ? ">" : " ", to_string(kSections[i]),
                                        clock_time(static_cast<int>(std::lround(begin))), clock_time(static_cast<int>(std::lround(end))));
    text += (now ? style.bold(row) : style.dim(row)) + "\n";
    begin = end;
  }
  if (seconds > target) text += style.warn(fmt::format("  {} over the target", clock_time(seconds - target))) + "\n";
  return text;
}

std::string story_text(const Story& story, const Style& style, int width) {
  const auto words = section_words(story);
  int total = 0;
  for (const int count : words) total += count;
  std::string text;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const int share = total == 0 ? 0 : (words[i] * 100 + total / 2) / total;
    const std::string name = capitalised(to_string(kSections[i]));
    text += "\n" + style.accent(at_both_ends(name, fmt::format("{}, {} %, aim {:.0f} %", counted(words[i], "word"), share, 100 * target_shares()[i]), width)) + "\n";
    text += paragraph(story.sections[i], width);
  }
  for (const StoryMetric& metric : story.metrics)
    text += hanging("  ", fmt::format("{}: {} to {}", metric.name, metric.before, metric.after), width);
  return text;
}

}  // namespace starling
