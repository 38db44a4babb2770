#include "cli/screen/debrief.h"

#include <fmt/format.h>

#include "cli/screen/practice.h"
#include "cli/screen/sections.h"
#include "story/story.h"
#include "text/text.h"

namespace starling {

namespace {

std::string principle_name(const std::string& id) {
  const auto at = find_principle(id);
  return at ? std::string(principles()[*at].name) : id;
}

ReportSection section_of(const OnDay<Debriefed>& asked, std::size_t number) {
  const Debriefed& what = asked.what;
  ReportSection section{fmt::format("Question {}, {}", number, short_date(asked.day)), {}, {}, {}, "", shown(what.question)};
  if (!what.principle.empty()) section.figures.emplace_back("Principle", principle_name(what.principle));
  if (!what.story.empty()) section.figures.emplace_back("Story", what.story);
  if (what.rating) section.figures.emplace_back("How it went", fmt::format("{} of {}", *what.rating, kHighestRating));
  for (const std::string& text : what.follow_ups) section.points.push_back("A follow-up that hurt: " + text);
  return section;
}

std::vector<ReportSection> debrief_sections(const DebriefView& view) {
  std::vector<ReportSection> sections;
  for (std::size_t i = 0; i < view.questions.size(); ++i) sections.push_back(section_of(*view.questions[i], i + 1));
  for (const auto* outcome : view.outcomes)
    sections.push_back({fmt::format("Outcome, {}", short_date(outcome->day)), {}, {}, outcome->what.reasons, "", capitalised(outcome->what.result) + "."});
  return sections;
}

std::string debrief_title(const DebriefView& view) {
  return view.on ? fmt::format("Debrief of {}", long_date(*view.on)) : std::string("Debrief");
}

}  // namespace

std::string debrief_screen(const DebriefView& view, const Style& style, int width) {
  if (view.empty())
    return paragraph("Nothing is written down of an interview yet.", width) +
           hanging("A question: ", "starling debrief add --question TEXT", width) + hanging("The outcome: ", "starling debrief outcome RESULT", width);
  std::string text = style.bold(paragraph(debrief_title(view), width));
  for (const ReportSection& section : debrief_sections(view)) text += section_text(section, style, width);
  return text;
}

// Below each part a line for the learner's own words.
std::string debrief_markdown(const DebriefView& view) {
  std::string text = fmt::format("# {}\n", debrief_title(view));
  for (const ReportSection& section : debrief_sections(view)) text += section_markdown(section) + "- \n";
  return text + "\n";
}

std::string from_interview_lines(const FromInterview& left, const Style& style, int width) {
  std::string text;
  if (!left.low.empty()) text += style.accent("What went badly in your interview") + "\n";
  int place = 0;
  for (const WeakSpot& spot : left.low) {
    const std::string name = spot.kind == "principle" ? principle_name(spot.id) : fmt::format("story {}", spot.id);
    text += hanging(fmt::format("  {:2}. ", ++place),
                    fmt::format("{}: {:.2g} of {} in {}", name, spot.rating, kHighestRating, counted(spot.questions, "question")), width);
  }
  std::vector<std::string> hurt;
  for (const HurtFollowUp& each : left.hurt) {
    const std::string of = !each.principle.empty() ? principle_name(each.principle) : each.story;
    hurt.push_back(of.empty() ? each.text : fmt::format("{} ({})", each.text, of));
  }
  std::string lists = bullet_lines("Follow-ups that hurt", hurt, style, width) + bullet_lines("Reasons that you were given", left.reasons, style, width);
  if (text.empty() && lists.starts_with('\n')) lists.erase(0, 1);
  text += lists;
  return text.empty() ? text : text + "\n";
}

}  // namespace starling
