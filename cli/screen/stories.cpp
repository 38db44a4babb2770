#include "cli/screen/stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/text.h"

namespace starling {

namespace {

std::string list_lines(const StoryView& view, const Style& style, int width) {
  const auto principle = primary_principle(*view.story);
  const std::string quality = view.quality ? fmt::format(" · quality {:.1f}", *view.quality) : "";
  const std::string length = fmt::format("{} of {}", clock_time(view.estimated_seconds), clock_time(view.target_seconds));
  const bool intro = view.story->kind == StoryKind::Intro;
  const std::string_view of = intro ? "introduction" : principle ? principles()[*principle].name : "no primary principle";
  std::string text = style.bold(at_both_ends(shorten(view.story->title, width - 12), state_word(view), width)) + "\n" +
                     style.dim(paragraph(fmt::format("{} · {}{} · {} · {}", view.story->id, of, quality, length, tellings_of(view)),
                                         width, 2));
  for (const std::string& lack : view.missing) text += hanging("  - ", lack, width);
  return text;
}

std::string principle_lines(const Story& story, int width) {
  std::string text;
  for (const Angle& angle : story.angles)
    text += hanging(fmt::format("  {} ", principles()[angle.principle].code),
                    fmt::format("{}{}", principles()[angle.principle].name,
                                angle.strength == Strength::Primary ? "" : " (secondary)"),
                    width);
  return text;
}

// "scope 2 teams, 14 people, 10 months, 2.4 M EUR a year"
std::string scope_text(const Story& story) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (story.teams > 0) add(counted(story.teams, "team"));
  if (story.people > 0) add(counted(story.people, "person", "people"));
  if (story.horizon_months > 0) add(counted(story.horizon_months, "month"));
  if (!story.money.empty()) add(story.money);
  return text;
}

std::string head_lines(const StoryView& view, const Style& style, int width) {
  const Story& story = *view.story;
  std::string facts;
  for (const std::string& fact : {story.level, story.when, story.role, story.employer, scope_text(story)})
    if (!trimmed(fact).empty()) facts += (facts.empty() ? "" : " · ") + fact;
  std::string text = style.bold(paragraph(story.title, width)) + principle_lines(story, width);
  if (!facts.empty()) text += paragraph(facts, width);
  if (!trimmed(story.insight).empty()) text += hanging("To keep: ", trimmed(story.insight), width);
  if (view.win) text += hanging(fmt::format("From win {} ({}): ", view.win->number, to_string(view.win->day)), view.win->what.text, width);
  if (story.archived) text += paragraph("Put away: neither told nor counted.", width);
  return text + style.dim(paragraph(fmt::format("{}, about {} of {} · {}", counted(total_words(story), "word"),
                                                clock_time(view.estimated_seconds), clock_time(view.target_seconds), tellings_of(view)),
                                    width));
}

// "46 words, 13 % · wanted 45, 13 %"
std::string is_and_wanted(const StoryView& view, std::size_t section) {
  const int total = std::max(1, total_words(*view.story));
  return fmt::format("{}, {} % · wanted {}, {} %", counted(view.words[section], "word"),
                     std::lround(100.0 * view.words[section] / total), view.wanted[section],
                     std::lround(100.0 * target_shares()[section]));
}

std::string section_lines(const StoryView& view, const Style& style, int width) {
  const Story& story = *view.story;
  std::string text;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const std::string name = capitalised(to_string(kSections[i]));
    const std::string right = is_and_wanted(view, i);
    const bool beside = display_width(name) + 2 + display_width(right) <= width;
    text += "\n" + (beside ? style.accent(at_both_ends(name, right, width)) + "\n" : style.accent(name) + "\n" + style.dim(paragraph(right, width)));
    text += paragraph(story.sections[i].empty() ? "(nothing yet)" : std::string(trimmed(story.sections[i])), width);
  }
  return text;
}

std::string length_text(const ShownLength& length) {
  return fmt::format("{}, about {} of {}", counted(length.words, "word"), clock_time(length.estimated), clock_time(length.target));
}

std::string length_lines(const StoryView& view, const Style& style, int width) {
  if (view.lengths.size() < 2) return "";
  std::string text = "\n" + style.accent("Lengths") + "\n";
  for (const ShownLength& length : view.lengths) text += hanging(fmt::format("{:>5} s  ", length.seconds), length_text(length), width);
  return text + style.dim(paragraph(fmt::format("Read one: starling story show {} --length {}", view.story->id, view.lengths.front().seconds), width));
}

std::string followup_lines(const StoryView& view, const Style& style, int width) {
  std::string text;
  for (const FollowUp& followup : view.story->followups) {
    text += hanging("  - ", followup.ask, width);
    if (!trimmed(followup.answer).empty()) text += hanging("    ", followup.answer, width);
    const auto probe = std::ranges::find(view.probes, &followup, &ShownProbe::followup);
    if (probe == view.probes.end()) continue;
    const ItemState& state = probe->state;
    text += style.dim(hanging("    ", fmt::format("probe {}{}: {}", *followup.probe, followup.layer ? fmt::format(", {}", to_string(*followup.layer)) : "",
                                                  seen(state) ? fmt::format("asked {}, next on {}", counted(state.reviews, "time"), short_date(state.standing.due.day))
                                                              : std::string("not asked yet")),
                              width));
  }
  return text.empty() ? "" : "\n" + style.accent("Follow-ups") + "\n" + text;
}

}  // namespace

std::string stories_screen(std::span<const StoryView> views, const Style& style, int width) {
  std::string text;
  for (const StoryView& view : views) text += list_lines(view, style, width);
  return text;
}

std::string story_screen(const StoryView& view, const Style& style, int width) {
  const Story& story = *view.story;
  std::string text = head_lines(view, style, width);
  if (story.kind == StoryKind::Intro)
    text += "\n" + paragraph(trimmed(story.text).empty() ? "(nothing yet)" : std::string(trimmed(story.text)), width);
  else
    text += section_lines(view, style, width);
  text += length_lines(view, style, width);
  if (!story.metrics.empty()) text += "\n" + style.accent("Figures") + "\n";
  for (const StoryMetric& metric : story.metrics)
    text += hanging("  - ", fmt::format("{}: {} to {}", metric.name, metric.before, metric.after), width);
  text += followup_lines(view, style, width);
  if (!view.missing.empty()) text += "\n" + style.accent("To finish it") + "\n";
  for (const std::string& lack : view.missing) text += hanging("  - ", lack, width);
  return text;
}

std::string told_screen(const Story& story, const ShownLength& told, const Style& style, int width) {
  std::string text = style.bold(paragraph(story.title, width)) + style.dim(paragraph(fmt::format("In {} s: {}", told.seconds, length_text(told)), width));
  for (const TellingPiece& piece : telling_text(story, told.seconds)) {
    text += "\n";
    if (piece.section) text += style.accent(at_both_ends(capitalised(to_string(*piece.section)), counted(count_words(piece.text), "word"), width)) + "\n";
    text += paragraph(trimmed(piece.text).empty() ? "(nothing)" : std::string(trimmed(piece.text)), width);
  }
  return text;
}

}  // namespace starling
