#include "cli/screen/loop.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "text/text.h"

namespace starling {

namespace {

const Principle& principle_at(std::size_t place) { return principles()[place]; }

// "Night pages (primary, 4.5)"
std::string told_text(const Story& story, std::size_t principle) {
  const Angle* angle = angle_for(story, principle);
  const bool primary = angle && angle->strength == Strength::Primary;
  const auto scored = quality(story);
  return fmt::format("{} ({}{})", story.title, primary ? "primary" : "secondary", scored ? fmt::format(", {:.1f}", *scored) : "");
}

std::string over_sentence(const Round& round) {
  if (!round.used.empty()) return fmt::format("Over; told: {}.", fmt::join(round.used, ", "));
  return fmt::format("Over; say what was told: starling loop used {} STORY.", round.id);
}

// A sentence for a round in which nothing is to be told; empty where something is.
std::string round_remark(const LoopRound& of) {
  if (of.over) return over_sentence(of.round);
  if (of.round.kind == RoundKind::Lunch) return "Nobody asks here; it is heard all the same.";
  if (of.places.empty() && of.round.kind == RoundKind::PhoneScreen) return "Its principles are not known, and it takes none from the other rounds.";
  if (of.places.empty()) return "Every principle stands in another round.";
  return of.shared ? "Its principles are not known: these are those that no other round has." : "";
}

std::string place_screen(const LoopPlace& place, const Style& style, int width) {
  const Principle& principle = principle_at(place.principle);
  std::string text = hanging(fmt::format("  {} ", principle.code), principle.name, width);
  if (!place.story) return text + style.bad(paragraph("no story", width, 5));
  text += hanging("     Story   ", told_text(*place.story, place.principle), width);
  return text + (place.backup ? hanging("     Backup  ", told_text(*place.backup, place.principle), width)
                              : style.warn(paragraph("Backup  none", width, 5)));
}

std::string round_screen(const LoopRound& of, const Style& style, int width) {
  std::string text = "\n" + style.accent(paragraph(of.round.title, width)) +
                     style.dim(hanging("  ", fmt::format("{}: {}", of.round.id, round_facts(of.round)), width));
  if (const std::string remark = round_remark(of); !remark.empty()) text += style.dim(paragraph(remark, width, 2));
  for (const LoopPlace& place : of.places) text += place_screen(place, style, width);
  return text;
}

// What to do with the story of a gap.
std::string gap_sentence(const LoopGap& gap) {
  if (gap.action == "re-angle") return fmt::format("tell '{}' from this angle: starling story edit {}", gap.story->title, gap.story->id);
  return fmt::format("finish '{}': starling story edit {}", gap.story->title, gap.story->id);
}

// "HD Hire and Develop the Best (manager): finish 'Night pages': …", and in one line what has to be written anew.
std::vector<std::string> gap_texts(const LoopView& view, bool backup_only) {
  std::vector<std::string> texts;
  std::vector<std::string_view> anew;
  for (const LoopGap& gap : view.gaps) {
    if (gap.backup_only != backup_only) continue;
    const Principle& principle = principle_at(gap.principle);
    if (gap.story)
      texts.push_back(fmt::format("{} {} ({}): {}", principle.code, principle.name, gap.round, gap_sentence(gap)));
    else if (std::ranges::find(anew, principle.code) == anew.end())
      anew.push_back(principle.code);
  }
  if (!anew.empty()) texts.push_back(fmt::format("{}: a new one; starling story new TITLE --principle {}", fmt::join(anew, ", "), anew.front()));
  return texts;
}

std::string unasked_text(const LoopView& view) {
  std::vector<std::string_view> names;
  for (const std::size_t principle : view.unasked) names.push_back(principle_at(principle).name);
  return names.empty() ? "" : fmt::format("{}.", fmt::join(names, "; "));
}

// "Fri 7 May 2027" where all are on one day.
std::optional<Day> one_day(const LoopView& view) {
  std::optional<Day> day;
  for (const LoopRound& each : view.rounds) {
    if (!each.round.on || (day && *day != *each.round.on)) return std::nullopt;
    day = each.round.on;
  }
  return day;
}

std::string place_point(const LoopPlace& place) {
  const Principle& principle = principle_at(place.principle);
  if (!place.story) return fmt::format("{} {}: no story", principle.code, principle.name);
  return fmt::format("{} {}: {}; backup: {}", principle.code, principle.name, told_text(*place.story, place.principle),
                     place.backup ? told_text(*place.backup, place.principle) : "none");
}

std::string sheet_figures(const SheetStory& each, int width) {
  std::string text;
  if (!each.opening.empty()) text += paragraph(fmt::format("“{}”", each.opening), width, 4);
  for (const std::string& figure : each.figures) text += hanging("    - ", figure, width);
  return text;
}

std::string sheet_figures_markdown(const SheetStory& each) {
  std::string text = each.opening.empty() ? "" : fmt::format("\n> {}\n", markdown_text(each.opening));
  if (!each.figures.empty()) text += "\n";
  for (const std::string& figure : each.figures) text += fmt::format("- {}\n", markdown_text(figure));
  return text;
}

}  // namespace

std::string loop_title(const LoopView& view) {
  const auto day = one_day(view);
  return day ? fmt::format("The loop on {}", long_date(*day)) : "The loop";
}

std::string loop_lead(const LoopView& view) {
  if (view.places() == 0) return counted(static_cast<int>(view.rounds.size()), "round", "rounds") + ", and nothing left to tell.";
  return fmt::format("{}, {}: {} with a story, {} with a backup.", counted(static_cast<int>(view.rounds.size()), "round", "rounds"),
                     counted(view.places(), "place", "places"), view.with_story(), view.with_backup());
}

namespace {

// Of what the rounds are made.
std::string rounds_source(const LoopView& view) {
  if (view.broken) return fmt::format("loop.toml has a mistake; until it is mended, a usual loop for {} stands here.", view.level);
  if (!view.guess) return "";
  return fmt::format("A usual loop for {}, a guess. Write down what you know of yours: starling loop add TITLE --principles OW,DD.", view.level);
}

}  // namespace

std::string loop_source(const LoopView& view) {
  std::vector<std::string> sentences;
  if (std::string source = rounds_source(view); !source.empty()) sentences.push_back(std::move(source));
  if (view.earlier > 0)
    sentences.push_back(fmt::format("{} of an earlier attempt {} left out; what was told there is rather not told again.",
                                    counted(view.earlier, "round", "rounds"), view.earlier == 1 ? "is" : "are"));
  if (!view.unknown.empty())
    sentences.push_back(fmt::format("loop.toml says of what is no story that it was told: {}. Where it has another id by now, put that there.",
                                    fmt::join(view.unknown, ", ")));
  return fmt::format("{}", fmt::join(sentences, " "));
}

std::vector<ReportSection> loop_sections(const LoopView& view) {
  std::vector<ReportSection> sections;
  for (const LoopRound& of : view.rounds) {
    ReportSection& section = sections.emplace_back(ReportSection{of.round.title, {}, {}, {}, round_remark(of), round_facts(of.round)});
    for (const LoopPlace& place : of.places) section.points.push_back(place_point(place));
  }
  const auto add = [&](std::string title, std::vector<std::string> points) {
    if (!points.empty()) sections.push_back({std::move(title), {}, {}, std::move(points), ""});
  };
  add("Without a story", gap_texts(view, false));
  add("Without a backup", gap_texts(view, true));
  if (const std::string unasked = unasked_text(view); !unasked.empty()) sections.push_back({"Asked in no round", {}, {}, {}, "", unasked});
  return sections;
}

std::string loop_screen(const LoopView& view, const Style& style, int width) {
  std::string text = style.bold(paragraph(loop_title(view), width)) + style.dim(paragraph(loop_lead(view), width));
  if (const std::string source = loop_source(view); !source.empty()) text += paragraph(source, width);
  for (const LoopRound& of : view.rounds) text += round_screen(of, style, width);
  for (const bool backup_only : {false, true}) {
    const std::vector<std::string> gaps = gap_texts(view, backup_only);
    if (!gaps.empty()) text += "\n" + style.accent(backup_only ? "Without a backup" : "Without a story") + "\n";
    for (const std::string& gap : gaps) text += hanging("  - ", gap, width);
  }
  if (const std::string unasked = unasked_text(view); !unasked.empty())
    text += "\n" + style.accent("Asked in no round") + "\n" + paragraph(unasked, width, 2);
  return text;
}

std::string loop_markdown(const LoopView& view) {
  std::string text = fmt::format("# {}\n\n{}\n", loop_title(view), markdown_text(loop_lead(view)));
  if (const std::string source = loop_source(view); !source.empty()) text += fmt::format("\n{}\n", markdown_text(source));
  for (const ReportSection& section : loop_sections(view)) text += section_markdown(section);
  return text;
}

std::string round_facts(const Round& round) {
  std::vector<std::string> facts{std::string(to_string(round.kind))};
  if (round.on) facts.push_back(long_date(*round.on));
  if (round.minutes) facts.push_back(duration(*round.minutes));
  if (!round.interviewer.empty()) facts.push_back(round.interviewer);
  return fmt::format("{}", fmt::join(facts, ", "));
}

std::string sheet_place_lack(const RoundSheetPlace& place) { return place.stories.empty() ? "No story is left for it." : ""; }

std::string sheet_round_lack(const RoundSheetView& view) {
  if (view.round.over) return over_sentence(view.round.round);
  return view.places.empty() ? round_remark(view.round) : "";
}

std::string round_sheet_screen(const RoundSheetView& view, const Style& style, int width) {
  const Round& round = view.round.round;
  std::string text = style.bold(paragraph(round.title, width)) + style.dim(paragraph(round_facts(round), width));
  if (const std::string lack = sheet_round_lack(view); !lack.empty()) text += "\n" + paragraph(lack, width);
  for (const RoundSheetPlace& place : view.places) {
    text += "\n" + style.accent(shorten(principle_at(place.principle).name, width)) + "\n";
    if (const std::string lack = sheet_place_lack(place); !lack.empty()) text += paragraph(lack, width, 2);
    for (std::size_t i = 0; i < place.stories.size(); ++i) {
      const SheetStory& each = place.stories[i];
      text += (i == 0 ? style.bold(paragraph(each.story->title, width, 2)) : hanging("  Backup: ", each.story->title, width)) +
              sheet_figures(each, width);
    }
  }
  text += "\n" + style.accent("To ask") + "\n";
  for (const std::string_view question : view.questions) text += hanging("  - ", question, width);
  return text;
}

std::string round_sheet_markdown(const RoundSheetView& view) {
  const Round& round = view.round.round;
  std::string text = fmt::format("# {}\n\n{}\n", markdown_text(round.title), markdown_text(round_facts(round)));
  if (const std::string lack = sheet_round_lack(view); !lack.empty()) text += fmt::format("\n{}\n", markdown_text(lack));
  for (const RoundSheetPlace& place : view.places) {
    text += fmt::format("\n## {}\n", markdown_text(principle_at(place.principle).name));
    if (const std::string lack = sheet_place_lack(place); !lack.empty()) text += fmt::format("\n{}\n", lack);
    for (std::size_t i = 0; i < place.stories.size(); ++i)
      text += fmt::format("\n### {}{}\n", i == 0 ? "" : "Backup: ", markdown_text(place.stories[i].story->title)) +
              sheet_figures_markdown(place.stories[i]);
  }
  text += "\n## To ask\n\n";
  for (const std::string_view question : view.questions) text += fmt::format("- {}\n", markdown_text(question));
  return text;
}

}  // namespace starling
