#include "cli/screen/item.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/chart.h"
#include "text/text.h"

namespace starling {

namespace {

std::string event_line(const Event& event, const Deed& deed, const ItemId& item, bool narrow) {
  const auto date = [&](Day day) { return narrow ? short_date(day).substr(4) : to_string(day); };
  const auto* renamed = std::get_if<Renamed>(&event);
  if (const ItemId* about = renamed ? &renamed->to : item_of(event); about && *about != item) return "";
  if (const auto* answer = std::get_if<Answered>(&event)) {
    const std::string took =
        answer->took ? fmt::format("  {:3.0f} s", std::chrono::duration<double>(*answer->took).count()) : "";
    const std::string next = answer->due.at ? (narrow ? "in " : "again in ") + span_label(*answer->due.at - deed.at) : "next " + date(answer->due.day);
    return fmt::format("{:5}{}  {}", to_string(answer->grade), took, next);
  }
  if (renamed) return "renamed";
  if (std::holds_alternative<Suspended>(event)) return "suspended";
  if (std::holds_alternative<Unsuspended>(event)) return "unsuspended";
  if (const auto* flagged = std::get_if<Flagged>(&event)) return flagged->note.empty() ? "flagged" : fmt::format("flagged: {}", shorten(flagged->note, narrow ? 18 : 50));
  if (std::holds_alternative<Unflagged>(event)) return "flags taken off";
  if (const auto* buried = std::get_if<Buried>(&event)) return fmt::format("buried until {}", date(buried->until));
  if (std::holds_alternative<Adopted>(event)) return "new weights";
  if (const auto* moved = std::get_if<Moved>(&event)) return fmt::format("next {}", date(moved->due));
  if (const auto* imported = std::get_if<Imported>(&event)) return fmt::format("imported  next {}", date(imported->due.day));
  return "";
}

std::string deed_line(const Deed& deed, const ItemId& item, bool narrow) {
  std::string line;
  for (const Event& event : deed.events)
    if (const std::string text = event_line(event, deed, item, narrow); !text.empty())
      line += (line.empty() ? "" : ", ") + text;
  return line;
}

RecallChart chart_of(const ItemView& view, const Standpoint& from, int width) {
  const Day first = view.course.front().day;
  const auto x = [&](Day day) { return static_cast<double>(days_between(first, day)); };
  const auto dated = [](std::string_view what, Day day) { return fmt::format("{} {}", what, short_date(day).substr(4)); };
  RecallChart chart;
  for (const CoursePoint& point : view.course) chart.points.push_back({x(point.day), point.recall});
  for (const double place : tick_places(0, x(view.course.back().day), std::max(2, width / 12), 1))
    chart.ticks.push_back({place, short_date(first + std::chrono::days(std::lround(place))).substr(4)});
  const Day due = view.state.standing.due.day;
  chart.marks.push_back({x(from.now.day), 'T', dated("today", from.now.day)});
  chart.marks.push_back({x(due), 'D', dated("due", due)});
  if (view.recall_on_interview) chart.marks.push_back({x(from.timeline.interview()), 'I', dated("interview", from.timeline.interview())});
  return chart;
}

std::string memory_lines(const ItemView& view, int width, bool low) {
  const ItemState& state = view.state;
  const long stability = std::lround(*view.days_to_90);
  std::string text = fmt::format("{}  recall now {:.1f} %, aims at {:g} %\n", low ? "" : "\n", *view.recall * 100, view.retention * 100);
  if (view.recall_on_interview)
    text += fmt::format("  on the day of the interview {:.1f} %{}\n", *view.recall_on_interview * 100, width < 60 ? "" : " if no more is done");
  if (low) return text;
  return text +
         paragraph(fmt::format("at 90 % {} after its last answer", stability > 0 ? span_label_days(static_cast<int>(stability)) : "less than a day"),
                   width, 2) +
         paragraph(fmt::format("difficulty {:.1f} of 10, {}, forgotten {}", state.standing.memory->difficulty.level,
                               counted(state.reviews, "answer"), counted(state.lapses, "time")),
                   width, 2);
}

std::string outcome_lines(const ItemView& view, int width) {
  std::string all;
  for (const Grade grade : kGrades)
    all += fmt::format("{}{} {}", all.empty() ? "" : ", ", to_string(grade), outcome_label(view.outcomes[index_of(grade)]));
  return paragraph("An answer now: " + all, width);
}

}  // namespace

std::string item_screen(const ItemView& view, const Standpoint& from, const Style& style, int width, bool low) {
  const std::string question = without_emphasis(view.question);
  std::string text = style.bold(view.item.text()) + "\n";
  if (!question.empty()) text += low ? shorten(question, width) + "\n" : paragraph(question, width);
  text += paragraph(view.reason, width);
  if (!view.about.empty()) text += paragraph(view.about, width);
  for (const CardFlag& flag : view.flags)
    text += paragraph(fmt::format("Flagged as unclear or wrong on {}{}", to_string(flag.day), flag.note.empty() ? "." : ": " + flag.note), width);
  if (view.leech) {
    text += style.bad(fmt::format("A leech, forgotten {}.", counted(view.state.lapses, "time"))) + "\n";
    if (!low) text += paragraph("A clearer card, or two smaller ones, would help more than more reviews.", width);
  }
  if (view.state.standing.memory) text += memory_lines(view, width, low);
  if (!view.course.empty()) {
    if (!low) text += "\n" + style.accent("Recall, with no more reviews from now on") + "\n";
    for (const std::string& line : draw(chart_of(view, from, width), width, low ? 4 : 5)) text += line + "\n";
  }
  return text + (low ? "" : "\n") + outcome_lines(view, width);
}

std::string history_lines(const ItemView& view, std::size_t most, const Style& style, int width, bool low) {
  std::vector<std::string> lines;
  for (const PastDeed& past : view.history) {
    const std::string line = past.counts ? deed_line(past.deed, view.item, width < 60) : "";
    if (!line.empty()) lines.push_back(fmt::format("  {}  {}\n", to_string(past.deed.day), line));
  }
  if (lines.empty()) return "";
  std::string text = low ? "" : "\n" + style.accent("History") + "\n";
  const std::size_t first = lines.size() > most ? lines.size() - most : 0;
  if (first > 0) text += style.dim(fmt::format("  {} earlier", first)) + "\n";
  for (std::size_t i = first; i < lines.size(); ++i) text += lines[i];
  return text;
}

}  // namespace starling
